//! Who is in the study: sixty characters, their treatment, how their follow-up goes and what befalls them.

use facts::fact::DosingOutcome;
use facts::{CivilDate, Period, Sex};

use crate::chance::Chance;

/// One synthetic person.
#[derive(Clone, Debug)]
pub struct Character {
    pub code: String,
    pub protocol: &'static str,
    pub sex: Sex,
    pub born_on: CivilDate,
    pub dosed_on: CivilDate,
    pub outcome: DosingOutcome,
    pub language: &'static str,
    pub called: &'static str,
    pub fate: Fate,
    pub plot: Option<Plot>,
    pub seed: u64,
    /// Completed weeks of the pregnancy, of a child born too early.
    pub gestation_weeks: Option<u32>,
}

/// How follow-up goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Every visit in its window.
    Faithful,
    /// Now and then too late.
    Late,
    /// Now and then missed.
    Misses,
    /// Stopped coming lately: the last visits are overdue.
    Overdue,
    Lost,
    Withdrawn,
    Transferred,
    Deceased,
}

impl Fate {
    /// Follow-up ends before its time.
    pub(crate) fn leaves(self) -> bool {
        matches!(self, Self::Lost | Self::Withdrawn | Self::Transferred | Self::Deceased)
    }
}

/// What befalls someone: each is meant to raise one true signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plot {
    DominantCloneNearLmo2,
    VectorPositiveUnanalysed,
    SheddingReturns,
    LiverRise,
    HysLaw,
    TitreRise,
    Malignancy,
    RclPositive,
    Cytopenia,
    GrowthFaltering,
    SeriousEvent,
    /// Told on the day on which the study is made: its reporting clocks run.
    LeukaemiaToday,
}

/// Place in the list of sixty, protocol it needs, plot.
const PLOTS: [(usize, usize, Plot); 12] = [
    (7, 0, Plot::DominantCloneNearLmo2),
    (10, 0, Plot::VectorPositiveUnanalysed),
    (13, 2, Plot::SheddingReturns),
    (18, 2, Plot::LiverRise),
    (23, 2, Plot::HysLaw),
    (28, 2, Plot::TitreRise),
    (32, 1, Plot::Malignancy),
    (37, 1, Plot::RclPositive),
    (40, 0, Plot::Cytopenia),
    (45, 0, Plot::GrowthFaltering),
    (51, 1, Plot::SeriousEvent),
    (57, 0, Plot::LeukaemiaToday),
];

/// Places in the list of those born too early, when they are children.
const EARLY: [usize; 3] = [1, 36, 58];

/// First names that families use; three scripts, one with a rare character.
const CALLED: [(&str, &str); 12] = [
    ("zh-Hans", "小宇"),
    ("zh-Hans", "朵朵"),
    ("en", "Maya"),
    ("ja", "はると"),
    ("zh-Hans", "王𠮷"),
    ("en", "Tom"),
    ("ja", "さくら"),
    ("zh-Hans", "乐乐"),
    ("zh-Hans", "阿明"),
    ("en", "Ana O’Neil"),
    ("ja", "蓮"),
    ("zh-Hans", "晨曦"),
];

/// The characters of a study that has run for twelve years on `today`.
pub fn cast(seed: u64, people: usize, today: CivilDate) -> Vec<Character> {
    let mut chance = Chance::of(seed);
    (1..=people).map(|number| character(number, people, &mut chance, today)).collect()
}

fn character(number: usize, people: usize, chance: &mut Chance, today: CivilDate) -> Character {
    let plot = PLOTS.iter().find(|(at, ..)| *at == number);
    let protocol = plot.map_or((number - 1) % crate::PROTOCOLS.len(), |(_, protocol, _)| *protocol);
    // The first person was treated twelve years ago, the last some weeks ago.
    let span_days = 12 * 365 - 45;
    let step = i32::try_from(number - 1).unwrap_or(0) * span_days / i32::try_from(people.max(2) - 1).unwrap_or(1);
    let dosed_on = today.plus_days(-12 * 365 + step + chance.between(-6, 6)).min(today.plus_days(-30));
    let adult = matches!(protocol, 1 | 4) || (protocol == 3 && chance.once_in(2));
    let age_days = if adult { chance.between(7_000, 20_000) } else { chance.between(150, 2_600) };
    let (language, called) = CALLED[(number - 1) % CALLED.len()];
    Character {
        code: format!("S-{number:03}"),
        protocol: crate::PROTOCOLS[protocol],
        sex: if chance.once_in(2) { Sex::Female } else { Sex::Male },
        born_on: dosed_on.plus_days(-age_days),
        dosed_on,
        outcome: if number.is_multiple_of(29) { DosingOutcome::Partial } else { DosingOutcome::Complete },
        language,
        called,
        fate: if plot.is_some() { Fate::Faithful } else { fate(number, chance) },
        plot: plot.map(|(.., plot)| *plot),
        gestation_weeks: (!adult && EARLY.contains(&number)).then_some(31),
        seed: chance.between(1, i32::MAX).unsigned_abs().into(),
    }
}

fn fate(number: usize, chance: &mut Chance) -> Fate {
    match number {
        5 | 22 | 43 => Fate::Lost,
        15 => Fate::Withdrawn,
        26 | 48 => Fate::Transferred,
        3 | 34 => Fate::Deceased,
        9 | 16 | 30 | 41 | 55 => Fate::Overdue,
        _ if chance.once_in(4) => Fate::Late,
        _ if chance.once_in(6) => Fate::Misses,
        _ => Fate::Faithful,
    }
}

impl Character {
    /// Day after which nothing is recorded any more. Nobody is lost or leaves when follow-up was over already.
    pub fn leaves_on(&self, today: CivilDate, until: Option<CivilDate>) -> CivilDate {
        let ends = self.ends_on(today);
        match (self.fate, until) {
            (Fate::Faithful | Fate::Late | Fate::Misses, _) | (_, None) => ends,
            (_, Some(until)) => ends.min(until.plus_days(-200)),
        }
    }

    /// Day after which nothing is recorded any more, for those whose follow-up ended early.
    fn ends_on(&self, today: CivilDate) -> CivilDate {
        let lived = today.days_since(self.dosed_on);
        match self.fate {
            Fate::Lost | Fate::Withdrawn | Fate::Transferred | Fate::Deceased => self.dosed_on.plus_days(lived * 2 / 3),
            Fate::Overdue => today.minus(&Period::days((lived / 3).min(500))),
            Fate::Faithful | Fate::Late | Fate::Misses => today,
        }
    }
}
