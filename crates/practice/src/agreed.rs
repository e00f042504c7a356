//! Consent in the practice study: one protocol has forms of its own, families sign them at visits, a grandmother comes to
//! decide for one child, and one family takes back a part of what it agreed to.

use clinic::wire::consent::GuardianForm;
use clinic::wire::course::{ConsentEntry, CourseChange, CourseForm};
use clinic::{Clinic, Now, Refusal, SubjectId};
use facts::fact::{ConsentPart, GivenBy};
use facts::{CivilDate, Period, Relation};

use crate::cast::Character;
use crate::live::moment;

/// Forms that the first protocol gets in place of its consent at visits.
const FORMS: &str = include_str!("forms.toml");
/// Version 2.0 came into force so long ago: who was seen since has signed it, the others are asked.
const AGAIN_DAYS: i32 = 60;
/// The child whose grandmother came to decide, and since how long.
const NEW_GUARDIAN: (&str, i32) = ("S-021", 40);
/// The family that took back a part of its consent, and how long ago.
const WITHDREW: (&str, i32) = ("S-046", 200);

/// The preset as the practice sponsor amended it: consent is asked for by forms, and no longer at visits.
pub(crate) fn with_forms(preset: &str, today: CivilDate) -> String {
    let again = FORMS.replace("{again}", &today.plus_days(-AGAIN_DAYS).to_string());
    let kept = preset.split_inclusive("\n\n").filter(|part| {
        let asks = |task: &str| part.contains(&format!("\n  \"{task}\",\n"));
        !(part.starts_with("[[visit]]") && (asks("reconsent") || asks("assent")))
    });
    let kept: String = kept.collect();
    let lines = kept.lines().filter(|line| !line.trim_start().starts_with("{ task = \"assent\""));
    let text: Vec<&str> = lines.collect();
    let text = text.join("\n").replacen("version = \"1.0\"", &format!("version = \"{VERSION}\""), 1);
    format!("{text}\n\n{again}")
}

/// Version of the amended preset: nobody takes it for the one that ships.
pub(crate) const VERSION: &str = "1.0-practice";

fn is_child(character: &Character, on: CivilDate) -> bool {
    on < character.born_on.plus(&Period::years(18))
}

/// The mother decides from birth on.
pub(crate) fn mother(
    clinic: &mut Clinic,
    character: &Character,
    subject: SubjectId,
    on: CivilDate,
) -> Result<(), Refusal> {
    if character.protocol != crate::PROTOCOLS[0] || !is_child(character, on) {
        return Ok(());
    }
    let form = guardian(character, subject, Relation::Mother, "+86 10 5550 0101");
    keep(clinic, &form, &moment(on, 2))
}

fn guardian(character: &Character, subject: SubjectId, relation: Relation, telephone: &str) -> GuardianForm {
    let who = match (character.language, relation) {
        ("zh-Hans", Relation::Mother) => "的母亲",
        ("zh-Hans", _) => "的奶奶",
        ("ja", Relation::Mother) => "の母",
        ("ja", _) => "の祖母",
        (_, Relation::Mother) => ", mother",
        (..) => ", grandmother",
    };
    GuardianForm {
        subject,
        guardian: None,
        relation,
        name: format!("{}{who}", character.called),
        telephone: telephone.into(),
        email: String::new(),
        address: "1 Practice Road".into(),
        from_on: String::new(),
        until_on: String::new(),
        lives_with: true,
        may_decide: true,
        because: String::new(),
    }
}

fn keep(clinic: &mut Clinic, form: &GuardianForm, now: &Now) -> Result<(), Refusal> {
    let kept = clinic.keep_guardian(form, now)?;
    kept.subject.map(drop).ok_or_else(|| Refusal::bug("practice-guardian"))
}

/// Signs at a visit whatever is to be signed on its day.
pub(crate) fn sign(
    clinic: &mut Clinic,
    character: &Character,
    subject: SubjectId,
    on: CivilDate,
) -> Result<(), Refusal> {
    if character.protocol != crate::PROTOCOLS[0] {
        return Ok(());
    }
    let page = clinic.consent_page(subject, &moment(on, 4))?;
    let guardian = page.guardians.iter().find(|one| one.holds).map(|one| one.guardian);
    let open = page.asked.iter().filter(|asked| asked.line.earliest_on <= on && asked.line.key.starts_with("consent:"));
    for (minute, asked) in (5..).zip(open) {
        let entry = ConsentEntry {
            record: None,
            kind: asked.kind,
            form: asked.form.clone(),
            version: asked.version.clone(),
            on: on.to_string(),
            relation: asked.relation,
            guardian: asked.relation.and(guardian),
            language: character.language.to_owned(),
            copy_given: true,
            witness: false,
            interpreter: false,
            declined: false,
        };
        change(clinic, subject, CourseChange::Consent(entry), "", &moment(on, minute))?;
    }
    Ok(())
}

/// What befell two families lately.
pub(crate) fn lately(clinic: &mut Clinic, character: &Character, subject: SubjectId, now: &Now) -> Result<(), Refusal> {
    if character.code == NEW_GUARDIAN.0 && is_child(character, now.today) {
        let since = now.today.plus_days(-NEW_GUARDIAN.1);
        let ends = clinic.identity(subject)?.guardians.into_iter().next().map(|mother| GuardianForm {
            guardian: Some(mother.id),
            until_on: since.plus_days(-1).to_string(),
            lives_with: false,
            because: "Moved abroad for work; the grandmother decides by order of the court".into(),
            ..guardian(character, subject, mother.relation, &mother.telephone)
        });
        if let Some(form) = ends {
            keep(clinic, &form, &moment(since, 3))?;
        }
        let comes = guardian(character, subject, Relation::Grandparent, "+86 10 5550 0102");
        keep(clinic, &GuardianForm { from_on: since.to_string(), ..comes }, &moment(since, 4))?;
    }
    if character.code == WITHDREW.0 {
        let on = now.today.plus_days(-WITHDREW.1);
        let withdraws = CourseChange::Withdrawal {
            record: None,
            of: vec![ConsentPart::StoredSamples, ConsentPart::DataUse],
            on: on.to_string(),
            until_on: String::new(),
            by: if is_child(character, on) { GivenBy::Parent } else { GivenBy::Subject },
            document: "1.0".into(),
            samples: None,
            samples_on: String::new(),
        };
        change(clinic, subject, withdraws, "Told at the visit and signed", &moment(on, 6))?;
    }
    Ok(())
}

fn change(
    clinic: &mut Clinic,
    subject: SubjectId,
    change: CourseChange,
    because: &str,
    now: &Now,
) -> Result<(), Refusal> {
    let done = clinic.change_course(&CourseForm { subject, change, because: because.into() }, now)?;
    done.subject.map(drop).ok_or_else(|| {
        let codes: Vec<&str> = done.problems.iter().map(|problem| problem.code.as_str()).collect();
        Refusal::bug("practice-consent").with("value", codes.join(" "))
    })
}
