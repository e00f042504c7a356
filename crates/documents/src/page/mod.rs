//! The printed page: paper, fonts, lines of text, simple shapes.

mod flow;
mod fonts;
mod icon;
mod text;

pub use flow::{Paper, page_count};

pub(crate) use flow::{Book, Ink};
pub(crate) use fonts::Face;
pub(crate) use icon::draw as draw_icon;
