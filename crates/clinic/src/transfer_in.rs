//! Taking a subject over from another site: looked at first, then whole or not at all.
//!
//! Every line is written again at the end of this store's own chain, by the person at the desk and now, and carries the
//! line of the other site word for word with its author, moment and hash. Records keep their names, versions their order
//! and conflicts their two heads; a line that this ledger holds already, under any name it ever had, is not written
//! again, so a subject that comes back brings only what is new (docs/decisions/015).

use std::collections::HashMap;
use std::sync::Arc;

use facts::answer::Attachment;
use facts::fact::{Enrolment, ProtocolAdopted, Status, StatusChange, Transfer, Way};
use facts::person::Guardian;
use facts::{Entry, EntryId, Fact, Identity, Life, RecordId, SubjectId};
use store::{Batch, Document, NewEntry, Store, StoreError, Taken};
use words::{Args, Value};

use crate::enrol::Reading;
use crate::pack::{self, Opened, ReadLine};
use crate::role::Deed;
use crate::texts::{Adopted, Texts};
use crate::transfers::{count, moment, reason, still_booked, taken_over};
use crate::wire::enrol::Enrolled;
use crate::wire::transfer::{PackAsked, PackSeen, TransferInForm};
use crate::{Clinic, Now, Refusal, Result, wording};

/// What a pack would add to this store.
struct Weighed {
    /// Lines that this ledger does not hold, as they would be written.
    new: Vec<Entry>,
    carried: Vec<Taken>,
    known: usize,
    /// The subject as it would be known then, before anything is added here.
    life: Life,
    /// The code here, of a subject that was followed here before.
    code_here: Option<String>,
    /// Texts that are not in force here yet.
    adopted: Vec<ProtocolAdopted>,
    /// All texts that would be.
    protocols: Adopted,
}

/// What becomes of name and contacts.
enum Names {
    NotSent,
    Erased,
    Same,
    /// The version to be replaced, if there is one.
    New(Option<(RecordId, EntryId)>),
}

impl Clinic {
    /// What a pack is and what it would bring. Writes nothing.
    ///
    /// # Errors
    /// Each reason for which it could not be taken over.
    pub fn look_at_pack(&self, asked: &PackAsked, now: &Now) -> Result<PackSeen> {
        self.need(Deed::Enter)?;
        let opened = pack::open(asked)?;
        let weighed = self.weighed(&opened, now)?;
        let code = weighed.code_here.clone().unwrap_or_else(|| opened.about.code.clone());
        Ok(PackSeen {
            site: opened.about.site.clone(),
            on: opened.about.on,
            code_taken: self.bears(&code, Some(opened.about.subject))?,
            known: weighed.code_here.is_some(),
            sha256: opened.sha256.clone(),
            told: self.told_of_pack(&opened, &weighed)?,
            code,
        })
    }

    /// Takes the subject over, or says what is to be mended.
    ///
    /// # Errors
    /// As [`Clinic::look_at_pack`]; nothing was written then.
    pub fn transfer_in(&mut self, form: &TransferInForm, now: &Now) -> Result<Enrolled> {
        self.need(Deed::Enter)?;
        let opened = pack::open(&form.pack)?;
        let weighed = self.weighed(&opened, now)?;
        let subject = opened.about.subject;
        let mut reading = Reading::default();
        self.read_code(&form.code, Some(subject), &mut reading)?;
        let problems = wording::problem_lines(&self.words, None, &reading.problems);
        if reading.stops() {
            return Ok(Enrolled { subject: None, problems });
        }
        let Weighed { protocols, adopted, .. } = &weighed;
        // Whoever follows a version that one of these amends is to be decided on.
        let amends = adopted.iter().any(|text| {
            let reference = format!("{}@{}", text.id, text.version);
            protocols.get(&reference).is_some_and(|text| text.amendment.is_some())
        });
        let site = adopted.iter().map(|text| self.new_entry(Fact::Protocol(text.clone()), now)).collect();
        let (protocols, record) = (protocols.clone(), Document::of(&opened.record));
        let own = self.own_entries(&opened, &weighed, form.code.trim(), &record, now)?;
        let mut documents: Vec<Document> = opened.documents.values().map(|bytes| Document::of(bytes)).collect();
        documents.push(record);
        let [first, last] = own;
        let carried = self.carried_entries(weighed, now);
        let new = first.into_iter().chain(carried).chain(last).collect();
        let batches = vec![Batch { subject: None, new: site }, Batch { subject: Some(subject), new }];
        self.write_by(&protocols, &documents, batches, &mut |_| go_on_all())?;
        self.parts.clear();
        self.reread_site()?;
        if amends {
            self.compute_anew()?;
        }
        Ok(Enrolled { subject: Some(subject), problems })
    }

    /// Everything that can stand in the way of a sound pack, and what it would add.
    fn weighed(&self, opened: &Opened, now: &Now) -> Result<Weighed> {
        let about = &opened.about;
        if opened.practice != self.site.practice {
            return Err(Refusal::fix("pack-of-practice").about("path"));
        }
        let here = self.store.entries_of(about.subject)?;
        let life_here = Life::of(about.subject, &here);
        if let Some(kept) = life_here.as_ref().and_then(|life| taken_over(life, &opened.id)) {
            let on = moment(&self.words, &kept.recorded_at);
            let code = life_here.as_ref().map(|life| life.enrolment.fact.code.clone()).unwrap_or_default();
            return Err(Refusal::fix("pack-taken-over-already").about("path").with("at", on).with("code", code));
        }
        let (adopted, protocols) = self.texts_of(opened, now)?;
        let (new, carried, known) = self.unknown_lines(opened, here.len(), now)?;
        let all: Vec<Entry> = here.iter().chain(&new).cloned().collect();
        let unsound = || pack::refused(StoreError::PackChanged { path: opened.path.clone() });
        let life = Life::of(about.subject, &all).ok_or_else(unsound)?;
        Texts::of(&life, &protocols).map_err(|_| unsound())?;
        let code_here = life_here.map(|life| life.enrolment.fact.code);
        Ok(Weighed { new, carried, known, life, code_here, adopted, protocols })
    }

    /// Texts to be put in force. One that is in force here with other content stops: an `id@version` means one text.
    fn texts_of(&self, opened: &Opened, now: &Now) -> Result<(Vec<ProtocolAdopted>, Adopted)> {
        let mut protocols = self.protocols.clone();
        let mut adopted = Vec::new();
        for text in &opened.protocols {
            let refused = |code: &str| Refusal::fix(code).about("path").with("value", &text.reference);
            // In force where it comes from: read as the ledger there reads it.
            let (read, _) = protocol::read(&text.toml);
            let read = read.filter(|read| read.reference() == text.reference);
            let read = read.ok_or_else(|| refused("pack-protocol-unreadable"))?;
            match self.protocols.get(&text.reference) {
                Some(already) if **already == read => {}
                Some(_) => return Err(refused("pack-protocol-differs")),
                None => {
                    let (id, version) = (read.id.clone(), read.version.clone());
                    adopted.push(ProtocolAdopted { id, version, toml: text.toml.clone() });
                    protocols.add(Arc::new(read), now.today);
                }
            }
        }
        Ok((adopted, protocols))
    }

    /// Lines that this ledger does not hold, ready to be written, and how many it does.
    fn unknown_lines(&self, opened: &Opened, held: usize, now: &Now) -> Result<(Vec<Entry>, Vec<Taken>, usize)> {
        let mut names = self.names_held(opened.about.subject, held)?;
        let (mut new, mut carried) = (Vec::new(), Vec::new());
        for ReadLine { line, origins, fact } in &opened.lines {
            let known = std::iter::once((line.id, &line.hash))
                .chain(origins.iter().map(|origin| (origin.entry, &origin.hash)))
                .find_map(|(name, hash)| names.get(&name).map(|(ours, of)| (*ours, of == hash)));
            match known {
                Some((ours, true)) => {
                    let hash = line.hash.clone();
                    names.insert(line.id, (ours, hash));
                    continue;
                }
                Some((_, false)) => {
                    return Err(Refusal::fix("pack-line-differs").about("path").with("entry", line.id));
                }
                None => {}
            }
            // The transfer itself is the first line of the save.
            let id = Store::new_entry_id(&now.stamp, new.len() + 1);
            let supersedes = line.supersedes.and_then(|earlier| names.get(&earlier)).map(|(ours, _)| *ours);
            let taken = Taken { id, carried: line.clone().carried(&opened.about.site) };
            let mut through = vec![taken.carried.origin.clone()];
            through.extend(origins.iter().cloned());
            names.insert(line.id, (id, line.hash.clone()));
            new.push(Entry {
                id,
                device: self.store.device(),
                sequence: 0,
                record: line.record,
                supersedes,
                subject: Some(line.subject),
                author: self.author.clone(),
                recorded_at: now.stamp.at.clone(),
                reason: Some(reason(&self.words, &taken.carried.origin)),
                origins: through,
                fact: fact.clone(),
            });
            carried.push(taken);
        }
        let known = opened.lines.len() - new.len();
        Ok((new, carried, known))
    }

    /// Every line of the subject here, by each name it ever had, with the hash it had under that name.
    fn names_held(&self, subject: SubjectId, held: usize) -> Result<HashMap<EntryId, (EntryId, String)>> {
        let mut names = HashMap::new();
        if held == 0 {
            return Ok(names);
        }
        for line in self.store.whole_lines_of(subject)? {
            let (origins, _) = line.read()?;
            names.extend(origins.into_iter().map(|origin| (origin.entry, (line.id, origin.hash))));
            names.insert(line.id, (line.id, line.hash));
        }
        Ok(names)
    }

    fn carried_entries(&self, weighed: Weighed, now: &Now) -> Vec<NewEntry> {
        let lines = weighed.new.into_iter().zip(weighed.carried);
        let entry = |(entry, taken): (Entry, Taken)| NewEntry {
            record: Some(entry.record),
            supersedes: entry.supersedes,
            reason: entry.reason,
            taken: Some(taken),
            ..self.new_entry(entry.fact, now)
        };
        lines.map(entry).collect()
    }

    /// What this site says itself: before the lines, that they were taken over; after them the code here, the name, and
    /// that follow-up goes on.
    fn own_entries(
        &mut self,
        opened: &Opened,
        weighed: &Weighed,
        code: &str,
        record: &Document,
        now: &Now,
    ) -> Result<[Vec<NewEntry>; 2]> {
        let about = &opened.about;
        let because = self.words.say("status-taken-over-from", &wording::texts(&[("site", &about.site)]));
        let transfer = Transfer {
            way: Way::In,
            site: about.site.clone(),
            on: about.on,
            because: about.because.clone(),
            pack: opened.id.clone(),
            sha256: opened.sha256.clone(),
            lines: weighed.new.len() as u64,
            identity: opened.identity.is_some(),
            record: Some(Attachment {
                sha256: record.sha256.clone(),
                name: format!("{}-handover.json", about.code),
                bytes: record.bytes,
            }),
            left_behind: about.left_behind.clone(),
        };
        let first = vec![self.new_entry(Fact::Transfer(transfer), now)];
        let mut last = Vec::new();
        let enrolment = &weighed.life.enrolment;
        if enrolment.fact.code != code {
            let fact = Enrolment { code: code.to_owned(), ..enrolment.fact.clone() };
            last.push(NewEntry {
                record: Some(enrolment.record),
                supersedes: Some(enrolment.entry),
                reason: Some(because.clone()),
                ..self.new_entry(Fact::Enrolment(fact), now)
            });
        }
        last.extend(self.identity_entry(opened, &because, now)?);
        let status = StatusChange { status: Status::OnFollowUp, on: about.on, because };
        last.push(self.new_entry(Fact::StatusChange(status), now));
        Ok([first, last])
    }

    /// Name and contacts under this store's own key of the subject; not once they were erased here.
    fn identity_entry(&mut self, opened: &Opened, because: &str, now: &Now) -> Result<Option<NewEntry>> {
        let (Some(sent), Names::New(before)) = (&opened.identity, self.names_of(opened)?) else { return Ok(None) };
        // Guardians whom the other site does not know were written down here: their days stand in the ledger of both.
        let mut identity = sent.clone();
        if before.is_some() {
            let known = self.identity(opened.about.subject)?.guardians;
            let new = |one: &Guardian| !sent.guardians.iter().any(|known| known.id == one.id);
            identity.guardians.extend(known.into_iter().filter(new));
        }
        let sealed = match self.store.seal_identity(opened.about.subject, &identity) {
            Err(StoreError::IdentityErased) => return Ok(None),
            sealed => sealed?,
        };
        Ok(Some(NewEntry {
            record: before.map(|(record, _)| record),
            supersedes: before.map(|(_, entry)| entry),
            reason: Some(because.to_owned()),
            ..self.new_entry(Fact::Identity(sealed), now)
        }))
    }

    fn names_of(&self, opened: &Opened) -> Result<Names> {
        let Some(identity) = &opened.identity else { return Ok(Names::NotSent) };
        let entries = self.store.entries_of(opened.about.subject)?;
        let (newest, _) = facts::life::heads(&entries);
        for entry in newest {
            let Fact::Identity(sealed) = &entry.fact else { continue };
            return match self.store.open_identity(opened.about.subject, sealed) {
                Err(StoreError::IdentityErased) => Ok(Names::Erased),
                Ok(known) if known == *identity => Ok(Names::Same),
                Ok(_) => Ok(Names::New(Some((entry.record, entry.id)))),
                Err(error) => Err(error.into()),
            };
        }
        Ok(if *identity == Identity::default() { Names::Same } else { Names::New(None) })
    }

    fn told_of_pack(&self, opened: &Opened, weighed: &Weighed) -> Result<Vec<String>> {
        let about = &opened.about;
        let say = |key: &str, args: &[(&str, Value)]| {
            let args: Args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            self.words.say(key, &args)
        };
        let date = |on: facts::CivilDate| Value::from(self.words.date_long(&on.to_string()));
        let mut told = vec![
            say(
                "pack-from",
                &[
                    ("code", about.code.clone().into()),
                    ("site", about.site.clone().into()),
                    ("by", about.by.name.clone().into()),
                    ("at", moment(&self.words, &about.at).into()),
                    ("to", about.to.clone().into()),
                ],
            ),
            say("pack-effective", &[("on", date(about.on)), ("because", about.because.clone().into())]),
        ];
        let reference = weighed.life.protocol();
        let title = weighed.protocols.get(reference).map(|text| protocol::text(&text.title, &self.language));
        let adopts = weighed.adopted.len();
        told.push(say(
            if adopts == 0 { "pack-protocol" } else { "pack-protocol-new" },
            &[
                ("title", title.unwrap_or_default().to_owned().into()),
                ("reference", reference.to_owned().into()),
                ("count", count(adopts)),
            ],
        ));
        told.push(say(
            "pack-counts",
            &[
                ("lines", count(opened.lines.len())),
                ("visits", count(weighed.life.visits.len())),
                ("assessments", count(weighed.life.assessments.len())),
                ("documents", count(opened.documents.len())),
            ],
        ));
        if let Some(code) = &weighed.code_here {
            let args =
                [("code", code.clone().into()), ("known", count(weighed.known)), ("new", count(weighed.new.len()))];
            told.push(say("pack-known", &args));
        }
        let booked = still_booked(&weighed.life, about.on).filter(|kept| kept.site.is_some()).count();
        if booked > 0 {
            told.push(say("pack-appointments", &[("count", count(booked))]));
        }
        let newer = opened.lines.iter().filter(|read| matches!(read.fact, Fact::Foreign(_))).count();
        if newer > 0 {
            told.push(say("pack-newer-lines", &[("count", count(newer))]));
        }
        if !about.left_behind.is_empty() {
            told.push(say("pack-left-behind", &[("count", count(about.left_behind.len()))]));
        }
        told.push(wording::plain(
            &self.words,
            match self.names_of(opened)? {
                Names::NotSent => "pack-identity-not-sent",
                Names::Erased => "pack-identity-erased",
                Names::Same => "pack-identity-same",
                Names::New(_) => "pack-identity-sent",
            },
        ));
        Ok(told)
    }
}

fn go_on_all() -> std::ops::ControlFlow<()> {
    std::ops::ControlFlow::Continue(())
}
