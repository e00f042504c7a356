//! Gene symbols that a spreadsheet turned into dates, and what they most likely were.
//!
//! Ziemann, Eren, El-Osta, Genome Biology 2016: SEPT2 becomes "2-Sep", MARCH1 "1-Mar", DEC1 "1-Dec".

/// Families that spreadsheets mistake for months, with the symbols they bear today.
const FAMILIES: [(&str, u8, &str); 3] = [("sep", 14, "SEPTIN"), ("mar", 11, "MARCHF"), ("dec", 2, "DELEC")];

/// The likely symbol when `text` is a damaged one; `None` for anything else.
///
/// ```
/// assert_eq!(assess::gene::damaged("2-Sep").as_deref(), Some("SEPTIN2"));
/// assert_eq!(assess::gene::damaged("LMO2"), None);
/// ```
pub fn damaged(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    // A date stored as a day number (days since 1899-12-30): damaged beyond telling which gene.
    if lower.len() == 5 && lower.bytes().all(|b| b.is_ascii_digit()) {
        return Some("?".to_owned());
    }
    let (first, second) = lower.split_once('-')?;
    for (month, most, family) in FAMILIES {
        let number = match (first.starts_with(month), second.starts_with(month)) {
            (true, _) => second,
            (_, true) => first,
            _ => continue,
        };
        if let Some(number) = number.parse::<u8>().ok().filter(|n| (1..=most).contains(n)) {
            return Some(format!("{family}{number}"));
        }
    }
    None
}
