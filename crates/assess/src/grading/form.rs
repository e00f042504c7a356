//! Grades of a form's own values: from `<key>`, `<key>-lln`, `<key>-uln` and `<key>-baseline` to `<key>-grade`, with the
//! version that graded in `ctcae-version`.

use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

use super::criterion::{Direction, Version};
use super::grade::{Grade, Measured, Range, WhyNot, grade_of};
use crate::note::{Level, Note};
use crate::units;

/// What a form grades: field key, which is the analyte's key, and the sides of normal that matter there.
pub(crate) type Graded = (&'static str, &'static [Direction]);

pub(crate) const VERSION: &str = "ctcae-version";

/// The version that the form asks for, else the protocol's: what was graded once keeps its version.
fn version(assessment: &Assessment, protocol: Version) -> Version {
    assessment.code(VERSION).and_then(Version::of).unwrap_or(protocol)
}

/// Fills the grades; the version is written down as soon as one was given.
pub(crate) fn compute(assessment: &mut Assessment, graded: &[Graded], protocol: Version) {
    let version = version(assessment, protocol);
    for (key, sides) in graded {
        let field = format!("{key}-grade");
        assessment.answers.remove(&field);
        if let Some(Ok(grade)) = grade_field(assessment, version, key, sides) {
            assessment.answers.insert(field, Answer::number(grade.number().into(), ""));
            assessment.answers.insert(VERSION.to_owned(), Answer::choice(version.code()));
        }
    }
}

/// Why a value that was given has no grade.
pub(crate) fn notes(assessment: &Assessment, graded: &[Graded], protocol: Version) -> Vec<Note> {
    let version = version(assessment, protocol);
    let why = graded.iter().filter_map(|(key, sides)| {
        let why = grade_field(assessment, version, key, sides)?.err()?;
        let args = [("version", version.code().to_owned())];
        Some(Note::of(key, &format!("not-gradable-{}", why.code()), &args, Level::Plain))
    });
    why.collect()
}

/// The grade of one field; `None` when no value was given. Of two sides the worse one counts; that a version has no
/// term for one of them does not hide the other.
pub fn grade_field(
    assessment: &Assessment,
    version: Version,
    key: &str,
    sides: &[Direction],
) -> Option<Result<Grade, WhyNot>> {
    let measured = measured(assessment, key)?;
    let found: Vec<_> = sides.iter().map(|side| grade_of(version, key, *side, &measured)).collect();
    let worst = found.iter().filter_map(|grade| grade.ok()).max();
    let why = found.iter().filter_map(|grade| grade.err()).find(|why| *why != WhyNot::NoTerm);
    Some(match (worst, why) {
        (Some(grade), None) => Ok(grade),
        (Some(grade), Some(_)) if grade.number() > 0 => Ok(grade),
        (_, Some(why)) => Err(why),
        (None, None) => Err(WhyNot::NoTerm),
    })
}

/// A value with its limits and its baseline, all in the value's unit.
fn measured<'a>(assessment: &'a Assessment, key: &str) -> Option<Measured<'a>> {
    let number = |key: &str| match assessment.get(key)? {
        Answer::Number { value, unit, comparator, .. } if *comparator == facts::Comparator::Equal => {
            Some((*value, unit))
        }
        _ => None,
    };
    let (value, unit) = number(key)?;
    let beside = |part: &str| -> Option<Decimal> {
        let (value, given) = number(&format!("{key}-{part}"))?;
        units::convert_of(key, value, given, unit)
    };
    let (lower, upper, baseline) = (beside("lln"), beside("uln"), beside("baseline"));
    let baseline_range = baseline.and_then(|baseline| Range::of(baseline, lower, upper));
    Some(Measured { value: Some(value), unit, lower, upper, baseline, baseline_range })
}
