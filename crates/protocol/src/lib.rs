//! A study as data, with the citation beside every demand.
//!
//! Knows how a protocol is written, what is wrong with a text, and which presets ship. Does not know any
//! subject, any date of a person, or whether something is late.

pub mod anchor;
pub mod clause;
pub mod condition;
pub mod consent;
pub mod ladder;
pub mod stopping;
pub mod study;
pub mod visit;
pub mod window;

mod check;
mod cycle;
mod diff;
mod parse;
mod presets;
mod read;
#[cfg(test)]
mod shipped;

pub use anchor::{Anchor, DosingPick};
pub use clause::{Citation, Confidence, Source};
pub use condition::Condition;
pub use consent::{ConsentForm, ConsentVersion};
pub use diff::{Change, FamilyPart, Lasting, Named, TaskPart, Yardstick, diff};
pub use ladder::{CHANNELS, Ladder, Step};
pub use parse::read;
pub use presets::{presets, tracks};
pub use read::nearest;
pub use stopping::{Background, Boundary, Counts, Limit, Stopping, Watch};
pub use study::{
    AGE_OF_MAJORITY, Amends, CallFor, Cites, Clock, FamilyText, Fault, Localised, NamedEvent, Precaution, Product,
    Protocol, RESULTS_WITHIN, ReportWhen, RuleClause, Severity, VectorClass, text,
};
pub use visit::{Icon, Occurrence, Price, Repeat, SettledBy, Task, TaskUse, Visit};
pub use window::Window;
