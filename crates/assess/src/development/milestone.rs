//! When healthy children reach the six gross motor milestones: windows from the 1st to the 99th centile (WHO Multicentre
//! Growth Reference Study Group, Acta Paediatrica Supplement 2006;450:86, table of windows of achievement).
//!
//! Says where an age lies against the window. Whether being after it is a finding is a protocol's; for a child born
//! preterm the caller gives the corrected age (`growth::ages`).

use facts::answer::{self, Answer, Assessment};
use rust_decimal::Decimal;

/// Days in a month of WHO.
const MONTH_DAYS: f64 = 30.4375;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    Sits,
    StandsWithHelp,
    Crawls,
    WalksWithHelp,
    Stands,
    Walks,
}

/// Milestone, its code in the form, and the window in tenths of months.
const WINDOWS: [(Milestone, &str, u32, u32); 6] = [
    (Milestone::Sits, "sits", 38, 92),
    (Milestone::StandsWithHelp, "stands-help", 48, 114),
    (Milestone::Crawls, "crawls", 52, 135),
    (Milestone::WalksWithHelp, "walks-help", 59, 137),
    (Milestone::Stands, "stands", 69, 169),
    (Milestone::Walks, "walks", 82, 176),
];

/// Where an age lies against a milestone's window; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    NotYetExpected,
    InTheWindow,
    AfterTheWindow,
}

/// What one form says of a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    pub milestone: Milestone,
    pub reached: bool,
    /// Age at which it was reached, in months since birth.
    pub at_months: Option<Decimal>,
}

impl Milestone {
    pub const ALL: [Self; 6] =
        [Self::Sits, Self::StandsWithHelp, Self::Crawls, Self::WalksWithHelp, Self::Stands, Self::Walks];

    /// As the form spells it.
    pub fn code(self) -> &'static str {
        WINDOWS[self as usize].1
    }

    /// First and last month of the window.
    pub fn window_months(self) -> (f64, f64) {
        let (_, _, from, through) = WINDOWS[self as usize];
        (f64::from(from) / 10.0, f64::from(through) / 10.0)
    }
}

/// Where `age_days` lies against the window.
///
/// ```
/// use assess::development::{Milestone, Progress, progress};
/// // Seventeen and eighteen months.
/// assert_eq!(progress(Milestone::Walks, 517), Progress::InTheWindow);
/// assert_eq!(progress(Milestone::Walks, 548), Progress::AfterTheWindow);
/// ```
pub fn progress(milestone: Milestone, age_days: i32) -> Progress {
    let (from, through) = milestone.window_months();
    let months = f64::from(age_days) / MONTH_DAYS;
    if months < from {
        Progress::NotYetExpected
    } else if months <= through {
        Progress::InTheWindow
    } else {
        Progress::AfterTheWindow
    }
}

/// The milestones of one form, in the order of the study; the last row counts where one stands twice.
pub fn milestones(assessment: &Assessment) -> Vec<Reached> {
    let Some(Answer::Table { rows }) = assessment.get("milestones") else { return Vec::new() };
    let read = |milestone: Milestone| {
        let row = rows.iter().rfind(|row| answer::code(row, "milestone") == Some(milestone.code()))?;
        let reached = answer::code(row, "reached")? == "yes";
        let at_months = answer::decimal(row, "age-months").filter(|_| reached);
        Some(Reached { milestone, reached, at_months })
    };
    Milestone::ALL.into_iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_milestones() {
        for milestone in Milestone::ALL {
            let (of, _, from, through) = WINDOWS[milestone as usize];
            assert_eq!(of, milestone);
            assert!(from < through);
        }
        let Some(crate::Input::Table { columns }) =
            super::super::FORM.field("milestones").map(|field| field.input.clone())
        else {
            panic!("milestones are a table");
        };
        let crate::Input::Choice { options } = columns[0].input else { panic!("a milestone is chosen") };
        assert_eq!(options, Milestone::ALL.map(Milestone::code));
    }

    #[test]
    fn a_window_opens_and_closes_on_its_day() {
        use Progress::{AfterTheWindow, InTheWindow, NotYetExpected};
        // 3.8 months are 115.66 days; 9.2 months 280.03.
        for (age_days, at) in [(115, NotYetExpected), (116, InTheWindow), (280, InTheWindow), (281, AfterTheWindow)] {
            assert_eq!(progress(Milestone::Sits, age_days), at, "{age_days}");
        }
        assert_eq!(progress(Milestone::Sits, -30), NotYetExpected);
    }
}
