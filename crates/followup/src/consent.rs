//! What was signed, and which consent holds on a day.
//!
//! The one reader of everything by which a ledger tells of consent: a signed form, the day of consent at enrolment, the
//! consent to an amended protocol, and the form filled in at a visit by protocols that ask for consent there. Knows no
//! name and no paper, nor who is asked by when: `signing`.

use facts::answer::Assessment;
use facts::fact::{GivenBy, Status};
use facts::{CivilDate, Closure, ConsentKind, GuardianId, Life, RecordId, Relation};
use protocol::{Anchor, Protocol, Task};

use crate::course::Course;
use crate::obligation::Dates;

/// Form of a visit by which consent is told.
const FORM: &str = "consent";

/// Something that was signed, or explained and declined, wherever the ledger tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub kind: ConsentKind,
    /// Empty where only the kind is known.
    pub form: String,
    /// Empty where nobody wrote it down and the protocol does not tell it.
    pub version: String,
    pub on: CivilDate,
    /// `None` where nobody wrote it down.
    pub by: Option<GivenBy>,
    pub relation: Option<Relation>,
    pub guardian: Option<GuardianId>,
    pub declined: bool,
    pub record: RecordId,
    pub told: Told,
}

/// Which record tells of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Enrolment,
    Amendment,
    Visit,
    Consent,
}

/// Everything signed, by day. A day of consent that a signed form of the main kind tells in full is told once.
pub fn signed(course: &Course<'_>, life: &Life) -> Vec<Signed> {
    let mut all: Vec<Signed> = life.consents.iter().map(recorded).collect();
    let told = |all: &[Signed], on: CivilDate| {
        all.iter().any(|one| one.kind == ConsentKind::Consent && !one.declined && one.on == on)
    };
    let visits = life.of_kind(FORM).filter_map(|kept| at_visit(kept.record, &kept.fact.assessment));
    all.extend(visits.collect::<Vec<_>>());
    for kept in &life.amendments {
        let Some(on) = kept.fact.reconsented_on.filter(|on| !told(&all, *on)) else { continue };
        let text = course.text(&kept.fact.protocol);
        let of_text = |text: &Protocol, on| plain(text, on, kept.record, Told::Amendment);
        // The version that the amended text puts before people from the day on which it is followed.
        all.push(match (text, kept.fact.moves_on) {
            (Some(text), Some(moves_on)) => Signed { on, ..of_text(text, on.max(moves_on)) },
            (Some(text), None) => of_text(text, on),
            (None, _) => nameless(on, kept.record, Told::Amendment),
        });
    }
    if let Some(on) = life.enrolment.fact.consented_on.filter(|on| !told(&all, *on)) {
        let text = course.followed_first(|text| text.main_consent().is_some());
        let record = life.enrolment.record;
        all.push(
            text.map_or_else(|| nameless(on, record, Told::Enrolment), |text| plain(text, on, record, Told::Enrolment)),
        );
    }
    all.sort_by_key(|one| (one.on, one.record));
    all
}

/// The consent to take part that holds on a day: the last one signed until then. None holds once the person withdrew, nor
/// what others signed once the person, of age, declined.
pub fn holds<'s>(course: &Course<'_>, life: &Life, signed: &'s [Signed], on: CivilDate) -> Option<&'s Signed> {
    let gone = life.status_on(on) == Status::Withdrawn;
    let until_then = || signed.iter().rev().filter(|one| one.kind == ConsentKind::Consent && one.on <= on);
    let own = |one: &&Signed| is_own(course, life, one);
    let declined = until_then().filter(own).any(|one| one.declined);
    until_then().filter(|_| !gone).find(|one| !one.declined && (!declined || own(one)))
}

/// An answer that the person gave for themselves, of age. Where nobody wrote down whose it is, it is theirs.
pub(crate) fn is_own(course: &Course<'_>, life: &Life, one: &Signed) -> bool {
    let by_others = matches!(one.by, Some(GivenBy::Parent | GivenBy::Guardian));
    !by_others && of_age_on(course, life).is_none_or(|of_age_on| one.on >= of_age_on)
}

/// Day on which the person comes of age, by the text followed now.
pub(crate) fn of_age_on(course: &Course<'_>, life: &Life) -> Option<CivilDate> {
    Some(life.enrolment.fact.born_on.plus(&course.current()?.age_of_majority))
}

/// Day of the first consent to take part: as told at enrolment, else that of the first form of its kind that was signed.
pub(crate) fn first_on(life: &Life) -> Option<CivilDate> {
    let mut forms = life.consents.iter().map(|kept| &kept.fact);
    let first = || forms.find(|fact| fact.kind == ConsentKind::Consent && !fact.declined).map(|fact| fact.on);
    life.enrolment.fact.consented_on.or_else(first)
}

fn recorded(kept: &facts::Kept<facts::Consent>) -> Signed {
    let fact = &kept.fact;
    Signed {
        kind: fact.kind,
        form: fact.form.clone(),
        version: fact.version.clone(),
        on: fact.on,
        by: Some(fact.by),
        relation: fact.relation,
        guardian: fact.guardian,
        declined: fact.declined,
        record: kept.record,
        told: Told::Consent,
    }
}

/// The form `consent` filled in at a visit.
fn at_visit(record: RecordId, assessment: &Assessment) -> Option<Signed> {
    if assessment.closure != Closure::Answered {
        return None;
    }
    let kind = match assessment.code("form")? {
        "assent" => ConsentKind::Assent,
        _ => ConsentKind::Consent,
    };
    let by = match assessment.code("by") {
        Some("subject") => Some(GivenBy::Subject),
        Some("parent") => Some(GivenBy::Parent),
        Some("guardian") => Some(GivenBy::Guardian),
        _ => None,
    };
    Some(Signed {
        kind,
        version: assessment.text("version").unwrap_or_default().to_owned(),
        by,
        declined: assessment.code("given") == Some("no"),
        ..nameless(assessment.collected_on, record, Told::Visit)
    })
}

/// A day alone, read by the text that was followed: its main form, in the version in force on the day.
fn plain(text: &Protocol, on: CivilDate, record: RecordId, told: Told) -> Signed {
    let form = text.main_consent();
    let version = form.and_then(|form| form.in_force(on)).map(|version| version.version.clone());
    Signed {
        form: form.map(|form| form.code.clone()).unwrap_or_default(),
        version: version.unwrap_or_default(),
        ..nameless(on, record, told)
    }
}

fn nameless(on: CivilDate, record: RecordId, told: Told) -> Signed {
    Signed {
        kind: ConsentKind::Consent,
        form: String::new(),
        version: String::new(),
        on,
        by: None,
        relation: None,
        guardian: None,
        declined: false,
        record,
        told,
    }
}

/// A visit at which nothing but consent is asked is made by whoever signs: by the record of the form as well as by the
/// contact that bears the visit's code.
pub(crate) fn made_by_signing(
    life: &Life,
    anchor: &Anchor,
    tasks: &[Option<&Task>],
    window: &Dates,
) -> Option<(RecordId, CivilDate)> {
    if tasks.is_empty() {
        return None;
    }
    let kind = |task: &Option<&Task>| {
        let task = task.as_ref().filter(|task| task.kind == FORM)?;
        Some(match task.preset.get("form").map(String::as_str) {
            Some("assent") => ConsentKind::Assent,
            _ => ConsentKind::Consent,
        })
    };
    let kinds: Vec<ConsentKind> = tasks.iter().map(kind).collect::<Option<_>>()?;
    let own = |by: GivenBy| *anchor != Anchor::Majority || by == GivenBy::Subject;
    let fits = |fact: &facts::Consent| {
        fact.on >= window.earliest_on && own(fact.by) && kinds.iter().all(|kind| *kind == fact.kind)
    };
    life.consents.iter().find(|kept| fits(&kept.fact)).map(|kept| (kept.record, kept.fact.on))
}
