//! One child's measurements against the centile lines of a reference.
//!
//! Which reference, index and lines exist is `assess::growth`'s; nothing here is a threshold. Both ages of a child born
//! preterm are given; change is told between scores of the same kind of age, as the rule on growth judges it.

use assess::growth::{
    self, Born, Child, Height, How, Index, Measured, Reference, Z, lines_crossed, lines_of, measured, target_range_cm,
    velocity,
};
use facts::fact::Recorded;
use facts::{CivilDate, Kept, Life, Period, Sex};
use protocol::Protocol;
use rust_decimal::prelude::ToPrimitive;
use words::{Args, Words};

use crate::check_form::about;
use crate::role::Deed;
use crate::wire::growth::{Across, Curve, GrowthAsked, GrowthChart, GrowthPoint, Spot, TargetHeight};
use crate::wire::signal::Labelled;
use crate::wording::{self, texts};
use crate::{Clinic, Now, Refusal, Result};

/// The order in which indices are offered.
const INDICES: [Index; 5] =
    [Index::WeightForAge, Index::HeightForAge, Index::BmiForAge, Index::HeadForAge, Index::WeightForHeight];
/// Charts are drawn to the next of these ages: two, five, ten and nineteen years, as WHO prints them.
const PAGES_DAYS: [i32; 4] = [731, 1857, 3653, 6940];
/// From five years on a chart begins there, where WHO 2007 does.
const LATER_FROM_DAYS: i32 = 1826;
/// A month as WHO and CDC count it.
const DAYS_PER_MONTH: f64 = 30.4375;
/// Places at which a curve is computed.
const STEPS: i32 = 160;

impl Clinic {
    pub fn growth_chart(&self, asked: &GrowthAsked, now: &Now) -> Result<GrowthChart> {
        self.need(Deed::Read)?;
        let subject = asked.subject.ok_or_else(|| Refusal::fix("field-empty").about("subject"))?;
        let life = self.life(subject)?;
        let protocol = self.protocol(life.protocol())?;
        growth_chart(&self.words, &life, &protocol, asked, now)
    }
}

/// The same in the words of a paper.
pub(crate) fn growth_chart(
    words: &Words,
    life: &Life,
    protocol: &Protocol,
    asked: &GrowthAsked,
    now: &Now,
) -> Result<GrowthChart> {
    let about = about(life, protocol, now.today);
    let reference = if asked.reference.is_empty() {
        about.growth
    } else {
        let unknown = || Refusal::fix("no-such-reference").about("reference").with("value", &asked.reference);
        growth::reference(&asked.reference).ok_or_else(unknown)?
    };
    let born = Born { on: about.born_on, sex: about.sex, gestation: about.gestation };
    let all = life.of_kind("growth");
    let all: Vec<(&Kept<Recorded>, Measured)> =
        all.filter_map(|kept| Some((kept, measured(&kept.fact.assessment, &born, reference)?))).collect();
    let has = |index: &Index| all.iter().any(|(_, one)| one.value(*index).is_some());
    let index = match INDICES.into_iter().find(|index| index.name() == asked.index) {
        Some(index) => index,
        None if asked.index.is_empty() => INDICES.into_iter().find(has).unwrap_or(Index::WeightForAge),
        None => return Err(Refusal::fix("no-such-index").about("index").with("value", &asked.index)),
    };
    let case = Case { words, born, reference, index, all };
    Ok(case.chart(target(words, life)))
}

struct Case<'a> {
    words: &'a Words,
    born: Born,
    reference: &'static Reference,
    index: Index,
    all: Vec<(&'a Kept<Recorded>, Measured)>,
}

impl Case<'_> {
    fn chart(&self, target: Option<TargetHeight>) -> GrowthChart {
        let (from, to) = self.reach();
        let curves = self.curves(from, to);
        let nothing = match self.born.sex {
            _ if !curves.is_empty() => "",
            Sex::Female | Sex::Male => "growth-no-curve",
            Sex::Undifferentiated | Sex::Unknown => "growth-no-sex",
        };
        let tables = self.reference.tables().filter(|table| table.index == self.index && table.sex == self.born.sex);
        let mut sources: Vec<String> = tables.map(|table| format!("{}: {}", table.edition, table.source)).collect();
        sources.dedup();
        let unit = self.reference.tables().find(|table| table.index == self.index).map_or("", |table| table.unit);
        GrowthChart {
            index: self.index.name().to_owned(),
            title: index_name(self.words, self.index),
            unit: assess::units::shown(unit).to_string(),
            across: if self.index == Index::WeightForHeight { Across::Height } else { Across::Age },
            from,
            to,
            indices: INDICES.map(|index| labelled(index.name(), index_name(self.words, index))).into(),
            reference: self.reference.name().to_owned(),
            references: growth::references().iter().map(|one| labelled(one.name(), editions(one))).collect(),
            sources,
            curves,
            points: self.points(),
            target: target.filter(|_| self.index == Index::HeightForAge),
            ends: self.ends(to),
            nothing: if nothing.is_empty() { String::new() } else { wording::plain(self.words, nothing) },
        }
    }

    /// Said where the chart reaches beyond the reference: WHO's weight for age ends at ten years.
    fn ends(&self, to: f64) -> String {
        let last = self.reference.ends_days(self.index, self.born.sex).filter(|last| *last + 1.0 < to);
        last.map_or_else(String::new, |last| {
            let months = (last / DAYS_PER_MONTH).round() as i32;
            let age = Period { years: months / 12, months: months % 12, ..Period::ZERO };
            let (age, index) = (wording::age_of(self.words, &age), index_name(self.words, self.index));
            self.words.say("growth-ends", &texts(&[("age", &age), ("index", &index)]))
        })
    }

    fn measured(&self) -> impl Iterator<Item = (&Kept<Recorded>, &Measured)> {
        self.all.iter().filter(|(_, one)| one.value(self.index).is_some()).map(|(kept, one)| (*kept, one))
    }

    /// Days of age from a birthday on which charts begin to one on which they end; or the heights about the child's.
    fn reach(&self) -> (f64, f64) {
        if self.index == Index::WeightForHeight {
            let cm: Vec<f64> = self.measured().filter_map(|(_, one)| one.along).map(Height::cm).collect();
            let low = cm.iter().copied().fold(f64::INFINITY, f64::min);
            let high = cm.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            return if cm.is_empty() { (45.0, 110.0) } else { ((low - 10.0).max(45.0).floor(), (high + 10.0).ceil()) };
        }
        let ages = || self.measured().map(|(_, one)| one.ages.chronological_days);
        let (first, last) = (ages().min().unwrap_or(0), ages().max().unwrap_or(0));
        let to = PAGES_DAYS.into_iter().find(|page| last <= *page).unwrap_or(last);
        (f64::from(if first >= LATER_FROM_DAYS { LATER_FROM_DAYS } else { 0 }), f64::from(to))
    }

    fn curves(&self, from: f64, to: f64) -> Vec<Curve> {
        let (from_days, to_days) = (from as i32, to as i32);
        let step = ((to_days - from_days) / STEPS).max(1);
        let ages = || (from_days..=to_days).step_by(usize::try_from(step).unwrap_or(1)).chain([to_days]);
        let spots = |centile: f64| -> Vec<Spot> {
            let curve = if self.index == Index::WeightForHeight {
                let heights = ((from * 100.0) as i64..=(to * 100.0) as i64).step_by(50).map(Height);
                self.reference.curve_by_height(self.newest(), centile, heights)
            } else {
                let curve = self.reference.curve(self.index, self.born.sex, centile, ages());
                curve.into_iter().map(|(age, value)| (f64::from(age), value)).collect()
            };
            curve.into_iter().map(|(x, y)| Spot { x, y }).collect()
        };
        let curve = |centile: &f64| {
            let label = self.words.say("growth-centile", &texts(&[("centile", &centile.to_string())]));
            Curve { centile: *centile, label, spots: spots(*centile) }
        };
        lines_of(self.reference).iter().map(curve).filter(|curve| curve.spots.len() > 1).collect()
    }

    /// The child at the newest measurement: age and way of measuring choose the chart by height.
    fn newest(&self) -> Child {
        let last = self.measured().last();
        let lying = last.is_some_and(|(kept, _)| kept.fact.assessment.code("measured") == Some("lying"));
        let age_days = last.map_or(0, |(_, one)| one.ages.chronological_days);
        Child { sex: self.born.sex, age_days, how: if lying { How::Lying } else { How::Standing } }
    }

    fn points(&self) -> Vec<GrowthPoint> {
        let mut before: Option<(CivilDate, &Measured)> = None;
        let all = self.measured().filter_map(|(kept, one)| {
            let point = self.point(kept, one, before)?;
            before = Some((point.on, one));
            Some(point)
        });
        all.collect()
    }

    fn point(
        &self,
        kept: &Kept<Recorded>,
        one: &Measured,
        before: Option<(CivilDate, &Measured)>,
    ) -> Option<GrowthPoint> {
        let (words, on) = (self.words, kept.fact.assessment.collected_on);
        let y = one.value(self.index)?;
        let across = |days: i32| match self.index {
            Index::WeightForHeight => one.along.map(Height::cm),
            _ => Some(f64::from(days)),
        };
        let number = |value: f64, decimals: usize| words.number(&format!("{value:.decimals$}"));
        let score = one.by_birth.of(self.index);
        let corrected = one.by_term.and_then(|scores| scores.of(self.index));
        let early = one.ages.corrected_days;
        let (velocity, crossed) = self.change(on, one, before);
        Some(GrowthPoint {
            record: kept.record,
            on,
            spot: Spot { x: across(one.ages.chronological_days)?, y },
            corrected: early
                .filter(|_| self.index != Index::WeightForHeight)
                .map(|days| Spot { x: f64::from(days), y }),
            age: wording::age(words, self.born.on, on),
            corrected_age: early.map(|days| corrected_age(words, days)).unwrap_or_default(),
            value: number(y, if self.index == Index::WeightForAge { 2 } else { 1 }),
            z: score.map(|z| number(z.z, 2)).unwrap_or_default(),
            z_corrected: corrected.map(|z| number(z.z, 2)).unwrap_or_default(),
            centile: corrected.or(score).map(|z| number(z.centile(), 1)).unwrap_or_default(),
            velocity,
            crossed,
        })
    }

    /// Since the measurement before, in words: both at the corrected age, or both at the age since birth.
    fn change(&self, on: CivilDate, one: &Measured, before: Option<(CivilDate, &Measured)>) -> (String, String) {
        let nothing = || (String::new(), String::new());
        let Some((earlier_on, earlier)) = before else { return nothing() };
        let scores = match (earlier.by_term, one.by_term) {
            (Some(from), Some(to)) => (from, to),
            _ => (earlier.by_birth, one.by_birth),
        };
        let (Some(from), Some(to)) = (scores.0.of(self.index), scores.1.of(self.index)) else { return nothing() };
        (self.speed((earlier_on, from), (on, to)), self.crossed(&from, &to))
    }

    fn speed(&self, from: (CivilDate, Z), to: (CivilDate, Z)) -> String {
        let Ok(yearly) = velocity(from, to, 1) else { return String::new() };
        let days = to.0.days_since(from.0).to_string();
        let z = self.words.number(&format!("{yearly:+.2}"));
        self.words.say("growth-velocity", &texts(&[("z", &z), ("days", &days)]))
    }

    fn crossed(&self, from: &Z, to: &Z) -> String {
        let crossed = lines_crossed(from, to, lines_of(self.reference)).unwrap_or(0);
        let key = match crossed {
            0 => return String::new(),
            1.. => "growth-rose",
            _ => "growth-fell",
        };
        let count = Args::from([("count".to_owned(), words::Value::Number(crossed.unsigned_abs().to_string()))]);
        self.words.say(key, &count)
    }
}

fn labelled(key: &str, label: String) -> Labelled {
    Labelled { value: key.to_owned(), label }
}

fn index_name(words: &Words, index: Index) -> String {
    let key = match index {
        Index::WeightForAge => "index-weight",
        Index::HeightForAge => "index-height",
        Index::BmiForAge => "index-bmi",
        Index::HeadForAge => "index-head",
        Index::WeightForHeight => "index-weight-for-height",
    };
    wording::plain(words, key)
}

/// `WHO 2006, WHO 2007`: as the tables name themselves.
pub(crate) fn editions(reference: &Reference) -> String {
    let mut names: Vec<&str> = reference.tables().map(|table| table.edition).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// A corrected age may lie before the day of term.
fn corrected_age(words: &Words, days: i32) -> String {
    let key = if days < 0 { "growth-before-term" } else { "growth-corrected" };
    let weeks = [days.unsigned_abs() / 7, days.unsigned_abs() % 7].map(|count| count.to_string());
    words.say(key, &texts(&[("weeks", &weeks[0]), ("days", &weeks[1])]))
}

/// From the newest form that says both parents' heights.
fn target(words: &Words, life: &Life) -> Option<TargetHeight> {
    let of = |kept: &Kept<Recorded>| kept.fact.assessment.decimal("target-height");
    let mid = life.of_kind("growth").filter_map(of).next_back()?;
    let (low, high) = target_range_cm(mid);
    let said = [low, mid, high].map(|cm| words.number(&cm.normalize().to_string()));
    let text = words.say("growth-target", &texts(&[("low", &said[0]), ("mid", &said[1]), ("high", &said[2])]));
    Some(TargetHeight { low: low.to_f64()?, mid: mid.to_f64()?, high: high.to_f64()?, text })
}
