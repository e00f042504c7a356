//! A signal from the line that makes it to the last report: its clock, its cause, what is new, who was told.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use std::collections::{BTreeMap, BTreeSet};

use assess::{Entered, EnteredClosure, EnteredForm};
use clinic::wire::page::AuditAsked;
use clinic::wire::signal::{FindingPage, HandlingForm, SentForm, SignalsAsked};
use clinic::wire::today::{Group, TodayAsked};
use clinic::wire::visit::{FormDue, TaskForm, VisitAsked, VisitDraft};
use clinic::{Now, Refusal, SubjectId};
use facts::fact::Action;
use site::{PASSPHRASE, Stage, stage, visit};

/// A moment of a day at the site, eight hours east.
fn at(day: &str, time: &str) -> Now {
    let date: facts::CivilDate = day.parse().unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    let minutes: i64 = hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap();
    let days = i64::from(date.days_since(facts::CivilDate::EPOCH));
    clinic::now_of(&format!("{day}T{time}:00+08:00"), (days * 86_400 + minutes * 60 - 28_800) * 1_000)
}

fn event(on: &str, fields: &[(&str, &str)]) -> EnteredForm {
    let all = [("term", "Leukaemia"), ("category", "malignancy"), ("serious", "yes"), ("onset", on)];
    let entered = |value: &str| Entered { text: value.into(), codes: vec![value.into()], ..Entered::default() };
    let fields: BTreeMap<String, Entered> =
        all.iter().chain(fields).map(|(key, value)| ((*key).to_owned(), entered(value))).collect();
    EnteredForm {
        kind: "adverse-event".into(),
        collected_on: on.into(),
        closure: EnteredClosure::Answered,
        because: String::new(),
        fields,
    }
}

fn record(stage: &mut Stage, subject: SubjectId, form: EnteredForm, now: &Now) {
    let forms = vec![TaskForm { task: String::new(), form }];
    let draft = VisitDraft { forms, because: "told by telephone".into(), ..visit(subject, "", &now.today.to_string()) };
    let review = stage.clinic.review_visit(&draft, now).unwrap();
    assert!(review.may_save, "{:#?}", review.problems);
    stage.clinic.record_visit(&draft, now).unwrap();
}

/// A leukaemia told as a serious adverse event on 24 November at 09:41: two rules see it.
fn told() -> (Stage, SubjectId, String) {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let now = at("2026-11-24", "09:41");
    record(&mut stage, subject, event("2026-11-20", &[("ctcae-grade", "4")]), &now);
    let asked = SignalsAsked { standing: "open".into(), severity: None, subject: Some(subject) };
    let lines = stage.clinic.signals(&asked, &now).unwrap();
    assert_eq!(lines.len(), 1, "one cause, one line: {lines:#?}");
    assert_eq!(lines[0].others.len(), 1);
    let serious = std::iter::once(lines[0].key.clone()).chain(lines[0].others.iter().map(|other| other.key.clone()));
    let key = serious.into_iter().find(|key| key.starts_with("serious-adverse-event")).unwrap();
    (stage, subject, key)
}

fn form(subject: SubjectId, key: &str, action: Action) -> HandlingForm {
    HandlingForm {
        subject,
        key: key.into(),
        action,
        comment: String::new(),
        also: Vec::new(),
        sent: None,
        signature_passphrase: String::new(),
    }
}

fn report(subject: SubjectId, key: &str, to: &str) -> HandlingForm {
    let sent = Some(SentForm { to: to.into(), reference: "A-7".into(), ..SentForm::default() });
    HandlingForm { sent, ..form(subject, key, Action::Reported) }
}

fn refused(result: Result<FindingPage, Refusal>) -> String {
    result.map(|page| page.line.standing_text).unwrap_err().code
}

fn clock<'a>(page: &'a FindingPage, to: &str) -> &'a str {
    let call = page.line.calls.iter().find(|call| call.to == to).unwrap();
    &call.clock.as_ref().unwrap().text
}

#[test]
fn a_clock_runs_by_the_hour_from_when_it_was_entered() {
    let (stage, subject, key) = told();
    let leads = stage.clinic.finding(subject, &key, &at("2026-11-24", "10:41")).unwrap().line.others[0].key.clone();
    let page = |day, time| stage.clinic.finding(subject, &leads, &at(day, time)).unwrap();
    assert_eq!(clock(&page("2026-11-24", "10:41"), "sponsor"), "by Wed 25 Nov 2026 09:41 (23 h left)");
    let serious = stage.clinic.finding(subject, &key, &at("2026-11-24", "10:41")).unwrap();
    assert_eq!(clock(&serious, "authority"), "by Tue 1 Dec 2026 (7 days left)");
    assert_eq!(clock(&serious, "sponsor"), "by Wed 25 Nov 2026 09:41", "owed by the other signal of the cause");
    assert_eq!(clock(&page("2026-11-25", "09:11"), "sponsor"), "by Wed 25 Nov 2026 09:41 (30 min left)");
    let over = page("2026-11-25", "12:41");
    assert_eq!(clock(&over, "sponsor"), "by Wed 25 Nov 2026 09:41 (3 h over time)");
    let today =
        |time| stage.clinic.worklist(&TodayAsked { limit: 50, ..TodayAsked::default() }, &at("2026-11-25", time));
    let rows = today("12:41").unwrap().rows;
    let row = rows.iter().find(|row| row.key.starts_with("report:sponsor")).unwrap();
    assert_eq!((row.over, row.clock_text.as_str()), (true, "by Wed 25 Nov 2026 09:41 (3 h over time)"));
    assert!(!today("09:40").unwrap().rows.iter().any(|row| row.over));
    let signals: Vec<_> = rows.iter().filter(|row| row.group == Group::Signal).collect();
    assert_eq!((signals.len(), signals[0].others), (1, 1), "one cause is one line of work");
}

#[test]
fn each_recipient_is_told_by_itself_and_the_signal_says_who_is_still_owed() {
    let (mut stage, subject, key) = told();
    let now = at("2026-11-24", "15:00");
    let page = stage.clinic.review_finding(&report(subject, &key, "sponsor"), &now).unwrap();
    assert_eq!(page.line.standing_text, "Being looked into");
    let owed: Vec<&str> = page.line.calls.iter().filter(|call| call.owed).map(|call| call.to.as_str()).collect();
    assert_eq!(owed, ["authority"]);
    let later = at("2026-11-24", "15:20");
    let page = stage.clinic.review_finding(&report(subject, &key, "authority"), &later).unwrap();
    assert_eq!(page.line.standing_text, "Reported");
    assert_eq!(page.handlings[0].sent_text, "to the sponsor, sent Tue 24 Nov 2026 15:00, reference A-7");
    let audit = stage.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap();
    let told: Vec<&str> = audit[0].changes.iter().map(|change| change.after.as_str()).collect();
    assert!(told.contains(&"the authority") && told.contains(&"A-7"), "{told:?}");
}

#[test]
fn one_report_goes_for_the_cause_and_each_signal_keeps_its_own_line() {
    let (mut stage, subject, key) = told();
    let now = at("2026-11-24", "15:00");
    let other = stage.clinic.finding(subject, &key, &now).unwrap().line.others[0].key.clone();
    let alone = stage.clinic.finding(subject, &other, &now).unwrap();
    let states: Vec<(bool, bool)> = [&alone.line, &stage.clinic.finding(subject, &key, &now).unwrap().line]
        .iter()
        .flat_map(|line| line.calls.iter().filter(|call| call.to == "sponsor").map(|call| (call.owed, call.elsewhere)))
        .collect();
    assert_eq!(states.iter().filter(|state| **state == (true, false)).count(), 1, "owed once: {states:?}");
    assert_eq!(states.iter().filter(|state| **state == (false, true)).count(), 1, "{states:?}");
    let before = stage.lines();
    let both = HandlingForm { also: vec![other.clone()], ..report(subject, &key, "sponsor") };
    stage.clinic.review_finding(&both, &now).unwrap();
    assert_eq!(stage.lines(), before + 2, "a fact for each");
    assert_eq!(stage.clinic.finding(subject, &other, &now).unwrap().line.standing_text, "Reported");
    let stranger = HandlingForm { also: vec!["hys-law:none".into()], ..report(subject, &key, "sponsor") };
    assert_eq!(refused(stage.clinic.review_finding(&stranger, &now)), "not-same-cause");
}

#[test]
fn a_late_report_asks_why_and_is_kept_as_late() {
    let (mut stage, subject, key) = told();
    let now = at("2026-11-26", "08:00");
    let silent = report(subject, &key, "sponsor");
    assert_eq!(refused(stage.clinic.review_finding(&silent, &now)), "late-reason-needed");
    let sent = SentForm { to: "sponsor".into(), on: "2026-11-25".into(), time: "09:30".into(), ..SentForm::default() };
    let in_time = HandlingForm { sent: Some(sent.clone()), ..silent.clone() };
    let late = HandlingForm { comment: "the line was down".into(), ..silent };
    let future = HandlingForm { sent: Some(SentForm { on: "2026-11-27".into(), ..sent }), ..late.clone() };
    assert_eq!(refused(stage.clinic.review_finding(&future, &now)), "sent-in-future");
    let page = stage.clinic.review_finding(&late, &now).unwrap();
    let call = page.line.calls.iter().find(|call| call.to == "sponsor").unwrap();
    assert!(call.sent.as_ref().is_some_and(|sent| sent.late) && page.handlings[0].late);
    assert!(page.handlings[0].sent_text.ends_with(", late"), "{}", page.handlings[0].sent_text);
    let (mut again, subject, key) = told();
    let page = again.clinic.review_finding(&HandlingForm { subject, key, ..in_time }, &now).unwrap();
    assert!(!page.handlings[0].late, "sent in time, written down later");
}

#[test]
fn new_evidence_reopens_it_and_the_page_says_what_is_new() {
    let (mut stage, subject, key) = told();
    let now = at("2026-11-24", "15:00");
    let malignancy = stage.clinic.finding(subject, &key, &now).unwrap().line.others[0].key.clone();
    let before = stage.clinic.finding(subject, &malignancy, &now).unwrap();
    assert!(before.since.is_none() && before.evidence.iter().all(|seen| !seen.new), "nobody judged it yet");
    let mut reviewed = form(subject, &malignancy, Action::Reviewed);
    reviewed.signature_passphrase = PASSPHRASE.into();
    let page = stage.clinic.review_finding(&reviewed, &now).unwrap();
    assert_eq!(page.handlings[0].signed_by.as_deref(), Some("Investigator"));
    assert!(page.since.is_none());
    record(&mut stage, subject, event("2027-01-10", &[("term", "Blast crisis")]), &at("2027-01-12", "10:00"));
    let page = stage.clinic.finding(subject, &malignancy, &at("2027-01-12", "10:00")).unwrap();
    assert_eq!(page.line.standing_text, "Reopened");
    let since = page.since.unwrap();
    assert_eq!((since.came, since.gone), (1, 0));
    assert_eq!(page.evidence.iter().map(|seen| seen.new).collect::<Vec<_>>(), [false, true]);
    assert!(page.evidence.iter().all(|seen| !seen.who.is_empty() && seen.at.starts_with("202")));
}

#[test]
fn a_wrong_passphrase_signs_nothing_and_keeps_nothing() {
    let (mut stage, subject, key) = told();
    let before = stage.lines();
    let wrong = HandlingForm { signature_passphrase: "guess".into(), ..form(subject, &key, Action::Reviewed) };
    assert!(stage.clinic.review_finding(&wrong, &at("2026-11-24", "15:00")).is_err());
    assert_eq!(stage.lines(), before);
}

#[test]
fn two_matrices_in_which_vector_was_found_are_two_lines_and_two_forms() {
    let mut stage = stage("fda/plasmid-oncolytic-2y");
    let subject = stage.enrol("S-001");
    let code = |code: &str| Entered { text: code.into(), codes: vec![code.into()], ..Entered::default() };
    for matrix in ["urine", "saliva"] {
        let found = Entered { text: "900".into(), unit: "{copies}/mL".into(), ..Entered::default() };
        let fields = [("matrix", code(matrix)), ("assay", code("qpcr")), ("result", found)];
        let fields = fields.into_iter().map(|(field, entered)| (field.to_owned(), entered)).collect();
        let form = EnteredForm {
            kind: "shedding".into(),
            collected_on: "2025-03-01".into(),
            closure: EnteredClosure::Answered,
            because: String::new(),
            fields,
        };
        record(&mut stage, subject, form, &at("2025-03-01", "09:41"));
    }
    let now = at("2025-03-25", "09:41");
    let lines = |stage: &Stage| {
        let rows = stage.clinic.worklist(&TodayAsked { limit: 50, ..TodayAsked::default() }, &now).unwrap().rows;
        let tests = rows.into_iter().filter(|row| row.key.starts_with("test:infectivity"));
        tests.map(|row| row.what).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(lines(&stage), ["saliva", "urine"].map(|matrix| format!("To do: {}", said_form(matrix))));
    let asked = VisitAsked { subject, on: "2025-03-25".into(), code: Some("M6".into()), also: None };
    let plan = stage.clinic.plan_visit(&asked, &now).unwrap();
    let forms: Vec<&FormDue> = plan.forms.iter().filter(|form| form.task.starts_with("infectivity")).collect();
    for (form, matrix) in forms.iter().zip(["saliva", "urine"]) {
        assert_eq!(form.label, said_form(matrix));
        assert_eq!(form.fixed.get("matrix").map(String::as_str), Some(matrix));
    }
    // One is filled in, the other is closed with the reason: each for its own matrix.
    let mut fields: BTreeMap<String, Entered> = BTreeMap::new();
    for (field, value) in &forms[1].fixed {
        fields.insert(field.clone(), code(value));
    }
    let form = EnteredForm {
        kind: "shedding".into(),
        collected_on: "2025-03-25".into(),
        closure: EnteredClosure::Awaited,
        because: String::new(),
        fields,
    };
    let forms = vec![TaskForm { task: forms[1].task.clone(), form }];
    let draft = VisitDraft { forms, because: "no saliva".into(), ..visit(subject, "M6", "2025-03-25") };
    let review = stage.clinic.review_visit(&draft, &now).unwrap();
    assert!(review.left_out.iter().any(|line| line.form == said_form("saliva")), "{:?}", review.left_out);
    assert!(review.will_record.iter().any(|line| line.form == said_form("urine")), "{:?}", review.will_record);
    stage.clinic.record_visit(&draft, &now).unwrap();
    assert_eq!(lines(&stage), [format!("To do: {}", said_form("saliva"))]);
}

fn said_form(matrix: &str) -> String {
    format!("Infectivity assay of a positive sample ({matrix})")
}
