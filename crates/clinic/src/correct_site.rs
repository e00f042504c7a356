//! What the clinic is called and how it is reached: the head of every paper.

use facts::Fact;
use facts::fact::Site;
use store::NewEntry;

use crate::role::Deed;
use crate::wire::settings::SiteForm;
use crate::{Clinic, Now, Refusal, Result};

impl Clinic {
    /// The details as they stand, for the form that changes them.
    pub fn site_details(&self) -> Result<SiteForm> {
        self.need(Deed::Read)?;
        let Site { name, telephone, address, .. } = self.site.clone();
        Ok(SiteForm { name, telephone, address, because: String::new() })
    }

    /// A new version of the site's details, with its reason.
    pub fn correct_site(&mut self, form: &SiteForm, now: &Now) -> Result<()> {
        self.need(Deed::Administer)?;
        for (field, value) in [("name", &form.name), ("telephone", &form.telephone), ("because", &form.because)] {
            if value.trim().is_empty() {
                return Err(Refusal::fix("field-empty").about(field));
            }
        }
        let site = Site {
            name: form.name.trim().to_owned(),
            telephone: form.telephone.trim().to_owned(),
            address: form.address.trim().to_owned(),
            practice: self.site.practice,
        };
        if site == self.site {
            return Err(Refusal::fix("site-unchanged"));
        }
        let entries = self.store.entries_of_site()?;
        let (newest, _) = facts::life::heads(&entries);
        let before = newest.iter().find(|entry| matches!(entry.fact, Fact::Site(_)));
        let entry = NewEntry {
            record: before.map(|entry| entry.record),
            supersedes: before.map(|entry| entry.id),
            reason: Some(form.because.trim().to_owned()),
            ..self.new_entry(Fact::Site(site), now)
        };
        self.write_site(vec![entry])?;
        self.reread_site()
    }
}
