//! The catalogues of assets/locales: one source of words for screens, papers, command line and findings.
//!
//! Knows languages, messages, dates and numbers as text. Imports none of our crates and decides nothing.
//! A language is a folder: it is found when the program is built.

pub mod catalogue;
mod date;
mod language;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use language::Language;

/// Arguments of a message, by name.
pub type Args = BTreeMap<String, Value>;

/// An argument: text as it is, or a number that plurals may look at and whose digits are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(String),
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

type Bundle = FluentBundle<FluentResource>;

/// One language, ready to speak. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    language: &'static Language,
    bundle: Arc<Bundle>,
}

static BUNDLES: LazyLock<BTreeMap<&'static str, Arc<Bundle>>> = LazyLock::new(|| {
    language::all().iter().map(|language| (language.tag.as_str(), Arc::new(bundle(language)))).collect()
});

fn bundle(language: &Language) -> Bundle {
    let id = language.tag.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolation marks are invisible on screen but break searching in printed pages.
    bundle.set_use_isolating(false);
    for text in &language.catalogues {
        // A faulty message is left out and shows as its key; `check words` fails on it.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

impl Words {
    /// Every language found, sorted by tag.
    pub fn languages() -> &'static [Language] {
        language::all()
    }

    /// The language of a tag, the nearest one that is spoken (`zh-CN` -> `zh-Hans`), else English.
    pub fn of(tag: &str) -> Self {
        let language = language::nearest(tag);
        let bundle = BUNDLES.get(language.tag.as_str()).cloned().unwrap_or_else(|| Arc::new(bundle(language)));
        Self { language, bundle }
    }

    pub fn tag(&self) -> &'static str {
        &self.language.tag
    }

    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The sentence of a key. A missing one shows as `⟦key⟧`, so that a test and a reader see it.
    pub fn say(&self, key: &str, args: &Args) -> String {
        self.find(key, args).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The same with a fallback for keys that need not exist.
    pub fn say_or(&self, key: &str, args: &Args, fallback: &str) -> String {
        self.find(key, args).unwrap_or_else(|| fallback.to_owned())
    }

    pub fn knows(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    fn find(&self, key: &str, args: &Args) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(name.clone(), self.fluent(value));
        }
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&given), &mut faults).into_owned())
    }

    fn fluent(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => FluentValue::from(text.clone()),
            Value::Number(digits) => {
                let Ok(number) = digits.parse::<f64>() else { return FluentValue::from(digits.clone()) };
                let decimals = digits.split_once('.').map(|(_, decimals)| decimals.len());
                let options = FluentNumberOptions { minimum_fraction_digits: decimals, ..Default::default() };
                FluentValue::Number(FluentNumber::new(number, options))
            }
        }
    }

    /// A decimal with the digits it was given. All three languages write a point.
    pub fn number(&self, digits: &str) -> String {
        digits.to_owned()
    }
}
