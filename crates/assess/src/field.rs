//! One typed field to one answer, and back.

use std::collections::BTreeMap;

use facts::PartialDate;
use facts::answer::{Answer, Answers, Comparator};
use rust_decimal::Decimal;

use crate::entry::{Entered, Mark};
use crate::form::{FieldSpec, Input, Plausible};
use crate::gene;
use crate::units;
use crate::value::{LONGEST_TEXT, Problems, Severity};

/// `None` when nothing was typed, or what was typed cannot be kept (a problem says so).
pub(crate) fn answer(spec: &FieldSpec, place: &str, typed: &Entered, problems: &mut Problems) -> Option<Answer> {
    match typed.mark {
        Mark::NotDone => {
            let because = typed.because.trim();
            if because.is_empty() {
                problems.add(place, "reason-needed", &[], Severity::Stops);
            }
            return Some(Answer::NotDone { because: because.to_owned() });
        }
        Mark::NothingToReport => return Some(Answer::NothingToReport),
        Mark::NotDetected | Mark::BelowQuantification => return below(spec, place, typed, problems),
        Mark::Typed => {}
    }
    let text = typed.text.trim();
    match &spec.input {
        Input::Text { .. } => text_answer(spec, place, text, problems),
        Input::Choice { options } => one_of(place, text, options, problems).map(|code| Answer::Choice { code }),
        Input::Choices { options } => {
            let codes: Vec<String> =
                typed.codes.iter().filter_map(|code| one_of(place, code, options, problems)).collect();
            (!codes.is_empty()).then_some(Answer::Choices { codes })
        }
        Input::Date => date(place, text, problems),
        Input::Count => count(place, text, problems),
        Input::Number { units, .. } => number(spec, place, typed, units, problems),
        Input::Result { units } => result(spec, place, typed, units, problems),
        Input::Table { columns } => table(columns, place, typed, problems),
        Input::Computed { .. } => None,
    }
}

fn text_answer(spec: &FieldSpec, place: &str, text: &str, problems: &mut Problems) -> Option<Answer> {
    if text.is_empty() {
        return None;
    }
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        let (length, most) = (length.to_string(), LONGEST_TEXT.to_string());
        problems.add(place, "too-long", &[("length", &length), ("most", &most)], Severity::Stops);
    }
    if spec.key == "gene"
        && let Some(repair) = gene::damaged(text)
    {
        problems.add(place, "gene-damaged", &[("value", text), ("repair", &repair)], Severity::AsksReason);
    }
    Some(Answer::Text { text: text.to_owned() })
}

fn one_of(place: &str, text: &str, options: &[&str], problems: &mut Problems) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    if !options.contains(&text) {
        problems.add(place, "not-an-option", &[("value", text)], Severity::Stops);
        return None;
    }
    Some(text.to_owned())
}

fn date(place: &str, text: &str, problems: &mut Problems) -> Option<Answer> {
    if text.is_empty() {
        return None;
    }
    match text.parse::<PartialDate>() {
        Ok(on) => Some(Answer::Date { on }),
        Err(_) => {
            problems.add(place, "not-a-date", &[("value", text)], Severity::Stops);
            None
        }
    }
}

fn count(place: &str, text: &str, problems: &mut Problems) -> Option<Answer> {
    if text.is_empty() {
        return None;
    }
    let Ok(count) = text.replace([' ', '\u{a0}'], "").parse::<u64>() else {
        problems.add(place, "not-a-count", &[("value", text)], Severity::Stops);
        return None;
    };
    Some(Answer::number(Decimal::from(count), ""))
}

/// A decimal typed with point or comma. `1,234.5` could be two numbers and is refused.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim().replace(['\u{a0}', '\u{202f}'], " ");
    if text.contains(',') && text.contains('.') || text.matches(',').count() > 1 || text.contains(' ') {
        return None;
    }
    text.replace([',', '，', '。'], ".").parse().ok()
}

fn parse_number(place: &str, text: &str, problems: &mut Problems) -> Option<Decimal> {
    if text.is_empty() {
        return None;
    }
    if let Some(whole) = thousands(text) {
        let decimal = text.replace(',', ".");
        let args = [("value", text), ("decimal", decimal.as_str()), ("whole", whole.as_str())];
        problems.add(place, "comma-or-thousands", &args, Severity::Stops);
        return None;
    }
    let value = decimal(text);
    if value.is_none() {
        problems.add(place, "not-a-number", &[("value", text)], Severity::Stops);
    }
    value
}

/// `1,200` is twelve hundred to some and one point two to others, a thousandfold apart: neither is guessed.
/// `0,500` and `4,5` can only be decimals.
fn thousands(text: &str) -> Option<String> {
    let (before, after) = text.trim().split_once(',')?;
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let groups = (1..=3).contains(&before.len()) && after.len() == 3 && !before.starts_with('0');
    (groups && digits(before) && digits(after)).then(|| format!("{before}{after}"))
}

/// `<`, `≤`, `>=` … before the number.
fn comparator(text: &str) -> (Comparator, &str) {
    for (sign, comparator) in [
        ("<=", Comparator::AtMost),
        ("≤", Comparator::AtMost),
        (">=", Comparator::AtLeast),
        ("≥", Comparator::AtLeast),
        ("<", Comparator::Less),
        (">", Comparator::Greater),
    ] {
        if let Some(rest) = text.strip_prefix(sign) {
            return (comparator, rest.trim());
        }
    }
    (Comparator::Equal, text)
}

fn unit(place: &str, typed: &Entered, allowed: &[&str], problems: &mut Problems) -> Option<String> {
    let typed = typed.unit.trim();
    if typed.is_empty() {
        return Some(allowed.first().copied().unwrap_or_default().to_owned());
    }
    if !allowed.contains(&typed) {
        problems.add(place, "not-a-unit", &[("value", typed), ("allowed", &allowed.join(", "))], Severity::Stops);
        return None;
    }
    Some(typed.to_owned())
}

fn number(spec: &FieldSpec, place: &str, typed: &Entered, allowed: &[&str], problems: &mut Problems) -> Option<Answer> {
    let value = parse_number(place, typed.text.trim(), problems)?;
    let unit = unit(place, typed, allowed, problems)?;
    judge(spec, place, value, &unit, allowed, &typed.because, problems);
    Some(Answer::number(value, &unit))
}

fn result(spec: &FieldSpec, place: &str, typed: &Entered, allowed: &[&str], problems: &mut Problems) -> Option<Answer> {
    let (comparator, text) = comparator(typed.text.trim());
    let value = parse_number(place, text, problems)?;
    let unit = unit(place, typed, allowed, problems)?;
    let lod = parse_number(&format!("{place}.lod"), typed.lod.trim(), problems);
    let lloq = parse_number(&format!("{place}.lloq"), typed.lloq.trim(), problems);
    judge(spec, place, value, &unit, allowed, &typed.because, problems);
    // A cycle threshold counts backwards: it is never below a limit as an amount is.
    let below = |limit: &Option<Decimal>| unit != "{Ct}" && limit.is_some_and(|limit| value < limit);
    if comparator == Comparator::Equal && (below(&lod) || below(&lloq)) {
        problems.add(place, "below-its-limit", &[("value", &value.to_string())], Severity::Notes);
    }
    Some(Answer::Number { value, unit, comparator, lod, lloq })
}

fn below(spec: &FieldSpec, place: &str, typed: &Entered, problems: &mut Problems) -> Option<Answer> {
    let Input::Result { units: allowed } = &spec.input else {
        problems.add(place, "not-a-result", &[], Severity::Stops);
        return None;
    };
    let unit = unit(place, typed, allowed, problems)?;
    let limit = |part: &str, text: &str, problems: &mut Problems| {
        parse_number(&format!("{place}.{part}"), text.trim(), problems)
    };
    Some(if typed.mark == Mark::NotDetected {
        Answer::NotDetected { unit, lod: limit("lod", &typed.lod, problems) }
    } else {
        Answer::BelowQuantification { unit, lloq: limit("lloq", &typed.lloq, problems) }
    })
}

/// Negative amounts, values outside the plausible range, and the slips of unit that explain them.
fn judge(
    spec: &FieldSpec,
    place: &str,
    value: Decimal,
    unit: &str,
    allowed: &[&str],
    because: &str,
    problems: &mut Problems,
) {
    let Some(Plausible { low, high, unit: base }) = spec.plausible else { return };
    let (Ok(low_value), Ok(high_value)) = (low.parse::<Decimal>(), high.parse::<Decimal>()) else { return };
    let inside = |value: Decimal, unit: &str| {
        units::convert_of(spec.key, value, unit, base).is_some_and(|value| (low_value..=high_value).contains(&value))
    };
    if inside(value, unit) || !because.trim().is_empty() {
        return;
    }
    let other =
        allowed.iter().chain(["g", "kg", "m", "cm", "mm"].iter()).find(|other| **other != unit && inside(value, other));
    let shown = value.to_string();
    match other {
        Some(other) => {
            let args = [("value", shown.as_str()), ("unit", units::shown(unit)), ("meant", units::shown(other))];
            problems.add(place, "unit-slip", &args, Severity::AsksReason);
        }
        None => {
            let args = [
                ("value", shown.as_str()),
                ("unit", units::shown(unit)),
                ("low", low),
                ("high", high),
                ("base", units::shown(base)),
            ];
            problems.add(place, "implausible", &args, Severity::AsksReason);
        }
    }
}

fn table(columns: &[FieldSpec], place: &str, typed: &Entered, problems: &mut Problems) -> Option<Answer> {
    let mut rows = Vec::new();
    for (index, row) in typed.rows.iter().enumerate() {
        let mut cells = Answers::new();
        for column in columns {
            let Some(cell) = row.get(column.key) else { continue };
            let place = format!("{place}[{}].{}", index + 1, column.key);
            if let Some(answer) = answer(column, &place, cell, problems) {
                cells.insert(column.key.to_owned(), answer);
                if !cell.because.trim().is_empty() {
                    cells.insert(format!("{}.reason", column.key), Answer::text(cell.because.trim()));
                }
            }
        }
        if !cells.is_empty() {
            rows.push(cells);
        }
    }
    (!rows.is_empty()).then_some(Answer::Table { rows })
}

/// An answer as it would be typed.
pub(crate) fn typed(answer: &Answer) -> Entered {
    let plain = |text: String| Entered { text, ..Entered::default() };
    let limit = |value: &Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    match answer {
        Answer::Text { text } => plain(text.clone()),
        Answer::Choice { code } => plain(code.clone()),
        Answer::Choices { codes } => Entered { codes: codes.clone(), ..Entered::default() },
        Answer::Date { on } => plain(on.to_string()),
        Answer::Number { value, unit, comparator, lod, lloq } => {
            let sign = match comparator {
                Comparator::Equal => "",
                Comparator::Less => "<",
                Comparator::AtMost => "<=",
                Comparator::AtLeast => ">=",
                Comparator::Greater => ">",
            };
            Entered {
                text: format!("{sign}{value}"),
                unit: unit.clone(),
                lod: limit(lod),
                lloq: limit(lloq),
                ..Entered::default()
            }
        }
        Answer::NotDetected { unit, lod } => {
            Entered { mark: Mark::NotDetected, unit: unit.clone(), lod: limit(lod), ..Entered::default() }
        }
        Answer::BelowQuantification { unit, lloq } => {
            Entered { mark: Mark::BelowQuantification, unit: unit.clone(), lloq: limit(lloq), ..Entered::default() }
        }
        Answer::NotDone { because } => Entered { mark: Mark::NotDone, because: because.clone(), ..Entered::default() },
        Answer::NothingToReport => Entered { mark: Mark::NothingToReport, ..Entered::default() },
        // Nobody types a document: `entered` leaves it out.
        Answer::Attachment { attachment } => plain(attachment.name.clone()),
        Answer::Table { rows } => Entered { rows: rows.iter().map(typed_row).collect(), ..Entered::default() },
    }
}

fn typed_row(row: &Answers) -> BTreeMap<String, Entered> {
    let mut cells: BTreeMap<String, Entered> = BTreeMap::new();
    for (key, answer) in row {
        match (key.strip_suffix(".reason"), answer) {
            (Some(of), Answer::Text { text }) => cells.entry(of.to_owned()).or_default().because.clone_from(text),
            _ => {
                let because = cells.remove(key).map(|cell| cell.because).unwrap_or_default();
                cells.insert(key.clone(), Entered { because, ..typed(answer) });
            }
        }
    }
    cells
}
