//! What a condition rests on, in words: which result on which day, against which limit of the protocol.

use std::collections::BTreeMap;

use facts::CivilDate;
use followup::{Because, Ground, Obligation, WhyNot};
use protocol::Protocol;
use words::Words;

use super::{
    age_of, field_label, limit_name, limit_value, number, option, period, plain, rule_name, sex, task_label, texts,
    why_not,
};

/// "RCR/RCL was positive on 28 Feb 2025; until 2 negative tests in a row, none so far", every ground of one thing.
pub(super) fn because(words: &Words, grounds: &[Because]) -> String {
    let said: Vec<String> = grounds.iter().map(|one| ground(words, one)).collect();
    said.join(&plain(words, "condition-and"))
}

/// What results ask for at a visit, one line a task.
pub(super) fn asked(words: &Words, language: &str, obligation: &Obligation, protocol: &Protocol) -> Vec<String> {
    let line = |asked: &followup::Asked| {
        let because = because(words, &asked.because);
        match &asked.task {
            Some(task) => {
                let task = task_label(language, task, protocol);
                words.say("explain-asked", &texts(&[("task", &task), ("because", &because)]))
            }
            None => words.say("explain-asked-visit", &texts(&[("because", &because)])),
        }
    };
    obligation.asked.iter().map(line).collect()
}

/// Why results ask for a task at a visit; empty when it is asked for without them.
pub(crate) fn asked_for(words: &Words, obligation: &Obligation, task: &str) -> String {
    let asked = obligation.asked.iter().find(|asked| asked.task.as_deref() == Some(task));
    asked.map(|asked| because(words, &asked.because)).unwrap_or_default()
}

fn ground(words: &Words, one: &Because) -> String {
    let of_person = |key: &str, name: &str, value: &str| {
        // What asks only for some says so where it is not met, and where it is met and therefore left out.
        let key = if one.holds { format!("ground-{key}-not") } else { format!("ground-{key}") };
        words.say(&key, &texts(&[(name, value)]))
    };
    match &one.ground {
        Ground::Sex { sex: wanted } => of_person("sex", "sex", &sex(words, *wanted)),
        Ground::AgeUnder { age } => of_person("age-under", "age", &age_of(words, age)),
        Ground::AgeFrom { age } => of_person("age-from", "age", &age_of(words, age)),
        Ground::YearsAfter { years } => of_person("years-after", "years", &period(words, years)),
        Ground::YearsBefore { years } => of_person("years-before", "years", &period(words, years)),
        Ground::Matrix { cleared: Some(cleared), .. } => why_not(words, &WhyNot::Cleared(cleared.clone())),
        Ground::Matrix { matrix, consecutive, cleared: None } => {
            let mut args = number("n", consecutive);
            args.extend(texts(&[("matrix", &plain(words, &format!("shedding-matrix-{matrix}")))]));
            words.say("ground-not-cleared", &args)
        }
        Ground::Vector { consecutive, clear_on } if clear_on.is_empty() => {
            words.say("ground-vector-found", &number("n", consecutive))
        }
        Ground::Vector { clear_on, .. } => undetected(words, clear_on),
        Ground::RcrRcl { positive_on, negative_on, until_negative } => {
            let key = match (positive_on, one.holds, negative_on.is_empty()) {
                (None, ..) => "ground-rcr-rcl-none",
                (Some(_), true, true) => "ground-rcr-rcl-positive",
                (Some(_), true, false) => "ground-rcr-rcl-positive-since",
                (Some(_), false, _) => "ground-rcr-rcl-negative",
            };
            let on = positive_on.map(|on| words.date_short(&on.to_string())).unwrap_or_default();
            let mut args = texts(&[("on", &on), ("days", &days(words, negative_on))]);
            args.extend(number("n", until_negative));
            words.say(key, &args)
        }
        Ground::Answered { kind, field, wanted, told } => {
            let answers: Vec<String> = wanted.iter().map(|code| option(words, kind, field, code)).collect();
            let answers = answers.join(&plain(words, "list-joint"));
            let key = match (told, one.holds) {
                (None, _) => "ground-answered-none",
                (Some(_), true) => "ground-answered",
                (Some(_), false) => "ground-answered-otherwise",
            };
            let answer = told.as_ref().map(|told| option(words, kind, field, &told.answer)).unwrap_or_default();
            let on = told.as_ref().map(|told| words.date_short(&told.on.to_string())).unwrap_or_default();
            let label = field_label(words, kind, field);
            words.say(key, &texts(&[("field", &label), ("answer", &answer), ("on", &on), ("answers", &answers)]))
        }
        Ground::Finding { rule: of, seen_on, limits } => {
            let on = seen_on.map(|on| words.date_short(&on.to_string())).unwrap_or_default();
            let key = if seen_on.is_some() { "ground-finding" } else { "ground-finding-none" };
            words.say(key, &texts(&[("on", &on), ("rule", &rule(words, of, limits))]))
        }
    }
}

/// A rule with the limits that the protocol sets it.
pub(super) fn rule(words: &Words, rule: &str, limits: &BTreeMap<String, String>) -> String {
    let name = rule_name(words, rule);
    let said = limits.iter().map(|(limit, value)| {
        words
            .say("ground-limit", &texts(&[("limit", &limit_name(words, limit)), ("value", &limit_value(words, value))]))
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return name;
    }
    words.say("ground-rule", &texts(&[("rule", &name), ("limits", &said.join(&plain(words, "list-joint")))]))
}

/// Days of samples without the vector; rows of an older edition name none.
pub(super) fn undetected(words: &Words, samples: &[CivilDate]) -> String {
    if samples.is_empty() {
        return plain(words, "why-not-undetected");
    }
    let mut args = number("n", samples.len());
    args.extend(texts(&[("days", &days(words, samples))]));
    words.say("why-not-undetected-on", &args)
}

fn days(words: &Words, days: &[CivilDate]) -> String {
    let said: Vec<String> = days.iter().map(|on| words.date_short(&on.to_string())).collect();
    said.join(&plain(words, "list-joint"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use followup::{AnswerGiven, Cleared};

    /// Every ground, met and not, reads as a whole sentence in every language, with its day and its limit.
    #[test]
    fn each_ground_names_the_result_its_day_and_the_limit() {
        let on: CivilDate = "2025-02-28".parse().unwrap();
        let years = facts::Period::years(5);
        let told = AnswerGiven { answer: "yes".into(), on };
        let answered = |told: Option<AnswerGiven>| Ground::Answered {
            kind: "puberty".into(),
            field: "menarche".into(),
            wanted: vec!["yes".into()],
            told,
        };
        let matrix = |cleared: Option<Cleared>| Ground::Matrix { matrix: "urine".into(), consecutive: 3, cleared };
        let rcr = |positive_on: Option<CivilDate>, negative_on: Vec<CivilDate>| Ground::RcrRcl {
            positive_on,
            negative_on,
            until_negative: 2,
        };
        let finding = |seen_on: Option<CivilDate>| Ground::Finding {
            rule: "dominant-clone".into(),
            seen_on,
            limits: [("share-percent".to_owned(), "20".to_owned())].into(),
        };
        let cleared = Cleared { matrix: "urine".into(), on, samples: Vec::new() };
        let dated = [
            matrix(Some(cleared)),
            Ground::Vector { consecutive: 2, clear_on: vec![on, on] },
            rcr(Some(on), Vec::new()),
            rcr(Some(on), vec![on]),
            answered(Some(told)),
            finding(Some(on)),
        ];
        let undated = [
            Ground::Sex { sex: facts::Sex::Female },
            Ground::AgeUnder { age: years },
            Ground::AgeFrom { age: years },
            Ground::YearsAfter { years },
            Ground::YearsBefore { years },
            matrix(None),
            Ground::Vector { consecutive: 2, clear_on: Vec::new() },
            rcr(None, Vec::new()),
            answered(None),
            finding(None),
        ];
        for tag in ["en", "zh-Hans", "ja"] {
            let words = Words::of(tag);
            let day = words.date_short("2025-02-28");
            for (dates, grounds) in [(true, &dated[..]), (false, &undated[..])] {
                for ground in grounds {
                    let said = [true, false].map(|holds| because(&words, &[Because { ground: ground.clone(), holds }]));
                    for one in &said {
                        assert!(
                            !one.contains(['⟦', '{']) && !one.contains("“”") && one.contains(&day) == dates,
                            "{one}"
                        );
                    }
                    let person = ground_of_person(ground);
                    assert_eq!(
                        said[0] != said[1],
                        person || said[0].contains("RCR") && dates || is_answer(ground) && dates
                    );
                }
            }
            let limited = because(&words, &[Because { ground: dated[5].clone(), holds: true }]);
            assert!(limited.contains("20"), "{limited}");
        }
    }

    fn ground_of_person(ground: &Ground) -> bool {
        matches!(
            ground,
            Ground::Sex { .. }
                | Ground::AgeUnder { .. }
                | Ground::AgeFrom { .. }
                | Ground::YearsAfter { .. }
                | Ground::YearsBefore { .. }
        )
    }

    fn is_answer(ground: &Ground) -> bool {
        matches!(ground, Ground::Answered { .. })
    }
}
