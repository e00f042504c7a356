//! The window's bindings are those of the commands: written anew and compared.

use anyhow::Result;

use crate::step;

const BINDINGS: &str = "ui/src/lib/api/bindings.ts";

pub fn check(asked: &[&str]) -> Result<Vec<String>> {
    let committed = step::root().join(BINDINGS);
    let fresh = step::target().join("bindings.ts");
    let wanted = fresh.to_string_lossy().into_owned();
    let args = ["build", "--quiet", "--locked", "--workspace", "--example", "bindings"];
    step::run("Building what writes the bindings", "cargo", &args)?;
    let program = step::target().join("debug/examples").join(format!("bindings{}", std::env::consts::EXE_SUFFIX));
    step::run("Writing the bindings anew", &program.to_string_lossy(), &[&wanted])?;
    if asked.contains(&"--write") {
        std::fs::copy(&fresh, &committed)?;
        return Ok(Vec::new());
    }
    let same = std::fs::read(&fresh)? == std::fs::read(&committed).unwrap_or_default();
    Ok(if same {
        Vec::new()
    } else {
        vec![format!("{BINDINGS} is not of these commands: cargo xtask check bindings --write")]
    })
}
