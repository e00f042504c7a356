//! A centile chart on one page: the lines of the reference with their centiles, the child's points, where the numbers
//! come from, and the measurements as a table. Drawn as vectors; the shapes say what is corrected, not a colour.

use facts::CivilDate;
use printpdf::PaintMode;
use words::{Args, Value, Words};

use crate::DocumentError;
use crate::marks::Marks;
use crate::page::{Book, Face, Ink, Paper};
use crate::said::{self, args};

/// What the page says, as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthSheet {
    /// What the family wants on paper; empty = the subject's code.
    pub called: String,
    pub subject_code: String,
    pub site_name: String,
    pub site_telephone: String,
    pub born_on: CivilDate,
    pub sex: String,
    pub index: String,
    pub unit: String,
    /// Across lie days of age; otherwise centimetres.
    pub by_age: bool,
    pub from: f64,
    pub to: f64,
    pub curves: Vec<GrowthCurve>,
    /// Oldest first.
    pub rows: Vec<GrowthRow>,
    pub target: String,
    pub sources: Vec<String>,
    /// At which age the reference ends, when the chart goes on; empty otherwise.
    pub ends: String,
    pub printed_on: CivilDate,
    pub printed_by: String,
    pub marks: Marks,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GrowthCurve {
    pub label: String,
    pub spots: Vec<(f64, f64)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GrowthRow {
    pub spot: (f64, f64),
    pub corrected: Option<(f64, f64)>,
    pub on: String,
    pub age: String,
    pub corrected_age: String,
    pub value: String,
    pub z: String,
    pub centile: String,
    pub change: String,
}

const DAYS_PER_YEAR: f64 = 365.25;
const DAYS_PER_MONTH: f64 = 30.4375;
const SMALL: f32 = 9.0;
/// The chart takes this share of the paper's height.
const CHART: f32 = 0.47;
const ROW: f32 = 15.0;
/// Kept for the footer below the table.
const FOOT: f32 = 74.0;
const ROOM_LEFT: f32 = 34.0;
const ROOM_RIGHT: f32 = 34.0;

/// Sets the page and gives the bytes of a PDF.
///
/// # Errors
/// When a font cannot be read.
pub fn growth_sheet(sheet: &GrowthSheet, words: &Words, paper: Paper) -> Result<Vec<u8>, DocumentError> {
    let title = title(sheet, words);
    let mut page = Page { book: Book::new(&title, paper, Face::of(&words.language().font))?, sheet, words };
    page.head(&title);
    page.chart();
    page.notes();
    page.table();
    Ok(page.bind())
}

fn title(sheet: &GrowthSheet, words: &Words) -> String {
    let name = if sheet.called.is_empty() { &sheet.subject_code } else { &sheet.called };
    words.say("growth-sheet-title", &args(&[("index", &sheet.index), ("name", name)]))
}

struct Page<'a> {
    book: Book,
    sheet: &'a GrowthSheet,
    words: &'a Words,
}

/// Values to places on the paper.
struct Plane {
    x: (f64, f64),
    y: (f64, f64),
    left: f32,
    right: f32,
    top: f32,
    foot: f32,
}

impl Plane {
    fn at(&self, (x, y): (f64, f64)) -> (f32, f32) {
        let share = |value: f64, (from, to): (f64, f64)| ((value - from) / (to - from)) as f32;
        let across = self.left + share(x, self.x) * (self.right - self.left);
        (across, self.foot - share(y, self.y) * (self.foot - self.top))
    }

    fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.x.0..=self.x.1).contains(&x) && (self.y.0..=self.y.1).contains(&y)
    }
}

/// 1, 2 or 5 times a power of ten, so that about six lines are drawn.
fn step(range: f64) -> f64 {
    let sizes = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0];
    sizes.into_iter().find(|size| range / size <= 7.0).unwrap_or(100.0)
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(key, &Args::new())
    }

    fn head(&mut self, title: &str) {
        let (margin, column) = (self.book.margin, self.book.column());
        for line in self.book.wrap(title, 18.0, column) {
            self.book.y += 24.0;
            let y = self.book.y;
            self.book.strong_at(margin, y, 18.0, Ink::Black, &line);
        }
        self.book.y += 5.0;
        let on = self.words.date_short(&self.sheet.born_on.to_string());
        let born = self.words.say("growth-sheet-born", &args(&[("on", &on), ("sex", &self.sheet.sex)]));
        let whose = [born.as_str(), &self.sheet.site_name, &self.sheet.site_telephone];
        let whose: Vec<&str> = whose.into_iter().filter(|part| !part.is_empty()).collect();
        self.book.paragraph(margin, column, 10.5, Ink::Soft, &whose.join(" · "));
        self.book.y += 6.0;
    }

    fn plane(&self) -> Plane {
        let curves = self.sheet.curves.iter().flat_map(|curve| &curve.spots);
        let points = self.sheet.rows.iter().flat_map(|row| std::iter::once(&row.spot).chain(&row.corrected));
        let values = || curves.clone().chain(points.clone()).map(|spot| spot.1);
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        let (low, high) = if low < high { (low, high) } else { (0.0, 1.0) };
        // A corrected age before the day of term lies left of the birth.
        let first = points.clone().map(|spot| spot.0).fold(self.sheet.from, f64::min);
        let step = step(high - low);
        Plane {
            x: (first, self.sheet.to),
            y: ((low / step).floor() * step, (high / step).ceil() * step),
            left: self.book.margin + ROOM_LEFT,
            right: self.book.width - self.book.margin - ROOM_RIGHT,
            top: self.book.y + 16.0,
            foot: self.book.y + self.book.height * CHART - 34.0,
        }
    }

    fn chart(&mut self) {
        let plane = self.plane();
        self.grid(&plane);
        for curve in &self.sheet.curves {
            let median = curve.label == "P50";
            let spots: Vec<(f32, f32)> = curve.spots.iter().map(|spot| plane.at(*spot)).collect();
            self.book.trace(&spots, if median { Ink::Accent } else { Ink::Soft }, if median { 1.4 } else { 0.7 });
            if let Some((x, y)) = spots.last() {
                self.book.line_at(x + 4.0, y + 3.0, SMALL, Ink::Soft, &curve.label);
            }
        }
        let drawn: Vec<(f32, f32)> =
            self.sheet.rows.iter().map(|row| row.spot).filter(|spot| plane.holds(*spot)).map(|s| plane.at(s)).collect();
        if drawn.len() > 1 {
            self.book.trace(&drawn, Ink::Black, 1.0);
        }
        for row in &self.sheet.rows {
            if let Some(corrected) = row.corrected.filter(|spot| plane.holds(*spot)) {
                let ((from, y), (to, _)) = (plane.at(corrected), plane.at(row.spot));
                self.book.trace(&[(from, y), (to, y)], Ink::Line, 0.6);
                self.mark(from, y, Ink::White);
            }
        }
        for (x, y) in drawn {
            self.mark(x, y, Ink::Black);
        }
        self.book.y = plane.foot + 34.0;
    }

    /// A diamond: filled at the age since birth, open at the corrected one.
    fn mark(&mut self, x: f32, y: f32, ink: Ink) {
        let diamond = |r: f32| [(x, y - r, false), (x + r, y, false), (x, y + r, false), (x - r, y, false)];
        self.book.shape(&diamond(4.2), Ink::Black, PaintMode::Fill);
        if ink == Ink::White {
            self.book.shape(&diamond(2.8), Ink::White, PaintMode::Fill);
        }
    }

    fn grid(&mut self, plane: &Plane) {
        let size = step(plane.y.1 - plane.y.0);
        let lines = ((plane.y.1 - plane.y.0) / size).round() as i32;
        let wide = plane.right - plane.left;
        for n in 0..=lines {
            let value = plane.y.0 + f64::from(n) * size;
            let (_, y) = plane.at((plane.x.0, value));
            self.book.rule(plane.left, y, wide, Ink::Line, 0.4);
            let shown = self.words.number(&(if size < 1.0 { format!("{value:.1}") } else { format!("{value:.0}") }));
            let x = plane.left - 5.0 - self.book.width_of(&shown, SMALL);
            self.book.line_at(x, y + 3.0, SMALL, Ink::Soft, &shown);
        }
        let unit = self.sheet.unit.clone();
        self.book.line_at(self.book.margin, plane.top - 8.0, SMALL, Ink::Soft, &unit);
        for (at, label, long) in self.ticks(plane) {
            let (x, _) = plane.at((at, plane.y.0));
            let tall = if long { plane.top } else { plane.foot };
            self.book.trace(&[(x, tall), (x, plane.foot + 4.0)], Ink::Line, if long { 0.4 } else { 0.7 });
            let wide = self.book.width_of(&label, SMALL);
            self.book.line_at(x - wide / 2.0, plane.foot + 14.0, SMALL, Ink::Soft, &label);
        }
        let axis = self.say(if self.sheet.by_age { "growth-sheet-years" } else { "growth-sheet-height" });
        let x = plane.right - self.book.width_of(&axis, SMALL);
        self.book.line_at(x, plane.foot + 27.0, SMALL, Ink::Soft, &axis);
    }

    /// Birthdays, and months between them where there is room; or every ten centimetres.
    fn ticks(&self, plane: &Plane) -> Vec<(f64, String, bool)> {
        let told = |key: &str, name: &str, n: i32| self.words.say(key, &args(&[(name, &n.to_string())]));
        if !self.sheet.by_age {
            let tens = (plane.x.0 / 10.0).ceil() as i32..=(plane.x.1 / 10.0).floor() as i32;
            return tens.map(|ten| (f64::from(ten * 10), (ten * 10).to_string(), true)).collect();
        }
        let months = ((plane.x.1 - plane.x.0) / DAYS_PER_MONTH) as i32;
        let every = [3, 6, 12, 24].into_iter().find(|every| months / every <= 12).unwrap_or(24);
        let (first, last) = ((plane.x.0 / DAYS_PER_MONTH).ceil() as i32, (plane.x.1 / DAYS_PER_MONTH) as i32);
        let named = |month: i32| match month % 12 {
            0 => (f64::from(month / 12) * DAYS_PER_YEAR, told("growth-sheet-year", "years", month / 12), true),
            _ => (f64::from(month) * DAYS_PER_MONTH, told("growth-sheet-months", "months", month % 12), false),
        };
        (first.max(0)..=last).filter(|month| month % every == 0).map(named).collect()
    }

    fn notes(&mut self) {
        let (margin, column) = (self.book.margin, self.book.column());
        let source = self.sheet.sources.join("; ");
        let source = self.words.say("growth-sheet-source", &args(&[("source", &source)]));
        let open = self.sheet.rows.iter().any(|row| row.corrected.is_some());
        let open = if open { self.say("growth-sheet-open") } else { String::new() };
        for note in
            [self.sheet.ends.clone(), source, open, self.sheet.target.clone()].iter().filter(|note| !note.is_empty())
        {
            self.book.paragraph(margin, column, SMALL, Ink::Soft, note);
        }
        self.book.y += 6.0;
    }

    /// As many of the newest as the page holds; older ones are said to be missing.
    fn table(&mut self) {
        let sheet = self.sheet;
        let corrected = sheet.rows.iter().any(|row| !row.corrected_age.is_empty());
        let value = sheet.unit.clone();
        let mut heads = vec![self.say("growth-sheet-on"), self.say("growth-sheet-age")];
        if corrected {
            heads.push(self.say("growth-sheet-corrected"));
        }
        heads.extend([value, "z".to_owned(), self.say("growth-sheet-centile"), self.say("growth-sheet-change")]);
        let room = self.book.height - FOOT - self.book.y;
        let most = ((room / ROW) as usize).saturating_sub(2);
        let left = sheet.rows.len().saturating_sub(most);
        self.line(&heads, corrected, Ink::Soft);
        let (margin, column, y) = (self.book.margin, self.book.column(), self.book.y + 4.0);
        self.book.rule(margin, y, column, Ink::Line, 0.7);
        self.book.y += 3.0;
        for row in sheet.rows.iter().rev().take(most) {
            let mut cells = vec![row.on.clone(), row.age.clone()];
            if corrected {
                cells.push(row.corrected_age.clone());
            }
            cells.extend([&row.value, &row.z, &row.centile, &row.change].map(Clone::clone));
            self.line(&cells, corrected, Ink::Black);
        }
        if left > 0 {
            let count = Args::from([("count".to_owned(), Value::Number(left.to_string()))]);
            let said = self.words.say("growth-sheet-left", &count);
            self.book.y += ROW;
            let y = self.book.y;
            self.book.line_at(margin, y, SMALL, Ink::Soft, &said);
        }
    }

    fn line(&mut self, cells: &[String], corrected: bool, ink: Ink) {
        let shares: &[f32] =
            if corrected { &[0.0, 0.13, 0.26, 0.41, 0.48, 0.54, 0.64] } else { &[0.0, 0.15, 0.32, 0.4, 0.47, 0.57] };
        self.book.y += ROW;
        let (margin, column, y) = (self.book.margin, self.book.column(), self.book.y);
        for (n, (cell, share)) in cells.iter().zip(shares).enumerate() {
            let room = column * (shares.get(n + 1).unwrap_or(&1.0) - share) - 4.0;
            let size = self.book.fitting(cell, room, (0..8).map(|n| 9.5 - n as f32 * 0.6), 5.0);
            self.book.line_at(margin + column * share, y, size, ink, cell);
        }
    }

    fn bind(self) -> Vec<u8> {
        let Self { book, sheet, words } = self;
        let foot = |page, pages| said::foot(words, sheet.printed_on, &sheet.printed_by, page, pages);
        book.bind(foot, sheet.marks.band(words).as_deref())
    }
}
