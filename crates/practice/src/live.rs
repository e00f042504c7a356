//! Living a character's follow-up: enrolment, dosing, visit after visit, through the same use cases as a person.

use clinic::wire::enrol::{DosingForm, EnrolForm, StatusForm};
use clinic::wire::signal::{CallLine, FindingLine, HandlingForm, SentForm};
use clinic::wire::visit::{Missing, TaskForm, VisitAsked, VisitDraft, VisitPlan};
use clinic::{Clinic, Now, Refusal, SubjectId};
use facts::fact::{Action, Mode, Status};
use facts::{CivilDate, Identity};

use crate::agreed;
use crate::cast::{Character, Fate, Plot};
use crate::chance::Chance;
use crate::fill::Body;

/// A moment of a past day; `minute` keeps several entries of one day in order.
pub(crate) fn moment(day: CivilDate, minute: u32) -> Now {
    let (hour, minute) = (9 + minute / 60, minute % 60);
    let text = format!("{day}T{hour:02}:{minute:02}:00+08:00");
    // 1970-01-01 is day zero of the stamp; eight hours east of it.
    let epoch = CivilDate::new(1970, 1, 1).map_or(0, |epoch| day.days_since(epoch));
    let millis = (i64::from(epoch) * 86_400 + i64::from(hour) * 3_600 + i64::from(minute) * 60 - 28_800) * 1_000;
    clinic::now_of(&text, millis)
}

/// What was found longer ago than this was looked at by someone; what is newer still waits.
const HANDLED_AFTER_DAYS: i32 = 120;

/// Lives one character up to `now`; `watch` looks at the store at the end of each day on which something was written.
pub(crate) fn live(
    clinic: &mut Clinic,
    character: &Character,
    now: &Now,
    watch: &mut dyn FnMut(&mut Clinic, CivilDate),
) -> Result<(), Refusal> {
    let mut chance = Chance::of(character.seed);
    let mut body = Body::of(character);
    let (subject, enrolled_on) = enrol(clinic, character)?;
    agreed::mother(clinic, character, subject, enrolled_on)?;
    for line in clinic.subject(subject, &moment(enrolled_on, 1))?.visits {
        let open = !line.code.is_empty() && line.earliest_on <= enrolled_on && line.latest_on >= enrolled_on;
        if open {
            visit(clinic, subject, &line.code, enrolled_on, &mut body, &mut chance, 0)?;
        }
    }
    dose(clinic, character, subject)?;
    let until = clinic.subject(subject, now)?.until;
    let last = character.leaves_on(now.today, until);
    let mut after = character.dosed_on;
    let mut number = 0;
    for code in visit_codes(clinic, subject, now)? {
        let Some((on, missed)) = day_of(clinic, subject, &code, character, &mut chance, last)? else { continue };
        if on > last || on > now.today {
            break;
        }
        if missed {
            let because = "The family was travelling".to_owned();
            let missing = Missing { subject, obligation: format!("visit:{code}"), because };
            clinic.declare_missed(&missing, &moment(on, 5))?;
            watch(clinic, on);
            continue;
        }
        let on = on.max(after.plus_days(1));
        number += 1;
        let on = on.min(now.today);
        agreed::sign(clinic, character, subject, on)?;
        let seen = visit(clinic, subject, &code, on, &mut body, &mut chance, number)?;
        if on.plus_days(HANDLED_AFTER_DAYS) < now.today {
            handle(clinic, subject, &seen, on)?;
        }
        watch(clinic, on);
        after = on;
    }
    if character.plot == Some(Plot::LeukaemiaToday) {
        told_today(clinic, subject, now)?;
    }
    agreed::lately(clinic, character, subject, now)?;
    end(clinic, character, subject, last, now)?;
    watch(clinic, if character.fate.leaves() { last } else { now.today });
    Ok(())
}

/// A telephone call of this moment, which nobody has acted on yet.
fn told_today(clinic: &mut Clinic, subject: SubjectId, now: &Now) -> Result<(), Refusal> {
    let draft = VisitDraft {
        subject,
        code: String::new(),
        also: Vec::new(),
        on: now.today.to_string(),
        mode: Some(Mode::Phone),
        note: "The mother called from the hospital".into(),
        forms: vec![TaskForm { task: String::new(), form: Body::leukaemia(now.today) }],
        because: "Told by telephone".into(),
        signature_passphrase: String::new(),
    };
    clinic.record_visit(&draft, now).map(drop)
}

fn enrol(clinic: &mut Clinic, character: &Character) -> Result<(SubjectId, CivilDate), Refusal> {
    let enrolled_on = character.dosed_on.plus_days(-21);
    let before_birth = enrolled_on < character.born_on;
    let enrolled_on = if before_birth { character.dosed_on } else { enrolled_on };
    let protocol = protocol_reference(character.protocol)?;
    let form = EnrolForm {
        code: character.code.clone(),
        sex: Some(character.sex),
        born_on: character.born_on.to_string(),
        consented_on: enrolled_on.to_string(),
        enrolled_on: enrolled_on.to_string(),
        language: character.language.to_owned(),
        gestation_weeks: character.gestation_weeks.map(|weeks| weeks.to_string()).unwrap_or_default(),
        protocol,
        identity: Identity { name: character.called.into(), called: character.called.into(), ..Identity::default() },
        ..EnrolForm::default()
    };
    let enrolled = clinic.enrol(&form, &moment(enrolled_on, 0))?;
    Ok((enrolled.subject.ok_or_else(|| Refusal::bug("practice-enrol"))?, enrolled_on))
}

fn dose(clinic: &mut Clinic, character: &Character, subject: SubjectId) -> Result<(), Refusal> {
    let dosing = DosingForm {
        number: 1,
        on: character.dosed_on.to_string(),
        outcome: Some(character.outcome),
        batch: format!("LOT-{}", character.dosed_on.year()),
        ..DosingForm::default()
    };
    clinic.record_dosing(subject, &dosing, &moment(character.dosed_on, 30))?;
    Ok(())
}

/// `id@version` of an adopted preset; of the first, as the practice sponsor amended it.
fn protocol_reference(preset: &str) -> Result<String, Refusal> {
    let presets = clinic::default_protocols();
    let found = presets.iter().find(|(path, ..)| path == preset).map(|(_, protocol, _)| {
        let own = preset == crate::PROTOCOLS[0];
        if own { format!("{}@{}", protocol.id, agreed::VERSION) } else { protocol.reference() }
    });
    found.ok_or_else(|| Refusal::bug("practice-protocol").with("value", preset))
}

/// Scheduled visits after dosing, in order.
fn visit_codes(clinic: &Clinic, subject: SubjectId, now: &Now) -> Result<Vec<String>, Refusal> {
    let page = clinic.subject(subject, now)?;
    let visits = page.visits.into_iter().filter(|visit| !visit.code.is_empty());
    Ok(visits
        .filter(|visit| visit.done_on.is_none() && page.first_dosed_on.is_some_and(|on| visit.due_on >= on))
        .map(|visit| visit.code)
        .collect())
}

/// The day a character comes for a visit, or the day on which it is declared missed.
fn day_of(
    clinic: &Clinic,
    subject: SubjectId,
    code: &str,
    character: &Character,
    chance: &mut Chance,
    last: CivilDate,
) -> Result<Option<(CivilDate, bool)>, Refusal> {
    let page = clinic.subject(subject, &moment(last, 0))?;
    let Some(line) = page.visits.iter().find(|visit| visit.code == code) else { return Ok(None) };
    if matches!(line.standing, followup::Standing::NotRequired | followup::Standing::Superseded) {
        return Ok(None);
    }
    let spread = line.latest_on.days_since(line.earliest_on).max(1);
    let inside = line.earliest_on.plus_days(chance.between(spread / 4, spread * 3 / 4));
    Ok(Some(match character.fate {
        Fate::Late if chance.once_in(4) => (line.latest_on.plus_days(chance.between(2, 40)), false),
        Fate::Misses if chance.once_in(6) => (line.latest_on.plus_days(chance.between(5, 30)), true),
        _ => (inside, false),
    }))
}

fn visit(
    clinic: &mut Clinic,
    subject: SubjectId,
    code: &str,
    on: CivilDate,
    body: &mut Body,
    chance: &mut Chance,
    number: u32,
) -> Result<Vec<FindingLine>, Refusal> {
    let now = moment(on, 10);
    let asked = VisitAsked { subject, on: on.to_string(), code: Some(code.to_owned()), also: None };
    let plan: VisitPlan = clinic.plan_visit(&asked, &now)?;
    let mut forms: Vec<TaskForm> = plan
        .forms
        .iter()
        .map(|due| TaskForm { task: due.task.clone(), form: body.form(&due.kind, &due.fixed, on, number, chance) })
        .collect();
    forms.extend(body.unasked(on, number).into_iter().map(|form| TaskForm { task: String::new(), form }));
    let draft = VisitDraft {
        subject,
        code: code.to_owned(),
        also: Vec::new(),
        on: on.to_string(),
        mode: plan.modes.first().copied(),
        note: String::new(),
        forms,
        because: "As measured; confirmed at the visit".into(),
        signature_passphrase: String::new(),
    };
    Ok(clinic.record_visit(&draft, &now)?.findings)
}

/// Reports what is to be reported, to each who is owed it, and reviews the rest, on the day it was found.
fn handle(clinic: &mut Clinic, subject: SubjectId, seen: &[FindingLine], on: CivilDate) -> Result<(), Refusal> {
    let mut minute = 40;
    for finding in seen {
        let reports = finding.calls.iter().filter(|call| call.report);
        let forms: Vec<HandlingForm> = reports.map(|call| report(subject, finding, call, on)).collect();
        let reviewed = HandlingForm {
            action: Action::Reviewed,
            comment: "Seen; followed at the next visits".into(),
            ..handling(subject, finding)
        };
        for form in if forms.is_empty() { vec![reviewed] } else { forms } {
            clinic.review_finding(&form, &moment(on, minute))?;
            minute += 1;
        }
    }
    Ok(())
}

fn handling(subject: SubjectId, finding: &FindingLine) -> HandlingForm {
    HandlingForm {
        subject,
        key: finding.key.clone(),
        action: Action::Comment,
        comment: String::new(),
        also: Vec::new(),
        sent: None,
        signature_passphrase: String::new(),
    }
}

fn report(subject: SubjectId, finding: &FindingLine, call: &CallLine, on: CivilDate) -> HandlingForm {
    let reference = format!("{}-{on}", finding.code);
    HandlingForm {
        action: Action::Reported,
        comment: "By telephone and in writing".into(),
        sent: Some(SentForm { to: call.to.clone(), reference, ..SentForm::default() }),
        ..handling(subject, finding)
    }
}

/// The end of follow-up for those who left it.
fn end(
    clinic: &mut Clinic,
    character: &Character,
    subject: SubjectId,
    last: CivilDate,
    now: &Now,
) -> Result<(), Refusal> {
    let (status, because) = match character.fate {
        Fate::Lost => (Status::LostToFollowUp, "Five calls and two letters without an answer"),
        Fate::Withdrawn => (Status::Withdrawn, "Withdrew consent to further visits"),
        Fate::Transferred => (Status::Transferred, "Moved; the hospital there goes on"),
        Fate::Deceased => (Status::Deceased, "Traffic accident, reported by the family"),
        Fate::Faithful | Fate::Late | Fate::Misses | Fate::Overdue => {
            let page = clinic.subject(subject, now)?;
            if page.until.is_some_and(|until| until < now.today) && page.next.is_none() {
                let form = StatusForm {
                    subject,
                    status: Status::Completed,
                    on: now.today.to_string(),
                    because: "Follow-up as planned is complete".into(),
                    call_off: false,
                };
                clinic.change_status(&form, &moment(now.today, 0))?;
            }
            return Ok(());
        }
    };
    let form = StatusForm { subject, status, on: last.to_string(), because: because.into(), call_off: false };
    clinic.change_status(&form, &moment(last, 30))?;
    Ok(())
}
