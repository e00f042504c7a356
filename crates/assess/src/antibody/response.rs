//! What a titre says against an earlier one: seroconversion, a boosted response, an inhibitor, a pair around an event.
//!
//! Words of Shankar et al., AAPS J 2014;16:658: treatment-induced (none before, some after) and treatment-boosted
//! (some before, a protocol's number of times more after). The limits come in as arguments.

use facts::CivilDate;
use facts::answer::Assessment;
use rust_decimal::Decimal;

use super::view::{Reading, Titre, fold_change};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Negative,
    Positive,
    Indeterminate,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Response {
    /// Negative before, positive after.
    Seroconverted,
    /// Positive before, and at least so many times more after.
    Boosted {
        fold: Decimal,
    },
    /// Positive before, negative after.
    Seroreverted,
    Unchanged,
}

/// An inhibitor by its Bethesda units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inhibitor {
    Negative,
    LowTitre,
    HighTitre,
}

/// The laboratory's own interpretation; without one, a titre at a number is positive and one below its limit negative.
/// `None` when the form holds neither.
pub fn status(assessment: &Assessment) -> Option<Status> {
    match assessment.code("interpretation") {
        Some("negative") => Some(Status::Negative),
        Some("positive") => Some(Status::Positive),
        Some("indeterminate") => Some(Status::Indeterminate),
        _ => Titre::read(assessment).map(|titre| match titre.value {
            Reading::At(value) if value > Decimal::ZERO => Status::Positive,
            _ => Status::Negative,
        }),
    }
}

/// `None` when the two were measured in ways that cannot be compared, or one of them is not clear.
pub fn response(before: &Assessment, after: &Assessment, boosted_from: Decimal) -> Option<Response> {
    let (was, is) = (Titre::read(before)?, Titre::read(after)?);
    if !was.comparable(&is) {
        return None;
    }
    Some(match (status(before)?, status(after)?) {
        (Status::Indeterminate, _) | (_, Status::Indeterminate) => return None,
        (Status::Negative, Status::Positive) => Response::Seroconverted,
        (Status::Positive, Status::Negative) => Response::Seroreverted,
        (Status::Negative, Status::Negative) => Response::Unchanged,
        (Status::Positive, Status::Positive) => match fold_change(&was, &is).filter(|fold| *fold >= boosted_from) {
            Some(fold) => Response::Boosted { fold },
            None => Response::Unchanged,
        },
    })
}

/// Whole two-fold dilution steps in a change of the titre: 4 times is 2, a quarter is -2, 7 times is 2. `None` for what
/// is no positive number.
///
/// ```
/// assert_eq!(assess::antibody::dilution_steps(4.into()), Some(2));
/// ```
pub fn dilution_steps(fold: Decimal) -> Option<i32> {
    if fold <= Decimal::ZERO {
        return None;
    }
    if fold < Decimal::ONE {
        return dilution_steps(Decimal::ONE.checked_div(fold)?).map(|steps| -steps);
    }
    let (mut steps, mut reached) = (0, Decimal::TWO);
    // A third of a dilution series, turned over, must not fall short of its step.
    let fold = fold.round_sf(15)?;
    while reached <= fold {
        steps += 1;
        reached = reached.checked_mul(Decimal::TWO)?;
    }
    Some(steps)
}

/// `None` unless the titre is in Bethesda units. The limits are the protocol's (ISTH: positive from 0.6 BU, high above
/// 5 BU; White et al., Thromb Haemost 2001;85:560).
pub fn inhibitor(titre: &Titre, positive_from: Decimal, high_above: Decimal) -> Option<Inhibitor> {
    if titre.unit != "[BU]" {
        return None;
    }
    match titre.value {
        Reading::At(value) if value > high_above => Some(Inhibitor::HighTitre),
        Reading::At(value) if value >= positive_from => Some(Inhibitor::LowTitre),
        Reading::At(_) => Some(Inhibitor::Negative),
        // Below a limit that itself lies above the decision limit nothing is known.
        Reading::Below(limit) => limit.is_none_or(|limit| limit <= positive_from).then_some(Inhibitor::Negative),
    }
}

/// The samples around an event: the first of on or after its onset, at most `acute_within` days later, and the first that
/// can be compared with it at least `apart` days after that. `titres` oldest first.
pub fn paired(
    titres: &[(CivilDate, Titre)],
    onset_on: CivilDate,
    acute_within: i32,
    apart: i32,
) -> Option<(usize, usize)> {
    let acute = titres.iter().position(|(on, _)| (0..=acute_within).contains(&on.days_since(onset_on)))?;
    let (acute_on, first) = &titres[acute];
    let later = titres.iter().enumerate().skip(acute + 1);
    let mut recovered = later.filter(|(_, (on, titre))| on.days_since(*acute_on) >= apart && titre.comparable(first));
    recovered.next().map(|(at, _)| (acute, at))
}

#[cfg(test)]
mod tests {
    use facts::answer::{Answer, Answers, Closure};

    use super::*;

    fn sample(titre: &str, unit: &str, interpretation: &str) -> Assessment {
        let result = match titre.strip_prefix('<') {
            Some(limit) => Answer::BelowQuantification { unit: unit.into(), lloq: Some(limit.parse().unwrap()) },
            None => Answer::number(titre.parse().unwrap(), unit),
        };
        let mut answers =
            Answers::from([("target".to_owned(), Answer::choice("vector-neutralising")), ("titre".to_owned(), result)]);
        if !interpretation.is_empty() {
            answers.insert("interpretation".into(), Answer::choice(interpretation));
        }
        Assessment {
            kind: "antibody".into(),
            edition: 1,
            collected_on: "2026-01-01".parse().unwrap(),
            closure: Closure::Answered,
            answers,
        }
    }

    fn change(before: &str, after: &str) -> Option<Response> {
        response(&sample(before, "{titer}", ""), &sample(after, "{titer}", ""), 4.into())
    }

    #[test]
    fn negative_to_positive_is_seroconversion_and_fourfold_is_boosted() {
        assert_eq!(change("<5", "5"), Some(Response::Seroconverted));
        assert_eq!(change("20", "80"), Some(Response::Boosted { fold: 4.into() }));
        assert_eq!(change("20", "79"), Some(Response::Unchanged));
        assert_eq!(change("20", "<5"), Some(Response::Seroreverted));
        assert_eq!(change("<5", "<5"), Some(Response::Unchanged));
    }

    #[test]
    fn the_laboratory_interprets_first_and_an_unclear_sample_says_nothing() {
        let negative = sample("20", "{titer}", "negative");
        assert_eq!(response(&negative, &sample("40", "{titer}", ""), 4.into()), Some(Response::Seroconverted));
        let unclear = sample("20", "{titer}", "indeterminate");
        assert_eq!(response(&unclear, &sample("400", "{titer}", ""), 4.into()), None);
        assert_eq!(response(&sample("1", "[BU]", ""), &sample("400", "{titer}", ""), 4.into()), None);
    }

    #[test]
    fn steps_are_counted_on_the_titre_scale() {
        for (fold, steps) in
            [("1", 0), ("1.9", 0), ("2", 1), ("4", 2), ("7.99", 2), ("8", 3), ("0.5", -1), ("0.125", -3)]
        {
            assert_eq!(dilution_steps(fold.parse().unwrap()), Some(steps), "{fold}");
        }
        let third = Decimal::from(100) / Decimal::from(300);
        assert_eq!(dilution_steps(third * Decimal::from(12)), Some(2));
        assert_eq!(dilution_steps(Decimal::ZERO), None);
    }

    #[test]
    fn bethesda_units_meet_the_limits_given() {
        let judged = |titre: &str, unit: &str| {
            let limits: [Decimal; 2] = ["0.6", "5"].map(|limit| limit.parse().unwrap());
            inhibitor(&Titre::read(&sample(titre, unit, "")).unwrap(), limits[0], limits[1])
        };
        assert_eq!(judged("0.5", "[BU]"), Some(Inhibitor::Negative));
        assert_eq!(judged("0.6", "[BU]"), Some(Inhibitor::LowTitre));
        assert_eq!(judged("5", "[BU]"), Some(Inhibitor::LowTitre));
        assert_eq!(judged("5.1", "[BU]"), Some(Inhibitor::HighTitre));
        assert_eq!(judged("<0.6", "[BU]"), Some(Inhibitor::Negative));
        assert_eq!(judged("<1", "[BU]"), None);
        assert_eq!(judged("40", "{titer}"), None);
    }

    #[test]
    fn a_pair_is_the_sample_at_onset_and_the_first_late_enough() {
        let titre = |value: &str| Titre::read(&sample(value, "{titer}", "")).unwrap();
        let other = Titre { assay: "another".into(), ..titre("40") };
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let titres = [
            (day("2026-01-01"), titre("10")),
            (day("2026-02-03"), titre("20")),
            (day("2026-02-10"), titre("40")),
            (day("2026-03-01"), other),
            (day("2026-03-10"), titre("160")),
        ];
        assert_eq!(paired(&titres, day("2026-02-01"), 7, 14), Some((1, 4)));
        assert_eq!(paired(&titres, day("2026-02-01"), 1, 14), None);
        assert_eq!(paired(&titres, day("2026-02-01"), 7, 60), None);
    }
}
