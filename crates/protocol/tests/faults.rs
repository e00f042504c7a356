//! What is wrong with a protocol is told with its line and its key, all at once.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

fn preset() -> &'static str {
    protocol::presets().into_iter().find(|(path, _)| path == "cde/lentiviral-hsc-15y").unwrap().1
}

/// The preset with one change, and the line on which the change stands.
fn spoiled(from: &str, to: &str) -> (String, usize) {
    let good = preset();
    let at = good.find(from).unwrap_or_else(|| panic!("the preset no longer has `{from}`"));
    (good.replacen(from, to, 1), good[..at].matches('\n').count() + 1)
}

fn told(text: &str) -> Vec<(usize, String)> {
    protocol::read(text).1.into_iter().map(|fault| (fault.line, fault.code)).collect()
}

#[test]
fn each_fault_names_its_line() {
    for (from, to, code) in [
        ("follow-up = \"P15Y\"", "follow-up = \"15 years\"", "not-a-period"),
        ("due-soon = \"P14D\"", "due-soon = \"P0D\"", "not-positive"),
        ("integrating = true", "integrating = \"yes\"", "wrong-type"),
        ("minutes = 120", "minutes = 0", "not-a-count"),
        ("modes = [\"clinic\"]", "modes = [\"carrier-pigeon\"]", "not-one-of"),
        ("early = \"P7D\"", "early = \"-P7D\"", "negative-window"),
        ("kind = \"puberty\"", "kind = \"poetry\"", "kind-unknown"),
        ("minutes = 120", "minuets = 120", "key-unknown"),
        ("cites = \"sponsor: values", "cites = \"nobody: values", "source-unknown"),
        ("  \"vital-status\",\n  \"blood-count\",", "  \"vital-sattus\",\n  \"blood-count\",", "task-unknown"),
    ] {
        let (text, line) = spoiled(from, to);
        let faults = told(&text);
        assert!(faults.contains(&(line, code.to_owned())), "{code} at line {line}: {faults:?}");
    }
}

#[test]
fn visits_that_wait_for_each_other_are_a_cycle() {
    let (text, _) = spoiled("anchor = \"enrolment\"", "anchor = \"event:M1\"");
    let at = text.find("code = \"M1\"").unwrap();
    let text = format!("{}{}", &text[..at], text[at..].replacen("anchor = \"dosing\"", "anchor = \"event:BL\"", 1));
    let faults = told(&text);
    assert!(faults.iter().any(|(_, code)| code == "anchor-cycle"), "{faults:?}");
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_their_lines() {
    let text = preset().replace("follow-up = \"P15Y\"", "follow-up = \"x\"").replace("minutes = 120", "minutes = -1");
    let faults = told(&text);
    assert!(faults.len() >= 2, "{faults:?}");
    assert!(faults.is_sorted_by_key(|(line, _)| *line), "{faults:?}");
}

#[test]
fn a_broken_text_says_where_it_breaks() {
    let faults = protocol::read("id = \"a\"\ntitle = { en = \"x\"\n").1;
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].code, "not-toml");
    assert!(faults[0].line >= 2);
}
