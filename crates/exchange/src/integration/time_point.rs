//! When a sample was taken, as far as a laboratory's time point tells: a number with a unit, after the treatment.
//!
//! A proposal only: laboratories count from the infusion, sometimes from the screening, and a person confirms the day.

use facts::Period;

/// The time after treatment that a time point means; `None` when it holds no number or no unit that is known.
///
/// ```
/// use exchange::integration::time_point;
/// assert_eq!(time_point("m13", ""), Some(facts::Period::months(13)));
/// assert_eq!(time_point("13", "months"), Some(facts::Period::months(13)));
/// assert_eq!(time_point("Week 4", ""), Some(facts::Period::days(28)));
/// assert_eq!(time_point("13", "TimePoint"), None, "of what?");
/// ```
pub fn time_point(text: &str, heading: &str) -> Option<Period> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let count: i32 = digits.parse().ok()?;
    // One number only: `m13-2` is no time point.
    if !text.contains(digits.as_str()) {
        return None;
    }
    let unit: String = text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let unit = if unit.is_empty() { heading.trim().to_lowercase() } else { unit };
    match unit.as_str() {
        "d" | "day" | "days" | "天" | "日" => Some(Period::days(count)),
        "w" | "wk" | "week" | "weeks" | "周" | "週" => Some(Period::days(count.checked_mul(7)?)),
        "m" | "mo" | "mth" | "month" | "months" | "月" | "个月" | "か月" | "ヶ月" => Some(Period::months(count)),
        "y" | "yr" | "year" | "years" | "年" => Some(Period::months(count.checked_mul(12)?)),
        _ => None,
    }
}
