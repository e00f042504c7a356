//! One measurement of a child as rules and charts read it, and what the form shows while it is typed.
//!
//! A child born preterm has two ages until two years; scores are made at both and shown side by side, and rules judge
//! by the corrected one. Values beyond WHO's limits are remarked upon and kept.

use facts::answer::{Answer, Assessment};
use facts::{CivilDate, Sex};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::parents::target_height_cm;
use super::preterm::{Ages, Gestation, ages};
use super::reference::{Reference, who};
use super::score::{Child, Height, How, Index, Z};
use super::table::MONTH_DAYS;
use crate::note::{Level, Note};
use crate::units;
use crate::value::About;

/// Scores of one measurement at one age; `None` where nothing was measured or the reference says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    pub weight: Option<Z>,
    pub height: Option<Z>,
    pub bmi: Option<Z>,
    pub head: Option<Z>,
    pub weight_for_height: Option<Z>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub ages: Ages,
    pub weight_kg: Option<f64>,
    /// What the height-for-age chart speaks of, at the chronological age.
    pub height: Option<Height>,
    pub bmi_kg_m2: Option<f64>,
    pub head_cm: Option<f64>,
    /// What the weight-for-height chart speaks of, at the chronological age.
    pub along: Option<Height>,
    /// At the chronological age.
    pub by_birth: Scores,
    /// At the corrected age, while there is one.
    pub by_term: Option<Scores>,
}

impl Scores {
    pub fn of(&self, index: Index) -> Option<Z> {
        match index {
            Index::HeightForAge => self.height,
            Index::WeightForAge => self.weight,
            Index::BmiForAge => self.bmi,
            Index::HeadForAge => self.head,
            Index::WeightForHeight => self.weight_for_height,
        }
    }
}

impl Measured {
    /// The scores that a child is judged by: at the corrected age while there is one.
    pub fn judged(&self) -> &Scores {
        self.by_term.as_ref().unwrap_or(&self.by_birth)
    }

    /// What is drawn on the chart of an index.
    pub fn value(&self, index: Index) -> Option<f64> {
        match index {
            Index::HeightForAge => self.height.map(Height::cm),
            Index::WeightForAge | Index::WeightForHeight => self.weight_kg,
            Index::BmiForAge => self.bmi_kg_m2,
            Index::HeadForAge => self.head_cm,
        }
    }
}

/// Answers of the form in the units of the charts.
struct Taken {
    kg: Option<f64>,
    height_cm: Option<Decimal>,
    head_cm: Option<f64>,
    how: How,
}

/// What is known of the child from birth on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Born {
    pub on: CivilDate,
    pub sex: Sex,
    /// As enrolled; a form that says it itself, with its days, is believed first.
    pub gestation: Option<Gestation>,
}

/// Reads a stored form against a reference; `None` before birth.
pub fn measured(assessment: &Assessment, born: &Born, reference: &Reference) -> Option<Measured> {
    let ages = ages(born.on, assessment.collected_on, gestation(assessment).or(born.gestation))?;
    let taken = Taken::read(assessment);
    let child = |age_days| Child { sex: born.sex, age_days, how: taken.how };
    let by_birth = child(ages.chronological_days);
    Some(Measured {
        ages,
        weight_kg: taken.kg,
        height: taken.height(Index::HeightForAge, reference, by_birth),
        bmi_kg_m2: taken.bmi(reference, by_birth),
        head_cm: taken.head_cm,
        along: taken.height(Index::WeightForHeight, reference, by_birth),
        by_birth: taken.scores(reference, by_birth),
        by_term: ages.corrected_days.map(|days| taken.scores(reference, child(days))),
    })
}

impl Taken {
    fn read(assessment: &Assessment) -> Self {
        let float = |key, unit| in_unit(assessment, key, unit).and_then(|value| value.to_f64());
        Self {
            // Oedema makes weight say nothing of growth (WHO 2006).
            kg: float("weight", "kg").filter(|_| assessment.code("oedema") != Some("yes")),
            height_cm: in_unit(assessment, "length-or-height", "cm"),
            head_cm: float("head-circumference", "cm"),
            how: if assessment.code("measured") == Some("lying") { How::Lying } else { How::Standing },
        }
    }

    fn height(&self, index: Index, reference: &Reference, child: Child) -> Option<Height> {
        reference.height(index, child, self.height_cm?)
    }

    fn bmi(&self, reference: &Reference, child: Child) -> Option<f64> {
        let metres = self.height(Index::BmiForAge, reference, child)?.cm() / 100.0;
        Some(self.kg? / (metres * metres)).filter(|bmi| bmi.is_finite())
    }

    fn scores(&self, reference: &Reference, child: Child) -> Scores {
        let score = |index, value: Option<f64>| reference.z(index, child, value?).ok();
        let height = self.height(Index::HeightForAge, reference, child);
        let along = self.height(Index::WeightForHeight, reference, child);
        Scores {
            weight: score(Index::WeightForAge, self.kg),
            height: score(Index::HeightForAge, height.map(Height::cm)),
            bmi: score(Index::BmiForAge, self.bmi(reference, child)),
            head: score(Index::HeadForAge, self.head_cm),
            weight_for_height: along
                .zip(self.kg)
                .and_then(|(height, kg)| reference.weight_for_height(child, height, kg).ok()),
        }
    }
}

fn in_unit(assessment: &Assessment, key: &str, unit: &str) -> Option<Decimal> {
    match assessment.get(key)? {
        Answer::Number { value, unit: given, .. } => units::convert(*value, given, unit),
        _ => None,
    }
}

fn gestation(assessment: &Assessment) -> Option<Gestation> {
    let count = |key| assessment.decimal(key).and_then(|count| count.to_u32());
    Gestation::of(count("gestation-weeks")?, count("gestation-days").unwrap_or(0))
}

fn born(about: &About) -> Born {
    Born { on: about.born_on, sex: about.sex, gestation: about.gestation }
}

fn scores_by_field(scores: &Scores) -> [(&'static str, Option<Z>); 5] {
    [
        ("weight", scores.weight),
        ("height", scores.height),
        ("bmi", scores.bmi),
        ("head", scores.head),
        ("weight-for-height", scores.weight_for_height),
    ]
}

/// Fills the computed fields. A score without `reference` beside it is of before this field, and WHO's.
pub fn compute(assessment: &mut Assessment, about: &About) {
    let computed = super::FORM.fields.iter().filter(|field| field.is_computed());
    for field in computed {
        assessment.answers.remove(field.key);
    }
    let target = in_unit(assessment, "mother-height", "cm")
        .zip(in_unit(assessment, "father-height", "cm"))
        .and_then(|(mother, father)| target_height_cm(about.sex, mother, father));
    let measured = measured(assessment, &born(about), about.growth);
    let mut put = |key: &str, value: Option<f64>, decimals: u32, unit: &str| {
        if let Some(value) = value.and_then(Decimal::from_f64) {
            assessment.answers.insert(key.to_owned(), Answer::number(value.round_dp(decimals), unit));
        }
    };
    put("target-height", target.and_then(|cm| cm.to_f64()), 1, "cm");
    let Some(measured) = measured else { return };
    let months = |days: i32| f64::from(days) / MONTH_DAYS;
    put("age", Some(months(measured.ages.chronological_days)), 1, "mo");
    put("corrected-age", measured.ages.corrected_days.map(months), 1, "mo");
    put("bmi", measured.bmi_kg_m2, 1, "kg/m2");
    for (name, score) in scores_by_field(&measured.by_birth) {
        put(&format!("{name}-z"), score.map(|z| z.z), 2, "");
        put(&format!("{name}-centile"), score.map(|z| z.centile()), 1, "%");
    }
    for (name, score) in measured.by_term.iter().flat_map(scores_by_field) {
        put(&format!("{name}-z-corrected"), score.map(|z| z.z), 2, "");
    }
    if let Some(edition) = editions(&measured) {
        assessment.answers.insert("reference".to_owned(), Answer::text(&edition));
    }
}

/// The charts that the scores were read from: usually one.
fn editions(measured: &Measured) -> Option<String> {
    let all = [Some(measured.by_birth), measured.by_term];
    let mut names: Vec<&str> =
        all.iter().flatten().flat_map(scores_by_field).filter_map(|(_, z)| z).map(|z| z.edition).collect();
    names.sort_unstable();
    names.dedup();
    (!names.is_empty()).then(|| names.join(", "))
}

/// WHO 2006: beyond these a value is more likely an error of measuring or typing than a child.
pub(super) const IMPLAUSIBLE: [(Index, &str, f64, f64); 5] = [
    (Index::HeightForAge, "length-or-height", -6.0, 6.0),
    (Index::WeightForAge, "weight", -6.0, 5.0),
    (Index::BmiForAge, "weight", -5.0, 5.0),
    (Index::HeadForAge, "head-circumference", -5.0, 5.0),
    (Index::WeightForHeight, "weight", -5.0, 5.0),
];

/// True beyond WHO's limits for this index, which hold for WHO's scores.
pub fn implausible(z: &Z) -> bool {
    beyond_limits(z.index, z.z)
}

pub(super) fn beyond_limits(index: Index, z: f64) -> bool {
    IMPLAUSIBLE.iter().any(|(of, _, low, high)| *of == index && !(*low..=*high).contains(&z))
}

/// Remarks upon scores beyond WHO's limits, whichever reference is shown. The value is kept.
pub fn notes(assessment: &Assessment, about: &About) -> Vec<Note> {
    let Some(measured) = measured(assessment, &born(about), who()) else { return Vec::new() };
    let scores = scores_by_field(measured.judged());
    let beyond = scores.into_iter().filter_map(|(_, z)| z).filter(implausible);
    let note = |z: Z| {
        let field = IMPLAUSIBLE.iter().find(|(index, ..)| *index == z.index).map_or("weight", |(_, field, ..)| field);
        Note::of(field, "growth-implausible", &[("z", format!("{:.1}", z.z))], Level::Caution)
    };
    beyond.map(note).collect()
}
