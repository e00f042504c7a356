//! Typed looks into a TOML tree that report every fault with its line and go on.

use std::cell::RefCell;
use std::collections::BTreeMap;

use assess::Severity;
use facts::{CivilDate, Period};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::study::{Fault, Localised};

/// Collects faults and knows where lines begin.
pub(crate) struct Page<'t> {
    text: &'t str,
    pub faults: RefCell<Vec<Fault>>,
}

impl<'t> Page<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, faults: RefCell::default() }
    }

    pub fn add(&self, at: usize, key: &str, code: &str, args: &[(&str, &str)], severity: Severity) {
        let before = &self.text[..at.min(self.text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        let args: BTreeMap<String, String> = args.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        self.faults.borrow_mut().push(Fault {
            line,
            column,
            key: key.to_owned(),
            code: code.to_owned(),
            args,
            severity,
        });
    }
}

/// A value somewhere in the tree, with its dotted key.
#[derive(Clone)]
pub(crate) struct Node<'p> {
    pub page: &'p Page<'p>,
    pub key: String,
    pub value: &'p Spanned<DeValue<'p>>,
}

/// A table, with what is known of its keys.
pub(crate) struct Table<'p> {
    pub page: &'p Page<'p>,
    pub key: String,
    pub at: usize,
    table: &'p DeTable<'p>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'p> Node<'p> {
    pub fn at(&self) -> usize {
        self.value.span().start
    }

    pub fn fault(&self, code: &str, args: &[(&str, &str)]) {
        self.page.add(self.at(), &self.key, code, args, Severity::Stops);
    }

    /// The place inside where `word` is written, or this node itself: a fault shows the word, not its table.
    pub fn holding(&self, word: &str) -> Node<'p> {
        self.search(word).unwrap_or_else(|| self.clone())
    }

    /// The value of a key inside, or this node itself when it has none.
    pub fn inside(&self, key: &str) -> Node<'p> {
        let table = self.value.get_ref().as_table();
        let value = table.and_then(|table| table.iter().find(|(name, _)| name.get_ref() == key));
        value.map_or_else(
            || self.clone(),
            |(_, value)| Node { page: self.page, key: format!("{}.{key}", self.key), value },
        )
    }

    fn search(&self, word: &str) -> Option<Node<'p>> {
        let inside = |key: String, value| Node { page: self.page, key, value }.search(word);
        match self.value.get_ref() {
            DeValue::String(text) => {
                let tells = text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
                tells.then(|| self.clone())
            }
            DeValue::Array(items) => {
                items.iter().enumerate().find_map(|(i, value)| inside(format!("{}[{}]", self.key, i + 1), value))
            }
            DeValue::Table(table) => {
                table.iter().find_map(|(key, value)| inside(format!("{}.{}", self.key, key.get_ref()), value))
            }
            _ => None,
        }
    }

    fn wrong_type(&self, wanted: &str) {
        self.fault("wrong-type", &[("wanted", wanted), ("found", self.value.get_ref().type_str())]);
    }

    pub fn text(&self) -> Option<String> {
        let found = self.value.get_ref().as_str();
        if found.is_none() {
            self.wrong_type("\"text\"");
        }
        found.map(str::to_owned)
    }

    pub fn items(&self) -> Vec<Node<'p>> {
        let Some(array) = self.value.get_ref().as_array() else {
            self.wrong_type("[ … ]");
            return Vec::new();
        };
        let item = |(index, value)| Node { page: self.page, key: format!("{}[{}]", self.key, index + 1), value };
        array.iter().enumerate().map(item).collect()
    }

    pub fn table(&self) -> Option<Table<'p>> {
        let Some(table) = self.value.get_ref().as_table() else {
            self.wrong_type("{ … }");
            return None;
        };
        Some(Table { page: self.page, key: self.key.clone(), at: self.at(), table, asked: RefCell::default() })
    }

    /// A whole number, `least` or more.
    pub fn count(&self, least: u32) -> Option<u32> {
        let told = self.value.get_ref().as_integer().map(|n| n.as_str().parse().ok().filter(|n| *n >= least));
        match told {
            Some(Some(count)) => Some(count),
            Some(None) => {
                self.fault("not-a-count", &[("least", &least.to_string())]);
                None
            }
            None => {
                self.wrong_type("1");
                None
            }
        }
    }

    pub fn yes(&self) -> Option<bool> {
        let found = self.value.get_ref().as_bool();
        if found.is_none() {
            self.wrong_type("true / false");
        }
        found
    }

    pub fn period(&self) -> Option<Period> {
        let text = self.text()?;
        let read = text.parse().ok();
        if read.is_none() {
            self.fault("not-a-period", &[("value", &text), ("example", example_of_period(&text))]);
        }
        read
    }

    /// A day, as `"2027-01-01"`.
    pub fn day(&self) -> Option<CivilDate> {
        let text = self.text()?;
        let read = text.parse().ok();
        if read.is_none() {
            self.fault("not-a-day", &[("value", &text)]);
        }
        read
    }

    /// A period that lasts at least a day.
    pub fn lasting(&self) -> Option<Period> {
        let period = self.period()?;
        if period.rough_days() <= 0 {
            self.fault("not-positive", &[("value", &period.to_string())]);
            return None;
        }
        Some(period)
    }

    /// One of a closed list of words, matched by their wire names.
    pub fn one_of<T: serde::de::DeserializeOwned>(&self, words: &[&str]) -> Option<T> {
        let text = self.text()?;
        let read = serde_json::from_value(serde_json::Value::String(text.clone())).ok();
        if read.is_none() {
            let nearest = nearest(&text, words);
            self.fault("not-one-of", &[("value", &text), ("allowed", &words.join(", ")), ("nearest", nearest)]);
        }
        read
    }

    /// Text in several languages; English is the one that must be there.
    pub fn localised(&self) -> Localised {
        let Some(table) = self.value.get_ref().as_table() else {
            self.wrong_type("{ en = \"…\", zh-Hans = \"…\", ja = \"…\" }");
            return Localised::new();
        };
        let mut read = Localised::new();
        for (language, value) in table {
            let node = Node { page: self.page, key: format!("{}.{}", self.key, language.get_ref()), value };
            if let Some(text) = node.text() {
                read.insert(language.get_ref().to_string(), text);
            }
        }
        for language in ["en", "zh-Hans", "ja"] {
            if !read.contains_key(language) {
                let severity = if language == "en" { Severity::Stops } else { Severity::Notes };
                self.page.add(self.at(), &self.key, "language-missing", &[("language", language)], severity);
            }
        }
        read
    }
}

impl<'p> Table<'p> {
    pub fn of_page(page: &'p Page<'p>, table: &'p DeTable<'p>) -> Self {
        Self { page, key: String::new(), at: 0, table, asked: RefCell::default() }
    }

    fn dotted(&self, key: &str) -> String {
        if self.key.is_empty() { key.to_owned() } else { format!("{}.{key}", self.key) }
    }

    /// The value of a key that may be left out.
    pub fn maybe(&self, key: &'static str) -> Option<Node<'p>> {
        self.asked.borrow_mut().push(key);
        let value = self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)?;
        Some(Node { page: self.page, key: self.dotted(key), value })
    }

    /// The value of a key that must be there.
    pub fn needed(&self, key: &'static str) -> Option<Node<'p>> {
        let found = self.maybe(key);
        if found.is_none() {
            self.page.add(self.at, &self.dotted(key), "key-missing", &[("key", key)], Severity::Stops);
        }
        found
    }

    pub fn text(&self, key: &'static str) -> Option<String> {
        self.needed(key)?.text().filter(|text| {
            if text.trim().is_empty() {
                self.page.add(self.at, &self.dotted(key), "empty", &[], Severity::Stops);
            }
            !text.trim().is_empty()
        })
    }

    pub fn items(&self, key: &'static str) -> Vec<Node<'p>> {
        self.maybe(key).map(|node| node.items()).unwrap_or_default()
    }

    pub fn keys(&self) -> impl Iterator<Item = (String, Node<'p>)> + '_ {
        self.table.iter().map(|(name, value)| {
            let key = name.get_ref().to_string();
            let node = Node { page: self.page, key: self.dotted(&key), value };
            (key, node)
        })
    }

    /// Says every key that nothing asked for, with the nearest one that would be known.
    pub fn nothing_else(&self) {
        let asked = self.asked.borrow();
        for (name, _) in self.table {
            let key: &str = name.get_ref();
            if !asked.contains(&key) {
                let args = [("key", key), ("nearest", nearest(key, &asked))];
                self.page.add(name.span().start, &self.dotted(key), "key-unknown", &args, Severity::Stops);
            }
        }
    }
}

/// What the writer most likely meant by words such as "6 months".
fn example_of_period(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    for (word, example) in [("year", "P1Y"), ("month", "P6M"), ("week", "P2W"), ("day", "P14D"), ("h", "P1D")] {
        if lower.contains(word) {
            return example;
        }
    }
    "P6M"
}

/// The known word with the fewest letters to change.
pub fn nearest<'w>(text: &str, words: &[&'w str]) -> &'w str {
    words.iter().min_by_key(|word| distance(text, word)).copied().unwrap_or_default()
}

/// Levenshtein distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut left_up = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let up = row[j + 1];
            row[j + 1] = (up + 1).min(row[j] + 1).min(left_up + usize::from(x != *y));
            left_up = up;
        }
    }
    row[b.len()]
}
