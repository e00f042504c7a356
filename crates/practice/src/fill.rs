//! What is measured at a visit: plausible values that follow a character's body and plot.

use std::collections::BTreeMap;

use assess::{Entered, EnteredClosure, EnteredForm};
use facts::{CivilDate, Sex};

use crate::cast::{Character, Plot};
use crate::chance::Chance;

/// A character's measurements in the making.
pub(crate) struct Body {
    sex: Sex,
    born_on: CivilDate,
    plot: Option<Plot>,
}

type Fields = BTreeMap<String, Entered>;

fn put(fields: &mut Fields, key: &str, text: impl ToString) {
    fields.insert(key.to_owned(), Entered { text: text.to_string(), ..Entered::default() });
}

fn with_unit(fields: &mut Fields, key: &str, text: impl ToString, unit: &str) {
    fields.insert(key.to_owned(), Entered { text: text.to_string(), unit: unit.to_owned(), ..Entered::default() });
}

/// Thousandths as a decimal with up to three places.
fn decimal(thousandths: i64) -> String {
    let text = format!("{}.{:03}", thousandths / 1000, thousandths.unsigned_abs() % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl Body {
    pub fn of(character: &Character) -> Self {
        Self { sex: character.sex, born_on: character.born_on, plot: character.plot }
    }

    /// From the fourth visit on a plot shows itself.
    fn plays(&self, plot: Plot, number: u32) -> bool {
        self.plot == Some(plot) && number >= 4
    }

    pub fn form(
        &mut self,
        kind: &str,
        fixed: &BTreeMap<String, String>,
        on: CivilDate,
        number: u32,
        chance: &mut Chance,
    ) -> EnteredForm {
        let mut fields = Fields::new();
        for (key, value) in fixed {
            put(&mut fields, key, value);
        }
        let mut closure = EnteredClosure::Answered;
        match kind {
            "integration-site" => self.integration(&mut fields, number, chance),
            "shedding" => self.shedding(&mut fields, fixed, number, chance),
            "antibody" => self.antibody(&mut fields, number, chance),
            "elispot" => elispot(&mut fields, chance),
            "liver" => self.liver(&mut fields, number, chance),
            "blood-count" => self.blood_count(&mut fields, number, chance),
            "cancer-screen" => self.cancer_screen(&mut fields, number),
            "rcr-rcl" => self.rcr_rcl(&mut fields, number),
            "growth" => self.growth(&mut fields, on, number),
            "development" => development(&mut fields, chance),
            "puberty" => self.puberty(&mut fields, on),
            "vital-status" => {
                put(&mut fields, "status", "alive");
                put(&mut fields, "as-of", on);
                put(&mut fields, "source", "seen");
            }
            "liver-tumour-screen" => {
                put(&mut fields, "at-risk", "no");
                put(&mut fields, "ultrasound", "not-called-for");
            }
            "fertility" => {
                put(&mut fields, "counselled", "yes");
                put(&mut fields, "preserved", "none");
                put(&mut fields, "trying", "no");
            }
            "hand-over" => {
                put(&mut fields, "state", "arranged");
                put(&mut fields, "to", "Adult clinic");
                put(&mut fields, "summary-given", "yes");
            }
            _ => closure = EnteredClosure::NothingToReport,
        }
        EnteredForm { kind: kind.to_owned(), collected_on: on.to_string(), closure, because: String::new(), fields }
    }

    /// A leukaemia that the family tells by telephone.
    pub fn leukaemia(on: CivilDate) -> EnteredForm {
        let mut fields = Fields::new();
        put(&mut fields, "term", "Acute myeloid leukaemia");
        put(&mut fields, "category", "malignancy");
        put(&mut fields, "onset", on.plus_days(-3));
        put(&mut fields, "ctcae-grade", "4");
        put(&mut fields, "ctcae-version", "5.0");
        put(&mut fields, "serious", "yes");
        let codes = vec!["life-threatening".to_owned(), "hospitalisation".to_owned()];
        fields.insert("seriousness".into(), Entered { codes, ..Entered::default() });
        put(&mut fields, "expected", "no");
        put(&mut fields, "related", "possibly");
        put(&mut fields, "outcome", "not-recovered");
        put(&mut fields, "learned-on", on);
        EnteredForm {
            kind: "adverse-event".to_owned(),
            collected_on: on.to_string(),
            closure: EnteredClosure::Answered,
            because: String::new(),
            fields,
        }
    }

    /// Forms that no task asks for but the plot needs.
    pub fn unasked(&self, on: CivilDate, number: u32) -> Vec<EnteredForm> {
        if self.plot == Some(Plot::LiverRise) && number == 5 {
            return steroid_course(on);
        }
        let mut fields = Fields::new();
        let kind = match self.plot {
            Some(Plot::SeriousEvent) if number == 4 => {
                put(&mut fields, "term", "Pneumonia");
                put(&mut fields, "category", "infection");
                put(&mut fields, "onset", on.plus_days(-6));
                put(&mut fields, "ctcae-grade", "3");
                put(&mut fields, "ctcae-version", "5.0");
                put(&mut fields, "serious", "yes");
                let codes = vec!["hospitalisation".to_owned()];
                fields.insert("seriousness".into(), Entered { codes, ..Entered::default() });
                put(&mut fields, "expected", "no");
                put(&mut fields, "related", "possibly");
                put(&mut fields, "outcome", "recovering");
                put(&mut fields, "learned-on", on);
                "adverse-event"
            }
            // Cleared, so that no task asks for it any more: taken because of a fever, and positive since.
            Some(Plot::SheddingReturns) if number == 8 => {
                put(&mut fields, "matrix", "urine");
                put(&mut fields, "assay", "qpcr");
                put(&mut fields, "infectivity", "not-tested");
                let (text, unit) = ("2400".to_owned(), "{copies}/mL".to_owned());
                let result = Entered { text, unit, lod: "50".into(), lloq: "150".into(), ..Entered::default() };
                fields.insert("result".into(), result);
                "shedding"
            }
            Some(Plot::Malignancy) if number == 4 => {
                put(&mut fields, "diagnosed-on", on.plus_days(-12));
                put(&mut fields, "diagnosis", "T-cell lymphoma");
                for part in ["tissue-kept", "normal-tissue-kept"] {
                    put(&mut fields, part, "yes");
                    put(&mut fields, &format!("{part}-on"), on.plus_days(-10));
                }
                put(&mut fields, "vector-tested", "negative");
                put(&mut fields, "vector-tested-on", on.plus_days(-3));
                put(&mut fields, "integration-in-tumour", "no");
                put(&mut fields, "integration-on", on.plus_days(-1));
                put(&mut fields, "outcome", "ongoing");
                put(&mut fields, "related", "not-assessed");
                "malignancy"
            }
            _ => return Vec::new(),
        };
        vec![EnteredForm {
            kind: kind.to_owned(),
            collected_on: on.to_string(),
            closure: EnteredClosure::Answered,
            because: String::new(),
            fields,
        }]
    }

    fn integration(&self, fields: &mut Fields, number: u32, chance: &mut Chance) {
        let positive = self.plays(Plot::VectorPositiveUnanalysed, number);
        put(fields, "specimen", "whole-blood");
        put(fields, "vcn", decimal(chance.around(1_200, 30)));
        with_unit(
            fields,
            "vector-positive",
            if positive { "6.4".to_owned() } else { decimal(chance.around(38_000, 20)) },
            "%",
        );
        if positive {
            put(fields, "analysis", "not-done");
            return;
        }
        put(fields, "analysis", "done");
        put(fields, "method", "s-epts");
        put(fields, "measure", "sonic-abundance");
        put(fields, "genome-build", "hg38");
        let dominant = self.plays(Plot::DominantCloneNearLmo2, number);
        let growing = i64::from(number.saturating_sub(3)) * 28;
        let mut rows = Vec::new();
        let mut row = |gene: &str, chromosome: &str, position: i64, cells: i64, distance: i64| {
            let mut row = Fields::new();
            put(&mut row, "gene", gene);
            put(&mut row, "chromosome", chromosome);
            put(&mut row, "position", position);
            put(&mut row, "strand", if position % 2 == 0 { "+" } else { "-" });
            put(&mut row, "abundance", cells);
            put(&mut row, "distance-bp", distance);
            rows.push(row);
        };
        if dominant {
            row("LMO2", "chr11", 33_891_204, 40 + growing, 12_480);
        }
        let genes =
            ["KMT2A", "PACS1", "NPLOC4", "FCHSD2", "GRB2", "SMG1", "PHF3", "RERE", "ASH1L", "EYS", "UBE2G1", "NF1"];
        for (index, gene) in genes.iter().enumerate() {
            let place = i64::try_from(index).unwrap_or(0);
            row(
                gene,
                &format!("chr{}", 1 + index % 19),
                10_500_000 + place * 3_141_593,
                // Stable, as polyclonal blood is: no clone doubles from one sample to the next.
                11 + i64::from(chance.between(0, 5)),
                0,
            );
        }
        fields.insert("clones".into(), Entered { rows, ..Entered::default() });
    }

    fn shedding(&self, fields: &mut Fields, fixed: &BTreeMap<String, String>, number: u32, chance: &mut Chance) {
        let returns = self.plot == Some(Plot::SheddingReturns) && fixed.get("matrix").is_some_and(|m| m == "urine");
        put(fields, "assay", "qpcr");
        put(fields, "infectivity", "not-tested");
        let detected = number <= 2 || (returns && number >= 8);
        let mut result =
            Entered { unit: "{copies}/mL".into(), lod: "50".into(), lloq: "150".into(), ..Entered::default() };
        if detected {
            result.text = decimal(chance.around(4_200_000_000 / i64::from(number * number), 30) / 1_000 * 1_000);
        } else {
            result.mark = assess::Mark::NotDetected;
        }
        fields.insert("result".into(), result);
    }

    fn antibody(&self, fields: &mut Fields, number: u32, chance: &mut Chance) {
        fields.entry("target".into()).or_insert_with(|| Entered { text: "vector-total".into(), ..Entered::default() });
        put(fields, "assay", "ELISA");
        let titre = if self.plays(Plot::TitreRise, number) { 1_600 } else { 100 << chance.between(0, 1) };
        with_unit(fields, "titre", titre, "{titer}");
        put(fields, "interpretation", "positive");
    }

    fn liver(&self, fields: &mut Fields, number: u32, chance: &mut Chance) {
        let (mut alt, mut bilirubin) = (chance.around(24_000, 25), chance.around(9_000, 25));
        if self.plot == Some(Plot::LiverRise) && number == 4 {
            alt = 188_000;
        }
        if self.plot == Some(Plot::HysLaw) && number == 4 {
            (alt, bilirubin) = (236_000, 58_000);
        }
        with_unit(fields, "alt", decimal(alt / 1_000 * 1_000), "U/L");
        with_unit(fields, "ast", decimal(alt * 8 / 10_000 * 1_000), "U/L");
        with_unit(fields, "alt-uln", 40, "U/L");
        with_unit(fields, "alt-baseline", 22, "U/L");
        with_unit(fields, "ast-uln", 40, "U/L");
        with_unit(fields, "alp", 95, "U/L");
        with_unit(fields, "alp-uln", 350, "U/L");
        with_unit(fields, "bilirubin", decimal(bilirubin / 100 * 100), "umol/L");
        with_unit(fields, "bilirubin-uln", 21, "umol/L");
        if self.plot == Some(Plot::HysLaw) && number == 4 {
            put(fields, "other-cause", "no");
        }
    }

    fn blood_count(&self, fields: &mut Fields, number: u32, chance: &mut Chance) {
        let low = self.plays(Plot::Cytopenia, number);
        let count = |mean: i64, chance: &mut Chance| decimal(chance.around(mean, 18) / 10 * 10);
        with_unit(fields, "wbc", count(6_800, chance), "10*9/L");
        with_unit(fields, "neutrophils", if low { "0.7".to_owned() } else { count(3_600, chance) }, "10*9/L");
        with_unit(fields, "lymphocytes", count(2_400, chance), "10*9/L");
        with_unit(
            fields,
            "platelets",
            if low { "41".to_owned() } else { decimal(chance.around(255_000, 18) / 1_000 * 1_000) },
            "10*9/L",
        );
        with_unit(fields, "haemoglobin", decimal(chance.around(128_000, 8) / 1_000 * 1_000), "g/L");
        with_unit(fields, "mcv", decimal(chance.around(86_000, 5) / 1_000 * 1_000), "fL");
    }

    fn cancer_screen(&self, fields: &mut Fields, number: u32) {
        for domain in ["new-malignancy", "neurologic", "autoimmune", "haematologic", "infection"] {
            put(fields, domain, "no");
        }
        if self.plot == Some(Plot::Malignancy) && number == 4 {
            put(fields, "new-malignancy", "yes");
            put(fields, "new-malignancy-detail", "T-cell lymphoma, see report");
        }
        put(fields, "exam", "normal");
        put(fields, "imaging", "not-called-for");
    }

    fn rcr_rcl(&self, fields: &mut Fields, number: u32) {
        let positive = self.plot == Some(Plot::RclPositive) && number == 3;
        put(fields, "assay", "pcr-env");
        put(fields, "result", if positive { "positive" } else { "negative" });
        put(fields, "archived", "tested");
        put(fields, "confirmed", "not-done");
    }

    /// A child near the median: rough curves are enough here, the references judge them.
    fn growth(&self, fields: &mut Fields, on: CivilDate, number: u32) {
        let days = i64::from(on.days_since(self.born_on));
        let (height_mm, weight_g) = median(days);
        let girl = i64::from(self.sex == Sex::Female);
        let faltering = if self.plays(Plot::GrowthFaltering, number) { 24 } else { 0 };
        let weight_g = weight_g * (100 - 3 * girl - faltering) / 100;
        let height_mm = height_mm * (1_000 - 12 * girl) / 1_000;
        with_unit(fields, "weight", decimal(weight_g / 100 * 100), "kg");
        with_unit(fields, "length-or-height", decimal(height_mm * 100), "cm");
        put(fields, "measured", if days < 731 { "lying" } else { "standing" });
        with_unit(fields, "mother-height", 163, "cm");
        with_unit(fields, "father-height", 176, "cm");
    }

    fn puberty(&self, fields: &mut Fields, on: CivilDate) {
        let years = on.days_since(self.born_on) / 365;
        let stage = (years - 9).clamp(1, 5);
        put(fields, if self.sex == Sex::Female { "breast" } else { "genital" }, stage);
        put(fields, "pubic-hair", stage);
        if self.sex == Sex::Female {
            put(fields, "menarche", if years >= 13 { "yes" } else { "no" });
        }
    }
}

/// What was given for the rise that the visit before had found: full for two weeks, then down, and still going on.
fn steroid_course(on: CivilDate) -> Vec<EnteredForm> {
    let steps = [(on.plus_days(-28), Some(on.plus_days(-15)), "1"), (on.plus_days(-14), Some(on.plus_days(-1)), "0.5")];
    let steps = steps.into_iter().chain([(on, None, "0.25")]);
    let form = |(from, until, dose): (CivilDate, Option<CivilDate>, &str)| {
        let mut fields = Fields::new();
        put(&mut fields, "drug", "Prednisolone");
        put(&mut fields, "agent", "prednisolone");
        with_unit(&mut fields, "dose", dose, "mg/kg/d");
        put(&mut fields, "started", from);
        if let Some(until) = until {
            put(&mut fields, "stopped", until);
        }
        put(&mut fields, "indication", "transaminase-rise");
        EnteredForm {
            kind: "immunosuppression".to_owned(),
            collected_on: on.to_string(),
            closure: EnteredClosure::Answered,
            because: String::new(),
            fields,
        }
    };
    steps.map(form).collect()
}

fn elispot(fields: &mut Fields, chance: &mut Chance) {
    put(fields, "antigen", "vector");
    with_unit(fields, "sfu", chance.between(4, 30), "{SFU}/10*6.{cells}");
    with_unit(fields, "control", 5, "{SFU}/10*6.{cells}");
    put(fields, "interpretation", "negative");
}

fn development(fields: &mut Fields, chance: &mut Chance) {
    // A visit that asks for school and daily life alone fixes that no test is made.
    if fields.get("instrument").is_some_and(|fixed| fixed.text == "none") {
        put(fields, "school", "mainstream");
        put(fields, "daily-living", "as-peers");
        return;
    }
    put(fields, "instrument", "bayley");
    put(fields, "edition", "4");
    put(fields, "norm", "national");
    let row = |domain: &str, chance: &mut Chance| {
        let mut row = Fields::new();
        put(&mut row, "domain", domain);
        put(&mut row, "score", chance.between(88, 112));
        put(&mut row, "score-type", "composite");
        row
    };
    let rows = ["cognitive", "language", "motor"].iter().map(|domain| row(domain, chance)).collect();
    fields.insert("domains".into(), Entered { rows, ..Entered::default() });
    put(fields, "tested-by", "psychologist");
}

/// Age in days -> (height in mm, weight in g) on straight lines between rounded medians.
fn median(days: i64) -> (i64, i64) {
    const CURVE: [(i64, i64, i64); 10] = [
        (0, 498, 3_300),
        (91, 610, 6_200),
        (183, 670, 7_700),
        (365, 752, 9_500),
        (730, 874, 12_100),
        (1_461, 1_030, 16_300),
        (2_557, 1_215, 22_800),
        (3_652, 1_375, 31_200),
        (5_113, 1_630, 50_800),
        (6_940, 1_760, 68_000),
    ];
    let after = CURVE.iter().position(|(at, ..)| *at > days).unwrap_or(CURVE.len() - 1).max(1);
    let ((d0, h0, w0), (d1, h1, w1)) = (CURVE[after - 1], CURVE[after]);
    let part = (days - d0).clamp(0, d1 - d0);
    (h0 + (h1 - h0) * part / (d1 - d0), w0 + (w1 - w0) * part / (d1 - d0))
}
