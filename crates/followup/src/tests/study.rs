//! A small study and a way to write a life: what happened, line by line.

use std::collections::BTreeMap;

use facts::answer::{Answer, Assessment, Closure};
use facts::entry::{Author, Entry, Role};
use facts::fact::{
    Action, Amendment, ConsentPart, Dosing, DosingOutcome, Enrolment, Fact, GivenBy, Handling, Missed, Mode, Recorded,
    Status, StatusChange, Visit as Contact, Withdrawal,
};
use facts::{CivilDate, DeviceId, EntryId, Life, Period, RecordId, Sex, SubjectId};
use protocol::{
    Anchor, CallFor, Citation, Cites, Clock, Condition, DosingPick, FamilyText, Icon, Localised, Product, Protocol,
    Repeat, ReportWhen, RuleClause, Severity, Task, TaskUse, VectorClass, Visit, Window,
};
use signals::{Call, Finding};
use uuid::Uuid;

use crate::{Obligation, Settled, Standing, WhyNot, standing};

pub const SUBJECT: SubjectId = SubjectId(Uuid::from_u128(1));

pub fn on(day: &str) -> CivilDate {
    day.parse().unwrap()
}

pub fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub fn citation() -> Citation {
    Citation { source: "story".into(), clause: "1".into() }
}

pub fn label(text: &str) -> Localised {
    Localised::from([("en".to_owned(), text.to_owned())])
}

/// Two weeks either way, in clinic, always with the task `call`.
pub fn visit(code: &str, anchor: Anchor, after: &str) -> Visit {
    Visit {
        code: code.into(),
        label: label(code),
        anchor,
        offset: period(after),
        repeat: None,
        window: Window { early: period("P2W"), late: period("P2W") },
        modes: [Mode::Clinic].into(),
        tasks: vec![use_of("call", Condition::Always)],
        when: Condition::Always,
        citation: std::sync::Arc::new(citation()),
        minutes: None,
        fasting: false,
    }
}

pub fn use_of(task: &str, when: Condition) -> TaskUse {
    TaskUse { task: task.into(), when, every_nth: None, from_nth: None }
}

pub fn dosing() -> Anchor {
    Anchor::Dosing(DosingPick::First)
}

pub fn yearly(code: &str, from: &str, until: &str, first_number: u32) -> Visit {
    let repeat = Repeat { every: period("P1Y"), until: period(until), first_number, number_step: 1 };
    Visit { repeat: Some(repeat), ..visit(code, dosing(), from) }
}

fn task(code: &str, kind: &str, fixed: &[(&str, &str)]) -> Task {
    Task {
        code: code.into(),
        kind: kind.into(),
        preset: fixed.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect(),
        label: label(code),
        family: Localised::new(),
        icon: Icon::Blood,
        citation: None,
        archive_only: false,
        settled_by: None,
        minutes: None,
        price: None,
    }
}

pub fn until_cleared(matrix: &str) -> Condition {
    Condition::UntilCleared { matrix: matrix.into(), consecutive: 3, spacing: None }
}

/// M1, M3, M6, M12, then yearly to year 15; a baseline before and a visit at the age of majority.
pub fn fifteen_years() -> Vec<Visit> {
    let mut visits = vec![visit("BASE", Anchor::Enrolment, "P0D")];
    visits.extend([("M1", "P1M"), ("M3", "P3M"), ("M6", "P6M")].map(|(code, after)| visit(code, dosing(), after)));
    for early in visits.iter_mut().skip(1) {
        early.tasks.push(use_of("shed-urine", until_cleared("urine")));
        early.tasks.push(use_of("sites", Condition::VectorDetected { consecutive: 2 }));
    }
    visits.push(yearly("Y{n}", "P1Y", "P15Y", 1));
    visits.push(visit("ADULT", Anchor::Majority, "P0D"));
    visits
}

pub fn protocol(visits: Vec<Visit>) -> Protocol {
    let repeat = |task: &str| CallFor::Repeat { task: task.into(), within: period("P3M") };
    let report = CallFor::Report { to: "sponsor".into(), within: Clock::Hours(24), when: ReportWhen::Always };
    let rule = |rule: &str, limits: &[(&str, &str)], calls_for: Vec<CallFor>| RuleClause {
        rule: rule.into(),
        limits: limits.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        genes: Vec::new(),
        severity: Severity::Caution,
        citation: citation(),
        calls_for,
    };
    Protocol {
        id: "story".into(),
        version: "1".into(),
        title: label("Story"),
        track: false,
        amendment: None,
        events: Vec::new(),
        authority: "fda".into(),
        product: Product { name: label("Product"), class: VectorClass::LentiviralHsc, integrating: true },
        follow_up: period("P15Y"),
        follow_up_from: dosing(),
        results_within: period("P42D"),
        age_of_majority: period("P18Y"),
        cites: Cites::default(),
        ctcae: assess::grading::Version::V5,
        growth: "who".into(),
        due_soon: period("P7D"),
        notes: Vec::new(),
        sources: Vec::new(),
        tasks: vec![
            task("call", "vital-status", &[]),
            task("sites", "integration-site", &[]),
            task("shed-urine", "shedding", &[("matrix", "urine")]),
            task("shed-stool", "shedding", &[("matrix", "stool")]),
        ],
        visits,
        rules: vec![
            rule("vector-positive-unanalysed", &[("percent", "1")], vec![repeat("sites")]),
            rule("shedding-after-clearance", &[("consecutive", "3")], vec![repeat("shed-urine"), report]),
        ],
        stopping: Vec::new(),
        background: None,
        ladder: None,
        consents: Vec::new(),
        family: FamilyText::default(),
    }
}

pub struct Story {
    pub entries: Vec<Entry>,
}

impl Story {
    /// Enrolled on the day of consent.
    pub fn of(born: &str, enrolled: &str) -> Self {
        let fact = Enrolment {
            code: "S-001".into(),
            sex: Sex::Female,
            born_on: on(born),
            gestation_weeks: None,
            consented_on: Some(on(enrolled)),
            enrolled_on: on(enrolled),
            language: "en".into(),
            protocol: "story@1".into(),
        };
        let mut story = Self { entries: Vec::new() };
        story.add(Fact::Enrolment(fact));
        story
    }

    /// Someone born 2021-02-11, enrolled and dosed on one day.
    pub fn dosed(day: &str) -> Self {
        Self::of("2021-02-11", day).dose(day)
    }

    pub fn add(&mut self, fact: Fact) -> RecordId {
        let id = 100 + self.entries.len() as u128;
        let record = RecordId(Uuid::from_u128(id));
        self.entries.push(Entry {
            id: EntryId(Uuid::from_u128(id)),
            device: DeviceId(Uuid::from_u128(9)),
            sequence: self.entries.len() as u64 + 1,
            record,
            supersedes: None,
            subject: Some(SUBJECT),
            author: Author { login: "a".into(), name: "A".into(), role: Role::Coordinator },
            recorded_at: format!("2030-01-01T{:02}:{:02}:00+00:00", id / 60 % 24, id % 60),
            reason: None,
            origins: Vec::new(),
            fact,
        });
        record
    }

    pub fn dose(mut self, day: &str) -> Self {
        self.dose_with(day, DosingOutcome::Complete);
        self
    }

    pub fn dose_with(&mut self, day: &str, outcome: DosingOutcome) {
        let number = self.entries.iter().filter(|entry| matches!(entry.fact, Fact::Dosing(_))).count() as u8 + 1;
        self.add(Fact::Dosing(Dosing { number, on: on(day), outcome, batch: String::new(), note: String::new() }));
    }

    pub fn came(mut self, code: &str, day: &str) -> Self {
        self.contact(Some(code), on(day));
        self
    }

    pub fn contact(&mut self, code: Option<&str>, day: CivilDate) -> RecordId {
        let code = code.map(str::to_owned);
        self.add(Fact::Visit(Contact { code, also: Vec::new(), on: day, mode: Mode::Clinic, note: String::new() }))
    }

    /// Moves to another version of the protocol.
    pub fn moved(mut self, to: &str, day: &str) -> Self {
        self.add(Fact::Amendment(Amendment {
            protocol: to.into(),
            moves_on: Some(on(day)),
            reconsented_on: None,
            without_consent: false,
            because: String::new(),
        }));
        self
    }

    pub fn missed(mut self, key: &str, day: &str) -> Self {
        self.add(Fact::Missed(Missed { obligation: key.into(), declared_on: on(day), because: "moved".into() }));
        self
    }

    pub fn status(mut self, status: Status, day: &str) -> Self {
        self.add(Fact::StatusChange(StatusChange { status, on: on(day), because: String::new() }));
        self
    }

    /// A part of the consent is no longer given from a day on, until another if one is named.
    pub fn withdrew(mut self, part: ConsentPart, day: &str, until: Option<&str>) -> Self {
        self.add(Fact::Withdrawal(Withdrawal {
            of: vec![part],
            on: on(day),
            until_on: until.map(on),
            by: GivenBy::Parent,
            document: String::new(),
            because: String::new(),
            samples: None,
        }));
        self
    }

    pub fn handled(mut self, finding: &Finding, action: Action, day: &str) -> Self {
        self.add(Fact::Handling(Handling {
            finding: finding.key.clone(),
            evidence: finding.digest(),
            action,
            on: on(day),
            comment: String::new(),
            sent: None,
        }));
        self
    }

    pub fn assessed(&mut self, kind: &str, day: CivilDate, closure: Closure, answers: &[(&str, Answer)]) -> RecordId {
        let answers: BTreeMap<String, Answer> =
            answers.iter().map(|(field, answer)| ((*field).to_owned(), answer.clone())).collect();
        let assessment = Assessment { kind: kind.into(), edition: 1, collected_on: day, closure, answers };
        self.add(Fact::Assessment(Recorded { visit: None, assessment }))
    }

    /// A sample of a matrix in which something was found or not.
    pub fn shed(mut self, matrix: &str, day: &str, found: bool) -> Self {
        self.shed_on(matrix, on(day), found);
        self
    }

    pub fn shed_on(&mut self, matrix: &str, day: CivilDate, found: bool) -> RecordId {
        let unit = "{copies}/mL";
        let result = match found {
            true => Answer::number(4200.into(), unit),
            false => Answer::NotDetected { unit: unit.into(), lod: Some(50.into()) },
        };
        let answers = [("matrix", Answer::choice(matrix)), ("assay", Answer::choice("qpcr")), ("result", result)];
        self.assessed("shedding", day, Closure::Answered, &answers)
    }

    /// Vector-positive cells in blood; `None` when none were detected.
    pub fn marked(mut self, day: &str, percent: Option<i32>) -> Self {
        let share = percent
            .map_or(Answer::NotDetected { unit: "%".into(), lod: None }, |share| Answer::number(share.into(), "%"));
        let answers = [("specimen", Answer::choice("whole-blood")), ("vector-positive", share)];
        self.assessed("integration-site", on(day), Closure::Answered, &answers);
        self
    }

    pub fn life(&self) -> Life {
        Life::of(SUBJECT, &self.entries).unwrap()
    }

    pub fn owes(&self, protocol: &Protocol) -> Vec<Obligation> {
        let life = self.life();
        crate::obligations(protocol, &life, &signals::findings(protocol, &life))
    }
}

/// A finding that calls for one thing.
pub fn finding(day: &str, what: CallFor, by: &str) -> Finding {
    Finding {
        rule: "dominant-clone".into(),
        version: 1,
        key: "dominant-clone:chr3".into(),
        seen_on: on(day),
        severity: Severity::Alarm,
        evidence: Vec::new(),
        args: BTreeMap::new(),
        citation: citation(),
        about: Default::default(),
        since: None,
        reported: None,
        calls_for: vec![Call { what, by: Some(on(by)), clock: None }],
    }
}

/// Keys of the forms due.
pub fn tasks_due(
    course: &crate::Course<'_>,
    life: &Life,
    findings: &[Finding],
    codes: &[String],
    on: CivilDate,
) -> Vec<String> {
    crate::tasks_due(course, life, findings, codes, on).iter().map(crate::FormAsked::key).collect()
}

pub fn get<'a>(all: &'a [Obligation], key: &str) -> &'a Obligation {
    let known = || all.iter().map(|o| o.key.as_str()).collect::<Vec<_>>();
    all.iter().find(|o| o.key == key).unwrap_or_else(|| panic!("no {key} in {:?}", known()))
}

/// `2025-02-14 2025-02-28 2025-03-14`.
pub fn dates(o: &Obligation) -> String {
    format!("{} {} {}", o.window.earliest_on, o.window.due_on, o.window.latest_on)
}

/// The standing in words a reader of a test understands.
pub fn stands(all: &[Obligation], key: &str, day: &str) -> String {
    let obligation = get(all, key);
    let said = match standing(obligation, on(day), &period("P7D")) {
        Standing::NotYetOpen { days } => format!("opens in {days}"),
        Standing::Open { days_left } => format!("open {days_left}"),
        Standing::DueSoon { days_left } => format!("due soon {days_left}"),
        Standing::Waits { days } => format!("waits {days}"),
        Standing::Overdue { days } => format!("overdue {days}"),
        Standing::Done { timing } => format!("done {timing:?}"),
        Standing::Missed => "missed".into(),
        Standing::NotRequired => "not required".into(),
        Standing::Superseded => "superseded".into(),
        Standing::NotJudged => "not judged".to_owned(),
    };
    match &obligation.settled {
        Some(Settled::NotRequired { why }) => format!("{said}: {}", why.word()),
        Some(Settled::Lapsed { why: WhyNot::Status { status, on } }) => format!("{said}: {status:?} {on}"),
        Some(Settled::Lapsed { why: WhyNot::Withdrawn { on, .. } }) => format!("{said}: withdrawn {on}"),
        _ => said,
    }
}
