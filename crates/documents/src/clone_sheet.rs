//! The clones of one person on paper: the answers first, the shares as stacked bars, the clones and samples as tables.
//! In greyscale: a part of a bar is told by its number, which is its line in the table, and a watched one is filled.

use facts::CivilDate;
use printpdf::PaintMode;
use words::{Args, Value, Words};

use crate::DocumentError;
use crate::marks::Marks;
use crate::page::{Book, Face, Ink, Paper};
use crate::said::{self, args};

/// What the page says, worded by whoever knows the clones.
#[derive(Clone, Debug, PartialEq)]
pub struct CloneSheet {
    pub subject_code: String,
    pub site_name: String,
    /// Reference genome and what was counted.
    pub basis: String,
    pub answers: Vec<SheetAnswer>,
    /// What is called for, with its day.
    pub duties: Vec<String>,
    pub silences: Vec<String>,
    pub bars: Vec<SheetBars>,
    /// In the order of their numbers, from 1.
    pub clones: Vec<SheetClone>,
    pub samples: Vec<Vec<String>>,
    pub sample_heads: Vec<String>,
    pub printed_on: CivilDate,
    pub printed_by: String,
    pub marks: Marks,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetAnswer {
    pub question: String,
    pub said: String,
    pub text: String,
    pub clones: Vec<String>,
}

/// One cell type: a bar each time.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetBars {
    pub title: String,
    pub times: Vec<String>,
    /// Number of the clone, and its share of each bar, 0 to 1.
    pub parts: Vec<(usize, Vec<f64>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetClone {
    pub name: String,
    pub watched: bool,
    pub cells: Vec<String>,
}

const BODY: f32 = 10.0;
const SMALL: f32 = 8.5;
const ROW: f32 = 13.0;
const BARS_HIGH: f32 = 118.0;
/// Plots beside one another.
const ACROSS: usize = 3;
/// Clones named under one question; the rest is counted.
const NAMED: usize = 8;
/// Lowest part of a bar that holds its number.
const NUMBERED: f32 = 8.5;

/// Sets the pages and gives the bytes of a PDF.
///
/// # Errors
/// When a font cannot be read.
pub fn clone_sheet(sheet: &CloneSheet, words: &Words, paper: Paper) -> Result<Vec<u8>, DocumentError> {
    let title = words.say("clone-sheet-title", &args(&[("code", &sheet.subject_code)]));
    let mut page = Page { book: Book::new(&title, paper, Face::of(&words.language().font))?, sheet, words };
    page.head(&title);
    page.answers();
    page.plots();
    page.clones();
    page.samples();
    Ok(page.bind())
}

struct Page<'a> {
    book: Book,
    sheet: &'a CloneSheet,
    words: &'a Words,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(key, &Args::new())
    }

    fn head(&mut self, title: &str) {
        let (margin, column) = (self.book.margin, self.book.column());
        self.book.y += 20.0;
        let y = self.book.y;
        self.book.strong_at(margin, y, 18.0, Ink::Black, title);
        self.book.y += 4.0;
        let whose = [self.sheet.site_name.as_str(), &self.sheet.basis];
        let whose: Vec<&str> = whose.into_iter().filter(|part| !part.is_empty()).collect();
        self.book.paragraph(margin, column, BODY, Ink::Soft, &whose.join(" · "));
    }

    fn answers(&mut self) {
        let (margin, column) = (self.book.margin, self.book.column());
        let sheet = self.sheet;
        for answer in &sheet.answers {
            self.book.heading(12.0, &format!("{} {}", answer.question, answer.said), 40.0);
            for clone in answer.clones.iter().take(NAMED) {
                self.book.paragraph(margin + 10.0, column - 10.0, BODY, Ink::Black, &format!("• {clone}"));
            }
            if answer.clones.len() > NAMED {
                let count = (answer.clones.len() - NAMED).to_string();
                let count = Args::from([("count".to_owned(), Value::Number(count))]);
                let more = self.words.say("clones-more", &count);
                self.book.paragraph(margin + 10.0, column - 10.0, BODY, Ink::Black, &more);
            }
            self.book.paragraph(margin, column, SMALL, Ink::Soft, &answer.text);
        }
        let todo = self.say("clones-question-do");
        self.book.heading(12.0, &todo, 30.0);
        if sheet.duties.is_empty() {
            let nothing = self.say("clones-nothing-due");
            self.book.paragraph(margin, column, BODY, Ink::Black, &nothing);
        }
        for duty in &sheet.duties {
            self.book.paragraph(margin + 10.0, column - 10.0, BODY, Ink::Black, &format!("• {duty}"));
        }
        for silence in &sheet.silences {
            self.book.paragraph(margin, column, SMALL, Ink::Soft, silence);
        }
    }

    fn plots(&mut self) {
        let heading = self.say("clone-sheet-shares");
        self.book.heading(12.0, &heading, BARS_HIGH + 40.0);
        let about = self.say("clone-sheet-shares-about");
        let (margin, column) = (self.book.margin, self.book.column());
        self.book.paragraph(margin, column, SMALL, Ink::Soft, &about);
        let sheet = self.sheet;
        let wide = column / ACROSS as f32;
        for row in sheet.bars.chunks(ACROSS) {
            self.book.make_room(BARS_HIGH + 46.0);
            let top = self.book.y + 6.0;
            for (at, bars) in row.iter().enumerate() {
                self.bars(bars, margin + at as f32 * wide, top, wide - 12.0);
            }
            self.book.y = top + BARS_HIGH + 36.0;
        }
    }

    fn bars(&mut self, bars: &SheetBars, left: f32, top: f32, wide: f32) {
        for (line, text) in self.book.wrap(&bars.title, SMALL, wide).iter().take(1).enumerate() {
            self.book.strong_at(left, top + 8.0 + line as f32 * 10.0, SMALL, Ink::Black, text);
        }
        let (head, foot) = (top + 16.0, top + 16.0 + BARS_HIGH);
        let slot = wide / bars.times.len().max(1) as f32;
        let bar = (slot * 0.7).min(46.0);
        for (at, time) in bars.times.iter().enumerate() {
            let x = left + at as f32 * slot;
            let mut y = foot;
            for (number, shares) in &bars.parts {
                let high = shares.get(at).map_or(0.0, |share| *share as f32) * (foot - head);
                if high <= 0.0 {
                    continue;
                }
                y -= high;
                self.part(*number, x, y, bar, high);
            }
            self.book.frame(x, head, bar, foot - head, Ink::Soft);
            self.time(time, x, foot, slot);
        }
    }

    fn time(&mut self, time: &str, x: f32, foot: f32, slot: f32) {
        let size = self.book.fitting(time, slot - 2.0, (0..6).map(|n| 7.5 - n as f32 * 0.6), 4.5);
        self.book.line_at(x, foot + 9.0, size, Ink::Soft, time);
    }

    fn part(&mut self, number: usize, x: f32, y: f32, wide: f32, high: f32) {
        let watched = number.checked_sub(1).and_then(|at| self.sheet.clones.get(at)).is_some_and(|clone| clone.watched);
        let ink = match (watched, number % 2) {
            (true, _) => Ink::Accent,
            (_, 0) => Ink::Tint,
            _ => Ink::Line,
        };
        self.book.fill(x, y, wide, high, ink);
        self.book.trace(&[(x, y), (x + wide, y)], Ink::Soft, 0.4);
        if high >= NUMBERED {
            let label = number.to_string();
            let left = x + (wide - self.book.width_of(&label, 7.0)) / 2.0;
            let on = if watched { Ink::White } else { Ink::Black };
            self.book.line_at(left, y + high / 2.0 + 2.5, 7.0, on, &label);
        }
    }

    fn clones(&mut self) {
        let heading = self.say("clone-sheet-clones");
        self.book.heading(12.0, &heading, 3.0 * ROW);
        let mut heads = vec!["".to_owned(), self.say("clones-col-clone")];
        heads.extend(["clone-sheet-site", "clones-col-top", "clones-col-lineages"].map(|key| self.say(key)));
        heads.extend(["clones-col-first", "clones-col-last"].map(|key| self.say(key)));
        let shares = [0.0, 0.035, 0.25, 0.46, 0.57, 0.76, 0.88];
        self.line(&heads, &shares, Ink::Soft);
        let sheet = self.sheet;
        for (at, clone) in sheet.clones.iter().enumerate() {
            let mut cells = vec![(at + 1).to_string(), clone.name.clone()];
            cells.extend(clone.cells.iter().cloned());
            if clone.watched {
                let (margin, y) = (self.book.margin - 7.0, self.book.y + ROW - 3.0);
                let diamond = [
                    (margin, y - 3.0, false),
                    (margin + 3.0, y, false),
                    (margin, y + 3.0, false),
                    (margin - 3.0, y, false),
                ];
                self.book.make_room(ROW);
                self.book.shape(&diamond, Ink::Accent, PaintMode::Fill);
            }
            self.line(&cells, &shares, Ink::Black);
        }
    }

    fn samples(&mut self) {
        let heading = self.say("clone-sheet-samples");
        self.book.heading(12.0, &heading, 3.0 * ROW);
        let sheet = self.sheet;
        let count = sheet.sample_heads.len().max(1) as f32;
        let shares: Vec<f32> = (0..sheet.sample_heads.len()).map(|at| at as f32 / count).collect();
        self.line(&sheet.sample_heads, &shares, Ink::Soft);
        for row in &sheet.samples {
            self.line(row, &shares, Ink::Black);
        }
    }

    /// Cells from shares of the column.
    fn line(&mut self, cells: &[String], shares: &[f32], ink: Ink) {
        self.book.make_room(ROW);
        self.book.y += ROW;
        let (margin, column, y) = (self.book.margin, self.book.column(), self.book.y);
        for (at, (cell, share)) in cells.iter().zip(shares).enumerate() {
            let room = column * (shares.get(at + 1).unwrap_or(&1.0) - share) - 4.0;
            let size = self.book.fitting(cell, room, (0..8).map(|n| SMALL - n as f32 * 0.55), 4.4);
            self.book.line_at(margin + column * share, y, size, ink, cell);
        }
        self.book.rule(margin, y + 3.5, column, Ink::Line, 0.3);
    }

    fn bind(self) -> Vec<u8> {
        let Self { book, sheet, words } = self;
        let foot = |page, pages| said::foot(words, sheet.printed_on, &sheet.printed_by, page, pages);
        book.bind(foot, sheet.marks.band(words).as_deref())
    }
}
