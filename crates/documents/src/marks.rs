//! What a paper must say of itself on every page: that nobody on it exists, that it shows an old day, that nothing on
//! it was judged by the date. One line at the top, in the words of the paper.

use facts::CivilDate;
use words::{Args, Words};

use crate::said::args;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub practice: bool,
    /// Everything is as it was known at the end of this day.
    pub as_of: Option<CivilDate>,
    /// The computer's date was not to be believed when it was printed.
    pub not_judged: bool,
}

impl Marks {
    pub(crate) fn band(&self, words: &Words) -> Option<String> {
        let mut parts = Vec::new();
        if self.practice {
            parts.push(words.say("paper-practice", &Args::new()));
        }
        if let Some(day) = self.as_of {
            let on = words.date_long(&day.to_string());
            parts.push(words.say("paper-as-of", &args(&[("on", &on)])));
        }
        if self.not_judged {
            parts.push(words.say("paper-not-judged", &Args::new()));
        }
        (!parts.is_empty()).then(|| parts.join("  ·  "))
    }
}
