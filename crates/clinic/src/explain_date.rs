//! Why one date is what it is, for lists that have no room to say it.

use facts::SubjectId;

use crate::refresh::outcome;
use crate::role::Deed;
use crate::wire::page::DateExplained;
use crate::{Clinic, Refusal, Result, wording};

impl Clinic {
    /// `key` as a list shows it: of an obligation, or of the kit for one.
    pub fn explain_date(&self, subject: SubjectId, key: &str) -> Result<DateExplained> {
        self.need(Deed::Read)?;
        let key = key.strip_prefix("kit:").unwrap_or(key);
        let life = self.life(subject)?;
        let texts = self.texts(&life)?;
        let obligations = outcome(&texts, &life).obligations;
        let obligation = obligations.iter().find(|obligation| obligation.key == key);
        let obligation = obligation.ok_or_else(|| Refusal::fix("no-such-obligation").with("value", key))?;
        let protocol = texts.demands(obligation);
        let task = |code: &std::sync::Arc<str>| wording::task_label(&self.language, code, protocol);
        Ok(DateExplained {
            what: wording::what(&self.words, &self.language, obligation, protocol),
            explanation: wording::explanation(&self.words, &self.language, obligation, protocol),
            citation: obligation.citation.as_ref().map(|citation| wording::citation(&self.words, citation, protocol)),
            tasks: obligation.tasks.iter().map(task).collect(),
        })
    }
}
