//! The real window under WebKitWebDriver: few journeys, each as a person would make it.

mod demo;

mod harness;

