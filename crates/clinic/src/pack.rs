//! What stands in a hand-over pack: one subject's lines with their hashes, the texts they follow, the documents they rest
//! on, and name and contacts when they were asked for (docs/decisions/015).
//!
//! A pack that opens is proven before anybody looks into it: every hash is computed again, and each text and document is
//! the one that the lines name. How it is sealed is the store's.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use facts::entry::Author;
use facts::{CivilDate, EntryId, Fact, Identity, Origin, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use store::{Pack, Part, StoreError, WholeLine, digest};

use crate::wire::transfer::PackAsked;
use crate::{Refusal, Result};

const RECORD: &str = "record.json";
const IDENTITY: &str = "identity.json";
const DOCUMENTS: &str = "documents/";

/// Who hands over whom to whom. The sending site's own change of status is not among the lines: it is recorded when the
/// pack is proven, and so stands here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct About {
    pub site: String,
    pub to: String,
    pub by: Author,
    /// RFC 3339 with the sending site's offset.
    pub at: String,
    /// First day on which the receiving site answers for the follow-up.
    pub on: CivilDate,
    pub because: String,
    pub subject: SubjectId,
    pub code: String,
    /// Version of the program that wrote it.
    pub program: String,
    /// Documents that lines name and that stay, because other people's results stand in them.
    pub left_behind: Vec<String>,
}

/// A protocol or track as it is in force at the sending site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FollowedText {
    pub reference: String,
    pub toml: String,
}

/// All but documents and identity: what the receiving site keeps beside its ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub about: About,
    pub lines: Vec<WholeLine>,
    pub protocols: Vec<FollowedText>,
}

/// A line with what it says and the sites it came through.
#[derive(Debug)]
pub(crate) struct ReadLine {
    pub line: WholeLine,
    pub origins: Vec<Origin>,
    pub fact: Fact,
}

/// A pack that was opened and proven.
#[derive(Debug)]
pub(crate) struct Opened {
    pub path: PathBuf,
    pub id: String,
    pub sha256: String,
    pub practice: bool,
    pub about: About,
    pub lines: Vec<ReadLine>,
    pub protocols: Vec<FollowedText>,
    /// The record as it came, to be kept.
    pub record: Vec<u8>,
    /// By digest.
    pub documents: BTreeMap<String, Vec<u8>>,
    pub identity: Option<Identity>,
}

/// The pieces that are sealed.
pub(crate) fn parts(
    record: &Record,
    documents: BTreeMap<String, Vec<u8>>,
    identity: Option<&Identity>,
) -> Result<Vec<Part>> {
    let json = |name: &str, bytes: serde_json::Result<Vec<u8>>| {
        bytes.map(|bytes| Part { name: name.to_owned(), bytes }).map_err(|_| Refusal::bug("pack"))
    };
    let mut parts = vec![json(RECORD, serde_json::to_vec(record))?];
    if let Some(identity) = identity {
        parts.push(json(IDENTITY, serde_json::to_vec(identity))?);
    }
    parts.extend(documents.into_iter().map(|(sha256, bytes)| Part { name: format!("{DOCUMENTS}{sha256}"), bytes }));
    Ok(parts)
}

/// Opens a pack and proves that it is what the other site wrote.
pub(crate) fn open(asked: &PackAsked) -> Result<Opened> {
    let path = PathBuf::from(asked.path.trim());
    let pack = Pack::read(&path, &asked.passphrase).map_err(refused)?;
    let changed = || refused(StoreError::PackChanged { path: path.clone() });
    let record = pack.part(RECORD).ok_or_else(changed)?.to_vec();
    let Record { about, lines, protocols } = serde_json::from_slice(&record).map_err(|_| changed())?;
    let documents = pack
        .parts
        .iter()
        .filter_map(|part| part.name.strip_prefix(DOCUMENTS).map(|sha256| (sha256.to_owned(), part.bytes.clone())));
    let documents: BTreeMap<String, Vec<u8>> = documents.collect();
    let identity = pack.part(IDENTITY).map(serde_json::from_slice).transpose().map_err(|_| changed())?;
    let lines = lines.into_iter().map(|line| {
        let (origins, fact) = line.read()?;
        Ok(ReadLine { line, origins, fact })
    });
    let lines = lines.collect::<std::result::Result<Vec<_>, StoreError>>().map_err(|_| changed())?;
    let opened = Opened {
        path: path.clone(),
        id: pack.id.clone(),
        sha256: pack.sha256.clone(),
        practice: pack.practice,
        about,
        lines,
        protocols,
        record,
        documents,
        identity,
    };
    if opened.is_sound() { Ok(opened) } else { Err(changed()) }
}

/// Digests of the documents that lines rest on.
pub(crate) fn named<'f>(facts: impl Iterator<Item = &'f Fact>) -> BTreeSet<String> {
    facts.flat_map(Fact::attachments).map(|named| named.sha256.clone()).collect()
}

/// Records in which a name stands: they never leave with the lines, sealed or not.
pub(crate) fn of_identity<'f>(lines: impl Iterator<Item = (RecordId, &'f Fact)>) -> BTreeSet<RecordId> {
    lines.filter(|(_, fact)| matches!(fact, Fact::Identity(_))).map(|(record, _)| record).collect()
}

impl Opened {
    fn is_sound(&self) -> bool {
        let mine = |line: &ReadLine| line.line.subject == self.about.subject && line.line.is_whole();
        let mut seen: HashMap<EntryId, RecordId> = HashMap::new();
        let ordered = self.lines.iter().all(|read| {
            let line = &read.line;
            let known = line.supersedes.is_none_or(|earlier| seen.get(&earlier) == Some(&line.record));
            seen.insert(line.id, line.record).is_none() && known
        });
        let left: BTreeSet<&String> = self.about.left_behind.iter().collect();
        let named = named(self.lines.iter().map(|read| &read.fact));
        let here = named.iter().all(|sha256| self.documents.contains_key(sha256) || left.contains(sha256));
        let same = self.documents.iter().all(|(sha256, bytes)| digest(bytes) == *sha256);
        let no_name = !self.lines.iter().any(|read| matches!(read.fact, Fact::Identity(_)));
        self.lines.iter().all(mine) && ordered && here && same && no_name
    }
}

/// What is wrong with a pack, told of a pack and not of a store.
pub(crate) fn refused(error: StoreError) -> Refusal {
    let at = |code: &str, path: &Path| Refusal::fix(code).about("path").with("path", path.display());
    match error {
        StoreError::WrongPassphrase => Refusal::fix("pack-wrong-passphrase").about("passphrase"),
        StoreError::Missing { path } => at("pack-missing", &path),
        StoreError::AlreadyExists { path } => at("file-exists", &path),
        other => other.into(),
    }
}
