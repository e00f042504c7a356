//! Test-only: what every rule says of one story, in every language; and that its words are there.

use std::collections::BTreeSet;

use protocol::CallFor;
use words::{Args, Value, Words};

use crate::rules::story::{PUBERTY, Story};
use crate::{Arg, Finding, rules};

const LANGUAGES: [&str; 3] = ["en", "zh-Hans", "ja"];
const LIVER: [(&str, &str); 3] = [("x-uln", "3"), ("bilirubin-x-uln", "2"), ("alp-x-uln", "2")];
const GROWTH: [(&str, &str); 4] = [("z-fall", "1"), ("within", "P1Y"), ("z-low", "-2"), ("z-high", "2")];
const RISING: [(&str, &str); 4] = [("points", "3"), ("fold", "2"), ("share-percent", "5"), ("min-cells", "50")];
const COUNTS: [(&str, &str); 4] =
    [("neutrophils-below", "1.0"), ("platelets-below", "50"), ("haemoglobin-below", "80"), ("consecutive", "2")];

fn event(rule: &str) -> Story {
    let fields = [("=term", "Hepatitis", ""), ("@onset", "2031-05-02", ""), ("@resolved", "2031-05-20", "")];
    Story::of(rule, &[("grade", "2")]).with_choice("2031-05-23", "adverse-event", &fields, ("ctcae-grade", "2"))
}

/// One story a rule, and a second where the sentence has another form.
#[allow(clippy::too_many_lines, reason = "one story a rule, told in a row")]
fn stories() -> Vec<Story> {
    let titre = [("target", "vector-neutralising", ""), ("titre", "800", "{titer}")];
    let weight = |weight| [("weight", weight, "kg"), ("measured", "standing", "")];
    let dominant = || Story::of("dominant-clone", &[("share-percent", "20"), ("min-cells", "50")]);
    let rising = || Story::of("clone-rising", &RISING);
    let watch = || Story::of("clone-near-watch-gene", &[("distance-bp", "100000")]).watching(&["LMO2", "MECOM"]);
    let panel = [
        ("alt", "128", "U/L"),
        ("alt-uln", "40", "U/L"),
        ("bilirubin", "52", "umol/L"),
        ("bilirubin-uln", "20", "umol/L"),
    ];
    vec![
        Story::of("vector-positive-unanalysed", &[("percent", "1")]).form(
            "2031-05-02",
            "integration-site",
            &[("specimen", "granulocytes", ""), ("vector-positive", "6.40", "%"), ("analysis", "not-done", "")],
        ),
        dominant().clones("2030-11-02", "sonic-abundance", &["9", "60", "31"]).clones(
            "2031-05-02",
            "sonic-abundance",
            &["96", "100", "95", "90", "31"],
        ),
        dominant().clones("2030-11-02", "sonic-abundance", &["9", "4", "5"]).clones(
            "2031-05-02",
            "sonic-abundance",
            &["100", "60", "31", "90"],
        ),
        dominant().clones("2031-05-02", "reads", &["96000", "1000"]),
        watch().site("2031-05-02", "LMO2", "2100"),
        rising().clones("2030-11-02", "sonic-abundance", &["9", "460", "531"]).clones(
            "2031-05-02",
            "sonic-abundance",
            &["96", "460", "444"],
        ),
        rising()
            .clones("2030-05-02", "reads", &["40", "460", "500"])
            .clones("2030-11-02", "reads", &["70", "470", "460"])
            .clones("2031-05-02", "reads", &["80", "465", "455"]),
        watch().site("2031-05-02", "MECOM", ""),
        watch().site("2031-05-02", "LMO2", "0"),
        Story::of("shedding-after-clearance", &[("consecutive", "2")])
            .form("2031-01-02", "shedding", &[("matrix", "urine", ""), ("result", "3100", "{copies}/mL")])
            .not_detected("2031-02-02", "urine", "{copies}/mL")
            .not_detected("2031-03-02", "urine", "{copies}/mL")
            .form("2031-05-02", "shedding", &[("matrix", "urine", ""), ("result", "33.1", "{Ct}")]),
        Story::of("liver-enzyme-rise", &LIVER[..1]).alt("2031-05-02", "128", "U/L"),
        Story::of("liver-enzyme-rise", &LIVER[..1]).alt("2031-04-18", "36", "U/L").alt("2031-04-25", "128", "U/L").alt(
            "2031-05-02",
            "3.5",
            "ukat/L",
        ),
        Story::of("hys-law", &LIVER).form("2031-05-02", "liver", &panel),
        Story::of("hys-law", &LIVER).form(
            "2031-05-02",
            "liver",
            &[&panel[..], &[("alp", "110", "U/L"), ("alp-uln", "100", "U/L")]].concat(),
        ),
        Story::of("titre-fourfold-rise", &[("fold", "4")])
            .form("2031-04-02", "antibody", &[("target", "vector-neutralising", ""), ("titre", "100", "{titer}")])
            .form("2031-05-02", "antibody", &titre),
        Story::of("titre-fourfold-rise", &[("fold", "4")]).below("2031-04-02", "vector-neutralising", "50").form(
            "2031-05-02",
            "antibody",
            &titre,
        ),
        Story::of("new-malignancy", &[]).reporting().form(
            "2031-05-02",
            "cancer-screen",
            &[("new-malignancy", "yes", "")],
        ),
        Story::of("new-malignancy", &[]).form("2031-05-02", "cancer-screen", &[("new-malignancy", "yes", "")]).form(
            "2031-05-20",
            "malignancy",
            &[("=diagnosis", "T-ALL", "")],
        ),
        Story::of("rcr-rcl-positive", &[]).form(
            "2031-05-02",
            "rcr-rcl",
            &[("assay", "pcr-env", ""), ("result", "positive", "")],
        ),
        Story::of("persistent-cytopenia", &COUNTS)
            .form("2031-04-02", "blood-count", &[("platelets", "41", "10*9/L")])
            .form("2031-05-02", "blood-count", &[("platelets", "38", "10*3/uL")]),
        Story::of("growth-crossing", &GROWTH).form("2024-02-11", "growth", &weight("13.9")).form(
            "2024-08-11",
            "growth",
            &weight("12.6"),
        ),
        Story::of("growth-crossing", &GROWTH).form("2024-02-11", "growth", &weight("9.5")),
        Story::of("growth-crossing", &GROWTH).form("2024-02-11", "growth", &weight("22")),
        Story::of("puberty-early-or-late", &PUBERTY).choice("2028-02-11", "puberty", "breast", "2"),
        Story::of("puberty-early-or-late", &PUBERTY).form("2036-03-01", "puberty", &[("menarche", "no", "")]),
        Story::of("serious-adverse-event", &[]).reporting().form(
            "2031-05-04",
            "adverse-event",
            &[
                ("=term", "Pneumonia", ""),
                ("=ctcae-grade", "3", ""),
                ("@onset", "2031-05-02", ""),
                ("serious", "yes", ""),
                ("expected", "no", ""),
                ("@learned-on", "2031-05-03", ""),
            ],
        ),
        Story::of("blasts-seen", &[("blasts-percent", "1")]).form(
            "2031-05-02",
            "blood-count",
            &[("blasts", "2.5", "%")],
        ),
        Story::of("mean-cell-volume-rise", &[("rise-fl", "8"), ("consecutive", "1")])
            .form("2030-05-02", "blood-count", &[("mcv", "84", "fL")])
            .form("2031-05-02", "blood-count", &[("mcv", "96.5", "fL")]),
        Story::of("platelet-fall", &[("fall-percent", "25"), ("within", "P14D")])
            .form("2031-04-25", "blood-count", &[("platelets", "240", "10*9/L")])
            .form("2031-05-02", "blood-count", &[("platelets", "80", "10*9/L"), ("schistocytes", "yes", "")]),
        Story::of("platelet-fall", &[("fall-percent", "25"), ("within", "P14D")])
            .form("2031-04-25", "blood-count", &[("platelets", "240", "10*9/L")])
            .form("2031-05-02", "blood-count", &[("platelets", "80", "10*9/L")]),
        event("adverse-event-onset"),
        event("adverse-event-recovery"),
        Story::of("infectivity-untested", &[("consecutive", "3")]).form(
            "2031-05-02",
            "shedding",
            &[("matrix", "urine", ""), ("result", "3100", "{copies}/mL")],
        ),
        Story::of("infectivity-untested", &[("consecutive", "3")])
            .form("2031-04-02", "shedding", &[("matrix", "urine", ""), ("result", "3100", "{copies}/mL")])
            .form("2031-05-02", "shedding", &[("matrix", "urine", ""), ("result", "900", "{copies}/mL")]),
        Story::of("seroconversion", &[]).below("2031-04-02", "vector-neutralising", "50").form(
            "2031-05-02",
            "antibody",
            &titre,
        ),
    ]
}

fn args(words: &Words, finding: &Finding) -> Args {
    let value = |arg: &Arg| match arg {
        Arg::Text(text) => Value::Text(text.clone()),
        Arg::Number(digits) => Value::Number(digits.clone()),
        Arg::Date(on) => Value::Text(words.date_short(&on.to_string())),
        // The labels of forms are other catalogues' words: here only which one is asked for.
        Arg::Term(key) => Value::Text(format!("‹{key}›")),
    };
    finding.args.iter().map(|(name, arg)| (name.clone(), value(arg))).collect()
}

fn described(finding: &Finding) -> String {
    let mut lines = vec![format!("{} v{} seen {}", finding.key, finding.version, finding.seen_on)];
    for seen in &finding.evidence {
        lines.push(format!("  on {}: {} {} = {}", seen.on, seen.kind, seen.field, seen.shown));
    }
    for (name, arg) in &finding.args {
        lines.push(format!("  ${name} {arg:?}"));
    }
    for call in &finding.calls_for {
        let CallFor::Report { to, .. } = &call.what else { continue };
        lines.push(format!("  report to {to} by {}", call.by.map(|by| by.to_string()).unwrap_or_default()));
    }
    for tag in LANGUAGES {
        let words = Words::of(tag);
        lines.push(format!("  {}", words.say(&format!("rule-{}", finding.rule), &args(&words, finding))));
    }
    lines.join("\n")
}

#[test]
fn every_rule_says_what_it_saw_in_every_language() {
    let told: Vec<String> = stories().iter().flat_map(Story::findings).map(|finding| described(&finding)).collect();
    let text = told.join("\n\n");
    assert!(!text.contains('⟦') && !text.contains("{$"), "a word or an argument is missing:\n{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn the_stories_leave_no_rule_out() {
    let told: BTreeSet<String> = stories().iter().flat_map(Story::findings).map(|finding| finding.rule).collect();
    let all: BTreeSet<String> = rules().iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(told, all);
}

#[test]
fn every_rule_can_be_read_in_every_language() {
    for tag in LANGUAGES {
        let words = Words::of(tag);
        for rule in rules() {
            for part in ["name", "why", "looks-for", "because", "silent-when"] {
                assert!(words.knows(&format!("rule-{}-{part}", rule.id)), "{tag}: {} {part}", rule.id);
            }
            for limit in rule.limits.iter().chain(rule.optional) {
                assert!(words.knows(&format!("limit-{limit}")), "{tag}: {limit}");
            }
        }
    }
}

/// The source of every rule, in the order of the list.
pub(crate) fn headers() -> Vec<&'static str> {
    vec![
        include_str!("rules/vector_positive_unanalysed.rs"),
        include_str!("rules/dominant_clone.rs"),
        include_str!("rules/clone_near_watch_gene.rs"),
        include_str!("rules/clone_rising.rs"),
        include_str!("rules/shedding_after_clearance.rs"),
        include_str!("rules/liver_enzyme_rise.rs"),
        include_str!("rules/hys_law.rs"),
        include_str!("rules/titre_fourfold_rise.rs"),
        include_str!("rules/new_malignancy.rs"),
        include_str!("rules/rcr_rcl_positive.rs"),
        include_str!("rules/persistent_cytopenia.rs"),
        include_str!("rules/growth_crossing.rs"),
        include_str!("rules/puberty_early_or_late.rs"),
        include_str!("rules/serious_adverse_event.rs"),
        include_str!("rules/blasts_seen.rs"),
        include_str!("rules/mean_cell_volume_rise.rs"),
        include_str!("rules/platelet_fall.rs"),
        include_str!("rules/seroconversion.rs"),
        include_str!("rules/infectivity_untested.rs"),
        include_str!("rules/adverse_event_onset.rs"),
        include_str!("rules/adverse_event_recovery.rs"),
    ]
}

/// The header of a rule's file is what developers read of it: four headings, in this order.
#[test]
fn every_rule_is_headed_by_what_it_looks_for_and_when_it_is_silent() {
    let headers = headers();
    assert_eq!(headers.len(), rules().len());
    for (rule, source) in rules().iter().zip(headers) {
        let header: String = source.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(source.contains(&format!("id: \"{}\"", rule.id)), "{} is not in its place", rule.id);
        let at = ["*Looks for*:", "*Because*:", "*Threshold and source*:", "*Silent when*:"]
            .map(|heading| header.find(heading).unwrap_or_else(|| panic!("{} has no {heading}", rule.id)));
        assert!(at.is_sorted(), "{}", rule.id);
        for limit in rule.limits.iter().chain(rule.optional) {
            assert!(header.contains(&format!("`{limit}`")), "{} does not name {limit}", rule.id);
        }
    }
}
