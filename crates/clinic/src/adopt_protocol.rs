//! Putting a protocol in force at the site: a preset as it ships, or the study's own text.

use facts::Fact;
use facts::fact::ProtocolAdopted;
use protocol::{Fault, Protocol};
use store::NewEntry;
use words::Words;

use crate::role::Deed;
use crate::wire::enrol::ProtocolLine;
use crate::wire::page::FaultLine;
use crate::{Clinic, Now, Refusal, Result, open, wording};

/// Faults of a protocol text, each with its line and remedy; empty when it may be adopted.
pub fn protocol_faults(words: &Words, toml: &str) -> Vec<FaultLine> {
    wording::faults(words, &read_text(toml).1)
}

/// A text with every fault of its form and of its clauses; the protocol is there exactly when none stops it.
pub(crate) fn read_text(toml: &str) -> (Option<Protocol>, Vec<Fault>) {
    let (protocol, mut faults) = protocol::read(toml);
    faults.extend(protocol.iter().flat_map(|protocol| signals::faults(protocol, toml)));
    faults.sort_by_key(|fault| fault.line);
    let stopped = faults.iter().any(|fault| fault.severity == assess::Severity::Stops);
    (protocol.filter(|_| !stopped), faults)
}

impl Clinic {
    /// Adopted protocols first, then the presets that are not adopted yet.
    pub fn protocols(&self) -> Result<Vec<ProtocolLine>> {
        self.need(Deed::Read)?;
        let line = |reference: &str, protocol: &protocol::Protocol, adopted| ProtocolLine {
            reference: reference.to_owned(),
            title: protocol::text(&protocol.title, &self.language).to_owned(),
            authority: wording::authority(&self.words, &protocol.authority),
            class_text: wording::class(&self.words, protocol.product.class),
            adopted,
            track: protocol.track,
        };
        let mut lines: Vec<ProtocolLine> =
            self.protocols.iter().map(|(reference, protocol)| line(reference, protocol, true)).collect();
        for (path, protocol, _) in open::default_protocols().into_iter().chain(open::default_tracks()) {
            if !self.protocols.contains_key(&protocol.reference()) {
                lines.push(line(&path, &protocol, false));
            }
        }
        Ok(lines)
    }

    pub fn check_protocol(&self, toml: &str) -> Vec<FaultLine> {
        protocol_faults(&self.words, toml)
    }

    /// Adopts a preset by its path, or a text. Returns the reference that subjects will follow.
    pub fn adopt_protocol(&mut self, preset_or_text: &str, now: &Now) -> Result<String> {
        self.need(Deed::AdoptProtocol)?;
        let presets = [protocol::presets(), protocol::tracks()].concat();
        let preset = presets.iter().find(|(path, _)| path == preset_or_text);
        let text = preset.map_or(preset_or_text, |(_, text)| *text);
        let (protocol, faults) = read_text(text);
        let Some(read) = protocol else {
            let first = faults.first().map(|fault| fault.line).unwrap_or_default();
            return Err(Refusal::fix("protocol-has-faults")
                .about("toml")
                .with("line", first)
                .with("count", faults.len()));
        };
        let reference = read.reference();
        if let Some(already) = self.protocols.get(&reference) {
            if **already == read {
                return Ok(reference);
            }
            return Err(Refusal::fix("protocol-version-taken").about("version").with("value", reference));
        }
        let amends = read.amendment.is_some();
        let fact = ProtocolAdopted { id: read.id.clone(), version: read.version.clone(), toml: text.to_owned() };
        let entry: NewEntry = self.new_entry(Fact::Protocol(fact), now);
        self.write_site(vec![entry])?;
        self.reread_site()?;
        // Whoever follows the version that it amends is to be decided on.
        if amends {
            self.compute_anew()?;
        }
        Ok(reference)
    }
}
