//! The papers as poppler reads them: text, fonts, page count, size, and nothing over the footer.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "poppler reads files")]

#[path = "../benches/sheet/mod.rs"]
mod sheet;

use std::path::Path;
use std::process::Command;

use documents::{KitPage, Paper, family_schedule, page_count, recovery_kit};
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
