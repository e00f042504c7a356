//! Integration sites and clonality: one sample, its metrics, what it is near, clones through several samples, and what
//! the form shows.

mod answers;
mod clonality;
mod cluster;
mod form;
mod gene_list;
mod near;
mod sample;
mod site;
mod specimen;
mod tracking;
mod whole;

pub use answers::{Answers, Grown, Limits, NearWatched, Silent, answers};
pub use clonality::{Metrics, metrics};
pub use form::FORM;
pub use gene_list::{GeneList, Shipped};
pub use near::{Gene, Genes, Nearest, genes};
pub use sample::{Clone, Sample, carried, compute, notes};
pub use site::{Build, Chromosome, Measure, Site, Strand};
pub use specimen::specimen;
pub use tracking::{
    Counted, Followed, Growing, How, NotComparable, Point, Seen, Shared, Taken, Track, Tracks, grown, rising, track,
};
pub use whole::{LARGEST, Row, TABLE, Whole};
