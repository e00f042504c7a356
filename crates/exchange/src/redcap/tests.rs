//! Test-only: the events of three real exports come out of the drafted protocol with the days they had.

use std::collections::BTreeMap;

use facts::Period;
use protocol::Protocol;

use super::{Event, Trouble, draft, events};

const EXPORTS: [&str; 3] = [
    include_str!("published/longitudinal.xml"),
    include_str!("published/arm-multiple-delete.xml"),
    include_str!("published/arm-single-longitudinal.xml"),
];

fn arms(xml: &str) -> BTreeMap<u32, Vec<Event>> {
    let mut arms: BTreeMap<u32, Vec<Event>> = BTreeMap::new();
    for event in events(xml).unwrap() {
        arms.entry(event.arm_number).or_default().push(event);
    }
    arms
}

fn read(text: &str) -> Protocol {
    let (protocol, faults) = protocol::read(text);
    protocol.unwrap_or_else(|| panic!("{faults:#?}\n{text}"))
}

#[test]
fn the_same_offsets_come_out_as_went_in() {
    let mut seen = 0;
    let mut ranged = 0;
    for xml in EXPORTS {
        for (_, events) in arms(xml) {
            let protocol = read(&draft("Project", &events));
            assert_eq!(protocol.visits.len(), events.len());
            for (visit, event) in protocol.visits.iter().zip(&events) {
                assert_eq!(visit.code, event.unique_name);
                assert_eq!(visit.offset, Period::days(event.day_offset));
                assert_eq!(visit.window.early, Period::days(event.offset_min));
                assert_eq!(visit.window.late, Period::days(event.offset_max));
                seen += 1;
                ranged += usize::from(event.offset_min != 0);
            }
        }
    }
    // As counted in the exports by hand: 18 events, of which two may be two days early or late.
    assert_eq!((seen, ranged), (18, 2));
}

#[test]
fn instruments_stand_beside_their_event() {
    let arms = arms(EXPORTS[0]);
    assert_eq!(arms.len(), 2);
    assert_eq!(arms[&1][0].forms, ["demographics", "contact_info", "baseline_data"]);
    assert!(
        draft("Project", &arms[&1]).contains("do = [\"vital-status\"] # demographics, contact_info, baseline_data")
    );
}

#[test]
fn what_is_no_export_says_why() {
    assert_eq!(events("<ODM></ODM>"), Err(Trouble::NoEvents));
    assert!(matches!(events("<ODM><a></b></ODM>"), Err(Trouble::NotXml { .. })));
    let odd = r#"<StudyEventDef redcap:UniqueEventName="v1" redcap:DayOffset="soon"/>"#;
    let value = "soon".to_owned();
    assert_eq!(events(odd), Err(Trouble::NotADay { event: "v1".into(), attribute: "redcap:DayOffset", value }));
}

#[test]
fn a_name_with_quotes_makes_no_broken_text() {
    let mut event = events(EXPORTS[2]).unwrap().remove(0);
    event.name = "Visit \"one\" \\ two".into();
    assert_eq!(protocol::text(&read(&draft("A \"B\"", &[event])).visits[0].label, "en"), "Visit \"one\" \\ two");
}
