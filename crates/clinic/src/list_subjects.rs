//! Everyone who was ever enrolled, found by code, each with the state they are counted in.

use facts::fact::Status;
use followup::Obligation;

use crate::role::Deed;
use crate::wire::today::SubjectLine;
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    /// `state` is an accounted-for state (`overdue`, `lost` …); empty means all.
    pub fn list_subjects(&self, search: &str, state: &str, now: &Now) -> Result<Vec<SubjectLine>> {
        self.need(Deed::Read)?;
        let wanted = search.trim().to_lowercase();
        let day = self.judging(now)?;
        let mut lines = Vec::new();
        for row in self.store.subject_rows()? {
            let accounted = self.accounted(&row.state(), day);
            let accounted_wire = wording::wire(&accounted);
            if !row.code.to_lowercase().contains(&wanted) || (!state.is_empty() && accounted_wire != state) {
                continue;
            }
            let status: Status = wording::read_wire(&row.status).unwrap_or(Status::OnFollowUp);
            let next: Option<Obligation> = wording::read_json(&row.next_label);
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
                next_due_on: row.pressing_due_on,
                next_latest_on: row.pressing_latest_on,
                open_findings: row.open_findings,
                protocol: row.protocol.clone(),
            });
        }
        Ok(lines)
    }
}
