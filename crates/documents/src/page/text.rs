//! Runs of one face, widths, and line breaking for Latin and CJK.

use super::fonts::Face;

/// Characters that must not begin a line (JIS X 4051, GB/T 15834 in their common part).
const NOT_FIRST: &str = "、。，．：；！？）」』】〕〉》・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?)%”’";
/// Characters that must not end a line.
const NOT_LAST: &str = "（「『【〔〈《([“‘";

/// A stretch of text in one face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub face: Face,
    pub text: String,
}

/// Splits text by face. A character that neither face has becomes its code point, never an empty box.
pub(crate) fn runs(text: &str, face: Face) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut push = |face: Face, piece: &str| match runs.last_mut().filter(|run| run.face == face) {
        Some(run) => run.text.push_str(piece),
        None => runs.push(Run { face, text: piece.to_owned() }),
    };
    for c in text.chars() {
        if c.is_control() || c == '\u{fe0f}' || c == '\u{200d}' {
            continue;
        }
        let mut buffer = [0; 4];
        if face.advance(c).is_some() {
            push(face, c.encode_utf8(&mut buffer));
        } else if face.other().advance(c).is_some() {
            push(face.other(), c.encode_utf8(&mut buffer));
        } else {
            push(face, &format!("[U+{:04X}]", u32::from(c)));
        }
    }
    runs
}

/// Width in points at a type size.
pub(crate) fn width(text: &str, face: Face, size: f32) -> f32 {
    let of_run = |run: &Run| run.text.chars().filter_map(|c| run.face.advance(c)).sum::<f32>();
    runs(text, face).iter().map(of_run).sum::<f32>() * size / 1000.0
}

fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}

/// Pieces that stay together: Latin words with the space after them, single CJK characters.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if is_cjk(c) {
            if !word.is_empty() {
                pieces.push(std::mem::take(&mut word));
            }
            pieces.push(c.to_string());
        } else {
            word.push(c);
            if c == ' ' {
                pieces.push(std::mem::take(&mut word));
            }
        }
    }
    if !word.is_empty() {
        pieces.push(word);
    }
    bind(pieces)
}

/// Joins pieces that a line must not begin or end between.
fn bind(pieces: Vec<String>) -> Vec<String> {
    let mut bound: Vec<String> = Vec::new();
    for piece in pieces {
        let stays = piece.chars().next().is_some_and(|c| NOT_FIRST.contains(c));
        let holds = bound.last().and_then(|last| last.chars().last()).is_some_and(|c| NOT_LAST.contains(c));
        match bound.last_mut().filter(|_| stays || holds) {
            Some(last) => last.push_str(&piece),
            None => bound.push(piece),
        }
    }
    bound
}

/// Lines no wider than `most`. A word longer than a line is broken rather than cut off.
pub(crate) fn wrap(text: &str, face: Face, size: f32, most: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for piece in pieces(paragraph) {
            if !line.is_empty() && width(&format!("{line}{}", piece.trim_end()), face, size) > most {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            if width(&piece, face, size) <= most {
                line.push_str(&piece);
                continue;
            }
            for c in piece.chars() {
                if !line.is_empty() && width(&format!("{line}{c}"), face, size) > most {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_character_finds_a_face_and_an_emoji_its_code() {
        let shown: String = runs("王𠮷 😀", Face::Jp).into_iter().map(|run| run.text).collect();
        assert!(shown.contains('𠮷'), "{shown}");
        assert!(shown.contains("[U+1F600]"), "{shown}");
    }

    #[test]
    fn punctuation_never_begins_a_line() {
        for line in wrap("今天，我们去医院。明天，我们回家。", Face::Sc, 14.0, 58.0) {
            assert!(!line.starts_with(['，', '。']), "{line}");
        }
    }

    #[test]
    fn no_line_is_wider_than_the_column() {
        let text =
            "Any day from Monday 3 March 2025 to Friday 4 April 2025, Donaudampfschifffahrtsgesellschaftskapitän";
        for line in wrap(text, Face::Sc, 14.0, 120.0) {
            assert!(width(&line, Face::Sc, 14.0) <= 120.5, "{line}");
        }
    }
}
