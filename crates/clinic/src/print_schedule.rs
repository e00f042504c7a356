//! The family's schedule as a PDF and as calendar entries, saved as files for the system's viewer.

use std::path::{Path, PathBuf};

use documents::calendar::CalendarEvent;
use documents::{FamilySheet, Icon, KitPage, Paper, SheetTask, SheetVisit};
use facts::SubjectId;
use followup::{Obligation, What};
use protocol::Protocol;
use words::Words;

use crate::refresh::outcome;
use crate::role::Deed;
use crate::wire::page::{PaperSize, PrintAsked, Printed};
use crate::{Clinic, Now, Refusal, Result, wording};

impl Clinic {
    /// Makes the sheet and saves it; returns where.
    pub fn print_schedule(&self, asked: &PrintAsked, now: &Now) -> Result<Printed> {
        self.need(Deed::Enter)?;
        let (sheet, language) = self.family_sheet(asked, now)?;
        let words = Words::of(&language);
        let paper = paper(asked.paper);
        let bytes = documents::family_schedule(&sheet, &words, paper)
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let name = format!("{}-{}-{}.pdf", file_part(&sheet.subject_code), language, now.today);
        let path = self.save(&asked.folder, &name, &bytes)?;
        Ok(Printed {
            path: path.display().to_string(),
            pages: documents::page_count(&bytes),
            visits: u32::try_from(sheet.visits.len()).unwrap_or(u32::MAX),
        })
    }

    /// Saves the coming visits as calendar entries with stable identifiers.
    pub fn print_calendar(&self, asked: &PrintAsked, now: &Now) -> Result<Printed> {
        self.need(Deed::Enter)?;
        let (sheet, language) = self.family_sheet(asked, now)?;
        let words = Words::of(&language);
        let sequence = self.store.entries_of(asked.subject)?.len();
        let events: Vec<CalendarEvent> = sheet
            .visits
            .iter()
            .map(|visit| documents::calendar::event(visit, &sheet, &words, u32::try_from(sequence).unwrap_or(u32::MAX)))
            .collect();
        let text = documents::calendar::calendar(&events, &now.stamp.at);
        let name = format!("{}-{}.ics", file_part(&sheet.subject_code), language);
        let path = self.save(&asked.folder, &name, text.as_bytes())?;
        Ok(Printed {
            path: path.display().to_string(),
            pages: 0,
            visits: u32::try_from(events.len()).unwrap_or(u32::MAX),
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
        let path = self.save("", &format!("recovery-kit-{}.pdf", now.today), &bytes)?;
        Ok(Printed { path: path.display().to_string(), pages: documents::page_count(&bytes), visits: 0 })
    }

    /// The sheet as data, and the language it is to be set in.
    pub fn family_sheet(&self, asked: &PrintAsked, now: &Now) -> Result<(FamilySheet, String)> {
        let life = self.life(asked.subject)?;
        let enrolment = &life.enrolment.fact;
        let protocol = self.protocol(&enrolment.protocol)?;
        let language = if asked.language.is_empty() { enrolment.language.clone() } else { asked.language.clone() };
        let obligations = outcome(&protocol, &life).obligations;
        let coming = obligations.iter().filter(|o| o.settled.is_none() && matches!(o.what, What::Visit { .. }));
        let words = Words::of(&language);
        let visits = coming.map(|o| sheet_visit(asked.subject, o, &protocol, &words, &language)).collect();
        let said = |text: &protocol::Localised| protocol::text(text, &language).to_owned();
        let identity = self.identity(asked.subject).unwrap_or_default();
        let sheet = FamilySheet {
            called: identity.called,
            subject_code: enrolment.code.clone(),
            site_name: self.site.name.clone(),
            site_telephone: self.site.telephone.clone(),
            site_address: self.site.address.clone(),
            born_on: enrolment.born_on,
            product: asked.show_product.then(|| said(&protocol.product.name)),
            visits,
            bring: said(&protocol.family.bring),
            call_if: protocol.family.call_if.iter().map(said).collect(),
            please_do_not: protocol.family.please_do_not.iter().map(said).collect(),
            moving: said(&protocol.family.moving),
            printed_on: now.today,
            printed_by: self.author.name.clone(),
            schedule_version: protocol.reference(),
            practice: self.site.practice,
        };
        Ok((sheet, language))
    }

    fn save(&self, folder: &str, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let folder = if folder.trim().is_empty() { self.folder("papers") } else { Path::new(folder.trim()).to_owned() };
        let path = folder.join(name);
        write_file(&folder, &path, bytes).map_err(|error| {
            Refusal::fix("cannot-write").about("folder").with("path", path.display()).with("detail", error.kind())
        })?;
        Ok(path)
    }
}

#[allow(clippy::disallowed_methods, reason = "papers are files: the one place of this crate that writes any")]
fn write_file(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(path, bytes)
}

fn paper(size: PaperSize) -> Paper {
    match size {
        PaperSize::A4 => Paper::A4,
        PaperSize::Letter => Paper::Letter,
    }
}

/// A subject code as part of a file name: whatever is not a letter or digit becomes a dash.
fn file_part(code: &str) -> String {
    code.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

fn sheet_visit(subject: SubjectId, o: &Obligation, protocol: &Protocol, words: &Words, language: &str) -> SheetVisit {
    let code = crate::plan_visit::visit_code(o).unwrap_or_default();
    let definition = protocol.visits.iter().find(|visit| visit.gives(code));
    let tasks = o.tasks.iter().filter_map(|task| protocol.task(task));
    // Families read one line a thing that happens, however many laboratory forms stand behind it.
    let mut shown: Vec<SheetTask> = Vec::new();
    for task in tasks {
        let text = protocol::text(&task.family, language).to_owned();
        if !text.is_empty() && !shown.iter().any(|known| known.text == text) {
            shown.push(SheetTask { icon: icon(task.icon), text });
        }
    }
    SheetVisit {
        uid: format!("{subject}-{code}@perennial"),
        label: wording::what(words, language, o, protocol),
        earliest_on: o.window.earliest_on,
        due_on: o.window.due_on,
        latest_on: o.window.latest_on,
        modes: o.modes.clone(),
        minutes: definition.and_then(|visit| visit.minutes),
        fasting: definition.is_some_and(|visit| visit.fasting),
        tasks: shown,
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
