//! What the window learns of a refusal: the same structure, never a sentence. Bugs go to the log with an id.

use clinic::{Kind, Refusal};
use serde::Serialize;
use specta::Type;

/// `kind` picks the tone, `refusal-<code>` the sentence, `field` the place.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Failure {
    pub kind: Kind,
    pub code: String,
    pub field: Option<String>,
    pub args: std::collections::BTreeMap<String, String>,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        if refusal.kind == Kind::Bug {
            // Codes and places only: no value that a person typed reaches the log.
            let said = |name: &str| refusal.args.get(name).map_or("?", String::as_str);
            eprintln!("perennial: bug at {} ({})", said("place"), said("detail"));
        }
        Self { kind: refusal.kind, code: refusal.code, field: refusal.field, args: refusal.args }
    }
}

impl Failure {
    /// A command that panicked: nothing was saved, because a save is one transaction.
    pub fn of_panic(_error: &tauri::Error) -> Self {
        Refusal::bug("command").into()
    }
}
