//! Languages found in assets/locales when the program is built.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/locales");

/// A language as its folder describes it.
#[derive(Clone, Debug, Deserialize)]
pub struct Language {
    /// BCP 47, the name of the folder.
    #[serde(skip)]
    pub tag: String,
    /// In the language itself.
    pub name: String,
    /// Font of printed pages: `sc` or `jp`.
    pub font: String,
    pub direction: String,
    /// A person who speaks it has read it.
    pub reviewed: bool,
    #[serde(skip)]
    pub(crate) catalogues: Vec<&'static str>,
}

static ALL: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let mut found: Vec<Language> = LOCALES.dirs().filter_map(read).collect();
    found.sort_by(|a, b| a.tag.cmp(&b.tag));
    found
});

fn read(folder: &'static Dir<'static>) -> Option<Language> {
    let described = folder.files().find(|file| file.path().ends_with("language.toml"))?.contents_utf8()?;
    let mut language: Language = toml::from_str(described).ok()?;
    language.tag = folder.path().file_name()?.to_str()?.to_owned();
    let catalogues = folder.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "ftl"));
    language.catalogues = catalogues.filter_map(|file| file.contents_utf8()).collect();
    Some(language)
}

/// A catalogue file as it stands in the repository.
pub(crate) struct File {
    pub language: String,
    pub name: String,
    pub text: &'static str,
}

/// Every catalogue, by language and name.
pub(crate) fn files() -> Vec<File> {
    let mut found: Vec<File> = LOCALES
        .dirs()
        .flat_map(|folder| folder.files())
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "ftl"))
        .filter_map(|file| {
            let language = file.path().parent()?.to_str()?.to_owned();
            Some(File { language, name: file.path().file_name()?.to_str()?.to_owned(), text: file.contents_utf8()? })
        })
        .collect();
    found.sort_by(|a, b| (&a.language, &a.name).cmp(&(&b.language, &b.name)));
    found
}

pub(crate) fn all() -> &'static [Language] {
    &ALL
}

/// Exact tag, then the language alone, then English (or whatever there is).
pub(crate) fn nearest(tag: &str) -> &'static Language {
    let lower = tag.to_lowercase();
    let main = lower.split(['-', '_']).next().unwrap_or_default();
    let find = |wanted: &dyn Fn(&str) -> bool| ALL.iter().find(|language| wanted(&language.tag.to_lowercase()));
    find(&|tag| tag == lower)
        .or_else(|| find(&|tag| tag.split('-').next() == Some(main)))
        .or_else(|| find(&|tag| tag == "en"))
        .unwrap_or_else(|| &ALL[0])
}
