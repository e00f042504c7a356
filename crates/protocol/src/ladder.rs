//! The contact ladder: how a family that missed a visit is looked for, step by step, before anyone is called lost.
//!
//! Guidance asks for continued efforts and gives no numbers (FDA 2020; CDE 2021), so every step is a proposal that its
//! citation marks as the sponsor's to confirm. Knows no attempt and no person: `followup` says which step was reached.

use facts::Period;
use serde::Serialize;

use crate::clause::Citation;
use crate::parse::citation;
use crate::read::Table;

/// Ways of reaching a family, as the form `contact-attempt` names them.
pub const CHANNELS: [&str; 9] =
    ["phone", "letter", "registered-letter", "email", "video", "home", "relative", "practitioner", "registry"];

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ladder {
    /// In the order in which they are taken; one a channel.
    pub steps: Vec<Step>,
    pub citation: Citation,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// One of [`CHANNELS`].
    pub channel: String,
    /// How many attempts that arrive.
    pub times: u32,
    /// How long after the attempt before, or after the visit became overdue.
    pub after: Period,
    /// How long the attempt may take once it is its turn.
    pub within: Period,
}

impl Ladder {
    /// Attempts that it asks for in all.
    pub fn attempts(&self) -> u32 {
        self.steps.iter().map(|step| step.times).sum()
    }
}

/// `[ladder]`.
pub(crate) fn read_ladder(table: &Table<'_>) -> Option<Ladder> {
    let mut steps: Vec<Step> = Vec::new();
    for node in table.items("step") {
        let Some(read) = node.table() else { continue };
        let channel = read.needed("channel").and_then(|node| {
            let channel: String = node.one_of(&CHANNELS)?;
            if !CHANNELS.contains(&channel.as_str()) {
                let nearest = crate::read::nearest(&channel, &CHANNELS);
                let args = [("value", channel.as_str()), ("allowed", &CHANNELS.join(", ")), ("nearest", nearest)];
                node.fault("not-one-of", &args);
                return None;
            }
            // An attempt bears its channel alone: of two steps of one channel nobody could say which it was.
            if steps.iter().any(|known| known.channel == channel) {
                node.fault("ladder-channel-twice", &[("value", &channel)]);
                return None;
            }
            Some(channel)
        });
        let times = read.maybe("times").map_or(Some(1), |node| node.count(1));
        let after = read.needed("after").and_then(|node| node.lasting());
        let within = read.needed("within").and_then(|node| node.lasting());
        read.nothing_else();
        if let (Some(channel), Some(times), Some(after), Some(within)) = (channel, times, after, within) {
            steps.push(Step { channel, times, after, within });
        }
    }
    if steps.is_empty() {
        table.page.add(table.at, &table.key, "ladder-empty", &[], assess::Severity::Stops);
    }
    let citation = table.needed("cites").and_then(|node| citation(&node));
    table.nothing_else();
    Some(Ladder { steps, citation: citation? })
}
