//! The two embedded fonts, read once: Chinese and Japanese glyph forms, each with Latin.

use std::sync::LazyLock;

use printpdf::{FontId, ParsedFont};

static SC: LazyLock<Option<ParsedFont>> =
    LazyLock::new(|| read(include_bytes!("../../../../assets/fonts/NotoSansSC-Regular.ttf")));
static JP: LazyLock<Option<ParsedFont>> =
    LazyLock::new(|| read(include_bytes!("../../../../assets/fonts/NotoSansJP-Regular.ttf")));

fn read(bytes: &[u8]) -> Option<ParsedFont> {
    ParsedFont::from_bytes(bytes, 0, &mut Vec::new())
}

/// Which glyph forms a page is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Sc,
    Jp,
}

impl Face {
    /// By the `font` of the language's description.
    pub fn of(font: &str) -> Self {
        if font == "jp" { Self::Jp } else { Self::Sc }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Sc => Self::Jp,
            Self::Jp => Self::Sc,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Sc => "Noto Sans SC",
            Self::Jp => "Noto Sans JP",
        }
    }

    pub fn font(self) -> Option<&'static ParsedFont> {
        match self {
            Self::Sc => SC.as_ref(),
            Self::Jp => JP.as_ref(),
        }
    }

    /// Width of a character in thousandths of the type size; `None` when the face has no glyph for it.
    pub fn advance(self, c: char) -> Option<f32> {
        let font = self.font()?;
        let glyph = font.lookup_glyph_index(u32::from(c)).filter(|glyph| *glyph != 0)?;
        let em = f32::from(font.font_metrics.units_per_em.max(1));
        Some(f32::from(font.get_horizontal_advance(glyph)) * 1000.0 / em)
    }
}

/// The faces as one document knows them.
#[derive(Clone, Debug)]
pub(crate) struct Embedded {
    pub sc: FontId,
    pub jp: FontId,
}

impl Embedded {
    pub fn id(&self, face: Face) -> &FontId {
        match face {
            Face::Sc => &self.sc,
            Face::Jp => &self.jp,
        }
    }
}
