//! The real window under WebKitWebDriver: few journeys, each as a person would make it.

mod demo;
mod first_day;

mod harness;
mod power_cut;
