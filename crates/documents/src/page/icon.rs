//! Pictograms drawn with a few strokes, so that they need no font and stay clear in a photocopy.

use printpdf::PaintMode::{Fill, Stroke};

use super::flow::{Book, Ink};
use crate::family_sheet::Icon;

/// Draws an icon into a square of `size` whose upper left corner is (x, y).
pub(crate) fn draw(book: &mut Book, icon: Icon, x: f32, y: f32, size: f32) {
    let at = |dx: f32, dy: f32| (x + dx * size, y + dy * size, false);
    let curve = |dx: f32, dy: f32| (x + dx * size, y + dy * size, true);
    match icon {
        Icon::Blood => {
            let drop = [
                at(0.5, 0.02),
                curve(0.62, 0.28),
                curve(0.86, 0.46),
                at(0.84, 0.66),
                curve(0.82, 0.88),
                curve(0.66, 0.98),
                at(0.5, 0.98),
                curve(0.34, 0.98),
                curve(0.18, 0.88),
                at(0.16, 0.66),
                curve(0.14, 0.46),
                curve(0.38, 0.28),
                at(0.5, 0.02),
            ];
            book.shape(&drop, Ink::Accent, Fill);
        }
        Icon::Urine => {
            book.shape(&[at(0.18, 0.1), at(0.82, 0.1), at(0.7, 0.95), at(0.3, 0.95)], Ink::Accent, Stroke);
            book.shape(&[at(0.24, 0.5), at(0.76, 0.5), at(0.69, 0.92), at(0.31, 0.92)], Ink::Accent, Fill);
        }
        Icon::Body => {
            book.shape(&round(x + 0.5 * size, y + 0.22 * size, 0.19 * size), Ink::Accent, Fill);
            book.shape(&[at(0.2, 0.5), at(0.8, 0.5), at(0.88, 0.98), at(0.12, 0.98)], Ink::Accent, Fill);
        }
        Icon::Talk => {
            let bubble = [
                at(0.05, 0.12),
                at(0.95, 0.12),
                at(0.95, 0.7),
                at(0.5, 0.7),
                at(0.26, 0.95),
                at(0.26, 0.7),
                at(0.05, 0.7),
            ];
            book.shape(&bubble, Ink::Accent, Stroke);
            for line in [0.32, 0.5] {
                book.rule(x + 0.2 * size, y + line * size, 0.6 * size, Ink::Accent, 1.3);
            }
        }
        Icon::Growth => {
            book.shape(&[at(0.62, 0.05), at(0.9, 0.05), at(0.9, 0.97), at(0.62, 0.97)], Ink::Accent, Stroke);
            for mark in 1..6_u8 {
                book.rule(x + 0.62 * size, y + f32::from(mark) * 0.155 * size, 0.14 * size, Ink::Accent, 1.1);
            }
            book.shape(&round(x + 0.3 * size, y + 0.3 * size, 0.13 * size), Ink::Accent, Fill);
            book.shape(&[at(0.16, 0.5), at(0.44, 0.5), at(0.48, 0.97), at(0.12, 0.97)], Ink::Accent, Fill);
        }
        Icon::Scan => {
            book.shape(&round(x + 0.42 * size, y + 0.42 * size, 0.32 * size), Ink::Accent, Stroke);
            book.shape(&[at(0.66, 0.6), at(0.97, 0.91), at(0.91, 0.97), at(0.6, 0.66)], Ink::Accent, Fill);
        }
        Icon::Sample => {
            book.shape(&[at(0.34, 0.05), at(0.66, 0.05), at(0.66, 0.97), at(0.34, 0.97)], Ink::Accent, Stroke);
            book.shape(&[at(0.38, 0.55), at(0.62, 0.55), at(0.62, 0.93), at(0.38, 0.93)], Ink::Accent, Fill);
        }
        Icon::Question => {
            book.shape(&round(x + 0.5 * size, y + 0.5 * size, 0.46 * size), Ink::Accent, Stroke);
            let mark = 0.62 * size;
            let left = (size - book.width_of("?", mark)) / 2.0;
            book.strong_at(x + left, y + 0.72 * size, mark, Ink::Accent, "?");
        }
    }
}

/// A circle as four Bézier curves.
fn round(x: f32, y: f32, r: f32) -> [(f32, f32, bool); 13] {
    let k = 0.5523 * r;
    [
        (x + r, y, false),
        (x + r, y + k, true),
        (x + k, y + r, true),
        (x, y + r, false),
        (x - k, y + r, true),
        (x - r, y + k, true),
        (x - r, y, false),
        (x - r, y - k, true),
        (x - k, y - r, true),
        (x, y - r, false),
        (x + k, y - r, true),
        (x + r, y - k, true),
        (x + r, y, false),
    ]
}
