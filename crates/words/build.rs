//! A new folder or file under assets/locales must be found without touching any code.

fn main() {
    println!("cargo::rerun-if-changed=../../assets/locales");
}
