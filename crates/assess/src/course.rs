//! What a laboratory value says now beside what it said last: the multiple of its limit, the grade, the day.
//!
//! Reads what the form's calculator filled in (`<key>-x-uln`, `<key>-grade`), now and in earlier forms of the kind, so a
//! grade that was given by another edition of CTCAE is told as it was given. Silent while both are normal. It informs;
//! what is a finding is decided by rules of the protocol.

use facts::answer::Assessment;
use rust_decimal::Decimal;

use crate::kinds;
use crate::note::{Level, Note};

/// What was told of a value once.
struct Told {
    times: Option<Decimal>,
    grade: Option<Decimal>,
}

impl Told {
    fn of(assessment: &Assessment, key: &str) -> Option<Self> {
        let times = assessment.decimal(&format!("{key}-x-uln"));
        let grade = assessment.decimal(&format!("{key}-grade"));
        (times.is_some() || grade.is_some()).then_some(Self { times, grade })
    }

    fn abnormal(&self) -> bool {
        self.times.is_some_and(|times| times > Decimal::ONE) || self.grade.is_some_and(|grade| !grade.is_zero())
    }
}

/// One remark for each value that is outside its limits, or was when it was measured last; `earlier` are forms of
/// before, newest first.
///
/// ```
/// use facts::answer::{Answer, Assessment, Closure};
/// let liver = |on: &str, times: &str| Assessment {
///     kind: "liver".into(), edition: 1, collected_on: on.parse().unwrap(), closure: Closure::Answered,
///     answers: [("alt-x-uln".to_owned(), Answer::number(times.parse().unwrap(), ""))].into(),
/// };
/// let (now, then) = (liver("2027-09-10", "3.24"), liver("2027-03-12", "0.9"));
/// let notes = assess::course(&now, &[&then]);
/// assert_eq!((notes[0].code.as_str(), notes[0].args["times"].as_str()), ("times-uln-last", "3.2"));
/// ```
pub fn course(assessment: &Assessment, earlier: &[&Assessment]) -> Vec<Note> {
    let Some(form) = kinds::form(&assessment.kind) else { return Vec::new() };
    let before = || earlier.iter().filter(|then| then.collected_on < assessment.collected_on);
    let values = form.fields.iter().filter(|field| !field.is_computed());
    let note = |key: &str| {
        let now = Told::of(assessment, key)?;
        let last = before().find_map(|then| Some((Told::of(then, key)?, then.collected_on)));
        if !now.abnormal() && !last.as_ref().is_some_and(|(last, _)| last.abnormal()) {
            return None;
        }
        let mut args = Vec::new();
        let mut code = match (now.times, now.grade) {
            (Some(_), Some(_)) => "times-uln-graded".to_owned(),
            (Some(_), None) => "times-uln".to_owned(),
            _ => "graded".to_owned(),
        };
        let (times, grade) = (one_place(now.times), now.grade.map(|grade| grade.to_string()));
        args.extend(times.map(|times| ("times", times)));
        args.extend(grade.map(|grade| ("grade", grade)));
        // Multiples are compared with multiples, grades with grades: what was told otherwise stands beside the field.
        let then = last.and_then(|(last, on)| {
            let told =
                if now.times.is_some() { one_place(last.times) } else { last.grade.map(|grade| grade.to_string()) };
            Some((told?, on))
        });
        if let Some((told, on)) = then {
            code.push_str("-last");
            args.extend([("last", told), ("on", on.to_string())]);
        }
        let level = if now.abnormal() { Level::Caution } else { Level::Plain };
        Some(Note::of(key, &code, &args, level))
    };
    values.filter_map(|field| note(field.key)).collect()
}

fn one_place(times: Option<Decimal>) -> Option<String> {
    times.map(|times| times.round_dp(1).to_string())
}

#[cfg(test)]
mod tests {
    use facts::answer::{Answer, Closure};

    use super::*;

    fn told(kind: &str, on: &str, computed: &[(&str, &str)]) -> Assessment {
        let number = |(key, value): &(&str, &str)| ((*key).to_owned(), Answer::number(value.parse().unwrap(), ""));
        Assessment {
            kind: kind.into(),
            edition: 1,
            collected_on: on.parse().unwrap(),
            closure: Closure::Answered,
            answers: computed.iter().map(number).collect(),
        }
    }

    fn said(notes: &[Note]) -> Vec<String> {
        let args = |note: &Note| note.args.iter().map(|(key, value)| format!(" {key}={value}")).collect::<String>();
        notes.iter().map(|note| format!("{} {}{} {:?}", note.place, note.code, args(note), note.level)).collect()
    }

    #[test]
    fn a_multiple_is_told_with_its_grade_and_with_the_newest_one_before_it() {
        let now = told("liver", "2027-09-10", &[("alt-x-uln", "3.24"), ("alt-grade", "2")]);
        let before = [
            told("liver", "2027-09-10", &[("alt-x-uln", "7")]),
            told("liver", "2027-06-01", &[("ast-x-uln", "5")]),
            told("liver", "2027-03-12", &[("alt-x-uln", "0.9"), ("alt-grade", "0")]),
            told("liver", "2026-03-12", &[("alt-x-uln", "4")]),
        ];
        let earlier: Vec<_> = before.iter().collect();
        let expected = ["alt times-uln-graded-last grade=2 last=0.9 on=2027-03-12 times=3.2 Caution"];
        // The form of the same day may be the one that is corrected; that of June has no ALT.
        assert_eq!(said(&course(&now, &earlier)), expected);
        assert_eq!(said(&course(&now, &[])), ["alt times-uln-graded grade=2 times=3.2 Caution"]);
    }

    #[test]
    fn what_is_normal_again_says_so_quietly_and_what_stayed_normal_says_nothing() {
        let now = told("liver", "2027-09-10", &[("alt-x-uln", "0.8"), ("ast-x-uln", "0.7"), ("ggt-x-uln", "1")]);
        let then = told("liver", "2027-03-12", &[("alt-x-uln", "3.2"), ("ast-x-uln", "0.6")]);
        assert_eq!(said(&course(&now, &[&then])), ["alt times-uln-last last=3.2 on=2027-03-12 times=0.8 Plain"]);
    }

    #[test]
    fn a_value_that_is_only_graded_is_compared_by_grade() {
        let now = told("blood-count", "2027-09-10", &[("neutrophils-grade", "3"), ("platelets-grade", "1")]);
        let then = told("blood-count", "2027-03-12", &[("neutrophils-grade", "1")]);
        let expected =
            ["neutrophils graded-last grade=3 last=1 on=2027-03-12 Caution", "platelets graded grade=1 Caution"];
        assert_eq!(said(&course(&now, &[&then])), expected);
    }
}
