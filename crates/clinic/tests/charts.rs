//! What is drawn of a life: limits are limits, cycles are no amounts, clearance is told and taken back, growth at both
//! ages; and what the family is asked meanwhile, on screen and on paper.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

mod site;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use assess::{Entered, EnteredClosure, EnteredForm, Mark};
use clinic::SubjectId;
use clinic::wire::chart::{Chart, EventOf, LimitOf, MatrixState, Scale, Stroke};
use clinic::wire::growth::{GrowthAsked, GrowthPrintAsked};
use clinic::wire::page::{PaperSize, PrintAsked, SubjectPage};
use clinic::wire::visit::TaskForm;
use site::{Stage, now, stage, visit};

const TODAY: &str = "2026-11-01";
const COPIES: &str = "{copies}/mL";

/// Text, a number with its unit, or `not detected` with its unit.
fn entered(value: &str) -> Entered {
    if let Some(unit) = value.strip_prefix("not detected ") {
        return Entered { mark: Mark::NotDetected, unit: unit.into(), lod: "50".into(), ..Entered::default() };
    }
    match value.split_once(' ').filter(|_| value.starts_with(|c: char| c.is_ascii_digit())) {
        Some((text, unit)) => Entered { text: text.into(), unit: unit.into(), ..Entered::default() },
        None => Entered { text: value.into(), codes: vec![value.into()], ..Entered::default() },
    }
}

fn form(kind: &str, on: &str, fields: &[(&str, &str)]) -> EnteredForm {
    let fields: BTreeMap<String, Entered> =
        fields.iter().map(|(key, value)| ((*key).to_owned(), entered(value))).collect();
    EnteredForm {
        kind: kind.into(),
        collected_on: on.into(),
        closure: EnteredClosure::Answered,
        because: "a test".into(),
        fields,
    }
}

fn record(stage: &mut Stage, subject: SubjectId, kind: &str, on: &str, fields: &[(&str, &str)]) {
    let mut draft = visit(subject, "", on);
    draft.because = "a test".into();
    draft.forms = vec![TaskForm { task: String::new(), form: form(kind, on, fields) }];
    let review = stage.clinic.review_visit(&draft, &now(TODAY)).unwrap();
    assert!(review.may_save, "{kind} {on}: {:?}", review.problems);
    stage.clinic.record_visit(&draft, &now(TODAY)).unwrap();
}

fn sample(stage: &mut Stage, subject: SubjectId, matrix: &str, on: &str, result: &str) {
    record(stage, subject, "shedding", on, &[("matrix", matrix), ("assay", "qpcr"), ("result", result)]);
}

fn page(stage: &Stage, subject: SubjectId) -> SubjectPage {
    stage.clinic.subject(subject, &now(TODAY)).unwrap()
}

fn chart<'a>(page: &'a SubjectPage, key: &str) -> &'a Chart {
    let known: Vec<&str> = page.charts.iter().map(|chart| chart.key.as_str()).collect();
    page.charts.iter().find(|chart| chart.key == key).unwrap_or_else(|| panic!("no {key} among {known:?}"))
}

/// As poppler reads it, without the line breaks.
fn text(path: &str) -> String {
    let told = Command::new("pdftotext").args([path, "-"]).output().expect("poppler is installed");
    String::from_utf8(told.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paper(stage: &Stage, subject: SubjectId, language: &str) -> String {
    let asked = PrintAsked {
        subject,
        paper: PaperSize::A4,
        language: language.into(),
        show_product: false,
        folder: String::new(),
    };
    text(&stage.clinic.print_schedule(&asked, &now(TODAY)).unwrap().path)
}

#[test]
fn what_lies_below_a_limit_is_drawn_at_it_and_a_cycle_threshold_by_itself() {
    let mut stage = stage("fda/aav-systemic-5y");
    let subject = stage.enrol("S-001");
    sample(&mut stage, subject, "urine", "2024-09-30", "4000 {copies}/mL");
    sample(&mut stage, subject, "urine", "2024-10-30", "not detected {copies}/mL");
    sample(&mut stage, subject, "saliva", "2024-10-30", "31 {Ct}");
    let page = page(&stage, subject);
    let amounts = chart(&page, &format!("shedding:{COPIES}"));
    assert_eq!(amounts.scale, Scale::Log10);
    let points: Vec<(Option<f64>, bool)> =
        amounts.series[0].points.iter().map(|point| (point.value, point.below_limit)).collect();
    assert_eq!(points, [(Some(4000.0), false), (Some(50.0), true)]);
    let limits: Vec<(&str, f64, LimitOf)> =
        amounts.limits.iter().map(|limit| (limit.label.as_str(), limit.value, limit.of)).collect();
    assert_eq!(limits, [("LOD 50", 50.0, LimitOf::Assay)]);
    let cycles = chart(&page, "shedding:{Ct}");
    assert_eq!((cycles.scale, cycles.series.len(), cycles.series[0].points.len()), (Scale::Linear, 1, 1));
    assert_ne!(cycles.series[0].mark, amounts.series[0].mark, "each matrix has its own mark");
}

#[test]
fn clearance_is_told_counted_and_taken_back() {
    let mut stage = stage("fda/aav-systemic-5y");
    let subject = stage.enrol("S-001");
    let urine = |page: &SubjectPage| {
        let line = page.shedding.iter().find(|line| line.matrix == "urine").unwrap().clone();
        (line.state, line.negatives, line.on.map(|on| on.to_string()))
    };
    assert_eq!(urine(&page(&stage, subject)), (MatrixState::NotSampled, 0, None));
    sample(&mut stage, subject, "urine", "2024-09-30", "4000 {copies}/mL");
    for (on, negatives) in [("2024-10-30", 1), ("2024-11-30", 2)] {
        sample(&mut stage, subject, "urine", on, "not detected {copies}/mL");
        assert_eq!(urine(&page(&stage, subject)), (MatrixState::NotYet, negatives, None));
    }
    sample(&mut stage, subject, "urine", "2024-12-30", "not detected {copies}/mL");
    let cleared = page(&stage, subject);
    assert_eq!(urine(&cleared), (MatrixState::Cleared, 3, Some("2024-12-30".into())));
    sample(&mut stage, subject, "urine", "2025-03-30", "700 {copies}/mL");
    let returned = page(&stage, subject);
    assert_eq!(urine(&returned), (MatrixState::Returned, 0, Some("2025-03-30".into())));
    let events = |page: &SubjectPage| -> Vec<(String, EventOf)> {
        let events = &chart(page, &format!("shedding:{COPIES}")).events;
        events.iter().map(|event| (event.on.to_string(), event.of)).collect()
    };
    assert_eq!(events(&cleared), [("2024-12-30".into(), EventOf::Cleared)]);
    assert_eq!(events(&returned), [("2024-12-30".into(), EventOf::Cleared), ("2025-03-30".into(), EventOf::Returned)]);
}

#[test]
fn a_precaution_ends_with_clearance_and_comes_back_with_the_vector() {
    let mut stage = stage("fda/aav-ocular-5y");
    let subject = stage.enrol("S-001");
    let asked = [
        ("en", "Wash your hands after touching the eye"),
        ("zh-Hans", "触碰眼睛或敷料后请洗手"),
        ("ja", "目やガーゼに触れたあとは手を洗い"),
    ];
    let again = "Dressings and tissues may go into the bin as usual";
    let on_screen = |stage: &Stage, text: &str, in_force: bool| {
        page(stage, subject).precautions.iter().any(|line| line.text.contains(text) && line.in_force == in_force)
    };
    for (language, words) in asked {
        assert!(paper(&stage, subject, language).replace(' ', "").contains(&words.replace(' ', "")), "{language}");
    }
    assert!(on_screen(&stage, asked[0].1, true));
    for on in ["2024-09-30", "2024-10-30", "2024-11-30"] {
        sample(&mut stage, subject, "tears", on, "not detected {copies}/mL");
    }
    for (language, words) in asked {
        assert!(!paper(&stage, subject, language).replace(' ', "").contains(&words.replace(' ', "")), "{language}");
    }
    let cleared = paper(&stage, subject, "en");
    assert!(cleared.contains("You may again") && cleared.contains(again), "{cleared}");
    // Blood was never sampled: its precaution stays.
    assert!(cleared.contains("Cover cuts with a plaster"), "{cleared}");
    assert!(on_screen(&stage, again, false) && !on_screen(&stage, asked[0].1, true));
    sample(&mut stage, subject, "tears", "2025-02-28", "900 {copies}/mL");
    let returned = paper(&stage, subject, "en");
    assert!(returned.contains(asked[0].1) && !returned.contains(again), "{returned}");
    assert!(on_screen(&stage, asked[0].1, true) && !on_screen(&stage, again, false));
}

#[test]
fn a_girl_is_not_asked_what_only_concerns_men_and_old_news_is_not_printed_again() {
    let mut stage = stage("fda/aav-systemic-5y");
    let subject = stage.enrol("S-001");
    assert!(page(&stage, subject).shedding.iter().all(|line| line.matrix != "semen"));
    assert!(!paper(&stage, subject, "en").contains("condom"));
    for on in ["2024-09-30", "2024-10-30", "2024-11-30"] {
        sample(&mut stage, subject, "saliva", on, "not detected {copies}/mL");
    }
    let news = "Cups and cutlery may be shared again";
    assert!(paper(&stage, subject, "en").contains(news));
    sample(&mut stage, subject, "blood", "2025-02-28", "not detected {copies}/mL");
    assert!(!paper(&stage, subject, "en").contains(news));
}

#[test]
fn nobody_is_asked_for_precautions_before_the_first_dosing() {
    let mut stage = stage("fda/aav-ocular-5y");
    let mut form = stage.form("S-001");
    form.dosing = None;
    let subject = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    assert!(page(&stage, subject).precautions.is_empty());
}

#[test]
fn the_liver_is_drawn_against_normal_and_baseline_with_the_taper_beside_it() {
    let mut stage = stage("fda/aav-systemic-5y");
    let subject = stage.enrol("S-001");
    let liver = [
        ("alt", "160 U/L"),
        ("alt-uln", "40 U/L"),
        ("alt-baseline", "20 U/L"),
        ("ast", "40 U/L"),
        ("ast-uln", "40 U/L"),
    ];
    record(&mut stage, subject, "liver", "2024-10-01", &liver);
    for (from, until, dose) in [("2024-09-01", "2024-09-30", "1"), ("2024-10-01", "2024-10-14", "0.5")] {
        let dose = format!("{dose} mg/kg/d");
        let course = [
            ("drug", "Prednisolone"),
            ("agent", "prednisolone"),
            ("dose", &dose),
            ("started", from),
            ("stopped", until),
        ];
        record(&mut stage, subject, "immunosuppression", until, &course);
    }
    record(
        &mut stage,
        subject,
        "blood-count",
        "2024-10-01",
        &[
            ("wbc", "6 10*9/L"),
            ("neutrophils", "3 10*9/L"),
            ("lymphocytes", "2 10*9/L"),
            ("haemoglobin", "120 g/L"),
            ("platelets", "90 10*9/L"),
        ],
    );
    let page = page(&stage, subject);
    let liver = chart(&page, "liver");
    let told: Vec<(u32, Stroke, Option<f64>)> =
        liver.series.iter().map(|series| (series.mark, series.stroke, series.points[0].value)).collect();
    assert_eq!(told, [(0, Stroke::Firm, Some(4.0)), (1, Stroke::Firm, Some(1.0)), (0, Stroke::Dashed, Some(8.0))]);
    assert!(liver.limits.iter().any(|limit| limit.value == 3.0 && limit.of == LimitOf::Protocol));
    let course = &liver.courses[0];
    assert_eq!(course.steps.iter().map(|step| step.dose).collect::<Vec<_>>(), [Some(1.0), Some(0.5)]);
    assert!(course.taper.contains("1 Oct 2024") && course.taper.contains("14 Oct 2024"), "{}", course.taper);
    let platelets = chart(&page, "platelets");
    assert_eq!(platelets.series[0].points[0].value, Some(90.0));
    assert_eq!(platelets.courses.len(), 1);
}

fn child(stage: &mut Stage, preterm: bool) -> SubjectId {
    let mut form = stage.form("S-001");
    form.born_on = "2024-01-15".into();
    if preterm {
        form.gestation_weeks = "30".into();
    }
    let subject = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    for (on, kg, cm) in [("2024-09-15", "7.4 kg", "67 cm"), ("2025-03-15", "8.1 kg", "74 cm")] {
        let measured = [
            ("weight", kg),
            ("length-or-height", cm),
            ("measured", "lying"),
            ("mother-height", "165 cm"),
            ("father-height", "180 cm"),
        ];
        record(stage, subject, "growth", on, &measured);
    }
    subject
}

fn asked(subject: SubjectId, index: &str, reference: &str) -> GrowthAsked {
    GrowthAsked { subject: Some(subject), index: index.into(), reference: reference.into() }
}

#[test]
fn a_child_is_drawn_among_the_lines_of_the_reference_and_its_change_told_in_words() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = child(&mut stage, false);
    let chart = stage.clinic.growth_chart(&asked(subject, "weight-for-age", ""), &now(TODAY)).unwrap();
    assert_eq!((chart.reference.as_str(), chart.curves.len(), chart.points.len()), ("who", 5, 2));
    let labels: Vec<&str> = chart.curves.iter().map(|curve| curve.label.as_str()).collect();
    assert_eq!(labels, ["P3", "P15", "P50", "P85", "P97"]);
    // WHO 2006, girls: the median weight at birth is 3.2322 kg.
    assert!((chart.curves[2].spots[0].y - 3.2322).abs() < 1e-9);
    assert!(chart.points.iter().all(|point| point.corrected.is_none() && point.z_corrected.is_empty()));
    assert!(chart.points[0].velocity.is_empty());
    assert!(chart.points[1].velocity.contains("over 181 days"), "{}", chart.points[1].velocity);
    assert!(chart.points[1].crossed.starts_with("fell across"), "{}", chart.points[1].crossed);
    assert!(chart.target.is_none(), "a target is a height");
    let height = stage.clinic.growth_chart(&asked(subject, "height-for-age", ""), &now(TODAY)).unwrap();
    let target = height.target.unwrap();
    assert_eq!((target.low, target.mid, target.high), (157.5, 166.0, 174.5));
    let along = stage.clinic.growth_chart(&asked(subject, "weight-for-height", ""), &now(TODAY)).unwrap();
    assert_eq!((along.points[0].spot.x, along.points[0].spot.y), (67.0, 7.4));
    assert_eq!(along.curves.len(), 5);
}

/// WHO's weight for age ends at ten years: a chart that goes on says so, one of a younger child has nothing to say.
#[test]
fn where_the_reference_ends_is_said_on_a_chart_that_goes_on() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let young = child(&mut stage, false);
    let mut form = stage.form("S-002");
    form.born_on = "2012-02-01".into();
    let older = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    let measured = [("weight", "48 kg"), ("length-or-height", "158 cm"), ("measured", "standing")];
    record(&mut stage, older, "growth", "2024-09-15", &measured);
    let chart = |subject, index: &str, reference: &str| {
        stage.clinic.growth_chart(&asked(subject, index, reference), &now(TODAY)).unwrap()
    };
    assert_eq!(chart(young, "weight-for-age", "").ends, "");
    let weight = chart(older, "weight-for-age", "");
    assert!(weight.ends.contains("ends at 10 years"), "{}", weight.ends);
    assert!(weight.points[0].z.is_empty());
    assert_eq!(chart(older, "height-for-age", "").ends, "");
    assert_eq!(chart(older, "weight-for-age", "cdc-2000").ends, "");
}

#[test]
fn a_child_born_preterm_is_drawn_at_both_ages_until_two_years() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = child(&mut stage, true);
    let chart = stage.clinic.growth_chart(&asked(subject, "weight-for-age", ""), &now(TODAY)).unwrap();
    let point = &chart.points[0];
    // Seventy days before term.
    assert_eq!(point.spot.x - point.corrected.unwrap().x, 70.0);
    assert!(!point.corrected_age.is_empty() && point.z != point.z_corrected);
}

#[test]
fn every_reference_that_lies_in_the_folder_is_offered_and_another_is_refused() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = child(&mut stage, false);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/references/growth");
    let files = std::fs::read_dir(folder).unwrap().flatten().filter(|item| item.path().is_dir());
    let tables = files.flat_map(|folder| std::fs::read_dir(folder.path()).unwrap().flatten());
    let mut names: Vec<String> = tables
        .filter_map(|table| std::fs::read_to_string(table.path()).ok())
        .filter_map(|text| Some(text.lines().find_map(|line| line.strip_prefix("# reference:"))?.trim().to_owned()))
        .collect();
    names.sort();
    names.dedup();
    let chart = stage.clinic.growth_chart(&asked(subject, "", ""), &now(TODAY)).unwrap();
    let offered: Vec<String> = chart.references.iter().map(|one| one.value.clone()).collect();
    assert_eq!(offered, names);
    for name in names {
        let other = stage.clinic.growth_chart(&asked(subject, "weight-for-age", &name), &now(TODAY)).unwrap();
        assert_eq!((other.reference.as_str(), other.sources.is_empty()), (name.as_str(), false));
    }
    let refused = stage.clinic.growth_chart(&asked(subject, "", "nowhere"), &now(TODAY)).unwrap_err();
    assert_eq!(refused.code, "no-such-reference");
    let refused = stage.clinic.growth_chart(&asked(subject, "shoe-size", ""), &now(TODAY)).unwrap_err();
    assert_eq!(refused.code, "no-such-index");
}

#[test]
fn the_centile_chart_is_printed_on_one_page_in_each_language() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = child(&mut stage, true);
    for (language, index) in [("en", "Weight for age"), ("zh-Hans", "年龄别体重"), ("ja", "年齢別体重")] {
        let asked = GrowthPrintAsked {
            chart: asked(subject, "weight-for-age", ""),
            paper: PaperSize::A4,
            language: language.into(),
            folder: String::new(),
        };
        let printed = stage.clinic.print_growth(&asked, &now(TODAY)).unwrap();
        let text = text(&printed.path);
        assert_eq!(printed.pages, 1, "{language}");
        for wanted in [index, "S-001", "P97", "WHO", "7.40", "Stage"] {
            assert!(text.contains(wanted), "{language}: {wanted} is not in {text}");
        }
        assert!(!text.contains('⟦'), "{language}: {text}");
    }
}
