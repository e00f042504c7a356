//! The measurements of docs/performance.md, each printed by its own bench.

use anyhow::Result;

use crate::{run, setup, step};

/// Package and bench target, in the order of the page.
const BENCHES: &[(&str, &str)] = &[
    ("followup", "schedule"),
    ("assess", "growth_z"),
    ("assess", "clonality"),
    ("exchange", "clones_table"),
    ("store", "durable_append"),
    ("practice", "clinic"),
    ("practice", "cohort"),
    ("practice", "import"),
    ("documents", "family_pdf"),
];

pub fn bench(only: &[&str]) -> Result<()> {
    for (package, target) in BENCHES {
        if only.is_empty() || only.contains(target) {
            let args = ["bench", "--locked", "-p", package, "--bench", target];
            step::run(&format!("{package}: {target}"), "cargo", &args)?;
        }
    }
    if only.is_empty() || only.contains(&"window") {
        setup::everything()?;
        run::build_ui()?;
        step::run("The program as it ships", "cargo", &["build", "--locked", "--release", "-p", "perennial"])?;
        let args = ["bench", "--locked", "-p", "perennial", "--bench", "start"];
        step::run("Start to usable window, memory", "cargo", &args)?;
    }
    Ok(())
}
