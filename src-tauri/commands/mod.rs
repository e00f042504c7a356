//! One file a screen. A command names its use case and nothing else.

pub mod audit;
pub mod calendar;
pub mod clones;
pub mod cohort;
pub mod course;
pub mod look_back;
pub mod print;
pub mod settings;
pub mod signals;
pub mod study;
pub mod subject;
pub mod subjects;
pub mod today;
pub mod transfer;
pub mod unlock;
pub mod visit;
