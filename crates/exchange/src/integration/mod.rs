//! Tables of integration sites as laboratories send them: which samples, which clones, how abundant, what is wrong.
//!
//! Reads CSV, TSV and XLSX, one site a row or one sample a column, through a [`Mapping`] that a laboratory keeps. Knows
//! headings and cells. Does not know a person, a limit or a place on the disk. All or nothing: a table with one bad
//! cell gives no clones, because a clone missing from the sum makes every other one look larger than it is.
//!
//! ```
//! use exchange::integration::{preview, propose_mapping, read};
//! let table = b"posid,nearestGene,estAbund,refGenome\nchr11+33870000,LMO2,40,hg38\nchr3-5,LRRN1,60,hg38\n";
//! let mapping = propose_mapping(&preview(table).unwrap());
//! let read = read(table, &mapping, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
//! assert_eq!(read.samples[0].clones.len(), 2);
//! ```

mod association;
pub(crate) mod delimited;
mod genes;
mod keep;
mod mapping;
mod names;
mod number;
mod preview;
pub(crate) mod problem;
mod propose;
mod read;
pub(crate) mod rows;
mod table;
mod time_point;
mod workbook;

pub use association::{Annotation, Association};
pub use keep::{read_kept, write};
pub use mapping::{DamagedGenes, Format, Layout, Mapping, Multihits, Place, Repeats};
pub use preview::{Preview, preview, preview_sheet};
pub use problem::{Problem, Problems};
pub use propose::{measure_of, propose_mapping};
pub use read::{Unread, read};
pub use table::{CloneRow, Repair, Sample, Table};
pub use time_point::time_point;
