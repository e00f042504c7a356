//! Everyone who was ever enrolled, found by code, each with the state they are counted in.

use facts::fact::Status;
use followup::Obligation;
use store::SubjectRow;

use crate::board::Person;
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::wire::today::SubjectLine;
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    /// `state` is an accounted-for state (`overdue`, `lost` …); empty means all.
    pub fn list_subjects(&self, search: &str, state: &str, now: &Now) -> Result<Vec<SubjectLine>> {
        self.need(Deed::Read)?;
        let wanted = search.trim().to_lowercase();
        let board = self.board(now)?;
        let mut lines = Vec::new();
        for row in self.store.subject_rows()? {
            let person = board.people.get(&row.subject).ok_or_else(|| unreadable(&row.code))?;
            let accounted = person.accounted;
            let accounted_wire = wording::wire(&accounted);
            if !row.code.to_lowercase().contains(&wanted) || (!state.is_empty() && accounted_wire != state) {
                continue;
            }
            let status: Status = wording::read_wire(&row.status).unwrap_or(Status::OnFollowUp);
            let next = self.pressing_of(&row, person)?;
            let of = next.as_ref().and_then(|next| next.of.as_deref()).unwrap_or(&row.protocol);
            let protocol = self.protocols.get(of);
            let next_what = match (&next, protocol) {
                (Some(next), Some(protocol)) => wording::what(&self.words, &self.language, next, protocol),
                _ => String::new(),
            };
            lines.push(SubjectLine {
                subject: row.subject,
                code: row.code.clone(),
                sex: row.sex.clone(),
                born_on: row.born_on,
                age: wording::age(&self.words, row.born_on, now.today),
                first_dosed_on: row.first_dosed_on,
                status: row.status.clone(),
                status_text: wording::status(&self.words, status),
                accounted: accounted_wire,
                accounted_text: wording::accounted(&self.words, accounted),
                next_what,
                next_due_on: person.pressing.as_ref().map(|it| it.window.due_on),
                next_latest_on: person.pressing.as_ref().map(|it| it.window.latest_on),
                open_findings: row.open_findings,
                protocol: row.protocol.clone(),
            });
        }
        Ok(lines)
    }

    /// The obligation itself: mostly the one that the row holds.
    fn pressing_of(&self, row: &SubjectRow, person: &Person) -> Result<Option<Obligation>> {
        let first: Option<Obligation> = wording::read_json(&row.first_label);
        let Some(key) = person.pressing.as_ref().and_then(|it| it.key.as_ref()) else { return Ok(first) };
        if first.as_ref().is_some_and(|first| first.key == *key) {
            return Ok(first);
        }
        let kept = self.store.obligation(row.subject, key)?;
        Ok(kept.and_then(|kept| wording::read_json(&kept.json)))
    }
}
