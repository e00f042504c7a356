//! A list on paper for the file and for the morning's round: what, when, and why. The day's work, or every date of one
//! schedule with what it is counted from and who asks for it.
//!
//! Knows lines. Does not know what they are of: all is worded by whoever made the list. In greyscale: what presses is
//! told by a filled mark and by its word.

use facts::CivilDate;
use words::Words;

use crate::DocumentError;
use crate::marks::Marks;
use crate::page::{Book, Face, Ink, Paper};
use crate::said;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSheet {
    pub title: String,
    /// Under the title: whose list, what is left out of it.
    pub about: Vec<String>,
    pub sections: Vec<ListSection>,
    /// After the last line: rules that hold for all.
    pub closing: Vec<String>,
    pub printed_on: CivilDate,
    pub printed_by: String,
    pub marks: Marks,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSection {
    pub title: String,
    pub lines: Vec<ListLine>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// Whose or what, in heavier strokes.
    pub head: String,
    /// Where it stands.
    pub standing: String,
    /// It presses.
    pub marked: bool,
    /// Its days.
    pub when: String,
    /// Why, and who asks for it; empty ones are left out.
    pub reasons: Vec<String>,
}

const BODY: f32 = 10.0;
const SMALL: f32 = 8.5;
/// Where the days and the reasons begin, as a share of the column.
const RIGHT: f32 = 0.31;
const GAP: f32 = 12.0;

/// Sets the pages and gives the bytes of a PDF.
///
/// # Errors
/// When a font cannot be read.
pub fn list_sheet(sheet: &ListSheet, words: &Words, paper: Paper) -> Result<Vec<u8>, DocumentError> {
    let mut book = Book::new(&sheet.title, paper, Face::of(&words.language().font))?;
    head(&mut book, sheet);
    for section in &sheet.sections {
        book.y += 4.0;
        book.heading(12.0, &section.title, 3.0 * BODY * 1.45);
        for line in &section.lines {
            set(&mut book, line);
        }
    }
    book.y += 8.0;
    let (margin, column) = (book.margin, book.column());
    for text in &sheet.closing {
        book.paragraph(margin, column, SMALL, Ink::Soft, text);
    }
    let foot = |page, pages| said::foot(words, sheet.printed_on, &sheet.printed_by, page, pages);
    Ok(book.bind(foot, sheet.marks.band(words).as_deref()))
}

fn head(book: &mut Book, sheet: &ListSheet) {
    let (margin, column) = (book.margin, book.column());
    for line in book.wrap(&sheet.title, 18.0, column) {
        book.y += 22.0;
        let y = book.y;
        book.strong_at(margin, y, 18.0, Ink::Black, &line);
    }
    book.y += 4.0;
    for text in &sheet.about {
        book.paragraph(margin, column, BODY, Ink::Soft, text);
    }
}

/// A piece of text set in one of the two columns.
struct Piece {
    lines: Vec<String>,
    size: f32,
    ink: Ink,
    strong: bool,
}

impl Piece {
    fn of(book: &Book, text: &str, size: f32, room: f32, ink: Ink, strong: bool) -> Option<Self> {
        (!text.is_empty()).then(|| Self { lines: book.wrap(text, size, room), size, ink, strong })
    }

    fn height(&self) -> f32 {
        self.lines.len() as f32 * self.size * 1.4
    }
}

/// Both columns side by side, kept together on one page.
fn set(book: &mut Book, line: &ListLine) {
    let (margin, column) = (book.margin, book.column());
    let (left, right) = (margin + GAP, margin + column * RIGHT);
    let (left_room, right_room) = (column * RIGHT - GAP - 10.0, column * (1.0 - RIGHT));
    let what = [
        Piece::of(book, &line.head, BODY, left_room, Ink::Black, true),
        Piece::of(book, &line.standing, BODY, left_room, Ink::Black, false),
    ];
    let mut why = vec![Piece::of(book, &line.when, BODY, right_room, Ink::Black, false)];
    why.extend(line.reasons.iter().map(|reason| Piece::of(book, reason, SMALL, right_room, Ink::Soft, false)));
    let height = |pieces: &[Option<Piece>]| pieces.iter().flatten().map(Piece::height).sum::<f32>();
    let high = height(&what).max(height(&why)) + 7.0;
    book.make_room(high);
    let top = book.y;
    if line.marked {
        book.fill(margin, top + 4.5, 6.0, 6.0, Ink::Accent);
    }
    for (x, pieces) in [(left, what.as_slice()), (right, &why)] {
        let mut y = top;
        for piece in pieces.iter().flatten() {
            for text in &piece.lines {
                y += piece.size * 1.4;
                let base = y - piece.size * 0.3;
                if piece.strong {
                    book.strong_at(x, base, piece.size, piece.ink, text);
                } else {
                    book.line_at(x, base, piece.size, piece.ink, text);
                }
            }
        }
    }
    book.y = top + high;
    let y = book.y - 2.0;
    book.rule(margin, y, column, Ink::Line, 0.3);
}
