//! A laboratory's file read from the disk, without the store: a million rows are read while others work.
//!
//! Only what stands in the file and how it is read. Whose samples they are, and whether they may be kept, is
//! `import_sites.rs`.

use std::ops::ControlFlow;

use exchange::integration::{
    Association, Mapping, Preview, Problems, Table, Unread, preview_sheet, propose_mapping, read, write,
};
use facts::answer::Attachment;
use store::Document;

use crate::mapping::mapping_of;
use crate::wire::import::TableAsked;
use crate::{Refusal, Result};

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Rows read.
    Read(u64),
    /// Samples and files made ready to be kept, of all.
    Packed(usize, usize),
    /// Of those, in the store.
    Kept(usize, usize),
}

/// Told how far it is; breaks off when the person wishes.
pub type Told<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// A file as it came.
#[derive(Clone, Debug)]
pub(crate) struct FileRead {
    pub name: String,
    pub sha256: String,
    pub bytes: Vec<u8>,
}

/// A table, or what is wrong with it, and the files that it came in.
#[derive(Clone, Debug)]
pub struct ReadTable {
    /// The table first, then what annotates it.
    pub(crate) files: Vec<FileRead>,
    pub(crate) mapping: Mapping,
    pub(crate) laboratory: String,
    pub(crate) table: std::result::Result<Table, Problems>,
}

/// A table ready to be kept.
#[derive(Clone, Debug)]
pub struct PackedTable {
    pub(crate) laboratory: String,
    pub(crate) mapping: Mapping,
    pub(crate) table: Table,
    pub(crate) files: Vec<Attachment>,
    /// Of each sample, in the order of the table.
    pub(crate) samples: Vec<Attachment>,
    pub(crate) documents: Vec<Document>,
}

pub(crate) fn look(asked: &TableAsked) -> Result<(String, usize, Preview)> {
    let bytes = bytes_of(&asked.path)?;
    Ok((name_of(&asked.path), bytes.len(), seen(&bytes, asked)?))
}

fn seen(bytes: &[u8], asked: &TableAsked) -> Result<Preview> {
    let sheet = asked.mapping.as_ref().map(|mapping| mapping.sheet.as_str()).unwrap_or_default();
    preview_sheet(bytes, sheet).map_err(|problem| {
        problem.args.iter().fold(
            Refusal::fix("import-unreadable").about("path").with("path", &asked.path).with("code", problem.code),
            |refusal, (name, value)| refusal.with(name, value),
        )
    })
}

/// Reads the files of the disk through the mapping, or the one that the headings suggest.
///
/// # Errors
/// A file that cannot be read, or a mapping that lacks what must be said. What is wrong in the table is no refusal.
pub fn read_table(asked: &TableAsked, told: Told<'_>) -> Result<ReadTable> {
    let bytes = bytes_of(&asked.path)?;
    let mapping = match &asked.mapping {
        Some(form) => mapping_of(form)?,
        None => propose_mapping(&seen(&bytes, asked)?),
    };
    let mut table = match read(&bytes, &mapping, &mut |rows| told(Progress::Read(rows))) {
        Ok(table) => Ok(table),
        Err(Unread::Problems(problems)) => Err(problems),
        Err(Unread::Stopped) => return Err(Refusal::fix("import-stopped")),
    };
    let mut files = vec![FileRead { name: name_of(&asked.path), sha256: store::digest(&bytes), bytes }];
    if !asked.association.trim().is_empty() {
        let bytes = bytes_of(&asked.association)?;
        let annotated = match (Association::read(&bytes), &mut table) {
            (Ok(association), Ok(table)) => association.annotate(table),
            (Err(problems), _) => Err(problems),
            (_, Err(_)) => Ok(()),
        };
        if let Err(problems) = annotated {
            table = Err(problems);
        }
        let name = name_of(&asked.association);
        files.push(FileRead { name, sha256: store::digest(&bytes), bytes });
    }
    Ok(ReadTable { files, mapping, laboratory: asked.laboratory.trim().to_owned(), table })
}

impl ReadTable {
    /// Makes the documents that are kept: the files as they came, and a table of each sample.
    ///
    /// # Errors
    /// Broken off, or the table has problems.
    pub fn pack(self, told: Told<'_>) -> Result<PackedTable> {
        let table = self.table.map_err(|_| Refusal::fix("import-has-problems"))?;
        let all = self.files.len() + table.samples.len();
        let mut documents = Vec::with_capacity(all);
        let mut kept = |name: &str, bytes: &[u8]| {
            if told(Progress::Packed(documents.len(), all)).is_break() {
                return Err(Refusal::fix("import-stopped"));
            }
            let document = Document::of(bytes);
            let attachment =
                Attachment { sha256: document.sha256.clone(), name: name.to_owned(), bytes: document.bytes };
            documents.push(document);
            Ok(attachment)
        };
        let files = self.files.iter().map(|file| kept(&file.name, &file.bytes)).collect::<Result<Vec<_>>>()?;
        let one = |sample: &exchange::integration::Sample| {
            let name = if sample.name.is_empty() { "sites".to_owned() } else { sample.name.clone() };
            kept(&format!("{name}.csv"), write(&table, sample).as_bytes())
        };
        let samples = table.samples.iter().map(one).collect::<Result<Vec<_>>>()?;
        Ok(PackedTable { laboratory: self.laboratory, mapping: self.mapping, files, samples, documents, table })
    }
}

#[allow(clippy::disallowed_methods, reason = "a file that the person chose")]
pub(crate) fn bytes_of(path: &str) -> Result<Vec<u8>> {
    let path = path.trim();
    if path.is_empty() {
        return Err(Refusal::fix("import-no-file").about("path"));
    }
    std::fs::read(path).map_err(|error| {
        Refusal::fix("import-cannot-read").about("path").with("path", path).with("detail", error.kind())
    })
}

fn name_of(path: &str) -> String {
    let name = std::path::Path::new(path.trim()).file_name();
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
