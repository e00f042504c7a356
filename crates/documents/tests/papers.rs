//! The papers as poppler reads them: text, fonts, page count, size, and nothing over the footer.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "poppler reads files")]

#[path = "../benches/sheet/mod.rs"]
mod sheet;

use std::path::Path;
use std::process::Command;

use documents::{
    GrowthCurve, GrowthRow, GrowthSheet, KitPage, Marks, Paper, family_schedule, growth_sheet, page_count, recovery_kit,
};
use words::Words;

fn poppler(program: &str, args: &[&str], pdf: &Path) -> String {
    let path = pdf.to_string_lossy().into_owned();
    let mut all: Vec<&str> = args.to_vec();
    all.push(&path);
    if program == "pdftotext" {
        all.push("-");
    }
    let output = Command::new(program).args(&all).output().expect("poppler is installed: cargo xtask setup");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    // With `-bbox` poppler writes the halves of a rare character of the title apart: lossy, as a browser reads it.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn made(language: &str, paper: Paper) -> (tempfile::TempDir, std::path::PathBuf, Vec<u8>) {
    let bytes = family_schedule(&sheet::sheet(), &Words::of(language), paper).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sheet.pdf");
    std::fs::write(&path, &bytes).unwrap();
    if let Some(keep) = std::env::var_os("PERENNIAL_KEEP_PAPERS") {
        std::fs::write(Path::new(&keep).join(format!("family-{language}-{paper:?}.pdf")), &bytes).unwrap();
    }
    (folder, path, bytes)
}

/// Spaces vary with justification; the words must be there in order.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_sheet_can_be_searched_in_each_language() {
    for (language, wanted) in [
        ("en", ["Visits of", "Any day from Friday 31 January 2025", "All further visits", "Call us at once if"]),
        ("zh-Hans", ["的随访安排", "2025年2月28日（星期五）", "以后的全部访视", "请立即联系我们"]),
        ("ja", ["さんの来院予定", "2025年2月28日（金）", "その後のすべての来院", "すぐにお電話ください"]),
    ] {
        let (_folder, path, _) = made(language, Paper::A4);
        let text = squeezed(&poppler("pdftotext", &["-layout"], &path));
        for words in wanted {
            assert!(text.contains(&squeezed(words)), "{language}: `{words}` is not in\n{text}");
        }
        assert!(text.contains(&squeezed("<b>王𠮷</b>")), "{language}: a name with signs is text");
        assert!(text.contains("[U+1F600]"), "{language}: a sign no font has is named");
        assert!(!text.contains('⟦'), "{language}: a message is missing");
    }
}

#[test]
fn fonts_are_embedded_and_subset() {
    for language in ["en", "zh-Hans", "ja"] {
        let (_folder, path, bytes) = made(language, Paper::A4);
        let fonts = poppler("pdffonts", &[], &path);
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!rows.is_empty());
        for row in rows {
            let flags: Vec<&str> = row.split_whitespace().filter(|word| matches!(*word, "yes" | "no")).collect();
            assert_eq!(flags.first(), Some(&"yes"), "not embedded: {row}");
            assert_eq!(flags.get(2), Some(&"yes"), "no map to Unicode: {row}");
        }
        assert!(bytes.len() < 900_000, "{language}: {} bytes, the whole font seems to be inside", bytes.len());
    }
}

#[test]
fn paper_sizes_and_page_counts_are_as_told() {
    for (paper, size) in [(Paper::A4, "595"), (Paper::Letter, "612 x 792")] {
        let (_folder, path, bytes) = made("en", paper);
        let info = poppler("pdfinfo", &[], &path);
        let line = |name: &str| info.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        assert!(line("Page size").contains(size), "{info}");
        let pages: u32 = line("Pages").split_whitespace().nth(1).unwrap().parse().unwrap();
        assert_eq!(pages, page_count(&bytes));
        assert!((2..=6).contains(&pages), "{pages} pages");
    }
}

#[test]
fn nothing_runs_over_the_footer_or_the_edge() {
    for (language, paper) in [("en", Paper::Letter), ("zh-Hans", Paper::A4), ("ja", Paper::Letter)] {
        let (_folder, path, _) = made(language, paper);
        let boxes = poppler("pdftotext", &["-bbox"], &path);
        let (width, height) = paper.size();
        for line in boxes.lines().filter(|line| line.contains("<word ")) {
            let edge = |name: &str| -> f32 {
                line.split(&format!("{name}=\""))
                    .nth(1)
                    .and_then(|rest| rest.split('"').next())
                    .unwrap()
                    .parse()
                    .unwrap()
            };
            assert!(edge("xMax") <= width - 20.0, "over the edge: {line}");
            let foot = edge("yMin") > height - 45.0;
            assert!(foot || edge("yMax") <= height - 40.0, "over the footer: {line}");
        }
    }
}

#[test]
fn the_recovery_kit_is_one_page_with_its_words_in_order() {
    let kit = KitPage {
        words: (0..24).map(|n| format!("word{n:02}")).collect(),
        qr_text: "perennial:test".into(),
        site_name: "Clinic".into(),
        created_on: "2026-11-21".parse().unwrap(),
        store_id: "ab12".into(),
        practice: false,
    };
    for language in ["en", "zh-Hans", "ja"] {
        let bytes = recovery_kit(&kit, &Words::of(language), Paper::A4).unwrap();
        assert_eq!(page_count(&bytes), 1, "{language}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kit.pdf");
        std::fs::write(&path, &bytes).unwrap();
        if let Some(keep) = std::env::var_os("PERENNIAL_KEEP_PAPERS") {
            std::fs::write(Path::new(&keep).join(format!("kit-{language}.pdf")), &bytes).unwrap();
        }
        let text = poppler("pdftotext", &[], &path);
        let places: Vec<usize> = kit.words.iter().map(|word| text.find(word.as_str()).unwrap()).collect();
        assert!(places.is_sorted(), "{language}: {text}");
    }
}

/// A girl measured twice, once before the second birthday of a pregnancy that was short.
fn growth(language: &str, paper: Paper, many: usize) -> (tempfile::TempDir, std::path::PathBuf, Vec<u8>) {
    let curve = |label: &str, low: f64| GrowthCurve {
        label: label.into(),
        spots: (0..=24).map(|month| (f64::from(month) * 30.4375, low + f64::from(month) * 0.37)).collect(),
    };
    let row = |n: usize| GrowthRow {
        spot: (60.0 + 11.0 * n as f64, 4.0 + 0.1 * n as f64),
        corrected: (n == 0).then_some((-10.0, 4.0)),
        on: format!("2024-{:02}-03", 1 + n % 12),
        age: "7 months".into(),
        corrected_age: String::from(if n == 0 { "1 w 3 d before term" } else { "" }),
        value: format!("{n}.25"),
        z: "-1.24".into(),
        centile: "10.8".into(),
        change: "-2.22 z a year over 181 days, fell across 1 line".into(),
    };
    let sheet = GrowthSheet {
        called: "王𠮷".into(),
        subject_code: "S-001".into(),
        site_name: "Children's hospital".into(),
        site_telephone: "+86 10 5550".into(),
        born_on: "2024-01-15".parse().unwrap(),
        sex: "female".into(),
        index: "Weight for age".into(),
        unit: "kg".into(),
        by_age: true,
        from: 0.0,
        to: 731.0,
        curves: vec![curve("P3", 2.4), curve("P50", 3.2), curve("P97", 4.2)],
        rows: (0..many).map(row).collect(),
        target: String::new(),
        sources: vec!["WHO 2006: a source".into()],
        ends: String::new(),
        printed_on: "2026-11-21".parse().unwrap(),
        printed_by: "李医生".into(),
        marks: Marks { practice: true, ..Marks::default() },
    };
    let bytes = growth_sheet(&sheet, &Words::of(language), paper).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("growth.pdf");
    std::fs::write(&path, &bytes).unwrap();
    if let Some(keep) = std::env::var_os("PERENNIAL_KEEP_PAPERS") {
        std::fs::write(Path::new(&keep).join(format!("growth-{language}-{paper:?}-{many}.pdf")), &bytes).unwrap();
    }
    (folder, path, bytes)
}

#[test]
fn a_growth_chart_is_one_page_with_its_fonts_its_lines_and_its_source() {
    for (language, wanted) in [
        ("en", ["age in years and months", "Reference: WHO 2006: a source", "born 15 Jan 2024"]),
        ("zh-Hans", ["年龄（岁、月）", "参考标准：WHO 2006: a source", "2024年1月15日 出生"]),
        ("ja", ["年齢（歳・か月）", "基準：WHO 2006: a source", "2024年1月15日 生まれ"]),
    ] {
        for paper in [Paper::A4, Paper::Letter] {
            let (_folder, path, bytes) = growth(language, paper, 3);
            assert_eq!(page_count(&bytes), 1, "{language} {paper:?}");
            let text = squeezed(&poppler("pdftotext", &["-layout"], &path));
            for words in wanted.iter().chain(&["P3", "P50", "P97", "王𠮷", "1.25", "10.8"]) {
                assert!(text.contains(&squeezed(words)), "{language}: `{words}` is not in\n{text}");
            }
            assert!(!text.contains('⟦'), "{language}: a message is missing");
            let fonts = poppler("pdffonts", &[], &path);
            let used: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(!used.is_empty() && used.iter().all(|line| line.contains("yes")), "{fonts}");
        }
    }
}

#[test]
fn more_measurements_than_a_page_holds_are_counted_and_not_squeezed_in() {
    for paper in [Paper::A4, Paper::Letter] {
        let (_folder, path, bytes) = growth("en", paper, 60);
        assert_eq!(page_count(&bytes), 1, "{paper:?}");
        let text = squeezed(&poppler("pdftotext", &["-layout"], &path));
        assert!(text.contains("59.25") && !text.contains("59.2559.25"), "the newest is listed: {text}");
        assert!(text.contains("oldestmeasurementsarenotlistedhere"), "{text}");
        let boxes = poppler("pdftotext", &["-bbox"], &path);
        let (_, height) = paper.size();
        for line in boxes.lines().filter(|line| line.contains("<word ")) {
            let edge = |name: &str| -> f32 {
                let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().parse().unwrap()
            };
            assert!(edge("yMin") > height - 45.0 || edge("yMax") <= height - 40.0, "over the footer: {line}");
        }
    }
}
