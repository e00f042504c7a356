//! A contact from afar on paper: the script of a call for the clinic, or the questionnaire for the family. Both ask what
//! the forms due ask, in the family's language, with boxes to tick and lines to write on.
//!
//! Knows questions and kinds of answers. Does not know forms: what is asked comes worded. The sheet bears no product
//! and no study: it may lie on a kitchen table.

use facts::CivilDate;
use words::{Args, Words};

use crate::DocumentError;
use crate::page::{Book, Face, Ink, Paper};
use crate::said::{self, args};

/// Whose paper it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallPaper {
    /// Read out by whoever calls.
    Script,
    /// Filled in at home and sent back.
    Questionnaire,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallSheet {
    pub paper: CallPaper,
    /// As the family wishes to be called; empty: the code stands there.
    pub called: String,
    pub subject_code: String,
    /// What whoever decides for the child is to it; empty: nobody is known, or the person is of age.
    pub ask_for: String,
    pub site_name: String,
    pub site_telephone: String,
    pub site_address: String,
    /// Name of the visit.
    pub visit: String,
    pub earliest_on: CivilDate,
    pub latest_on: CivilDate,
    pub sections: Vec<CallSection>,
    /// What is done elsewhere, in the family's words: samples, examinations.
    pub elsewhere: Vec<String>,
    pub call_if: Vec<String>,
    pub printed_on: CivilDate,
    pub printed_by: String,
    pub practice: bool,
}

/// One form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallSection {
    pub title: String,
    pub questions: Vec<CallQuestion>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallQuestion {
    pub text: String,
    /// Asked only after a certain answer to the one before.
    pub follows: bool,
    pub answer: Room,
}

/// What the answer is written into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Room {
    /// Boxes to tick, one or several.
    Boxes(Vec<String>),
    /// A short line, with its unit where it has one.
    Line(String),
    /// Several lines.
    Lines,
    Date,
}

/// The family reads from arm's length; the clinic's own paper may be smaller.
fn body(paper: CallPaper) -> f32 {
    match paper {
        CallPaper::Script => 11.0,
        CallPaper::Questionnaire => 14.0,
    }
}

const SMALL: f32 = 9.5;
const BOX: f32 = 10.0;

/// Sets the pages and gives the bytes of a PDF.
///
/// # Errors
/// When a font cannot be read.
pub fn call_sheet(sheet: &CallSheet, words: &Words, paper: Paper) -> Result<Vec<u8>, DocumentError> {
    let key = match sheet.paper {
        CallPaper::Script => "call-sheet-script-title",
        CallPaper::Questionnaire => "call-sheet-questionnaire-title",
    };
    let title = words.say(key, &args(&[("visit", &sheet.visit)]));
    let book = Book::new(&title, paper, Face::of(&words.language().font))?;
    let mut page = Page { book, sheet, words, size: body(sheet.paper) };
    page.head(&title);
    page.opening();
    for section in &sheet.sections {
        page.section(section);
    }
    page.closing();
    Ok(page.bind())
}

struct Page<'a> {
    book: Book,
    sheet: &'a CallSheet,
    words: &'a Words,
    size: f32,
}

impl Page<'_> {
    fn say(&self, key: &str, given: &[(&str, &str)]) -> String {
        self.words.say(key, &args(given))
    }

    fn paragraph(&mut self, size: f32, ink: Ink, text: &str) {
        let (margin, column) = (self.book.margin, self.book.column());
        self.book.paragraph(margin, column, size, ink, text);
    }

    fn whose(&self) -> &str {
        if self.sheet.called.is_empty() { &self.sheet.subject_code } else { &self.sheet.called }
    }

    fn head(&mut self, title: &str) {
        let margin = self.book.margin;
        let size = self.book.fitting(title, self.book.column(), (0..8).map(|n| 19.0 - n as f32), 11.0);
        self.book.y += 22.0;
        let y = self.book.y;
        self.book.strong_at(margin, y, size, Ink::Black, title);
        self.book.y += 6.0;
        let day = |on: CivilDate| self.words.date_short(&on.to_string());
        let window = self
            .say("call-sheet-window", &[("from", &day(self.sheet.earliest_on)), ("to", &day(self.sheet.latest_on))]);
        let whose = [self.sheet.subject_code.as_str(), &self.sheet.site_name, &self.sheet.site_telephone, &window];
        let whose: Vec<&str> = whose.into_iter().filter(|part| !part.is_empty()).collect();
        self.paragraph(SMALL, Ink::Soft, &whose.join(" · "));
        self.book.y += 6.0;
    }

    fn opening(&mut self) {
        let (site, whose) = (self.sheet.site_name.clone(), self.whose().to_owned());
        match self.sheet.paper {
            CallPaper::Script => {
                for key in ["call-sheet-hello", "call-sheet-who", "call-sheet-time"] {
                    let line = self.say(key, &[("site", &site), ("whose", &whose)]);
                    self.paragraph(self.size, Ink::Black, &line);
                }
                if !self.sheet.ask_for.is_empty() {
                    let line = self.say("call-sheet-ask-for", &[("relation", &self.sheet.ask_for)]);
                    self.paragraph(self.size, Ink::Black, &line);
                }
                self.written("call-sheet-called-on");
                self.written("call-sheet-spoke-with");
            }
            CallPaper::Questionnaire => {
                let line = self.say("call-sheet-dear", &[("site", &site), ("whose", &whose)]);
                self.paragraph(self.size, Ink::Black, &line);
                self.written("call-sheet-filled-on");
                self.written("call-sheet-filled-by");
            }
        }
    }

    /// A label with a line to write on.
    fn written(&mut self, key: &str) {
        let label = self.say(key, &[]);
        self.line(&label, "", 0.0);
    }

    fn line(&mut self, label: &str, unit: &str, indent: f32) {
        let high = self.size * 2.1;
        self.book.make_room(high);
        self.book.y += high;
        let (left, y) = (self.book.margin + indent, self.book.y - self.size * 0.35);
        self.book.line_at(left, y, self.size, Ink::Black, label);
        let from = left + self.book.width_of(label, self.size) + 8.0;
        let to = self.book.margin + self.book.column();
        let unit_wide = if unit.is_empty() { 0.0 } else { self.book.width_of(unit, self.size) + 6.0 };
        let from = from.min(to - 90.0 - unit_wide);
        self.book.rule(from, y + 3.0, to - from - unit_wide, Ink::Soft, 0.6);
        if !unit.is_empty() {
            self.book.line_at(to - unit_wide + 6.0, y, self.size, Ink::Black, unit);
        }
    }

    fn section(&mut self, section: &CallSection) {
        self.book.y += 4.0;
        self.book.heading(self.size + 2.0, &section.title, self.size * 4.0);
        for question in &section.questions {
            self.question(question);
        }
    }

    fn question(&mut self, question: &CallQuestion) {
        let indent = if question.follows { 16.0 } else { 0.0 };
        let (margin, column, size) = (self.book.margin, self.book.column(), self.size);
        match &question.answer {
            Room::Line(unit) if self.book.width_of(&question.text, size) < column * 0.55 => {
                self.line(&question.text, unit, indent);
            }
            answer => {
                // A question and the first line of its answer stay together.
                self.book.make_room(size * 4.4);
                self.book.y += size * 0.5;
                self.book.paragraph(margin + indent, column - indent, size, Ink::Black, &question.text);
                match answer {
                    Room::Boxes(boxes) => self.boxes(boxes, indent),
                    Room::Line(unit) => self.line("", unit, indent),
                    Room::Lines => (0..3).for_each(|_| self.line("", "", indent)),
                    Room::Date => {
                        let shape = self.say("call-sheet-date", &[]);
                        self.line(&shape, "", indent);
                    }
                }
            }
        }
    }

    /// Beside one another while there is room.
    fn boxes(&mut self, boxes: &[String], indent: f32) {
        let (left, right) = (self.book.margin + indent, self.book.margin + self.book.column());
        let high = self.size * 1.7;
        let (mut x, mut first) = (left, true);
        for text in boxes {
            let lines = self.book.wrap(text, self.size, right - left - BOX - 6.0);
            let wide = BOX + 6.0 + self.book.width_of(text, self.size);
            if first || x + wide > right {
                self.book.make_room(high);
                self.book.y += high;
                x = left;
                first = false;
            }
            let y = self.book.y - self.size * 0.35;
            self.book.frame(x, y - BOX + 1.0, BOX, BOX, Ink::Black);
            self.book.line_at(x + BOX + 6.0, y, self.size, Ink::Black, lines.first().map_or("", String::as_str));
            for more in lines.iter().skip(1) {
                self.book.make_room(high);
                self.book.y += self.size * 1.4;
                let y = self.book.y - self.size * 0.35;
                self.book.line_at(x + BOX + 6.0, y, self.size, Ink::Black, more);
            }
            x += wide + 18.0;
        }
    }

    fn closing(&mut self) {
        let sheet = self.sheet;
        self.list("call-sheet-elsewhere", &sheet.elsewhere);
        self.list("sheet-call-if", &sheet.call_if);
        self.book.y += 6.0;
        let keys: &[&str] = match sheet.paper {
            CallPaper::Script => &["call-sheet-contacts", "call-sheet-thanks"],
            CallPaper::Questionnaire => &["call-sheet-send-back", "call-sheet-help"],
        };
        let until = self.words.date_long(&sheet.latest_on.to_string());
        for key in keys {
            let line = self.say(
                key,
                &[
                    ("address", &sheet.site_address),
                    ("telephone", &sheet.site_telephone),
                    ("until", &until),
                    ("site", &sheet.site_name),
                ],
            );
            self.book.make_room(self.size * 3.0);
            self.paragraph(self.size, Ink::Black, &line);
        }
        if sheet.paper == CallPaper::Script {
            self.written("call-sheet-signed");
        }
    }

    fn list(&mut self, heading: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.book.y += 4.0;
        let heading = self.say(heading, &[]);
        self.book.heading(self.size + 2.0, &heading, self.size * 2.0);
        for line in lines {
            let (margin, column) = (self.book.margin, self.book.column());
            self.book.paragraph(margin + 10.0, column - 10.0, self.size, Ink::Black, &format!("• {line}"));
        }
    }

    fn bind(self) -> Vec<u8> {
        let Self { book, sheet, words, .. } = self;
        let foot = |page, pages| said::foot(words, sheet.printed_on, &sheet.printed_by, page, pages);
        let band = words.say("paper-practice", &Args::new());
        book.bind(foot, sheet.practice.then_some(band.as_str()))
    }
}
