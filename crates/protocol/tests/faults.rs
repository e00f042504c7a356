//! What is wrong with a protocol is told with its line and its key, all at once.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::collections::BTreeMap;

use facts::Period;
use protocol::{AGE_OF_MAJORITY, Condition, RESULTS_WITHIN};

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

/// A price is an amount, a currency and who says so; a slip in any of them is told at its line.
#[test]
fn a_price_without_its_source_or_currency_is_no_price() {
    let plain = "code = \"blood-count\"\n";
    let right = "price = { amount = \"12.50\", currency = \"EUR\", cites = \"sponsor: tariff\" }\n";
    let with = |line: &str| preset().replacen(plain, &format!("{plain}{line}"), 1);
    let task = protocol::read(&with(right)).0.unwrap();
    let price = task.task("blood-count").unwrap().price.clone().unwrap();
    assert_eq!((price.amount.to_string(), price.currency.as_str()), ("12.50".to_owned(), "EUR"));
    for (from, to, code) in [
        ("12.50", "-1", "not-an-amount"),
        ("12.50", "cheap", "not-an-amount"),
        ("EUR", "euro", "not-a-currency"),
        ("sponsor: tariff", "nobody: tariff", "source-unknown"),
        (", cites = \"sponsor: tariff\"", "", "key-missing"),
    ] {
        let text = with(&right.replace(from, to));
        let line = text.lines().position(|line| line.starts_with("price = ")).unwrap() + 1;
        let faults = told(&text);
        let known = faults.iter().any(|(at, told)| told == code && (*at == line || code == "source-unknown"));
        assert!(known, "{code} at line {line}: {faults:?}");
    }
}

/// Two rows would make one visit of it, each with a window of its own.
#[test]
fn a_row_that_counts_to_the_code_of_another_is_told_and_still_read_from_a_ledger() {
    for (from, to) in [("code = \"M3\"", "code = \"Y6\""), ("code = \"M3\"", "code = \"Y15\"")] {
        let (text, line) = spoiled(from, to);
        let (read, faults) = protocol::read(&text);
        let fault =
            faults.iter().find(|fault| fault.code == "code-given-twice").unwrap_or_else(|| panic!("{faults:?}"));
        assert_eq!(fault.severity, assess::Severity::Stops);
        assert_eq!(fault.args["value"], to.trim_start_matches("code = ").trim_matches('"'));
        assert!(fault.line > line && fault.args["other"] == fault.args["value"] && fault.args["visit"] == "Y{n}");
        assert!(read.is_some(), "a text that was adopted before is read");
    }
}

#[test]
fn each_fault_names_its_line() {
    for (from, to, code) in [
        ("follow-up = \"P15Y\"", "follow-up = \"15 years\"", "not-a-period"),
        ("due-soon = \"P14D\"", "due-soon = \"P0D\"", "not-positive"),
        ("results-within = \"P42D\"", "results-within = \"six weeks\"", "not-a-period"),
        ("age-of-majority = \"P18Y\"", "age-of-majority = \"P0Y\"", "not-positive"),
        ("ctcae = \"5.0\"", "ctcae = \"4.03\"", "not-one-of"),
        ("growth = \"who\"", "growth = \"cdc\"", "not-one-of"),
        ("fixed = { matrix = \"urine\" }", "fixed = { matrix = \"urin\" }", "code-unknown"),
        ("fixed = { matrix = \"urine\" }", "fixed = { matrices = \"urine\" }", "field-unknown"),
        ("field = \"tissue-kept\"", "field = \"tisue-kept\"", "field-unknown"),
        ("on = \"tissue-kept-on\"", "on = \"tissue-kept\"", "field-unknown"),
        ("is = [\"yes\"]", "is = [\"ja\"]", "code-unknown"),
        ("field = \"menarche\"", "field = \"menarch\"", "field-unknown"),
        ("field = \"menarche\", is = [\"yes\"]", "field = \"menarche\", is = [\"oui\"]", "code-unknown"),
        ("kind = \"puberty\", field", "kind = \"pubertas\", field", "kind-unknown"),
        ("consecutive = 3 }", "consecutive = 3, spacing = \"P0D\" }", "not-positive"),
        ("rcr-rcl-positive = 2", "rcr-rcl-positive = 0", "not-a-count"),
        ("results-within = \"sponsor: six", "results-within = \"sponsro: six", "source-unknown"),
        ("integrating = true", "integrating = \"yes\"", "wrong-type"),
        ("minutes = 120", "minutes = 0", "not-a-count"),
        ("modes = [\"clinic\"]", "modes = [\"carrier-pigeon\"]", "not-one-of"),
        ("early = \"P7D\"", "early = \"-P7D\"", "negative-window"),
        ("kind = \"puberty\"", "kind = \"poetry\"", "kind-unknown"),
        ("code = \"Y{n}\"", "code = \"M18\"", "code-given-twice"),
        ("minutes = 120", "minuets = 120", "key-unknown"),
        ("cites = \"sponsor: values", "cites = \"nobody: values", "source-unknown"),
        ("  \"vital-status\",\n  \"blood-count\",", "  \"vital-sattus\",\n  \"blood-count\",", "task-unknown"),
    ] {
        let (text, line) = spoiled(from, to);
        let faults = told(&text);
        assert!(faults.contains(&(line, code.to_owned())), "{code} at line {line}: {faults:?}");
    }
}

/// The preset with other anchors for some visits, and the line of each anchor.
fn waiting(anchors: &[(&str, &str)]) -> (String, BTreeMap<String, usize>) {
    let mut text = preset().to_owned();
    let mut lines = BTreeMap::new();
    for (code, anchor) in anchors {
        let at = text.find(&format!("code = \"{code}\"\nlabel = {{ en = \"Month")).unwrap();
        let begin = at + text[at..].find("anchor = ").unwrap();
        let end = begin + text[begin..].find('\n').unwrap();
        text.replace_range(begin..end, &format!("anchor = \"{anchor}\""));
        lines.insert((*code).to_owned(), text[..begin].matches('\n').count() + 1);
    }
    (text, lines)
}

/// `(line, visits in order)` of every cycle.
fn cycles(text: &str) -> Vec<(usize, String)> {
    let faults = protocol::read(text).1.into_iter().filter(|fault| fault.code == "anchor-cycle");
    faults
        .map(|fault| {
            assert!(fault.key.ends_with(".anchor"), "{}", fault.key);
            (fault.line, fault.args["visits"].clone())
        })
        .collect()
}

#[test]
fn visits_that_wait_for_each_other_are_told_once_in_order_at_the_first() {
    for (anchors, first, told) in [
        (&[("M1", "event:M1")][..], "M1", "M1 → M1"),
        (&[("M1", "event:M3"), ("M3", "event:M1")], "M1", "M1 → M3 → M1"),
        (&[("M1", "event:M6"), ("M6", "event:M3"), ("M3", "event:M1")], "M1", "M1 → M6 → M3 → M1"),
        // M3 counts from the visit written before it, which is M2.
        (&[("M2", "event:M6"), ("M3", "previous-visit"), ("M6", "previous-visit")], "M2", "M2 → M6 → M3 → M2"),
        (&[("M6", "event:M18"), ("M{n}", "previous-visit")], "M6", "M6 → M{n} → M6"),
    ] {
        let (text, lines) = waiting(anchors);
        assert_eq!(cycles(&text), [(lines[first], told.to_owned())], "{anchors:?}");
        assert!(protocol::read(&text).0.is_none());
    }
}

#[test]
fn two_cycles_are_told_apart_and_who_waits_for_a_cycle_is_not_part_of_it() {
    let (text, lines) =
        waiting(&[("M1", "event:M3"), ("M2", "event:M2"), ("M3", "event:M1"), ("M6", "previous-visit")]);
    assert_eq!(cycles(&text), [(lines["M1"], "M1 → M3 → M1".into()), (lines["M2"], "M2 → M2".into())]);
    // The walk from month 1 enters the circle at month 6; it is told from month 3, which is written first.
    let (text, lines) = waiting(&[("M1", "event:M6"), ("M3", "event:M6"), ("M6", "event:M3")]);
    assert_eq!(cycles(&text), [(lines["M3"], "M3 → M6 → M3".into())]);
}

#[test]
fn a_chain_that_begins_on_a_fixed_day_is_no_cycle() {
    let (text, _) = waiting(&[("M2", "event:M1"), ("M3", "previous-visit"), ("M6", "event:M3")]);
    assert!(cycles(&text).is_empty());
    assert!(protocol::read(&text).0.is_some());
}

#[test]
fn a_visit_counted_from_one_that_never_comes_is_told_at_its_anchor() {
    // Months 12, 18, 24 … exist, month 13 does not.
    let (text, lines) = waiting(&[("M6", "event:M13")]);
    assert!(told(&text).contains(&(lines["M6"], "event-unknown".into())), "{:?}", told(&text));
    let (text, line) = spoiled("anchor = \"enrolment\"", "anchor = \"previous-visit\"");
    assert!(told(&text).contains(&(line, "no-previous-visit".into())), "{:?}", told(&text));
}

#[test]
fn an_empty_window_is_refused_with_what_would_be_right() {
    let (text, line) = spoiled("late = \"P14D\"", "late = \"-P2W\"");
    let fault = protocol::read(&text).1.into_iter().find(|fault| fault.code == "negative-window").unwrap();
    let args = ["side", "value", "right"].map(|name| fault.args[name].as_str());
    assert_eq!((fault.line, args), (line, ["late", "-P2W", "P2W"]));
}

/// Protocols adopted before the keys existed still read, and mean what they meant.
#[test]
fn a_text_without_the_later_keys_reads_with_their_defaults() {
    let lines =
        preset().lines().filter(|line| ["results-within", "age-of-majority"].iter().all(|key| !line.starts_with(key)));
    let older: Vec<&str> = lines.collect();
    assert_eq!(older.len() + 4, preset().lines().count());
    let (read, faults) = protocol::read(&older.join("\n"));
    assert!(faults.is_empty(), "{faults:?}");
    let read = read.unwrap();
    assert_eq!((read.results_within, read.age_of_majority), (RESULTS_WITHIN, AGE_OF_MAJORITY));
    assert_eq!((read.cites.results_within, read.cites.age_of_majority), (None, None));
    let changed = preset().replace("results-within = \"P42D\"", "results-within = \"P10D\"");
    let changed = changed.replace("age-of-majority = \"P18Y\"", "age-of-majority = \"P21Y\"");
    let read = protocol::read(&changed).0.unwrap();
    assert_eq!((read.results_within, read.age_of_majority), (Period::days(10), Period::years(21)));
}

/// Protocols that chose nothing grade by CTCAE v5 and score by WHO, as they did before they could choose.
#[test]
fn a_protocol_chooses_its_edition_of_ctcae_and_its_growth_reference() {
    let chosen = |text: &str| {
        let (read, faults) = protocol::read(text);
        let read = read.unwrap_or_else(|| panic!("{faults:?}"));
        (read.ctcae.code(), read.growth_reference().name())
    };
    assert_eq!(chosen(preset()), ("5.0", "who"));
    let without: Vec<&str> =
        preset().lines().filter(|line| !line.starts_with("ctcae") && !line.starts_with("growth =")).collect();
    assert_eq!(without.len() + 4, preset().lines().count());
    assert_eq!(chosen(&without.join("\n")), ("5.0", "who"));
    let other = preset().replacen("\"5.0\"", "\"6.0\"", 1).replacen("growth = \"who\"", "growth = \"cdc-2000\"", 1);
    assert_eq!(chosen(&other), ("6.0", "cdc-2000"));
}

#[test]
fn spacing_and_what_settles_a_task_are_read_as_written() {
    let text = preset().replacen(
        "until-cleared = \"blood\", consecutive = 3",
        "until-cleared = \"blood\", consecutive = 3, spacing = \"P14D\"",
        1,
    );
    let read = protocol::read(&text).0.unwrap();
    let whens: Vec<&Condition> = read.visits.iter().flat_map(|visit| &visit.tasks).map(|used| &used.when).collect();
    let spacing = |matrix: &str| {
        let of = |when: &&&Condition| matches!(when, Condition::UntilCleared { matrix: of, .. } if of == matrix);
        whens.iter().find(of).map(|when| match when {
            Condition::UntilCleared { consecutive, spacing, .. } => (*consecutive, *spacing),
            _ => unreachable!(),
        })
    };
    assert_eq!((spacing("blood"), spacing("urine")), (Some((3, Some(Period::days(14)))), Some((3, None))));
    let settled = read.task("tumour-vector").unwrap().settled_by.as_ref().unwrap();
    assert_eq!((settled.is.join(" "), settled.on.as_deref()), ("negative positive".into(), Some("vector-tested-on")));
}

#[test]
fn a_visit_or_task_that_cannot_be_read_moves_no_other_fault_and_is_blamed_on_nobody() {
    // The first visit and the first task are broken; the faults of later ones stay on their own lines.
    let text =
        preset().replacen("minutes = 120\ncites = \"sponsor: values", "minutes = 120\nsites = \"sponsor: values", 1);
    let text = text.replacen("kind = \"vital-status\"", "kin = \"vital-status\"", 1);
    let text = text.replacen("{ task = \"integration\", when", "{ task = \"integrations\", when", 1);
    let line = text[..text.find("integrations").unwrap()].matches('\n').count() + 1;
    let faults = told(&text);
    let codes: Vec<&str> = faults.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(codes, ["key-missing", "key-unknown", "key-missing", "key-unknown", "task-unknown"], "{faults:?}");
    assert_eq!(faults.last(), Some(&(line, "task-unknown".to_owned())));
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

#[test]
fn a_precaution_names_a_sample_of_the_form_and_a_source_of_the_protocol() {
    let (text, line) = spoiled("matrices = [\"blood\"]", "matrices = [\"blod\"]");
    let found = protocol::read(&text).1.into_iter().find(|fault| fault.code == "matrix-unknown").unwrap();
    assert_eq!((found.line, found.args["nearest"].as_str()), (line, "blood"));
    let (text, line) = spoiled("cites = \"sponsor: hygiene", "cites = \"nobody: hygiene");
    assert!(told(&text).contains(&(line, "source-unknown".into())), "{:?}", told(&text));
}
