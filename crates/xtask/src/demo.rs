//! The practice study on a virtual screen: a picture of every main screen, and the printed papers.

use anyhow::Result;

use crate::{run, setup, step};

pub fn demo() -> Result<()> {
    setup::everything()?;
    run::build_ui()?;
    on_virtual_screen()
}

/// The same program as in the window, driven through the practice study.
pub fn on_virtual_screen() -> Result<()> {
    let folder = step::root().join("demo-output");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let env = [("PERENNIAL_DEMO_OUTPUT", &*folder.to_string_lossy())];
    let args = ["test", "--locked", "--workspace", "--", "--exact", "window::demo::the_practice_study", "--nocapture"];
    step::say("Building the program and its tests: the first time takes some minutes");
    step::run_with("Walking through the practice study", "cargo", &args, &env)?;
    step::say("Pictures and papers:");
    let mut made: Vec<_> = std::fs::read_dir(&folder)?.filter_map(|item| Some(item.ok()?.path())).collect();
    made.sort();
    for path in made {
        println!("  {}", path.display());
    }
    Ok(())
}
