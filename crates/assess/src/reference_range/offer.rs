//! Which limits of a laboratory a form asks for, and in which units they can be given exactly.
//!
//! A form asks for a limit by a field named after what it limits: `alt-uln`, `neutrophils-lln`. Does not know what was
//! typed: whoever fills in takes the unit in use.

use facts::{CivilDate, Sex};
use rust_decimal::Decimal;

use super::range::{NoRange, ReferenceRange, range_for};
use crate::form::{FieldSpec, FormSpec, Input};
use crate::kinds;
use crate::units;

/// What one laboratory says of one limit field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Key of the limit field: `alt-uln`.
    pub field: &'static str,
    /// Key of what it limits: `alt`.
    pub analyte: &'static str,
    /// The limit in each unit of the field in which it is exact, the laboratory's own first; or why there is none.
    pub limit: Result<Vec<(String, Decimal)>, NoRange>,
}

#[derive(Clone, Copy)]
enum Side {
    Low,
    High,
}

/// One offer for each limit that the form asks for.
///
/// ```
/// use assess::reference_range::{offers, read};
/// let table = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to\n\
///              central,alt,,P0D,,,40,U/L,2024-01-01,\n";
/// let ranges = read(table.as_bytes()).unwrap();
/// let day = |text: &str| text.parse().unwrap();
/// let liver = assess::form("liver").unwrap();
/// let found = offers(liver, &ranges, "central", facts::Sex::Male, day("2021-02-11"), day("2026-01-10"));
/// assert_eq!(found[0].limit, Ok(vec![("U/L".to_owned(), 40.into())]));
/// ```
pub fn offers(
    form: &FormSpec,
    ranges: &[ReferenceRange],
    laboratory: &str,
    sex: Sex,
    born_on: CivilDate,
    on: CivilDate,
) -> Vec<Offer> {
    let offer = |(field, analyte, side): (&'static FieldSpec, &'static str, Side)| {
        let limit = range_for(ranges, laboratory, analyte, sex, born_on, on).and_then(|range| {
            let limit = match side {
                Side::Low => range.low,
                Side::High => range.high,
            };
            let exact = limit.map(|limit| exact(field, analyte, limit, &range.unit)).unwrap_or_default();
            if exact.is_empty() { Err(NoRange::NoneGiven) } else { Ok(exact) }
        });
        Offer { field: field.key, analyte, limit }
    };
    limits(form).map(offer).collect()
}

/// What of a range no form asks for: its analyte, or its unit; `None` when it can be offered.
pub(super) fn unused(range: &ReferenceRange) -> Option<(&'static str, &str)> {
    let mut asked = kinds::kinds().iter().flat_map(|form| limits(form)).filter(|(_, key, _)| *key == range.analyte);
    let Some(first) = asked.next() else { return Some(("analyte", &range.analyte)) };
    let limit = range.high.or(range.low)?;
    let fits = |field: &FieldSpec| !exact(field, &range.analyte, limit, &range.unit).is_empty();
    let fits = fits(first.0) || asked.any(|(field, ..)| fits(field));
    (!fits).then_some(("unit", range.unit.as_str()))
}

fn limits(form: &FormSpec) -> impl Iterator<Item = (&'static FieldSpec, &'static str, Side)> {
    // `alt-x-uln` is computed: a multiple, not a limit.
    form.fields.iter().filter(|field| !field.is_computed()).filter_map(|field| {
        let upper = field.key.strip_suffix("-uln").map(|analyte| (field, analyte, Side::High));
        upper.or_else(|| field.key.strip_suffix("-lln").map(|analyte| (field, analyte, Side::Low)))
    })
}

fn exact(field: &FieldSpec, analyte: &str, limit: Decimal, unit: &str) -> Vec<(String, Decimal)> {
    let Input::Number { units: accepted, .. } = field.input else { return Vec::new() };
    let mut found: Vec<(String, Decimal)> = accepted
        .iter()
        .filter_map(|accepted| Some(((*accepted).to_owned(), units::exactly(analyte, limit, unit, accepted)?)))
        .collect();
    found.sort_by_key(|(accepted, _)| accepted != unit);
    found
}

#[cfg(test)]
mod tests {
    use super::super::table::read;
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn liver(rows: &[&str]) -> Vec<Offer> {
        let heading = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to";
        let ranges = read(format!("{heading}\n{}", rows.join("\n")).as_bytes()).unwrap();
        let form = kinds::form("liver").unwrap();
        offers(form, &ranges, "central", Sex::Female, day("2021-02-11"), day("2026-01-10"))
    }

    fn limit(offers: &[Offer], field: &str) -> Result<Vec<String>, NoRange> {
        let found = offers.iter().find(|offer| offer.field == field).unwrap();
        let shown = |all: Vec<(String, Decimal)>| all.iter().map(|(unit, value)| format!("{value} {unit}")).collect();
        found.limit.clone().map(shown)
    }

    #[test]
    fn a_limit_is_offered_in_the_units_in_which_its_number_ends() {
        let found = liver(&[
            "central,alt,,P0D,,,42,U/L,2020-01-01,",
            "central,ast,,P0D,,,40,U/L,2020-01-01,",
            "central,alp,,P0D,,,5,ukat/L,2020-01-01,",
            "central,bilirubin,,P0D,,,1.2,mg/dL,2020-01-01,",
            "central,albumin,,P0D,,35,50,g/L,2020-01-01,",
        ]);
        let asked: Vec<&str> = found.iter().map(|offer| offer.field).collect();
        assert_eq!(asked, ["alt-uln", "ast-uln", "bilirubin-uln", "alp-uln", "ggt-uln", "albumin-lln"]);
        let offered = |field: &str| limit(&found, field).unwrap();
        assert_eq!(offered("alt-uln"), ["42 U/L", "0.7 ukat/L"]);
        // Two thirds of a microkatal have no last digit.
        assert_eq!(offered("ast-uln"), ["40 U/L"]);
        assert_eq!(offered("alp-uln"), ["5 ukat/L", "300 U/L"]);
        assert_eq!(offered("bilirubin-uln"), ["1.2 mg/dL"]);
        assert_eq!(offered("albumin-lln"), ["35 g/L", "3.5 g/dL"]);
        assert_eq!(limit(&found, "ggt-uln"), Err(NoRange::NoneGiven));
    }

    #[test]
    fn another_person_s_other_days_and_the_other_side_give_no_limit() {
        let found = liver(&[
            "central,alt,male,P0D,,,42,U/L,2020-01-01,",
            "central,ast,,P18Y,,,40,U/L,2020-01-01,",
            "central,alp,,P0D,,,300,U/L,2020-01-01,2025-12-31",
            "central,ggt,,P0D,,10,,U/L,2020-01-01,",
            "other,bilirubin,,P0D,,,21,umol/L,2020-01-01,",
        ]);
        for offer in found {
            assert_eq!(offer.limit, Err(NoRange::NoneGiven), "{}", offer.field);
        }
    }

    #[test]
    fn two_limits_on_one_day_are_offered_as_neither() {
        let rows = ["central,alt,,P0D,P1M,,60,U/L,2020-01-01,", "central,alt,,P30D,,,40,U/L,2020-01-01,"];
        let heading = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to";
        let ranges = read(format!("{heading}\n{}", rows.join("\n")).as_bytes()).unwrap();
        let form = kinds::form("liver").unwrap();
        let found = offers(form, &ranges, "central", Sex::Male, day("2024-01-01"), day("2024-01-31"));
        assert_eq!(limit(&found, "alt-uln"), Err(NoRange::MoreThanOne));
    }
}
