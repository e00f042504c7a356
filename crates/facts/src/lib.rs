//! What was seen, when, and who wrote it down: the vocabulary of the ledger.
//!
//! Knows dates, answers, facts, entries and how entries reduce to one subject's [`life::Life`].
//! Does not know what a form asks, what a protocol demands, what is due or alarming, nor where
//! entries are kept. No I/O, no clock: dates arrive as arguments.

pub mod answer;
pub mod appointment;
pub mod consent;
pub mod date;
pub mod entry;
pub mod fact;
pub mod id;
pub mod kit;
pub mod life;
pub mod origin;
pub mod person;

pub use answer::{Answer, Answers, Assessment, Closure, Comparator};
pub use appointment::{Appointment, AppointmentState, SiteClosure};
pub use consent::{Consent, ConsentKind, Guardianship, Relation};
pub use date::{age::Age, civil::CivilDate, clock::ClockTime, moment::Moment, partial::PartialDate, period::Period};
pub use entry::{Author, Entry, Role};
pub use fact::{Fact, FactKind};
pub use id::{DeviceId, EntryId, GuardianId, RecordId, SubjectId};
pub use kit::{Courier, Kit, KitState};
pub use life::{Kept, Life};
pub use origin::{Carried, Origin};
pub use person::{Guardian, Identity, Sex};
