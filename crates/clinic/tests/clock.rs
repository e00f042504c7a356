//! The clock guard: a computer date before the last entry judges nothing, anywhere, and hinders no record.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

mod site;

use clinic::SubjectId;
use clinic::wire::page::{PaperSize, PrintAsked};
use clinic::wire::today::{Group, TodayAsked};
use clinic::wire::visit::{VisitAsked, VisitDraft};
use followup::Standing;
use site::{Stage, now, stage, visit};

const LAST: &str = "2026-03-01";

/// Someone whose visit of the second year is long overdue when the last entry is written.
fn behind() -> (Stage, SubjectId) {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let draft = VisitDraft { because: "left out".into(), ..visit(subject, "M6", "2025-03-01") };
    stage.clinic.record_visit(&draft, &now(LAST)).unwrap();
    (stage, subject)
}

fn asked() -> TodayAsked {
    TodayAsked { limit: 500, ..TodayAsked::default() }
}

#[test]
fn by_a_wrong_date_every_list_says_not_judged_and_keeps_the_windows() {
    let (mut stage, subject) = behind();
    let judged = stage.clinic.worklist(&asked(), &now(LAST)).unwrap();
    assert!(judged.judged && judged.tally.overdue == 1 && judged.tally.not_judged == 0);
    for wrong in ["2026-02-28", "2024-09-01", "1970-01-02"] {
        let session = stage.clinic.session(&now(wrong)).unwrap();
        assert!(session.clock_behind && session.last_entry_on == LAST.parse().ok());
        let page = stage.clinic.worklist(&asked(), &now(wrong)).unwrap();
        assert!(!page.judged && page.next.is_none());
        assert_eq!((page.tally.enrolled, page.tally.not_judged, page.tally.overdue), (1, 1, 0));
        let owed: Vec<_> = page.rows.iter().filter(|row| row.standing.is_some()).collect();
        assert!(owed.iter().all(|row| row.standing == Some(Standing::NotJudged) && row.group == Group::NotJudged));
        // Nobody and nothing drops off the list: what was on it on the day of the last entry is on it.
        let windows = |rows: &[clinic::wire::today::WorkRow]| {
            let mut all: Vec<_> = rows.iter().map(|row| (row.key.clone(), row.earliest_on, row.latest_on)).collect();
            all.sort();
            all
        };
        assert_eq!(windows(&page.rows), windows(&judged.rows));
        assert!(!owed.is_empty());
        let subject_page = stage.clinic.subject(subject, &now(wrong)).unwrap();
        assert_eq!(subject_page.accounted, "not-judged");
        for line in &subject_page.visits {
            assert!(
                !matches!(
                    line.standing,
                    Standing::Overdue { .. }
                        | Standing::DueSoon { .. }
                        | Standing::Open { .. }
                        | Standing::NotYetOpen { .. }
                ),
                "{line:?}"
            );
        }
        assert_eq!(stage.clinic.list_subjects("", "not-judged", &now(wrong)).unwrap().len(), 1);
        let plan = VisitAsked { subject, code: Some("M12".into()), on: "2026-03-01".into(), also: None };
        let plan = stage.clinic.plan_visit(&plan, &now(wrong)).unwrap();
        assert!(plan.choices.iter().any(|choice| choice.code == "M12"));
        assert!(plan.choices.iter().all(|choice| !matches!(choice.standing, Standing::Overdue { .. })));
    }
    stage.clinic.speak("zh-Hans");
    let row = stage.clinic.worklist(&asked(), &now("2026-02-28")).unwrap().rows.remove(0);
    assert!(row.standing_text.contains("未判定"), "{}", row.standing_text);
}

#[test]
fn recording_goes_on_and_the_date_alone_mends_the_guard() {
    let (mut stage, subject) = behind();
    let wrong = now("2025-01-15");
    // The visit took place after the day that the computer tells: true, and kept.
    let draft = VisitDraft { because: "left out".into(), ..visit(subject, "M12", "2026-03-02") };
    let review = stage.clinic.review_visit(&draft, &wrong).unwrap();
    assert!(review.may_save, "{:?}", review.problems);
    stage.clinic.record_visit(&draft, &wrong).unwrap();
    // An entry by the wrong date does not make that date right.
    for wrong in ["2025-01-15", "2025-01-16", "2026-02-28"] {
        let session = stage.clinic.session(&now(wrong)).unwrap();
        assert_eq!((session.clock_behind, session.last_entry_on), (true, LAST.parse().ok()), "{wrong}");
        assert!(!stage.clinic.worklist(&asked(), &now(wrong)).unwrap().judged);
    }
    let page = stage.clinic.subject(subject, &now("2026-03-03")).unwrap();
    assert!(page.visits.iter().any(|line| line.code == "M12" && line.done_on == "2026-03-02".parse().ok()));
    // With the date mended a day ahead is refused again.
    let ahead = visit(subject, "M18", "2026-03-09");
    assert!(!stage.clinic.review_visit(&ahead, &now("2026-03-03")).unwrap().may_save);
}

#[test]
fn a_paper_printed_by_a_wrong_date_calls_nothing_late_and_says_why() {
    let (stage, subject) = behind();
    let folder = stage.folder.path().display().to_string();
    let asked = PrintAsked { subject, paper: PaperSize::A4, language: "en".into(), show_product: false, folder };
    let text = |day: &str| {
        let printed = stage.clinic.print_schedule(&asked, &now(day)).unwrap();
        let out = std::process::Command::new("pdftotext").args(["-layout", &printed.path, "-"]).output().unwrap();
        String::from_utf8_lossy(&out.stdout).into_owned()
    };
    let right = text(LAST);
    assert!(right.contains("Not done yet") && !right.contains("not judged"), "{right}");
    let wrong = text("2026-02-27");
    assert!(!wrong.contains("Not done yet"), "{wrong}");
    assert!(wrong.contains("Dates not judged"), "{wrong}");
}

/// One day the date of the computer stood ten years ahead, and somebody recorded by it.
#[test]
fn who_knows_the_date_says_so_with_a_reason_and_all_is_judged_again() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let (ahead, right) = (now("2036-03-01"), now("2026-03-01"));
    let draft = VisitDraft { because: "left out".into(), ..visit(subject, "M6", "2025-03-01") };
    stage.clinic.record_visit(&draft, &ahead).unwrap();
    assert!(!stage.clinic.worklist(&asked(), &right).unwrap().judged);
    let refused = stage.clinic.confirm_date("  ", &right).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("field-empty", Some("because")));
    stage.clinic.confirm_date("the battery was changed on 28 February", &right).unwrap();
    let page = stage.clinic.worklist(&asked(), &right).unwrap();
    assert!(page.judged && page.tally.overdue == 1, "{:?}", page.tally);
    assert!(!stage.clinic.session(&right).unwrap().clock_behind);
    assert_eq!(stage.clinic.confirm_date("again", &right).unwrap_err().code, "date-not-behind");
    // From then on the guard looks at what was written since: a date before it is wrong again.
    assert!(stage.clinic.session(&now("2026-02-28")).unwrap().clock_behind);
    let audit = stage.clinic.audit(&clinic::wire::page::AuditAsked { subject: None }).unwrap();
    let line = audit.iter().find(|line| line.kind == facts::fact::FactKind::DateConfirmed).unwrap();
    assert!(line.what.contains("1 Mar 2026") && line.what.contains("battery"), "{}", line.what);
}

/// Kits and the list of what may be planned are judged by the same day as everything else.
#[test]
fn no_kit_is_late_and_no_window_overdue_by_a_wrong_date() {
    let (stage, _) = behind();
    let month = stage.clinic.calendar_month("2026-03-01", &now("2026-02-28")).unwrap();
    assert!(!month.to_plan.is_empty());
    assert!(month.to_plan.iter().all(|line| line.standing == Standing::NotJudged), "{:?}", month.to_plan);
    let kits = stage.clinic.kits(&now("2026-02-28")).unwrap();
    assert!(kits.lines.iter().all(|line| !line.late));
}
