//! Scores over time, kept apart by what makes them comparable: instrument, edition, norm, domain and kind of score.
//!
//! A [`Series`] can only be made by [`series`], and change is only asked of a series: a trend across two editions cannot
//! be written down. Editions and norms are compared as people type them, without case and outer spaces.

use std::collections::BTreeMap;

use facts::CivilDate;
use facts::answer::{self, Answer, Assessment};
use rust_decimal::Decimal;

/// Everything that two scores must share before one is called higher.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scale {
    pub instrument: String,
    pub edition: String,
    pub norm: String,
    pub domain: String,
    pub score_type: String,
}

/// Scores on one scale, oldest first, of which there is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    scale: Scale,
    points: Vec<(CivilDate, Decimal)>,
}

impl Series {
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    pub fn points(&self) -> &[(CivilDate, Decimal)] {
        &self.points
    }

    /// Newest score less the one before it, in points of the scale; `None` after a single test.
    pub fn change(&self) -> Option<Decimal> {
        match self.points.as_slice() {
            [.., (_, before), (_, newest)] => Some(newest - before),
            _ => None,
        }
    }
}

/// Every series in a subject's development forms, by scale. A score without edition has a scale of its own.
///
/// ```
/// # use assess::development::series;
/// assert!(series(std::iter::empty()).is_empty());
/// ```
pub fn series<'a>(forms: impl IntoIterator<Item = &'a Assessment>) -> Vec<Series> {
    let mut by_scale: BTreeMap<Scale, Vec<(CivilDate, Decimal)>> = BTreeMap::new();
    for form in forms {
        let Some(Answer::Table { rows }) = form.get("domains") else { continue };
        let Some(instrument) = form.code("instrument") else { continue };
        for row in rows {
            let (Some(Answer::Text { text: domain }), Some(score)) = (row.get("domain"), answer::decimal(row, "score"))
            else {
                continue;
            };
            let scale = Scale {
                instrument: instrument.to_owned(),
                edition: as_meant(form.text("edition").unwrap_or_default()),
                norm: as_meant(form.text("norm").unwrap_or_default()),
                domain: as_meant(domain),
                score_type: answer::code(row, "score-type").unwrap_or_default().to_owned(),
            };
            by_scale.entry(scale).or_default().push((form.collected_on, score));
        }
    }
    let sorted = |(scale, mut points): (Scale, Vec<(CivilDate, Decimal)>)| {
        points.sort_by_key(|(on, _)| *on);
        Series { scale, points }
    };
    by_scale.into_iter().map(sorted).collect()
}

fn as_meant(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::answer::{Answers, Closure};

    fn tested(on: &str, edition: &str, norm: &str, scores: &[(&str, i64, &str)]) -> Assessment {
        let row = |(domain, score, kind): &(&str, i64, &str)| {
            Answers::from([
                ("domain".to_owned(), Answer::text(domain)),
                ("score".to_owned(), Answer::number(Decimal::from(*score), "{score}")),
                ("score-type".to_owned(), Answer::choice(kind)),
            ])
        };
        let answers = Answers::from([
            ("instrument".to_owned(), Answer::choice("bayley")),
            ("edition".to_owned(), Answer::text(edition)),
            ("norm".to_owned(), Answer::text(norm)),
            ("domains".to_owned(), Answer::Table { rows: scores.iter().map(row).collect() }),
        ]);
        let collected_on = on.parse().unwrap();
        Assessment { kind: "development".into(), edition: 1, collected_on, closure: Closure::Answered, answers }
    }

    fn changes(forms: &[Assessment]) -> Vec<Option<String>> {
        series(forms).iter().map(|series| series.change().map(|change| change.to_string())).collect()
    }

    #[test]
    fn a_new_edition_norm_domain_or_kind_of_score_begins_a_series() {
        let first = tested("2026-01-01", "4", "US 2019", &[("Cognitive", 95, "composite")]);
        for other in [
            tested("2027-01-01", "III", "US 2019", &[("Cognitive", 80, "composite")]),
            tested("2027-01-01", "4", "DE 2014", &[("Cognitive", 80, "composite")]),
            tested("2027-01-01", "4", "US 2019", &[("Motor", 80, "composite")]),
            tested("2027-01-01", "4", "US 2019", &[("Cognitive", 80, "scaled")]),
        ] {
            assert_eq!(changes(&[first.clone(), other]), [None, None]);
        }
        let again = tested("2027-01-01", " 4 ", "us  2019", &[("cognitive", 80, "composite")]);
        assert_eq!(changes(&[first, again]), [Some("-15".to_owned())]);
    }

    #[test]
    fn change_is_newest_less_the_one_before_in_whatever_order_they_were_entered() {
        let at = |on, score| tested(on, "4", "", &[("Motor", score, "composite")]);
        let forms = [at("2028-01-01", 88), at("2026-01-01", 100), at("2027-01-01", 90)];
        assert_eq!(changes(&forms), [Some("-2".to_owned())]);
        assert_eq!(series(&forms)[0].points().len(), 3);
    }
}
