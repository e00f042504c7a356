//! No question about one subject or one page of the worklist walks a whole table.

use super::site::*;
use crate::Store;

const QUESTIONS: &[(&str, &str)] = &[
    ("entries_of_subject", include_str!("../ledger/entries_of_subject.sql")),
    ("whole_lines_of_subject", include_str!("../ledger/whole_lines_of_subject.sql")),
    ("entries_of_site", include_str!("../ledger/entries_of_site.sql")),
    ("head_of_device", include_str!("../ledger/head_of_device.sql")),
    ("hash_of_entry", include_str!("../ledger/hash_of_entry.sql")),
    ("superseded", include_str!("../ledger/superseded.sql")),
    ("subjects", include_str!("../ledger/subjects.sql")),
    ("open_obligations", include_str!("../projections/obligations/open_obligations.sql")),
    ("open_windows", include_str!("../projections/obligations/open_windows.sql")),
    ("windows_between", include_str!("../projections/obligations/windows_between.sql")),
    ("due_by_day", include_str!("../projections/obligations/due_by_day.sql")),
    ("appointments_between", include_str!("../projections/appointments/appointments_between.sql")),
    ("appointments_of_subject", include_str!("../projections/appointments/appointments_of_subject.sql")),
    ("open_kits", include_str!("../projections/kits/open_kits.sql")),
    ("remove kits", include_str!("../projections/kits/remove.sql")),
    ("open_appointments", include_str!("../projections/appointments/open_appointments.sql")),
    ("appointment_by_uid", include_str!("../projections/appointments/appointment_by_uid.sql")),
    ("remove appointments", include_str!("../projections/appointments/remove.sql")),
    ("obligation", include_str!("../projections/obligations/obligation.sql")),
    ("obligations_of_subject", include_str!("../projections/obligations/obligations_of_subject.sql")),
    ("remove obligations", include_str!("../projections/obligations/remove.sql")),
    ("open_findings", include_str!("../projections/findings/open_findings.sql")),
    ("findings_of_subject", include_str!("../projections/findings/findings_of_subject.sql")),
    ("remove findings", include_str!("../projections/findings/remove.sql")),
    ("subject_row_by_code", include_str!("../projections/subjects/subject_row_by_code.sql")),
    ("remove subjects", include_str!("../projections/subjects/remove.sql")),
    ("draft", include_str!("../drafts/draft.sql")),
    ("drafts_of_user", include_str!("../drafts/drafts_of_user.sql")),
    ("attachment", include_str!("../attachments/attachment.sql")),
    ("preference", include_str!("../preferences/preference.sql")),
];

const GROWING: [&str; 8] =
    ["appointments", "kits", "attachments", "entries", "obligations", "findings", "subjects", "drafts"];

fn plan(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let unknown = vec![rusqlite::types::Null; statement.parameter_count()];
    let steps = statement.query_map(rusqlite::params_from_iter(unknown), |row| row.get("detail")).unwrap();
    steps.map(Result::unwrap).collect()
}

#[test]
fn no_question_walks_a_whole_table() {
    let place = place();
    let store = open_store(&place);
    for (name, sql) in QUESTIONS {
        let steps = plan(&store, sql);
        for step in &steps {
            let scans = GROWING.iter().any(|table| step.split(' ').take(2).eq(["SCAN", table]));
            assert!(!scans, "{name}: {step}");
        }
        assert!(!steps.is_empty(), "{name}");
    }
}

/// Sorting and counting the whole worklist touches no row, only the index.
#[test]
fn the_worklist_is_sorted_in_its_index() {
    let place = place();
    let store = open_store(&place);
    for sql in [
        include_str!("../projections/obligations/open_windows.sql"),
        include_str!("../projections/obligations/open_obligations.sql"),
    ] {
        let steps = plan(&store, sql);
        let covered = "SEARCH obligations USING COVERING INDEX obligations_unsettled";
        assert!(steps.iter().any(|step| step.starts_with(covered)), "{steps:?}");
    }
}

/// The forecast counts in its index and looks into no obligation.
#[test]
fn the_work_ahead_is_counted_in_its_index() {
    let place = place();
    let store = open_store(&place);
    for (sql, step) in [
        (include_str!("../projections/obligations/expected_by_month.sql"), "SCAN obligations USING COVERING INDEX"),
        (include_str!("../projections/obligations/due_by_day.sql"), "SEARCH obligations USING COVERING INDEX"),
    ] {
        let steps = plan(&store, sql);
        assert!(steps.iter().any(|told| told.starts_with(&format!("{step} obligations_due"))), "{steps:?}");
    }
}

/// Counting everybody reads the index of states and no row.
#[test]
fn everybody_is_counted_in_an_index() {
    let place = place();
    let store = open_store(&place);
    let steps = plan(&store, include_str!("../projections/subjects/subject_states.sql"));
    assert_eq!(steps, ["SCAN subjects USING COVERING INDEX subjects_states"], "sorted by code as it stands");
}

/// The last line is read from the end of the table: one row, whatever its size.
#[test]
fn the_newest_line_is_read_from_the_end() {
    let place = place();
    let store = open_store(&place);
    let steps = plan(&store, include_str!("../ledger/last_entry.sql"));
    assert!(!steps.iter().any(|step| step.contains("B-TREE")), "{steps:?}");
}

/// The clock guard looks at the end of an index and at no row.
#[test]
fn the_latest_day_is_read_from_the_end_of_its_index() {
    let place = place();
    let store = open_store(&place);
    let steps = plan(&store, include_str!("../ledger/latest_day.sql"));
    assert!(
        steps.iter().any(|step| step.contains("entries USING INDEX entries_day")
            || step.contains("entries USING COVERING INDEX entries_day")),
        "{steps:?}"
    );
    assert!(!steps.iter().any(|step| step.contains("B-TREE")), "{steps:?}");
}
