//! Safety rules: from one subject's facts to findings, each with its evidence, threshold and citation.
//!
//! Knows the rules and the life cycle of a finding. Knows nothing of lateness (an overdue visit is no
//! signal), of sentences (`words`), or of what the finding obliges anyone to (`followup`). A threshold
//! comes from the protocol's clause; a clause without the limit a rule needs keeps the rule silent.

mod cause;
mod clauses;
pub mod cohort;
mod evidence;
mod finding;
mod learned;
#[cfg(test)]
mod promises;
mod rules;
#[cfg(test)]
mod sentences;
#[cfg(test)]
mod shipped;
mod standing;

pub use cause::causes;
pub use clauses::faults;
pub use evidence::{Arg, Evidence};
pub use finding::{Call, Finding, ReportClock, Reported};
pub use rules::{Case, Rule, findings, findings_over, rules};
pub use standing::{Standing, handlings, report_to, standing};
