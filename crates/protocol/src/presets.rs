//! The presets that ship, found in assets/regulations when the program is built.

use include_dir::{Dir, include_dir};

static REGULATIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/regulations");
static TRACKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/tracks");

/// Sources of visits that ship to be followed beside a protocol: `(tracks/name, text)`, sorted.
pub fn tracks() -> Vec<(String, &'static str)> {
    let files = TRACKS.files().filter_map(|file| {
        let name = file.path().with_extension("").to_string_lossy().into_owned();
        Some((format!("tracks/{name}"), file.contents_utf8()?))
    });
    let mut found: Vec<_> = files.collect();
    found.sort();
    found
}

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
