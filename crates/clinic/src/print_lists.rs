//! Lists on paper: the day's work with the line that accounts for everyone, and one schedule with the reason for every
//! date. Both for the file, in the language of whoever prints, under codes alone.

use documents::{ListLine, ListSection, ListSheet};
use facts::SubjectId;
use followup::Standing;

use crate::print_schedule::{file_part, paper};
use crate::role::Deed;
use crate::wire::page::{PaperSize, Printed, VisitLine};
use crate::wire::today::{Group, TallyLine, TodayAsked, TodayPage, WorkRow};
use crate::{Clinic, Now, Refusal, Result, wording};

/// Lines of work on paper; a longer list says how many it leaves out.
const MOST_LINES: u32 = 500;

impl Clinic {
    /// The list of today as it is filtered and sorted on screen, and everyone accounted for.
    pub fn print_worklist(&self, asked: &TodayAsked, size: PaperSize, now: &Now) -> Result<Printed> {
        self.need(Deed::Print)?;
        let page = self.worklist(&TodayAsked { offset: 0, limit: MOST_LINES, ..asked.clone() }, now)?;
        let left_out = page.total - u32::try_from(page.rows.len()).unwrap_or(page.total);
        let on = self.words.date_long(&page.as_of.to_string());
        let mut about = vec![self.site.name.clone(), self.accounted_text(&page.tally)];
        if left_out > 0 {
            about.push(self.counted("list-left-out", left_out));
        }
        if page.rows.is_empty() {
            let none = if page.judged { "today-none" } else { "today-none-not-judged" };
            about.push(wording::plain(&self.words, none));
        }
        let sheet = self.list(
            self.words.say("list-today-title", &wording::texts(&[("on", &on)])),
            about,
            self.work_sections(&page),
            Vec::new(),
            now,
        )?;
        self.keep_list(&sheet, &format!("today-{}-{}.pdf", self.words.tag(), self.day_in_name(now)), size)
    }

    /// Every date of one subject: what it is counted from, its window, where it stands, and which clause asks for it.
    pub fn print_reasons(&self, subject: SubjectId, size: PaperSize, now: &Now) -> Result<Printed> {
        self.need(Deed::Print)?;
        let page = self.subject(subject, now)?;
        let told = [("code", page.code.as_str()), ("protocol", &page.protocol_title)];
        let about = vec![
            [self.site.name.as_str(), &page.protocol_title, &page.protocol].join(" · "),
            format!("{} · {}", page.status_text, page.age_now),
        ];
        let lines = page.visits.iter().map(|visit| self.reasons(visit)).collect();
        let section = ListSection { title: wording::plain(&self.words, "list-dates"), lines };
        let sheet = self.list(
            self.words.say("list-reasons-title", &wording::texts(&told)),
            about,
            vec![section],
            vec![wording::plain(&self.words, "month-end-rule")],
            now,
        )?;
        let name = format!("{}-dates-{}-{}.pdf", file_part(&page.code), self.words.tag(), self.day_in_name(now));
        self.keep_list(&sheet, &name, size)
    }

    fn list(
        &self,
        title: String,
        about: Vec<String>,
        sections: Vec<ListSection>,
        closing: Vec<String>,
        now: &Now,
    ) -> Result<ListSheet> {
        let about = about.into_iter().filter(|text| !text.is_empty()).collect();
        let printed_by = self.author.name.clone();
        Ok(ListSheet { title, about, sections, closing, printed_on: now.desk_on, printed_by, marks: self.marks(now)? })
    }

    fn keep_list(&self, sheet: &ListSheet, name: &str, size: PaperSize) -> Result<Printed> {
        let bytes = documents::list_sheet(sheet, &self.words, paper(size))
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let path = self.save("", name, &bytes)?;
        let lines: usize = sheet.sections.iter().map(|section| section.lines.len()).sum();
        Ok(Printed {
            path: path.display().to_string(),
            pages: documents::page_count(&bytes),
            visits: u32::try_from(lines).unwrap_or(u32::MAX),
        })
    }

    fn counted(&self, key: &str, count: u32) -> String {
        self.words.say(key, &wording::number("count", count))
    }

    /// "40 enrolled: 31 up to date, 4 due, 2 overdue, 3 lost": no part that is nought, and always the whole.
    fn accounted_text(&self, tally: &TallyLine) -> String {
        let parts = [
            ("up-to-date", tally.up_to_date),
            ("due", tally.due),
            ("overdue", tally.overdue),
            ("not-judged", tally.not_judged),
            ("lost", tally.lost),
            ("withdrawn", tally.withdrawn),
            ("transferred", tally.transferred),
            ("deceased", tally.deceased),
            ("completed", tally.completed),
        ];
        let said = parts.into_iter().filter(|(_, count)| *count > 0);
        let said: Vec<String> =
            said.map(|(state, count)| self.counted(&format!("today-count-{state}"), count)).collect();
        let enrolled = self.counted("today-enrolled", tally.enrolled);
        format!("{enrolled} {}", said.join(&wording::plain(&self.words, "list-joint")))
    }

    /// One section a group, in the order of the list where that is by urgency.
    fn work_sections(&self, page: &TodayPage) -> Vec<ListSection> {
        let section = |group: Group| {
            let rows: Vec<&WorkRow> = page.rows.iter().filter(|row| row.group == group).collect();
            let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            (!rows.is_empty()).then(|| ListSection {
                title: self.counted(&format!("today-group-{}", wording::wire(&group)), count),
                lines: rows.into_iter().map(|row| self.work_line(row)).collect(),
            })
        };
        Group::ALL.into_iter().filter_map(section).collect()
    }

    fn work_line(&self, row: &WorkRow) -> ListLine {
        let day = |on: facts::CivilDate| self.words.date_short(&on.to_string());
        let window = [("earliest", day(row.earliest_on)), ("latest", day(row.latest_on))];
        let window: Vec<(&str, &str)> = window.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let since = [("on", day(row.earliest_on))];
        let since: Vec<(&str, &str)> = since.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let when = match (row.group, row.clock_text.is_empty()) {
            _ if matches!(row.standing, Some(Standing::Waits { .. })) => {
                self.words.say("today-since", &wording::texts(&since))
            }
            (_, false) => row.clock_text.clone(),
            (Group::Signal, _) => day(row.due_on),
            _ => self.words.say("today-window", &wording::texts(&window)),
        };
        ListLine {
            head: format!("{} · {}", row.code, row.what),
            standing: row.standing_text.clone(),
            marked: row.over || matches!(row.group, Group::Overdue | Group::Signal),
            when,
            reasons: vec![row.because.clone(), row.uncalled.clone(), row.booked.clone()],
        }
    }

    fn reasons(&self, visit: &VisitLine) -> ListLine {
        let due = self.words.date_long(&visit.due_on.to_string());
        let source = visit.citation.as_ref().map(|citation| {
            let parts = [citation.text.as_str(), &citation.confidence];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(" · ")
        });
        ListLine {
            head: visit.label.clone(),
            standing: visit.standing_text.clone(),
            marked: matches!(visit.standing, followup::Standing::Overdue { .. }),
            when: due,
            reasons: vec![
                visit.explanation.clone(),
                source.unwrap_or_default(),
                visit.tasks.join(&wording::plain(&self.words, "list-joint")),
                visit.booked.clone(),
            ],
        }
    }
}
