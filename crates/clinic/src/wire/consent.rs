//! What was agreed to, what is asked and who may decide: the page of one person's consent, and the form of a guardian.

use facts::{CivilDate, ConsentKind, GuardianId, RecordId, Relation, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::course::WithdrawalLine;
use super::page::VisitLine;

/// Something that was signed, or explained and declined.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SignedLine {
    pub record: RecordId,
    /// Which version of the record this is.
    pub revision: u32,
    pub kind: ConsentKind,
    pub form: String,
    pub label: String,
    pub version: String,
    pub on: CivilDate,
    pub relation: Option<Relation>,
    pub guardian: Option<GuardianId>,
    pub language: String,
    pub copy_given: bool,
    pub witness: bool,
    pub interpreter: bool,
    pub declined: bool,
    /// "Main consent, version 2.0: signed 3 May 2026 (mother)".
    pub text: String,
    /// Copy, witness, interpreter, language of the paper, as far as they are known.
    pub about: String,
    /// A record of its own, which can be corrected here; else the day stands in another record.
    pub own: bool,
}

/// How something that is asked is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum AskedAct {
    /// By a signature, or an answer of no.
    Sign,
    /// By saying what becomes of samples, in the record of what was withdrawn.
    Samples,
    /// By naming who decides for the child.
    Guardian,
}

/// Something to be signed or decided, with what is known of it already.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AskedLine {
    pub line: VisitLine,
    pub act: AskedAct,
    /// The record in which it is settled, where that exists already.
    pub of: Option<RecordId>,
    pub kind: ConsentKind,
    /// Empty where the protocol has no form for it.
    pub form: String,
    pub label: String,
    /// In force now; empty where the protocol does not tell.
    pub version: String,
    pub relation: Option<Relation>,
    pub guardian: Option<GuardianId>,
}

/// A form that may be signed, with its versions in the order in which they came into force.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FormLine {
    pub code: String,
    pub kind: ConsentKind,
    pub label: String,
    pub versions: Vec<String>,
    /// In force on the day that is shown.
    pub now: String,
    pub by_subject: bool,
    pub by_guardians: bool,
}

/// Who may decide for the child on which days; who that is stands in the sealed identity.
#[derive(Clone, Debug, Serialize, Type)]
pub struct GuardianLine {
    pub guardian: GuardianId,
    pub relation: Relation,
    pub relation_text: String,
    pub from_on: Option<CivilDate>,
    pub until_on: Option<CivilDate>,
    pub holds: bool,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ConsentPage {
    /// The consent to take part that holds today.
    pub holds: Option<SignedLine>,
    /// The newest answer to each other form.
    pub beside: Vec<SignedLine>,
    /// Open now or within the months that the worklist looks ahead, most urgent first.
    pub asked: Vec<AskedLine>,
    /// Asked later on.
    pub later: Vec<VisitLine>,
    /// Newest first.
    pub signed: Vec<SignedLine>,
    pub withdrawals: Vec<WithdrawalLine>,
    pub forms: Vec<FormLine>,
    pub guardians: Vec<GuardianLine>,
    pub of_age: bool,
    /// Language of the family, for the paper.
    pub language: String,
}

/// Somebody who decides for the child or lives with it; days as typed (ISO).
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct GuardianForm {
    pub subject: SubjectId,
    /// The one that is corrected or ended; `None` = somebody new.
    pub guardian: Option<GuardianId>,
    pub relation: Relation,
    pub name: String,
    pub telephone: String,
    pub email: String,
    pub address: String,
    /// Empty = from birth.
    pub from_on: String,
    /// Last day; empty while it goes on.
    pub until_on: String,
    pub lives_with: bool,
    pub may_decide: bool,
    /// Required for a correction and for the end.
    pub because: String,
}
