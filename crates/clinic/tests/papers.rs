//! What leaves the clinic on paper: nothing that tells what was given, no window that has passed, no key.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

mod site;

use std::path::Path;
use std::process::Command;

use clinic::wire::enrol::{FirstGuardian, StatusForm};
use clinic::wire::page::{CallAsked, CallKind, PaperSize, PrintAsked};
use clinic::wire::today::TodayAsked;
use facts::fact::{Mode, Status};
use facts::{Relation, SubjectId};
use site::{now, stage};

fn asked(subject: SubjectId, language: &str) -> PrintAsked {
    PrintAsked { subject, paper: PaperSize::A4, language: language.into(), show_product: false, folder: String::new() }
}

/// As poppler reads it, without the line breaks.
fn text(path: &str) -> String {
    let told = Command::new("pdftotext").args([path, "-"]).output().expect("poppler is installed");
    String::from_utf8(told.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sheet_names_no_product_and_no_study_in_any_language() {
    for (preset, protocol, _) in clinic::default_protocols() {
        let mut stage = stage(&preset);
        let subject = stage.enrol("S-001");
        for language in ["en", "zh-Hans", "ja"] {
            let printed = stage.clinic.print_schedule(&asked(subject, language), &now("2024-09-01")).unwrap();
            let text = text(&printed.path);
            assert!(text.contains("S-001") && text.contains("+86 10 5550"), "{preset} {language}");
            let product = protocol::text(&protocol.product.name, language);
            let title = protocol::text(&protocol.title, language);
            for secret in
                [product, title, protocol.id.as_str(), "lentiviral", "AAV", "CAR-T", "慢病毒", "レンチウイルス"]
            {
                assert!(!text.contains(secret), "{preset} {language}: {secret}\n{text}");
            }
        }
    }
}

#[test]
fn a_window_that_has_passed_is_no_invitation() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let today = now("2025-06-15");
    let printed = stage.clinic.print_schedule(&asked(subject, "en"), &today).unwrap();
    let text = text(&printed.path);
    assert!(text.contains("Not done yet:") && text.contains("Month 6"), "{text}");
    assert!(!text.contains("February 2025") && !text.contains("Feb 2025"), "{text}");
    let calendar = stage.clinic.print_calendar(&asked(subject, "en"), &today).unwrap();
    let calendar = std::fs::read_to_string(calendar.path).unwrap();
    let starts = calendar.lines().filter_map(|line| line.strip_prefix("DTEND;VALUE=DATE:"));
    assert!(starts.clone().count() > 10 && starts.clone().all(|day| day > "20250615"), "{calendar}");
}

#[test]
fn nobody_who_left_gets_a_schedule() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let form = StatusForm {
        subject,
        status: Status::Deceased,
        on: "2025-01-02".into(),
        because: "told by the grandmother".into(),
        call_off: false,
    };
    stage.clinic.change_status(&form, &now("2025-01-03")).unwrap();
    let refused = stage.clinic.print_schedule(&asked(subject, "en"), &now("2025-01-03")).unwrap_err();
    assert_eq!(refused.code, "no-schedule-for-status");
    assert!(refused.say(stage.clinic.words()).contains("deceased"), "{}", refused.say(stage.clinic.words()));
}

#[test]
fn the_page_of_the_kit_leaves_the_disk() {
    let stage = stage("fda/lentiviral-hsc-15y");
    let kit = store::RecoveryKit { words: vec!["abandon".into(); 24], store_id: "0000".into() };
    let printed = stage.clinic.print_kit(&kit, &now("2024-01-01")).unwrap();
    assert!(text(&printed.path).contains("abandon"));
    stage.clinic.forget_kit().unwrap();
    assert!(!Path::new(&printed.path).exists());
    let mut folders = vec![stage.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for item in std::fs::read_dir(folder).unwrap().flatten() {
            match item.path() {
                path if path.is_dir() => folders.push(path),
                path => assert!(path.extension().is_none_or(|ending| ending != "pdf"), "{}", path.display()),
            }
        }
    }
    stage.clinic.forget_kit().expect("nothing to forget is no error");
}

#[test]
fn a_call_script_and_a_questionnaire_ask_what_is_due_and_name_no_product() {
    for (preset, protocol, _) in clinic::default_protocols() {
        let mut stage = stage(&preset);
        let subject = stage.enrol("S-001");
        for language in ["en", "zh-Hans", "ja"] {
            for kind in [CallKind::Script, CallKind::Questionnaire] {
                let (key, folder) = (String::new(), String::new());
                let asked = CallAsked { subject, key, kind, paper: PaperSize::A4, language: language.into(), folder };
                let printed = stage.clinic.print_call(&asked, &now("2024-09-01")).unwrap();
                let text = text(&printed.path);
                assert!(text.contains("S-001") && text.contains("+86 10 5550"), "{preset} {language}");
                assert!(!text.contains('⟦') && !text.contains("[U+"), "{preset} {language}\n{text}");
                let product = protocol::text(&protocol.product.name, language);
                for secret in [product, protocol.id.as_str()] {
                    assert!(!text.contains(secret), "{preset} {language}: {secret}\n{text}");
                }
            }
        }
    }
}

#[test]
fn a_call_is_about_the_next_visit_from_afar() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let mut form = stage.form("S-001");
    let father = FirstGuardian { relation: Relation::Father, name: "Planted Father".into(), ..Default::default() };
    form.guardians = vec![father];
    let subject = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    let page = stage.clinic.subject(subject, &now("2024-09-01")).unwrap();
    // Between the yearly contacts blood is drawn near the family: at those nothing is asked.
    let remote = page.visits.iter().find(|visit| {
        let afar = visit.modes.first().is_some_and(|mode| *mode != Mode::Clinic);
        !visit.code.is_empty() && afar && visit.tasks.iter().any(|task| task == "Contact and vital status")
    });
    let remote = remote.expect("years 6 to 15 are contacts from afar");
    let asked = |key: &str| CallAsked {
        subject,
        key: key.into(),
        kind: CallKind::Script,
        paper: PaperSize::Letter,
        language: "en".into(),
        folder: String::new(),
    };
    let printed = stage.clinic.print_call(&asked(""), &now("2024-09-01")).unwrap();
    let told = text(&printed.path);
    assert!(told.contains(&remote.label), "{}", remote.label);
    // Whom to ask for, but no name beside the code.
    assert!(told.contains("who decides for the child: father") && !told.contains("Planted"), "{told}");
    assert!(told.contains("Contact and vital status") && told.contains("A blood sample"), "{told}");
    let printed = stage.clinic.print_call(&asked("visit:M6"), &now("2024-09-01")).unwrap();
    let m6 = page.visits.iter().find(|visit| visit.key == "visit:M6").unwrap();
    assert!(text(&printed.path).contains(&m6.label));
    assert_eq!(stage.clinic.print_call(&asked("visit:none"), &now("2024-09-01")).unwrap_err().code, "no-visit-to-ask");
}

/// Line breaks fall anywhere, within Chinese words too.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_date_stands_on_paper_with_its_reason_and_its_clause() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    for language in ["en", "zh-Hans", "ja"] {
        stage.clinic.speak(language);
        let page = stage.clinic.subject(subject, &now("2025-06-15")).unwrap();
        assert!(page.visits.len() > 30);
        let printed = stage.clinic.print_reasons(subject, PaperSize::A4, &now("2025-06-15")).unwrap();
        assert_eq!(printed.visits as usize, page.visits.len());
        let paper = squeezed(&text(&printed.path));
        assert!(paper.contains(&squeezed(&wording(&stage, "month-end-rule"))), "{language}");
        for visit in &page.visits {
            let citation = &visit.citation.as_ref().unwrap().text;
            for said in [&visit.label, &visit.standing_text, &visit.explanation, citation] {
                // A page may end within a reason: its beginning has to be there.
                let beginning: String = squeezed(said).chars().take(24).collect();
                assert!(paper.contains(&beginning), "{language} {}: {said}\n{paper}", visit.key);
            }
        }
        assert!(!paper.contains('⟦') && !paper.contains("[U+"), "{language}");
    }
}

fn wording(stage: &site::Stage, key: &str) -> String {
    stage.clinic.words().say(key, &words::Args::default())
}

#[test]
fn the_list_of_the_day_accounts_for_everyone_and_bears_no_name() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    for code in ["S-001", "S-002", "S-003"] {
        stage.enrol(code);
    }
    let gone = stage.clinic.subject_of_code("S-003").unwrap();
    let form = StatusForm {
        subject: gone,
        status: Status::Deceased,
        on: "2025-01-02".into(),
        because: "told".into(),
        call_off: false,
    };
    stage.clinic.change_status(&form, &now("2025-01-03")).unwrap();
    let today = now("2025-06-15");
    let printed = stage.clinic.print_worklist(&TodayAsked::default(), PaperSize::A4, &today).unwrap();
    let told = text(&printed.path);
    assert!(told.contains("3 enrolled: 2 overdue, 1 deceased"), "{told}");
    let page = stage.clinic.worklist(&TodayAsked { limit: 500, ..TodayAsked::default() }, &today).unwrap();
    assert_eq!((printed.visits, page.total), (page.rows.len() as u32, page.rows.len() as u32));
    for row in &page.rows {
        assert!(told.contains(&row.code) && told.contains(&row.standing_text), "{row:?}\n{told}");
    }
    let asked = TodayAsked { search: "S-002".into(), ..TodayAsked::default() };
    let filtered = text(&stage.clinic.print_worklist(&asked, PaperSize::Letter, &today).unwrap().path);
    assert!(filtered.contains("S-002") && !filtered.contains("S-001"), "{filtered}");
}
