//! What was agreed to and by whom: a signed form in its version, and who may sign for a child.
//!
//! Never a name: whoever signs for a child is told by the relation and by a reference that means nothing without the
//! sealed identity. Does not know which forms a study has nor who must sign what by when: `protocol` and `followup`.

use serde::{Deserialize, Serialize};

use crate::date::civil::CivilDate;
use crate::fact::GivenBy;
use crate::id::GuardianId;

/// What kind of agreement a form asks for. Assent is the child's own, beside the consent of whoever decides (ICH E11(R1),
/// 45 CFR 46.408); what is optional can be declined by those who take part (ICH E6(R3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentKind {
    Consent,
    Assent,
    Optional,
}

/// A form that was signed, or that was explained and declined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub kind: ConsentKind,
    /// Code of the protocol's form; empty where the protocol names none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub form: String,
    /// Version that stands on the paper.
    pub version: String,
    pub on: CivilDate,
    pub by: GivenBy,
    /// What whoever signed for a child is to it; `None` for the subject's own signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// Who signed, in the sealed identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guardian: Option<GuardianId>,
    /// BCP 47 tag of the paper.
    #[serde(default)]
    pub language: String,
    /// A copy was handed to whoever signed.
    #[serde(default)]
    pub copy_given: bool,
    #[serde(default)]
    pub witness: bool,
    #[serde(default)]
    pub interpreter: bool,
    /// It was explained, and the answer was no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub declined: bool,
}

/// What somebody is to the child, after the HL7 v3 roles of persons (MTH, FTH, PRNADOPT, GRPRN, SIB, PRNFOST, GUARD);
/// an institution decides where a court has said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    #[default]
    Mother,
    Father,
    AdoptiveParent,
    Grandparent,
    Sibling,
    FosterParent,
    LegalGuardian,
    Institution,
    OtherRelative,
}

impl Relation {
    /// Whose consent a signature of this person is.
    pub fn given_by(self) -> GivenBy {
        match self {
            Self::Mother | Self::Father | Self::AdoptiveParent => GivenBy::Parent,
            Self::Grandparent
            | Self::Sibling
            | Self::FosterParent
            | Self::LegalGuardian
            | Self::Institution
            | Self::OtherRelative => GivenBy::Guardian,
        }
    }
}

/// On which days somebody may decide for the child: as much of the sealed list of guardians as dates can be computed
/// from. Written together with that list, never by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardianship {
    pub guardian: GuardianId,
    pub relation: Relation,
    /// `None` = from birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_on: Option<CivilDate>,
    /// Last day; `None` while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<CivilDate>,
}

impl Guardianship {
    pub fn holds_on(&self, on: CivilDate) -> bool {
        self.from_on.is_none_or(|from| from <= on) && self.until_on.is_none_or(|until| on <= until)
    }
}
