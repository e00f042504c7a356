//! The past is read as it was, and neither read nor left changes a byte of the present.

use std::collections::BTreeSet;

use facts::{CivilDate, SubjectId};

use super::site::*;
use crate::projections::TABLES;
use crate::{FindingRow, NewEntry, ObligationRow, Stamp, Store, StoreError, SubjectRow};

type Everything = (Vec<SubjectRow>, Vec<ObligationRow>, Vec<FindingRow>, usize);

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn everything(store: &Store) -> Everything {
    let subjects = store.subject_rows().unwrap();
    let ids: Vec<SubjectId> = subjects.iter().map(|row| row.subject).collect();
    let obligations = ids.iter().flat_map(|id| store.obligations_of(*id).unwrap()).collect();
    let findings = ids.iter().flat_map(|id| store.findings_of(*id).unwrap()).collect();
    let mut entries = 0;
    store.all_entries(&mut |_, _| entries += 1).unwrap();
    (subjects, obligations, findings, entries)
}

/// An entry of a day, at a minute of it.
fn on(day: &str, minute: u64, note: &str) -> NewEntry {
    let at = Stamp { at: format!("{day}T23:{minute:02}:00+08:00"), unix_millis: 1_935_000_000_000 + minute };
    NewEntry { at, ..new(0, visit("2026-01-01", note)) }
}

/// A store with two people, whose lists are noted at the end of each day on which something was written.
fn lived(store: &mut Store) -> Vec<(CivilDate, Everything)> {
    let people = ["S-002", "S-001"].map(|code| enrol(store, code));
    let mut noted = Vec::new();
    for (minute, date) in ["2031-05-03", "2031-05-04", "2031-06-01", "2032-02-29"].into_iter().enumerate() {
        let subject = people[minute % 2];
        let entry = on(date, minute as u64, if minute == 2 { "settled" } else { "" });
        store.append(Some(subject), vec![entry], |entries| rows(subject, entries)).unwrap();
        noted.push((day(date), everything(store)));
    }
    noted
}

#[test]
fn each_past_day_shows_what_the_lists_said_that_evening() {
    let place = place();
    let mut store = open_store(&place);
    let noted = lived(&mut store);
    let present = everything(&store);
    for (day, then) in noted.iter().rev().chain(&noted) {
        store.look_back(*day).unwrap();
        assert_eq!(store.fill_past(&mut rows).unwrap(), 2);
        assert_eq!(&everything(&store), then, "{day}");
    }
    // The day before and the day after a change: the boundary is the civil day that its author's clock told.
    for (day_before, then) in [("2031-06-02", &noted[2].1), ("2031-05-31", &noted[1].1)] {
        store.look_back(day(day_before)).unwrap();
        store.fill_past(&mut rows).unwrap();
        assert_eq!(&everything(&store), then);
    }
    store.look_ahead().unwrap();
    assert_eq!(everything(&store), present);
    store.look_back(day("2031-05-01")).unwrap();
    assert_eq!(store.fill_past(&mut rows).unwrap(), 0, "nobody was enrolled yet");
    assert!(store.subject_rows().unwrap().is_empty());
}

#[test]
fn nothing_can_be_saved_while_one_looks_back_and_the_file_stays_as_it_was() {
    let place = place();
    let mut store = open_store(&place);
    lived(&mut store);
    let present = everything(&store);
    let subject = present.0[0].subject;
    store.look_back(day("2031-05-04")).unwrap();
    store.fill_past(&mut rows).unwrap();
    let refused = store.append(Some(subject), vec![on("2032-03-01", 9, "")], |entries| rows(subject, entries));
    assert!(matches!(refused, Err(StoreError::Sql { .. })), "{refused:?}");
    // The whole file is still what is checked.
    let verdict = store.verify(false).unwrap();
    assert!(verdict.ok && verdict.entries as usize == present.3, "{verdict:?}");
    store.look_ahead().unwrap();
    assert_eq!(everything(&store), present);
    store.append(Some(subject), vec![on("2032-03-01", 9, "")], |entries| rows(subject, entries)).unwrap();
}

/// A projection that is forgotten in the list would be written to the disk by a look back.
#[test]
fn every_table_of_rows_about_subjects_has_its_place_in_memory() {
    let place = place();
    let store = open_store(&place);
    let mut statement = store
        .connection
        .prepare(
            "SELECT DISTINCT tables.name AS name FROM main.sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table' AND columns.name = 'subject'",
        )
        .unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>("name")).unwrap();
    let mut names: BTreeSet<String> = names.map(Result::unwrap).collect();
    // The record itself, keys and what is being typed: not computed from the ledger.
    for kept in ["entries", "subject_keys", "drafts"] {
        assert!(names.remove(kept), "{kept}");
    }
    assert_eq!(names, TABLES.map(str::to_owned).into_iter().collect());
}
