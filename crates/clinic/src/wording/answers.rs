//! What was answered, in the words of its form.

use std::collections::BTreeMap;

use facts::answer::{Answer, Answers, Assessment, Closure};
use facts::{Comparator, PartialDate};
use words::{Args, Words};

use super::{plain, texts};

pub(crate) fn kind_title(words: &Words, kind: &str) -> String {
    words.say_or(kind, &Args::default(), kind)
}

/// Label of a field; of a table cell `clones[2].gene` the label of the column.
pub(crate) fn field_label(words: &Words, kind: &str, place: &str) -> String {
    if let Some(key) = place.strip_suffix(".reason") {
        let label = field_label(words, kind, key);
        return words.say("field-reason-of", &texts(&[("field", &label)]));
    }
    // The limits of a result belong to the result.
    let place = place.strip_suffix(".lod").or_else(|| place.strip_suffix(".lloq")).unwrap_or(place);
    let key = match (place.find('['), place.rfind('.')) {
        (Some(bracket), Some(dot)) if dot > bracket => format!("{kind}-{}-{}", &place[..bracket], &place[dot + 1..]),
        (Some(bracket), _) => format!("{kind}-{}", &place[..bracket]),
        _ => format!("{kind}-{place}"),
    };
    // What every form asks (the day, how it was closed) is worded once.
    let shared = format!("field-{}", place.replace(['_', '.'], "-"));
    let shared = words.say_or(&shared, &Args::default(), place);
    words.say_or(&key, &Args::default(), &shared)
}

/// `<kind>-<field>-<option>`, else the shared `option-<option>`, else the code itself.
pub(crate) fn option(words: &Words, kind: &str, field: &str, code: &str) -> String {
    let none = Args::default();
    let shared = words.say_or(&format!("option-{code}"), &none, code);
    words.say_or(&format!("{kind}-{field}-{code}"), &none, &shared)
}

pub(crate) fn closure(words: &Words, closure: &Closure) -> String {
    match closure {
        Closure::Answered => plain(words, "closure-answered"),
        Closure::NothingToReport => plain(words, "closure-nothing-to-report"),
        Closure::NotDone { because } => words.say("closure-not-done", &texts(&[("because", because)])),
        Closure::Awaited => plain(words, "closure-awaited"),
    }
}

/// An answer as it was given, with its unit.
pub(crate) fn shown(words: &Words, kind: &str, field: &str, answer: &Answer) -> String {
    let with_unit =
        |value: &rust_decimal::Decimal, unit: &str| assess::units::written(&words.number(&value.to_string()), unit);
    let limit = |value: &Option<rust_decimal::Decimal>, unit: &str| {
        value.map(|value| with_unit(&value, unit)).unwrap_or_default()
    };
    match answer {
        Answer::Text { text } => text.clone(),
        Answer::Choice { code } => option(words, kind, field, code),
        Answer::Choices { codes } => {
            let said: Vec<String> = codes.iter().map(|code| option(words, kind, field, code)).collect();
            said.join(&plain(words, "list-joint"))
        }
        Answer::Number { value, unit, comparator, .. } => {
            let sign = match comparator {
                Comparator::Equal => "",
                Comparator::Less => "< ",
                Comparator::AtMost => "≤ ",
                Comparator::AtLeast => "≥ ",
                Comparator::Greater => "> ",
            };
            format!("{sign}{}", with_unit(value, unit))
        }
        Answer::NotDetected { unit, lod } => words.say("answer-not-detected", &texts(&[("limit", &limit(lod, unit))])),
        Answer::BelowQuantification { unit, lloq } => {
            words.say("answer-below-quantification", &texts(&[("limit", &limit(lloq, unit))]))
        }
        Answer::Date { on } => partial_date(words, on),
        Answer::Attachment { attachment } => attachment.name.clone(),
        Answer::Table { rows } => table(words, kind, field, rows),
        Answer::NotDone { because } => words.say("closure-not-done", &texts(&[("because", because)])),
        Answer::NothingToReport => plain(words, "closure-nothing-to-report"),
    }
}

fn partial_date(words: &Words, on: &PartialDate) -> String {
    words.date_partial(&on.to_string())
}

fn table(words: &Words, kind: &str, field: &str, rows: &[Answers]) -> String {
    let cell = |(column, answer): (&String, &Answer)| shown(words, kind, &format!("{field}-{column}"), answer);
    let row = |row: &Answers| row.iter().map(cell).collect::<Vec<_>>().join(" · ");
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// Values that the program computed, as they will be shown.
pub(crate) fn computed(words: &Words, assessment: &Assessment) -> BTreeMap<String, String> {
    let Some(spec) = assess::form(&assessment.kind) else { return BTreeMap::new() };
    let fields = spec.fields.iter().filter(|field| matches!(field.input, assess::Input::Computed { .. }));
    fields
        .filter_map(|field| {
            let answer = assessment.get(field.key)?;
            Some((field.key.to_owned(), shown(words, &assessment.kind, field.key, answer)))
        })
        .collect()
}
