//! A pack: one sealed file that carries a subject's record to another site, and opens with a passphrase that the two
//! sites tell each other.
//!
//! A readable first line (format, cost and salt of the key), the sealed parts, and 32 bytes at the end: the SHA-256 of all
//! before them, in every format there will be, so that a damaged copy is told from a wrong passphrase before one is
//! tried. Key, cost and sealing are those of the store's own slots. Does not know what the parts mean (docs/decisions/015).

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::attachments::digest;
use crate::error::At;
use crate::keys::secret::{self, DataKey};
use crate::keys::slot::{Bound, Slot};
use crate::keys::{cost, passphrase};
use crate::{Cost, Result, StoreError, files};

const FORMAT: u32 = 1;
/// What every pack begins with, whatever its format.
const MAGIC: &[u8] = br#"{"perennial-hand-over":"#;
const SEAL_BYTES: usize = 32;
/// What stands in place of a login's digest in the slot of a pack, which belongs to nobody.
const TAG: &str = "hand-over";

/// A named piece of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What was in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Random; names the pack whatever the file is called.
    pub id: String,
    pub practice: bool,
    /// SHA-256 of the whole file, hexadecimal.
    pub sha256: String,
    pub parts: Vec<Part>,
}

/// A pack that was written, read back and found to be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackMade {
    pub id: String,
    pub sha256: String,
    pub bytes: u64,
}

/// The readable first line.
#[derive(Serialize, Deserialize)]
struct Head {
    #[serde(rename = "perennial-hand-over")]
    format: u32,
    pack: String,
    practice: bool,
    slot: Slot,
    /// Length of what is sealed, nonce and tag included.
    sealed: u64,
    /// Length of the parts before they were deflated.
    unfolded: u64,
}

/// What the first line of any format says.
#[derive(Deserialize)]
struct AnyHead {
    #[serde(rename = "perennial-hand-over")]
    format: u32,
}

#[derive(Serialize, Deserialize)]
struct PartHead {
    name: String,
    bytes: u64,
}

impl Pack {
    /// Writes a pack under a name that is still free, and answers when the disk has it and it was read back.
    ///
    /// # Errors
    /// Nothing is left under the name then. [`StoreError::AlreadyExists`] when there is a file of it.
    pub fn write(path: &Path, parts: &[Part], passphrase: &str, cost: Cost, practice: bool) -> Result<PackMade> {
        passphrase::check(passphrase)?;
        cost.allowed(practice)?;
        files::need_folder(files::folder_of(path))?;
        let (id, bytes) = sealed(parts, passphrase, cost, practice)?;
        let new = files::beside(path, "new");
        let mut file = reserve(&new)?;
        let written = reserve(path).and_then(|_| {
            // Only what was made here is removed: the name was free.
            let kept = proven(&mut file, &new, &bytes, parts, passphrase).and_then(|()| files::rename(&new, path));
            kept.inspect_err(|_| drop(files::remove(path)))
        });
        if let Err(error) = written {
            drop(files::remove(&new));
            return Err(error);
        }
        Ok(PackMade { id, sha256: digest(&bytes), bytes: bytes.len() as u64 })
    }

    /// Opens a pack that another site wrote.
    ///
    /// # Errors
    /// Each thing that can be wrong with the file by itself, told before a passphrase is tried where that can be told.
    pub fn read(path: &Path, passphrase: &str) -> Result<Self> {
        let bytes = std::fs::read(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::Missing { path: path.to_owned() },
            _ => StoreError::io(path, error),
        })?;
        let changed = || StoreError::PackChanged { path: path.to_owned() };
        let (line, body) = intact(&bytes, path)?;
        let head: Head = serde_json::from_slice(line).map_err(|_| changed())?;
        if !head.slot.cost.is_bearable() {
            return Err(changed());
        }
        let bound = Bound { store_id: &head.pack, practice: head.practice };
        let key = head.slot.open(&bound, passphrase).ok_or(StoreError::WrongPassphrase)?;
        let folded = secret::unseal(&key.0, line, body).ok_or_else(changed)?;
        let mut unfolded = Zeroizing::new(Vec::new());
        // One byte more than is stated: content that unfolds without end is stopped.
        let read = DeflateDecoder::new(folded.as_slice()).take(head.unfolded + 1).read_to_end(&mut unfolded);
        read.map_err(|_| changed())?;
        let parts = split(&unfolded).filter(|_| unfolded.len() as u64 == head.unfolded).ok_or_else(changed)?;
        Ok(Self { id: head.pack, practice: head.practice, sha256: digest(&bytes), parts })
    }

    /// Makes the folder that packs are written to.
    pub fn make_folder(folder: &Path) -> Result<()> {
        files::make_folder(folder)
    }

    /// Removes a pack that was just written and that nobody may take along.
    pub fn discard(path: &Path) -> Result<()> {
        files::remove(path)
    }

    /// The content of the part with a name.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.parts.iter().find(|part| part.name == name).map(|part| part.bytes.as_slice())
    }
}

/// First line and sealed content of a file that is as it was written.
fn intact<'b>(bytes: &'b [u8], path: &Path) -> Result<(&'b [u8], &'b [u8])> {
    let cut_off = || StoreError::PackCutOff { path: path.to_owned() };
    if !bytes.starts_with(MAGIC) {
        return Err(StoreError::NotAPack { path: path.to_owned() });
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(cut_off)?;
    let (line, rest) = (&bytes[..end], &bytes[end + 1..]);
    let (before, seal) = bytes.split_at(bytes.len().saturating_sub(SEAL_BYTES));
    if Sha256::digest(before).as_slice() != seal {
        let stated = serde_json::from_slice::<Head>(line).map(|head| head.sealed.saturating_add(SEAL_BYTES as u64));
        let short = stated.is_ok_and(|stated| (rest.len() as u64) < stated);
        return Err(if short { cut_off() } else { StoreError::PackChanged { path: path.to_owned() } });
    }
    let any: AnyHead = serde_json::from_slice(line).map_err(|_| StoreError::PackChanged { path: path.to_owned() })?;
    if any.format > FORMAT {
        return Err(StoreError::NewerPack { found: any.format, known: FORMAT });
    }
    Ok((line, &rest[..rest.len().saturating_sub(SEAL_BYTES)]))
}

/// The bytes of a new pack, and its name.
fn sealed(parts: &[Part], passphrase: &str, cost: Cost, practice: bool) -> Result<(String, Vec<u8>)> {
    let plain = Zeroizing::new(joined(parts)?);
    let mut encoder = DeflateEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::fast());
    // Writing into memory does not fail; a pack that came out wrong is not proven and not kept.
    let folded = encoder.write_all(&plain).and_then(|()| encoder.finish()).unwrap_or_default();
    let folded = Zeroizing::new(folded);
    let key = DataKey::new();
    let pack = hex::encode(secret::random::<16>());
    let bound = Bound { store_id: &pack, practice };
    let slot = Slot::new(&bound, TAG.to_owned(), passphrase, cost, &key);
    let slot = slot.ok_or(StoreError::WeakCost { least_mib: cost::LEAST_MIB })?;
    let head = Head {
        format: FORMAT,
        pack: pack.clone(),
        practice,
        slot,
        sealed: (folded.len() + secret::SEAL_OVERHEAD) as u64,
        unfolded: plain.len() as u64,
    };
    let mut bytes = serde_json::to_vec(&head).map_err(|error| StoreError::damaged("pack", error))?;
    let body = secret::seal(&key.0, &bytes, &folded);
    bytes.push(b'\n');
    bytes.extend(body);
    let seal = Sha256::digest(&bytes);
    bytes.extend_from_slice(&seal);
    Ok((pack, bytes))
}

/// Each part as a line of JSON that says how many bytes follow.
fn joined(parts: &[Part]) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.bytes.len() + 128).sum());
    for part in parts {
        let head = PartHead { name: part.name.clone(), bytes: part.bytes.len() as u64 };
        serde_json::to_writer(&mut bytes, &head).map_err(|error| StoreError::damaged("pack", error))?;
        bytes.push(b'\n');
        bytes.extend_from_slice(&part.bytes);
    }
    Ok(bytes)
}

fn split(mut bytes: &[u8]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let head: PartHead = serde_json::from_slice(&bytes[..end]).ok()?;
        let (part, rest) = bytes[end + 1..].split_at_checked(usize::try_from(head.bytes).ok()?)?;
        parts.push(Part { name: head.name, bytes: part.to_vec() });
        bytes = rest;
    }
    Some(parts)
}

/// Takes a name that is free: two programs that want the same one cannot both get it.
fn reserve(path: &Path) -> Result<File> {
    let taken = OpenOptions::new().write(true).create_new(true).open(path);
    match taken {
        Ok(file) => Ok(file),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::AlreadyExists { path: path.to_owned() })
        }
        Err(error) => Err(StoreError::io(path, error)),
    }
}

/// Writes the pack under its temporary name and opens it as the other site will.
fn proven(file: &mut File, new: &Path, bytes: &[u8], parts: &[Part], passphrase: &str) -> Result<()> {
    file.write_all(bytes).at(new)?;
    file.sync_all().at(new)?;
    let read = Pack::read(new, passphrase)?;
    if read.parts == parts { Ok(()) } else { Err(StoreError::PackChanged { path: new.to_owned() }) }
}
