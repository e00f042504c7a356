//! The letter to a family that could not be reached: whom it is to, what is asked, whom to call. One page.
//!
//! It names no diagnosis, no product and no study, and its upper third, which a window envelope shows, holds the
//! addressee alone: whoever finds the letter learns that a clinic would like to be called.

use facts::CivilDate;
use words::{Args, Words};

use crate::DocumentError;
use crate::marks::Marks;
use crate::page::{Book, Face, Ink, Paper};
use crate::said::args;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactLetter {
    /// Name of the person as the envelope needs it; empty = the page leaves room for it.
    pub addressee: String,
    /// Lines of the address, as they were kept.
    pub address: Vec<String>,
    /// What the family wants the person to be called; never empty.
    pub called: String,
    pub site_name: String,
    pub site_telephone: String,
    pub site_address: String,
    /// First and last day of the visit that did not take place.
    pub from: CivilDate,
    pub to: CivilDate,
    pub printed_on: CivilDate,
    pub signed_by: String,
    pub marks: Marks,
}

const BODY: f32 = 13.0;
/// Where a window envelope shows the addressee: below the fold mark of ISO 269 DL nothing personal is seen.
const ADDRESS_AT: f32 = 128.0;
const TEXT_AT: f32 = 300.0;

/// Sets the letter and gives the bytes of a PDF.
///
/// # Errors
/// When a font cannot be read.
pub fn contact_letter(letter: &ContactLetter, words: &Words, paper: Paper) -> Result<Vec<u8>, DocumentError> {
    let say = |key: &str| words.say(key, &Args::new());
    let date = |on: CivilDate| words.date_long(&on.to_string());
    // The title of the file stands in the window of a viewer: it names the clinic, not the person.
    let mut book = Book::new(&letter.site_name, paper, Face::of(&words.language().font))?;
    let (margin, column) = (book.margin + 18.0, book.column() - 36.0);
    book.y = ADDRESS_AT;
    for line in std::iter::once(&letter.addressee).chain(&letter.address).filter(|line| !line.is_empty()) {
        let y = book.y;
        book.line_at(margin, y, BODY, Ink::Black, line);
        book.y += 18.0;
    }
    book.y = TEXT_AT;
    book.paragraph(margin, column, BODY, Ink::Soft, &date(letter.printed_on));
    book.y += 14.0;
    let name = args(&[("name", &letter.called)]);
    book.paragraph(margin, column, BODY, Ink::Black, &words.say("letter-greeting", &name));
    book.y += 8.0;
    let span = args(&[("name", &letter.called), ("from", &date(letter.from)), ("to", &date(letter.to))]);
    for text in [words.say("letter-why", &name), words.say("letter-visit", &span), say("letter-call")] {
        book.paragraph(margin, column, BODY, Ink::Black, &text);
        book.y += 8.0;
    }
    book.y += 22.0;
    let y = book.y;
    book.strong_at(margin, y, 22.0, Ink::Accent, &letter.site_telephone);
    book.y += 18.0;
    for text in [say("letter-moved"), say("letter-choice")] {
        book.paragraph(margin, column, BODY, Ink::Black, &text);
        book.y += 8.0;
    }
    book.y += 10.0;
    for text in [say("letter-regards"), letter.signed_by.clone(), letter.site_name.clone(), letter.site_address.clone()]
    {
        if !text.is_empty() {
            book.paragraph(margin, column, BODY, Ink::Black, &text);
        }
    }
    Ok(book.bind(|_, _| String::new(), letter.marks.band(words).as_deref()))
}
