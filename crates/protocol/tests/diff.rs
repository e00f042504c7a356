//! No field of a protocol that asks something can change unseen: each is changed by itself, and a field that nobody
//! listed fails the build of this list.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod edits;

use std::collections::{BTreeMap, BTreeSet};

use edits::{SILENT, SILENT_OF_FORMS, edits, whole};
use protocol::{Protocol, diff};
use serde_json::Value;

/// Every value by its place; `named` leaves the numbers of a list out.
fn leaves(value: &Value, place: &str, named: bool, all: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                let place = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
                leaves(value, &place, named, all);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                let place = if named { format!("{place}[]") } else { format!("{place}[{index}]") };
                leaves(item, &place, named, all);
            }
        }
        _ => drop(all.insert(place.to_owned(), value.clone())),
    }
}

fn all(protocol: &Protocol, named: bool) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    leaves(&serde_json::to_value(protocol).unwrap(), "", named, &mut all);
    all
}

fn under(place: &str, field: &str) -> bool {
    place.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn without_numbers(place: &str) -> String {
    let parts = place.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
    parts.collect::<Vec<_>>().join("[]")
}

#[test]
fn each_field_that_asks_something_is_told_when_it_changes_and_no_field_is_forgotten() {
    let before = whole();
    assert_eq!(diff(&before, &before), []);
    let listed = edits();
    for (field, edit) in &listed {
        let mut after = before.clone();
        edit(&mut after);
        let (old, new) = (all(&before, false), all(&after, false));
        let places: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let changed: Vec<String> =
            places.into_iter().filter(|at| old.get(*at) != new.get(*at)).map(|at| without_numbers(at)).collect();
        let of_field = |place: &String| under(place, field) || (*field == "tasks[].code" && place.contains(".task"));
        assert!(!changed.is_empty() && changed.iter().all(of_field), "{field} changes {changed:?}");
        assert!(!diff(&before, &after).is_empty() && !diff(&after, &before).is_empty(), "{field} changes unseen");
    }
    let known = |place: &str| {
        let silent = SILENT.iter().chain(&SILENT_OF_FORMS).any(|field| under(place, field));
        // A field that is listed by its parts is known by them alone.
        let parts = |field: &str| listed.iter().any(|(other, _)| *other != field && under(other, field));
        silent || listed.iter().any(|(field, _)| under(place, field) && !(parts(field) && place != *field))
    };
    let forgotten: Vec<String> = all(&before, true).into_keys().filter(|place| !known(place)).collect();
    assert_eq!(forgotten, [""; 0], "neither changed above nor said to ask nothing");
}

#[test]
fn a_visit_that_counts_from_the_one_before_moves_with_the_order_of_the_rows() {
    let mut before = whole();
    let place = before.visits.iter().position(|visit| visit.code == "M6").unwrap();
    before.visits[place].anchor = protocol::Anchor::PreviousVisit;
    let mut after = before.clone();
    after.visits.swap(place - 1, place - 2);
    assert_eq!(diff(&before, &after), [protocol::Change::VisitMoved { visit: "M6".into() }]);
}
