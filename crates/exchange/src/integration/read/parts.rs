//! A large text read in several parts at once: the same table as in one go, or no answer.
//!
//! Only the good case: with a quote anywhere, which may hold a line end, or with any problem, the table is read again
//! from the beginning, so that what is told of a fault never depends on how many read it.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::super::delimited;
use super::super::mapping::{Format, Mapping};
use super::super::problem::Problems;
use super::super::rows::as_utf8;
use super::super::table::Table;
use super::columns::Columns;
use super::gather::Gather;
use super::{TOLD_EVERY, Unread};

/// Parts of a table. More than there are processors costs nothing, fewer would leave some idle.
const PARTS: usize = 4;
/// Below this many bytes a table is read before a second thread has begun.
pub(super) const LARGE: usize = 1 << 20;

/// How far the parts together are, and whether they go on.
struct Shared {
    rows: AtomicU64,
    stop: AtomicBool,
}

/// `None` when the table is better read in one go.
pub(super) fn read(
    bytes: &[u8],
    mapping: &Mapping,
    columns: &Columns,
    least: usize,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Option<Result<Table, Unread>> {
    let Format::Delimited { delimiter } = &mapping.format else { return None };
    let delimiter = u8::try_from(*delimiter).ok().filter(u8::is_ascii)?;
    if bytes.len() < least {
        return None;
    }
    let text = as_utf8(bytes);
    if text.contains(&b'"') {
        return None;
    }
    let shared = Shared { rows: AtomicU64::new(0), stop: AtomicBool::new(false) };
    let (shared, mut stopped) = (&shared, false);
    let mut pieces = pieces(&text).into_iter();
    let first = pieces.next()?;
    let parts = std::thread::scope(|scope| {
        let later = |piece| {
            move || {
                let told = &mut |rows| keep_on(shared, rows);
                gather(piece, delimiter, (mapping, columns), 0, shared, told)
            }
        };
        let others: Vec<_> = pieces.map(|piece| scope.spawn(later(piece))).collect();
        let mut told = |rows| {
            let together = keep_on(shared, rows);
            if together.is_continue() && progress(shared.rows.load(Ordering::Relaxed)).is_break() {
                stopped = true;
                shared.stop.store(true, Ordering::Relaxed);
            }
            together
        };
        let first = gather(first, delimiter, (mapping, columns), columns.heading_line, shared, &mut told);
        let others = others.into_iter().map(|other| other.join().ok().flatten());
        std::iter::once(first).chain(others).collect::<Option<Vec<_>>>()
    });
    if stopped {
        return Some(Err(Unread::Stopped));
    }
    joined(parts?).map(|table| table.map_err(Unread::from))
}

fn keep_on(shared: &Shared, rows: u64) -> ControlFlow<()> {
    shared.rows.fetch_add(rows, Ordering::Relaxed);
    if shared.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// The text in pieces that end with a line.
fn pieces(text: &[u8]) -> Vec<&[u8]> {
    let (mut found, mut rest) = (Vec::new(), text);
    for left in (2..=PARTS).rev() {
        let about = rest.len() / left;
        let Some(end) = rest[about..].iter().position(|byte| *byte == b'\n') else { break };
        let (piece, after) = rest.split_at(about + end + 1);
        found.push(piece);
        rest = after;
    }
    found.push(rest);
    found
}

/// What one piece held, and its lines; `None` when it has a problem or was told to stop.
fn gather<'a>(
    piece: &[u8],
    delimiter: u8,
    (mapping, columns): (&'a Mapping, &'a Columns),
    skip: u64,
    shared: &Shared,
    told: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Option<(Gather<'a>, u64)> {
    let mut gather = Gather::new(mapping, columns);
    let (mut lines, mut whole) = (0, true);
    let ended = delimited::each(piece, delimiter, &mut |row| {
        lines = row.line;
        if row.line <= skip || row.is_blank() {
            return ControlFlow::Continue(());
        }
        gather.row(row);
        if gather.rows.is_multiple_of(TOLD_EVERY) && (gather.is_faulty() || told(TOLD_EVERY).is_break()) {
            whole = false;
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    if ended.is_err() || gather.is_faulty() {
        shared.stop.store(true, Ordering::Relaxed);
        return None;
    }
    whole.then_some((gather, lines))
}

/// The parts in their order as one; `None` when they state different genomes or hold no row.
fn joined(parts: Vec<(Gather<'_>, u64)>) -> Option<Result<Table, Problems>> {
    let mut parts = parts.into_iter();
    let (mut all, mut lines) = parts.next()?;
    for (part, more) in parts {
        if !all.take(part, lines) {
            return None;
        }
        lines += more;
    }
    (all.rows > 0).then(|| all.finish())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::super::super::mapping::{DamagedGenes, Repeats};
    use super::super::super::{preview, propose_mapping};
    use super::super::in_one_go;
    use super::*;

    const HEAD: &str = "sample,celltype,timepoint,chr,position,strand,nearestGene,estAbund,refGenome\n";

    fn both(text: &str, wish: impl Fn(&mut Mapping)) -> (Option<Result<Table, Unread>>, Result<Table, Unread>) {
        let bytes = text.as_bytes();
        let mut mapping = propose_mapping(&preview(bytes).unwrap());
        wish(&mut mapping);
        let columns = Columns::find(bytes, &mapping).unwrap();
        let go_on = &mut |_| ControlFlow::Continue(());
        (read(bytes, &mapping, &columns, 0, go_on), in_one_go(bytes, &mapping, &columns, go_on))
    }

    proptest! {
        #[test]
        fn parts_make_the_same_table_as_one_go(
            rows in prop::collection::vec((0..4_u8, 0..3_u8, 1..9_u32, 0..6_usize, 0..5_u32, any::<bool>()), 1..60),
            sum in any::<bool>(),
            ended in any::<bool>(),
        ) {
            let genes = ["LMO2", "", "1-Mar", "MECOM", "GENE7", "9-Sep"];
            let mut text = HEAD.to_owned();
            for (sample, cells, position, gene, abundance, blank) in rows {
                let gene = genes[gene];
                writeln!(text, "S{sample},T{cells},m6,chr4,{position},+,{gene},{abundance},hg38").unwrap();
                text.push_str(if blank { "\n" } else { "" });
            }
            if !ended {
                text.pop();
            }
            let (parts, whole) = both(&text, |mapping| {
                mapping.damaged_genes = DamagedGenes::Repair;
                mapping.repeats = if sum { Repeats::Sum } else { Repeats::Refuse };
            });
            // Nothing is told but what is told in one go; a good table is always told.
            prop_assert!(parts.is_some() || whole.is_err());
            if let Some(parts) = parts {
                prop_assert_eq!(parts, whole);
            }
        }
    }

    #[test]
    fn a_fault_a_quote_and_two_genomes_are_left_to_one_reader() {
        let rows = |last: &str| {
            let good = |at: u32| format!("S1,T,m6,chr1,{at},+,LMO2,3,hg38\n");
            format!("{HEAD}{}{last}", (1..50).map(good).collect::<String>())
        };
        assert!(both(&rows(""), |_| {}).0.is_some_and(|table| table.is_ok()));
        for last in [
            "S1,T,m6,chr1,-4,+,LMO2,3,hg38\n",
            "S1,T,m6,chr1,99,+,\"LMO2\",3,hg38\n",
            "S1,T,m6,chr1,99,+,LMO2,3,hg19\n",
        ] {
            let (parts, whole) = both(&rows(last), |_| {});
            assert!(parts.is_none(), "{last}");
            assert_eq!(whole.is_ok(), last.contains('"'), "{last}");
        }
    }

    #[test]
    fn the_parts_tell_together_how_far_they_are_and_a_person_s_stop_stops_every_one() {
        let rows: String = (1..90_000).map(|at| format!("S1,T,m6,chr1,{at},+,LMO2,3,hg38\n")).collect();
        let text = format!("{HEAD}{rows}");
        let mapping = propose_mapping(&preview(text.as_bytes()).unwrap());
        let columns = Columns::find(text.as_bytes(), &mapping).unwrap();
        let mut heard = Vec::new();
        let table = read(text.as_bytes(), &mapping, &columns, 0, &mut |rows| {
            heard.push(rows);
            ControlFlow::Continue(())
        });
        assert_eq!(table.and_then(Result::ok).map(|table| table.rows), Some(89_999));
        assert!(!heard.is_empty() && heard.is_sorted() && heard.iter().all(|rows| *rows <= 89_999), "{heard:?}");
        let stopped = read(text.as_bytes(), &mapping, &columns, 0, &mut |_| ControlFlow::Break(()));
        assert_eq!(stopped, Some(Err(Unread::Stopped)));
    }
}
