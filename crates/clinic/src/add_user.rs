//! The people who may open the store, their passphrases, and the preferences of the one at the desk.

use facts::Role;
use store::{Cost, NewUser, Rekeyed};

use crate::role::{Deed, may};
use crate::wire::settings::{NewUserForm, PassphraseForm, UserLine};
use crate::{Clinic, Now, Refusal, Result, wording};

/// Minutes without a key or the mouse after which the store locks; a choice of the person, in these bounds.
const LOCK_MINUTES: std::ops::RangeInclusive<u32> = 1..=60;

impl Clinic {
    pub fn users(&self) -> Result<Vec<UserLine>> {
        self.need(Deed::Read)?;
        let users = self.store.users()?.into_iter();
        Ok(users
            .map(|user| UserLine {
                role_text: wording::role(&self.words, user.role),
                login: user.login,
                name: user.name,
                role: user.role,
                active: user.active,
            })
            .collect())
    }

    pub fn add_user(&mut self, form: &NewUserForm, cost: Cost, now: &Now) -> Result<()> {
        self.need(Deed::Administer)?;
        for (field, value) in [("login", &form.login), ("name", &form.name)] {
            if value.trim().is_empty() {
                return Err(Refusal::fix("field-empty").about(field));
            }
        }
        let user = NewUser { login: form.login.trim().to_owned(), name: form.name.trim().to_owned(), role: form.role };
        Ok(self.store.add_user(user, &form.passphrase, cost, self.author.clone(), now.stamp.clone())?)
    }

    /// Takes a person's key away; what they wrote stays theirs. The last who can administer stays.
    pub fn retire_user(&mut self, login: &str, now: &Now) -> Result<()> {
        self.need(Deed::Administer)?;
        let keeps = |role: Role| may(role, Deed::Administer);
        let left =
            self.store.users()?.into_iter().filter(|user| user.active && user.login != login && keeps(user.role));
        if left.count() == 0 {
            return Err(Refusal::fix("store-last-administrator").about("login"));
        }
        Ok(self.store.retire_user(login, self.author.clone(), now.stamp.clone())?)
    }

    pub fn change_passphrase(&mut self, form: &PassphraseForm, cost: Cost, now: &Now) -> Result<()> {
        self.need_present()?;
        let how = Rekeyed { reason: wording::plain(&self.words, "rekeyed-by-owner"), at: now.stamp.clone() };
        Ok(self.store.change_passphrase(&self.author.login, &form.old, &form.new, cost, how)?)
    }

    pub fn set_language(&mut self, language: &str) -> Result<()> {
        if !words::Words::languages().iter().any(|known| known.tag == language) {
            return Err(Refusal::fix("no-such-language").about("language").with("value", language));
        }
        self.store.set_preference(&self.author.login, "language", language)?;
        self.speak(language);
        Ok(())
    }

    pub fn set_auto_lock(&mut self, minutes: u32) -> Result<()> {
        if !LOCK_MINUTES.contains(&minutes) {
            return Err(Refusal::fix("lock-minutes-range")
                .about("minutes")
                .with("value", minutes)
                .with("low", LOCK_MINUTES.start())
                .with("high", LOCK_MINUTES.end()));
        }
        Ok(self.store.set_preference(&self.author.login, "auto-lock-minutes", &minutes.to_string())?)
    }
}
