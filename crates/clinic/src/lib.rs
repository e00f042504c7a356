//! The use cases: may this person do this, is the input valid, what changes, and what is then shown.
//!
//! The only crate that knows both the store and the pure line. Knows nothing of windows, commands or
//! terminals, and reads no clock: each call is handed [`Now`]. One file a use case, named by its verb.

pub mod refusal;
pub mod role;
pub mod wire;

mod add_user;
mod adopt_protocol;
mod audit;
mod backup;
mod board;
mod booked;
mod calendar;
mod call_off;
mod change_course;
mod change_status;
mod chart;
mod check_form;
mod cleared;
mod clonality;
mod cohort;
mod compare_versions;
mod consent;
mod consent_page;
mod contact;
mod correct_contact;
mod correct_record;
mod correct_site;
mod course_page;
mod declare_missed;
mod draft;
mod enrol;
mod explain_date;
mod export;
mod export_appointments;
mod finding_page;
mod forecast;
mod growth_chart;
mod identity;
mod import_appointments;
mod import_sites;
mod incoming;
mod judging;
mod keep_closure;
mod keep_guardian;
mod keep_reference_ranges;
mod kits;
mod list_signals;
mod list_subjects;
mod look_back;
mod mapping;
mod open;
mod pack;
mod plan_appointment;
mod plan_schedule;
mod plan_trips;
mod plan_visit;
mod print_calendar;
mod print_call;
mod print_clones;
mod print_growth;
mod print_lists;
mod print_schedule;
mod read_table;
mod record_consent;
mod record_dosing;
mod record_visit;
mod refresh;
mod reporting;
mod review_finding;
mod review_visit;
mod study;
mod subject_page;
mod texts;
mod transfer_in;
mod transfer_out;
mod transfers;
mod undo_import;
mod wording;
mod worklist;

pub use adopt_protocol::protocol_faults;
pub use assess::EnteredForm;
pub use compare_versions::version_changes;
pub use export::Identities;
pub use facts::{Identity, RecordId, SubjectId};
pub use forecast::forecast_table;
pub use import_sites::go_on;
pub use keep_reference_ranges::text_of_file;
pub use open::{default_protocols, default_tracks, key_cost, start};
pub use plan_schedule::{PlannedLine, plan_schedule};
pub use print_schedule::forget_kit_beside;
pub use read_table::{PackedTable, Progress, ReadTable, read_table};
pub use refusal::{Kind, Refusal};

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use facts::entry::Author;
use facts::{CivilDate, Entry, Fact, Kept, Life, Moment};
use protocol::Protocol;
use store::{Along, Batch, Document, NewEntry, Stamp, Store};
use words::Words;

/// The moment of a call, read once by the shell: the civil day and the stamp of what is written.
#[derive(Clone, Debug)]
pub struct Now {
    pub today: CivilDate,
    /// The day at the desk, also while a past one is shown: what is printed was printed on it.
    pub desk_on: CivilDate,
    pub stamp: Stamp,
}

impl Now {
    /// The instant with the site's offset; a stamp that no clock wrote counts as 1970, as its day does.
    pub(crate) fn moment(&self) -> Moment {
        self.stamp.at.parse().unwrap_or(Moment::EPOCH)
    }
}

/// How far the clock of the site stands from UTC at an instant, given in seconds from 1970: the rules of the zone, which
/// the shell asks the system for.
pub type MinutesEast<'a> = &'a dyn Fn(i64) -> i32;

/// The moment from an RFC 3339 text with offset, whose first ten characters are the civil day there.
///
/// A text that no clock wrote counts as 1970, which every screen shows as a clock running behind the ledger.
pub fn now_of(rfc3339: &str, unix_millis: i64) -> Now {
    let today = rfc3339.get(..10).and_then(|day| day.parse().ok()).unwrap_or(CivilDate::EPOCH);
    Now {
        today,
        desk_on: today,
        stamp: Stamp { at: rfc3339.to_owned(), unix_millis: u64::try_from(unix_millis).unwrap_or(0) },
    }
}

/// The tag of a language the product speaks, from whatever the system calls it (`zh_CN.UTF-8`).
pub fn known_language(told: &str) -> String {
    let tag = told.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    Words::of(&tag).tag().to_owned()
}

/// An open store and the person at the desk.
pub struct Clinic {
    store: Store,
    author: Author,
    site: facts::fact::Site,
    words: Words,
    language: String,
    /// Adopted protocols by `id@version`, read once.
    protocols: texts::Adopted,
    /// What each laboratory calls normal, read once, by its name.
    ranges: Vec<Kept<keep_reference_ranges::Ranges>>,
    /// What each life adds to the cohort, as far as somebody asked; a life that is written to is read again.
    parts: HashMap<SubjectId, signals::cohort::Part>,
    /// Closures and courier, read once until the site's facts change.
    agenda: OnceCell<keep_closure::Agenda>,
    /// What Today looks at, as far as somebody looked.
    board: RefCell<Option<board::Board>>,
    /// The past day whose knowledge everything shows; `None` in the present.
    looking_back: Option<CivilDate>,
}

type Result<T> = std::result::Result<T, Refusal>;

impl Clinic {
    /// Language in which everything is worded from now on.
    pub fn speak(&mut self, language: &str) {
        self.words = Words::of(language);
        self.language = language.to_owned();
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    pub fn author(&self) -> &Author {
        &self.author
    }

    pub fn site(&self) -> &facts::fact::Site {
        &self.site
    }

    /// The protocol a subject follows.
    fn protocol(&self, reference: &str) -> Result<Arc<Protocol>> {
        self.protocols
            .get(reference)
            .cloned()
            .ok_or_else(|| Refusal::bug("protocol-of-subject").with("protocol", reference))
    }

    fn life(&self, subject: SubjectId) -> Result<Life> {
        let entries = self.store.entries_of(subject)?;
        self.life_in(subject, &entries)
    }

    fn life_in(&self, subject: SubjectId, entries: &[Entry]) -> Result<Life> {
        Life::of(subject, entries).ok_or_else(|| Refusal::fix("no-such-subject").about("subject"))
    }

    /// A fact of the person at the desk, as a new record.
    fn new_entry(&self, fact: Fact, now: &Now) -> NewEntry {
        NewEntry {
            record: None,
            supersedes: None,
            author: self.author.clone(),
            at: now.stamp.clone(),
            reason: None,
            taken: None,
            fact,
        }
    }

    /// The only way a subject's facts are written: ledger and that subject's projections in one transaction.
    fn write(&mut self, subject: SubjectId, new: Vec<NewEntry>) -> Result<Vec<Entry>> {
        self.write_along(subject, new, &Along::default())
    }

    fn write_along(&mut self, subject: SubjectId, new: Vec<NewEntry>, along: &Along) -> Result<Vec<Entry>> {
        self.need_present()?;
        self.parts.remove(&subject);
        let (protocols, mut rows) = (&self.protocols, None);
        let mut board = self.board.take();
        let refresh = |entries: &[Entry]| {
            let made = refresh::rows(subject, entries, protocols);
            if board.is_some() {
                rows.clone_from(&made);
            }
            made
        };
        let kept = self.store.append_along(Some(subject), new, along, refresh)?;
        // A person that cannot be read leaves no board: the next look reads everybody, and says so.
        if board.as_mut().is_some_and(|board| board.put(subject, rows).is_ok()) {
            self.board.replace(board);
        }
        Ok(kept)
    }

    /// The same for several subjects, with the documents that their facts name; `None` when it was broken off.
    fn write_documents(
        &mut self,
        documents: &[Document],
        batches: Vec<Batch>,
        go_on: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<Option<Vec<Entry>>> {
        let protocols = self.protocols.clone();
        self.write_by(&protocols, documents, batches, go_on)
    }

    /// The same by texts that the batches put in force themselves.
    fn write_by(
        &mut self,
        protocols: &texts::Adopted,
        documents: &[Document],
        batches: Vec<Batch>,
        go_on: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<Option<Vec<Entry>>> {
        self.need_present()?;
        for subject in batches.iter().filter_map(|batch| batch.subject) {
            self.parts.remove(&subject);
        }
        self.board.take();
        let refresh = |subject, entries: &[Entry]| refresh::rows(subject, entries, protocols);
        Ok(self.store.append_with_documents(documents, batches, go_on, refresh)?)
    }

    /// The same for facts of the site, which have no projections.
    fn write_site(&mut self, new: Vec<NewEntry>) -> Result<Vec<Entry>> {
        self.need_present()?;
        self.parts.clear();
        self.agenda = OnceCell::new();
        self.board.take();
        Ok(self.store.append(None, new, |_| None)?)
    }
}
