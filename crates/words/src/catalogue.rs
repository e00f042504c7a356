//! What each catalogue holds, and what is wrong with it: for checks and tests, never for speaking.
//!
//! English is the measure. A translation must have the same keys and attributes, each once, and use the same
//! placeholders. Where languages need different ones (a month by name or by number), the English message
//! says in its comment what is offered (`# Variables: $month, $month-number`) and each language takes its
//! choice of those.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use fluent_syntax::parser;

use crate::language;

/// The language whose keys and placeholders the others are compared with.
const MEASURE: &str = "en";

/// A message or term of one file, with everything a caller could ask of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// BCP 47, the folder.
    pub language: String,
    /// Name of the file within the folder.
    pub file: String,
    /// Key of the message; `-name` for a term.
    pub key: String,
    /// Names of attributes, without the dot.
    pub attributes: BTreeSet<String>,
    /// Names of arguments used in the value and the attributes, without `$`.
    pub placeholders: BTreeSet<String>,
    /// Names of arguments that the comment above the message offers.
    pub offered: BTreeSet<String>,
    /// Keys of other messages that this one quotes.
    pub quotes: BTreeSet<String>,
}

/// Something a translator or author has to mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// The file is not Fluent at this line (1 is the first).
    Unreadable { language: String, file: String, line: usize },
    /// The key stands in two places.
    Twice { language: String, key: String, files: [String; 2] },
    /// English has the key, this language has not.
    Missing { language: String, file: String, key: String },
    /// This language has a key that English has not.
    Extra { language: String, file: String, key: String },
    /// The arguments used differ from those English uses or offers.
    Placeholders { language: String, key: String, here: Vec<String>, english: Vec<String> },
    /// The attributes differ from those of English.
    Attributes { language: String, key: String, here: Vec<String>, english: Vec<String> },
    /// A quoted message that this language does not have.
    Quoted { language: String, key: String, quoted: String },
}

/// Every message of every language, in the order of languages, files and lines.
pub fn catalogue() -> Vec<Item> {
    language::files().iter().flat_map(|file| read(file).0).collect()
}

/// All that is wrong, sorted; empty when the catalogues are whole.
pub fn problems() -> Vec<Problem> {
    judge(&language::files())
}

fn judge(files: &[language::File]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut by_language: BTreeMap<String, BTreeMap<String, Item>> = BTreeMap::new();
    for file in files {
        let (items, faults) = read(file);
        found.extend(faults);
        let keys = by_language.entry(file.language.clone()).or_default();
        for item in items {
            if let Some(first) = keys.get(&item.key) {
                let files = [first.file.clone(), item.file];
                found.push(Problem::Twice { language: item.language, key: item.key, files });
            } else {
                keys.insert(item.key.clone(), item);
            }
        }
    }
    let Some(english) = by_language.get(MEASURE) else { return found };
    for (language, keys) in &by_language {
        quotes(language, keys, &mut found);
        if language != MEASURE {
            compare(language, english, keys, &mut found);
        }
    }
    found.sort();
    found
}

type Keys = BTreeMap<String, Item>;

fn compare(language: &str, english: &Keys, keys: &Keys, found: &mut Vec<Problem>) {
    for (key, measure) in english {
        let Some(item) = keys.get(key) else {
            found.push(Problem::Missing { language: language.into(), file: measure.file.clone(), key: key.clone() });
            continue;
        };
        let offered: BTreeSet<_> = measure.offered.union(&measure.placeholders).cloned().collect();
        let fits = match measure.offered.is_empty() {
            true => item.placeholders == measure.placeholders,
            false => item.placeholders.is_subset(&offered),
        };
        let list = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>();
        if !fits {
            let (here, english) = (list(&item.placeholders), list(&offered));
            found.push(Problem::Placeholders { language: language.into(), key: key.clone(), here, english });
        }
        if item.attributes != measure.attributes {
            let (here, english) = (list(&item.attributes), list(&measure.attributes));
            found.push(Problem::Attributes { language: language.into(), key: key.clone(), here, english });
        }
    }
    for item in keys.values().filter(|item| !english.contains_key(&item.key)) {
        found.push(Problem::Extra { language: language.into(), file: item.file.clone(), key: item.key.clone() });
    }
}

fn quotes(language: &str, keys: &Keys, found: &mut Vec<Problem>) {
    for item in keys.values() {
        for quoted in item.quotes.iter().filter(|quoted| !keys.contains_key(*quoted)) {
            let quoted = quoted.clone();
            found.push(Problem::Quoted { language: language.into(), key: item.key.clone(), quoted });
        }
    }
}

fn read(file: &language::File) -> (Vec<Item>, Vec<Problem>) {
    let (resource, faults) = match parser::parse(file.text) {
        Ok(resource) => (resource, Vec::new()),
        Err((partial, faults)) => (partial, faults),
    };
    let line = |at: usize| file.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let faults = faults.into_iter().map(|fault| Problem::Unreadable {
        language: file.language.clone(),
        file: file.name.clone(),
        line: line(fault.pos.start),
    });
    (items(file, &resource), faults.collect())
}

fn items(file: &language::File, resource: &Resource<&str>) -> Vec<Item> {
    let empty = |key: String, comment: Option<&Comment<&str>>| Item {
        language: file.language.clone(),
        file: file.name.clone(),
        key,
        attributes: BTreeSet::new(),
        placeholders: BTreeSet::new(),
        offered: comment.map(offered).unwrap_or_default(),
        quotes: BTreeSet::new(),
    };
    let mut found = Vec::new();
    for entry in &resource.body {
        let (mut item, value, attributes) = match entry {
            Entry::Message(message) => {
                let item = empty(message.id.name.to_owned(), message.comment.as_ref());
                (item, message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => {
                let item = empty(format!("-{}", term.id.name), term.comment.as_ref());
                (item, Some(&term.value), &term.attributes)
            }
            _ => continue,
        };
        for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
            walk(pattern, &mut item);
        }
        item.attributes = attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect();
        found.push(item);
    }
    found
}

fn offered(comment: &Comment<&str>) -> BTreeSet<String> {
    let names = comment.content.iter().flat_map(|line| line.split('$').skip(1));
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
    names.map(name).collect()
}

fn walk(pattern: &Pattern<&str>, item: &mut Item) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expressed(expression, item);
        }
    }
}

fn expressed(expression: &Expression<&str>, item: &mut Item) {
    match expression {
        Expression::Inline(inline) => inlined(inline, item),
        Expression::Select { selector, variants } => {
            // A number that only chooses between one and many is nothing that is shown.
            if !matches!(selector, InlineExpression::VariableReference { .. }) {
                inlined(selector, item);
            }
            variants.iter().for_each(|variant| walk(&variant.value, item));
        }
    }
}

fn inlined(inline: &InlineExpression<&str>, item: &mut Item) {
    match inline {
        InlineExpression::VariableReference { id } => {
            item.placeholders.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            item.quotes.insert(id.name.to_owned());
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            item.quotes.insert(format!("-{}", id.name));
            arguments.iter().for_each(|arguments| called(arguments, item));
        }
        InlineExpression::FunctionReference { arguments, .. } => called(arguments, item),
        InlineExpression::Placeable { expression } => expressed(expression, item),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn called(arguments: &CallArguments<&str>, item: &mut Item) {
    arguments.positional.iter().for_each(|inline| inlined(inline, item));
    arguments.named.iter().for_each(|named| inlined(&named.value, item));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(language: &str, text: &'static str) -> language::File {
        language::File { language: language.into(), name: "a.ftl".into(), text }
    }

    #[test]
    fn the_catalogues_are_whole() {
        let problems: Vec<String> = problems().iter().map(|problem| format!("{problem:?}")).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        assert!(catalogue().len() > 100);
    }

    #[test]
    fn each_kind_of_fault_is_seen() {
        let english = "one = One { $n }\ntwo = Two\n    .help = Help\nthree = { two }\ntwo = Again\n";
        let chinese = "one = 一\ntwo = 二\nfour = 四 { gone }\nthree = {\n";
        let found = judge(&[file("en", english), file("zh-Hans", chinese)]);
        let (zh, a) = (|| "zh-Hans".to_owned(), || "a.ftl".to_owned());
        let expected = [
            Problem::Unreadable { language: zh(), file: a(), line: 5 },
            Problem::Twice { language: "en".into(), key: "two".into(), files: [a(), a()] },
            Problem::Missing { language: zh(), file: a(), key: "three".into() },
            Problem::Extra { language: zh(), file: a(), key: "four".into() },
            Problem::Placeholders { language: zh(), key: "one".into(), here: vec![], english: vec!["n".into()] },
            Problem::Attributes { language: zh(), key: "two".into(), here: vec![], english: vec!["help".into()] },
            Problem::Quoted { language: zh(), key: "four".into(), quoted: "gone".into() },
        ];
        for problem in &expected {
            assert!(found.contains(problem), "{problem:?} not in {found:#?}");
        }
        assert_eq!(found.len(), expected.len(), "{found:#?}");
    }

    #[test]
    fn a_language_takes_its_choice_of_what_is_offered() {
        let english = "# Variables: $month (name), $month-number\nday = { $month } 3\n";
        assert!(judge(&[file("en", english), file("ja", "day = { $month-number }月3日\n")]).is_empty());
        assert_eq!(judge(&[file("en", english), file("ja", "day = { $moon }月3日\n")]).len(), 1);
    }
}
