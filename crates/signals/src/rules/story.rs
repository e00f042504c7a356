//! Test-only: a subject's life in a few words, and the findings of one rule over it.

use facts::answer::{Answer, Answers, Assessment, Closure};
use facts::entry::{Author, Role};
use facts::fact::{Action, Enrolment, Handling, Recorded, Sent};
use facts::{EntryId, Kept, Life, Moment, RecordId, Sex, SubjectId};
use protocol::{CallFor, Citation, Clock, ReportWhen, RuleClause, Severity};

use super::{Case, rules};
use crate::finding::Finding;

/// Ages of the domain facts (section 6), as the presets give them.
pub(crate) const PUBERTY: [(&str, &str); 6] = [
    ("breast-not-before", "P8Y"),
    ("testis-not-before", "P9Y"),
    ("breast-by", "P13Y"),
    ("testis-by", "P14Y"),
    ("menarche-by", "P15Y"),
    ("testis-ml", "4"),
];

/// A girl born on 2021-02-11, and one rule in force.
#[derive(Clone)]
pub(crate) struct Story {
    clause: RuleClause,
    life: Life,
    growth: &'static assess::growth::Reference,
}

fn id(n: usize) -> uuid::Uuid {
    uuid::Uuid::from_u128(n as u128 + 1)
}

fn keep<T>(n: usize, fact: T) -> Kept<T> {
    Kept {
        record: RecordId(id(n)),
        entry: EntryId(id(n + 1_000)),
        first: EntryId(id(n + 1_000)),
        site: None,
        recorded_at: String::new(),
        author: Author { login: "a".into(), name: "A".into(), role: Role::Coordinator },
        fact,
    }
}

impl Story {
    pub fn of(rule: &str, limits: &[(&str, &str)]) -> Self {
        let enrolment = Enrolment {
            code: "S-001".into(),
            sex: Sex::Female,
            born_on: "2021-02-11".parse().unwrap(),
            gestation_weeks: None,
            consented_on: None,
            enrolled_on: "2022-01-01".parse().unwrap(),
            language: "en".into(),
            protocol: "p@1".into(),
        };
        Self {
            clause: RuleClause {
                rule: rule.into(),
                limits: limits.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
                genes: Vec::new(),
                severity: Severity::Alarm,
                citation: Citation { source: "s".into(), clause: "c".into() },
                calls_for: Vec::new(),
            },
            life: Life {
                subject: SubjectId(id(0)),
                enrolment: keep(0, enrolment),
                dosings: Vec::new(),
                visits: Vec::new(),
                assessments: Vec::new(),
                imports: Vec::new(),
                earlier: Vec::new(),
                missed: Vec::new(),
                appointments: Vec::new(),
                kits: Vec::new(),
                statuses: Vec::new(),
                amendments: Vec::new(),
                tracks: Vec::new(),
                events: Vec::new(),
                withdrawals: Vec::new(),
                consents: Vec::new(),
                guardianships: Vec::new(),
                handlings: Vec::new(),
                transfers: Vec::new(),
                conflicts: Vec::new(),
            },
            growth: assess::growth::who(),
        }
    }

    /// Growth by another reference than WHO's.
    pub fn growing_by(self, reference: &str) -> Self {
        Self { growth: assess::growth::reference(reference).unwrap(), ..self }
    }

    pub fn watching(mut self, genes: &[&str]) -> Self {
        self.clause.genes = genes.iter().map(|gene| (*gene).to_owned()).collect();
        self
    }

    /// The clocks of a serious event.
    pub fn reporting(mut self) -> Self {
        let report = |to: &str, within, when| CallFor::Report { to: to.into(), within, when };
        self.clause.calls_for = vec![
            report("sponsor", Clock::Hours(24), ReportWhen::Always),
            report("authority", Clock::Days(7), ReportWhen::FatalOrLifeThreatening),
            report("authority", Clock::Days(15), ReportWhen::OtherSerious),
        ];
        self
    }

    /// A key with `=` before it is text, `*` several choices, `@` a date; a number is one, else a choice.
    pub fn form(mut self, on: &str, kind: &str, fields: &[(&str, &str, &str)]) -> Self {
        let answers = fields.iter().map(|(key, value, unit)| {
            let answer = match (key.chars().next(), value.parse()) {
                (Some('='), _) => Answer::text(value),
                (Some('*'), _) => Answer::Choices { codes: vec![(*value).to_owned()] },
                (Some('@'), _) => Answer::Date { on: value.parse().unwrap() },
                (_, Ok(number)) => Answer::number(number, unit),
                _ => Answer::choice(value),
            };
            (key.trim_start_matches(['=', '*', '@']).to_owned(), answer)
        });
        let answers: Answers = answers.collect();
        self.push(on, kind, answers);
        self
    }

    /// One choice whose code is a digit, as Tanner stages are.
    pub fn choice(mut self, on: &str, kind: &str, field: &str, code: &str) -> Self {
        self.push(on, kind, Answers::from([(field.to_owned(), Answer::choice(code))]));
        self
    }

    /// A form of which one choice is a digit.
    pub fn with_choice(self, on: &str, kind: &str, fields: &[(&str, &str, &str)], (field, code): (&str, &str)) -> Self {
        let mut story = self.form(on, kind, fields);
        if let Some(kept) = story.life.assessments.last_mut() {
            kept.fact.assessment.answers.insert(field.to_owned(), Answer::choice(code));
        }
        story
    }

    fn push(&mut self, on: &str, kind: &str, answers: Answers) {
        let assessment = Assessment {
            kind: kind.into(),
            edition: 1,
            collected_on: on.parse().unwrap(),
            closure: Closure::Answered,
            answers,
        };
        let n = self.life.assessments.len() + 1;
        self.life.assessments.push(keep(n, Recorded { visit: None, assessment }));
    }

    pub fn not_detected(mut self, on: &str, matrix: &str, unit: &str) -> Self {
        let answers = Answers::from([
            ("matrix".to_owned(), Answer::choice(matrix)),
            ("result".to_owned(), Answer::NotDetected { unit: unit.to_owned(), lod: None }),
        ]);
        self.push(on, "shedding", answers);
        self
    }

    /// A titre below its limit of quantification.
    pub fn below(mut self, on: &str, target: &str, lloq: &str) -> Self {
        let titre = Answer::BelowQuantification { unit: "{titer}".into(), lloq: lloq.parse().ok() };
        let answers = Answers::from([("target".into(), Answer::choice(target)), ("titre".into(), titre)]);
        self.push(on, "antibody", answers);
        self
    }

    fn sites(mut self, on: &str, measure: &str, rows: Vec<Answers>) -> Self {
        let answers = Answers::from([
            ("specimen".to_owned(), Answer::choice("whole-blood")),
            ("analysis".to_owned(), Answer::choice("done")),
            ("measure".to_owned(), Answer::choice(measure)),
            ("genome-build".to_owned(), Answer::choice("hg38")),
            ("clones".to_owned(), Answer::Table { rows }),
        ]);
        self.push(on, "integration-site", answers);
        self
    }

    fn row(gene: &str, position: usize, size: &str) -> Answers {
        Answers::from([
            ("gene".to_owned(), Answer::text(gene)),
            ("chromosome".to_owned(), Answer::text("chr1")),
            ("position".to_owned(), Answer::number(position.into(), "")),
            ("strand".to_owned(), Answer::choice("+")),
            ("abundance".to_owned(), Answer::number(size.parse().unwrap(), "1")),
        ])
    }

    pub fn clones(self, on: &str, measure: &str, sizes: &[&str]) -> Self {
        let rows = sizes.iter().enumerate().map(|(at, size)| Self::row("GENE", at + 1, size)).collect();
        self.sites(on, measure, rows)
    }

    /// A sample with one small clone at a gene; an empty distance was not told.
    pub fn site(self, on: &str, gene: &str, distance: &str) -> Self {
        let mut row = Self::row(gene, 7, "3");
        if let Ok(distance) = distance.parse() {
            row.insert("distance-bp".into(), Answer::number(distance, ""));
        }
        self.sites(on, "sonic-abundance", vec![row, Self::row("OTHER", 8, "30")])
    }

    /// A sample with one clone at a place such as `chr11:33870000`.
    pub fn placed(self, on: &str, gene: &str, place: &str) -> Self {
        let (chromosome, position) = place.split_once(':').unwrap();
        let mut row = Self::row(gene, position.parse().unwrap(), "3");
        row.insert("chromosome".into(), Answer::text(chromosome));
        self.sites(on, "sonic-abundance", vec![row])
    }

    pub fn alt(self, on: &str, alt: &str, unit: &str) -> Self {
        self.form(on, "liver", &[("alt", alt, unit), ("alt-uln", "40", "U/L")])
    }

    pub fn findings(&self) -> Vec<Finding> {
        let rule = rules().iter().find(|rule| rule.id == self.clause.rule).expect("a rule of the list");
        if !rule.lacks(&self.clause).is_empty() {
            return Vec::new();
        }
        (rule.judge)(rule, &Case { life: &self.life, growth: self.growth }, &self.clause)
    }

    /// Findings of this life under another story's rule.
    pub fn judged_by(&self, other: &Self) -> Vec<Finding> {
        Self { clause: other.clause.clone(), life: self.life.clone(), growth: self.growth }.findings()
    }

    /// The same, with the clocks of their reports.
    pub fn clocked(&self) -> Vec<Finding> {
        let rule = rules().iter().find(|rule| rule.id == self.clause.rule).expect("a rule of the list");
        let mut found = self.findings();
        crate::learned::clocks(&mut found, rule, &self.clause, &Case { life: &self.life, growth: self.growth });
        found
    }

    pub fn life(&self) -> &Life {
        &self.life
    }

    /// When the last form was written.
    pub fn written(mut self, at: &str) -> Self {
        at.clone_into(&mut self.life.assessments.last_mut().expect("a form").recorded_at);
        self
    }

    /// The last form is a correction of the one before it.
    pub fn correcting(mut self) -> Self {
        let mut newest = self.life.assessments.pop().expect("a correction");
        let older = self.life.assessments.pop().expect("what it corrects");
        newest.record = older.record;
        self.life.earlier.push(older);
        self.life.assessments.push(newest);
        self
    }

    /// What a person did about the first finding.
    pub fn handled(mut self, action: Action, to: Option<&str>) -> Self {
        let finding = self.findings().remove(0);
        let at: Moment = "2026-01-13T09:00:00+08:00".parse().unwrap();
        let sent = to.map(|to| Sent { to: to.into(), at, reference: String::new(), late: false });
        let handling = Handling {
            finding: finding.key.clone(),
            evidence: finding.digest(),
            action,
            on: at.on(),
            comment: String::new(),
            sent,
        };
        let n = 500 + self.life.handlings.len();
        self.life.handlings.push(keep(n, handling));
        self
    }

    /// The finding seen last on that day.
    pub fn finding_at(&self, on: &str) -> Finding {
        self.findings().into_iter().find(|finding| finding.seen_on.to_string() == on).expect("a finding of that day")
    }

    pub fn keys(&self) -> Vec<String> {
        self.findings().into_iter().map(|finding| finding.key).collect()
    }
}
