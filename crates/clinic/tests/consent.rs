//! Consent through the use cases: what is asked is previewed, signed and corrected; guardians come and go, and their names
//! stay in the sealed identity.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise, and read files")]

mod site;

use clinic::wire::consent::{AskedAct, ConsentPage, GuardianForm};
use clinic::wire::course::{ConsentEntry, CourseChange, CourseForm};
use clinic::wire::enrol::{Enrolled, FirstGuardian, StatusForm};
use clinic::wire::page::{AuditAsked, PaperSize, PrintAsked};
use clinic::wire::today::{TodayAsked, WorkAction, WorkRow};
use clinic::wire::visit::VisitAsked;
use clinic::{Identities, Identity, SubjectId};
use facts::fact::{FactKind, Status};
use facts::{ConsentKind, GuardianId, Relation, Role};
use followup::Standing;
use site::{Stage, now, stage};

const FORMS: &str = r#"
[[consent]]
code = "main"
kind = "consent"
label = { en = "Main consent", zh-Hans = "主要知情同意书", ja = "参加の同意書" }
family = { en = "Read and sign the consent form", zh-Hans = "阅读并签署知情同意书", ja = "同意書を読んで署名します" }
within = "P3M"
new-guardian-within = "P2M"
cites = "sponsor: practice"

[[consent.version]]
version = "1.0"

[[consent.version]]
version = "2.0"
effective-on = "2025-03-01"
reconsent-within = "P3M"

[[consent]]
code = "assent-7"
kind = "assent"
label = { en = "Assent", zh-Hans = "赞同书", ja = "アセント文書" }
age-from = "P7Y"
age-under = "P12Y"
within = "P6M"
cites = "sponsor: practice"

[[consent.version]]
version = "1.0"
"#;

/// The preset with forms in place of the visits and tasks that ask for consent there.
fn text() -> String {
    let (_, preset) = protocol::presets().into_iter().find(|(path, _)| *path == "cde/lentiviral-hsc-15y").unwrap();
    let asks = |part: &&str| {
        let tasks = ["\n  \"reconsent\",\n", "\n  \"assent\",\n"];
        part.starts_with("[[visit]]") && tasks.iter().any(|task| part.contains(task))
    };
    let kept: String = preset.split_inclusive("\n\n").filter(|part| !asks(part)).collect();
    let kept: Vec<&str> = kept.lines().filter(|line| !line.contains("{ task = \"assent\"")).collect();
    format!("{}\n{FORMS}", kept.join("\n"))
}

/// A girl born on 11 February 2021, dosed on 31 August 2024, her consent signed the same day.
fn child() -> (Stage, SubjectId) {
    let mut stage = stage(&text());
    let mut form = stage.form("S-001");
    form.consented_on = "2024-08-31".into();
    form.identity = Identity { name: "Planted Child".into(), ..Identity::default() };
    let subject = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    (stage, subject)
}

fn entry(version: &str, on: &str) -> ConsentEntry {
    ConsentEntry {
        record: None,
        kind: ConsentKind::Consent,
        form: "main".into(),
        version: version.into(),
        on: on.into(),
        relation: Some(Relation::Mother),
        guardian: None,
        language: "zh-Hans".into(),
        copy_given: true,
        witness: false,
        interpreter: true,
        declined: false,
    }
}

fn form(subject: SubjectId, entry: ConsentEntry, because: &str) -> CourseForm {
    CourseForm { subject, change: CourseChange::Consent(entry), because: because.into() }
}

fn codes(answer: &Enrolled) -> Vec<&str> {
    answer.problems.iter().map(|problem| problem.code.as_str()).collect()
}

fn page(stage: &Stage, subject: SubjectId, day: &str) -> ConsentPage {
    stage.clinic.consent_page(subject, &now(day)).unwrap()
}

fn asked(page: &ConsentPage) -> Vec<&str> {
    page.asked.iter().map(|asked| asked.line.key.as_str()).collect()
}

#[test]
fn a_new_version_is_asked_on_the_list_of_work_and_settled_by_its_signature() {
    let (mut stage, subject) = child();
    let today = now("2025-04-01");
    let before = page(&stage, subject, "2025-04-01");
    assert_eq!(before.holds.unwrap().text, "Main consent, version 1.0: signed 31 Aug 2024");
    assert_eq!(asked(&page(&stage, subject, "2025-04-01")), ["consent:main:version:2.0"]);
    let row = |stage: &Stage| {
        let list = stage.clinic.worklist(&TodayAsked { limit: 200, ..TodayAsked::default() }, &today).unwrap();
        list.rows.into_iter().find(|row| row.key.starts_with("consent:"))
    };
    let line = row(&stage).unwrap();
    assert_eq!((line.action, line.what.as_str()), (WorkAction::RecordConsent, "Sign again: Main consent, version 2.0"));
    assert!(line.because.contains("1 Mar 2025") && line.because.contains("1 Jun 2025"), "{}", line.because);
    let change = form(subject, entry("2.0", "2025-04-01"), "");
    let preview = stage.clinic.preview_course(&change, &today).unwrap();
    assert!(preview.problems.is_empty() && preview.moved.len() == 1, "{preview:#?}");
    assert_eq!(stage.clinic.change_course(&change, &today).unwrap().subject, Some(subject));
    assert!(row(&stage).is_none());
    let after = page(&stage, subject, "2025-04-01");
    let held = after.holds.unwrap();
    assert_eq!(held.text, "Main consent, version 2.0: signed 1 Apr 2025 (mother)");
    assert!(held.about.contains("copy handed over") && held.about.contains("interpreter"), "{}", held.about);
    let told: Vec<&str> = after.signed.iter().map(|one| one.version.as_str()).collect();
    assert_eq!(told, ["2.0", "1.0"]);
    let lines = stage.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap();
    let line = lines.iter().find(|line| line.kind == FactKind::Consent).unwrap();
    assert_eq!(line.what, "Consent main, version 2.0");
    let shown = |field: &str| line.changes.iter().find(|change| change.field == field).unwrap();
    assert_eq!((shown("relation").after.as_str(), shown("interpreter").after.as_str()), ("mother", "yes"));
}

#[test]
fn what_is_unusual_about_a_signature_asks_for_a_reason_and_what_is_wrong_is_refused() {
    let (mut stage, subject) = child();
    let today = now("2025-04-01");
    for (wrong, place) in [
        (ConsentEntry { form: "nobody".into(), ..entry("1.0", "2025-04-01") }, "form"),
        (entry(" ", "2025-04-01"), "version"),
        (entry("2.0", "2025-04-02"), "on"),
        (entry("2.0", "2020-04-02"), "on"),
        (ConsentEntry { guardian: Some(GuardianId(subject.0)), ..entry("2.0", "2025-04-01") }, "guardian"),
    ] {
        let answer = stage.clinic.change_course(&form(subject, wrong, "a reason does not help"), &today).unwrap();
        assert!(answer.subject.is_none() && answer.problems.iter().any(|problem| problem.place == place), "{answer:?}");
        assert!(answer.problems.iter().all(|problem| !problem.text.contains('⟦')), "{answer:?}");
    }
    let own = ConsentEntry { relation: None, ..entry("2.0", "2025-04-01") };
    for (unusual, code) in [
        (entry("1.0", "2025-04-01"), "consent-version-replaced"),
        (entry("2.0", "2025-02-28"), "consent-version-not-yet"),
        (entry("9.9", "2025-04-01"), "consent-version-unknown"),
        (own, "consent-by-child"),
        (ConsentEntry { form: "assent-7".into(), ..entry("1.0", "2025-04-01") }, "consent-by-another"),
    ] {
        let lines = stage.lines();
        let answer = stage.clinic.change_course(&form(subject, unusual.clone(), " "), &today).unwrap();
        assert!(answer.subject.is_none() && codes(&answer) == [code], "{code}: {answer:?}");
        assert_eq!(stage.lines(), lines, "what waits for a reason is not written");
        let answer = stage.clinic.change_course(&form(subject, unusual, "as the paper says"), &today).unwrap();
        assert_eq!(answer.subject, Some(subject), "{code}");
    }
}

#[test]
fn a_signature_is_corrected_with_a_reason_and_one_that_never_was_is_asked_again() {
    let (mut stage, subject) = child();
    let today = now("2025-04-10");
    stage.clinic.change_course(&form(subject, entry("2.0", "2025-04-01"), ""), &today).unwrap();
    let record = page(&stage, subject, "2025-04-10").holds.unwrap().record;
    let mended = ConsentEntry { record: Some(record), relation: Some(Relation::Father), ..entry("2.0", "2025-04-03") };
    let refused = stage.clinic.change_course(&form(subject, mended.clone(), ""), &today).unwrap();
    assert!(refused.subject.is_none() && refused.problems.iter().any(|problem| problem.place == "because"));
    stage.clinic.change_course(&form(subject, mended, "the father signed, two days later"), &today).unwrap();
    let held = page(&stage, subject, "2025-04-10").holds.unwrap();
    assert_eq!((held.text.as_str(), held.revision), ("Main consent, version 2.0: signed 3 Apr 2025 (father)", 2));
    let never =
        CourseForm { subject, change: CourseChange::NoConsent { record }, because: "another child's paper".into() };
    stage.clinic.change_course(&never, &today).unwrap();
    let after = page(&stage, subject, "2025-04-10");
    assert_eq!((after.holds.unwrap().version.as_str(), after.asked.len()), ("1.0", 1));
}

#[test]
fn a_child_is_asked_for_assent_at_seven_and_of_age_for_their_own_consent() {
    let (stage, subject) = child();
    let first = page(&stage, subject, "2025-01-01");
    let later: Vec<&str> = first.later.iter().map(|line| line.key.as_str()).collect();
    assert_eq!(later, ["consent:assent-7:age", "consent:main:majority"]);
    let at_seven = page(&stage, subject, "2028-02-11");
    let assent = at_seven.asked.iter().find(|asked| asked.form == "assent-7").unwrap();
    assert_eq!((assent.kind, assent.relation, assent.version.as_str()), (ConsentKind::Assent, None, "1.0"));
    assert!(matches!(assent.line.standing, Standing::Open { .. }), "{:?}", assent.line.standing);
    assert!(assent.line.explanation.starts_with("Reaches 7 years on 11 Feb 2028"), "{}", assent.line.explanation);
    let at_eighteen = page(&stage, subject, "2039-02-11");
    let own = at_eighteen.asked.iter().find(|asked| asked.line.key == "consent:main:majority").unwrap();
    assert!(at_eighteen.of_age && own.relation.is_none(), "they sign for themselves");
    assert!(own.line.citation.is_some() && own.line.label.contains("now of age"), "{}", own.line.label);
}

const MOTHER: &str = "Planted Mother 7731";
const GRANDMOTHER: &str = "Planted Grandmother 七七三一";

fn guardian(subject: SubjectId, name: &str, relation: Relation) -> GuardianForm {
    GuardianForm {
        subject,
        guardian: None,
        relation,
        name: name.into(),
        telephone: format!("+86 {name}"),
        email: String::new(),
        address: String::new(),
        from_on: String::new(),
        until_on: String::new(),
        lives_with: true,
        may_decide: true,
        because: String::new(),
    }
}

/// The mother decides until May 2025, the grandmother from then on.
fn with_guardians() -> (Stage, SubjectId, [GuardianId; 2]) {
    let (mut stage, subject) = child();
    let keep = |stage: &mut Stage, form: &GuardianForm, day: &str| {
        let done = stage.clinic.keep_guardian(form, &now(day)).unwrap();
        assert_eq!(done.subject, Some(subject), "{:?}", done.problems);
    };
    let mother = guardian(subject, MOTHER, Relation::Mother);
    keep(&mut stage, &mother, "2024-09-01");
    let known = stage.clinic.identity(subject).unwrap().guardians;
    let ends = GuardianForm {
        guardian: Some(known[0].id),
        until_on: "2025-04-30".into(),
        because: "moved abroad".into(),
        ..mother
    };
    keep(&mut stage, &ends, "2025-05-02");
    let comes = GuardianForm { from_on: "2025-05-01".into(), ..guardian(subject, GRANDMOTHER, Relation::Grandparent) };
    keep(&mut stage, &comes, "2025-05-02");
    let ids: Vec<GuardianId> = stage.clinic.identity(subject).unwrap().guardians.iter().map(|one| one.id).collect();
    (stage, subject, [ids[0], ids[1]])
}

#[test]
fn whoever_comes_to_decide_is_asked_to_sign_and_a_past_guardian_only_with_a_reason() {
    let (mut stage, subject, [mother, grandmother]) = with_guardians();
    let today = now("2025-05-10");
    let key = format!("consent:main:guardian:{grandmother}");
    let shown = page(&stage, subject, "2025-05-10");
    assert!(asked(&shown).contains(&key.as_str()), "{:?}", asked(&shown));
    let line = shown.asked.iter().find(|asked| asked.line.key == key).unwrap();
    assert_eq!((line.relation, line.guardian), (Some(Relation::Grandparent), Some(grandmother)));
    assert_eq!(line.label, "New guardian signs (grandparent): Main consent");
    let holds: Vec<bool> = shown.guardians.iter().map(|one| one.holds).collect();
    assert_eq!(holds, [false, true]);
    let by = |id| form(subject, ConsentEntry { guardian: Some(id), ..entry("2.0", "2025-05-10") }, "");
    let past = stage.clinic.change_course(&by(mother), &today).unwrap();
    assert_eq!(codes(&past), ["guardian-not-then"]);
    assert_eq!(stage.clinic.change_course(&by(grandmother), &today).unwrap().subject, Some(subject));
    let after = page(&stage, subject, "2025-05-10");
    // One signature answers the new guardian's and the new version's.
    assert!(after.asked.is_empty(), "{:?}", asked(&after));
    assert_eq!(after.holds.unwrap().text, "Main consent, version 2.0: signed 10 May 2025 (grandparent)");
}

#[test]
fn whoever_decides_at_enrolment_is_a_guardian_from_birth_asked_for_on_the_telephone() {
    let mut stage = stage(&text());
    let mut asked = stage.form("S-009");
    let nobody = FirstGuardian { telephone: "+86 1".into(), ..FirstGuardian::default() };
    asked.guardians = vec![FirstGuardian { name: MOTHER.into(), ..nobody.clone() }, nobody];
    let refused = stage.clinic.enrol(&asked, &now("2024-08-31")).unwrap();
    let places: Vec<&str> = refused.problems.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!((refused.subject, places), (None, vec!["guardians.1.name"]));
    asked.guardians.pop();
    let subject = stage.clinic.enrol(&asked, &now("2024-08-31")).unwrap().subject.unwrap();
    let shown = page(&stage, subject, "2024-09-01");
    let known: Vec<_> = shown.guardians.iter().map(|one| (one.relation, one.from_on, one.holds)).collect();
    assert_eq!(known, [(Relation::Mother, None, true)]);
    assert_eq!(stage.clinic.identity(subject).unwrap().guardians[0].name, MOTHER);
    // Nobody new: enrolment asks for the form, not a change of guardians.
    assert!(shown.asked.iter().all(|asked| !asked.line.key.contains("guardian")), "{:?}", shown.asked);
    // The visit says what is still to be signed, on its day and not before.
    let plan = |on: &str| {
        let asked = VisitAsked { subject, on: on.into(), code: None, also: None };
        stage.clinic.plan_visit(&asked, &now("2024-09-02")).unwrap().to_sign
    };
    let lines: Vec<String> = plan("2024-09-01").into_iter().map(|one| one.text).collect();
    assert!(lines.iter().any(|line| line.contains("Main consent") && line.starts_with("To be signed by")), "{lines:?}");
    assert!(plan("2024-08-30").is_empty());
}

#[test]
fn guardians_are_kept_sealed_with_their_history_and_go_with_the_identity() {
    let (mut stage, subject, [mother, _]) = with_guardians();
    // A change of the child's name leaves them as they are, whatever the window sends.
    let identity = Identity { name: "Planted Child Again".into(), ..Identity::default() };
    stage.clinic.set_identity(subject, &identity, "spelled wrong", &now("2025-05-03")).unwrap();
    let kept = stage.clinic.identity(subject).unwrap();
    assert_eq!(kept.name, "Planted Child Again");
    assert_eq!(kept.guardians.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), [MOTHER, GRANDMOTHER]);
    assert_eq!(kept.guardians[0].until_on.unwrap().to_string(), "2025-04-30");
    // A correction wants a reason, days in order, and somebody of the list.
    let wrong = |more: fn(&mut GuardianForm), id| {
        let mut form = GuardianForm { guardian: id, ..guardian(subject, MOTHER, Relation::Mother) };
        more(&mut form);
        form
    };
    for (form, place) in [
        (wrong(|_| {}, Some(mother)), "because"),
        (wrong(|form| form.name = " ".into(), None), "name"),
        (wrong(|form| form.from_on = "2020-01-01".into(), None), "from_on"),
        (wrong(|form| form.from_on = "May".into(), None), "from_on"),
        (wrong(|form| (form.from_on, form.until_on) = ("2025-02-01".into(), "2025-01-01".into()), None), "until_on"),
        (wrong(|form| form.because = "x".into(), Some(GuardianId(subject.0))), "guardian"),
    ] {
        let lines = stage.lines();
        let answer = stage.clinic.keep_guardian(&form, &now("2025-05-03")).unwrap();
        assert!(answer.subject.is_none() && answer.problems.iter().any(|problem| problem.place == place), "{answer:?}");
        assert_eq!(stage.lines(), lines);
    }
    // Nothing in the clear: not in the ledger as it is exported, not on the disk.
    let mut out = Vec::new();
    stage.clinic.export_json_lines(&mut out, Identities::LeftOut).unwrap();
    let clear = String::from_utf8(out).unwrap();
    assert!(clear.contains("\"fact\":\"guardianship\"") && clear.contains("2025-04-30"));
    assert!(!clear.contains("Planted"), "a name in the clear");
    for file in files(stage.folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        for marker in [MOTHER, GRANDMOTHER] {
            let found = bytes.windows(marker.len()).any(|part| part == marker.as_bytes());
            assert!(!found, "a guardian is readable in {}", file.display());
        }
    }
    stage.clinic.erase_identity(subject).unwrap();
    assert_eq!(stage.clinic.identity(subject).unwrap_err().code, "store-identity-erased");
    let again = guardian(subject, "Nobody", Relation::Father);
    assert_eq!(stage.clinic.keep_guardian(&again, &now("2025-05-04")).unwrap_err().code, "store-identity-erased");
    let relations: Vec<String> =
        page(&stage, subject, "2025-05-04").guardians.into_iter().map(|one| one.relation_text).collect();
    assert_eq!(relations, ["mother", "grandparent"], "what dates follow from stays");
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn somebody_who_turns_out_not_to_decide_leaves_no_trace_in_the_clear() {
    let (mut stage, subject, [_, grandmother]) = with_guardians();
    let corrected = GuardianForm {
        guardian: Some(grandmother),
        from_on: "2025-05-01".into(),
        may_decide: false,
        because: "the court decided otherwise".into(),
        ..guardian(subject, GRANDMOTHER, Relation::Grandparent)
    };
    assert_eq!(stage.clinic.keep_guardian(&corrected, &now("2025-05-20")).unwrap().subject, Some(subject));
    let shown = page(&stage, subject, "2025-05-20");
    assert_eq!(shown.guardians.len(), 1);
    assert!(asked(&shown).iter().all(|key| !key.contains("main:guardian")), "{:?}", asked(&shown));
    // The mother went and she does not decide: nobody does.
    assert_eq!(to_decide(&stage, "2025-05-20").len(), 1);
    let by = form(subject, ConsentEntry { guardian: Some(grandmother), ..entry("2.0", "2025-05-20") }, "");
    assert_eq!(codes(&stage.clinic.change_course(&by, &now("2025-05-20")).unwrap()), ["guardian-may-not-decide"]);
}

#[test]
fn a_monitor_reads_who_may_decide_and_no_name() {
    let (stage, subject, _) = with_guardians();
    let mut stage = stage.sit_down(Role::Monitor);
    assert_eq!(page(&stage, subject, "2025-05-10").guardians.len(), 2);
    assert!(stage.clinic.identity(subject).is_err());
    let signs = form(subject, entry("2.0", "2025-05-10"), "");
    assert_eq!(stage.clinic.change_course(&signs, &now("2025-05-10")).unwrap_err().code, "role-may-not");
    let new = guardian(subject, "Nobody", Relation::Father);
    assert_eq!(stage.clinic.keep_guardian(&new, &now("2025-05-10")).unwrap_err().code, "role-may-not");
}

#[test]
fn the_sheet_of_the_family_names_what_is_to_be_signed_among_what_is_done_at_the_visit() {
    let (stage, subject) = child();
    for (language, said, of_age) in [
        ("en", "Read and sign the consent form", "now of age"),
        ("zh-Hans", "阅读并签署知情同意书", "须由本人签署"),
        ("ja", "同意書を読んで署名します", "本人の署名が必要"),
    ] {
        let asked = PrintAsked {
            subject,
            paper: PaperSize::A4,
            language: language.into(),
            show_product: false,
            folder: String::new(),
        };
        let printed = stage.clinic.print_schedule(&asked, &now("2025-03-10")).unwrap();
        let out = std::process::Command::new("pdftotext").args(["-raw", &printed.path, "-"]).output().unwrap();
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        // Set in columns: lines break where the paper wants.
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        assert!(joined(&text).contains(&joined(said)), "{language}:\n{text}");
        // What is to be signed years from now has a row of its own.
        assert!(joined(&text).contains(&joined(of_age)), "{language}:\n{text}");
        assert!(!text.contains('⟦'), "{text}");
    }
}

/// Protocols without forms ask at visits: the page tells those, and a signature settles them.
#[test]
fn without_forms_the_visits_that_ask_for_consent_are_told_and_signed_here() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let day = "2028-02-20";
    let shown = page(&stage, subject, day);
    let assent = shown.asked.iter().find(|asked| asked.line.key == "visit:AGE7").unwrap();
    assert_eq!((assent.kind, assent.form.as_str(), shown.forms.len()), (ConsentKind::Assent, "", 0));
    let signs = ConsentEntry { kind: assent.kind, form: String::new(), relation: None, ..entry("3.1", day) };
    let done = stage.clinic.change_course(&form(subject, signs, ""), &now(day)).unwrap();
    assert_eq!(done.subject, Some(subject), "{:?}", done.problems);
    let after = page(&stage, subject, day);
    assert!(after.asked.iter().all(|asked| asked.line.key != "visit:AGE7"));
    assert_eq!(after.beside[0].text, "Assent, version 3.1: signed 20 Feb 2028 (the subject)");
}

#[test]
fn a_signature_of_the_amended_version_is_the_consent_that_a_move_asks_for() {
    let (mut stage, subject) = child();
    let amendment = "[amendment]\namends = \"1.0\"\neffective-on = \"2025-06-01\"\nreconsent = true\ncites = \"sponsor: amendment 3\"\n\n[product]";
    let newer = "version = \"2.0\"\neffective-on = \"2025-03-01\"\nreconsent-within = \"P3M\"\n\n[[consent.version]]\nversion = \"3.0\"\neffective-on = \"2025-06-01\"\nreconsent-within = \"P3M\"\n";
    let text = text().replacen("version = \"1.0\"", "version = \"3\"", 1).replacen("[product]", amendment, 1);
    let text =
        text.replacen("version = \"2.0\"\neffective-on = \"2025-03-01\"\nreconsent-within = \"P3M\"\n", newer, 1);
    let today = now("2025-06-20");
    let protocol = stage.clinic.adopt_protocol(&text, &today).unwrap();
    let moves = CourseForm {
        subject,
        change: CourseChange::Amendment {
            protocol,
            moves_on: "2025-06-20".into(),
            reconsented_on: String::new(),
            without_consent: false,
        },
        because: "amendment 3".into(),
    };
    let told = |stage: &Stage| {
        let preview = stage.clinic.preview_course(&moves, &today).unwrap();
        preview.problems.into_iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(told(&stage), ["reconsent-missing"]);
    // The form of the amended text is offered before anybody moves to it.
    let form_line = page(&stage, subject, "2025-06-20").forms.into_iter().find(|form| form.code == "main").unwrap();
    assert_eq!((form_line.versions.join(" "), form_line.now.as_str()), ("1.0 2.0 3.0".to_owned(), "3.0"));
    let signed = stage.clinic.change_course(&form(subject, entry("3.0", "2025-06-19"), ""), &today).unwrap();
    assert_eq!(signed.subject, Some(subject), "{:?}", signed.problems);
    assert!(told(&stage).is_empty());
}

/// A boy who comes of age on 11 February 2025, dosed on 31 August 2024; his mother signed.
fn nearly_of_age() -> (Stage, SubjectId) {
    let mut stage = stage(&text());
    let mut form = stage.form("S-001");
    form.born_on = "2007-02-11".into();
    form.consented_on = "2024-08-31".into();
    let subject = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    (stage, subject)
}

fn to_decide(stage: &Stage, day: &str) -> Vec<WorkRow> {
    let asked = TodayAsked { limit: 500, ..TodayAsked::default() };
    let rows = stage.clinic.worklist(&asked, &now(day)).unwrap().rows;
    rows.into_iter().filter(|row| row.action == WorkAction::Decide).collect()
}

#[test]
fn who_declines_at_majority_has_no_consent_in_force_and_a_line_until_they_sign_or_leave() {
    let (mut stage, subject) = nearly_of_age();
    let own =
        |declined: bool, day: &str| form(subject, ConsentEntry { relation: None, declined, ..entry("2.0", day) }, "");
    assert_eq!(
        stage.clinic.change_course(&own(true, "2025-03-03"), &now("2025-03-03")).unwrap().subject,
        Some(subject)
    );
    let shown = page(&stage, subject, "2025-03-04");
    assert!(shown.holds.is_none(), "{:?}", shown.holds);
    let rows = to_decide(&stage, "2025-03-04");
    assert_eq!(
        rows.iter().map(|row| row.what.as_str()).collect::<Vec<_>>(),
        ["Declined at majority: withdraw or sign (Main consent)"]
    );
    assert!(rows[0].because.contains("3 Mar 2025"), "{}", rows[0].because);
    let line = shown.asked.iter().find(|asked| Some(&asked.line.key) == rows[0].target.as_ref()).unwrap();
    assert_eq!(
        (line.act, line.kind, line.form.as_str(), line.relation),
        (AskedAct::Sign, ConsentKind::Consent, "main", None)
    );
    let visit = VisitAsked { subject, on: "2025-03-04".into(), code: Some("M6".into()), also: None };
    let told = stage.clinic.plan_visit(&visit, &now("2025-03-04")).unwrap().to_sign;
    assert!(told.iter().any(|one| one.text == rows[0].what), "{told:?}");
    assert_eq!(
        stage.clinic.change_course(&own(false, "2025-03-10"), &now("2025-03-10")).unwrap().subject,
        Some(subject)
    );
    assert!(to_decide(&stage, "2025-03-11").is_empty());
    assert_eq!(
        page(&stage, subject, "2025-03-11").holds.unwrap().text,
        "Main consent, version 2.0: signed 10 Mar 2025 (the subject)"
    );
}

#[test]
fn who_declines_at_majority_and_leaves_is_asked_for_nothing() {
    let (mut stage, subject) = nearly_of_age();
    let no = form(subject, ConsentEntry { relation: None, declined: true, ..entry("2.0", "2025-03-03") }, "");
    stage.clinic.change_course(&no, &now("2025-03-03")).unwrap();
    assert_eq!(to_decide(&stage, "2025-03-04").len(), 1);
    let left = StatusForm {
        subject,
        status: Status::Withdrawn,
        on: "2025-03-03".into(),
        because: "declined of age".into(),
        call_off: false,
    };
    stage.clinic.change_status(&left, &now("2025-03-04")).unwrap();
    assert!(to_decide(&stage, "2025-03-05").is_empty());
}

#[test]
fn a_child_whose_last_guardian_went_is_on_the_list_until_somebody_is_named() {
    let (mut stage, subject, [_, grandmother]) = with_guardians();
    assert!(to_decide(&stage, "2025-05-20").is_empty(), "one went and another came");
    let ends = GuardianForm {
        guardian: Some(grandmother),
        from_on: "2025-05-01".into(),
        until_on: "2025-05-31".into(),
        because: "the court's order ended".into(),
        ..guardian(subject, GRANDMOTHER, Relation::Grandparent)
    };
    assert_eq!(stage.clinic.keep_guardian(&ends, &now("2025-05-20")).unwrap().subject, Some(subject));
    let rows = to_decide(&stage, "2025-06-03");
    assert_eq!(rows.len(), 1);
    assert!(rows[0].what.starts_with("Nobody decides for the child"), "{}", rows[0].what);
    assert!(rows[0].because.contains("31 May 2025") && rows[0].because.contains("11 Feb 2039"), "{}", rows[0].because);
    let shown = page(&stage, subject, "2025-06-03");
    let line = shown.asked.iter().find(|asked| Some(&asked.line.key) == rows[0].target.as_ref()).unwrap();
    assert_eq!(line.act, AskedAct::Guardian);
    let comes = GuardianForm { from_on: "2025-06-02".into(), ..guardian(subject, "Planted Father", Relation::Father) };
    assert_eq!(stage.clinic.keep_guardian(&comes, &now("2025-06-03")).unwrap().subject, Some(subject));
    assert!(to_decide(&stage, "2025-06-03").is_empty());
}
