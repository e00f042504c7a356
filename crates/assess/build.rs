//! A table dropped into `assets/references/growth` is read at the next build: the folder itself is watched, for the
//! files that are compiled in are only those that were there the last time.

fn main() {
    println!("cargo:rerun-if-changed=../../assets/references/growth");
    println!("cargo:rerun-if-changed=build.rs");
}
