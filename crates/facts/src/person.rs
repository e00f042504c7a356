//! Sex as recorded for reference tables, and the identity that is kept apart from clinical facts.

use serde::{Deserialize, Serialize};

use crate::consent::{Guardianship, Relation};
use crate::date::civil::CivilDate;
use crate::id::GuardianId;

/// CDISC SDTM controlled terminology SEX (C66731): F, M, U, UNDIFFERENTIATED.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    Female,
    Male,
    Undifferentiated,
    Unknown,
}

/// Who the subject is and how to reach the family. Only ever stored sealed under the subject's own key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Identity {
    pub name: String,
    /// What the family wants on paper (first name, initials, a pet name); may be empty.
    pub called: String,
    pub contacts: Vec<Contact>,
    pub note: String,
    /// Who decides for a child or did, those whose days are over among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[specta(optional)]
    pub guardians: Vec<Guardian>,
}

impl Identity {
    /// Whom letters go to and who is asked on a day: of those whose day it is, first whoever may decide, then whoever
    /// lives with the child.
    pub fn guardian_on(&self, on: CivilDate) -> Option<&Guardian> {
        let there = self.guardians.iter().filter(|guardian| guardian.holds_on(on));
        // The first of equals: the order in which a person wrote them down.
        there.min_by_key(|guardian| (!guardian.may_decide, !guardian.lives_with))
    }
}

/// Somebody who decides for a child, or lives with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Guardian {
    pub id: GuardianId,
    pub relation: Relation,
    pub name: String,
    pub telephone: String,
    pub email: String,
    pub address: String,
    /// `None` = from birth.
    pub from_on: Option<CivilDate>,
    /// Last day; `None` while it goes on.
    pub until_on: Option<CivilDate>,
    pub lives_with: bool,
    pub may_decide: bool,
}

impl Guardian {
    /// What of it stands in the clear: neither name nor telephone.
    pub fn guardianship(&self) -> Guardianship {
        let Self { id: guardian, relation, from_on, until_on, .. } = *self;
        Guardianship { guardian, relation, from_on, until_on }
    }

    pub fn holds_on(&self, on: CivilDate) -> bool {
        self.guardianship().holds_on(on)
    }
}

/// One way to reach someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Contact {
    /// Mother, grandfather, the subject, general practitioner …, in the family's words.
    pub who: String,
    pub telephone: String,
    pub email: String,
    pub address: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn guardian(id: u128, name: &str, days: [&str; 2]) -> Guardian {
        let day = |text: &str| text.parse().ok();
        Guardian {
            id: GuardianId(Uuid::from_u128(id)),
            relation: Relation::Mother,
            name: name.into(),
            telephone: String::new(),
            email: String::new(),
            address: String::new(),
            from_on: day(days[0]),
            until_on: day(days[1]),
            lives_with: false,
            may_decide: true,
        }
    }

    #[test]
    fn an_identity_sealed_before_there_were_guardians_still_reads() {
        let old = r#"{"name":"Li","called":"Xiao","contacts":[],"note":""}"#;
        let read: Identity = serde_json::from_str(old).unwrap();
        assert!(read.guardians.is_empty() && read.name == "Li");
        assert_eq!(serde_json::to_string(&read).unwrap(), old, "and says nothing new when nothing was told");
    }

    #[test]
    fn whoever_decides_on_the_day_is_asked_and_of_two_the_one_whom_the_child_lives_with() {
        let aunt = Guardian { lives_with: true, ..guardian(3, "aunt", ["2030-05-01", ""]) };
        let neighbour = Guardian { may_decide: false, lives_with: true, ..guardian(4, "neighbour", ["", ""]) };
        let identity = Identity {
            guardians: vec![
                neighbour,
                guardian(1, "mother", ["", "2030-04-30"]),
                guardian(2, "father", ["", ""]),
                aunt,
            ],
            ..Identity::default()
        };
        let on = |day: &str| identity.guardian_on(day.parse().unwrap()).unwrap().name.as_str();
        assert_eq!([on("2030-04-30"), on("2030-05-01")], ["mother", "aunt"]);
        assert!(Identity::default().guardian_on("2030-01-01".parse().unwrap()).is_none());
    }
}
