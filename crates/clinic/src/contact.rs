//! The contact ladder of one subject: how far the family was looked for, the next step in words, an attempt recorded in
//! one go, and the letter printed for them. Which step is next is `followup`'s to say.

use std::collections::BTreeMap;

use assess::{Entered, EnteredClosure, EnteredForm};
use documents::ContactLetter;
use facts::fact::{Recorded, Status};
use facts::person::Guardian;
use facts::{CivilDate, Fact, Identity, Kept, Life, SubjectId};
use followup::{Climb, Next, Obligation, StepTaken, climb};
use words::Words;

use crate::check_form::about;
use crate::print_schedule::{file_part, paper};
use crate::refresh::outcome;
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::contact::{AttemptForm, AttemptLine, Choosable, LadderPage, LadderStep, LetterAsked};
use crate::wire::enrol::Enrolled;
use crate::wire::page::Printed;
use crate::{Clinic, Now, Refusal, Result, transfers, wording};

const KIND: &str = "contact-attempt";

impl Clinic {
    pub fn contact_ladder(&self, subject: SubjectId, now: &Now) -> Result<LadderPage> {
        self.need(Deed::Read)?;
        let life = self.life(subject)?;
        let texts = self.texts(&life)?;
        let protocol = texts.current();
        let obligations = outcome(&texts, &life).obligations;
        let day = self.judging(now)?;
        let climbed = climb(&protocol, &life, &obligations);
        // A ladder whose visit can still be made is not begun.
        let begun = climbed.filter(|climb| climb.since <= day.latest());
        let missed = begun.as_ref().and_then(|climb| obligations.iter().find(|o| o.key == climb.visit));
        let mut page = LadderPage {
            known: protocol.ladder.is_some(),
            visit: missed.map(|o| wording::what(&self.words, &self.language, o, texts.demands(o))).unwrap_or_default(),
            since: begun.as_ref().map(|climb| climb.since),
            next: String::new(),
            is: String::new(),
            channel: None,
            steps: Vec::new(),
            attempts: life.of_kind(KIND).rev().map(|kept| self.attempt_line(kept)).collect(),
            channels: self.choosable("channel"),
            outcomes: self.choosable("reached"),
            citation: protocol.ladder.as_ref().map(|l| wording::citation(&self.words, &l.citation, &protocol)),
        };
        if let Some(climb) = &begun {
            self.tell_next(climb, now, &mut page);
            let next = if let Next::Attempt { step, .. } = &climb.next { Some(*step) } else { None };
            let steps = climb.steps.iter().enumerate();
            page.steps = steps.map(|(at, step)| self.step_line(step, next == Some(at))).collect();
        }
        Ok(page)
    }

    fn tell_next(&self, climb: &Climb, now: &Now, page: &mut LadderPage) {
        let date = |on: facts::CivilDate| self.words.date_short(&on.to_string());
        let (is, text) = match &climb.next {
            Next::Attempt { step, number, window } => {
                let taken = &climb.steps[*step];
                let waits = window.earliest_on > now.today;
                page.channel = Some(taken.channel.clone());
                let args = wording::texts(&[
                    ("what", &wording::contact_step(&self.words, &taken.channel, *number, taken.times)),
                    ("from", &date(window.earliest_on)),
                    ("by", &date(window.latest_on)),
                ]);
                let key = if waits { "ladder-next-from" } else { "ladder-next" };
                (if waits { "waiting" } else { "attempt" }, self.words.say(key, &args))
            }
            Next::Complete { since } => {
                ("complete", self.words.say("ladder-complete", &wording::texts(&[("on", &date(*since))])))
            }
            Next::NothingArrived { .. } => ("nothing-arrived", wording::plain(&self.words, "ladder-nothing-arrived")),
        };
        is.clone_into(&mut page.is);
        page.next = text;
    }

    fn step_line(&self, step: &StepTaken, next: bool) -> LadderStep {
        let count = |made: usize| u32::try_from(made).unwrap_or(u32::MAX);
        let is = match (step.is_made(), step.is_closed(), next) {
            (true, ..) => "made",
            (_, true, _) => "failed",
            (_, _, true) => "next",
            _ => "later",
        };
        LadderStep {
            channel: step.channel.clone(),
            text: wording::option(&self.words, KIND, "channel", &step.channel),
            times: step.times,
            made: count(step.made.len()),
            failed: count(step.failed.len()),
            is: is.to_owned(),
            is_text: wording::plain(&self.words, &format!("ladder-step-{is}")),
        }
    }

    fn attempt_line(&self, kept: &Kept<Recorded>) -> AttemptLine {
        let assessment = &kept.fact.assessment;
        let code = |field: &str| assessment.code(field).unwrap_or_default().to_owned();
        let worded = |field: &str| wording::option(&self.words, KIND, field, &code(field));
        let next = assessment.get("next-step").map(|answer| wording::shown(&self.words, KIND, "next-step", answer));
        AttemptLine {
            record: kept.record,
            on: assessment.collected_on,
            channel_text: worded("channel"),
            outcome: code("reached"),
            outcome_text: wording::plain(&self.words, &format!("ladder-outcome-{}", code("reached"))),
            next: next.unwrap_or_default(),
            author: transfers::who(&self.words, kept),
        }
    }

    fn choosable(&self, field: &str) -> Vec<Choosable> {
        let spec = assess::form(KIND).and_then(|form| form.fields.iter().find(|known| known.key == field));
        let codes = match spec.map(|field| &field.input) {
            Some(assess::Input::Choice { options }) => *options,
            _ => &[],
        };
        let line = |code: &&str| Choosable {
            value: (*code).to_owned(),
            text: match field {
                // Beside an attempt "yes" and "no" would answer a question that nobody reads.
                "reached" => wording::plain(&self.words, &format!("ladder-outcome-{code}")),
                field => wording::option(&self.words, KIND, field, code),
            },
        };
        codes.iter().map(line).collect()
    }

    /// One attempt, as a record of its own: no visit took place.
    pub fn record_attempt(&mut self, form: &AttemptForm, now: &Now) -> Result<Enrolled> {
        self.need(Deed::Enter)?;
        let life = self.life(form.subject)?;
        let protocol = self.protocol(life.protocol())?;
        let text = |text: &str| Entered { text: text.trim().to_owned(), ..Entered::default() };
        let fields = [("channel", &form.channel), ("reached", &form.reached), ("next-step", &form.note)];
        let fields = fields.into_iter().filter(|(_, told)| !told.trim().is_empty());
        let on = if form.on.trim().is_empty() { now.today.to_string() } else { form.on.trim().to_owned() };
        let entered = EnteredForm {
            kind: KIND.to_owned(),
            collected_on: on,
            closure: EnteredClosure::Answered,
            because: String::new(),
            fields: fields.map(|(field, told)| (field.to_owned(), text(told))).collect::<BTreeMap<_, _>>(),
        };
        let until = self.judging(now)?.recorded_until();
        let checked = assess::check(&entered, &about(&life, &protocol, until));
        let problems = wording::problem_lines(&self.words, Some(KIND), &checked.problems);
        let Some(assessment) = checked.assessment else { return Ok(Enrolled { subject: None, problems }) };
        let entry = self.new_entry(Fact::Assessment(Recorded { visit: None, assessment }), now);
        self.write(form.subject, vec![entry])?;
        Ok(Enrolled { subject: Some(form.subject), problems })
    }

    /// Decides for themselves by the protocol's age.
    pub(crate) fn is_of_age(&self, life: &Life, now: &Now) -> bool {
        let text = self.protocols.get(life.protocol());
        text.is_some_and(|text| now.today >= life.enrolment.fact.born_on.plus(&text.age_of_majority))
    }

    /// The letter for a family that could not be reached; kept as a file, and recorded as an attempt once it was sent.
    pub fn print_contact_letter(&self, asked: &LetterAsked, now: &Now) -> Result<Printed> {
        self.need(Deed::Print)?;
        let life = self.life(asked.subject)?;
        let enrolment = &life.enrolment.fact;
        let texts = self.texts(&life)?;
        let missed = missed(&texts, &life).ok_or_else(|| Refusal::fix("ladder-nobody-missed").about("subject"))?;
        let language = if asked.language.is_empty() { &enrolment.language } else { &asked.language };
        let words = Words::of(language);
        let identity = self.name_on_paper(asked.subject)?;
        // Of a child, whoever decides for it today.
        let guardian = identity.guardian_on(now.today).filter(|_| !self.is_of_age(&life, now));
        let address = address(&identity, guardian, now.today);
        let called = [&identity.called, &identity.name, &enrolment.code];
        let letter = ContactLetter {
            addressee: guardian.map_or(&identity.name, |guardian| &guardian.name).clone(),
            address: address.lines().map(str::to_owned).collect(),
            called: called.into_iter().find(|name| !name.trim().is_empty()).cloned().unwrap_or_default(),
            site_name: self.site.name.clone(),
            site_telephone: self.site.telephone.clone(),
            site_address: self.site.address.clone(),
            from: missed.window.earliest_on,
            to: missed.window.latest_on,
            printed_on: now.desk_on,
            signed_by: self.author.name.clone(),
            marks: self.marks(now)?,
        };
        let bytes = documents::contact_letter(&letter, &words, paper(asked.paper))
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let name = format!("{}-letter-{language}-{}.pdf", file_part(&enrolment.code), self.day_in_name(now));
        let path = self.save("", &name, &bytes)?;
        Ok(Printed { path: path.display().to_string(), pages: documents::page_count(&bytes), visits: 0 })
    }
}

/// The missed visit that the ladder is about.
fn missed(texts: &Texts, life: &Life) -> Option<Obligation> {
    let obligations = outcome(texts, life).obligations;
    let key = climb(&texts.current(), life, &obligations)?.visit;
    obligations.into_iter().find(|o| o.key == key)
}

/// How the ladder stands when somebody is to be called lost.
pub(crate) enum BeforeLost {
    /// No ladder, or nobody to be looked for: a reason is needed as for any status.
    NoLadder,
    /// Every step was taken: that is the reason.
    Complete,
    /// Steps are left: the reason has to say why they were not taken.
    Unfinished { next: String },
}

impl Clinic {
    pub(crate) fn before_lost(&self, life: &Life, texts: &Texts, status: Status, now: &Now) -> Result<BeforeLost> {
        if status != Status::LostToFollowUp {
            return Ok(BeforeLost::NoLadder);
        }
        let obligations = outcome(texts, life).obligations;
        let today = self.judging(now)?.latest();
        let Some(climb) = climb(&texts.current(), life, &obligations).filter(|climb| climb.since <= today) else {
            return Ok(BeforeLost::NoLadder);
        };
        Ok(match &climb.next {
            Next::Complete { .. } => BeforeLost::Complete,
            Next::Attempt { step, number, .. } => {
                let taken = &climb.steps[*step];
                let next = wording::contact_step(&self.words, &taken.channel, *number, taken.times);
                BeforeLost::Unfinished { next }
            }
            Next::NothingArrived { .. } => {
                BeforeLost::Unfinished { next: wording::contact_step(&self.words, "find", 0, 0) }
            }
        })
    }
}

/// Where the letter goes: to the guardian, else to another who lives with the child on the day; where no guardian is
/// known, to the first contact, whom the family named first. Never to whoever else is written down: a general
/// practitioner's street under a mother's name goes astray, and tells of the child. Empty leaves room for a pen.
fn address<'a>(identity: &'a Identity, guardian: Option<&'a Guardian>, on: CivilDate) -> &'a str {
    let filled = |address: &'a str| Some(address.trim()).filter(|address| !address.is_empty());
    let found = match guardian {
        Some(guardian) => filled(&guardian.address).or_else(|| {
            let there = identity.guardians.iter().filter(|one| one.holds_on(on) && one.lives_with);
            there.filter_map(|one| filled(&one.address)).next()
        }),
        None => identity.contacts.first().and_then(|contact| filled(&contact.address)),
    };
    found.unwrap_or_default()
}
