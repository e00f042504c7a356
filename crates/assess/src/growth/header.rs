//! The lines that begin a reference table (see `table`), each read into what it means.

use facts::Sex;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::score::{How, Index};
use super::table::{By, MONTH_DAYS, TableFault, YEAR_DAYS};

pub(super) struct Header(Vec<(&'static str, &'static str)>);

impl Header {
    pub fn of(text: &'static str) -> Self {
        let lines = text.lines().map_while(|line| line.strip_prefix('#'));
        Self(lines.filter_map(|line| line.split_once(':')).map(|(name, value)| (name.trim(), value.trim())).collect())
    }

    pub fn get(&self, name: &str) -> Option<&'static str> {
        self.0.iter().find(|(given, _)| *given == name).map(|(_, value)| *value)
    }

    pub fn must(&self, name: &'static str) -> Result<&'static str, TableFault> {
        self.get(name).filter(|value| !value.is_empty()).ok_or(TableFault::Missing(name))
    }

    pub fn index(&self) -> Result<Index, TableFault> {
        let name = self.must("index")?;
        Index::ALL.into_iter().find(|index| index.name() == name).ok_or(TableFault::Unreadable("index"))
    }

    pub fn sex(&self) -> Result<Sex, TableFault> {
        match self.must("sex")? {
            "female" => Ok(Sex::Female),
            "male" => Ok(Sex::Male),
            _ => Err(TableFault::Unreadable("sex")),
        }
    }

    pub fn by(&self) -> Result<By, TableFault> {
        match self.must("by")? {
            "cm" => Ok(By::HeightCm),
            unit => unit_days(unit).map(|unit_days| By::Age { unit_days }).ok_or(TableFault::Unreadable("by")),
        }
    }

    /// First and last age in days.
    pub fn ages(&self) -> Result<(f64, f64), TableFault> {
        let read = |text: &str| {
            let (range, unit) = text.split_once(' ')?;
            let (from, through) = range.split_once("..")?;
            let unit = unit_days(unit)?;
            Some((from.parse::<f64>().ok()? * unit, through.parse::<f64>().ok()? * unit))
        };
        read(self.must("ages")?).filter(|(from, through)| from <= through).ok_or(TableFault::Unreadable("ages"))
    }

    pub fn measured(&self) -> Result<Option<How>, TableFault> {
        match self.get("measured") {
            None => Ok(None),
            Some("lying") => Ok(Some(How::Lying)),
            Some("standing") => Ok(Some(How::Standing)),
            Some(_) => Err(TableFault::Unreadable("measured")),
        }
    }

    /// In hundredths of a centimetre, nothing when the table does not say.
    pub fn lying_longer_by(&self) -> Result<i64, TableFault> {
        let read = |text: &str| {
            let cm: Decimal = text.strip_suffix(" cm")?.parse().ok()?;
            (cm * Decimal::ONE_HUNDRED).to_i64()
        };
        let unreadable = TableFault::Unreadable("lying-longer-by");
        self.get("lying-longer-by").map_or(Ok(0), |text| read(text).ok_or(unreadable))
    }
}

/// `274 day` in days.
pub(super) fn days(text: &str) -> Option<f64> {
    let (number, unit) = text.split_once(' ')?;
    Some(number.parse::<f64>().ok()? * unit_days(unit)?)
}

fn unit_days(unit: &str) -> Option<f64> {
    match unit {
        "day" => Some(1.0),
        "month" => Some(MONTH_DAYS),
        "year" => Some(YEAR_DAYS),
        _ => None,
    }
}
