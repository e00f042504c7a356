//! What one test for replication-competent virus says: the one reading of it for the rule and for the schedule.
//!
//! A positive counts until a confirmation test refutes it: FDA 2020 has every positive confirmed and followed, and
//! following begins before the confirmation comes.

use facts::answer::Assessment;

/// `None` for a sample that was archived and not tested, and where the result is unclear.
pub fn positive(assessment: &Assessment) -> Option<bool> {
    match (assessment.code("result")?, assessment.code("confirmed")) {
        ("positive", Some("not-confirmed")) | ("negative", _) => Some(false),
        ("positive", _) => Some(true),
        _ => None,
    }
}

/// The sample was tested, as the form says: it is none that was only kept.
pub fn tested(assessment: &Assessment) -> bool {
    assessment.kind == "rcr-rcl" && assessment.code("archived") == Some("tested")
}

#[cfg(test)]
mod tests {
    use facts::answer::{Answer, Closure};

    use super::*;

    #[test]
    fn a_positive_counts_until_it_is_refuted_and_what_was_archived_says_nothing() {
        let read = |fields: &[(&str, &str)]| {
            positive(&Assessment {
                kind: "rcr-rcl".into(),
                edition: 1,
                collected_on: "2026-01-01".parse().unwrap(),
                closure: Closure::Answered,
                answers: fields.iter().map(|(key, code)| ((*key).to_owned(), Answer::choice(code))).collect(),
            })
        };
        assert_eq!(read(&[("result", "positive")]), Some(true));
        assert_eq!(read(&[("result", "positive"), ("confirmed", "confirmed")]), Some(true));
        assert_eq!(read(&[("result", "positive"), ("confirmed", "not-confirmed")]), Some(false));
        assert_eq!(read(&[("result", "negative")]), Some(false));
        assert_eq!((read(&[("result", "indeterminate")]), read(&[("archived", "archived-untested")])), (None, None));
    }
}
