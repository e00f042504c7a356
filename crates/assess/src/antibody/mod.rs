//! Antibodies to the vector or to the transgene product: the titre, and how it compares with an earlier one.

mod form;
mod view;

pub use form::FORM;
pub use view::{Reading, Titre, fold_change};
