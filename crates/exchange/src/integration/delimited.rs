//! Text with a character between cells (RFC 4180, any delimiter): quoted cells may hold delimiters, quotes and lines.
//!
//! A row without a quote is cut where it lies; only a row with one is copied, without its quotes.

use super::problem::Problem;
use super::rows::{OnRow, Row};

pub(crate) fn each(text: &[u8], delimiter: u8, on_row: OnRow<'_>) -> Result<(), Problem> {
    let mut cells: Vec<(usize, usize)> = Vec::new();
    let mut copy: Vec<u8> = Vec::new();
    let (mut at, mut line) = (0, 1_u64);
    while at < text.len() {
        cells.clear();
        let (next, lines, quoted) = match plain(&text[at..], delimiter, &mut cells) {
            Some(length) => (at + length, 1, false),
            None => {
                cells.clear();
                copy.clear();
                let read = with_quotes(&text[at..], delimiter, &mut copy, &mut cells);
                let (length, lines) = read.ok_or_else(|| Problem::of(line, "", "quote-open", &[]))?;
                (at + length, lines, true)
            }
        };
        let row = Row { line, text: if quoted { &copy } else { &text[at..] }, cells: &cells };
        if on_row(&row).is_break() {
            return Ok(());
        }
        at = next;
        line += lines;
    }
    Ok(())
}

/// Cuts one row and tells its length with the line end; `None` when it holds a quote.
fn plain(text: &[u8], delimiter: u8, cells: &mut Vec<(usize, usize)>) -> Option<usize> {
    let mut start = 0;
    for (at, byte) in text.iter().enumerate() {
        // One comparison for nearly every byte: letters and digits lie above all that ends a cell but a bar or tilde.
        if *byte > b';' && *byte != delimiter {
            continue;
        }
        if *byte == delimiter {
            cells.push((start, at));
            start = at + 1;
        } else if *byte == b'\n' {
            cells.push((start, at));
            return Some(at + 1);
        } else if *byte == b'"' {
            return None;
        }
    }
    cells.push((start, text.len()));
    Some(text.len())
}

/// Copies one row without its quotes; tells its length and lines, or `None` when a quote stays open.
fn with_quotes(
    text: &[u8],
    delimiter: u8,
    copy: &mut Vec<u8>,
    cells: &mut Vec<(usize, usize)>,
) -> Option<(usize, u64)> {
    let (mut inside, mut start, mut lines, mut at) = (false, 0, 1, 0);
    while at < text.len() {
        let byte = text[at];
        at += 1;
        match byte {
            b'"' if inside && text.get(at) == Some(&b'"') => {
                copy.push(b'"');
                at += 1;
            }
            b'"' => inside = !inside,
            b'\n' if !inside => {
                cells.push((start, copy.len()));
                return Some((at, lines));
            }
            _ if byte == delimiter && !inside => {
                cells.push((start, copy.len()));
                start = copy.len();
            }
            _ => {
                lines += u64::from(byte == b'\n');
                copy.push(byte);
            }
        }
    }
    cells.push((start, copy.len()));
    (!inside).then_some((at, lines))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut rows = Vec::new();
        let mut keep = |row: &Row<'_>| {
            rows.push((row.line, row.texts()));
            ControlFlow::Continue(())
        };
        each(text.as_bytes(), b',', &mut keep).unwrap();
        rows
    }

    #[test]
    fn a_quoted_cell_may_hold_commas_quotes_and_lines() {
        let told = rows("a,b\r\n\"1,5\",\"say \"\"no\"\"\"\n\"two\nlines\",x\ny,\n");
        let expected = [(1, ["a", "b"]), (2, ["1,5", "say \"no\""]), (3, ["two\nlines", "x"]), (5, ["y", ""])];
        assert_eq!(told, expected.map(|(line, cells)| (line, cells.map(str::to_owned).to_vec())));
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_and_not_read_to_the_end() {
        let told = each(b"a,b\n\"1,2\n3,4\n", b',', &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert_eq!((told.line, told.code), (2, "quote-open"));
    }

    proptest::proptest! {
        #[test]
        fn cells_are_those_that_another_reader_finds(
            table in proptest::collection::vec(proptest::collection::vec("[ab,\"\n0 ]{0,4}", 3), 1..6)
        ) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let told: Vec<Vec<String>> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            let trimmed: Vec<Vec<String>> =
                table.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
            assert_eq!(told, trimmed);
        }
    }
}
