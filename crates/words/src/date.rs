//! Dates in words, from ISO text: never two numbers that could be exchanged.

use crate::{Args, Value, Words};

impl Words {
    /// "Monday 3 March 2025"; the text itself when it is not an ISO day.
    pub fn date_long(&self, iso: &str) -> String {
        self.date("date-long", iso)
    }

    /// "3 Mar 2025".
    pub fn date_short(&self, iso: &str) -> String {
        self.date("date-short", iso)
    }

    /// "Mon 3 Mar 2025", and with a time of day (`09:41`) "Mon 3 Mar 2025 09:41".
    pub fn date_weekday(&self, iso: &str, time: Option<&str>) -> String {
        match time {
            None => self.date("date-weekday", iso),
            Some(time) => self.dated("date-clock", iso, time),
        }
    }

    fn date(&self, key: &str, iso: &str) -> String {
        self.dated(key, iso, "")
    }

    fn dated(&self, key: &str, iso: &str, time: &str) -> String {
        let Some((year, month, day)) = parts(iso) else { return iso.to_owned() };
        let none = Args::new();
        let weekday = weekday(year, month, day);
        let args = [
            ("weekday", self.say(&format!("weekday-{weekday}"), &none)),
            ("weekday-short", self.say(&format!("weekday-short-{weekday}"), &none)),
            ("month", self.say(&format!("month-{month}"), &none)),
            ("month-short", self.say(&format!("month-short-{month}"), &none)),
            ("month-number", month.to_string()),
            ("day", day.to_string()),
            ("year", year.to_string()),
            ("time", time.to_owned()),
        ];
        self.say(key, &args.into_iter().map(|(name, text)| (name.to_owned(), Value::Text(text))).collect())
    }

    /// `2024`, `2024-05`, `2024-05-31`, with `~` for an estimate.
    pub fn date_partial(&self, iso: &str) -> String {
        let plain = iso.trim_end_matches('~');
        if !plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return iso.to_owned();
        }
        let text = |name: &str, value: String| (name.to_owned(), Value::Text(value));
        let said = match plain.len() {
            4 => self.say("date-year", &Args::from([text("year", plain.to_owned())])),
            7 => {
                let Some(month) = plain[5..].parse().ok().filter(|month: &u32| (1..=12).contains(month)) else {
                    return iso.to_owned();
                };
                let name = self.say(&format!("month-{month}"), &Args::new());
                let args =
                    [text("year", plain[..4].to_owned()), text("month", name), text("month-number", month.to_string())];
                self.say("date-month", &Args::from(args))
            }
            _ => self.date_short(plain),
        };
        if iso.ends_with('~') { self.say("date-estimated", &Args::from([text("date", said)])) } else { said }
    }
}

fn parts(iso: &str) -> Option<(i64, u32, u32)> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none()).then_some((year, month, day))
}

/// ISO weekday, Monday 1 (Sakamoto's congruence for the Gregorian calendar).
fn weekday(year: i64, month: u32, day: u32) -> i64 {
    const SHIFT: [i64; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    let sunday_zero = (year + year / 4 - year / 100 + year / 400 + SHIFT[month as usize - 1] + i64::from(day)) % 7;
    if sunday_zero == 0 { 7 } else { sunday_zero }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_in_each_language() {
        let said = |tag: &str| (Words::of(tag).date_long("2025-03-03"), Words::of(tag).date_short("2025-03-03"));
        assert_eq!(said("en"), ("Monday 3 March 2025".into(), "3 Mar 2025".into()));
        assert_eq!(said("zh-CN"), ("2025年3月3日（星期一）".into(), "2025年3月3日".into()));
        assert_eq!(said("ja_JP"), ("2025年3月3日（月）".into(), "2025年3月3日".into()));
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let words = Words::of("en");
        assert_eq!(words.date_partial("2024"), "2024");
        assert_eq!(words.date_partial("2024-06~"), "about June 2024");
    }

    #[test]
    fn plurals_follow_the_language_and_digits_are_kept() {
        let n = |n: &str| Args::from([("n".to_owned(), Value::Number(n.to_owned()))]);
        assert_eq!(Words::of("en").say("period-years", &n("1")), "1 year");
        assert_eq!(Words::of("en").say("period-years", &n("15")), "15 years");
        assert_eq!(Words::of("ja").say("period-years", &n("15")), "15年");
        assert_eq!(Words::of("en").say("no-such-key", &Args::new()), "⟦no-such-key⟧");
    }
}
