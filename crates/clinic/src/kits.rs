//! Kits: which have to leave, which are on their way, which never came back; what the next quarter asks of the courier.

use facts::{CivilDate, Courier, Fact, Kept, Kit, KitState, Life, Period, SiteClosure, SubjectId};
use followup::{Day, KitNeed, Obligation};
use serde::{Deserialize, Serialize};
use store::{KitRow, NewEntry};
use words::Words;

use crate::booked::Labels;
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::kits::{CourierForm, KitForm, KitLine, KitStep, KitWeek, KitsPage};
use crate::{Clinic, Now, Refusal, Result, wording};

/// The next quarter.
const AHEAD: Period = Period::months(3);

/// Longest lead time that is no slip of the finger.
const MOST_LEAD_DAYS: u16 = 120;

/// A kit as its row holds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Held {
    protocol: String,
    tasks: Vec<String>,
    taken_on: CivilDate,
    state: KitState,
    since_on: Option<CivilDate>,
    carrier: String,
    number: String,
}

/// A kit that is not back, with what is to be done about it; not worded yet.
pub(crate) struct OpenKit {
    pub row: KitRow,
    pub send_by: CivilDate,
    pub step: KitStep,
    /// The day on which it should have left is over; never by a date that is not to be believed.
    late: bool,
    held: Held,
}

impl OpenKit {
    pub fn of(row: KitRow, courier: &Courier, closures: &[SiteClosure], day: Day) -> Result<Self> {
        let held: Held = wording::read_json(&row.json).ok_or_else(|| unreadable(&row.key))?;
        let send_by = followup::send_by(row.needed_on, courier, closures);
        let late = day.is_judged() && waits(&held) && send_by < day.latest();
        Ok(Self { step: step(&held, send_by, day.latest()), late, row, send_by, held })
    }
}

/// A kit is sent before it is needed: whoever needs one just after the quarter may have to be sent it within.
pub(crate) fn horizon(day: Day, courier: &Courier) -> CivilDate {
    day.latest().plus(&AHEAD).plus_days(i32::from(courier.lead_days.unwrap_or(0)) + 14)
}

pub(crate) fn rows(subject: SubjectId, texts: &Texts, life: &Life, obligations: &[Obligation]) -> Vec<KitRow> {
    let row = |need: KitNeed| {
        let kit = life.kits.iter().rev().find(|kept| kept.fact.visit == need.key).map(|kept| &kept.fact);
        let text = |part: fn(&Kit) -> &String| kit.map(|kit| part(kit).clone()).unwrap_or_default();
        KitRow {
            subject,
            subject_code: life.enrolment.fact.code.clone(),
            needed_on: need.needed_on,
            open: !need.closed,
            json: wording::json(&Held {
                protocol: life.protocol().to_owned(),
                tasks: need.tasks,
                taken_on: need.taken_on,
                state: need.state,
                since_on: need.since_on,
                carrier: text(|kit| &kit.carrier),
                number: text(|kit| &kit.number),
            }),
            key: need.key,
        }
    };
    followup::kit_needs(&texts.course(life), life, obligations).into_iter().map(row).collect()
}

pub(crate) fn state_text(words: &Words, state: KitState) -> String {
    wording::plain(words, &format!("kit-state-{}", wording::wire(&state)))
}

impl Clinic {
    /// Kits that want somebody within the next quarter, and what the quarter asks for, week by week.
    pub fn kits(&self, now: &Now) -> Result<KitsPage> {
        self.need(Deed::Read)?;
        let agenda = self.agenda()?;
        let courier = agenda.courier();
        let day = self.judging(now)?;
        let mut lines = self.open_kits(day)?;
        let weeks = weeks(&lines, &courier, &agenda.shut(), day.latest());
        let until = day.latest().plus(&AHEAD);
        lines.retain(|kit| kit.send_by <= until);
        lines.sort_by(|a, b| {
            (rank(a.step), a.send_by, &a.row.subject_code).cmp(&(rank(b.step), b.send_by, &b.row.subject_code))
        });
        let mut labels = Labels::default();
        Ok(KitsPage {
            as_of: now.today,
            lines: lines.iter().map(|kit| self.kit_line(kit, &mut labels)).collect(),
            weeks,
            lead_days: courier.lead_days.map(u32::from),
            not_on: courier.not_on.iter().filter_map(|day| u8::try_from(*day).ok()).collect(),
        })
    }

    fn open_kits(&self, day: Day) -> Result<Vec<OpenKit>> {
        let agenda = self.agenda()?;
        let (courier, closures) = (agenda.courier(), agenda.shut());
        let rows = self.store.open_kits(horizon(day, &courier))?;
        rows.into_iter().map(|row| OpenKit::of(row, &courier, &closures, day)).collect()
    }

    pub(crate) fn kit_line(&self, kit: &OpenKit, labels: &mut Labels) -> KitLine {
        let OpenKit { row, held, .. } = kit;
        let label = |code: &String| {
            let protocol = self.text_of_code(&held.protocol, code);
            protocol.map_or_else(|| code.clone(), |protocol| wording::task_label(&self.language, code, protocol))
        };
        let day = |on: CivilDate| self.words.date_short(&on.to_string());
        let args = [("by", day(kit.send_by)), ("since", held.since_on.map(day).unwrap_or_default())];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        KitLine {
            subject: row.subject,
            code: row.subject_code.clone(),
            key: row.key.clone(),
            what: labels.of(self, &held.protocol, &row.key).text,
            tasks: held.tasks.iter().map(label).collect(),
            needed_on: row.needed_on,
            send_by: kit.send_by,
            state: held.state,
            since_on: held.since_on,
            step: kit.step,
            text: self.words.say(&format!("kit-line-{}", wording::wire(&held.state)), &wording::texts(&args)),
            late: kit.late,
            carrier: held.carrier.clone(),
            number: held.number.clone(),
        }
    }

    /// Where the kit of a visit is now: the first time a record of its own, then its next version.
    pub fn record_kit(&mut self, form: &KitForm, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        let life = self.life(form.subject)?;
        let texts = self.texts(&life)?;
        let needs = followup::kit_needs(&texts.course(&life), &life, &self.owed(&life)?);
        let need = needs.into_iter().find(|need| need.key == form.key);
        let need = need.ok_or_else(|| Refusal::fix("no-such-kit").with("value", &form.key))?;
        let on = match form.on.trim() {
            "" => now.today,
            text => text.parse().map_err(|_| Refusal::fix("not-a-date").about("on").with("value", text))?,
        };
        if on > self.judging(now)?.recorded_until() {
            return Err(Refusal::fix("kit-ahead").about("on"));
        }
        let kept: Option<&Kept<Kit>> = life.kits.iter().rev().find(|kept| kept.fact.visit == form.key);
        let given = |typed: &str, before: fn(&Kit) -> &String| match typed.trim() {
            "" => kept.map(|kept| before(&kept.fact).clone()).unwrap_or_default(),
            text => text.to_owned(),
        };
        let fact = Kit {
            visit: form.key.clone(),
            tasks: need.tasks,
            state: form.state,
            on,
            carrier: given(&form.carrier, |kit| &kit.carrier),
            number: given(&form.number, |kit| &kit.number),
        };
        let entry = NewEntry {
            record: kept.map(|kept| kept.record),
            supersedes: kept.map(|kept| kept.entry),
            ..self.new_entry(Fact::Kit(fact), now)
        };
        self.write(form.subject, vec![entry])?;
        Ok(())
    }

    /// What the site knows of its courier.
    pub fn keep_courier(&mut self, form: &CourierForm, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        let lead_days = match form.lead_days.trim() {
            "" => None,
            text => {
                let days = text.parse::<u16>().ok().filter(|days| *days <= MOST_LEAD_DAYS);
                Some(days.ok_or_else(|| Refusal::fix("not-a-lead").about("lead_days").with("value", text))?)
            }
        };
        let mut not_on: Vec<i8> =
            form.not_on.iter().filter_map(|day| i8::try_from(*day).ok()).filter(|day| (1..=7).contains(day)).collect();
        not_on.sort_unstable();
        not_on.dedup();
        let kept = self.agenda()?.courier.as_ref();
        let entry = NewEntry {
            record: kept.map(|kept| kept.record),
            supersedes: kept.map(|kept| kept.entry),
            ..self.new_entry(Fact::Courier(Courier { lead_days, not_on }), now)
        };
        self.write_site(vec![entry])?;
        Ok(())
    }
}

/// It has not left, or is lost.
fn waits(held: &Held) -> bool {
    matches!(held.state, KitState::ToOrder | KitState::Lost)
}

/// What the next quarter asks of the courier; what is late falls in the first week.
fn weeks(kits: &[OpenKit], courier: &Courier, closures: &[SiteClosure], today: CivilDate) -> Vec<KitWeek> {
    let monday = today.plus_days(1 - i32::from(today.weekday()));
    let count = usize::try_from(today.plus(&AHEAD).days_since(monday) / 7 + 1).unwrap_or(0);
    let week = |at: usize| {
        let from_on = monday.plus_days(i32::try_from(at * 7).unwrap_or(0));
        KitWeek { from_on, to_send: 0, to_collect: 0 }
    };
    let mut weeks: Vec<KitWeek> = (0..count).map(week).collect();
    let place = |on: CivilDate| usize::try_from(on.max(monday).days_since(monday) / 7).unwrap_or(usize::MAX);
    for kit in kits {
        if waits(&kit.held)
            && let Some(week) = weeks.get_mut(place(kit.send_by))
        {
            week.to_send += 1;
        }
        let collect = followup::post_on(kit.held.taken_on.max(today), courier, closures);
        if kit.held.state != KitState::Posted
            && let Some(week) = weeks.get_mut(place(collect))
        {
            week.to_collect += 1;
        }
    }
    weeks
}

fn step(held: &Held, send_by: CivilDate, today: CivilDate) -> KitStep {
    match held.state {
        KitState::ToOrder | KitState::Lost if send_by <= today => KitStep::Send,
        KitState::ToOrder | KitState::Lost => KitStep::Wait,
        KitState::Sent if held.taken_on < today => KitStep::Ask,
        KitState::Sent => KitStep::Wait,
        KitState::Taken => KitStep::Ask,
        KitState::Posted | KitState::Received => KitStep::Trace,
    }
}

fn rank(step: KitStep) -> u8 {
    match step {
        KitStep::Send => 0,
        KitStep::Trace => 1,
        KitStep::Ask => 2,
        KitStep::Wait => 3,
    }
}
