//! The only error a shell sees: what kind of remedy, which sentence, which field, which values.
//!
//! No prose here: `refusal-<code>` in `errors.ftl` says it, with the remedy, in the user's language.

use std::collections::BTreeMap;

use serde::Serialize;
use specta::Type;
use store::StoreError;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The input is to be mended.
    Fix,
    /// The input is unusual: kept as soon as a reason is given.
    Ask,
    /// This role may not do this.
    NotAllowed,
    /// The file, the disk or the key.
    Store,
    /// Our fault: nothing was saved.
    Bug,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Refusal {
    pub kind: Kind,
    /// Fluent id without its prefix: the sentence is `refusal-<code>`.
    pub code: String,
    /// Field the refusal is about, if any.
    pub field: Option<String>,
    pub args: BTreeMap<String, String>,
}

impl Refusal {
    fn of(kind: Kind, code: &str) -> Self {
        Self { kind, code: code.to_owned(), field: None, args: BTreeMap::new() }
    }

    pub fn fix(code: &str) -> Self {
        Self::of(Kind::Fix, code)
    }

    pub fn ask(code: &str) -> Self {
        Self::of(Kind::Ask, code)
    }

    pub fn not_allowed(code: &str) -> Self {
        Self::of(Kind::NotAllowed, code)
    }

    pub fn bug(place: &str) -> Self {
        Self::of(Kind::Bug, "bug").with("place", place)
    }

    #[must_use]
    pub fn about(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// The sentence a person reads.
    pub fn say(&self, words: &words::Words) -> String {
        let args = self.args.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
        words.say(&format!("refusal-{}", self.code), &args)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let store = |code: &str| Self::of(Kind::Store, &format!("store-{code}"));
        let fix = |code: &str, field: &str| Self::fix(&format!("store-{code}")).about(field);
        let at = |code: &str, path: &std::path::Path| store(code).with("path", path.display());
        match error {
            StoreError::WrongPassphrase => store("wrong-passphrase").about("passphrase"),
            StoreError::UnknownUser { login } => store("unknown-user").about("login").with("login", login),
            StoreError::NotAStore { path } => at("not-a-store", &path),
            StoreError::Damaged { place, .. } => store("damaged").with("place", place),
            StoreError::NewerSchema { found, known } => store("newer-schema").with("found", found).with("known", known),
            StoreError::AlreadyExists { path } => at("already-exists", &path),
            StoreError::Missing { path } => at("missing", &path),
            StoreError::DiskMissing { path } => at("disk-missing", &path),
            StoreError::DiskFull => store("disk-full"),
            StoreError::ReadOnly => store("read-only"),
            StoreError::LockedByAnother => store("locked-by-another"),
            StoreError::SlotsMissing { path } => at("slots-missing", &path),
            StoreError::WeakPassphrase { least } => fix("weak-passphrase", "passphrase").with("least", least),
            StoreError::LoginTaken { login } => fix("login-taken", "login").with("login", login),
            StoreError::LastAdministrator => fix("last-administrator", "login"),
            StoreError::DuplicateCode { code } => fix("duplicate-code", "code").with("code", code),
            StoreError::KitWords { .. } => store("kit-words").about("words"),
            StoreError::NotAPack { path } => Self::fix("not-a-pack").about("path").with("path", path.display()),
            StoreError::NewerPack { found, known } => {
                Self::fix("newer-pack").about("path").with("found", found).with("known", known)
            }
            StoreError::PackCutOff { path } => Self::fix("pack-cut-off").about("path").with("path", path.display()),
            StoreError::PackChanged { path } => Self::fix("pack-changed").about("path").with("path", path.display()),
            StoreError::IdentityErased => store("identity-erased"),
            StoreError::NoSuchEntry { .. } => Self::fix("no-such-record"),
            StoreError::Io { source, .. } => store("io").with("detail", source.kind()),
            // Only our own code chooses costs and statements.
            StoreError::WeakCost { .. } => Self::bug("key-cost"),
            // The kind of failure, never the statement: that could hold what a person typed.
            StoreError::Sql { doing, source } => {
                Self::bug(doing).with("detail", format!("{:?}", source.sqlite_error_code()))
            }
        }
    }
}
