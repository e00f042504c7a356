//! Gene symbols that a spreadsheet turned into dates, and what they were.
//!
//! Ziemann, Eren, El-Osta, Genome Biology 2016: SEPT2 becomes "2-Sep", MARCH1 "1-Mar", DEC1 "1-Dec". Decides which
//! symbols a date may have been; 1-Mar may be MARCHF1 (chromosome 4) or MTARC1 (chromosome 1), so only who knows the
//! site can choose. Does not repair: what was sent stays until a person asks.

use facts::CivilDate;

/// A family that spreadsheets mistake for a month.
struct Family {
    month: i8,
    most: u8,
    /// Symbol without its number, as approved since 2020, and as it was before.
    today: &'static str,
    before: &'static str,
}

const FAMILIES: [Family; 4] = [
    Family { month: 9, most: 14, today: "SEPTIN", before: "SEPT" },
    Family { month: 3, most: 11, today: "MARCHF", before: "MARCH" },
    Family { month: 3, most: 2, today: "MTARC", before: "MARC" },
    Family { month: 12, most: 2, today: "DELEC", before: "DEC" },
];

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The likely symbol when `text` is a damaged one, "?" when it is damaged beyond telling; `None` for anything else.
///
/// ```
/// assert_eq!(assess::gene::damaged("2-Sep").as_deref(), Some("SEPTIN2"));
/// assert_eq!(assess::gene::damaged("LMO2"), None);
/// ```
pub fn damaged(text: &str) -> Option<String> {
    let candidates = candidates(text)?;
    Some(candidates.into_iter().next().unwrap_or_else(|| "?".to_owned()))
}

/// Every symbol that the date may have been, the likeliest first; empty when no gene makes such a date, `None` when
/// the text is no date at all.
///
/// ```
/// assert_eq!(assess::gene::candidates("1-Mar").unwrap(), ["MARCHF1", "MTARC1"]);
/// assert_eq!(assess::gene::candidates("9月2日").unwrap(), ["SEPTIN2"]);
/// assert_eq!(assess::gene::candidates("43710").unwrap(), ["SEPTIN2"], "2019-09-02 as a day number");
/// assert_eq!(assess::gene::candidates("SEPT2"), None);
/// ```
pub fn candidates(text: &str) -> Option<Vec<String>> {
    let read = date(text.trim())?;
    let mut found = Vec::new();
    for (month, number) in read {
        let fits = |family: &&Family| family.month == month && (1..=family.most).contains(&number);
        found.extend(FAMILIES.iter().filter(fits).map(|family| format!("{}{number}", family.today)));
    }
    Some(found)
}

/// The other name of a symbol of the renamed families: SEPT9 for SEPTIN9 and the reverse.
///
/// ```
/// assert_eq!(assess::gene::renamed("SEPTIN9").as_deref(), Some("SEPT9"));
/// assert_eq!(assess::gene::renamed("MARCH1").as_deref(), Some("MARCHF1"));
/// assert_eq!(assess::gene::renamed("LMO2"), None);
/// ```
pub fn renamed(symbol: &str) -> Option<String> {
    let (family, number) = symbol.split_at(symbol.find(|c: char| c.is_ascii_digit())?);
    number.parse::<u8>().ok()?;
    let other = |from: &Family| match family {
        _ if family == from.today => Some(from.before),
        _ if family == from.before => Some(from.today),
        _ => None,
    };
    FAMILIES.iter().find_map(other).map(|other| format!("{other}{number}"))
}

/// Month and day (or the number beside the month's name) in each reading of a date.
fn date(text: &str) -> Option<Vec<(i8, u8)>> {
    // Most symbols are told apart here: a date starts with a digit, or holds a separator.
    if !text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(['-', ' ', '/']) {
        return None;
    }
    if let Some(day) = day_number(text) {
        return Some(vec![day]);
    }
    if let Some((month, day)) = text.strip_suffix('日').and_then(|text| text.rsplit_once('月')) {
        let month = month.rsplit_once('年').map_or(month, |(_, month)| month);
        return Some(vec![(month.parse().ok().filter(|month| (1..=12).contains(month))?, day.parse().ok()?)]);
    }
    // A date with a time of day: the time was never part of a symbol.
    let text = text.split_once([' ', 'T']).filter(|(_, time)| time.contains(':')).map_or(text, |(date, _)| date);
    let mut parts = text.split(['-', '/', ' ']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let number = |text: &str| text.parse::<u8>().ok().filter(|number| (1..=31).contains(number));
    let year = |text: &str| matches!(text.len(), 2 | 4) && text.bytes().all(|b| b.is_ascii_digit());
    match (month_named(first), month_named(second), third) {
        (Some(month), _, None) => Some(vec![(month, number(second)?)]),
        (_, Some(month), None) => Some(vec![(month, number(first)?)]),
        (_, Some(month), Some(third)) if year(third) => Some(vec![(month, number(first)?)]),
        (None, None, Some(third)) if first.len() == 4 && year(first) => {
            Some(vec![(i8::try_from(number(second)?).ok()?, number(third)?)])
        }
        // Which of the two is the month depends on the country: both readings.
        (None, None, Some(third)) if third.len() == 4 && year(third) => {
            let (first, second) = (number(first)?, number(second)?);
            Some(vec![(i8::try_from(second).ok()?, first), (i8::try_from(first).ok()?, second)])
        }
        _ => None,
    }
}

/// A date stored as days since 1899-12-30, of the years 2000 to 2050.
fn day_number(text: &str) -> Option<(i8, u8)> {
    let days = text.parse::<i32>().ok().filter(|days| text.len() == 5 && (36_526..55_153).contains(days))?;
    let on = CivilDate::new(1899, 12, 30)?.plus_days(days);
    Some((on.month(), u8::try_from(on.day()).ok()?))
}

fn month_named(text: &str) -> Option<i8> {
    let lower = text.to_ascii_lowercase();
    let letters = lower.bytes().all(|b| b.is_ascii_alphabetic());
    let at = MONTHS.iter().position(|month| letters && lower.starts_with(month))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_spreadsheets_date_is_seen() {
        let of = |text| candidates(text).unwrap_or_else(|| panic!("{text} was not seen"));
        for text in ["9-Sep", "Sep-09", "09-Sep", "9-Sep-2021", "9-sep-21", "9 Sep", "2021-09-09", "9/9/2021", "9月9日"]
        {
            assert_eq!(of(text)[0], "SEPTIN9", "{text}");
        }
        assert_eq!(of("2021-03-01 00:00:00"), ["MARCHF1", "MTARC1"]);
        assert_eq!(of("1/3/2021"), ["MARCHF1", "MTARC1"]);
        assert_eq!(of("2-Dec"), ["DELEC2"]);
        assert_eq!(of("15-Sep"), [""; 0], "no gene is called SEPT15, and no gene is called 15-Sep either");
        assert_eq!(of("4-Oct"), [""; 0]);
        assert_eq!(damaged("15-Sep").as_deref(), Some("?"));
    }

    #[test]
    fn no_gene_of_the_shipped_tables_looks_like_a_date() {
        let tables = [
            include_str!("../../../assets/references/genes/genes_hg38.txt"),
            include_str!("../../../assets/references/genes/genes_hg19.txt"),
        ];
        let mut symbols = 0;
        for symbol in tables.iter().flat_map(|table| table.lines()).filter_map(|line| line.split(' ').next()) {
            assert_eq!(candidates(symbol), None, "{symbol}");
            symbols += 1;
        }
        assert!(symbols > 50_000);
        assert_eq!(candidates("HLA-A"), None);
        assert_eq!(candidates("MARCHF1"), None);
    }
}
