//! The real window under WebKitWebDriver: few journeys, each as a person would make it.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests stop at the first surprise; they read files and the day"
)]

mod harness;

/// Named so that everything that opens a window can be left out by one word.
#[path = "."]
mod window {
    mod calendar;
    mod call_off;
    mod clones;
    mod courses;
    mod demo;
    mod engine;
    mod first_day;
    mod hand_over;
    mod people;
    mod power_cut;
    mod remote;
}
