//! Files beside the store: their names, and replacing one so that a power cut leaves the old or the new.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::At;
use crate::{Result, StoreError};

/// `<store>.<ending>`, in the same folder.
pub(crate) fn beside(store: &Path, ending: &str) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// The folder a path lies in; the working folder for a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Refuses when the folder is not there.
pub(crate) fn need_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() { Ok(()) } else { Err(StoreError::DiskMissing { path: folder.to_owned() }) }
}

/// Makes a folder, one level only: a missing parent means a disk that is not connected, and a store written
/// into its empty mount point would be lost from sight later.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    need_folder(folder_of(folder))?;
    fs::create_dir(folder).at(folder)
}

/// Writes `bytes` under `path`: other name, fsync, rename, fsync of the folder.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let new = beside(path, "new");
    let mut file = File::create(&new).at(&new)?;
    file.write_all(bytes).at(&new)?;
    file.sync_all().at(&new)?;
    drop(file);
    rename(&new, path)
}

/// Renames and makes the new name durable.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).at(to)?;
    sync_folder(folder_of(to))
}

/// Makes names in a folder durable. Windows has no such call and orders renames itself (NTFS journal).
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(folder).and_then(|handle| handle.sync_all()).at(folder)?;
    }
    Ok(())
}

/// Removes a file that may not be there.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(path, error)),
        _ => Ok(()),
    }
}
