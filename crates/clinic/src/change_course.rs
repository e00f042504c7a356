//! Changing what a schedule is made from: a birth date, a dosing, an event, the version followed, a track. What would
//! move is shown before anything is saved, from the same function that will compute it.

use facts::entry::Entry;
use facts::fact::{Amendment, ConsentPart, Dosing, Enrolment, Event, SamplesDecided, Track, Withdrawal};
use facts::{CivilDate, DeviceId, EntryId, Fact, Life, RecordId, SubjectId};
use followup::{Day, Matter, Moved, Obligation, What};
use store::{NewEntry, Store};

use crate::correct_contact::{find, void};
use crate::enrol::{Reading, read_gestation};
use crate::refresh::outcome;
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::course::{CourseChange, CourseForm, CoursePreview, MovedKind, MovedLine};
use crate::wire::enrol::Enrolled;
use crate::{Clinic, Now, Result, wording};

/// The line to be written: what it replaces, and the fact.
pub(crate) struct Change {
    record: Option<RecordId>,
    supersedes: Option<EntryId>,
    fact: Fact,
    /// Other records that change with it.
    pub along: Vec<Change>,
}

impl Clinic {
    /// Saves the change, or says everything that stands in the way.
    pub fn change_course(&mut self, form: &CourseForm, now: &Now) -> Result<Enrolled> {
        self.need(Deed::Enter)?;
        let life = self.life(form.subject)?;
        let (change, mut reading) = self.read_change(&life, form, now)?;
        let corrects = change.as_ref().is_some_and(|change| change.supersedes.is_some());
        let decides = matches!(form.change, CourseChange::Amendment { .. });
        if (corrects || decides) && form.because.trim().is_empty() {
            reading.stop("because", "needed", &[]);
        }
        let problems = wording::problem_lines(&self.words, None, &reading.problems);
        let ready = change.filter(|_| !reading.stops() && !reading.unanswered(&form.because));
        let Some(change) = ready else { return Ok(Enrolled { subject: None, problems }) };
        let entries = self.course_entries(change, form, now);
        self.write(form.subject, entries)?;
        Ok(Enrolled { subject: Some(form.subject), problems })
    }

    /// Every date that would move, also before a reason is written. Writes nothing.
    pub fn preview_course(&self, form: &CourseForm, now: &Now) -> Result<CoursePreview> {
        self.need(Deed::Read)?;
        let life = self.life(form.subject)?;
        let (change, reading) = self.read_change(&life, form, now)?;
        let change = change.filter(|_| !reading.stops());
        let new = change.map(|change| self.course_entries(change, form, now)).unwrap_or_default();
        self.what_moves(form.subject, new, &reading, now)
    }

    /// The schedule with these lines against the one without; nothing moves where there are none.
    pub(crate) fn what_moves(
        &self,
        subject: SubjectId,
        new: Vec<NewEntry>,
        reading: &Reading,
        now: &Now,
    ) -> Result<CoursePreview> {
        let problems = wording::problem_lines(&self.words, None, &reading.problems);
        if new.is_empty() {
            return Ok(CoursePreview { problems, moved: Vec::new(), stay: 0 });
        }
        let mut entries = self.store.entries_of(subject)?;
        let life = self.life_in(subject, &entries)?;
        let texts = self.texts(&life)?;
        let before = schedule(&texts, &life);
        entries.extend(new.into_iter().map(|entry| supposed(subject, entry)));
        let then = self.life_in(subject, &entries)?;
        let texts_then = self.texts(&then)?;
        let after = schedule(&texts_then, &then);
        let moved = followup::moved(&before, &after);
        let day = self.judging(now)?;
        let stay =
            u32::try_from(after.len().saturating_sub(moved.iter().filter(|moved| moved.after.is_some()).count()));
        Ok(CoursePreview {
            problems,
            moved: moved.iter().map(|moved| self.moved_line(moved, [&texts, &texts_then], day)).collect(),
            stay: stay.unwrap_or(u32::MAX),
        })
    }

    fn course_entries(&self, mut change: Change, form: &CourseForm, now: &Now) -> Vec<NewEntry> {
        let because = Some(form.because.trim().to_owned()).filter(|text| !text.is_empty());
        let along = std::mem::take(&mut change.along);
        let entry = |Change { record, supersedes, fact, .. }| NewEntry {
            record,
            supersedes,
            reason: because.clone(),
            ..self.new_entry(fact, now)
        };
        std::iter::once(change).chain(along).map(entry).collect()
    }

    fn moved_line(&self, moved: &Moved<'_>, [before, after]: [&Texts; 2], day: Day) -> MovedLine {
        let label = match (moved.after, moved.before) {
            (Some(o), _) => wording::what(&self.words, &self.language, o, after.demands(o)),
            (None, Some(o)) => wording::what(&self.words, &self.language, o, before.demands(o)),
            (None, None) => String::new(),
        };
        let standing = |o: &followup::Obligation, texts: &Texts| followup::standing(o, day, &texts.demands(o).due_soon);
        // Days alone where only they move: how it stands is told where it stands otherwise than before.
        let stood = [moved.before.map(|o| standing(o, before)), moved.after.map(|o| standing(o, after))];
        let only_days = match &stood {
            [Some(was), Some(is)] => std::mem::discriminant(was) == std::mem::discriminant(is),
            _ => false,
        };
        let said = |o: &followup::Obligation, texts: &Texts| {
            let standing = standing(o, texts);
            let date = |on: CivilDate| self.words.date_short(&on.to_string());
            let window = &o.window;
            let pairs = [
                ("earliest", date(window.earliest_on)),
                ("latest", date(window.latest_on)),
                ("standing", wording::settled_or_standing(&self.words, o, &standing)),
            ];
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let key = if only_days && o.settled.is_none() { "course-days" } else { "course-window" };
            self.words.say(key, &wording::texts(&pairs))
        };
        let kind = match (moved.before, moved.after) {
            (None, _) => MovedKind::Added,
            (_, None) => MovedKind::Gone,
            (Some(was), Some(is)) if was.window == is.window => MovedKind::Changed,
            _ => MovedKind::Moved,
        };
        MovedLine {
            kind,
            label,
            before: moved.before.map(|o| said(o, before)).unwrap_or_default(),
            after: moved.after.map(|o| said(o, after)).unwrap_or_default(),
        }
    }

    fn read_change(&self, life: &Life, form: &CourseForm, now: &Now) -> Result<(Option<Change>, Reading)> {
        let mut reading = Reading::default();
        let change = match &form.change {
            CourseChange::Enrolment { .. } => read_enrolment(life, &form.change, now, &mut reading),
            CourseChange::Dosing { record, .. } => {
                let kept = find(&life.dosings, *record)?;
                let fact = corrected_dosing(life, &kept.fact, &form.change, now, &mut reading);
                fact.map(|fact| Change::of(Some((*record, kept.entry)), fact))
            }
            CourseChange::NoDosing { record } => Some(void(find(&life.dosings, *record)?)),
            CourseChange::Visit { .. } => self.read_visit_correction(life, &form.change, now, &mut reading)?,
            CourseChange::NoVisit { record, forms_too } => Some(Self::read_no_visit(life, *record, *forms_too)?),
            CourseChange::NoMissed { record } => Some(void(find(&life.missed, *record)?)),
            CourseChange::NoEvent { record } => Some(void(find(&life.events, *record)?)),
            CourseChange::NoAmendment { record } => Some(void(find(&life.amendments, *record)?)),
            CourseChange::Event { record, name, on, note } => {
                let kept = record.and_then(|record| life.events.iter().find(|kept| kept.record == record));
                if !self.followed_texts(life)?.iter().any(|text| text.event(name).is_some()) {
                    reading.stop("name", "no-such-event", &[("value", name)]);
                }
                let on = reading.day("on", on, now.today);
                let fact = on.map(|on| Event { name: name.clone(), on, note: note.trim().to_owned() });
                fact.map(|fact| Change::of(kept.map(|kept| (kept.record, kept.entry)), Fact::Event(fact)))
            }
            CourseChange::Amendment { .. } => self.read_amendment(life, &form.change, now, &mut reading)?,
            CourseChange::Withdrawal { .. } => read_withdrawal(life, form, now, &mut reading),
            CourseChange::Consent(entry) => self.read_consent(life, entry, form, now, &mut reading)?,
            CourseChange::NoConsent { record } => Some(void(find(&life.consents, *record)?)),
            CourseChange::Track { record, protocol, from_on, until_on, clinic } => {
                let kept = record.and_then(|record| life.tracks.iter().find(|kept| kept.record == record));
                if self.protocols.get(protocol).is_none_or(|track| !track.track) {
                    reading.stop("protocol", "protocol-not-adopted", &[("value", protocol)]);
                }
                let from_on = reading.day("from_on", from_on, now.today);
                let until_on = reading.any_day("until_on", until_on);
                if let (Some(from), Some(until)) = (from_on, until_on)
                    && until < from
                {
                    let args = [("value", until.to_string()), ("from", from.to_string())];
                    reading.stop("until_on", "ends-before-it-begins", &[("value", &args[0].1), ("from", &args[1].1)]);
                }
                let because = form.because.trim().to_owned();
                let (protocol, clinic) = (protocol.clone(), clinic.trim().to_owned());
                let fact = from_on.map(|from_on| Track { protocol, from_on, until_on, clinic, because });
                fact.map(|fact| Change::of(kept.map(|kept| (kept.record, kept.entry)), Fact::Track(fact)))
            }
        };
        Ok((change.map(|change| change.because(form.because.trim())), reading))
    }

    fn read_amendment(
        &self,
        life: &Life,
        change: &CourseChange,
        now: &Now,
        reading: &mut Reading,
    ) -> Result<Option<Change>> {
        let CourseChange::Amendment { protocol: reference, moves_on, reconsented_on, without_consent } = change else {
            return Ok(None);
        };
        let followed = self.protocol(life.protocol())?;
        let Some(amended) = self.protocols.get(reference).filter(|protocol| protocol.id == followed.id) else {
            reading.stop("protocol", "protocol-not-adopted", &[("value", reference)]);
            return Ok(None);
        };
        if life.protocol() == reference.as_str() {
            reading.stop("protocol", "version-followed-already", &[("value", reference)]);
        }
        let moves_on = reading.any_day("moves_on", moves_on);
        let reconsented_on = reading.day_if_given("reconsented_on", reconsented_on, now.today);
        if let Some(on) = moves_on {
            let since = life.followed().filter_map(|(_, from)| from).max();
            let since = since.unwrap_or(life.enrolment.fact.enrolled_on);
            if on < since {
                reading.stop(
                    "moves_on",
                    "before-version",
                    &[("value", &on.to_string()), ("since", &since.to_string())],
                );
            }
            let amends = amended.amendment.as_ref();
            if let Some(effective) = amends.and_then(|amends| amends.effective_on).filter(|effective| on < *effective) {
                let days = (on.to_string(), effective.to_string());
                reading.ask("moves_on", "before-effective", &[("value", &days.0), ("effective", &days.1)]);
            }
            let given = reconsented_on.is_some_and(|given| given <= on) || Self::has_signed_for(life, amended, on);
            if amends.is_some_and(|amends| amends.reconsent) && !given && !without_consent {
                reading.stop("reconsented_on", "reconsent-missing", &[("value", &on.to_string())]);
            }
        }
        // A decision to stay is taken back by the next one: each is a record of its own.
        let without_consent = *without_consent && moves_on.is_some() && reconsented_on.is_none();
        let because = String::new();
        let fact = Amendment { protocol: reference.clone(), moves_on, reconsented_on, without_consent, because };
        Ok(Some(Change::of(None, Fact::Amendment(fact))))
    }
}

impl Change {
    pub(crate) fn of(kept: Option<(RecordId, EntryId)>, fact: Fact) -> Self {
        let (record, supersedes) = kept.unzip();
        Self { record, supersedes, fact, along: Vec::new() }
    }

    fn because(mut self, text: &str) -> Self {
        if let Fact::Amendment(fact) = &mut self.fact {
            text.clone_into(&mut fact.because);
        }
        self
    }
}

fn read_withdrawal(life: &Life, form: &CourseForm, now: &Now, reading: &mut Reading) -> Option<Change> {
    let CourseChange::Withdrawal { record, of, on, until_on, by, document, samples, samples_on } = &form.change else {
        return None;
    };
    let kept = record.and_then(|record| life.withdrawals.iter().find(|kept| kept.record == record));
    if of.is_empty() {
        reading.stop("of", "needed", &[]);
    }
    let on = reading.day("on", on, now.today);
    let until_on = reading.day_if_given("until_on", until_on, now.today);
    if let (Some(on), Some(until)) = (on, until_on)
        && until < on
    {
        let days = (until.to_string(), on.to_string());
        reading.stop("until_on", "ends-before-it-begins", &[("value", &days.0), ("from", &days.1)]);
    }
    let mut of = of.clone();
    of.sort_unstable();
    of.dedup();
    let (document, because) = (document.trim().to_owned(), form.because.trim().to_owned());
    let decided = samples.filter(|_| of.contains(&ConsentPart::StoredSamples)).and_then(|fate| {
        let decided_on = reading.day("samples_on", samples_on, now.today)?;
        if on.is_some_and(|on| decided_on < on) {
            let days = (decided_on.to_string(), on.map(|on| on.to_string()).unwrap_or_default());
            reading.stop("samples_on", "ends-before-it-begins", &[("value", &days.0), ("from", &days.1)]);
        }
        Some(SamplesDecided { fate, on: decided_on })
    });
    let fact = Withdrawal { of, on: on?, until_on, by: *by, document, because, samples: decided };
    Some(Change::of(kept.map(|kept| (kept.record, kept.entry)), Fact::Withdrawal(fact)))
}

/// What is owed but the decision itself: that a change is made is no date that moves.
fn schedule(texts: &Texts, life: &Life) -> Vec<Obligation> {
    let mut owed = outcome(texts, life).obligations;
    owed.retain(|o| !matches!(&o.what, What::Decide { matter: Matter::Version { .. } }));
    owed
}

/// The line as the ledger would keep it, for a look at what follows from it.
fn supposed(subject: SubjectId, new: NewEntry) -> Entry {
    let id = Store::new_record_id(&new.at).0;
    Entry {
        id: EntryId(id),
        device: DeviceId(id),
        sequence: 0,
        record: new.record.unwrap_or(RecordId(id)),
        supersedes: new.supersedes,
        subject: Some(subject),
        author: new.author,
        recorded_at: new.at.at,
        reason: new.reason,
        origins: Vec::new(),
        fact: new.fact,
    }
}

fn read_enrolment(life: &Life, change: &CourseChange, now: &Now, reading: &mut Reading) -> Option<Change> {
    let CourseChange::Enrolment { sex, born_on, gestation_weeks, consented_on, enrolled_on, language } = change else {
        return None;
    };
    let kept = &life.enrolment;
    let born_on = reading.day("born_on", born_on, now.today);
    let enrolled_on = reading.day("enrolled_on", enrolled_on, now.today);
    let consented_on = reading.day_if_given("consented_on", consented_on, now.today);
    let gestation_weeks = read_gestation(gestation_weeks, reading);
    if let (Some(born), Some(enrolled)) = (born_on, enrolled_on)
        && enrolled < born
    {
        let days = (enrolled.to_string(), born.to_string());
        reading.stop("enrolled_on", "before-birth", &[("value", &days.0), ("born", &days.1)]);
    }
    if let (Some(born), Some(dosed)) = (born_on, life.first_dosed_on())
        && dosed < born
    {
        let days = (dosed.to_string(), born.to_string());
        reading.stop("born_on", "birth-after-dosing", &[("value", &days.0), ("born", &days.1)]);
    }
    if !words::Words::languages().iter().any(|known| known.tag == *language) {
        reading.stop("language", "needed", &[]);
    }
    let fact = Enrolment {
        sex: *sex,
        born_on: born_on?,
        gestation_weeks,
        consented_on,
        enrolled_on: enrolled_on?,
        language: language.clone(),
        ..kept.fact.clone()
    };
    Some(Change::of(Some((kept.record, kept.entry)), Fact::Enrolment(fact)))
}

fn corrected_dosing(
    life: &Life,
    kept: &Dosing,
    change: &CourseChange,
    now: &Now,
    reading: &mut Reading,
) -> Option<Fact> {
    let CourseChange::Dosing { on, outcome, batch, note, .. } = change else { return None };
    let on = reading.day("on", on, now.today)?;
    let born = life.enrolment.fact.born_on;
    if on < born {
        reading.stop("on", "birth-after-dosing", &[("value", &on.to_string()), ("born", &born.to_string())]);
    }
    Some(Fact::Dosing(Dosing {
        number: kept.number,
        on,
        outcome: *outcome,
        batch: batch.trim().to_owned(),
        note: note.trim().to_owned(),
    }))
}
