//! When a matrix counts as cleared, and when no longer: the one definition, for the schedule and for the rule.
//!
//! Negatives are counted for one assay on one scale at a time: three negatives by two assays, or a cycle threshold beside
//! an amount, are no run of three. Vector seen by any assay ends every run of its matrix. An infectivity assay that finds
//! nothing says nothing of the vector's presence, so its negatives clear no matrix (FDA 2015: quantitative PCR first,
//! infectivity of what is positive).

use std::collections::BTreeMap;

use facts::fact::Recorded;
use facts::{CivilDate, Kept, RecordId};

use super::clearance::ClearanceRule;
use super::sample::{Outcome, Sample, Scale};

/// One sample with its day and record.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub on: CivilDate,
    pub record: RecordId,
    pub sample: Sample,
}

/// A stretch of time in which a matrix is cleared: from its last needed negative until something else was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClearSpell {
    pub cleared_on: CivilDate,
    pub assay: String,
    /// The negatives that cleared it, oldest first: as many as the protocol asks for.
    pub negatives: Vec<RecordId>,
    /// Day of the detection or unclear result that ended it.
    pub ended_on: Option<CivilDate>,
}

impl ClearSpell {
    /// Samples count when they were collected before the day: the third clear one is still taken at its visit.
    pub fn holds_on(&self, day: CivilDate) -> bool {
        self.cleared_on < day && self.ended_on.is_none_or(|ended_on| ended_on >= day)
    }
}

/// Assay and scale: samples that differ in them are not counted together.
type Stream<'a> = (&'a str, Scale);

/// Negatives in a row of one stream.
#[derive(Default)]
struct Run {
    negatives: Vec<RecordId>,
    counted_on: Option<CivilDate>,
}

/// The samples of each matrix, oldest first.
pub fn by_matrix<'a>(shedding: impl IntoIterator<Item = &'a Kept<Recorded>>) -> BTreeMap<String, Vec<Taken>> {
    let mut found: BTreeMap<String, Vec<Taken>> = BTreeMap::new();
    for kept in shedding {
        let assessment = &kept.fact.assessment;
        let Some(sample) = Sample::read(assessment) else { continue };
        let taken = Taken { on: assessment.collected_on, record: kept.record, sample };
        found.entry(taken.sample.matrix.clone()).or_default().push(taken);
    }
    found.values_mut().for_each(|samples| samples.sort_by_key(|taken| (taken.on, taken.record)));
    found
}

impl ClearanceRule {
    /// Every spell in which the matrix was cleared, oldest first. `samples` of one matrix, oldest first; those of one
    /// day are one time point.
    pub fn spells(&self, samples: &[Taken]) -> Vec<ClearSpell> {
        let mut runs: BTreeMap<Stream<'_>, Run> = BTreeMap::new();
        let mut spells: Vec<ClearSpell> = Vec::new();
        for day in samples.chunk_by(|a, b| a.on == b.on) {
            let on = day[0].on;
            if day.iter().any(|taken| matches!(taken.sample.outcome, Outcome::Detected(_))) {
                runs.clear();
            } else {
                self.count(on, day, &mut runs);
            }
            let cleared = runs.iter().find(|(_, run)| run.negatives.len() >= self.needed());
            let open = spells.last_mut().filter(|spell| spell.ended_on.is_none());
            match (cleared, open) {
                (Some(((assay, _), run)), None) => spells.push(ClearSpell {
                    cleared_on: on,
                    assay: (*assay).to_owned(),
                    negatives: run.negatives.clone(),
                    ended_on: None,
                }),
                (None, Some(open)) => open.ended_on = Some(on),
                _ => {}
            }
        }
        spells
    }

    /// A day on which nothing was detected.
    fn count<'a>(&self, on: CivilDate, day: &'a [Taken], runs: &mut BTreeMap<Stream<'a>, Run>) {
        let about_presence = |taken: &&'a Taken| !taken.sample.is_infectivity();
        for taken in day.iter().filter(about_presence) {
            let run = runs.entry(taken.sample.stream()).or_default();
            if run.counted_on.is_none_or(|last_on| last_on < on && self.apart(last_on, on)) {
                run.negatives.push(taken.record);
                run.counted_on = Some(on);
            }
        }
        for unclear in day.iter().filter(about_presence).filter(|t| t.sample.outcome == Outcome::Inconclusive) {
            runs.remove(&unclear.sample.stream());
        }
    }

    fn needed(&self) -> usize {
        usize::try_from(self.consecutive.max(1)).unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use facts::Period;

    use super::*;

    fn record(n: usize) -> RecordId {
        serde_json::from_value(format!("00000000-0000-0000-0000-{n:012}").into()).unwrap()
    }

    /// A series as samples of one matrix by one assay.
    pub fn one_assay(series: &[(CivilDate, Outcome)]) -> Vec<Taken> {
        let sample = |outcome| Sample {
            matrix: String::new(),
            assay: String::new(),
            unit: String::new(),
            outcome,
            infectious: None,
        };
        let one = |(n, (on, outcome)): (usize, &(CivilDate, Outcome))| Taken {
            on: *on,
            record: record(n),
            sample: sample(*outcome),
        };
        series.iter().enumerate().map(one).collect()
    }

    fn taken(told: &[(i32, &str, &str, char)]) -> Vec<Taken> {
        let start: CivilDate = "2026-01-01".parse().unwrap();
        let one = |(n, (day, assay, unit, sign)): (usize, &(i32, &str, &str, char))| Taken {
            on: start.plus_days(*day - 1),
            record: record(n),
            sample: Sample {
                matrix: "urine".into(),
                assay: (*assay).into(),
                unit: (*unit).into(),
                outcome: match sign {
                    '+' => Outcome::Detected(None),
                    '-' => Outcome::Negative,
                    _ => Outcome::Inconclusive,
                },
                infectious: None,
            },
        };
        told.iter().enumerate().map(one).collect()
    }

    /// Days of January on which spells began and ended; 0 while one holds.
    fn spells(rule: &ClearanceRule, told: &[(i32, &str, &str, char)]) -> Vec<(i8, i8)> {
        let days = |spell: &ClearSpell| (spell.cleared_on.day(), spell.ended_on.map_or(0, CivilDate::day));
        rule.spells(&taken(told)).iter().map(days).collect()
    }

    const THREE: ClearanceRule = ClearanceRule { consecutive: 3, spacing: Period::ZERO };
    const ML: &str = "{copies}/mL";

    #[test]
    fn negatives_of_two_assays_or_two_scales_are_not_counted_together() {
        let one = [(1, "qpcr", ML, '+'), (2, "qpcr", ML, '-'), (3, "qpcr", ML, '-'), (4, "qpcr", ML, '-')];
        assert_eq!(spells(&THREE, &one), [(4, 0)]);
        let mut other = one;
        other[2].1 = "ddpcr";
        assert!(spells(&THREE, &other).is_empty());
        let mut scale = one;
        scale[2].2 = "{Ct}";
        assert!(spells(&THREE, &scale).is_empty());
        // Copies per mL and per g are both amounts.
        let mut unit = one;
        unit[2].2 = "{copies}/g";
        assert_eq!(spells(&THREE, &unit), [(4, 0)]);
    }

    #[test]
    fn vector_seen_by_any_assay_ends_the_run_of_every_other() {
        let told = [
            (1, "qpcr", ML, '-'),
            (2, "qpcr", ML, '-'),
            (3, "ddpcr", "{Ct}", '+'),
            (4, "qpcr", ML, '-'),
            (5, "qpcr", ML, '-'),
            (6, "qpcr", ML, '-'),
            (9, "infectivity", ML, '+'),
        ];
        assert_eq!(spells(&THREE, &told), [(6, 9)]);
    }

    #[test]
    fn an_infectivity_assay_that_finds_nothing_clears_nothing() {
        let negative = |day| (day, "infectivity", ML, '-');
        assert!(spells(&THREE, &[negative(1), negative(2), negative(3)]).is_empty());
    }

    #[test]
    fn an_unclear_sample_ends_the_run_of_its_assay_only() {
        let both = |day| [(day, "qpcr", ML, '-'), (day, "ddpcr", ML, '-')];
        let cleared = [both(1), both(2), both(3)].concat();
        assert_eq!(spells(&THREE, &[&cleared[..], &[(4, "qpcr", ML, '?')]].concat()), [(3, 0)]);
        let unclear = [(4, "qpcr", ML, '?'), (4, "ddpcr", ML, '?')];
        assert_eq!(spells(&THREE, &[&cleared[..], &unclear].concat()), [(3, 4)]);
    }

    #[test]
    fn negatives_closer_than_the_spacing_count_once_and_are_not_the_evidence() {
        let fortnight = ClearanceRule { consecutive: 3, spacing: Period::days(14) };
        let told = [1, 4, 15, 20, 28, 29].map(|day| (day, "qpcr", ML, '-'));
        assert_eq!(spells(&fortnight, &told[..5]), []);
        let found = &fortnight.spells(&taken(&told))[0];
        assert_eq!((found.cleared_on.day(), found.negatives.len(), found.assay.as_str()), (29, 3, "qpcr"));
        assert_eq!(found.negatives, [record(0), record(2), record(5)]);
    }

    #[test]
    fn a_spell_holds_from_the_day_after_its_last_negative_until_the_day_of_the_detection() {
        let told = [1, 2, 3].map(|day| (day, "qpcr", ML, '-'));
        let found = &THREE.spells(&taken(&[&told[..], &[(9, "qpcr", ML, '+')]].concat()))[0];
        let holds = |day: &str| found.holds_on(day.parse().unwrap());
        assert_eq!(["2026-01-03", "2026-01-04", "2026-01-09", "2026-01-10"].map(holds), [false, true, true, false]);
    }
}
