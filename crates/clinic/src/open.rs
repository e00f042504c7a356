//! Creating, opening and recovering a store, and what the first screen shows before any of them.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use facts::entry::Author;
use facts::fact::{ProtocolAdopted, Site};
use facts::{CivilDate, Fact, Role};
use followup::Day;
use protocol::Protocol;
use store::{Cost, NewUser, Rekeyed, Store, StoreError};
use words::Words;

use crate::texts::Adopted;
use crate::wire::start::{KitUnlocking, LanguageLine, NewStore, Person, Session, Start, StoreFound, Unlocking};
use crate::{Clinic, Now, Refusal, Result, keep_reference_ranges, refresh, wording};

/// Stores found at the given places, and the languages there are.
pub fn start(places: &[&Path], default_path: &Path, version: &str, language: &str) -> Start {
    let stores = places.iter().filter_map(|path| {
        let peek = Store::peek(path).ok()?;
        Some(StoreFound {
            path: path.display().to_string(),
            practice: peek.practice,
            locked_by_another: peek.locked_by_another,
        })
    });
    let languages = Words::languages().iter().map(|language| LanguageLine {
        tag: language.tag.clone(),
        name: language.name.clone(),
        reviewed: language.reviewed,
    });
    Start {
        stores: stores.collect(),
        default_path: default_path.display().to_string(),
        version: version.to_owned(),
        language: language.to_owned(),
        languages: languages.collect(),
    }
}

/// Every preset as it ships, read: `(path, protocol, text)`.
pub fn default_protocols() -> Vec<(String, Protocol, &'static str)> {
    read_all(protocol::presets())
}

/// The tracks that ship, read likewise.
pub fn default_tracks() -> Vec<(String, Protocol, &'static str)> {
    read_all(protocol::tracks())
}

fn read_all(texts: Vec<(String, &'static str)>) -> Vec<(String, Protocol, &'static str)> {
    let texts = texts.into_iter();
    texts.filter_map(|(path, text)| protocol::read(text).0.map(|protocol| (path, protocol, text))).collect()
}

/// How dear a passphrase's key is made on this machine.
pub fn key_cost() -> Cost {
    Cost::chosen_here()
}

impl Clinic {
    /// A new store for a real site, with its first user and its recovery words.
    pub fn create(asked: &NewStore, now: &Now) -> Result<(Self, store::RecoveryKit)> {
        let site = Site {
            name: asked.site_name.trim().to_owned(),
            telephone: asked.telephone.trim().to_owned(),
            address: asked.address.trim().to_owned(),
            practice: false,
        };
        Self::create_with(asked, site, key_cost(), now)
    }

    /// The same with the site and the key cost given: the practice study and the tests.
    pub fn create_with(asked: &NewStore, site: Site, cost: Cost, now: &Now) -> Result<(Self, store::RecoveryKit)> {
        for (field, value) in [
            ("site_name", &site.name),
            // It stands large on every family's paper.
            ("telephone", &site.telephone),
            ("admin_login", &asked.admin_login),
            ("admin_name", &asked.admin_name),
        ] {
            if value.trim().is_empty() {
                return Err(Refusal::fix("field-empty").about(field));
            }
        }
        if !crate::role::may(asked.admin_role, crate::role::Deed::Administer) {
            return Err(Refusal::fix("first-user-must-administer").about("admin_role"));
        }
        let admin = NewUser {
            login: asked.admin_login.trim().to_owned(),
            name: asked.admin_name.trim().to_owned(),
            role: asked.admin_role,
        };
        let author = Author { login: admin.login.clone(), name: admin.name.clone(), role: admin.role };
        let made = Store::create(Path::new(&asked.path), site, admin, &asked.passphrase, cost, now.stamp.clone())?;
        let clinic = Self::around(made.store, author, &asked.language)?;
        Ok((clinic, made.kit))
    }

    /// Opens a store as one of its users.
    pub fn unlock(asked: &Unlocking, language: &str) -> Result<Self> {
        let (store, user) = Store::open(Path::new(&asked.path), asked.login.trim(), &asked.passphrase)?;
        let author = Author { login: user.login, name: user.name, role: user.role };
        Self::around(store, author, language)
    }

    /// Opens a store with the printed recovery words and gives one of its users a new passphrase.
    pub fn unlock_with_kit(asked: &KitUnlocking, cost: Cost, language: &str, now: &Now) -> Result<Self> {
        let path = Path::new(&asked.path);
        let mut store = Store::open_with_kit(path, &asked.words)?;
        let reason = wording::plain(&Words::of(language), "rekeyed-with-kit");
        let how = Rekeyed { reason, at: now.stamp.clone() };
        store.reset_passphrase(asked.login.trim(), &asked.passphrase, cost, how)?;
        drop(store);
        let unlocking =
            Unlocking { path: asked.path.clone(), login: asked.login.clone(), passphrase: asked.passphrase.clone() };
        Self::unlock(&unlocking, language)
    }

    fn around(store: Store, author: Author, language: &str) -> Result<Self> {
        let (site, protocols) = site_and_protocols(&store)?;
        let ranges = keep_reference_ranges::of_store(&store)?;
        let language = store.preference(&author.login, "language")?.unwrap_or_else(|| language.to_owned());
        let words = Words::of(&language);
        let mut clinic = Self {
            store,
            author,
            site,
            words,
            language,
            protocols,
            ranges,
            parts: HashMap::new(),
            agenda: std::cell::OnceCell::new(),
            board: std::cell::RefCell::default(),
            looking_back: None,
        };
        clinic.bring_up_to_date()?;
        Ok(clinic)
    }

    /// Rows that another program computed are computed anew: its rules may have said something else.
    fn bring_up_to_date(&mut self) -> Result<()> {
        if self.store.projected_by()?.as_deref() != Some(&refresh::edition()) {
            self.compute_anew()?;
        }
        Ok(())
    }

    /// Reads the site's facts again after one was written.
    pub(crate) fn reread_site(&mut self) -> Result<()> {
        let practice = self.site.practice;
        (self.site, self.protocols) = site_and_protocols(&self.store)?;
        // What kind of store this is was never otherwise, however little of the site was known on a past day.
        self.site.practice = practice;
        Ok(())
    }

    /// Who is at the desk, where and when.
    pub fn session(&self, now: &Now) -> Result<Session> {
        let now = &self.shown(now);
        let saved_at = self.store.last_recorded_at()?;
        let last_entry_on = match self.judging(now)? {
            Day::Judged(_) => None,
            Day::Behind { last_entry_on, .. } => Some(last_entry_on),
        };
        let minutes = self.store.preference(&self.author.login, "auto-lock-minutes")?;
        Ok(Session {
            site: self.site.name.clone(),
            path: self.store.path().display().to_string(),
            practice: self.site.practice,
            user: Person { login: self.author.login.clone(), name: self.author.name.clone(), role: self.author.role },
            today: now.today,
            language: self.language.clone(),
            auto_lock_minutes: minutes.and_then(|text| text.parse().ok()).unwrap_or(10),
            saved_at,
            clock_behind: last_entry_on.is_some(),
            last_entry_on,
            as_of: self.looking_back,
            proven_backup_at: self.store.last_proven_backup()?.map(|backup| backup.at),
        })
    }

    pub fn is_practice(&self) -> bool {
        self.site.practice
    }

    pub fn role(&self) -> Role {
        self.author.role
    }
}

fn site_and_protocols(store: &Store) -> Result<(Site, Adopted)> {
    let entries = store.entries_of_site()?;
    let (newest, _) = facts::life::heads(&entries);
    let mut site = Site::default();
    let mut protocols = Adopted::default();
    for entry in newest {
        match &entry.fact {
            Fact::Site(fact) => site = fact.clone(),
            Fact::Protocol(ProtocolAdopted { id, version, toml }) => {
                let Some(protocol) = protocol::read(toml).0 else {
                    return Err(StoreError::Damaged {
                        place: format!("protocol {id}@{version}"),
                        detail: String::new(),
                    }
                    .into());
                };
                let on = entry.recorded_at.get(..10).and_then(|day| day.parse().ok());
                protocols.add(Arc::new(protocol), on.unwrap_or(CivilDate::EPOCH));
            }
            _ => {}
        }
    }
    Ok((site, protocols))
}
