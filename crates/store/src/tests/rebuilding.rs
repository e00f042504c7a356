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
