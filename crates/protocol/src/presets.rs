//! The presets that ship, found in assets/regulations when the program is built.

use include_dir::{Dir, include_dir};

static REGULATIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/regulations");

/// `(path without ending, text)`, sorted: `fda/lentiviral-hsc-15y`.
pub fn presets() -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for folder in REGULATIONS.dirs() {
        for file in folder.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "toml")) {
            let path = file.path().with_extension("").to_string_lossy().replace('\\', "/");
            found.extend(file.contents_utf8().map(|text| (path, text)));
        }
    }
    found.sort();
    found
}
