//! Handing a subject over to another site: the whole record in one sealed file, and the status that says so.
//!
//! The file comes first: only when it lies on the disk, was opened as the other site will open it and is the same, does
//! the ledger say that the subject is transferred. What stays behind is readable for ever and owes nothing; a status is
//! reversible like every other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use facts::fact::{ProtocolAdopted, Status, StatusChange, Transfer, Way};
use facts::{CivilDate, Entry, Fact, Identity, Life, RecordId, SubjectId};
use store::{Cost, Pack, PackMade, WholeLine};
use words::{Args, Value};

use crate::enrol::Reading;
use crate::pack::{self, About, FollowedText, Record};
use crate::print_schedule::file_part;
use crate::role::Deed;
use crate::transfers::count;
use crate::wire::transfer::{TransferOutForm, TransferredOut};
use crate::{Clinic, Now, Refusal, Result, wording};

/// What every pack is called by its ending.
const ENDING: &str = "perennial-handover";

/// What is about to leave.
struct Leaving {
    record: Record,
    documents: BTreeMap<String, Vec<u8>>,
    identity: Option<Identity>,
}

impl Clinic {
    /// Writes the pack and records the transfer, or says everything that stands in the way.
    ///
    /// # Errors
    /// No pack is left then and the ledger is as it was.
    pub fn transfer_out(&mut self, form: &TransferOutForm, cost: Cost, now: &Now) -> Result<TransferredOut> {
        self.need(Deed::Enter)?;
        self.need(Deed::Export)?;
        let entries = self.store.entries_of(form.subject)?;
        let life = self.life_in(form.subject, &entries)?;
        let (on, reading) = self.read_transfer(form, &life, now)?;
        let problems = wording::problem_lines(&self.words, None, &reading.problems);
        let Some(on) = on.filter(|_| !reading.stops()) else {
            return Ok(TransferredOut { problems, ..TransferredOut::default() });
        };
        let identity = if form.identity { Some(self.identity(form.subject)?) } else { None };
        let leaving = self.leaving(form, &entries, &life, on, identity, now)?;
        let path = self.pack_path(form, &life.enrolment.fact.code)?;
        let (lines, told) = (leaving.record.lines.len() as u64, self.told_of(&leaving, &life, form)?);
        let left_behind = leaving.record.about.left_behind.clone();
        let parts = pack::parts(&leaving.record, leaving.documents, leaving.identity.as_ref())?;
        let made = Pack::write(&path, &parts, &form.passphrase, cost, self.site.practice).map_err(pack::refused)?;
        let fact = transfer_fact(form, on, &made, lines, left_behind);
        if let Err(refusal) = self.record_transfer(form, &life, fact, now) {
            // A pack of a transfer that nobody recorded must not travel.
            Pack::discard(&path)?;
            return Err(refusal);
        }
        Ok(TransferredOut { path: path.display().to_string(), sha256: made.sha256, told, problems })
    }

    fn record_transfer(&mut self, form: &TransferOutForm, life: &Life, fact: Transfer, now: &Now) -> Result<()> {
        let (site, because) = (form.site.trim(), form.because.trim());
        let because = self.words.say("status-transferred-to", &wording::texts(&[("site", site), ("because", because)]));
        let status = StatusChange { status: Status::Transferred, on: fact.on, because };
        let mut new = if form.call_off { self.called_off_by(life, &status, now)? } else { Vec::new() };
        new.push(self.new_entry(Fact::Transfer(fact), now));
        new.push(self.new_entry(Fact::StatusChange(status), now));
        self.write(form.subject, new)?;
        Ok(())
    }

    fn read_transfer(&self, form: &TransferOutForm, life: &Life, now: &Now) -> Result<(Option<CivilDate>, Reading)> {
        let mut reading = Reading::default();
        let until = self.judging(now)?.recorded_until();
        let on = reading.day("on", &form.on, until);
        for (place, text) in [("site", &form.site), ("because", &form.because)] {
            if text.trim().is_empty() {
                reading.stop(place, "needed", &[]);
            }
        }
        let enrolled = life.enrolment.fact.enrolled_on;
        if let Some(on) = on.filter(|on| *on < enrolled) {
            reading.stop("on", "before-enrolment", &[("value", &on.to_string()), ("enrolled", &enrolled.to_string())]);
        }
        if life.status_on(until) == Status::Deceased {
            reading.stop("on", "transfer-of-the-dead", &[]);
        }
        Ok((on, reading))
    }

    fn leaving(
        &self,
        form: &TransferOutForm,
        entries: &[Entry],
        life: &Life,
        on: CivilDate,
        identity: Option<Identity>,
        now: &Now,
    ) -> Result<Leaving> {
        let names = pack::of_identity(entries.iter().map(|entry| (entry.record, &entry.fact)));
        let leaves = |record: RecordId| !names.contains(&record);
        let lines: Vec<WholeLine> = self.store.whole_lines_of(form.subject)?;
        let lines = lines.into_iter().filter(|line| leaves(line.record)).collect();
        let going: Vec<&Entry> = entries.iter().filter(|entry| leaves(entry.record)).collect();
        let named = pack::named(going.iter().map(|entry| &entry.fact));
        let stays = self.left_behind(form.subject, &going)?;
        let mut documents = BTreeMap::new();
        for sha256 in named.difference(&stays) {
            documents.insert(sha256.clone(), self.store.document(sha256)?);
        }
        let about = About {
            site: self.site.name.clone(),
            to: form.site.trim().to_owned(),
            by: self.author.clone(),
            at: now.stamp.at.clone(),
            on,
            because: form.because.trim().to_owned(),
            subject: form.subject,
            code: life.enrolment.fact.code.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            left_behind: named.intersection(&stays).cloned().collect(),
        };
        Ok(Leaving { record: Record { about, lines, protocols: self.texts_named(&going)? }, documents, identity })
    }

    /// Laboratories' files in which other people's samples stand, and what an earlier site kept for that reason. The
    /// sites of the subject's own samples are documents of their own and go along.
    fn left_behind(&self, subject: SubjectId, going: &[&Entry]) -> Result<BTreeSet<String>> {
        let mut stays = BTreeSet::new();
        let mut files = BTreeSet::new();
        for entry in going {
            match &entry.fact {
                Fact::Transfer(transfer) => stays.extend(transfer.left_behind.iter().cloned()),
                Fact::Import(import) => files.extend(import.files.iter().map(|file| file.sha256.clone())),
                _ => {}
            }
        }
        if files.is_empty() {
            return Ok(stays);
        }
        self.store.all_entries(&mut |entry, _| {
            if let Fact::Import(import) = &entry.fact
                && entry.subject != Some(subject)
            {
                let shared = import.files.iter().map(|file| &file.sha256).filter(|sha256| files.contains(*sha256));
                stays.extend(shared.cloned());
            }
        })?;
        Ok(stays)
    }

    /// Texts that any version of any record follows, as they were adopted.
    fn texts_named(&self, going: &[&Entry]) -> Result<Vec<FollowedText>> {
        let named: BTreeSet<&str> = going.iter().filter_map(|entry| follows(&entry.fact)).collect();
        let site = self.store.entries_of_site()?;
        let (newest, _) = facts::life::heads(&site);
        let text = |entry: &Entry| match &entry.fact {
            Fact::Protocol(ProtocolAdopted { id, version, toml }) => {
                let reference = format!("{id}@{version}");
                named.contains(reference.as_str()).then(|| FollowedText { reference, toml: toml.clone() })
            }
            _ => None,
        };
        Ok(newest.into_iter().filter_map(text).collect())
    }

    /// The file that was asked for, or a free name in the folder of packs.
    fn pack_path(&self, form: &TransferOutForm, code: &str) -> Result<PathBuf> {
        let asked = form.path.trim();
        if !asked.is_empty() {
            let mut path = PathBuf::from(asked);
            if path.extension().is_none_or(|ending| ending != ENDING) {
                path.as_mut_os_string().push(format!(".{ENDING}"));
            }
            return Ok(path);
        }
        let folder = self.folder("handovers");
        Pack::make_folder(&folder)?;
        let stem = format!("{}-handover", file_part(code));
        let numbered = |number: u32| if number == 1 { String::new() } else { format!("-{number}") };
        let names = (1..).map(|number| folder.join(format!("{stem}{}.{ENDING}", numbered(number))));
        names.take(1000).find(|path| !path.exists()).ok_or_else(|| Refusal::bug("pack-name"))
    }

    fn told_of(&self, leaving: &Leaving, life: &Life, form: &TransferOutForm) -> Result<Vec<String>> {
        let about = &leaving.record.about;
        let say = |key: &str, args: &[(&str, Value)]| {
            let args: Args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            self.words.say(key, &args)
        };
        let mut told = vec![say(
            "transfer-packed",
            &[
                ("code", about.code.clone().into()),
                ("lines", count(leaving.record.lines.len())),
                ("protocols", count(leaving.record.protocols.len())),
                ("documents", count(leaving.documents.len())),
            ],
        )];
        if !about.left_behind.is_empty() {
            told.push(say("transfer-left-behind", &[("count", count(about.left_behind.len()))]));
        }
        // The same that are called off: what was done before its day, or is booked elsewhere, is none of them.
        let booked = self.open_from(life, about.on)?.len();
        if booked > 0 {
            let key = if form.call_off { "transfer-called-off" } else { "transfer-appointments" };
            told.push(say(key, &[("count", count(booked))]));
        }
        told.push(say(
            if leaving.identity.is_some() { "transfer-with-identity" } else { "transfer-without-identity" },
            &[],
        ));
        told.push(say("transfer-tell", &[("site", about.to.clone().into())]));
        Ok(told)
    }
}

fn transfer_fact(
    form: &TransferOutForm,
    on: CivilDate,
    made: &PackMade,
    lines: u64,
    left_behind: Vec<String>,
) -> Transfer {
    Transfer {
        way: Way::Out,
        site: form.site.trim().to_owned(),
        on,
        because: form.because.trim().to_owned(),
        pack: made.id.clone(),
        sha256: made.sha256.clone(),
        lines,
        identity: form.identity,
        record: None,
        left_behind,
    }
}

/// The text that a fact follows.
fn follows(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Enrolment(enrolment) => Some(&enrolment.protocol),
        Fact::Amendment(amendment) => Some(&amendment.protocol),
        Fact::Track(track) => Some(&track.protocol),
        _ => None,
    }
}
