//! Today: what must be done, most urgent first, and the proof that no one is lost.
//!
//! Dates come from the projection; what they mean on `today` is said by `followup::standing_of` alone.

use std::collections::HashMap;
use std::sync::Arc;

use facts::{CivilDate, Period, SubjectId};
use followup::{Accounted, Clocked, Dates, Day, Obligation, Standing, What};
use protocol::{CallFor, Clock, Protocol};
use store::{FindingRow, OpenWindow, SubjectState};

use crate::booked::Agreed;
use crate::list_signals::{Told, causes_of};
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::wire::kits::{KitLine, KitStep};
use crate::wire::today::{Group, GroupCount, NextDue, Sort, TallyLine, TodayAsked, TodayPage, WorkAction, WorkRow};
use crate::{Clinic, Now, Result, wording};

/// How far ahead "coming up" looks; farther visits are on the subject's own page.
const AHEAD: Period = Period::days(60);

/// A line of the list before it is worded: the page words only the lines it shows.
enum Line<'a> {
    Duty {
        row: &'a OpenWindow,
        standing: Standing,
        group: Group,
    },
    /// A kit that has to leave, or that never came back.
    Kit(&'a KitLine),
    /// The finding that leads its cause, and how many others there are.
    Signal {
        row: &'a FindingRow,
        others: u32,
    },
}

impl Line<'_> {
    fn group(&self) -> Group {
        match self {
            Self::Duty { group, .. } => *group,
            Self::Kit(_) => Group::Kit,
            Self::Signal { .. } => Group::Signal,
        }
    }

    fn subject(&self) -> SubjectId {
        match self {
            Self::Duty { row, .. } => row.subject,
            Self::Kit(line) => line.subject,
            Self::Signal { row, .. } => row.subject,
        }
    }

    fn code(&self) -> &str {
        match self {
            Self::Duty { row, .. } => &row.subject_code,
            Self::Kit(line) => &line.code,
            Self::Signal { row, .. } => &row.subject_code,
        }
    }

    /// Day by which the line wants to be gone.
    fn until(&self) -> CivilDate {
        match self {
            Self::Duty { row, .. } => row.latest_on,
            Self::Kit(line) => line.send_by,
            Self::Signal { row, .. } => row.seen_on,
        }
    }

    fn due_on(&self) -> CivilDate {
        match self {
            Self::Duty { row, .. } => row.due_on,
            Self::Kit(line) => line.needed_on,
            Self::Signal { row, .. } => row.seen_on,
        }
    }
}

/// A report's clock in words.
struct Ticking {
    text: String,
    by: String,
    left: String,
    over: bool,
}

/// What a line of work is worded with.
struct Place<'a> {
    accounted: String,
    protocol: &'a Protocol,
    agreed: &'a Agreed,
    now: &'a Now,
    day: Day,
}

impl Clinic {
    pub fn worklist(&self, asked: &TodayAsked, now: &Now) -> Result<TodayPage> {
        self.need(Deed::Read)?;
        let day = self.judging(now)?;
        let subjects = self.store.subject_states()?;
        let states: HashMap<SubjectId, Accounted> =
            subjects.iter().map(|row| (row.subject, self.accounted(row, day))).collect();
        let by_id: HashMap<SubjectId, &SubjectState> = subjects.iter().map(|row| (row.subject, row)).collect();
        let windows = self.store.open_windows(day.latest().plus(&AHEAD))?;
        let findings = self.store.open_findings(usize::MAX)?;
        let mut lines: Vec<Line<'_>> = windows.iter().filter_map(|row| self.duty(row, &by_id, day)).collect();
        let kits = self.kits(now)?.lines;
        lines.extend(kits.iter().filter(|line| line.step != KitStep::Wait).map(Line::Kit));
        lines.extend(signals(&findings)?);
        self.narrow(&mut lines, asked, &states);
        let counts = count(&lines);
        lines.retain(|line| asked.group.is_none_or(|group| line.group() == group));
        sort(&mut lines, asked.sort);
        let total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let page = lines.iter().skip(asked.offset as usize).take(asked.limit.clamp(1, 500) as usize);
        let agreed = self.dates_from(now.today)?;
        let rows = page.map(|line| self.work_row(line, &by_id, &states, &agreed, now, day)).collect::<Result<_>>()?;
        Ok(TodayPage {
            as_of: now.today,
            tally: tally(&states),
            counts,
            rows,
            total,
            next: if day.is_judged() { self.next(&subjects, now.today)? } else { None },
            judged: day.is_judged(),
        })
    }

    /// The state a subject is counted in on the day.
    pub(crate) fn accounted(&self, row: &SubjectState, day: Day) -> Accounted {
        let status = wording::read_wire(&row.status).unwrap_or(facts::fact::Status::OnFollowUp);
        let pressing = row.pressing.map(|[earliest_on, due_on, latest_on]| {
            let window = Dates { earliest_on, due_on, latest_on };
            followup::standing_of(&window, day, &self.due_soon(&row.protocol))
        });
        followup::accounted(status, pressing)
    }

    pub(crate) fn due_soon(&self, reference: &str) -> Period {
        self.protocols.get(reference).map_or(Period::days(30), |protocol| protocol.due_soon)
    }

    fn duty<'a>(&self, row: &'a OpenWindow, by_id: &HashMap<SubjectId, &SubjectState>, day: Day) -> Option<Line<'a>> {
        let protocol = &by_id.get(&row.subject)?.protocol;
        let window = Dates { earliest_on: row.earliest_on, due_on: row.due_on, latest_on: row.latest_on };
        let standing = followup::standing_of(&window, day, &self.due_soon(protocol));
        // A family is not looked for before its visit was missed, nor called again before it is time.
        if row.key.starts_with("contact:") && row.earliest_on > day.latest() {
            return None;
        }
        let group = match standing {
            Standing::Overdue { .. } => Group::Overdue,
            Standing::NotJudged => Group::NotJudged,
            _ if row.key.starts_with("result:") => Group::Awaited,
            Standing::Open { .. } | Standing::DueSoon { .. } => Group::Due,
            _ => Group::Coming,
        };
        Some(Line::Duty { row, standing, group })
    }

    fn narrow(&self, lines: &mut Vec<Line<'_>>, asked: &TodayAsked, states: &HashMap<SubjectId, Accounted>) {
        if let Some(state) = &asked.accounted {
            lines
                .retain(|line| states.get(&line.subject()).is_some_and(|accounted| wording::wire(accounted) == *state));
        }
        let wanted = asked.search.trim().to_lowercase();
        if !wanted.is_empty() {
            lines.retain(|line| line.code().to_lowercase().contains(&wanted));
        }
    }

    fn work_row(
        &self,
        line: &Line<'_>,
        by_id: &HashMap<SubjectId, &SubjectState>,
        states: &HashMap<SubjectId, Accounted>,
        agreed: &Agreed,
        now: &Now,
        day: Day,
    ) -> Result<WorkRow> {
        let accounted = states.get(&line.subject()).map(wording::wire).unwrap_or_default();
        let subject = by_id.get(&line.subject()).ok_or_else(|| unreadable(line.code()))?;
        let protocol = self.protocol(&subject.protocol)?;
        let place = Place { accounted, protocol: &protocol, agreed, now, day };
        match line {
            Line::Duty { row, standing, group } => self.duty_row(row, *standing, *group, place),
            Line::Kit(line) => Ok(kit_row(line, place)),
            Line::Signal { row, others } => self.signal_row(row, *others, place),
        }
    }

    fn duty_row(&self, row: &OpenWindow, standing: Standing, group: Group, place: Place<'_>) -> Result<WorkRow> {
        let kept = self.store.obligation(row.subject, &row.key)?.ok_or_else(|| unreadable(&row.key))?;
        let obligation: Obligation = wording::read_json(&kept.json).ok_or_else(|| unreadable(&row.key))?;
        let clock = self.clock_of(&obligation, &place);
        let demands = self.demands(&obligation)?;
        let demands = demands.as_deref().unwrap_or(place.protocol);
        Ok(WorkRow {
            group,
            subject: row.subject,
            code: row.subject_code.clone(),
            key: row.key.clone(),
            what: wording::what(&self.words, &self.language, &obligation, demands),
            because: wording::explanation(&self.words, &self.language, &obligation, demands),
            earliest_on: row.earliest_on,
            due_on: row.due_on,
            latest_on: row.latest_on,
            booked: self.booked_text(place.agreed, row.subject, &row.key),
            standing_text: wording::standing(&self.words, &standing),
            standing: Some(standing),
            over: clock.as_ref().is_some_and(|clock| clock.over),
            clock_text: clock.as_ref().map(|clock| clock.text.clone()).unwrap_or_default(),
            clock_by: clock.as_ref().map(|clock| clock.by.clone()).unwrap_or_default(),
            clock_left: clock.map(|clock| clock.left).unwrap_or_default(),
            others: 0,
            accounted: place.accounted,
            severity: None,
            action: action(&obligation),
            target: target(&obligation),
        })
    }

    /// The text that demands an obligation, where that is not the version followed now.
    pub(crate) fn demands(&self, obligation: &Obligation) -> Result<Option<Arc<Protocol>>> {
        obligation.of.as_deref().map(|of| self.protocol(of)).transpose()
    }

    /// The clock of a report in words, and whether it has run out.
    fn clock_of(&self, obligation: &Obligation, place: &Place<'_>) -> Option<Ticking> {
        let What::Report { to, finding, by_at: Some(by_at) } = &obligation.what else { return None };
        let rule = finding.split(':').next().unwrap_or_default();
        let clauses = place.protocol.rule(rule).into_iter().flat_map(|clause| &clause.calls_for);
        let by_hours =
            |call: &CallFor| matches!(call, CallFor::Report { to: told, within: Clock::Hours(_), .. } if told == to);
        let within = if clauses.into_iter().any(by_hours) { Clock::Hours(0) } else { Clock::Days(0) };
        let here = place.now.moment();
        let standing = followup::clocked(by_at, &here, place.day);
        Some(Ticking {
            text: self.clock_text(by_at, within, Some(standing), &here),
            by: self.clock_text(by_at, within, None, &here),
            left: self.left_text(standing),
            over: matches!(standing, Clocked::Over { .. }),
        })
    }

    fn signal_row(&self, row: &FindingRow, others: u32, place: Place<'_>) -> Result<WorkRow> {
        let Told { finding, standing } = Told::of(row)?;
        Ok(WorkRow {
            group: Group::Signal,
            subject: row.subject,
            code: row.subject_code.clone(),
            key: row.key.clone(),
            what: wording::rule_name(&self.words, &row.rule),
            because: wording::finding(&self.words, &finding),
            earliest_on: row.seen_on,
            due_on: row.seen_on,
            latest_on: row.seen_on,
            booked: String::new(),
            standing: None,
            standing_text: wording::finding_standing(&self.words, standing),
            clock_text: String::new(),
            clock_by: String::new(),
            clock_left: String::new(),
            over: false,
            others,
            accounted: place.accounted,
            severity: Some(row.severity.clone()),
            action: WorkAction::ReviewSignal,
            target: Some(row.key.clone()),
        })
    }

    /// The next thing that is not yet open, for the line that stands where nothing is overdue.
    fn next(&self, subjects: &[SubjectState], today: CivilDate) -> Result<Option<NextDue>> {
        let opens = |state: &SubjectState| state.pressing.map(|[earliest, ..]| earliest).filter(|on| *on > today);
        let coming = subjects.iter().filter_map(|state| Some((opens(state)?, state)));
        let Some((opens_on, state)) = coming.min_by_key(|(on, _)| *on) else { return Ok(None) };
        let row = self.store.subject_row_by_code(&state.code)?.ok_or_else(|| unreadable(&state.code))?;
        let obligation: Obligation = wording::read_json(&row.next_label).ok_or_else(|| unreadable(&state.code))?;
        let protocol = match self.demands(&obligation)? {
            Some(demands) => demands,
            None => self.protocol(&state.protocol)?,
        };
        Ok(Some(NextDue {
            code: state.code.clone(),
            what: wording::what(&self.words, &self.language, &obligation, &protocol),
            days: opens_on.days_since(today),
        }))
    }
}

/// A kit says by itself what is to be done.
fn kit_row(line: &KitLine, place: Place<'_>) -> WorkRow {
    WorkRow {
        group: Group::Kit,
        subject: line.subject,
        code: line.code.clone(),
        // The visit itself may have a line of its own.
        key: format!("kit:{}", line.key),
        what: line.what.clone(),
        because: line.tasks.join(" · "),
        earliest_on: line.send_by,
        due_on: line.needed_on,
        latest_on: line.needed_on.max(line.send_by),
        booked: String::new(),
        standing: None,
        standing_text: line.text.clone(),
        clock_text: String::new(),
        clock_by: String::new(),
        clock_left: String::new(),
        over: line.late,
        others: 0,
        accounted: place.accounted,
        severity: None,
        action: WorkAction::TrackKit,
        target: Some(line.key.clone()),
    }
}

/// Open findings as lines of work: one a cause.
fn signals(rows: &[FindingRow]) -> Result<Vec<Line<'_>>> {
    let line = |cause: Vec<(usize, Told)>| {
        let (at, _) = cause.first()?;
        Some(Line::Signal { row: &rows[*at], others: u32::try_from(cause.len() - 1).unwrap_or(u32::MAX) })
    };
    Ok(causes_of(rows)?.into_iter().filter_map(line).collect())
}

fn count(lines: &[Line<'_>]) -> Vec<GroupCount> {
    [Group::Overdue, Group::NotJudged, Group::Due, Group::Kit, Group::Awaited, Group::Signal, Group::Coming]
        .into_iter()
        .map(|group| GroupCount {
            group,
            count: u32::try_from(lines.iter().filter(|line| line.group() == group).count()).unwrap_or(u32::MAX),
        })
        .collect()
}

fn sort(lines: &mut [Line<'_>], by: Sort) {
    let rank = |group: Group| match group {
        Group::Overdue => 0,
        Group::NotJudged => 1,
        Group::Due => 2,
        Group::Kit => 3,
        Group::Awaited => 3,
        Group::Signal => 4,
        Group::Coming => 5,
    };
    lines.sort_by(|a, b| {
        let urgency = || (rank(a.group()), a.until(), a.code()).cmp(&(rank(b.group()), b.until(), b.code()));
        match by {
            Sort::Urgency => urgency(),
            Sort::Subject => a.code().cmp(b.code()).then_with(urgency),
            Sort::Due => a.due_on().cmp(&b.due_on()).then_with(urgency),
        }
    });
}

fn action(obligation: &Obligation) -> WorkAction {
    use facts::fact::Mode::{Letter, Phone};
    match &obligation.what {
        What::Result { .. } | What::Test { record: Some(_), .. } => WorkAction::EnterResult,
        What::Report { .. } => WorkAction::Report,
        What::Contact { .. } => WorkAction::RecordAttempt,
        What::Consent { .. } => WorkAction::RecordConsent,
        What::Visit { .. } if obligation.modes.first().is_some_and(|mode| matches!(mode, Phone | Letter)) => {
            WorkAction::RecordCall
        }
        What::Visit { .. } | What::Test { .. } => WorkAction::OpenVisit,
    }
}

fn target(obligation: &Obligation) -> Option<String> {
    match &obligation.what {
        What::Visit { code, .. } => Some(code.clone()),
        What::Result { record, .. } => Some(record.to_string()),
        What::Test { record, .. } => record.map(|record| record.to_string()),
        What::Report { finding, .. } => Some(finding.clone()),
        What::Contact { channel, .. } => Some(channel.clone()),
        What::Consent { .. } => Some(obligation.key.clone()),
    }
}

/// Everyone is in exactly one state, so the parts sum to `enrolled` by construction.
fn tally(states: &HashMap<SubjectId, Accounted>) -> TallyLine {
    let part = |wanted: Accounted| {
        u32::try_from(states.values().filter(|state| **state == wanted).count()).unwrap_or(u32::MAX)
    };
    TallyLine {
        enrolled: u32::try_from(states.len()).unwrap_or(u32::MAX),
        up_to_date: part(Accounted::UpToDate),
        due: part(Accounted::Due),
        overdue: part(Accounted::Overdue),
        not_judged: part(Accounted::NotJudged),
        lost: part(Accounted::Lost),
        withdrawn: part(Accounted::Withdrawn),
        transferred: part(Accounted::Transferred),
        deceased: part(Accounted::Deceased),
        completed: part(Accounted::Completed),
    }
}
