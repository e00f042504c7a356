//! What every language promises: it is found, it speaks, a gap is seen, digits are kept.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use proptest::prelude::*;
use words::{Args, Value, Words};

fn given(name: &str, value: Value) -> Args {
    Args::from([(name.to_owned(), value)])
}

#[test]
fn a_tag_finds_the_nearest_language_and_else_english() {
    for (asked, spoken) in [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh_Hans", "zh-Hans"),
        ("ZH-hans", "zh-Hans"),
        ("ja-JP", "ja"),
        ("en-GB", "en"),
        ("sw", "en"),
        ("", "en"),
        ("not a tag", "en"),
    ] {
        assert_eq!(Words::of(asked).tag(), spoken, "{asked}");
    }
}

#[test]
fn each_language_names_itself_and_a_font_that_the_papers_have() {
    let languages = Words::languages();
    assert!(languages.len() >= 3);
    for language in languages {
        assert!(!language.name.is_empty(), "{}", language.tag);
        assert!(["sc", "jp"].contains(&language.font.as_str()), "{}", language.tag);
        assert!(["ltr", "rtl"].contains(&language.direction.as_str()), "{}", language.tag);
    }
}

#[test]
fn what_is_missing_is_seen() {
    for language in Words::languages() {
        let words = Words::of(&language.tag);
        assert_eq!(words.say("no-such-key", &Args::new()), "⟦no-such-key⟧");
        let gap = words.say("date-estimated", &Args::new());
        assert!(gap.contains("{$date}"), "{gap}");
    }
}

#[test]
fn text_is_not_markup() {
    let said = Words::of("en").say("date-estimated", &given("date", "<b>{ $x }</b>".into()));
    assert_eq!(said, "about <b>{ $x }</b>");
}

#[test]
fn a_language_can_be_sent_to_another_thread() {
    let words = Words::of("ja");
    let said = std::thread::spawn(move || words.say("month-3", &Args::new())).join();
    assert_eq!(said.ok().as_deref(), Some("3月"));
}

#[test]
fn every_day_of_a_leap_year_is_said_with_the_weekday_of_the_calendar() {
    // 1 January 2024 was a Monday.
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let days = (1..=12).zip(lengths).flat_map(|(month, length)| (1..=length).map(move |day| (month, day)));
    let words = Words::of("en");
    for (index, (month, day)) in days.enumerate() {
        let weekday = words.say(&format!("weekday-{}", index % 7 + 1), &Args::new());
        let said = words.date_long(&format!("2024-{month:02}-{day:02}"));
        assert!(said.starts_with(&weekday) && said.ends_with(" 2024"), "{said}");
    }
}

proptest! {
    /// A laboratory's 12.50 is never shown as 12.5.
    #[test]
    fn digits_are_kept_as_given(whole in 0_u32..1_000_000, decimals in "[0-9]{1,6}") {
        let number = format!("{whole}.{decimals}");
        for language in Words::languages() {
            let words = Words::of(&language.tag);
            prop_assert_eq!(&words.number(&number), &number);
            let said = words.say("period-days", &given("n", Value::Number(number.clone())));
            prop_assert!(said.contains(&number), "{} in {}", number, said);
        }
    }

    #[test]
    fn any_text_can_be_asked_for_as_a_date(text in ".{0,12}") {
        for language in Words::languages() {
            let words = Words::of(&language.tag);
            prop_assert!(!words.date_long(&text).contains('⟦'));
            prop_assert!(!words.date_short(&text).contains('⟦'));
            let _ = words.date_partial(&text);
        }
    }
}
