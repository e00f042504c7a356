//! Appointments from other calendars: every entry says what it becomes before anything is kept, and then all of it is
//! kept in one transaction, or nothing. Whom and which appointment an entry means is `incoming`'s to say.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, HashMap, HashSet};

use exchange::appointments::{Entry, Problem, Zone};
use facts::{Appointment, CivilDate, Fact, Kept, Life, RecordId, SubjectId};
use followup::Obligation;
use store::{AppointmentRow, Batch, NewEntry};

use crate::booked::Booked;
use crate::export_appointments::AHEAD;
use crate::incoming::{Outcome, local, name_of, outcome, planned_on_the_day, whom};
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::wire::calendar::{AppointmentsAsked, AppointmentsSeen, Becomes, IncomingLine};
use crate::{Clinic, MinutesEast, Now, Refusal, Result, read_table, wording};

/// An appointment by a name that calendars know it by.
#[derive(Clone)]
struct Named {
    subject: SubjectId,
    record: RecordId,
    code: String,
}

impl Named {
    fn of(row: &AppointmentRow) -> Self {
        Self { subject: row.subject, record: row.record, code: row.subject_code.clone() }
    }
}

/// By what people and appointments are found.
struct Directory {
    /// In lower case.
    codes: HashMap<String, SubjectId>,
    aliases: HashMap<String, Named>,
}

/// An entry that became something, and the version to be written.
struct Change {
    subject: SubjectId,
    entry: NewEntry,
}

/// The people of the study as an import needs them, read once each, and what the file named already.
#[derive(Default)]
struct Lives {
    read: HashMap<SubjectId, (Life, Vec<Obligation>)>,
    /// Two entries of one file for one appointment would be two versions of the same one: a conflict of our making.
    named: HashSet<String>,
}

impl Clinic {
    /// What each entry of a file would become. Writes nothing.
    pub fn look_at_appointments(
        &self,
        asked: &AppointmentsAsked,
        minutes_east: MinutesEast<'_>,
        now: &Now,
    ) -> Result<AppointmentsSeen> {
        self.need(Deed::Enter)?;
        Ok(self.incoming(asked, minutes_east, now)?.0)
    }

    /// Keeps what the file was seen to hold, all of it or nothing.
    pub fn import_appointments(
        &mut self,
        asked: &AppointmentsAsked,
        minutes_east: MinutesEast<'_>,
        now: &Now,
    ) -> Result<AppointmentsSeen> {
        self.need(Deed::Enter)?;
        let (seen, changes) = self.incoming(asked, minutes_east, now)?;
        if seen.sha256 != asked.sha256 {
            return Err(Refusal::fix("appointments-changed").about("path"));
        }
        let mut batches: BTreeMap<SubjectId, Vec<NewEntry>> = BTreeMap::new();
        for change in changes {
            batches.entry(change.subject).or_default().push(change.entry);
        }
        let batches = batches.into_iter().map(|(subject, new)| Batch { subject: Some(subject), new }).collect();
        self.write_documents(&[], batches, &mut |_| std::ops::ControlFlow::Continue(()))?;
        Ok(seen)
    }

    fn incoming(
        &self,
        asked: &AppointmentsAsked,
        minutes_east: MinutesEast<'_>,
        now: &Now,
    ) -> Result<(AppointmentsSeen, Vec<Change>)> {
        let bytes = read_table::bytes_of(&asked.path)?;
        let (entries, problems) = exchange::appointments::read(&bytes);
        let states = self.store.subject_states()?;
        let known = Directory {
            codes: states.into_iter().map(|state| (state.code.to_lowercase(), state.subject)).collect(),
            aliases: self.aliases(now)?,
        };
        let mut lives = Lives::default();
        let (mut lines, mut changes) = (Vec::new(), Vec::new());
        for entry in &entries {
            let entry = local(entry, minutes_east);
            let (line, change) = self.incoming_line(&entry, asked, &known, &mut lives, now)?;
            lines.push(line);
            changes.extend(change);
        }
        lines.extend(problems.iter().map(|problem| self.problem_line(problem)));
        lines.sort_by_key(|line| line.line);
        let seen = AppointmentsSeen {
            sha256: store::digest(&bytes),
            lines,
            changes: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        };
        Ok((seen, changes))
    }

    fn incoming_line(
        &self,
        entry: &Entry,
        asked: &AppointmentsAsked,
        directory: &Directory,
        lives: &mut Lives,
        now: &Now,
    ) -> Result<(IncomingLine, Option<Change>)> {
        let mut line = IncomingLine {
            title: entry.title.lines().next().unwrap_or_default().to_owned(),
            on: Some(entry.on),
            at: entry.at.map(|at| at.to_string()).unwrap_or_default(),
            ..unmatched_line(entry.line, String::new())
        };
        let unmatched = |mut line: IncomingLine, why: &str, code: &str| {
            line.text = self.words.say(&format!("incoming-{why}"), &wording::texts(&[("code", code)]));
            Ok((line, None))
        };
        if entry.repeats {
            return unmatched(line, "repeats", "");
        }
        let known = self.named_by(entry, &directory.aliases)?;
        let subject = match whom(entry, known.as_ref().map(|known| known.subject), &directory.codes) {
            Ok(subject) => subject,
            Err(why) => return unmatched(line, why, known.as_ref().map_or(&entry.code, |known| &known.code)),
        };
        lives.read(self, subject)?;
        let Lives { read, named } = lives;
        let (life, obligations) = read.get(&subject).ok_or_else(|| Refusal::bug("lives-of-import"))?;
        line.code = life.enrolment.fact.code.clone();
        let kept = match &known {
            Some(known) => life.appointments.iter().find(|kept| kept.record == known.record),
            None => planned_on_the_day(life, entry),
        };
        let which = kept.map_or_else(|| name_of(entry, subject), |kept| kept.record.to_string());
        if !named.insert(which) {
            return unmatched(line, "twice", "");
        }
        let Some(outcome) = outcome(kept, entry, obligations) else {
            return unmatched(line, "never-was", "");
        };
        self.tell_outcome(&mut line, &outcome, kept, (life, obligations))?;
        line.warnings.extend(self.incoming_warnings((life, obligations), kept, &outcome, entry)?);
        if !outcome.takes || asked.leave_out.contains(&line.line) {
            return Ok((line, None));
        }
        let entry = match kept {
            Some(kept) => self.next_version(kept, outcome.appointment, None, now),
            None => self.new_entry(Fact::Appointment(outcome.appointment), now),
        };
        Ok((line, Some(Change { subject, entry })))
    }

    /// The appointment that bears the entry's name, as ours or as one that another calendar gave it.
    fn named_by(&self, entry: &Entry, aliases: &HashMap<String, Named>) -> Result<Option<Named>> {
        if entry.uid.is_empty() {
            return Ok(None);
        }
        let row = self.store.appointment_by_uid(&entry.uid)?;
        Ok(row.map(|row| Named::of(&row)).or_else(|| aliases.get(&entry.uid).cloned()))
    }

    /// Every name that other calendars gave to appointments, read once for a file: few have any.
    fn aliases(&self, now: &Now) -> Result<HashMap<String, Named>> {
        let mut aliases = HashMap::new();
        let rows = self.store.appointments_between(CivilDate::EPOCH, now.today.plus(&AHEAD))?;
        for row in rows.iter().filter(|row| row.json.contains("\"aliases\"")) {
            let booked: Booked = wording::read_json(&row.json).ok_or_else(|| unreadable(&row.subject_code))?;
            aliases.extend(booked.appointment.aliases.into_iter().map(|alias| (alias, Named::of(row))));
        }
        Ok(aliases)
    }

    fn tell_outcome(
        &self,
        line: &mut IncomingLine,
        outcome: &Outcome,
        kept: Option<&Kept<Appointment>>,
        (life, obligations): (&Life, &[Obligation]),
    ) -> Result<()> {
        let visits = &outcome.appointment.visits;
        let labels = visits.iter().filter_map(|key| obligations.iter().find(|o| o.key == *key));
        let texts = self.texts(life)?;
        let labels: Vec<String> =
            labels.map(|o| wording::what(&self.words, &self.language, o, texts.demands(o))).collect();
        line.what = labels.join(&wording::plain(&self.words, "list-joint"));
        line.becomes = outcome.becomes;
        line.text = self.becomes_text(outcome, kept);
        line.takes = outcome.takes;
        line.doubtful = outcome.older.is_some() || outcome.becomes == Becomes::Revived;
        Ok(())
    }

    fn becomes_text(&self, outcome: &Outcome, kept: Option<&Kept<Appointment>>) -> String {
        let noted = if outcome.becomes == Becomes::Same && outcome.takes { "-noted" } else { "" };
        let key = format!("becomes-{}{noted}", wording::wire(&outcome.becomes));
        let from = kept.map(|kept| {
            let at = kept.fact.at.map(|at| at.to_string()).unwrap_or_default();
            self.appointment_text(kept.fact.on, &at)
        });
        self.words.say(&key, &wording::texts(&[("from", &from.unwrap_or_default())]))
    }

    fn incoming_warnings(
        &self,
        (life, obligations): (&Life, &[Obligation]),
        kept: Option<&Kept<Appointment>>,
        outcome: &Outcome,
        entry: &Entry,
    ) -> Result<Vec<String>> {
        let older = outcome.older.map(|[theirs, ours]| {
            let numbers = [("theirs", &theirs.to_string()), ("ours", &ours.to_string())];
            self.words.say("incoming-older", &wording::texts(&numbers.map(|(name, number)| (name, number.as_str()))))
        });
        let mut said: Vec<String> = older.into_iter().collect();
        if matches!(outcome.becomes, Becomes::Same | Becomes::Cancelled) {
            return Ok(said);
        }
        said.extend(self.warnings(life, kept.map(|kept| kept.record), &outcome.appointment, obligations)?);
        match &entry.zone {
            Zone::Utc => said.push(wording::plain(&self.words, "incoming-utc")),
            Zone::Named(zone) => said.push(self.words.say("incoming-zone", &wording::texts(&[("zone", zone)]))),
            Zone::Floating => {}
        }
        Ok(said)
    }

    fn problem_line(&self, problem: &Problem) -> IncomingLine {
        let args = problem.args.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
        unmatched_line(problem.line, self.words.say(&format!("incoming-{}", problem.code), &args))
    }
}

impl Lives {
    fn read(&mut self, clinic: &Clinic, subject: SubjectId) -> Result<()> {
        if let Slot::Vacant(place) = self.read.entry(subject) {
            let life = clinic.life(subject)?;
            let obligations = clinic.owed(&life)?;
            place.insert((life, obligations));
        }
        Ok(())
    }
}

fn unmatched_line(line: u64, text: String) -> IncomingLine {
    IncomingLine {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        title: String::new(),
        on: None,
        at: String::new(),
        code: String::new(),
        what: String::new(),
        becomes: Becomes::Unmatched,
        text,
        takes: false,
        doubtful: false,
        warnings: Vec::new(),
    }
}
