//! Who is asked to sign which form by when, as ordinary obligations.
//!
//! A form is asked for when somebody takes part, reaches its age, comes of age, when a version that asks for it comes into
//! force, or when another person comes to decide for the child (ICH E6(R3) 2.8). Ages and periods are the protocol's.
//! What counts as signed is `consent`'s to say.

use std::sync::Arc;

use facts::fact::GivenBy;
use facts::{CivilDate, ConsentKind, GuardianId, Guardianship, Life, Period, RecordId, Relation};
use protocol::{Anchor, Citation, ConsentForm, ConsentVersion, Protocol};
use serde::{Deserialize, Serialize};

use crate::accounted::followed_until;
use crate::consent::{Signed, signed};
use crate::course::Course;
use crate::explain::Explanation;
use crate::obligation::{Dates, Obligation, Settled, What, WhyNot};
use crate::settle::{self, Span};
use crate::standing::timing;

/// Why a form is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum ConsentCause {
    /// Takes part since then.
    Enrolment,
    /// Reached the age of the form.
    Age,
    /// Of age: what others signed is now the subject's own to sign.
    Majority,
    /// A version that those who signed an earlier one are asked to sign.
    Version { version: String },
    /// Somebody else came to decide for the child.
    Guardian { guardian: GuardianId, relation: Relation },
}

impl ConsentCause {
    /// Ending of its catalogue keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Enrolment => "enrolment",
            Self::Age => "age",
            Self::Majority => "majority",
            Self::Version { .. } => "version",
            Self::Guardian { .. } => "guardian",
        }
    }
}

/// What the forms of the text followed now ask of one person.
pub(crate) fn owed(course: &Course<'_>, life: &Life) -> Vec<Obligation> {
    let Some(text) = course.current().filter(|text| !text.consents.is_empty()) else { return Vec::new() };
    let signed = signed(course, life);
    let asking = Asking { course, text, life, signed: &signed };
    text.consents.iter().flat_map(|form| asking.of_form(form)).collect()
}

struct Asking<'a> {
    course: &'a Course<'a>,
    text: &'a Protocol,
    life: &'a Life,
    signed: &'a [Signed],
}

/// One thing that a form is asked for.
struct Ask {
    cause: ConsentCause,
    /// Where the day comes from, as an anchor.
    anchor: Anchor,
    from_on: CivilDate,
    /// That day fell on one that its month does not have.
    clamped: bool,
    /// First day on which a signature counts in time, where that lies before the day of asking.
    open_on: CivilDate,
    within: Period,
    version: Option<Arc<Citation>>,
    settled: Option<Settled>,
}

impl Asking<'_> {
    fn of_form(&self, form: &ConsentForm) -> Vec<Obligation> {
        let mut asks = Vec::new();
        asks.extend(self.first(form));
        asks.extend(self.own(form));
        asks.extend(self.again(form));
        asks.extend(self.by_new_guardians(form));
        asks.into_iter().map(|ask| self.obligation(form, ask)).collect()
    }

    /// First day on which a version of the protocol with this form was followed: nobody is late by a later text.
    fn since(&self, form: &ConsentForm) -> CivilDate {
        let from = self.course.followed_since(|text| text.consent(&form.code).is_some());
        from.map_or(self.enrolled_on(), |from| from.max(self.enrolled_on()))
    }

    fn enrolled_on(&self) -> CivilDate {
        self.life.enrolment.fact.enrolled_on
    }

    fn of_age_on(&self) -> CivilDate {
        self.birthday(&self.text.age_of_majority).0
    }

    /// The day of an age, and whether the month end was clamped.
    fn birthday(&self, age: &Period) -> (CivilDate, bool) {
        let born_on = self.life.enrolment.fact.born_on;
        let on = born_on.plus(age);
        (on, on.day() != born_on.day())
    }

    /// The days on which whom the form is for may sign it: the last one excluded.
    fn ages(&self, form: &ConsentForm) -> (CivilDate, bool, Option<CivilDate>) {
        let mut from = form.age_from.map(|age| self.birthday(&age));
        let mut under = form.age_under.map(|age| self.birthday(&age).0);
        let of_age_on = self.birthday(&self.text.age_of_majority);
        // What others sign, and a child's own assent, end when the person is of age; what only the subject signs as
        // consent begins then.
        if form.kind == ConsentKind::Assent || !form.by_subject() {
            under = Some(under.map_or(of_age_on.0, |under| under.min(of_age_on.0)));
        } else if !form.by_guardians() && from.is_none_or(|(from, _)| from < of_age_on.0) {
            from = Some(of_age_on);
        }
        let (from, clamped) = from.unwrap_or((self.life.enrolment.fact.born_on, false));
        (from, clamped, under)
    }

    fn fits(&self, form: &ConsentForm, one: &Signed) -> bool {
        let generic = one.form.is_empty() && form.kind != ConsentKind::Optional;
        one.kind == form.kind && (one.form == form.code || generic)
    }

    fn first_signed(&self, form: &ConsentForm, counts: impl Fn(&Signed) -> bool) -> Option<(RecordId, CivilDate)> {
        let found = self.signed.iter().find(|one| self.fits(form, one) && counts(one))?;
        Some((found.record, found.on))
    }

    fn first(&self, form: &ConsentForm) -> Option<Ask> {
        let within = form.within?;
        let (age_on, clamped, under) = self.ages(form);
        let since = self.since(form);
        let from_on = since.max(age_on);
        let by_age = age_on > since;
        let age = by_age || form.kind == ConsentKind::Assent;
        let cause = if age { ConsentCause::Age } else { ConsentCause::Enrolment };
        // A child who assents by the form of the next age has answered for this one as well, late.
        let assents = |one: &&Signed| {
            one.kind == ConsentKind::Assent && form.kind == one.kind && (one.form == form.code || one.on >= age_on)
        };
        let done = match form.kind {
            ConsentKind::Assent => self.signed.iter().find(assents).map(|one| (one.record, one.on)),
            _ => self.first_signed(form, |_| true),
        };
        // Somebody who was older when they joined is nobody the form is for.
        if done.is_none() && under.is_some_and(|under| from_on >= under) {
            return None;
        }
        Some(Ask {
            anchor: if by_age { Anchor::Birth } else { Anchor::Enrolment },
            open_on: done.map_or(from_on, |(_, on)| if by_age { from_on } else { on.min(from_on) }),
            cause,
            from_on,
            clamped: by_age && clamped,
            within,
            version: None,
            settled: done.map(|done| self.done(done, from_on, &within, !by_age)),
        })
    }

    /// Of age, the subject signs what others signed until then.
    fn own(&self, form: &ConsentForm) -> Option<Ask> {
        let within = form.within.filter(|_| form.by_subject() && form.by_guardians())?;
        let (from_on, clamped) = self.birthday(&self.text.age_of_majority);
        let joined = self.signed.iter().find(|one| self.fits(form, one)).map_or(self.since(form), |one| one.on);
        let (age_on, _, under) = self.ages(form);
        if age_on >= from_on || under.is_some_and(|under| under <= from_on) {
            return None;
        }
        let done = self.first_signed(form, |one| one.by == Some(GivenBy::Subject) && one.on >= from_on);
        if from_on <= joined {
            return None;
        }
        Some(Ask {
            cause: ConsentCause::Majority,
            anchor: Anchor::Majority,
            from_on,
            clamped,
            open_on: from_on,
            within,
            version: None,
            settled: done.map(|done| self.done(done, from_on, &within, false)),
        })
    }

    /// Versions that whoever signed an earlier one is asked to sign.
    fn again(&self, form: &ConsentForm) -> Vec<Ask> {
        let asks = form.versions.iter().enumerate().filter_map(|(place, version)| {
            let (within, effective_on) = (version.reconsent_within?, version.effective_on?);
            let lists =
                |text: &Protocol| text.consent(&form.code).is_some_and(|form| form.place(&version.version).is_some());
            let followed = self.course.followed_since(lists);
            let from_on = followed.unwrap_or(effective_on).max(effective_on).max(self.enrolled_on());
            // Who had signed nothing before is asked for the form itself, in the version of that day.
            let mut before = self.signed.iter().filter(|one| self.fits(form, one) && !one.declined);
            let signed = before.next().map(|one| self.place(form, one))?;
            if signed >= Some(place) {
                return None;
            }
            let (_, _, under) = self.ages(form);
            if under.is_some_and(|under| from_on >= under) {
                return None;
            }
            let done = self.first_signed(form, |one| self.place(form, one) >= Some(place));
            Some(Ask {
                cause: ConsentCause::Version { version: version.version.clone() },
                anchor: Anchor::Event(form.code.clone()),
                from_on,
                clamped: false,
                open_on: effective_on.min(done.map_or(effective_on, |(_, on)| on)),
                within,
                version: version.citation.clone(),
                settled: done
                    .map(|done| self.done(done, from_on, &within, true))
                    .or_else(|| self.overtaken(form, place, from_on.plus(&within))),
            })
        });
        asks.collect()
    }

    /// Another version asked for before the time for this one was over: the later one is signed, not both.
    fn overtaken(&self, form: &ConsentForm, place: usize, latest_on: CivilDate) -> Option<Settled> {
        let asks = |later: &&ConsentVersion| {
            later.reconsent_within.is_some() && later.effective_on.is_some_and(|on| on <= latest_on)
        };
        let later = form.versions.iter().skip(place + 1).find(asks)?;
        Some(Settled::Superseded { by: key(form, &ConsentCause::Version { version: later.version.clone() }) })
    }

    /// Which version a signature is of: as written down, else the one in force on the day; `None` = before the first.
    fn place(&self, form: &ConsentForm, one: &Signed) -> Option<usize> {
        let in_force = || form.in_force(one.on).and_then(|version| form.place(&version.version));
        form.place(&one.version).or_else(in_force)
    }

    /// Those who came to decide for the child after somebody else had signed.
    fn by_new_guardians(&self, form: &ConsentForm) -> Vec<Ask> {
        let Some(within) = form.new_guardian_within.filter(|_| form.by_guardians()) else { return Vec::new() };
        let Some((_, first_on)) = self.first_signed(form, |one| !one.declined) else { return Vec::new() };
        let of_age_on = self.of_age_on();
        let new = self.life.guardianships.iter().filter_map(|kept| {
            let came = &kept.fact;
            let from_on = came.from_on.filter(|from| *from > first_on && *from < of_age_on)?;
            let Guardianship { guardian, relation, .. } = *came;
            let theirs = |one: &Signed| match one.guardian {
                Some(signer) => signer == guardian,
                None => one.relation == Some(relation) && one.on >= from_on,
            };
            let done = self.first_signed(form, theirs);
            // Whoever no longer decides before they had to sign is not asked any more.
            let over = came.until_on.is_some_and(|until| until < from_on.plus(&within));
            let gone = over.then_some(Settled::NotRequired { why: WhyNot::NoLongerDecides });
            Some(Ask {
                cause: ConsentCause::Guardian { guardian, relation },
                anchor: Anchor::Event(form.code.clone()),
                from_on,
                clamped: false,
                open_on: from_on,
                within,
                version: None,
                settled: done.map(|done| self.done(done, from_on, &within, false)).or(gone),
            })
        });
        new.collect()
    }

    /// Signing before one is asked is early only where the day of asking is a birthday.
    fn done(&self, (record, on): (RecordId, CivilDate), from_on: CivilDate, within: &Period, before: bool) -> Settled {
        let latest_on = from_on.plus(within);
        let earliest_on = if before { from_on.min(on) } else { from_on };
        let window = Dates { earliest_on, due_on: latest_on, latest_on };
        Settled::Done { record, on, timing: timing(&window, on) }
    }

    fn obligation(&self, form: &ConsentForm, ask: Ask) -> Obligation {
        let latest_on = ask.from_on.plus(&ask.within);
        let earliest_on = ask.open_on.min(latest_on);
        let window = Dates { earliest_on, due_on: latest_on, latest_on };
        let key = key(form, &ask.cause);
        let after = || followed_until(self.text, self.life).is_some_and(|until| ask.from_on > until);
        let settled = ask
            .settled
            .or_else(|| settle::by_declaration(self.life, &key, Span::default()))
            .or_else(|| settle::by_status(self.life, &window))
            .or_else(|| settle::by_withdrawal(self.life, &window))
            .or_else(|| after().then_some(Settled::NotRequired { why: WhyNot::AfterFollowUp }))
            .or_else(|| settle::by_leaving(self.life, &window));
        let mut because = Explanation::of(ask.anchor, ask.from_on, ask.within, Period::ZERO, Period::ZERO);
        because.clamped |= ask.clamped;
        Obligation {
            key,
            what: What::Consent { form: form.code.clone(), cause: ask.cause },
            window,
            modes: Arc::default(),
            tasks: Vec::new(),
            citation: Some(ask.version.unwrap_or_else(|| form.citation.clone())),
            because,
            left_out: Vec::new(),
            asked: Vec::new(),
            settled,
            uncalled: None,
            of: None,
        }
    }
}

/// `consent:main:majority`, `consent:main:version:2.0`.
fn key(form: &ConsentForm, cause: &ConsentCause) -> String {
    let rest = match cause {
        ConsentCause::Version { version } => format!(":{version}"),
        ConsentCause::Guardian { guardian, .. } => format!(":{guardian}"),
        _ => String::new(),
    };
    format!("consent:{}:{}{rest}", form.code, cause.word())
}
