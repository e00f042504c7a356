//! Pages and calendar entries from plain data: the family's schedule, a growth chart, lists, the recovery kit, ICS files.
//!
//! Knows pages, fonts and the catalogue. Knows no store, no clock and no files: bytes go out, the day of
//! printing comes in.

pub mod calendar;

mod call_sheet;
mod clone_sheet;
mod contact_letter;
mod family_schedule;
mod family_sheet;
mod growth_sheet;
mod list_sheet;
mod marks;
mod page;
mod recovery_kit;
mod said;

pub use call_sheet::{CallPaper, CallQuestion, CallSection, CallSheet, Room, call_sheet};
pub use clone_sheet::{CloneSheet, SheetAnswer, SheetBars, SheetClone, clone_sheet};
pub use contact_letter::{ContactLetter, contact_letter};
pub use family_schedule::{SHOWN_LARGE, family_schedule};
pub use family_sheet::{CountedFrom, FamilySheet, Icon, SheetTask, SheetVisit};
pub use growth_sheet::{GrowthCurve, GrowthRow, GrowthSheet, growth_sheet};
pub use list_sheet::{ListLine, ListSection, ListSheet, list_sheet};
pub use marks::Marks;
pub use page::{Paper, page_count};
pub use recovery_kit::{KitPage, recovery_kit};

/// Why a page could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    #[error("the font {name} cannot be read")]
    Font { name: &'static str },
    #[error("the code square cannot hold {length} characters")]
    Code { length: usize },
}
