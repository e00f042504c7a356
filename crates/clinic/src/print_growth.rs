//! One child's centile chart as a PDF.

use documents::{GrowthCurve, GrowthRow, GrowthSheet};
use words::Words;

use crate::growth_chart::growth_chart;
use crate::print_schedule::{file_part, paper};
use crate::role::Deed;
use crate::wire::growth::{Across, GrowthChart, GrowthPoint, GrowthPrintAsked, Spot};
use crate::wire::page::Printed;
use crate::{Clinic, Now, Refusal, Result, wording};

impl Clinic {
    /// Makes the page and saves it; returns where.
    pub fn print_growth(&self, asked: &GrowthPrintAsked, now: &Now) -> Result<Printed> {
        self.need(Deed::Print)?;
        let subject = asked.chart.subject.ok_or_else(|| Refusal::fix("field-empty").about("subject"))?;
        let life = self.life(subject)?;
        let enrolment = &life.enrolment.fact;
        let language = if asked.language.is_empty() { &enrolment.language } else { &asked.language };
        let words = Words::of(language);
        let protocol = self.protocol(life.protocol())?;
        let chart = growth_chart(&words, &life, &protocol, &asked.chart, now)?;
        let index = chart.index.clone();
        let sheet = GrowthSheet {
            called: self.name_on_paper(subject)?.called,
            subject_code: enrolment.code.clone(),
            site_name: self.site.name.clone(),
            site_telephone: self.site.telephone.clone(),
            born_on: enrolment.born_on,
            sex: wording::sex(&words, enrolment.sex),
            printed_on: now.desk_on,
            printed_by: self.author.name.clone(),
            marks: self.marks(now)?,
            ..sheet(&words, chart)
        };
        let bytes = documents::growth_sheet(&sheet, &words, paper(asked.paper))
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let name = format!("{}-{index}-{language}-{}.pdf", file_part(&sheet.subject_code), self.day_in_name(now));
        let path = self.save(&asked.folder, &name, &bytes)?;
        Ok(Printed { path: path.display().to_string(), pages: documents::page_count(&bytes), visits: 0 })
    }
}

/// What the chart says; whose it is stands beside it.
fn sheet(words: &Words, chart: GrowthChart) -> GrowthSheet {
    let spots = |spots: &[Spot]| spots.iter().map(|spot| (spot.x, spot.y)).collect();
    let curve =
        |curve: &crate::wire::growth::Curve| GrowthCurve { label: curve.label.clone(), spots: spots(&curve.spots) };
    GrowthSheet {
        called: String::new(),
        subject_code: String::new(),
        site_name: String::new(),
        site_telephone: String::new(),
        born_on: facts::CivilDate::EPOCH,
        sex: String::new(),
        index: chart.title,
        unit: chart.unit,
        by_age: chart.across == Across::Age,
        from: chart.from,
        to: chart.to,
        curves: chart.curves.iter().map(curve).collect(),
        rows: chart.points.iter().map(|point| row(words, point)).collect(),
        target: chart.target.map(|target| target.text).unwrap_or_default(),
        sources: chart.sources,
        ends: chart.ends,
        printed_on: facts::CivilDate::EPOCH,
        printed_by: String::new(),
        marks: documents::Marks::default(),
    }
}

fn row(words: &Words, point: &GrowthPoint) -> GrowthRow {
    let change = [point.velocity.as_str(), &point.crossed].into_iter().filter(|part| !part.is_empty());
    // The score by which the child is judged, at the corrected age while there is one.
    let z = if point.z_corrected.is_empty() { &point.z } else { &point.z_corrected };
    GrowthRow {
        spot: (point.spot.x, point.spot.y),
        corrected: point.corrected.map(|spot| (spot.x, spot.y)),
        on: words.date_short(&point.on.to_string()),
        age: point.age.clone(),
        corrected_age: point.corrected_age.clone(),
        value: point.value.clone(),
        z: z.clone(),
        centile: point.centile.clone(),
        change: change.collect::<Vec<_>>().join(&wording::plain(words, "list-joint")),
    }
}
