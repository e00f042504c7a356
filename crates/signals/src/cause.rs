//! Findings of one cause: two rules that look at the same thing are told together, not twice.
//!
//! Two findings of different rules have one cause when both rest on the same part of the same answer (record, field,
//! and of a table the part that counted), or when they share a record and name the same thing there (`dominant-clone`
//! and `clone-near-watch-gene` of one site). A shared record alone is no common cause: one sample may hold two clones
//! that have nothing to do with each other, one blood count low neutrophils and blasts. The relation is closed over
//! chains. No finding is left out, and none is changed: a group is an order of reading.

use crate::finding::Finding;
use crate::standing::Standing;

/// Indices into the findings, one list a cause. The one that leads stands first: what is open before what is closed,
/// then the worst severity, then the nearest day of a call, then the newest; causes in the order of their leaders.
pub fn causes(findings: &[(&Finding, Standing)]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, (finding, _)) in findings.iter().enumerate() {
        let (joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|other| same_cause(finding, findings[*other].0)));
        groups = apart;
        groups.push(joined.into_iter().flatten().chain([at]).collect());
    }
    for group in &mut groups {
        group.sort_by_key(|at| leads(&findings[*at]));
    }
    groups.sort_by_key(|group| group.first().copied());
    groups
}

fn leads<'a>((finding, standing): &(&'a Finding, Standing)) -> impl Ord + use<'a> {
    use std::cmp::Reverse;
    let by = finding.calls_for.iter().filter_map(|call| call.by).min();
    (!standing.is_open(), Reverse(finding.severity), by.is_none(), by, Reverse(finding.seen_on), &finding.key)
}

/// The subject of the finding within the person, without the rule: `hg38:chr11:33891204:+`.
fn named(finding: &Finding) -> &str {
    finding.key.split_once(':').map_or("", |(_, what)| what)
}

fn same_cause(one: &Finding, other: &Finding) -> bool {
    if one.rule == other.rule {
        return false;
    }
    let mut pairs = one.evidence.iter().flat_map(|a| other.evidence.iter().map(move |b| (a, b)));
    pairs.any(|(a, b)| {
        let same_answer = a.field == b.field && a.shown == b.shown;
        a.record == b.record && (same_answer || named(one) == named(other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::story::Story;
    use proptest::prelude::*;

    fn groups(findings: &[Finding]) -> Vec<Vec<&str>> {
        let all: Vec<(&Finding, Standing)> = findings.iter().map(|finding| (finding, Standing::Open)).collect();
        let rules = |group: Vec<usize>| group.into_iter().map(|at| findings[at].rule.as_str()).collect();
        causes(&all).into_iter().map(rules).collect()
    }

    /// Findings of two rules over one life: the second story's clause is put over the first one's facts.
    fn both(first: Story, second: Story) -> Vec<Finding> {
        let mut all = first.findings();
        all.extend(first.judged_by(&second));
        all
    }

    #[test]
    fn a_dominant_clone_at_a_watch_gene_is_one_cause() {
        let dominant = Story::of("dominant-clone", &[("share-percent", "20"), ("min-cells", "50")]);
        let watch = Story::of("clone-near-watch-gene", &[("distance-bp", "100000")]).watching(&["GENE"]);
        let all = both(dominant.clone().clones("2026-01-05", "sonic-abundance", &["60", "20"]), watch.clone());
        // The small clone is near the gene too: a cause of its own.
        let mut found = groups(&all);
        found.sort();
        assert_eq!(found, [vec!["clone-near-watch-gene"], vec!["clone-near-watch-gene", "dominant-clone"]]);
        let small = Story::of("dominant-clone", &[("share-percent", "20"), ("min-cells", "10")]);
        let apart = both(small.site("2026-01-05", "LMO2", "500"), watch.watching(&["LMO2"]));
        assert_eq!((apart.len(), groups(&apart).len()), (2, 2), "two clones of one sample are two causes");
    }

    #[test]
    fn a_rise_of_liver_enzymes_and_hys_law_on_the_same_panel_are_one_cause() {
        let panel = |story: Story, day: &str| {
            let fields = [("alt", "400", "U/L"), ("alt-uln", "40", "U/L"), ("bilirubin", "60", "umol/L")];
            let fields: Vec<_> = fields.into_iter().chain([("bilirubin-uln", "20", "umol/L")]).collect();
            story.form(day, "liver", &fields)
        };
        let rise = Story::of("liver-enzyme-rise", &[("x-uln", "2")]);
        let hys = Story::of("hys-law", &[("x-uln", "3"), ("bilirubin-x-uln", "2"), ("alp-x-uln", "2")]);
        // The rise began a panel earlier, so that the two are named by different days.
        let life = panel(rise.alt("2026-01-01", "100", "U/L"), "2026-01-08");
        assert_eq!(groups(&both(life, hys)), [["hys-law", "liver-enzyme-rise"]]);
    }

    #[test]
    fn a_malignancy_told_as_a_serious_event_is_one_cause() {
        let serious = Story::of("serious-adverse-event", &[]).form(
            "2026-01-05",
            "adverse-event",
            &[("=term", "Leukaemia", ""), ("category", "malignancy", ""), ("serious", "yes", "")],
        );
        assert_eq!(groups(&both(serious, Story::of("new-malignancy", &[]))).len(), 1);
    }

    #[test]
    fn low_platelets_and_their_fall_are_one_cause_but_low_neutrophils_of_the_same_count_are_not() {
        let limits = [
            ("neutrophils-below", "1.0"),
            ("platelets-below", "50"),
            ("haemoglobin-below", "80"),
            ("consecutive", "1"),
        ];
        let count = |story: Story, day: &str, platelets: &str| {
            story.form(day, "blood-count", &[("platelets", platelets, "10*9/L"), ("neutrophils", "0.5", "10*9/L")])
        };
        let low = count(count(Story::of("persistent-cytopenia", &limits), "2026-01-01", "200"), "2026-01-08", "40");
        let fall = Story::of("platelet-fall", &[("fall-percent", "50"), ("within", "P1M")]);
        let all = both(low, fall);
        assert_eq!(all.len(), 3, "{all:?}");
        assert_eq!(groups(&all).len(), 2);
    }

    proptest! {
        /// Every finding stands in exactly one group, and the one that leads is none the milder.
        #[test]
        fn no_finding_disappears_by_grouping(rests in prop::collection::vec((0_usize..6, 0_usize..5, 0_usize..4, 0_usize..3, any::<bool>()), 0..24)) {
            let template = Story::of("new-malignancy", &[])
                .form("2026-01-05", "malignancy", &[("=diagnosis", "x", "")]).findings().remove(0);
            let rules = ["a", "b", "c", "d", "e", "f"];
            let severities = [protocol::Severity::Notice, protocol::Severity::Caution, protocol::Severity::Alarm];
            let made: Vec<(Finding, Standing)> = rests.iter().enumerate().map(|(n, (rule, record, field, severity, open))| {
                let mut finding = Finding { rule: rules[*rule].into(), key: format!("{}:{n}", rules[*rule]), severity: severities[*severity], ..template.clone() };
                finding.evidence[0].record = facts::RecordId(uuid::Uuid::from_u128(*record as u128));
                finding.evidence[0].field = format!("f{field}");
                (finding, if *open { Standing::Open } else { Standing::Reviewed })
            }).collect();
            let all: Vec<(&Finding, Standing)> = made.iter().map(|(finding, standing)| (finding, *standing)).collect();
            let groups = causes(&all);
            let mut seen: Vec<usize> = groups.iter().flatten().copied().collect();
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..all.len()).collect::<Vec<_>>());
            for group in &groups {
                let of_open = |at: &&usize| all[**at].1.is_open();
                if let Some(worst) = group.iter().filter(of_open).map(|at| all[*at].0.severity).max() {
                    prop_assert!(all[group[0]].1.is_open());
                    prop_assert_eq!(all[group[0]].0.severity, worst);
                }
            }
        }
    }
}
