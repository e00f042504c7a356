//! The schedule of a protocol for given dates, worded, without any store.

use facts::CivilDate;
use followup::{Anchors, plan, standing};
use protocol::Protocol;
use serde::Serialize;
use words::Words;

use crate::wording;

/// One line of the plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlannedLine {
    pub code: String,
    pub label: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
    pub standing: followup::Standing,
    pub standing_text: String,
    pub explanation: String,
    pub citation: Option<String>,
}

/// Every visit in the order of its due days, as it stands on `today`.
pub fn plan_schedule(words: &Words, protocol: &Protocol, anchors: &Anchors, today: CivilDate) -> Vec<PlannedLine> {
    let mut lines: Vec<PlannedLine> = plan(protocol, anchors)
        .iter()
        .map(|obligation| {
            let now = standing(obligation, today, &protocol.due_soon);
            let cited = obligation.citation.as_ref().map(|citation| wording::citation(words, citation, protocol));
            PlannedLine {
                code: obligation.key.clone(),
                label: wording::what(words, words.tag(), obligation, protocol),
                earliest_on: obligation.window.earliest_on,
                due_on: obligation.window.due_on,
                latest_on: obligation.window.latest_on,
                standing_text: wording::settled_or_standing(words, obligation, &now),
                standing: now,
                explanation: wording::explanation(words, words.tag(), obligation, protocol),
                citation: cited.map(|line| line.text),
            }
        })
        .collect();
    lines.sort_by(|a, b| a.due_on.cmp(&b.due_on).then_with(|| a.code.cmp(&b.code)));
    lines
}
