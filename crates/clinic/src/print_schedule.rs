//! The family's schedule as a PDF, saved as a file for the system's viewer. As calendar entries it is `print_calendar`'s.

use std::path::{Path, PathBuf};

use documents::{FamilySheet, Icon, KitPage, Paper, SheetTask, SheetVisit};
use facts::SubjectId;
use followup::{Obligation, What};
use protocol::Protocol;
use words::Words;

use crate::print_calendar::visit_uid;
use crate::refresh::outcome;
use crate::role::Deed;
use crate::wire::page::{PaperSize, PrintAsked, Printed};
use crate::{Clinic, Now, Refusal, Result, cleared, wording};

/// Where the kit's page lies while it is being printed.
const KIT_FOLDER: &str = "recovery-kit";

impl Clinic {
    /// Makes the sheet and saves it; returns where.
    pub fn print_schedule(&self, asked: &PrintAsked, now: &Now) -> Result<Printed> {
        self.need(Deed::Print)?;
        let (sheet, language) = self.family_sheet(asked, now)?;
        let words = Words::of(&language);
        let paper = paper(asked.paper);
        let bytes = documents::family_schedule(&sheet, &words, paper)
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let name = format!("{}-{}-{}.pdf", file_part(&sheet.subject_code), language, self.day_in_name(now));
        let path = self.save(&asked.folder, &name, &bytes)?;
        Ok(Printed {
            path: path.display().to_string(),
            pages: documents::page_count(&bytes),
            visits: u32::try_from(sheet.visits.len()).unwrap_or(u32::MAX),
        })
    }

    /// The recovery kit of a store just made.
    pub fn print_kit(&self, kit: &store::RecoveryKit, now: &Now) -> Result<Printed> {
        let page = KitPage {
            words: kit.words.clone(),
            qr_text: kit.qr_text(),
            site_name: self.site.name.clone(),
            created_on: now.today,
            store_id: kit.store_id.clone(),
            practice: self.site.practice,
        };
        let bytes = documents::recovery_kit(&page, &self.words, Paper::A4)
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let path = self.save(&self.folder(KIT_FOLDER).display().to_string(), "recovery-kit.pdf", &bytes)?;
        Ok(Printed { path: path.display().to_string(), pages: documents::page_count(&bytes), visits: 0 })
    }

    /// Takes the kit's page off the disk, where it opens the store for whoever finds it.
    pub fn forget_kit(&self) -> Result<()> {
        forget_kit_beside(self.store.path())
    }

    /// The sheet as data, and the language it is to be set in.
    pub(crate) fn family_sheet(&self, asked: &PrintAsked, now: &Now) -> Result<(FamilySheet, String)> {
        let life = self.life(asked.subject)?;
        let day = self.judging(now)?;
        let status = life.status_on(day.latest());
        if !status.is_followed() {
            let status = wording::status(&self.words, status);
            return Err(Refusal::fix("no-schedule-for-status").about("subject").with("status", status));
        }
        let enrolment = &life.enrolment.fact;
        let texts = self.texts(&life)?;
        let protocol = texts.current();
        let language = if asked.language.is_empty() { enrolment.language.clone() } else { asked.language.clone() };
        let obligations = outcome(&texts, &life).obligations;
        let owed = obligations.iter().filter(|o| o.settled.is_none() && matches!(o.what, What::Visit { .. }));
        let (coming, late): (Vec<&Obligation>, Vec<&Obligation>) =
            owed.partition(|o| !followup::passed(&o.window, day));
        let words = Words::of(&language);
        let mut visits: Vec<SheetVisit> =
            coming.into_iter().map(|o| sheet_visit(asked.subject, o, texts.demands(o), &words, &language)).collect();
        let mut late: Vec<String> =
            late.into_iter().map(|o| wording::what(&words, &language, o, texts.demands(o))).collect();
        let to_sign = obligations.iter().filter(|o| o.settled.is_none() && matches!(o.what, What::Consent { .. }));
        for o in to_sign {
            let said = Signing { subject: asked.subject, o, passed: followup::passed(&o.window, day) };
            late.extend(said.beside(&mut visits, texts.demands(o), &words, &language));
        }
        let said = |text: &protocol::Localised| protocol::text(text, &language).to_owned();
        let followed = cleared::followed(&life, &protocol, &obligations);
        let (precautions, may_again) = cleared::family_words(&language, &life, &protocol, &followed);
        let identity = self.name_on_paper(asked.subject)?;
        let sheet = FamilySheet {
            called: identity.called,
            subject_code: enrolment.code.clone(),
            site_name: self.site.name.clone(),
            site_telephone: self.site.telephone.clone(),
            site_address: self.site.address.clone(),
            born_on: enrolment.born_on,
            product: asked.show_product.then(|| said(&protocol.product.name)),
            visits,
            late,
            bring: said(&protocol.family.bring),
            call_if: protocol.family.call_if.iter().map(said).collect(),
            please_do_not: protocol.family.please_do_not.iter().map(said).collect(),
            precautions,
            may_again,
            moving: said(&protocol.family.moving),
            printed_on: now.desk_on,
            printed_by: self.author.name.clone(),
            // The version alone: the protocol's name tells what was given.
            schedule_version: protocol.version.clone(),
            marks: self.marks(now)?,
        };
        Ok((sheet, language))
    }

    /// Someone who was erased keeps a schedule, under the code alone. Any other failure is told.
    pub(crate) fn name_on_paper(&self, subject: SubjectId) -> Result<facts::Identity> {
        match self.identity(subject) {
            Err(refusal) if refusal.code == "store-identity-erased" => Ok(facts::Identity::default()),
            identity => identity,
        }
    }

    pub(crate) fn save(&self, folder: &str, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let folder = self.paper_folder(folder);
        let path = folder.join(name);
        write_file(&folder, &path, bytes).map_err(|error| {
            Refusal::fix("cannot-write").about("folder").with("path", path.display()).with("detail", error.kind())
        })?;
        Ok(path)
    }

    /// Takes away what an earlier call of `save` left under this name, where it did.
    pub(crate) fn unsave(&self, folder: &str, name: &str) -> Result<()> {
        let path = self.paper_folder(folder).join(name);
        remove_file(&path)
            .map_err(|error| Refusal::fix("cannot-remove").with("path", path.display()).with("detail", error.kind()))
    }

    fn paper_folder(&self, folder: &str) -> PathBuf {
        if folder.trim().is_empty() { self.folder("papers") } else { Path::new(folder.trim()).to_owned() }
    }
}

/// The same before anybody unlocked: a kit whose print was cut short does not stay until the next one.
pub fn forget_kit_beside(store: &Path) -> Result<()> {
    let folder = store.parent().unwrap_or_else(|| Path::new(".")).join(KIT_FOLDER);
    remove_folder(&folder)
        .map_err(|error| Refusal::fix("cannot-remove").with("path", folder.display()).with("detail", error.kind()))
}

/// Overwritten before it is removed. A solid-state disk may keep a copy all the same: docs/decisions/002.
#[allow(clippy::disallowed_methods, reason = "papers are files: the one place of this crate that writes any")]
fn remove_folder(folder: &Path) -> std::io::Result<()> {
    let items = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        items => items?,
    };
    for item in items {
        let path = item?.path();
        let length = usize::try_from(std::fs::metadata(&path)?.len()).unwrap_or(0);
        std::fs::write(&path, vec![0; length])?;
        std::fs::remove_file(&path)?;
    }
    std::fs::remove_dir(folder)
}

#[allow(clippy::disallowed_methods, reason = "papers are files: the one place of this crate that writes any")]
fn write_file(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(path, bytes)
}

pub(crate) fn paper(size: PaperSize) -> Paper {
    match size {
        PaperSize::A4 => Paper::A4,
        PaperSize::Letter => Paper::Letter,
    }
}

#[allow(clippy::disallowed_methods, reason = "papers are files: the one place of this crate that writes any")]
fn remove_file(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// A subject code as part of a file name: whatever is not a letter or digit becomes a dash.
pub(crate) fn file_part(code: &str) -> String {
    code.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

fn sheet_visit(subject: SubjectId, o: &Obligation, protocol: &Protocol, words: &Words, language: &str) -> SheetVisit {
    let code = crate::plan_visit::visit_code(o).unwrap_or_default();
    let definition = o.row(protocol);
    let tasks = o.tasks.iter().filter_map(|task| protocol.task(followup::plain(task, protocol)));
    // Families read one line a thing that happens, however many laboratory forms stand behind it.
    let mut shown: Vec<SheetTask> = Vec::new();
    for task in tasks {
        let text = protocol::text(&task.family, language).to_owned();
        if !text.is_empty() && !shown.iter().any(|known| known.text == text) {
            shown.push(SheetTask { icon: icon(task.icon), text });
        }
    }
    let (counted, counted_from) = wording::for_family(words, language, o, protocol);
    SheetVisit {
        uid: visit_uid(subject, code),
        label: wording::what(words, language, o, protocol),
        earliest_on: o.window.earliest_on,
        due_on: o.window.due_on,
        latest_on: o.window.latest_on,
        counted,
        counted_from,
        modes: o.modes.to_vec(),
        minutes: definition.and_then(|visit| visit.minutes),
        fasting: definition.is_some_and(|visit| visit.fasting),
        tasks: shown,
    }
}

/// A form that is to be signed.
struct Signing<'a> {
    subject: SubjectId,
    o: &'a Obligation,
    passed: bool,
}

impl Signing<'_> {
    /// Named among what is done at the first visit at which it can be signed, where the sheet shows what is done there,
    /// else by itself. What should have been signed already and meets no visit is told as late.
    fn beside(
        &self,
        visits: &mut Vec<SheetVisit>,
        protocol: &Protocol,
        words: &Words,
        language: &str,
    ) -> Option<String> {
        let window = &self.o.window;
        let text = wording::family_text(language, self.o, protocol)?;
        let task = SheetTask { icon: Icon::Talk, text };
        let fits = |visit: &&mut SheetVisit| {
            let meets = visit.latest_on >= window.earliest_on && visit.earliest_on <= window.latest_on;
            meets || (self.passed && visit.latest_on >= window.earliest_on)
        };
        if let Some(visit) = visits.iter_mut().take(documents::SHOWN_LARGE).find(fits) {
            if !visit.tasks.contains(&task) {
                visit.tasks.push(task);
            }
            return None;
        }
        let label = wording::what(words, language, self.o, protocol);
        if self.passed {
            return Some(label);
        }
        let (counted, counted_from) = wording::for_family(words, language, self.o, protocol);
        let sheet = SheetVisit {
            uid: format!("{}-{}@perennial", self.subject, self.o.key),
            label,
            earliest_on: window.earliest_on,
            due_on: window.due_on,
            latest_on: window.latest_on,
            counted,
            counted_from,
            modes: Vec::new(),
            minutes: None,
            fasting: false,
            tasks: vec![task],
        };
        let place = visits.partition_point(|visit| visit.due_on <= sheet.due_on);
        visits.insert(place, sheet);
        None
    }
}

fn icon(icon: protocol::Icon) -> Icon {
    match icon {
        protocol::Icon::Blood => Icon::Blood,
        protocol::Icon::Urine => Icon::Urine,
        protocol::Icon::Body => Icon::Body,
        protocol::Icon::Talk => Icon::Talk,
        protocol::Icon::Growth => Icon::Growth,
        protocol::Icon::Scan => Icon::Scan,
        protocol::Icon::Sample => Icon::Sample,
        protocol::Icon::Question => Icon::Question,
    }
}
