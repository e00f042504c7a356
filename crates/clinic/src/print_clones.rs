//! The page of clones on paper, for the file and for whoever reviews it; under the code, without a name.

use documents::{CloneSheet, Marks, SheetAnswer, SheetBars, SheetClone};
use facts::SubjectId;

use crate::print_schedule::{file_part, paper};
use crate::role::Deed;
use crate::wire::clones::{ClonalityPage, CloneGroup};
use crate::wire::page::{PaperSize, Printed};
use crate::{Clinic, Now, Refusal, Result, wording};

/// Metrics in the table of samples, by their field.
const METRICS: [&str; 7] = ["unique-sites", "total", "shannon", "pielou", "uc50", "top-share", "near-50kb"];

impl Clinic {
    /// Makes the page of one group of comparable samples and saves it; returns where.
    pub fn print_clones(&self, subject: SubjectId, group: u32, size: PaperSize, now: &Now) -> Result<Printed> {
        self.need(Deed::Print)?;
        let page = self.clonality(subject, now)?;
        let group = page.groups.get(group as usize).ok_or_else(|| Refusal::fix("clones-none"))?;
        let sheet = self.clone_sheet(&page, group, self.marks(now)?, now);
        let bytes = documents::clone_sheet(&sheet, &self.words, paper(size))
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let name = format!("{}-clones-{}-{}.pdf", file_part(&page.code), self.words.tag(), self.day_in_name(now));
        let path = self.save("", &name, &bytes)?;
        Ok(Printed { path: path.display().to_string(), pages: documents::page_count(&bytes), visits: 0 })
    }

    fn clone_sheet(&self, page: &ClonalityPage, group: &CloneGroup, marks: Marks, now: &Now) -> CloneSheet {
        let day = |on: facts::CivilDate| self.words.date_short(&on.to_string());
        let said = |said: &crate::wire::clones::Said| {
            wording::plain(&self.words, &format!("clones-said-{}", wording::wire(said)))
        };
        let duty = |duty: &crate::wire::clones::CloneDuty| {
            let until = self.words.say("subjects-until", &wording::texts(&[("on", &day(duty.by))]));
            format!("{}, {until}: {}", duty.text, duty.standing_text)
        };
        let heads = METRICS.map(|key| wording::field_label(&self.words, "integration-site", key));
        let mut sample_heads = vec![wording::plain(&self.words, "clones-col-sample"), "VCN".to_owned()];
        sample_heads.extend(heads.iter().cloned());
        CloneSheet {
            subject_code: page.code.clone(),
            site_name: self.site.name.clone(),
            basis: format!("{} · {}", group.build, group.measure_text),
            answers: group
                .answers
                .iter()
                .map(|answer| SheetAnswer {
                    question: answer.question.clone(),
                    said: said(&answer.said),
                    text: answer.text.clone(),
                    clones: answer.clones.clone(),
                })
                .collect(),
            duties: page.duties.iter().map(duty).collect(),
            silences: group.silences.clone(),
            bars: group
                .plots
                .iter()
                .map(|plot| SheetBars {
                    title: plot.cell_type.clone(),
                    times: plot.days.iter().map(|on| day(*on)).collect(),
                    parts: plot.parts.iter().map(|part| (part.clone as usize + 1, part.shares.clone())).collect(),
                })
                .collect(),
            clones: group
                .clones
                .iter()
                .map(|clone| SheetClone {
                    name: clone.name.clone(),
                    watched: !clone.watched.is_empty(),
                    cells: vec![
                        clone.site.clone(),
                        clone.top_share.clone(),
                        clone.lineages.join(", "),
                        day(clone.first_on),
                        day(clone.last_on),
                    ],
                })
                .collect(),
            samples: group
                .samples
                .iter()
                .map(|sample| {
                    let value = |label: &String| {
                        let metric = sample.metrics.iter().find(|metric| metric.label == *label);
                        metric.map(|metric| metric.value.clone()).unwrap_or_default()
                    };
                    let mut row = vec![format!("{}, {}", sample.cell_type, day(sample.on)), sample.vcn.clone()];
                    row.extend(heads.iter().map(value));
                    row
                })
                .collect(),
            sample_heads,
            printed_on: now.desk_on,
            printed_by: self.author.name.clone(),
            marks,
        }
    }
}
