//! Making a store, opening one, and looking at one from outside.
//!
//! Opening never makes a file and making never replaces one. What is missing, locked, not a store, damaged
//! or newer is told apart before and after the key is known.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use facts::fact::{Site, User};
use facts::{Author, DeviceId, Fact};
use rusqlite::Connection;

use crate::append::{self, NewEntry};
use crate::connection::{self, Access};
use crate::error::{At, Doing};
use crate::keys::secret::DataKey;
use crate::keys::sidecar::{self, Sidecar};
use crate::keys::{kit, passphrase, secret};
use crate::lock::{self, Lock};
use crate::{Cost, NewUser, RecoveryKit, Result, Stamp, StoreError, files, migrate, settings, users};

/// An open store. Dropping it locks it: the key is wiped and the file is closed.
pub struct Store {
    // Fields drop in this order: the database lets go of its log before the lock is released.
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) key: DataKey,
    /// `None` while the file of key slots is lost: the store was opened with its kit.
    pub(crate) sidecar: Option<Sidecar>,
    /// The chain this program writes.
    pub(crate) device: DeviceId,
    _lock: Lock,
}

/// A store just made, and the paper that opens it when all else is lost.
#[derive(Debug)]
pub struct Creation {
    pub store: Store,
    pub kit: RecoveryKit,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}

/// What can be said of a store without a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peek {
    pub practice: bool,
    /// A program, this one included, has it open.
    pub locked_by_another: bool,
    /// The file of key slots is gone: only the recovery kit opens it.
    pub slots_missing: bool,
}

impl Store {
    /// Makes a store with its site, its first user and its recovery kit.
    ///
    /// # Errors
    /// Refuses where a store or its key slots are; nothing is left behind under the final name.
    pub fn create(
        path: &Path,
        site: Site,
        admin: NewUser,
        passphrase: &str,
        cost: Cost,
        at: Stamp,
    ) -> Result<Creation> {
        passphrase::check(passphrase)?;
        cost.allowed(site.practice)?;
        files::make_folder(files::folder_of(path))?;
        refuse_existing(path)?;
        let lock = lock::take(path)?;
        refuse_existing(path)?;
        let key = DataKey::new();
        let sidecar = Sidecar::new(&key, site.practice).with_slot(&admin.login, passphrase, cost, &key)?;
        let new = files::beside(path, "new");
        let made = fill(&new, &key, site, admin, at).and_then(|()| {
            sidecar.write(path)?;
            files::rename(&new, path)
        });
        if let Err(error) = made {
            // Only what was made here: neither file was there before.
            let _ = remove_database(&new);
            let _ = files::remove(&sidecar::path_beside(path));
            return Err(error);
        }
        let kit = RecoveryKit::of(&key);
        let store = Self::with_key(path, key, Some(sidecar), lock)?;
        Ok(Creation { store, kit })
    }

    /// Opens a store as one of its active users.
    pub fn open(path: &Path, login: &str, passphrase: &str) -> Result<(Self, User)> {
        need_store(path)?;
        let sidecar = Sidecar::read(path)?;
        let Some(sidecar) = sidecar else { return Err(without_slots(path)) };
        let lock = lock::take(path)?;
        let unknown = || StoreError::UnknownUser { login: login.to_owned() };
        let slot = sidecar.find(login).ok_or_else(unknown)?;
        let key = sidecar.open(slot, passphrase).ok_or(StoreError::WrongPassphrase)?;
        let store = Self::with_key(path, key, Some(sidecar), lock)?;
        let user = users::active(&store.entries_of_site()?, login).ok_or_else(unknown)?;
        Ok((store, user))
    }

    /// Opens a store with the words of its kit or the text of its QR code, also when the file of key slots
    /// is lost. [`Store::reset_passphrase`] then makes a slot again.
    pub fn open_with_kit(path: &Path, words: &str) -> Result<Self> {
        need_store(path)?;
        let key = kit::key(words)?;
        let sidecar = Sidecar::read(path)?;
        if sidecar.as_ref().is_some_and(|sidecar| sidecar.store != key.store_id()) {
            return Err(StoreError::KitWords { word: None });
        }
        let lost_slots = sidecar.is_none();
        let lock = lock::take(path)?;
        Self::with_key(path, key, sidecar, lock).map_err(|error| match error {
            // Without the slots nothing else says which store the words are of: a key that does not fit
            // looks like damage.
            StoreError::Damaged { .. } if lost_slots => StoreError::KitWords { word: None },
            other => other,
        })
    }

    /// What can be said without a key.
    ///
    /// # Errors
    /// When there is no store, or its folder is not there.
    pub fn peek(path: &Path) -> Result<Peek> {
        need_store(path)?;
        let sidecar = Sidecar::read(path)?;
        if sidecar.is_none() && !could_be_store(path)? {
            return Err(StoreError::NotAStore { path: path.to_owned() });
        }
        Ok(Peek {
            practice: sidecar.as_ref().is_some_and(|sidecar| sidecar.practice),
            locked_by_another: lock::is_taken(path),
            slots_missing: sidecar.is_none(),
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The chain that this copy of the store writes.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    fn with_key(path: &Path, key: DataKey, sidecar: Option<Sidecar>, lock: Lock) -> Result<Self> {
        let mut connection = connection::open(path, &key, Access::ReadWrite)?;
        // Looked at first: a newer file is not touched at all.
        migrate::check(&connection)?;
        connection::log_ahead(&connection)?;
        migrate::migrate(&mut connection)?;
        let device = device(&connection)?;
        Ok(Self { connection, path: path.to_owned(), key, sidecar, device, _lock: lock })
    }

    /// Writes the log back into the file and empties it.
    pub(crate) fn empty_the_log(&self) -> Result<()> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).doing("write the log back")
    }
}

/// The first content of a store, under its temporary name.
fn fill(new: &Path, key: &DataKey, site: Site, admin: NewUser, at: Stamp) -> Result<()> {
    // Left by a creation that was cut off: nobody ever got its kit.
    remove_database(new)?;
    let mut connection = connection::open(new, key, Access::Create)?;
    migrate::migrate(&mut connection)?;
    let author = Author { login: admin.login.clone(), name: admin.name.clone(), role: admin.role };
    let entry = |fact| NewEntry {
        record: None,
        supersedes: None,
        author: author.clone(),
        at: at.clone(),
        reason: None,
        taken: None,
        fact,
    };
    let user = User { login: admin.login.clone(), name: admin.name.clone(), role: admin.role, active: true };
    let first = vec![entry(Fact::Site(site)), entry(Fact::User(user))];
    let device = device(&connection)?;
    let transaction = connection.transaction().doing("begin the first save")?;
    append::append(&transaction, device, None, first)?;
    transaction.commit().doing("keep the first save")?;
    connection.close().map_err(|(_, error)| StoreError::sql("close a new store", error))?;
    File::open(new).and_then(|file| file.sync_all()).at(new)
}

/// The device this file writes as. A file restored from a backup has none and becomes a device of its own,
/// so that two copies never write the same chain.
fn device(connection: &Connection) -> Result<DeviceId> {
    let kept = settings::setting(connection, settings::DEVICE)?;
    if let Some(device) = kept {
        return device.parse().map_err(|error| StoreError::damaged("device", error));
    }
    let device = DeviceId(uuid::Builder::from_random_bytes(secret::random()).into_uuid());
    settings::keep_setting(connection, settings::DEVICE, &device.to_string())?;
    Ok(device)
}

pub(crate) fn remove_database(path: &Path) -> Result<()> {
    files::remove(path)?;
    for ending in ["-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        files::remove(Path::new(&name))?;
    }
    Ok(())
}

fn refuse_existing(path: &Path) -> Result<()> {
    for taken in [path.to_owned(), sidecar::path_beside(path)] {
        // Also a dangling link: whatever it names is not ours to replace.
        if fs::symlink_metadata(&taken).is_ok() {
            return Err(StoreError::AlreadyExists { path: taken });
        }
    }
    Ok(())
}

fn need_store(path: &Path) -> Result<()> {
    files::need_folder(files::folder_of(path))?;
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(_) => Err(StoreError::NotAStore { path: path.to_owned() }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(StoreError::Missing { path: path.to_owned() })
        }
        Err(error) => Err(StoreError::io(path, error)),
    }
}

fn without_slots(path: &Path) -> StoreError {
    match could_be_store(path) {
        Ok(true) => StoreError::SlotsMissing { path: sidecar::path_beside(path) },
        Ok(false) => StoreError::NotAStore { path: path.to_owned() },
        Err(error) => error,
    }
}

/// False for what cannot be an encrypted database: not made of whole pages, or beginning with readable text.
fn could_be_store(path: &Path) -> Result<bool> {
    const PAGE: u64 = 4096;
    let length = fs::metadata(path).at(path)?.len();
    if length == 0 || length % PAGE != 0 {
        return Ok(false);
    }
    let mut start = [0_u8; 16];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).at(path)?;
    let readable = start.iter().filter(|byte| byte.is_ascii_graphic() || **byte == b' ').count();
    // 16 random bytes are this readable once in ten million files; a text or an unencrypted database always.
    Ok(readable < 15)
}
