//! What Today looks at, kept in memory between two looks: everyone's state, the windows that are near, the kits and the
//! signals that want somebody.
//!
//! Read from the projections once a day; a save replaces the person that it wrote to, from the same rows that the
//! projections get, and whatever else writes lets the whole be read again. So a list is fresh after each save without
//! walking through everybody's rows. Holds no words: those are made for the lines that are shown.

use std::cell::Ref;
use std::collections::{BTreeMap, HashMap};

use facts::fact::Status;
use facts::{CivilDate, Courier, Period, SiteClosure, SubjectId};
use followup::{Accounted, Dates, Day, Standing};
use store::{FindingRow, KitRow, OpenWindow, SubjectRows, SubjectState};

use crate::kits::OpenKit;
use crate::list_signals::causes_of;
use crate::wire::kits::KitStep;
use crate::wire::today::Group;
use crate::{Clinic, Now, Result, kits, wording};

/// How far ahead "coming up" looks; farther visits are on the subject's own page.
const AHEAD: Period = Period::days(60);

pub(crate) struct Board {
    near: Near,
    pub people: BTreeMap<SubjectId, Person>,
}

/// One subject as lists see it.
pub(crate) struct Person {
    pub state: SubjectState,
    pub accounted: Accounted,
    pub pressing: Option<Pressing>,
    pub duties: Vec<Duty>,
    /// Kits that have to leave, or that never came back.
    pub kits: Vec<OpenKit>,
    pub signals: Vec<Signal>,
}

/// What is most urgent for a person on the day.
pub(crate) struct Pressing {
    pub window: Dates,
    /// Which obligation it is; `None` for the one that opens first, which the person's row holds.
    pub key: Option<String>,
}

/// Something owed whose window is near.
pub(crate) struct Duty {
    pub row: OpenWindow,
    pub standing: Standing,
    pub group: Group,
}

/// The finding that leads its cause, and how many others there are.
pub(crate) struct Signal {
    pub row: FindingRow,
    pub others: u32,
}

/// What a person's lines are judged by.
struct Near {
    day: Day,
    due_soon: HashMap<String, Period>,
    courier: Courier,
    closures: Vec<SiteClosure>,
}

impl Near {
    /// Last day on which a window opens that is shown.
    fn until(&self) -> CivilDate {
        self.day.latest().plus(&AHEAD)
    }

    fn kits_until(&self) -> CivilDate {
        kits::horizon(self.day, &self.courier)
    }

    /// `windows`: unsettled and near; `findings`: open; `kits`: open and near.
    fn person(
        &self,
        state: SubjectState,
        windows: Vec<OpenWindow>,
        findings: &[FindingRow],
        kits: Vec<KitRow>,
    ) -> Result<Person> {
        let due_soon = self.due_soon.get(&state.protocol).copied().unwrap_or(DUE_SOON);
        let kits = kits.into_iter().map(|row| OpenKit::of(row, &self.courier, &self.closures, self.day));
        let mut kits = kits.collect::<Result<Vec<_>>>()?;
        kits.retain(|kit| kit.step != KitStep::Wait);
        let signal = |cause: Vec<(usize, crate::list_signals::Told)>| {
            let (at, _) = cause.first()?;
            let others = u32::try_from(cause.len() - 1).unwrap_or(u32::MAX);
            Some(Signal { row: findings[*at].clone(), others })
        };
        let (pressing, standing) = self.pressing(&state, &windows, &due_soon).unzip();
        let status = wording::read_wire(&state.status).unwrap_or(Status::OnFollowUp);
        Ok(Person {
            accounted: followup::accounted(status, standing),
            pressing,
            duties: windows.into_iter().filter_map(|row| self.duty(row, &due_soon)).collect(),
            kits,
            signals: causes_of(findings)?.into_iter().filter_map(signal).collect(),
            state,
        })
    }

    /// Whatever is open or overdue has a window that is near; with none near, what opens first is all there is.
    fn pressing(&self, state: &SubjectState, near: &[OpenWindow], due_soon: &Period) -> Option<(Pressing, Standing)> {
        let standing = |window: &Dates| followup::standing_of(window, self.day, due_soon);
        let of_row = |row: &OpenWindow| {
            let window = dates(row);
            let standing = followup::standing_of_key(&row.key, &window, self.day, due_soon);
            (standing, Pressing { window, key: Some(row.key.clone()) })
        };
        let urgent = near.iter().map(of_row).min_by_key(|(standing, it)| followup::urgency(&it.window, standing));
        let first = || {
            let [earliest_on, due_on, latest_on] = state.first?;
            let window = Dates { earliest_on, due_on, latest_on };
            Some((standing(&window), Pressing { window, key: None }))
        };
        urgent.or_else(first).map(|(standing, pressing)| (pressing, standing))
    }

    fn of_rows(&self, rows: SubjectRows) -> Result<Person> {
        let (until, kits_until) = (self.until(), self.kits_until());
        let near = rows.obligations.into_iter().filter(|row| row.settled.is_none() && row.earliest_on <= until);
        let findings: Vec<FindingRow> = rows.findings.into_iter().filter(|row| row.open).collect();
        let kits = rows.kits.into_iter().filter(|row| row.open && row.needed_on <= kits_until);
        self.person(rows.subject.state(), near.map(store::ObligationRow::window).collect(), &findings, kits.collect())
    }

    fn duty(&self, row: OpenWindow, due_soon: &Period) -> Option<Duty> {
        let window = dates(&row);
        let standing = followup::standing_of_key(&row.key, &window, self.day, due_soon);
        // A family is not looked for before its visit was missed, nor called again before it is time.
        if row.key.starts_with("contact:") && row.earliest_on > self.day.latest() {
            return None;
        }
        let group = match standing {
            Standing::Overdue { .. } => Group::Overdue,
            Standing::NotJudged => Group::NotJudged,
            _ if row.key.starts_with("result:") => Group::Awaited,
            Standing::Open { .. } | Standing::DueSoon { .. } | Standing::Waits { .. } => Group::Due,
            _ => Group::Coming,
        };
        Some(Duty { row, standing, group })
    }
}

impl Board {
    /// Replaces one person by the rows that a save made; whoever has none is gone.
    pub fn put(&mut self, subject: SubjectId, rows: Option<SubjectRows>) -> Result<()> {
        match rows {
            Some(rows) => drop(self.people.insert(subject, self.near.of_rows(rows)?)),
            None => drop(self.people.remove(&subject)),
        }
        Ok(())
    }
}

/// The window of a row.
pub(crate) fn dates(row: &OpenWindow) -> Dates {
    Dates { earliest_on: row.earliest_on, due_on: row.due_on, latest_on: row.latest_on }
}

/// For a protocol that is not at hand.
const DUE_SOON: Period = Period::days(30);

impl Clinic {
    /// The board of the moment; read anew when its day has passed.
    pub(crate) fn board(&self, now: &Now) -> Result<Ref<'_, Board>> {
        let day = self.judging(now)?;
        let holds = |board: &Board| board.near.day == day;
        if !self.board.borrow().as_ref().is_some_and(holds) {
            let board = self.read_board(day)?;
            *self.board.borrow_mut() = Some(board);
        }
        Ref::filter_map(self.board.borrow(), Option::as_ref).map_err(|_| crate::Refusal::bug("board"))
    }

    fn read_board(&self, day: Day) -> Result<Board> {
        let agenda = self.agenda()?;
        let due_soon = self.protocols.iter().map(|(reference, protocol)| (reference.clone(), protocol.due_soon));
        let near = Near { day, due_soon: due_soon.collect(), courier: agenda.courier(), closures: agenda.shut() };
        let mut windows = by_subject(self.store.open_windows(near.until())?, |row| row.subject);
        let mut findings = by_subject(self.store.open_findings(usize::MAX)?, |row| row.subject);
        let mut kits = by_subject(self.store.open_kits(near.kits_until())?, |row| row.subject);
        let mut people = BTreeMap::new();
        for state in self.store.subject_states()? {
            let subject = state.subject;
            let mut own = || (windows.remove(&subject), findings.remove(&subject), kits.remove(&subject));
            let (windows, findings, kits) = own();
            let person = near.person(
                state,
                windows.unwrap_or_default(),
                &findings.unwrap_or_default(),
                kits.unwrap_or_default(),
            )?;
            people.insert(subject, person);
        }
        Ok(Board { near, people })
    }

    pub(crate) fn due_soon(&self, reference: &str) -> Period {
        self.protocols.get(reference).map_or(DUE_SOON, |protocol| protocol.due_soon)
    }
}

fn by_subject<T>(rows: Vec<T>, of: impl Fn(&T) -> SubjectId) -> HashMap<SubjectId, Vec<T>> {
    let mut sorted: HashMap<SubjectId, Vec<T>> = HashMap::new();
    for row in rows {
        sorted.entry(of(&row)).or_default().push(row);
    }
    sorted
}
