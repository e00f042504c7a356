//! Pages filled from the top: text, rules, boxes; a footer on each when all are known.

use printpdf::{
    Color, Line, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextItem, TextRenderingMode, WindingOrder,
};

use super::fonts::{Embedded, Face};
use super::text;
use crate::DocumentError;

/// Paper a family's printer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    /// Width and height in points.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.276, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// The few inks of a page: black on white, one accent, greys that survive a photocopy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    Black,
    Soft,
    Accent,
    Tint,
    Line,
    White,
}

impl Ink {
    fn colour(self) -> Color {
        let (r, g, b) = match self {
            Self::Black => (0.09, 0.10, 0.12),
            Self::Soft => (0.33, 0.36, 0.39),
            Self::Accent => (0.04, 0.35, 0.36),
            Self::Tint => (0.93, 0.96, 0.96),
            Self::Line => (0.72, 0.76, 0.78),
            Self::White => (1.0, 1.0, 1.0),
        };
        Color::Rgb(Rgb { r, g, b, icc_profile: None })
    }
}

/// A document being written. `y` counts down from the top edge, in points.
pub(crate) struct Book {
    doc: PdfDocument,
    embedded: Embedded,
    pub face: Face,
    pages: Vec<Vec<Op>>,
    pub width: f32,
    pub height: f32,
    pub margin: f32,
    /// Where the next line goes.
    pub y: f32,
}

/// Room kept for the footer.
const FOOT: f32 = 50.0;

impl Book {
    pub fn new(title: &str, paper: Paper, face: Face) -> Result<Self, DocumentError> {
        let mut doc = PdfDocument::new(title);
        let font = |face: Face| face.font().ok_or(DocumentError::Font { name: face.name() });
        let embedded = Embedded { sc: doc.add_font(font(Face::Sc)?), jp: doc.add_font(font(Face::Jp)?) };
        let (width, height) = paper.size();
        let margin = 44.0;
        Ok(Self { doc, embedded, face, pages: vec![Vec::new()], width, height, margin, y: margin })
    }

    /// Width between the margins.
    pub fn column(&self) -> f32 {
        self.width - 2.0 * self.margin
    }

    pub fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.margin;
    }

    /// Turns the page when less than `needed` is left; true when it did.
    pub fn make_room(&mut self, needed: f32) -> bool {
        let turn = self.y + needed > self.height - FOOT - self.margin / 2.0;
        if turn {
            self.turn();
        }
        turn
    }

    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    fn put(&mut self, page: usize, ops: impl IntoIterator<Item = Op>) {
        if let Some(page) = self.pages.get_mut(page) {
            page.extend(ops);
        }
    }

    fn here(&self) -> usize {
        self.pages.len() - 1
    }

    fn point(&self, x: f32, y: f32) -> Point {
        Point { x: Pt(x), y: Pt(self.height - y) }
    }

    /// One line of text whose baseline lies at `y`.
    pub fn line_at(&mut self, x: f32, y: f32, size: f32, ink: Ink, text: &str) {
        self.line_on(self.here(), x, y, size, ink, Weight::Plain, text);
    }

    /// The same with heavier strokes: one font file a language is embedded, so weight is drawn.
    pub fn strong_at(&mut self, x: f32, y: f32, size: f32, ink: Ink, text: &str) {
        self.line_on(self.here(), x, y, size, ink, Weight::Strong, text);
    }

    #[allow(clippy::too_many_arguments, reason = "a line of type has a place, a size, an ink and a weight")]
    fn line_on(&mut self, page: usize, x: f32, y: f32, size: f32, ink: Ink, weight: Weight, text: &str) {
        let mut ops = vec![Op::SaveGraphicsState, Op::StartTextSection, Op::SetFillColor { col: ink.colour() }];
        if weight == Weight::Strong {
            ops.push(Op::SetOutlineColor { col: ink.colour() });
            ops.push(Op::SetOutlineThickness { pt: Pt(size * 0.028) });
            ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::FillStroke });
        } else {
            ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
        }
        ops.push(Op::SetTextCursor { pos: self.point(x, y) });
        for run in text::runs(text, self.face) {
            let font = PdfFontHandle::External(self.embedded.id(run.face).clone());
            ops.push(Op::SetFont { font, size: Pt(size) });
            ops.push(Op::ShowText { items: vec![TextItem::Text(run.text)] });
        }
        ops.extend([Op::EndTextSection, Op::RestoreGraphicsState]);
        self.put(page, ops);
    }

    pub fn wrap(&self, text: &str, size: f32, most: f32) -> Vec<String> {
        text::wrap(text, self.face, size, most)
    }

    pub fn width_of(&self, text: &str, size: f32) -> f32 {
        text::width(text, self.face, size)
    }

    /// The largest of the sizes at which the text keeps to its room, else the least: a long text is set smaller rather
    /// than cut off or laid over its neighbour.
    pub fn fitting(&self, text: &str, room: f32, mut sizes: impl Iterator<Item = f32>, least: f32) -> f32 {
        sizes.find(|size| self.width_of(text, *size) <= room).unwrap_or(least)
    }

    /// Lines from the current place down; turns pages as needed.
    pub fn paragraph(&mut self, x: f32, most: f32, size: f32, ink: Ink, text: &str) {
        for line in self.wrap(text, size, most) {
            self.make_room(size * 1.45);
            self.y += size * 1.45;
            let y = self.y - size * 0.35;
            self.line_at(x, y, size, ink, &line);
        }
    }

    /// A heading that keeps `follow` points of what comes after it on the same page.
    pub fn heading(&mut self, size: f32, text: &str, follow: f32) {
        self.make_room(size * 1.6 + follow);
        let most = self.column();
        for line in self.wrap(text, size, most) {
            self.y += size * 1.5;
            let y = self.y - size * 0.35;
            self.strong_at(self.margin, y, size, Ink::Accent, &line);
        }
    }

    pub fn rule(&mut self, x: f32, y: f32, length: f32, ink: Ink, thickness: f32) {
        self.trace(&[(x, y), (x + length, y)], ink, thickness);
    }

    /// A line through points, open at its ends.
    pub fn trace(&mut self, points: &[(f32, f32)], ink: Ink, thickness: f32) {
        let points = points.iter().map(|(x, y)| LinePoint { p: self.point(*x, *y), bezier: false }).collect();
        let page = self.here();
        self.put(
            page,
            [
                Op::SetOutlineColor { col: ink.colour() },
                Op::SetOutlineThickness { pt: Pt(thickness) },
                Op::DrawLine { line: Line { points, is_closed: false } },
            ],
        );
    }

    /// A filled rectangle with its upper left corner at (x, y).
    pub fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        self.rectangle(x, y, width, height, ink, PaintMode::Fill);
    }

    pub fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        self.rectangle(x, y, width, height, ink, PaintMode::Stroke);
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink, mode: PaintMode) {
        let corner = self.point(x, y + height);
        let rectangle = Rect {
            x: corner.x,
            y: corner.y,
            width: Pt(width),
            height: Pt(height),
            mode: Some(mode),
            winding_order: None,
        };
        let page = self.here();
        self.put(
            page,
            [
                Op::SetFillColor { col: ink.colour() },
                Op::SetOutlineColor { col: ink.colour() },
                Op::SetOutlineThickness { pt: Pt(1.0) },
                Op::DrawRectangle { rectangle },
            ],
        );
    }

    /// A closed shape; the flag marks Bézier control points.
    pub fn shape(&mut self, points: &[(f32, f32, bool)], ink: Ink, mode: PaintMode) {
        let ring = points.iter().map(|(x, y, bezier)| LinePoint { p: self.point(*x, *y), bezier: *bezier }).collect();
        let polygon = Polygon { rings: vec![PolygonRing { points: ring }], mode, winding_order: WindingOrder::NonZero };
        let page = self.here();
        self.put(
            page,
            [
                Op::SetFillColor { col: ink.colour() },
                Op::SetOutlineColor { col: ink.colour() },
                Op::SetOutlineThickness { pt: Pt(1.3) },
                Op::DrawPolygon { polygon },
            ],
        );
    }

    /// Writes the footers and gives the bytes. `foot` says the line of page n of m.
    pub fn bind(mut self, foot: impl Fn(usize, usize) -> String, band: Option<&str>) -> Vec<u8> {
        let count = self.pages();
        let y = self.height - 26.0;
        for page in 0..count {
            let line = foot(page + 1, count);
            self.line_on(page, self.margin, y, 9.0, Ink::Soft, Weight::Plain, &line);
            if let Some(band) = band {
                // A longer line is set smaller: it must be read whole, not large.
                let size = 12.0 * (self.column() / self.width_of(band, 12.0)).min(1.0);
                let x = self.width - self.margin - self.width_of(band, size);
                self.line_on(page, x, 24.0, size, Ink::Black, Weight::Strong, band);
            }
        }
        let (width, height) = (Mm::from(Pt(self.width)), Mm::from(Pt(self.height)));
        let pages = self.pages.into_iter().map(|ops| PdfPage::new(width, height, ops)).collect();
        self.doc.with_pages(pages);
        self.doc.save(&PdfSaveOptions::default(), &mut Vec::new())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Plain,
    Strong,
}

/// Pages of a document made here: counted in its own bytes.
pub fn page_count(pdf: &[u8]) -> u32 {
    let needle = b"/Count ";
    let found = pdf.windows(needle.len()).position(|window| window == needle);
    let digits = found.map(|at| pdf[at + needle.len()..].iter().take_while(|b| b.is_ascii_digit()));
    digits.map_or(0, |digits| digits.fold(0, |count, digit| count * 10 + u32::from(digit - b'0')))
}
