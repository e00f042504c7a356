//! Rows dropped and computed anew are the same rows.

use facts::CivilDate;

use super::site::*;
use crate::{FindingRow, ObligationRow, Store, SubjectRow};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn everything(store: &Store) -> (Vec<SubjectRow>, Vec<ObligationRow>, Vec<FindingRow>, Vec<SubjectRow>) {
    let subjects = store.subject_rows().unwrap();
    let of = |row: &SubjectRow| row.subject;
    let obligations = subjects.iter().flat_map(|row| store.obligations_of(of(row)).unwrap()).collect();
    let findings = subjects.iter().flat_map(|row| store.findings_of(of(row)).unwrap()).collect();
    (subjects.clone(), obligations, findings, store.search("s-00").unwrap())
}

#[test]
fn rebuilding_gives_what_the_saves_left() {
    let place = place();
    let mut store = open_store(&place);
    for code in ["S-003", "S-001", "S-002"] {
        let subject = enrol(&mut store, code);
        for (second, on) in [(2, "2026-01-01"), (3, "2025-01-01")] {
            let note = if second == 3 { "settled" } else { "" };
            store.append(Some(subject), vec![new(second, visit(on, note))], |entries| rows(subject, entries)).unwrap();
        }
    }
    let before = everything(&store);
    assert_eq!((before.0.len(), before.1.len(), before.2.len(), before.3.len()), (3, 6, 6, 3));
    assert_eq!(store.rebuild("a test", &mut rows).unwrap(), 3);
    assert_eq!(before, everything(&store));
    // Dropped rows come back, and a subject that no longer has any loses them.
    store.connection.execute("DELETE FROM obligations", []).unwrap();
    store.rebuild("a test", &mut rows).unwrap();
    assert_eq!(before, everything(&store));
    assert_eq!(store.rebuild("a test", &mut |_, _| None).unwrap(), 0);
    assert!(store.subject_rows().unwrap().is_empty() && store.open_findings(10).unwrap().is_empty());
}

#[test]
fn the_worklist_is_unsettled_and_most_urgent_first() {
    let place = place();
    let mut store = open_store(&place);
    for (code, ons) in [("B", ["2025-03-01", "2025-01-01"]), ("A", ["2025-01-01", "2030-01-01"])] {
        let subject = enrol(&mut store, code);
        let visits = ons.iter().map(|on| new(2, visit(on, ""))).chain([new(3, visit("2025-01-01", "settled"))]);
        store.append(Some(subject), visits.collect(), |entries| rows(subject, entries)).unwrap();
    }
    let shown = |rows: Vec<ObligationRow>| -> Vec<String> {
        rows.into_iter().map(|row| format!("{} {}", row.subject_code, row.due_on)).collect()
    };
    let all = ["A 2025-01-01", "B 2025-01-01", "B 2025-03-01"];
    assert_eq!(shown(store.open_obligations(day("2025-12-31"), usize::MAX, 0).unwrap()), all);
    assert_eq!(shown(store.open_obligations(day("2025-12-31"), 1, 1).unwrap()), all[1..2]);
    let windows = store.open_windows(day("2025-12-31")).unwrap();
    let whole = store.open_obligations(day("2025-12-31"), usize::MAX, 0).unwrap();
    assert_eq!(windows.len(), whole.len());
    for (window, row) in windows.iter().zip(whole) {
        assert_eq!((&window.key, window.latest_on), (&row.key, row.latest_on));
        assert_eq!(store.obligation(window.subject, &window.key).unwrap(), Some(row));
    }
    // The window opens seven days before: the boundary day is in.
    assert_eq!(store.open_obligations(day("2024-12-25"), 9, 0).unwrap().len(), 2);
    assert_eq!(store.open_obligations(day("2024-12-24"), 9, 0).unwrap().len(), 0);
    let findings: Vec<CivilDate> = store.open_findings(3).unwrap().iter().map(|row| row.seen_on).collect();
    assert_eq!(findings, [day("2030-01-01"), day("2025-03-01"), day("2025-01-01")]);
}

#[test]
fn a_calendar_holds_the_days_that_were_asked_for_in_their_order() {
    let place = place();
    let mut store = open_store(&place);
    let plans =
        [("B", "2025-03-31", "09:00"), ("A", "2025-03-31", "08:30"), ("A", "2025-04-01", ""), ("C", "2025-02-28", "")];
    for (code, on, at) in plans {
        let known = store.subject_row_by_code(code).unwrap().map(|row| row.subject);
        let subject = known.unwrap_or_else(|| enrol(&mut store, code));
        store.append(Some(subject), vec![new(2, appointment(on, at))], |entries| rows(subject, entries)).unwrap();
    }
    let told = |from: &str, to: &str| -> Vec<String> {
        let rows = store.appointments_between(day(from), day(to)).unwrap();
        rows.into_iter().map(|row| format!("{} {}", row.subject_code, row.planned_at)).collect()
    };
    assert_eq!(told("2025-03-01", "2025-03-31"), ["A 08:30", "B 09:00"]);
    assert_eq!(told("2025-02-28", "2025-04-01"), ["C ", "A 08:30", "B 09:00", "A "]);
    let open = store.open_appointments(day("2025-03-31")).unwrap();
    assert_eq!(open.iter().map(|row| row.planned_at.as_str()).collect::<Vec<_>>(), ["08:30", "09:00", ""]);
    let row = store.appointments_between(day("2025-04-01"), day("2025-04-01")).unwrap().remove(0);
    assert_eq!(store.appointment_by_uid(&row.uid).unwrap(), Some(row.clone()));
    assert_eq!(store.appointments_of(row.subject).unwrap().len(), 2);
    store.rebuild("a test", &mut rows).unwrap();
    assert_eq!(store.appointment_by_uid(&row.uid).unwrap(), Some(row));
}

#[test]
fn windows_and_work_are_counted_by_day_and_by_month() {
    let place = place();
    let mut store = open_store(&place);
    for code in ["A", "B"] {
        let subject = enrol(&mut store, code);
        let visits =
            [new(2, visit("2025-03-07", "")), new(3, visit("2025-05-01", "")), new(4, visit("2025-03-07", "settled"))];
        store.append(Some(subject), visits.to_vec(), |entries| rows(subject, entries)).unwrap();
    }
    // Each window is seven days before to seven days after.
    let windows = |from: &str, to: &str| store.windows_between(day(from), day(to)).unwrap().len();
    assert_eq!(windows("2025-03-14", "2025-03-31"), 2);
    assert_eq!(windows("2025-03-15", "2025-04-23"), 0);
    assert_eq!(windows("2025-03-15", "2025-04-24"), 2);
    let due = store.due_by_day(day("2025-03-01"), day("2025-04-30")).unwrap();
    let due: Vec<(String, &str, u32)> =
        due.iter().map(|row| (row.due_on.to_string(), row.kind.as_str(), row.count)).collect();
    assert_eq!(due, [("2025-03-07".to_owned(), "visit", 2)]);
    let months = store.expected_by_month().unwrap();
    assert_eq!(months.iter().map(|row| row.count).sum::<u32>(), 4);
    assert!(months.iter().all(|row| row.tasks == "blood-count growth" && row.month_on.day() == 1));
}

#[test]
fn a_subject_is_found_by_code_and_by_part_of_it() {
    let place = place();
    let mut store = open_store(&place);
    for code in ["S-001", "S-010", "東-100%"] {
        enrol(&mut store, code);
    }
    let codes = |text: &str| -> Vec<String> { store.search(text).unwrap().into_iter().map(|row| row.code).collect() };
    assert_eq!(codes(" s-0 "), ["S-001", "S-010"]);
    assert_eq!(codes("東"), ["東-100%"]);
    assert_eq!(codes("%"), ["東-100%"]);
    assert_eq!(codes("").len(), 3);
    assert_eq!(store.subject_row_by_code("s-010").unwrap().unwrap().code, "S-010");
    assert!(store.subject_row_by_code("S-01").unwrap().is_none());
}

#[test]
fn two_rows_with_one_key_do_not_stop_a_save() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    let doubled = |entries: &[facts::Entry]| {
        let mut rows = rows(subject, entries)?;
        rows.obligations.extend(rows.obligations.clone());
        rows.findings.extend(rows.findings.clone());
        Some(rows)
    };
    store.append(Some(subject), vec![new(2, visit("2025-01-01", ""))], doubled).unwrap();
    assert_eq!(store.obligations_of(subject).unwrap().len(), 2);
}
