//! What papers say alike: texts as arguments of a sentence, and the foot of a page for the file.

use facts::CivilDate;
use words::{Args, Value, Words};

pub(crate) fn args(pairs: &[(&str, &str)]) -> Args {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect()
}

/// Printed on, by whom, page n of m.
pub(crate) fn foot(words: &Words, printed_on: CivilDate, printed_by: &str, page: usize, pages: usize) -> String {
    let on = words.date_short(&printed_on.to_string());
    let (page, pages) = (page.to_string(), pages.to_string());
    words.say("growth-sheet-foot", &args(&[("on", &on), ("by", printed_by), ("page", &page), ("pages", &pages)]))
}
