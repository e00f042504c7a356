//! The sheet a family takes home: whose visits, from which clinic, the next three large, the rest in a table,
//! when to call, what to leave alone, and a code square for the telephone's calendar.

use facts::{Age, CivilDate};
use qrcode::{Color, EcLevel, QrCode};
use words::{Args, Value, Words};

use crate::DocumentError;
use crate::calendar;
use crate::family_sheet::{CountedFrom, FamilySheet, SheetVisit};
use crate::page::{Book, Face, Ink, Paper, draw_icon};
use crate::said::args;

const BODY: f32 = 14.0;
/// Visits shown large, with what is done there; later ones are rows of a table.
pub const SHOWN_LARGE: usize = 3;

/// Sets the sheet and gives the bytes of a PDF.
///
/// # Errors
/// When a font cannot be read.
pub fn family_schedule(sheet: &FamilySheet, words: &Words, paper: Paper) -> Result<Vec<u8>, DocumentError> {
    let mut page =
        Page { book: Book::new(&title(sheet, words), paper, Face::of(&words.language().font))?, sheet, words };
    page.head();
    page.late();
    page.next();
    page.later();
    page.advice();
    Ok(page.bind())
}

struct Page<'a> {
    book: Book,
    sheet: &'a FamilySheet,
    words: &'a Words,
}

fn count(name: &str, n: impl ToString) -> Args {
    Args::from([(name.to_owned(), Value::Number(n.to_string()))])
}

fn called(sheet: &FamilySheet) -> &str {
    if sheet.called.is_empty() { &sheet.subject_code } else { &sheet.called }
}

fn title(sheet: &FamilySheet, words: &Words) -> String {
    words.say("sheet-title", &args(&[("name", called(sheet))]))
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(key, &Args::new())
    }

    fn head(&mut self) {
        let (sheet, margin, column) = (self.sheet, self.book.margin, self.book.column());
        let telephone = sheet.site_telephone.clone();
        let side = self.book.width_of(&telephone, 20.0).max(120.0).min(column * 0.45);
        let top = self.book.y;
        let title = title(sheet, self.words);
        for line in self.book.wrap(&title, 24.0, column - side - 20.0) {
            self.book.y += 30.0;
            let y = self.book.y;
            self.book.strong_at(margin, y, 24.0, Ink::Black, &line);
        }
        for line in self.book.wrap(&sheet.site_name, BODY, column - side - 20.0) {
            self.book.y += 21.0;
            let y = self.book.y;
            self.book.line_at(margin, y, BODY, Ink::Soft, &line);
        }
        if let Some(product) = &sheet.product {
            self.book.y += 21.0;
            let y = self.book.y;
            self.book.line_at(margin, y, BODY, Ink::Soft, product);
        }
        let x = margin + column - side;
        let call = self.say("sheet-call-us");
        self.book.line_at(x, top + 16.0, 12.0, Ink::Soft, &call);
        self.book.strong_at(x, top + 38.0, 20.0, Ink::Accent, &telephone);
        self.book.y = self.book.y.max(top + 44.0) + 12.0;
        let y = self.book.y;
        self.book.rule(margin, y, column, Ink::Accent, 2.0);
        self.book.y += 6.0;
    }

    /// A window that has passed is no invitation: the family is asked to call.
    fn late(&mut self) {
        if self.sheet.late.is_empty() {
            return;
        }
        let visits = self.sheet.late.join(&self.say("sheet-joint"));
        let said = self.words.say("sheet-late", &args(&[("visits", &visits)]));
        let (margin, column) = (self.book.margin, self.book.column());
        self.book.paragraph(margin, column, 16.0, Ink::Accent, &said);
    }

    fn next(&mut self) {
        if self.sheet.visits.is_empty() {
            let none = self.say("sheet-no-visits");
            let (margin, column) = (self.book.margin, self.book.column());
            self.book.paragraph(margin, column, BODY, Ink::Black, &none);
            return;
        }
        let shown = self.sheet.visits.len().min(SHOWN_LARGE);
        let heading = self.words.say("sheet-next", &count("n", shown));
        self.book.heading(18.0, &heading, 150.0);
        self.book.y += 6.0;
        for (index, visit) in self.sheet.visits.iter().take(SHOWN_LARGE).enumerate() {
            self.card(index + 1, visit);
        }
        let bring = self.words.say("sheet-bring", &args(&[("things", &self.sheet.bring)]));
        let (margin, column) = (self.book.margin, self.book.column());
        if !self.sheet.bring.is_empty() {
            self.book.paragraph(margin, column, BODY, Ink::Black, &bring);
        }
    }

    /// One visit large. The window is the message: the due day stands in it, not instead of it.
    fn card(&mut self, number: usize, visit: &SheetVisit) {
        let (margin, column) = (self.book.margin, self.book.column());
        let (x, inside) = (margin + 46.0, column - 58.0);
        let told = [("visit", visit.label.as_str()), ("age", &self.age(visit.due_on)), ("counted", &visit.counted)];
        let heading = self.words.say("sheet-visit", &args(&told));
        let window = self.window(visit);
        let about = self.about(visit);
        let window_lines = self.book.wrap(&window, 16.0, inside);
        // Set a little smaller rather than over two lines: a third line a visit would make the sheet a page longer.
        let small = self.book.fitting(&heading, inside, [BODY, 13.5, 13.0, 12.5].into_iter(), 12.0);
        let heading_lines = self.book.wrap(&heading, small, inside);
        let about_lines = self.book.wrap(&about, BODY, inside);
        let half = inside / 2.0 - 6.0;
        let tasks: Vec<(usize, Vec<String>)> =
            visit.tasks.iter().map(|task| self.book.wrap(&task.text, BODY, half - 26.0)).enumerate().collect();
        let rows: Vec<&[(usize, Vec<String>)]> = tasks.chunks(2).collect();
        let row_height = |row: &[(usize, Vec<String>)]| {
            row.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1) as f32 * 19.0 + 4.0
        };
        let text_height = (heading_lines.len() + about_lines.len()) as f32 * 20.0 + window_lines.len() as f32 * 23.0;
        let height = 14.0 + text_height + rows.iter().map(|row| row_height(row)).sum::<f32>() + 8.0;
        self.book.make_room(height + 8.0);
        let top = self.book.y;
        self.book.fill(margin, top, 34.0, height, Ink::Accent);
        self.book.frame(margin, top, column, height, Ink::Accent);
        let digit = number.to_string();
        let left = (34.0 - self.book.width_of(&digit, 22.0)) / 2.0;
        self.book.strong_at(margin + left, top + 28.0, 22.0, Ink::White, &digit);
        let mut y = top + 8.0;
        for line in &heading_lines {
            y += 20.0;
            self.book.line_at(x, y - 4.0, small, Ink::Soft, line);
        }
        for line in &window_lines {
            y += 23.0;
            self.book.strong_at(x, y - 5.0, 16.0, Ink::Black, line);
        }
        for line in &about_lines {
            y += 20.0;
            self.book.line_at(x, y - 4.0, BODY, Ink::Black, line);
        }
        y += 4.0;
        for row in rows {
            for (place, (index, lines)) in row.iter().enumerate() {
                let left = x + place as f32 * (half + 12.0);
                draw_icon(&mut self.book, visit.tasks[*index].icon, left, y + 3.0, 15.0);
                for (line_number, line) in lines.iter().enumerate() {
                    self.book.line_at(left + 24.0, y + 15.0 + line_number as f32 * 19.0, BODY, Ink::Black, line);
                }
            }
            y += row_height(row);
        }
        self.book.y = top + height + 10.0;
    }

    fn age(&self, on: CivilDate) -> String {
        let Some(age) = Age::on(self.sheet.born_on, on) else { return String::new() };
        let key = match age.years {
            0 | 1 => "age-months",
            2..=17 => "age-years-months",
            _ => "age-years",
        };
        let months = if age.years < 2 { age.completed_months() } else { age.months };
        let mut given = count("years", age.years);
        given.extend(count("months", months));
        self.words.say(key, &given)
    }

    fn window(&self, visit: &SheetVisit) -> String {
        let long = |on: CivilDate| self.words.date_long(&on.to_string());
        if visit.earliest_on == visit.latest_on {
            return self.words.say("sheet-on-day", &args(&[("day", &long(visit.due_on))]));
        }
        let pairs = [("from", long(visit.earliest_on)), ("to", long(visit.latest_on)), ("best", long(visit.due_on))];
        let given: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.say("sheet-any-day", &args(&given))
    }

    /// Where or how, how long, whether to eat.
    fn about(&self, visit: &SheetVisit) -> String {
        let modes: Vec<String> =
            visit.modes.iter().map(|mode| self.say(&format!("sheet-mode-{}", mode_key(*mode)))).collect();
        let mut parts = vec![modes.join(&self.say("sheet-or"))];
        if let Some(minutes) = visit.minutes {
            parts.push(self.words.say("sheet-minutes", &count("n", minutes)));
        }
        if visit.fasting {
            parts.push(self.say("sheet-fasting"));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(&self.say("sheet-joint"))
    }

    fn later(&mut self) {
        let rest: Vec<&SheetVisit> = self.sheet.visits.iter().skip(SHOWN_LARGE).collect();
        if rest.is_empty() {
            return;
        }
        let heading = self.say("sheet-later");
        self.book.y += 8.0;
        self.book.heading(18.0, &heading, 80.0);
        let from = mostly_from(&rest);
        if !from.is_empty() {
            let by_age = rest.iter().any(|visit| visit.counted_from == CountedFrom::Birthday);
            let key = if by_age { "sheet-counted-birthday" } else { "sheet-counted-all" };
            let said = self.words.say(key, &args(&[("from", from)]));
            let (margin, column) = (self.book.margin, self.book.column());
            self.book.paragraph(margin, column, 12.0, Ink::Soft, &said);
        }
        self.table_head();
        for (index, visit) in rest.iter().enumerate() {
            self.row(index, visit, from);
        }
        let rule = self.say("month-end-rule");
        let (margin, column) = (self.book.margin, self.book.column());
        self.book.paragraph(margin, column, 10.0, Ink::Soft, &rule);
    }

    /// Left edges of the columns.
    fn columns(&self) -> [f32; 3] {
        let (margin, column) = (self.book.margin, self.book.column());
        [margin + 4.0, margin + column * 0.28, margin + column * 0.84]
    }

    fn table_head(&mut self) {
        let y = self.book.y + 16.0;
        for (x, key) in
            self.columns().into_iter().zip(["sheet-column-visit", "sheet-column-window", "sheet-column-age"])
        {
            let text = self.say(key);
            self.book.strong_at(x, y, 12.0, Ink::Soft, &text);
        }
        let (margin, column) = (self.book.margin, self.book.column());
        self.book.rule(margin, y + 6.0, column, Ink::Line, 1.0);
        self.book.y = y + 8.0;
    }

    /// `from` is what the head of the table says: only what is counted otherwise says so.
    fn row(&mut self, index: usize, visit: &SheetVisit, from: &str) {
        let [first, second, third] = self.columns();
        let short = |on: CivilDate| self.words.date_short(&on.to_string());
        let window = args(&[("from", &short(visit.earliest_on)), ("to", &short(visit.latest_on))]);
        let window = self.words.say("sheet-from-to", &window);
        let (size, leading) = (12.0, 17.0);
        let labels = self.book.wrap(&visit.label, size, second - first - 8.0);
        let windows = self.book.wrap(&window, size, third - second - 8.0);
        let known = match &visit.counted_from {
            CountedFrom::Day(day) => day == from,
            CountedFrom::Birthday => !from.is_empty(),
            CountedFrom::Otherwise => false,
        };
        let own = if known { "" } else { &visit.counted };
        let counted = self.book.wrap(own, size, third - second - 8.0);
        let height = labels.len().max(windows.len() + counted.len()) as f32 * leading + 5.0;
        if self.book.make_room(height) {
            self.table_head();
        }
        let (margin, column, top) = (self.book.margin, self.book.column(), self.book.y);
        if index % 2 == 1 {
            self.book.fill(margin, top, column, height, Ink::Tint);
        }
        let below = windows.len();
        for (x, lines, after, ink) in
            [(first, &labels, 0, Ink::Black), (second, &windows, 0, Ink::Black), (second, &counted, below, Ink::Soft)]
        {
            for (n, line) in lines.iter().enumerate() {
                self.book.line_at(x, top + 15.0 + (after + n) as f32 * leading, size, ink, line);
            }
        }
        let age = self.age(visit.due_on);
        self.book.line_at(third, top + 15.0, size, Ink::Black, &age);
        self.book.y = top + height;
    }

    fn advice(&mut self) {
        self.book.y += 6.0;
        self.list("sheet-call-if", &self.sheet.call_if);
        self.list("sheet-please-do-not", &self.sheet.please_do_not);
        self.list("sheet-precautions", &self.sheet.precautions);
        self.list("sheet-may-again", &self.sheet.may_again);
        if !self.sheet.moving.is_empty() {
            self.list("sheet-moving", std::slice::from_ref(&self.sheet.moving));
        }
        self.square();
    }

    fn list(&mut self, heading: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let heading = self.say(heading);
        self.book.heading(16.0, &heading, 30.0);
        let (margin, column) = (self.book.margin, self.book.column());
        for line in lines {
            self.book.make_room(22.0);
            let y = self.book.y;
            self.book.fill(margin + 2.0, y + 9.0, 5.0, 5.0, Ink::Accent);
            self.book.paragraph(margin + 16.0, column - 16.0, BODY, Ink::Black, line);
        }
        self.book.y += 4.0;
    }

    /// The next visits as calendar entries in a code square: no server, nothing leaves the telephone.
    fn square(&mut self) {
        let events: Vec<_> = self
            .sheet
            .visits
            .iter()
            .take(SHOWN_LARGE)
            .map(|visit| calendar::event(visit, self.sheet, self.words, 0))
            .collect();
        let text = calendar::compact(&events);
        let Ok(code) = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::L) else { return };
        let side = 128.0;
        self.book.make_room(side + 16.0);
        self.book.y += 10.0;
        let (x, y) = (self.book.margin, self.book.y);
        let modules = code.width();
        let dot = side / modules as f32;
        for (index, colour) in code.to_colors().into_iter().enumerate() {
            if colour == Color::Dark {
                let (column, row) = ((index % modules) as f32, (index / modules) as f32);
                self.book.fill(x + column * dot, y + row * dot, dot + 0.05, dot + 0.05, Ink::Black);
            }
        }
        let beside = self.book.column() - side - 20.0;
        let said = self.say("sheet-square");
        self.book.paragraph(x + side + 20.0, beside, BODY, Ink::Black, &said);
        self.book.y = self.book.y.max(y + side);
    }

    fn bind(self) -> Vec<u8> {
        let Self { book, sheet, words } = self;
        let on = words.date_short(&sheet.printed_on.to_string());
        let foot = |page: usize, pages: usize| {
            let (page, pages) = (page.to_string(), pages.to_string());
            words.say(
                "sheet-foot",
                &args(&[
                    ("on", &on),
                    ("by", &sheet.printed_by),
                    ("page", &page),
                    ("pages", &pages),
                    ("version", &sheet.schedule_version),
                ]),
            )
        };
        book.bind(foot, sheet.marks.band(words).as_deref())
    }
}

/// What most visits of the table are counted from; empty when they are too few to say it once.
fn mostly_from<'s>(visits: &[&'s SheetVisit]) -> &'s str {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for visit in visits {
        let CountedFrom::Day(day) = &visit.counted_from else { continue };
        match counted.iter_mut().find(|(known, _)| known == day) {
            Some((_, times)) => *times += 1,
            None => counted.push((day, 1)),
        }
    }
    counted.into_iter().filter(|(_, times)| *times > 1).max_by_key(|(_, times)| *times).map_or("", |(day, _)| day)
}

fn mode_key(mode: facts::fact::Mode) -> &'static str {
    use facts::fact::Mode::{Clinic, Home, Letter, LocalLaboratory, Phone, Video};
    match mode {
        Clinic => "clinic",
        Home => "home",
        Video => "video",
        Phone => "phone",
        Letter => "letter",
        LocalLaboratory => "local-laboratory",
    }
}
