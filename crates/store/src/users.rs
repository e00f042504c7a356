//! Who may open the store: a fact in the ledger and a slot in the sidecar for each.
//!
//! Order of the two writes: whatever is cut off half-way, nobody opens the store who is not in the ledger as
//! active. A login is never given to a second person (21 CFR 11.100).

use facts::fact::User;
use facts::{Author, Entry, Fact, Role};

use crate::append::NewEntry;
use crate::keys::passphrase;
use crate::keys::sidecar::Sidecar;
use crate::{Cost, Result, Stamp, Store, StoreError};

/// A person who shall be able to open the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    pub login: String,
    pub name: String,
    pub role: Role,
}

/// Why and when somebody got a new passphrase.
#[derive(Clone, Debug)]
pub struct Rekeyed {
    /// In the words of whoever is at the desk.
    pub reason: String,
    pub at: Stamp,
}

impl Store {
    /// Everybody who ever could open the store, in the order of first mention.
    pub fn users(&self) -> Result<Vec<User>> {
        let entries = self.entries_of_site()?;
        Ok(newest(&entries).into_iter().map(|(_, user)| user.clone()).collect())
    }

    pub fn add_user(&mut self, user: NewUser, passphrase: &str, cost: Cost, author: Author, at: Stamp) -> Result<()> {
        if self.users()?.iter().any(|known| same(&known.login, &user.login)) {
            return Err(StoreError::LoginTaken { login: user.login });
        }
        let before = self.slots();
        // The slot first: without the fact it opens nothing.
        self.keep_slots(before.with_slot(&user.login, passphrase, cost, &self.key)?)?;
        let fact = User { login: user.login, name: user.name, role: user.role, active: true };
        let entry =
            NewEntry { record: None, supersedes: None, author, at, reason: None, taken: None, fact: Fact::User(fact) };
        if let Err(error) = self.append(None, vec![entry], |_| None) {
            self.keep_slots(before)?;
            return Err(error);
        }
        Ok(())
    }

    /// Takes a person's key away; what they wrote stays theirs.
    ///
    /// # Errors
    /// [`StoreError::LastAdministrator`] when nobody would be left who can manage users.
    pub fn retire_user(&mut self, login: &str, author: Author, at: Stamp) -> Result<()> {
        let entries = self.entries_of_site()?;
        let users = newest(&entries);
        let found = users.iter().find(|(_, user)| user.active && same(&user.login, login));
        let (entry, user) = found.ok_or_else(|| StoreError::UnknownUser { login: login.to_owned() })?;
        if !users.iter().any(|(_, other)| other.active && manages(other.role) && !same(&other.login, login)) {
            return Err(StoreError::LastAdministrator);
        }
        let retired = NewEntry {
            record: Some(entry.record),
            supersedes: Some(entry.id),
            author,
            at,
            reason: None,
            taken: None,
            fact: Fact::User(User { active: false, ..(*user).clone() }),
        };
        // The fact first: it already keeps the person out, the slot is only tidied away.
        self.append(None, vec![retired], |_| None)?;
        let slots = self.slots().without_slot(login);
        self.keep_slots(slots)
    }

    /// Right when the passphrase opens the login's slot: asked again before a signature.
    pub fn check_passphrase(&self, login: &str, passphrase: &str) -> Result<()> {
        let slots = self.slots();
        let slot = slots.find(login).ok_or_else(|| StoreError::UnknownUser { login: login.to_owned() })?;
        slots.open(slot, passphrase).map(|_| ()).ok_or(StoreError::WrongPassphrase)
    }

    /// `how` is kept in the ledger with the change: who got a new key when is part of the record.
    pub fn change_passphrase(&mut self, login: &str, old: &str, new: &str, cost: Cost, how: Rekeyed) -> Result<()> {
        self.check_passphrase(login, old)?;
        self.reset_passphrase(login, new, cost, how)
    }

    /// A new slot for an active user, without the old passphrase: after opening with the recovery kit.
    pub fn reset_passphrase(&mut self, login: &str, new: &str, cost: Cost, how: Rekeyed) -> Result<()> {
        passphrase::check(new)?;
        let entries = self.entries_of_site()?;
        let users = newest(&entries);
        let found = users.iter().find(|(_, user)| user.active && same(&user.login, login));
        let (entry, user) = found.ok_or_else(|| StoreError::UnknownUser { login: login.to_owned() })?;
        let told = NewEntry {
            record: Some(entry.record),
            supersedes: Some(entry.id),
            author: Author { login: user.login.clone(), name: user.name.clone(), role: user.role },
            at: how.at,
            reason: Some(how.reason),
            taken: None,
            fact: Fact::User((*user).clone()),
        };
        self.append(None, vec![told], |_| None)?;
        let slots = match &self.sidecar {
            Some(sidecar) => sidecar.clone(),
            None => Sidecar::new(&self.key, practice(&entries)),
        };
        self.keep_slots(slots.with_slot(login, new, cost, &self.key)?)
    }

    fn slots(&self) -> Sidecar {
        self.sidecar.clone().unwrap_or_else(|| Sidecar::new(&self.key, false))
    }

    fn keep_slots(&mut self, sidecar: Sidecar) -> Result<()> {
        sidecar.write(&self.path)?;
        self.sidecar = Some(sidecar);
        Ok(())
    }
}

/// The active user of a login.
pub(crate) fn active(entries: &[Entry], login: &str) -> Option<User> {
    newest(entries).into_iter().map(|(_, user)| user).find(|user| user.active && same(&user.login, login)).cloned()
}

/// Newest version of each user, in the order of first mention.
fn newest(entries: &[Entry]) -> Vec<(&Entry, &User)> {
    let (heads, _) = facts::life::heads(entries);
    let mut users: Vec<(&Entry, &User)> = heads
        .into_iter()
        .filter_map(|entry| match &entry.fact {
            Fact::User(user) => Some((entry, user)),
            _ => None,
        })
        .collect();
    let first_mention = |entry: &Entry| entries.iter().position(|other| other.record == entry.record);
    users.sort_by_key(|(entry, _)| first_mention(entry));
    users
}

/// Whether the site says that it is the practice study.
fn practice(entries: &[Entry]) -> bool {
    let (heads, _) = facts::life::heads(entries);
    heads.iter().any(|entry| matches!(&entry.fact, Fact::Site(site) if site.practice))
}

/// Roles that can give a key to the next person. `clinic` decides who does; this is the last barrier against
/// a store that nobody can open any more.
fn manages(role: Role) -> bool {
    matches!(role, Role::Administrator | Role::Investigator)
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
