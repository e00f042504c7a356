//! Who may do what: the one table, asked by every use case before anything else.

use facts::Role;

use crate::{Clinic, Refusal, Result};

/// What a person wants to do, as far as permission is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Read clinical facts, schedules, findings, the ledger.
    Read,
    /// See names, telephones and addresses.
    ReadIdentity,
    /// Enrol, record, declare missed, correct.
    Enter,
    /// Put on paper what may be read.
    Print,
    /// Comment on a finding or take it.
    Comment,
    /// Judge a finding: reviewed, reported, dismissed, reopened.
    Judge,
    /// Sign a record.
    Sign,
    /// Put a protocol in force.
    AdoptProtocol,
    /// Users and the clinic's details.
    Administer,
    /// Vouch for the date of the computer.
    ConfirmDate,
    /// What a laboratory calls normal: no clinical entry, and it runs the site as little as the coordinator does.
    KeepRanges,
    /// Backups and integrity checks.
    Guard,
    /// Take data out of the store.
    Export,
}

/// True when `role` may do `deed`. The investigator answers for the site and so may also run it;
/// the administrator runs it and never touches clinical facts.
pub fn may(role: Role, deed: Deed) -> bool {
    use Deed::{
        Administer, AdoptProtocol, Comment, ConfirmDate, Enter, Export, Guard, KeepRanges, Print, Read, ReadIdentity,
    };
    match role {
        Role::Coordinator => {
            matches!(deed, Read | ReadIdentity | Enter | Print | Comment | ConfirmDate | KeepRanges | Guard | Export)
        }
        Role::Investigator => true,
        Role::Monitor => matches!(deed, Read | Guard),
        Role::Administrator => {
            matches!(deed, Read | AdoptProtocol | Administer | ConfirmDate | KeepRanges | Guard | Export)
        }
    }
}

/// True of deeds that leave the record as it is, and so may be done while one looks at a past day.
fn of_readers(deed: Deed) -> bool {
    matches!(deed, Deed::Read | Deed::ReadIdentity | Deed::Print | Deed::Guard)
}

impl Clinic {
    /// Refuses the deed when the role of the person at the desk does not allow it, or the day that is shown.
    pub(crate) fn need(&self, deed: Deed) -> Result<()> {
        if !of_readers(deed) {
            self.need_present()?;
        }
        if may(self.author.role, deed) {
            return Ok(());
        }
        let role = crate::wording::role_key(self.author.role);
        Err(Refusal::not_allowed("role-may-not").with("role", self.words.say(&role, &words::Args::default())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_monitor_reads_and_writes_nothing() {
        for deed in
            [Deed::ReadIdentity, Deed::Enter, Deed::Comment, Deed::Judge, Deed::Sign, Deed::Administer, Deed::Export]
        {
            assert!(!may(Role::Monitor, deed), "{deed:?}");
        }
        assert!(may(Role::Monitor, Deed::Read));
    }

    #[test]
    fn an_administrator_makes_no_clinical_entry() {
        for deed in [Deed::Enter, Deed::Judge, Deed::Comment, Deed::Sign, Deed::ReadIdentity] {
            assert!(!may(Role::Administrator, deed), "{deed:?}");
        }
        assert!(may(Role::Administrator, Deed::Administer));
    }

    #[test]
    fn a_coordinator_does_not_judge_or_sign() {
        assert!(may(Role::Coordinator, Deed::Enter));
        for deed in [Deed::Judge, Deed::Sign, Deed::Administer, Deed::AdoptProtocol] {
            assert!(!may(Role::Coordinator, deed), "{deed:?}");
        }
    }
}
