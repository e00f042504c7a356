//! Today: what must be done, most urgent first, and the proof that no one is lost.
//!
//! Dates come from the projection; what they mean on `today` is said by `followup::standing_of` alone.

use std::sync::Arc;

use facts::CivilDate;
use followup::{Accounted, Clocked, Day, Obligation, What};
use protocol::{CallFor, Clock, Protocol};

use crate::board::{Board, Duty, Person, Signal};
use crate::booked::{Agreed, Labels};
use crate::kits::OpenKit;
use crate::list_signals::Told;
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::wire::kits::KitLine;
use crate::wire::today::{Group, GroupCount, NextDue, Sort, TallyLine, TodayAsked, TodayPage, WorkAction, WorkRow};
use crate::{Clinic, Now, Result, wording};

/// A line of the list before it is worded: the page words only the lines it shows.
struct Line<'a> {
    person: &'a Person,
    what: Part<'a>,
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Duty(&'a Duty),
    Kit(&'a OpenKit),
    Signal(&'a Signal),
}

impl<'a> Line<'a> {
    fn all_of(person: &'a Person) -> impl Iterator<Item = Self> {
        let duties = person.duties.iter().map(Part::Duty);
        let kits = person.kits.iter().map(Part::Kit);
        let signals = person.signals.iter().map(Part::Signal);
        duties.chain(kits).chain(signals).map(move |what| Self { person, what })
    }

    fn group(&self) -> Group {
        match self.what {
            Part::Duty(duty) => duty.group,
            Part::Kit(_) => Group::Kit,
            Part::Signal(_) => Group::Signal,
        }
    }

    fn code(&self) -> &'a str {
        &self.person.state.code
    }

    fn key(&self) -> &'a str {
        match self.what {
            Part::Duty(duty) => &duty.row.key,
            Part::Kit(kit) => &kit.row.key,
            Part::Signal(signal) => &signal.row.key,
        }
    }

    /// Day by which the line wants to be gone.
    fn until(&self) -> CivilDate {
        match self.what {
            Part::Duty(duty) => duty.row.latest_on,
            Part::Kit(kit) => kit.send_by,
            Part::Signal(signal) => signal.row.seen_on,
        }
    }

    /// An amendment waits for everybody at once: what has a last day, or concerns one person alone, stands before it.
    fn is_for_all(&self) -> bool {
        self.key().starts_with("version:")
    }

    fn due_on(&self) -> CivilDate {
        match self.what {
            Part::Duty(duty) => duty.row.due_on,
            Part::Kit(kit) => kit.row.needed_on,
            Part::Signal(signal) => signal.row.seen_on,
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
        let board = self.board(now)?;
        let day = self.judging(now)?;
        let mut lines = narrowed(&board, asked);
        let counts = count(&lines);
        lines.retain(|line| asked.group.is_none_or(|group| line.group() == group));
        let total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let first = asked.offset as usize;
        sort_until(&mut lines, asked.sort, first + asked.limit.clamp(1, 500) as usize);
        let agreed = self.dates_from(now.today)?;
        let rows =
            lines.iter().skip(first).map(|line| self.work_row(line, &agreed, now, day)).collect::<Result<_>>()?;
        Ok(TodayPage {
            as_of: now.today,
            tally: tally(&board),
            counts,
            rows,
            total,
            next: if day.is_judged() { self.next(&board, now.today)? } else { None },
            judged: day.is_judged(),
        })
    }

    fn work_row(&self, line: &Line<'_>, agreed: &Agreed, now: &Now, day: Day) -> Result<WorkRow> {
        let accounted = wording::wire(&line.person.accounted);
        let protocol = self.protocol(&line.person.state.protocol)?;
        let place = Place { accounted, protocol: &protocol, agreed, now, day };
        match line.what {
            Part::Duty(duty) => self.duty_row(duty, place),
            Part::Kit(kit) => Ok(kit_row(&self.kit_line(kit, &mut Labels::default()), place)),
            Part::Signal(signal) => self.signal_row(signal, place),
        }
    }

    fn duty_row(&self, duty: &Duty, place: Place<'_>) -> Result<WorkRow> {
        let Duty { row, standing, group } = duty;
        let kept = self.store.obligation(row.subject, &row.key)?.ok_or_else(|| unreadable(&row.key))?;
        let obligation: Obligation = wording::read_json(&kept.json).ok_or_else(|| unreadable(&row.key))?;
        let demands = self.demands(&obligation)?;
        let demands = demands.as_deref().unwrap_or(place.protocol);
        let clock = self.clock_of(&obligation, demands, &place);
        Ok(WorkRow {
            group: *group,
            subject: row.subject,
            code: row.subject_code.clone(),
            key: row.key.clone(),
            what: wording::what(&self.words, &self.language, &obligation, demands),
            because: wording::explanation(&self.words, &self.language, &obligation, demands),
            earliest_on: row.earliest_on,
            due_on: row.due_on,
            latest_on: row.latest_on,
            booked: self.booked_text(place.agreed, row.subject, &row.key),
            uncalled: obligation.uncalled.map(|on| self.uncalled_text(on)).unwrap_or_default(),
            standing_text: wording::standing(&self.words, standing),
            standing: Some(*standing),
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
    fn clock_of(&self, obligation: &Obligation, demands: &Protocol, place: &Place<'_>) -> Option<Ticking> {
        let What::Report { to, finding, by_at: Some(by_at) } = &obligation.what else { return None };
        let rule = finding.split(':').next().unwrap_or_default();
        let clauses = demands.rule(rule).into_iter().flat_map(|clause| &clause.calls_for);
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

    fn signal_row(&self, signal: &Signal, place: Place<'_>) -> Result<WorkRow> {
        let Signal { row, others } = signal;
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
            uncalled: String::new(),
            standing: None,
            standing_text: wording::finding_standing(&self.words, standing),
            clock_text: String::new(),
            clock_by: String::new(),
            clock_left: String::new(),
            over: false,
            others: *others,
            accounted: place.accounted,
            severity: Some(row.severity.clone()),
            action: WorkAction::ReviewSignal,
            target: Some(row.key.clone()),
        })
    }

    /// The next thing that is not yet open, for the line that stands where nothing is overdue.
    fn next(&self, board: &Board, today: CivilDate) -> Result<Option<NextDue>> {
        let states = board.people.values().map(|person| &person.state);
        let opens = |[earliest, ..]: [CivilDate; 3]| Some(earliest).filter(|on| *on > today);
        let coming = states.filter_map(|state| Some((state.first.and_then(opens)?, state)));
        let Some((opens_on, state)) = coming.min_by_key(|(on, state)| (*on, &state.code)) else { return Ok(None) };
        let row = self.store.subject_row_by_code(&state.code)?.ok_or_else(|| unreadable(&state.code))?;
        let obligation: Obligation = wording::read_json(&row.first_label).ok_or_else(|| unreadable(&state.code))?;
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
        uncalled: String::new(),
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

fn narrowed<'b>(board: &'b Board, asked: &TodayAsked) -> Vec<Line<'b>> {
    let state =
        |person: &&Person| asked.accounted.as_ref().is_none_or(|state| wording::wire(&person.accounted) == *state);
    let wanted = asked.search.trim().to_lowercase();
    let named = |person: &&Person| wanted.is_empty() || person.state.code.to_lowercase().contains(&wanted);
    board.people.values().filter(state).filter(named).flat_map(Line::all_of).collect()
}

fn count(lines: &[Line<'_>]) -> Vec<GroupCount> {
    let mut counts = Group::ALL.map(|group| GroupCount { group, count: 0 });
    for line in lines {
        if let Some(counted) = counts.iter_mut().find(|counted| counted.group == line.group()) {
            counted.count += 1;
        }
    }
    counts.into()
}

/// The first so many lines in their order; the others are not wanted, and not sorted.
fn sort_until(lines: &mut Vec<Line<'_>>, by: Sort, wanted: usize) {
    let rank = |group: Group| match group {
        Group::Overdue => 0,
        Group::NotJudged => 1,
        Group::Due => 2,
        Group::Kit => 3,
        Group::Awaited => 3,
        Group::Signal => 4,
        Group::Coming => 5,
    };
    let order = |a: &Line<'_>, b: &Line<'_>| {
        let urgency = |line: &Line<'_>| (rank(line.group()), line.is_for_all(), line.until(), line.due_on());
        let urgent = || urgency(a).cmp(&urgency(b)).then_with(|| (a.code(), a.key()).cmp(&(b.code(), b.key())));
        match by {
            Sort::Urgency => urgent(),
            Sort::Subject => a.code().cmp(b.code()).then_with(urgent),
            Sort::Due => a.due_on().cmp(&b.due_on()).then_with(urgent),
        }
    };
    if wanted < lines.len() {
        lines.select_nth_unstable_by(wanted, order);
        lines.truncate(wanted);
    }
    lines.sort_unstable_by(order);
}

fn action(obligation: &Obligation) -> WorkAction {
    use facts::fact::Mode::{Letter, Phone};
    match &obligation.what {
        What::Result { .. } | What::Test { record: Some(_), .. } => WorkAction::EnterResult,
        What::Report { .. } => WorkAction::Report,
        What::Contact { .. } => WorkAction::RecordAttempt,
        What::Consent { .. } => WorkAction::RecordConsent,
        What::Decide { .. } => WorkAction::Decide,
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
        What::Consent { .. } | What::Decide { .. } => Some(obligation.key.clone()),
    }
}

/// Everyone is in exactly one state, so the parts sum to `enrolled` by construction.
fn tally(board: &Board) -> TallyLine {
    let mut tally = TallyLine::default();
    for person in board.people.values() {
        tally.enrolled += 1;
        *match person.accounted {
            Accounted::UpToDate => &mut tally.up_to_date,
            Accounted::Due => &mut tally.due,
            Accounted::Overdue => &mut tally.overdue,
            Accounted::NotJudged => &mut tally.not_judged,
            Accounted::Lost => &mut tally.lost,
            Accounted::Withdrawn => &mut tally.withdrawn,
            Accounted::Transferred => &mut tally.transferred,
            Accounted::Deceased => &mut tally.deceased,
            Accounted::Completed => &mut tally.completed,
        } += 1;
    }
    tally
}
