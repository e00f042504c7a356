//! Growth against the WHO standards (2006, birth to five years) and reference (2007, five to nineteen), CDC 2000, and
//! any reference whose tables lie in `assets/references/growth`.

mod change;
mod form;
mod header;
mod measure;
mod normal;
mod parents;
mod preterm;
mod reference;
mod score;
mod table;
#[cfg(test)]
mod tests;
mod zscore;

pub use change::{CDC_LINES, NotComparable, WHO_LINES, lines_crossed, lines_of, velocity};
pub use form::FORM;
pub use measure::{Born, Measured, Scores, compute, implausible, measured, notes};
pub use normal::{share_below, z_of_share};
pub use parents::{target_height_cm, target_range_cm};
pub use preterm::{Ages, Gestation, ages};
pub use reference::{Reference, height_for_reference, reference, references, who, z};
pub use score::{Child, Height, How, Index, WhyNot, Z};
pub use table::{Table, TableFault};
