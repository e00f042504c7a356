//! What is asked at a visit, what was answered, and what the numbers mean.
//!
//! Knows the forms, the checks of what was typed, the calculators and the typed views of stored answers.
//! Does not know when a form is due, which value is a signal, or in which words any of it is said.

pub mod adverse_event;
pub mod antibody;
pub mod blood_count;
pub mod cancer_screen;
pub mod cohort;
pub mod consent;
pub mod contact_attempt;
pub mod development;
pub mod elispot;
pub mod fertility;
pub mod gene;
pub mod grading;
pub mod growth;
pub mod hand_over;
pub mod immunosuppression;
pub mod integration;
pub mod liver;
pub mod liver_tumour_screen;
pub mod malignancy;
pub mod pregnancy;
pub mod puberty;
pub mod rcr_rcl;
pub mod reference_range;
pub mod shedding;
pub mod units;
pub mod vital_status;

mod course;
mod entry;
mod field;
mod form;
mod kinds;
mod note;
mod value;

pub use course::course;
pub use entry::{Entered, EnteredClosure, EnteredForm, Mark};
pub use form::{Family, FieldSpec, FormSpec, Input, Needed, Plausible, ShownWhen};
pub use kinds::{form, kinds};
pub use note::{Level, Note, notes};
pub use value::{About, Checked, Problem, Severity, check, entered};
