//! What the growth form shows while it is typed: both ages, a score with its centile and the name of its chart.

use std::collections::BTreeMap;

use assess::grading::Version;
use assess::growth::{Gestation, Reference, reference, who};
use assess::{About, Entered, EnteredForm, check, notes};
use facts::answer::{Answer, Assessment};
use facts::{CivilDate, Sex};

const BORN: &str = "2024-01-15";

fn about(gestation: Option<Gestation>, growth: &'static Reference) -> About {
    let born_on: CivilDate = BORN.parse().expect("a day");
    About {
        sex: Sex::Female,
        born_on,
        today: born_on.plus_days(9_000),
        dosed_on: None,
        gestation,
        growth,
        ctcae: Version::V5,
    }
}

fn filled(about: &About, age_days: i32, fields: &[(&str, &str)]) -> Assessment {
    let entered = |text: &str| Entered { text: text.into(), ..Entered::default() };
    let fields: BTreeMap<String, Entered> =
        fields.iter().map(|(key, text)| ((*key).to_owned(), entered(text))).collect();
    let collected_on = about.born_on.plus_days(age_days).to_string();
    let form = EnteredForm { kind: "growth".into(), collected_on, fields, ..EnteredForm::default() };
    check(&form, about).assessment.expect("nothing stops it")
}

fn shown(assessment: &Assessment, key: &str) -> Option<String> {
    match assessment.get(key)? {
        Answer::Number { value, unit, .. } => Some(format!("{value} {unit}").trim_end().to_owned()),
        Answer::Text { text } => Some(text.clone()),
        _ => None,
    }
}

const TAKEN: [(&str, &str); 4] =
    [("weight", "8.1"), ("length-or-height", "70.4"), ("measured", "lying"), ("head-circumference", "43.5")];

#[test]
fn a_score_stands_with_its_centile_its_chart_and_the_age() {
    let form = filled(&about(None, who()), 365, &TAKEN);
    // By WHO's published LMS for girls of 365 days: 8.9462 kg, 74.0049 cm, 44.8940 cm at the middle; z and centile computed apart.
    for (key, value) in [
        ("age", "12.0 mo"),
        ("reference", "WHO 2006"),
        ("weight-z", "-0.82"),
        ("weight-centile", "20.7 %"),
        ("height-z", "-1.40"),
        ("head-z", "-1.03"),
    ] {
        assert_eq!(shown(&form, key).as_deref(), Some(value), "{key}");
    }
    assert_eq!((shown(&form, "corrected-age"), shown(&form, "weight-z-corrected")), (None, None));
}

#[test]
fn a_preterm_child_at_the_corrected_age_is_a_term_child_of_that_age() {
    let preterm = filled(&about(Gestation::of(28, 0), who()), 365, &TAKEN);
    let term = filled(&about(None, who()), 365 - 84, &TAKEN);
    let birthday = filled(&about(None, who()), 365, &TAKEN);
    for name in ["weight", "height", "bmi", "head", "weight-for-height"] {
        let corrected = shown(&preterm, &format!("{name}-z-corrected"));
        assert!(corrected.is_some(), "{name}");
        assert_eq!(corrected, shown(&term, &format!("{name}-z")), "{name}");
        assert_eq!(shown(&preterm, &format!("{name}-z")), shown(&birthday, &format!("{name}-z")), "{name}");
    }
    assert_eq!(shown(&preterm, "corrected-age").as_deref(), Some("9.2 mo"));
    // The form's own days of gestation are believed before the enrolment's weeks.
    let mut fields = TAKEN.to_vec();
    fields.extend([("gestation-weeks", "28"), ("gestation-days", "0")]);
    let told = filled(&about(Gestation::of(32, 0), who()), 365, &fields);
    assert_eq!(shown(&told, "corrected-age").as_deref(), Some("9.2 mo"));
}

#[test]
fn the_protocols_reference_is_used_and_named() {
    let cdc = about(None, reference("cdc-2000").expect("it ships"));
    let fields = [("weight", "15"), ("length-or-height", "98"), ("measured", "standing")];
    let form = filled(&cdc, 1_300, &fields);
    assert_eq!(shown(&form, "reference").as_deref(), Some("CDC 2000"));
    let by_who = filled(&about(None, who()), 1_300, &fields);
    assert_ne!(shown(&form, "weight-z"), shown(&by_who, "weight-z"));
    assert_eq!(shown(&form, "bmi"), shown(&by_who, "bmi"));
    // CDC has no BMI under two years, WHO has.
    assert_eq!(shown(&filled(&cdc, 365, &TAKEN), "bmi-z"), None);
}

#[test]
fn both_parents_give_a_target_height_and_one_gives_none() {
    let form = |fields: &[(&str, &str)]| shown(&filled(&about(None, who()), 1_300, fields), "target-height");
    assert_eq!(form(&[("mother-height", "165"), ("father-height", "180")]).as_deref(), Some("166 cm"));
    assert_eq!(form(&[("mother-height", "165")]), None);
}

#[test]
fn what_is_hardly_possible_is_remarked_upon_and_kept() {
    let about = about(None, who());
    let form = filled(&about, 365, &[("weight", "18.1"), ("length-or-height", "74"), ("measured", "lying")]);
    let remarks: Vec<(String, String)> = notes(&form, &about).into_iter().map(|note| (note.place, note.code)).collect();
    assert!(remarks.contains(&("weight".into(), "growth-implausible".into())), "{remarks:?}");
    assert_eq!(shown(&form, "weight").as_deref(), Some("18.1 kg"));
    assert!(notes(&filled(&about, 365, &TAKEN), &about).is_empty());
}
