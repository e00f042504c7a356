//! The recovery kit: the words that open the store when every passphrase is forgotten, on one page for the safe.

use facts::CivilDate;
use qrcode::{Color, EcLevel, QrCode};
use words::{Args, Value, Words};

use crate::DocumentError;
use crate::page::{Book, Face, Ink, Paper};

#[derive(Clone, Debug)]
pub struct KitPage {
    pub words: Vec<String>,
    pub qr_text: String,
    pub site_name: String,
    pub created_on: CivilDate,
    pub store_id: String,
    pub practice: bool,
}

/// Sets the page and gives the bytes of a PDF.
///
/// # Errors
/// When a font cannot be read or the code square cannot hold the words.
pub fn recovery_kit(kit: &KitPage, words: &Words, paper: Paper) -> Result<Vec<u8>, DocumentError> {
    let say = |key: &str| words.say(key, &Args::new());
    let mut book = Book::new(&say("kit-title"), paper, Face::of(&words.language().font))?;
    let (margin, column) = (book.margin, book.column());
    book.heading(24.0, &say("kit-title"), 0.0);
    let on = words.date_long(&kit.created_on.to_string());
    let made = Args::from([
        ("site".to_owned(), Value::from(kit.site_name.as_str())),
        ("on".to_owned(), Value::from(on.as_str())),
        ("store".to_owned(), Value::from(kit.store_id.as_str())),
    ]);
    book.paragraph(margin, column, 12.0, Ink::Soft, &words.say("kit-made", &made));
    book.y += 6.0;
    book.paragraph(margin, column, 14.0, Ink::Black, &say("kit-what"));
    book.y += 10.0;
    let top = book.y;
    for (index, word) in kit.words.iter().enumerate() {
        let (row, place) = ((index / 3) as f32, (index % 3) as f32);
        let (x, y) = (margin + place * column / 3.0, top + row * 30.0);
        book.frame(x + 2.0, y + 2.0, column / 3.0 - 4.0, 26.0, Ink::Line);
        book.line_at(x + 10.0, y + 20.0, 11.0, Ink::Soft, &format!("{:02}", index + 1));
        book.strong_at(x + 34.0, y + 20.5, 15.0, Ink::Black, word);
    }
    book.y = top + kit.words.len().div_ceil(3) as f32 * 30.0 + 16.0;
    square(&mut book, &kit.qr_text)?;
    for key in ["kit-keep", "kit-use", "kit-danger"] {
        book.paragraph(margin, column, 14.0, Ink::Black, &say(key));
        book.y += 4.0;
    }
    let foot = |page: usize, pages: usize| {
        let number = |n: usize| Value::from(n.to_string().as_str());
        let given = Args::from([("page".to_owned(), number(page)), ("pages".to_owned(), number(pages))]);
        words.say("kit-foot", &given)
    };
    let band = say("paper-practice");
    Ok(book.bind(foot, kit.practice.then_some(band.as_str())))
}

fn square(book: &mut Book, text: &str) -> Result<(), DocumentError> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M)
        .map_err(|_| DocumentError::Code { length: text.len() })?;
    let (side, modules) = (120.0, code.width());
    let dot = side / modules as f32;
    let (x, y) = (book.margin, book.y);
    for (index, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let (column, row) = ((index % modules) as f32, (index / modules) as f32);
            book.fill(x + column * dot, y + row * dot, dot + 0.05, dot + 0.05, Ink::Black);
        }
    }
    book.y = y + side + 10.0;
    Ok(())
}
