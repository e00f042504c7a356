//! Antibodies to the vector or to the transgene product: the titre, and how it compares with an earlier one.

mod form;
mod response;
mod view;

pub use form::FORM;
pub use response::{Inhibitor, Response, Status, dilution_steps, inhibitor, paired, response, status};
pub use view::{Reading, Titre, fold_change};
