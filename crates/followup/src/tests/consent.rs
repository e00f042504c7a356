//! Consent by the protocol's forms: who is asked, by when, what settles it, and which consent holds on a day.

use facts::fact::{Amendment, ConsentPart, Fact, GivenBy, Status, Withdrawal};
use facts::{Closure, Consent, ConsentKind, GuardianId, Guardianship, Relation};
use proptest::prelude::*;
use protocol::{ConsentForm, ConsentVersion, Protocol};
use uuid::Uuid;

use super::study::*;
use crate::{Course, Signed, Told, holds, signed};

fn form(code: &str, kind: ConsentKind, by: &[GivenBy], ages: [&str; 2]) -> ConsentForm {
    let age = |text: &str| (!text.is_empty()).then(|| period(text));
    ConsentForm {
        code: code.into(),
        kind,
        label: label(code),
        family: label(code),
        given_by: by.to_vec(),
        age_from: age(ages[0]),
        age_under: age(ages[1]),
        within: Some(period("P3M")),
        new_guardian_within: None,
        versions: vec![version("1.0", None, None)],
        citation: std::sync::Arc::new(citation()),
    }
}

fn version(version: &str, effective: Option<&str>, again: Option<&str>) -> ConsentVersion {
    ConsentVersion {
        version: version.into(),
        effective_on: effective.map(on),
        reconsent_within: again.map(period),
        citation: None,
    }
}

/// Consent of the parents and later of the subject; assent from 7 and from 12; version 2 in force from 2026-03-01, asked
/// for within three months; a form for genetic tests that may be declined.
fn study() -> Protocol {
    let all = [GivenBy::Parent, GivenBy::Guardian, GivenBy::Subject];
    let mut main = form("main", ConsentKind::Consent, &all, ["", ""]);
    main.versions.push(version("2.0", Some("2026-03-01"), Some("P3M")));
    main.new_guardian_within = Some(period("P2M"));
    let mut genetic = form("genetic", ConsentKind::Optional, &all, ["", ""]);
    genetic.within = None;
    let child = [GivenBy::Subject];
    let assent = |code, ages| form(code, ConsentKind::Assent, &child, ages);
    let forms = vec![main, assent("assent-7", ["P7Y", "P12Y"]), assent("assent-12", ["P12Y", ""]), genetic];
    Protocol { consents: forms, ..protocol(fifteen_years()) }
}

fn paper(kind: ConsentKind, form: &str, version: &str, day: &str, by: GivenBy) -> Consent {
    Consent {
        kind,
        form: form.into(),
        version: version.into(),
        on: on(day),
        by,
        relation: (by != GivenBy::Subject).then_some(Relation::Mother),
        guardian: None,
        language: "en".into(),
        copy_given: true,
        witness: false,
        interpreter: false,
        declined: false,
    }
}

fn signs(mut story: Story, paper: Consent) -> Story {
    story.add(Fact::Consent(paper));
    story
}

/// `consent:main:enrolment 2024-08-01 2024-11-01` of everything asked, in the order of the days.
fn asked(story: &Story, protocol: &Protocol) -> Vec<String> {
    let owed = story.owes(protocol);
    let consents = owed.iter().filter(|o| o.key.starts_with("consent:"));
    consents.map(|o| format!("{} {} {}", o.key, o.window.earliest_on, o.window.latest_on)).collect()
}

fn keys(story: &Story, protocol: &Protocol) -> Vec<String> {
    story.owes(protocol).into_iter().map(|o| o.key).filter(|key| key.starts_with("consent:")).collect()
}

#[test]
fn a_child_of_ten_is_asked_for_assent_now_and_at_twelve_and_for_their_own_consent_at_eighteen() {
    let story = Story::of("2014-05-31", "2024-08-01").dose("2024-08-31");
    assert_eq!(
        asked(&story, &study()),
        [
            "consent:assent-7:age 2024-08-01 2024-11-01",
            "consent:main:enrolment 2024-08-01 2024-11-01",
            "consent:main:version:2.0 2026-03-01 2026-06-01",
            "consent:assent-12:age 2026-05-31 2026-08-31",
            "consent:main:majority 2032-05-31 2032-08-31",
        ]
    );
    let owed = story.owes(&study());
    assert!(stands(&owed, "consent:main:enrolment", "2026-01-01").starts_with("done InWindow"), "the day of enrolment");
    assert_eq!(stands(&owed, "consent:assent-12:age", "2026-05-30"), "opens in 1");
    assert_eq!(stands(&owed, "consent:assent-12:age", "2026-08-31"), "due soon 0");
    assert_eq!(stands(&owed, "consent:assent-12:age", "2026-09-01"), "overdue 1");
}

#[test]
fn birthdays_and_periods_at_the_end_of_a_month_clamp_and_say_so() {
    for (born, key, days, clamped) in [
        ("2016-02-29", "consent:assent-12:age", "2028-02-29 2028-05-29 2028-05-29", false),
        ("2016-03-31", "consent:assent-12:age", "2028-03-31 2028-06-30 2028-06-30", true),
        ("2020-02-29", "consent:assent-7:age", "2027-02-28 2027-05-28 2027-05-28", true),
        ("2020-02-29", "consent:main:majority", "2038-02-28 2038-05-28 2038-05-28", true),
    ] {
        let owed = Story::of(born, "2021-03-01").dose("2021-03-31").owes(&study());
        let asked = get(&owed, key);
        assert_eq!((dates(asked).as_str(), asked.because.clamped), (days, clamped), "{born} {key}");
    }
}

#[test]
fn a_new_version_is_asked_of_those_who_signed_an_earlier_one_and_settled_by_its_signature() {
    let protocol = study();
    let key = "consent:main:version:2.0";
    let child = || Story::of("2021-02-11", "2024-08-01").dose("2024-08-31");
    let signed = |version: &str, day: &str| {
        signs(child(), paper(ConsentKind::Consent, "main", version, day, GivenBy::Parent)).owes(&protocol)
    };
    for (owed, day, wanted) in [
        (child().owes(&protocol), "2026-02-28", "opens in 1"),
        (child().owes(&protocol), "2026-03-01", "open 92"),
        (child().owes(&protocol), "2026-06-02", "overdue 1"),
        (signed("2.0", "2026-04-01"), "2026-06-02", "done InWindow"),
        (signed("2.0", "2026-07-01"), "2026-07-01", "done Late"),
        // Signed before it came into force, with the approval in hand: not early.
        (signed("2.0", "2026-02-20"), "2026-03-01", "done InWindow"),
        // Signing the old version once more answers nothing.
        (signed("1.0", "2026-04-01"), "2026-06-02", "overdue 1"),
        (child().status(Status::Withdrawn, "2026-01-01").owes(&protocol), "2026-07-01", "not required: status"),
        (child().status(Status::Deceased, "2026-01-01").owes(&protocol), "2026-07-01", "not required: status"),
        (child().status(Status::LostToFollowUp, "2026-01-01").owes(&protocol), "2026-07-01", "not required: status"),
        (
            child().status(Status::LostToFollowUp, "2026-07-01").owes(&protocol),
            "2026-08-01",
            "missed: LostToFollowUp 2026-07-01",
        ),
    ] {
        assert_eq!(stands(&owed, key, day), wanted, "{day}");
    }
    // Who joins when version 2 is in force signed it, and is not asked again.
    let later = Story::of("2021-02-11", "2026-04-01").dose("2026-04-30");
    assert!(!keys(&later, &protocol).contains(&key.to_owned()));
    // Who does not want to be seen any more is not asked to sign for it.
    let mut left = child();
    left.add(Fact::Withdrawal(Withdrawal {
        of: vec![ConsentPart::FurtherVisits],
        on: on("2025-01-01"),
        until_on: None,
        by: GivenBy::Parent,
        document: String::new(),
        because: String::new(),
        samples: None,
    }));
    assert_eq!(stands(&left.owes(&protocol), key, "2026-07-01"), "not required: withdrawn");
}

#[test]
fn of_two_versions_asked_for_one_after_the_other_the_later_is_signed() {
    let mut protocol = study();
    protocol.consents[0].versions.push(version("3.0", Some("2026-05-01"), Some("P3M")));
    let child = Story::of("2021-02-11", "2024-08-01").dose("2024-08-31");
    let owed = child.owes(&protocol);
    assert_eq!(stands(&owed, "consent:main:version:2.0", "2026-05-02"), "superseded");
    assert!(stands(&owed, "consent:main:version:3.0", "2026-05-02").starts_with("open"));
    let child = signs(child, paper(ConsentKind::Consent, "main", "3.0", "2026-05-10", GivenBy::Parent));
    let owed = child.owes(&protocol);
    assert!(stands(&owed, "consent:main:version:2.0", "2027-01-01").starts_with("done"), "the later one tells both");
}

#[test]
fn own_consent_at_majority_is_the_subject_s_signature_and_not_another_of_the_parents() {
    let protocol = study();
    let key = "consent:main:majority";
    let child = || Story::of("2012-02-11", "2020-08-01").dose("2020-08-31");
    let by = |by, day: &str| signs(child(), paper(ConsentKind::Consent, "main", "2.0", day, by)).owes(&protocol);
    assert!(stands(&by(GivenBy::Parent, "2030-03-01"), key, "2030-03-02").starts_with("open"));
    assert_eq!(stands(&by(GivenBy::Subject, "2030-03-01"), key, "2030-03-02"), "done InWindow");
    // The signature of a child is no consent of an adult.
    assert!(stands(&by(GivenBy::Subject, "2029-03-01"), key, "2030-03-02").starts_with("open"));
    // An adult signs once.
    let adult = Story::of("1990-02-11", "2020-08-01").dose("2020-08-31");
    assert_eq!(keys(&adult, &protocol), ["consent:main:enrolment", "consent:main:version:2.0"]);
    // Of age at 20 elsewhere.
    let at_20 = Protocol { age_of_majority: period("P20Y"), ..study() };
    assert_eq!(get(&child().owes(&at_20), key).window.earliest_on, on("2032-02-11"));
    // After the end of follow-up nobody is asked.
    let infant = Story::of("2020-02-11", "2020-08-01").dose("2020-08-31").owes(&protocol);
    assert_eq!(stands(&infant, key, "2039-01-01"), "not required: after-follow-up");
}

#[test]
fn a_new_guardian_is_asked_once_and_only_while_they_decide() {
    let protocol = study();
    let who = |id: u128| GuardianId(Uuid::from_u128(id));
    let came = |id: u128, from: Option<&str>, until: Option<&str>| {
        let mut story = Story::of("2021-02-11", "2024-08-01").dose("2024-08-31");
        story.add(Fact::Guardianship(Guardianship {
            guardian: who(id),
            relation: Relation::Grandparent,
            from_on: from.map(on),
            until_on: until.map(on),
        }));
        story
    };
    let key = format!("consent:main:guardian:{}", who(7));
    assert_eq!(
        stands(&came(7, Some("2025-01-31"), None).owes(&protocol), &key, "2025-02-01"),
        format!("open {}", on("2025-03-31").days_since(on("2025-02-01")))
    );
    for (from, until) in [(None, None), (Some("2024-07-01"), None), (Some("2039-03-01"), None)] {
        let known = keys(&came(7, from, until), &protocol);
        assert!(!known.contains(&key), "{from:?}: there before the first signature, or the child is of age");
    }
    let gone = came(7, Some("2025-01-31"), Some("2025-02-10")).owes(&protocol);
    assert_eq!(stands(&gone, &key, "2025-05-01"), "not required: no-longer-decides");
    let signed = |guardian: Option<GuardianId>, relation| {
        let paper = paper(ConsentKind::Consent, "main", "1.0", "2025-02-15", GivenBy::Guardian);
        let paper = Consent { guardian, relation: Some(relation), ..paper };
        signs(came(7, Some("2025-01-31"), None), paper).owes(&protocol)
    };
    assert_eq!(stands(&signed(Some(who(7)), Relation::Grandparent), &key, "2025-03-01"), "done InWindow");
    assert_eq!(stands(&signed(None, Relation::Grandparent), &key, "2025-03-01"), "done InWindow");
    assert!(stands(&signed(Some(who(8)), Relation::Grandparent), &key, "2025-03-01").starts_with("open"));
    assert!(stands(&signed(None, Relation::Mother), &key, "2025-03-01").starts_with("open"));
}

#[test]
fn an_answer_of_no_settles_what_was_asked_and_agrees_to_nothing() {
    let protocol = study();
    let child = Story::of("2016-02-11", "2024-08-01").dose("2024-08-31");
    let no = Consent { declined: true, ..paper(ConsentKind::Consent, "main", "2.0", "2026-04-01", GivenBy::Parent) };
    let story = signs(child, no);
    assert_eq!(stands(&story.owes(&protocol), "consent:main:version:2.0", "2026-07-01"), "done InWindow");
    let life = story.life();
    let all = signed(&Course::from(&protocol), &life);
    let held = holds(&Course::from(&protocol), &life, &all, on("2026-07-01")).unwrap();
    assert_eq!((held.version.as_str(), held.told), ("1.0", Told::Enrolment), "the earlier one holds on");
}

fn decides(mut story: Story, id: u128, from: Option<&str>, until: Option<&str>) -> Story {
    story.add(Fact::Guardianship(Guardianship {
        guardian: GuardianId(Uuid::from_u128(id)),
        relation: Relation::Mother,
        from_on: from.map(on),
        until_on: until.map(on),
    }));
    story
}

#[test]
fn a_child_for_whom_nobody_decides_any_more_is_a_line_until_somebody_does_or_they_answer_themselves() {
    let protocol = study();
    // Of age on 2030-02-11.
    let child = || Story::of("2012-02-11", "2020-08-01").dose("2020-08-31");
    let gaps = |story: &Story| {
        let all = keys(story, &protocol).into_iter();
        all.filter(|key| key.starts_with("consent:decide:guardian:")).collect::<Vec<_>>()
    };
    let none: [String; 0] = [];
    assert_eq!(gaps(&child()), none, "nobody wrote down who decides: that is no gap");
    let until = |day: &str| decides(child(), 1, None, Some(day));
    let key = "consent:decide:guardian:2027-05-01";
    assert_eq!(gaps(&until("2027-04-30")), [key]);
    let owed = until("2027-04-30").owes(&protocol);
    assert_eq!(stands(&owed, key, "2027-04-30"), "opens in 1");
    assert_eq!(stands(&owed, key, "2027-05-04"), "waits 3");
    // Of two who decide the other goes on; who comes the next day leaves no gap; of age nobody is needed.
    for story in [
        decides(until("2027-04-30"), 2, Some("2021-01-01"), None),
        decides(until("2027-04-30"), 2, Some("2027-05-01"), None),
        until("2030-02-10"),
        until("2031-01-01"),
    ] {
        assert_eq!(gaps(&story), none);
    }
    let came = decides(until("2027-04-30"), 2, Some("2027-06-01"), None);
    assert_eq!(stands(&came.owes(&protocol), key, "2027-07-01"), "done InWindow");
    // One came and went: the gap after them is another.
    let again = decides(until("2027-04-30"), 2, Some("2027-06-01"), Some("2028-01-31"));
    assert_eq!(gaps(&again), [key, "consent:decide:guardian:2028-02-01"]);
    for declined in [true, false] {
        let own = answers(until("2027-04-30"), GivenBy::Subject, "2.0", "2030-02-20", declined);
        assert_eq!(stands(&own.owes(&protocol), key, "2030-03-01"), "done InWindow");
    }
    let left = until("2027-04-30").status(Status::Deceased, "2027-05-20");
    assert_eq!(stands(&left.owes(&protocol), key, "2027-06-01"), "not required: status");
}

const DECLINED: &str = "consent:decide:declined";

fn answers(story: Story, by: GivenBy, version: &str, day: &str, declined: bool) -> Story {
    signs(story, Consent { declined, ..paper(ConsentKind::Consent, "main", version, day, by) })
}

#[test]
fn a_no_at_majority_ends_what_the_parents_signed_and_stays_a_line_until_the_person_signs_or_leaves() {
    let protocol = study();
    // Of age on 2030-02-11.
    let child = || {
        answers(Story::of("2012-02-11", "2020-08-01").dose("2020-08-31"), GivenBy::Parent, "2.0", "2026-04-01", false)
    };
    let held = |story: &Story, day: &str| {
        let (life, course) = (story.life(), Course::from(&protocol));
        let all = signed(&course, &life);
        holds(&course, &life, &all, on(day)).map(|one| (one.by, one.on.to_string()))
    };
    let parents = Some((Some(GivenBy::Parent), "2026-04-01".to_owned()));
    let no = || answers(child(), GivenBy::Subject, "2.0", "2030-03-01", true);
    assert!(!keys(&child(), &protocol).contains(&DECLINED.to_owned()));
    assert_eq!(held(&no(), "2030-02-28"), parents, "until then as it was");
    assert_eq!(held(&no(), "2030-03-01"), None);
    let owed = no().owes(&protocol);
    assert_eq!(stands(&owed, "consent:main:majority", "2030-03-05"), "done InWindow", "they were asked");
    assert_eq!(stands(&owed, DECLINED, "2030-03-05"), "waits 4");
    // Another signature of the parents changes nothing.
    let mother = answers(no(), GivenBy::Parent, "2.0", "2030-04-01", false);
    assert_eq!(
        (held(&mother, "2030-05-01"), stands(&mother.owes(&protocol), DECLINED, "2030-05-01").as_str()),
        (None, "waits 61")
    );
    let signs = answers(no(), GivenBy::Subject, "2.0", "2030-04-01", false);
    assert_eq!(held(&signs, "2030-05-01"), Some((Some(GivenBy::Subject), "2030-04-01".to_owned())));
    assert_eq!(stands(&signs.owes(&protocol), DECLINED, "2030-05-01"), "done InWindow");
    let left = no().status(Status::Withdrawn, "2030-03-20");
    assert_eq!(stands(&left.owes(&protocol), DECLINED, "2030-05-01"), "not required: status");
    let back = no().status(Status::Withdrawn, "2030-03-20").status(Status::OnFollowUp, "2030-04-20");
    assert_eq!(stands(&back.owes(&protocol), DECLINED, "2030-05-01"), "waits 61");
    let visits = no().withdrew(ConsentPart::FurtherVisits, "2030-03-20", None);
    assert_eq!(stands(&visits.owes(&protocol), DECLINED, "2030-05-01"), "not required: withdrawn");
    // A part that was withdrawn in childhood, or is no visit, decides nothing.
    let samples = no().withdrew(ConsentPart::FurtherSamples, "2030-03-20", None);
    assert_eq!(stands(&samples.owes(&protocol), DECLINED, "2030-05-01"), "waits 61");
}

#[test]
fn a_child_s_no_and_an_adult_s_no_to_a_new_version_decide_nothing() {
    let protocol = study();
    let child = || Story::of("2012-02-11", "2020-08-01").dose("2020-08-31");
    for story in [
        answers(child(), GivenBy::Subject, "2.0", "2029-03-01", true),
        answers(child(), GivenBy::Parent, "2.0", "2030-03-01", true),
        answers(
            answers(child(), GivenBy::Subject, "2.0", "2030-03-01", false),
            GivenBy::Subject,
            "2.0",
            "2031-03-01",
            true,
        ),
    ] {
        assert!(!keys(&story, &protocol).contains(&DECLINED.to_owned()));
        let (life, course) = (story.life(), Course::from(&protocol));
        let all = signed(&course, &life);
        assert!(holds(&course, &life, &all, on("2032-01-01")).is_some(), "the earlier one holds on");
    }
}

#[test]
fn a_no_told_at_the_visit_of_majority_is_the_same_no() {
    let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/lentiviral-hsc-15y").unwrap();
    let preset = protocol::read(text).0.unwrap();
    let mut story = Story::of("2014-02-11", "2020-08-01").dose("2020-08-31");
    let choice = facts::Answer::choice;
    let told = [("form", choice("consent")), ("given", choice("no")), ("by", choice("subject"))];
    story.assessed("consent", on("2032-02-20"), Closure::Answered, &told);
    let owed = story.owes(&preset);
    assert_eq!(stands(&owed, DECLINED, "2032-02-20"), "waits 0");
    let (life, course) = (story.life(), Course::from(&preset));
    let all = signed(&course, &life);
    assert_eq!(holds(&course, &life, &all, on("2032-02-20")), None);
}

#[test]
fn every_record_of_consent_is_read_by_one_function() {
    let protocol = study();
    let mut story = Story::of("2014-05-31", "2024-08-01").dose("2024-08-31");
    let choice = facts::Answer::choice;
    let answers = [
        ("form", choice("assent")),
        ("given", choice("yes")),
        ("version", facts::Answer::text("1.0")),
        ("by", choice("subject")),
    ];
    story.assessed("consent", on("2024-08-20"), Closure::Answered, &answers);
    story.add(Fact::Amendment(Amendment {
        protocol: "story@1".into(),
        moves_on: Some(on("2026-04-01")),
        reconsented_on: Some(on("2026-03-20")),
        without_consent: false,
        because: String::new(),
    }));
    let owed = story.owes(&protocol);
    assert_eq!(stands(&owed, "consent:assent-7:age", "2025-01-01"), "done InWindow");
    assert_eq!(stands(&owed, "consent:main:version:2.0", "2026-07-01"), "done InWindow");
    let life = story.life();
    let told = |all: &[Signed]| all.iter().map(|one| (one.told, one.version.clone())).collect::<Vec<_>>();
    let all = signed(&Course::from(&protocol), &life);
    let wanted = [(Told::Enrolment, "1.0"), (Told::Visit, "1.0"), (Told::Amendment, "2.0")];
    assert_eq!(told(&all), wanted.map(|(told, version)| (told, version.to_owned())));
    // The paper of the same day says more than the day alone.
    let story = signs(story, paper(ConsentKind::Consent, "main", "1.0", "2024-08-01", GivenBy::Parent));
    let all = signed(&Course::from(&protocol), &story.life());
    assert_eq!(
        all.iter().filter(|one| one.on == on("2024-08-01")).map(|one| one.told).collect::<Vec<_>>(),
        [Told::Consent]
    );
}

/// Protocols without forms ask at visits, as they always did: the record of a form settles those too.
#[test]
fn a_visit_that_asks_for_nothing_but_consent_is_made_by_whoever_signs() {
    let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/lentiviral-hsc-15y").unwrap();
    let preset = protocol::read(text).0.unwrap();
    let child = || Story::of("2014-02-11", "2020-08-01").dose("2020-08-31");
    let by = |kind, by, day: &str| signs(child(), paper(kind, "", "1.0", day, by)).owes(&preset);
    let adult = by(ConsentKind::Consent, GivenBy::Subject, "2032-02-20");
    assert_eq!(stands(&adult, "visit:MAJ", "2032-03-01"), "done InWindow");
    let parents = by(ConsentKind::Consent, GivenBy::Parent, "2032-02-20");
    assert!(stands(&parents, "visit:MAJ", "2032-03-01").starts_with("open"));
    let assent = by(ConsentKind::Assent, GivenBy::Subject, "2021-02-20");
    assert_eq!(stands(&assent, "visit:AGE7", "2021-03-01"), "done InWindow");
    assert!(stands(&assent, "visit:AGE12", "2026-03-01").starts_with("open"));
    assert!(stands(&assent, "visit:MAJ", "2032-03-01").starts_with("open"));
    assert!(assent.iter().all(|o| !o.key.starts_with("consent:")), "asked once");
}

#[test]
fn the_form_is_asked_for_from_the_day_on_which_a_version_that_has_it_is_followed() {
    let old = protocol(fifteen_years());
    let new = Protocol { version: "2".into(), ..study() };
    let story = Story::of("2014-05-31", "2020-08-01").dose("2020-08-31").moved("story@2", "2026-05-15");
    let life = story.life();
    let find = |reference: &str| [&old, &new].into_iter().find(|text| text.reference() == reference);
    let course = Course::of(&life, find).unwrap();
    let owed = crate::owed(&course, &life, &[]);
    // Eleven on the day of moving: assent then, and not five years before.
    assert_eq!(get(&owed, "consent:assent-7:age").window.earliest_on, on("2026-05-15"));
    assert_eq!(get(&owed, "consent:main:version:2.0").window.latest_on, on("2026-08-15"));
    assert!(stands(&owed, "consent:main:enrolment", "2026-06-01").starts_with("done"));
}

#[test]
fn visits_that_count_from_consent_count_from_the_first_one_wherever_it_is_told() {
    let mut visits = fifteen_years();
    visits.push(visit("C1", protocol::Anchor::Consent, "P1M"));
    let protocol = protocol(visits);
    let enrolled = |consented: Option<&str>| {
        let mut story = Story::of("2021-02-11", "2024-08-01").dose("2024-08-31");
        let Fact::Enrolment(fact) = &mut story.entries[0].fact else { unreachable!() };
        fact.consented_on = consented.map(on);
        story
    };
    let due = |story: &Story| story.owes(&protocol).iter().find(|o| o.key == "visit:C1").map(|o| o.window.due_on);
    assert_eq!(due(&enrolled(Some("2024-07-31"))), Some(on("2024-08-31")));
    assert_eq!(due(&enrolled(None)), None, "nobody knows yet");
    let no = Consent { declined: true, ..paper(ConsentKind::Consent, "", "1.0", "2024-07-01", GivenBy::Parent) };
    let story = signs(enrolled(None), no);
    assert_eq!(due(&story), None);
    let story = signs(story, paper(ConsentKind::Consent, "", "1.0", "2024-07-15", GivenBy::Parent));
    assert_eq!(due(&story), Some(on("2024-08-15")));
    // The day told at enrolment stays the first consent.
    let both =
        signs(enrolled(Some("2024-07-31")), paper(ConsentKind::Consent, "", "2.0", "2026-01-01", GivenBy::Parent));
    assert_eq!(due(&both), Some(on("2024-08-31")));
}

proptest! {
    /// At every day at most one consent to take part holds, and it is one that was signed, the last one.
    #[test]
    fn what_holds_was_signed_and_is_the_last(
        papers in prop::collection::vec((0_i32..6_000, 0_usize..3, 0_usize..3, any::<bool>()), 0..12),
        left in prop::option::of(0_i32..6_000),
    ) {
        let start = on("2024-08-01");
        let mut story = Story::of("2014-05-31", "2024-08-01").dose("2024-08-31");
        let kinds = [ConsentKind::Consent, ConsentKind::Assent, ConsentKind::Optional];
        let givers = [GivenBy::Parent, GivenBy::Guardian, GivenBy::Subject];
        for (day, kind, by, declined) in papers {
            let paper = paper(kinds[kind], "main", "1.0", "2024-08-01", givers[by]);
            story.add(Fact::Consent(Consent { on: start.plus_days(day), declined, ..paper }));
        }
        if let Some(left) = left {
            story = story.status(Status::Withdrawn, &start.plus_days(left).to_string());
        }
        let life = story.life();
        let protocol = study();
        let all = signed(&Course::from(&protocol), &life);
        for day in (-10..6_100).step_by(37) {
            let day = start.plus_days(day);
            let consents = |one: &&Signed| one.kind == ConsentKind::Consent && one.on <= day;
            let own = |one: &Signed| one.by == Some(GivenBy::Subject) && one.on >= on("2032-05-31");
            let declined = all.iter().filter(consents).any(|one| one.declined && own(one));
            let agrees = |one: &&Signed| consents(one) && !one.declined && (!declined || own(one));
            match holds(&Course::from(&protocol), &life, &all, day) {
                Some(held) => {
                    prop_assert!(agrees(&held) && all.contains(held));
                    prop_assert!(!all.iter().filter(agrees).any(|other| other.on > held.on));
                    prop_assert!(life.status_on(day) != Status::Withdrawn);
                }
                None => prop_assert!(life.status_on(day) == Status::Withdrawn || !all.iter().any(|one| agrees(&one))),
            }
        }
    }

    /// Whatever is signed when, nothing asked disappears but by being settled, and no window inverts.
    #[test]
    fn no_signature_makes_an_obligation_vanish(
        papers in prop::collection::vec((1_i32..5_000, 0_usize..4, 0_usize..2, 0_usize..3), 0..8),
    ) {
        let protocol = study();
        let plain = Story::of("2014-05-31", "2024-08-01").dose("2024-08-31");
        let before = keys(&plain, &protocol);
        let mut story = plain;
        let forms = ["main", "assent-7", "assent-12", "genetic"];
        for (day, at, version, by) in papers {
            let kind = protocol.consents[at].kind;
            let by = [GivenBy::Parent, GivenBy::Guardian, GivenBy::Subject][by];
            let paper = paper(kind, forms[at], ["1.0", "2.0"][version], "2024-08-01", by);
            story.add(Fact::Consent(Consent { on: on("2024-08-01").plus_days(day), ..paper }));
        }
        let after = keys(&story, &protocol);
        for key in before {
            prop_assert!(after.contains(&key), "{} is gone", key);
        }
        for o in story.owes(&protocol) {
            prop_assert!(o.window.earliest_on <= o.window.due_on && o.window.due_on <= o.window.latest_on);
        }
    }
}
