//! Stopping rules and background rates as a person writes them: what is read, and what is refused at which place.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use protocol::{Boundary, Counts, Protocol, Watch};

const RULE: &str = r#"[[stopping]]
code = "own"
label = { en = "x", zh-Hans = "x", ja = "x" }
counts = [{ rule = "new-malignancy" }, { assessment = "adverse-event", with = { serious = "yes" }, grade-at-least = 3 }]
within = "P1Y"
people = 30
boundary = { expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" }
cites = "sponsor: x"
"#;
const RATES: &str = "[background]\nrates = \"\"\"\nsex,age_from,age_to,per_100000\nfemale,0,15,12\nmale,0,15,14\n\"\"\"\ncites = \"sponsor: x\"\n";

fn with(own: &str) -> String {
    let preset = protocol::presets().into_iter().find(|(path, _)| path == "cde/lentiviral-hsc-15y").unwrap().1;
    preset.replacen("[family]", &format!("{own}\n[family]"), 1)
}

fn read(own: &str) -> Protocol {
    let (protocol, faults) = protocol::read(&with(own));
    protocol.unwrap_or_else(|| panic!("{faults:#?}"))
}

/// Codes of the faults, with the key each names.
fn faults(own: &str) -> Vec<(String, String)> {
    protocol::read(&with(own)).1.into_iter().map(|fault| (fault.code, fault.key)).collect()
}

#[test]
fn a_rule_is_read_whole() {
    let rule = read(RULE).stopping.pop().unwrap();
    assert_eq!((rule.code.as_str(), rule.people), ("own", 30));
    assert_eq!(rule.within.unwrap().to_string(), "P1Y");
    assert!(
        matches!(&rule.counts[1], Counts::Assessment { kind, grade_at_least: Some(3), .. } if kind == "adverse-event")
    );
    assert!(matches!(rule.boundary, Boundary::BetaBinomial { .. }));
    let Some(Watch::Bayes(watch)) = rule.boundary.watch(rule.people) else { panic!("no boundary") };
    // domain.md part 9, published by the R package stoppingrule.
    assert!((watch.cut_off - 0.963_082_3).abs() < 5e-7);
}

#[test]
fn a_share_counts_from_so_many_people_and_is_rounded_up() {
    let share = RULE.replace(
        r#"{ expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" }"#,
        r#"{ share = "0.25", from-people = 6 }"#,
    );
    let watch = read(&share).stopping.pop().unwrap().boundary.watch(30).unwrap();
    let told: Vec<Option<u32>> = [5, 6, 8, 9, 30].map(|people| watch.fewest(people)).to_vec();
    assert_eq!(told, [None, Some(2), Some(2), Some(3), Some(8)]);
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    let boundary = r#"{ expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" }"#;
    for (from, to, code, key) in [
        ("new-malignancy", "new-malignacy", "rule-unknown", "stopping[3].counts[1].rule"),
        ("adverse-event", "adverse-evnt", "kind-unknown", "stopping[3].counts[2].assessment"),
        ("serious = \"yes\"", "seriuos = \"yes\"", "field-unknown", "stopping[3]"),
        ("sponsor: x", "sponsr: x", "source-unknown", "stopping[3].cites"),
        ("people = 30", "people = 2000", "too-many-people", "stopping[3].people"),
        (boundary, "{ events = 31 }", "boundary-never", "stopping[3].boundary"),
        (boundary, "{ event = 2 }", "boundary-form", "stopping[3].boundary"),
        (boundary, r#"{ share = "1.5", from-people = 6 }"#, "not-a-decimal", "stopping[3].boundary.share"),
        ("[\"0.6\", \"2.4\"]", "[\"0.6\"]", "prior-form", "stopping[3].boundary"),
        ("alpha = \"0.10\"", "alpha = \"0.10\", cut-off = \"0.9\"", "boundary-form", "stopping[3].boundary"),
        ("code = \"own\"", "code = \"malignancy\"", "used-twice", "stopping[3]"),
    ] {
        let own = RULE.replacen(from, to, 1);
        let told = faults(&own);
        assert!(told.contains(&(code.to_owned(), key.to_owned())), "{to}: {told:?}");
    }
    assert!(
        faults(&RULE.replacen("counts = [{ rule = \"new-malignancy\" }, ", "counts = [{ fate = 1 }, ", 1))
            .iter()
            .any(|(code, _)| code == "counts-form")
    );
}

#[test]
fn rates_are_read_and_a_wrong_row_stops_the_protocol() {
    assert_eq!(read(RATES).background.unwrap().rates().len(), 2);
    let wrong = RATES.replace("male,0,15,14", "boy,0,15,14");
    assert!(
        faults(&wrong).contains(&("rate-not-a-sex".to_owned(), "background.rates".to_owned())),
        "{:?}",
        faults(&wrong)
    );
    let nobody = RATES.replace("sponsor: x", "nobody: x");
    assert!(faults(&nobody).iter().any(|(code, _)| code == "source-unknown"));
}
