//! Writes the window's TypeScript bindings to the path given: a build step, called by `cargo xtask check bindings`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("which file?")?;
    perennial::export_bindings(std::path::Path::new(&path))
}
