//! What the family's sheet says, as plain data: chosen and worded elsewhere.

use facts::CivilDate;
use facts::fact::Mode;

use crate::marks::Marks;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilySheet {
    /// What the family wants on paper; empty = the subject's code.
    pub called: String,
    pub subject_code: String,
    pub site_name: String,
    pub site_telephone: String,
    pub site_address: String,
    pub born_on: CivilDate,
    /// Only when the family chose to have it named.
    pub product: Option<String>,
    /// Visits to come, in order: each can still take place inside its window.
    pub visits: Vec<SheetVisit>,
    /// Labels of visits whose window has passed; a day for them is found on the telephone.
    pub late: Vec<String>,
    pub bring: String,
    pub call_if: Vec<String>,
    pub please_do_not: Vec<String>,
    /// Only as long as the vector may leave the body.
    pub precautions: Vec<String>,
    /// What is over of them, as the protocol says it.
    pub may_again: Vec<String>,
    pub moving: String,
    pub printed_on: CivilDate,
    pub printed_by: String,
    pub schedule_version: String,
    pub marks: Marks,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetVisit {
    /// Stable over reprints: the calendar knows the visit again.
    pub uid: String,
    pub label: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
    /// Why then: "5 years after the treatment of 31 Aug 2021".
    pub counted: String,
    pub counted_from: CountedFrom,
    pub modes: Vec<Mode>,
    pub minutes: Option<u32>,
    pub fasting: bool,
    pub tasks: Vec<SheetTask>,
}

/// What a date is counted from, so that a table says it once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CountedFrom {
    /// "the treatment of 31 Aug 2021".
    Day(String),
    /// An age, which stands beside each date.
    Birthday,
    #[default]
    Otherwise,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTask {
    pub icon: Icon,
    pub text: String,
}

/// Pictograms that stay clear in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    Blood,
    Urine,
    Body,
    Talk,
    Growth,
    Scan,
    Sample,
    Question,
}
