//! The work ahead, month by month for fifteen years: as a page, and as a table for whoever plans staff and money.

use std::collections::BTreeMap;

use followup::{Expected, Forecast, MONTHS_AHEAD, MonthAhead};

use crate::booked::{Contact, contact};
use crate::role::Deed;
use crate::wire::calendar::{CostLine, ForecastPage, MonthAheadLine, TaskAheadLine};
use crate::wire::settings::Exported;
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    /// What is owed, counted by month; dates and tasks as the facts tell today.
    pub fn forecast(&self, now: &Now) -> Result<ForecastPage> {
        self.need(Deed::Read)?;
        let mut forecast = Forecast::from(now.today, MONTHS_AHEAD);
        for row in self.store.expected_by_month()? {
            let visit = match contact(&row.key) {
                Some(Contact::Visit(code)) => Some(code),
                Some(Contact::Test(_)) => None,
                None => continue,
            };
            let text = self.text_of_code(&row.protocol, visit.unwrap_or_default());
            let Some(protocol) = text else { continue };
            let own = |code| followup::plain(code, protocol);
            let tasks = row.tasks.split(' ').filter(|task| !task.is_empty()).map(own).collect();
            let visit = visit.map(own);
            forecast.add(protocol, &Expected { due_on: row.month_on, visit, tasks, count: row.count });
        }
        let tasks = || self.protocols.values().flat_map(|protocol| &protocol.tasks);
        Ok(ForecastPage {
            as_of: now.today,
            beyond: forecast.beyond,
            months: forecast.months.iter().map(|month| self.month_line(month)).collect(),
            has_task_minutes: tasks().any(|task| task.minutes.is_some()),
            has_prices: tasks().any(|task| task.price.is_some()),
        })
    }

    /// The same as a table (CSV, RFC 4180), a row each month, a column each task.
    pub fn export_forecast(&self, folder: &str, now: &Now) -> Result<Exported> {
        self.need(Deed::Export)?;
        let page = self.forecast(now)?;
        let text = forecast_table(&page);
        let path = self.save(folder, &format!("forecast-{}.csv", now.today), text.as_bytes())?;
        let lines = u32::try_from(page.months.len()).unwrap_or(u32::MAX);
        Ok(Exported { path: path.display().to_string(), lines })
    }

    fn month_line(&self, month: &MonthAhead) -> MonthAheadLine {
        let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        // Two protocols may name one task alike: a clinic counts the work, not the protocols.
        let mut tasks: BTreeMap<String, (u32, u64)> = BTreeMap::new();
        for (code, ahead) in &month.tasks {
            let named = self.protocols.values().find(|protocol| protocol.task(code).is_some());
            let label = named.map_or_else(|| code.clone(), |p| wording::task_label(&self.language, code, p));
            let line = tasks.entry(label).or_default();
            line.0 += ahead.count;
            line.1 += ahead.minutes;
        }
        let task = |(label, (times, minutes))| TaskAheadLine { label, count: times, minutes: count(minutes) };
        let cost = |(currency, amount): (&String, &rust_decimal::Decimal)| CostLine {
            currency: currency.clone(),
            amount: amount.to_string(),
        };
        MonthAheadLine {
            month_on: month.from_on,
            visits: month.visits,
            tests: month.tests,
            late: month.late,
            visit_minutes: count(month.visit_minutes),
            without_minutes: month.without_minutes,
            tasks: tasks.into_iter().map(task).collect(),
            cost: month.cost.iter().map(cost).collect(),
        }
    }
}

/// Headings are codes, so that the file is the same in every language; tasks of one name are one column.
pub fn forecast_table(page: &ForecastPage) -> String {
    let months = || page.months.iter();
    let tasks: BTreeMap<&str, ()> =
        months().flat_map(|month| &month.tasks).map(|task| (task.label.as_str(), ())).collect();
    let currencies: BTreeMap<&str, ()> =
        months().flat_map(|month| &month.cost).map(|cost| (cost.currency.as_str(), ())).collect();
    let mut heads: Vec<String> =
        ["month", "visits", "tests", "late", "visit_hours", "visits_without_length"].map(str::to_owned).into();
    heads.extend(tasks.keys().flat_map(|task| [cell(task), cell(&format!("{task} (h)"))]));
    heads.extend(currencies.keys().map(|currency| format!("cost_{currency}")));
    let mut text = format!("\u{feff}{}\r\n", heads.join(","));
    for month in months() {
        let mut cells = vec![
            month.month_on.to_string().chars().take(7).collect(),
            month.visits.to_string(),
            month.tests.to_string(),
            month.late.to_string(),
            hours(month.visit_minutes),
            month.without_minutes.to_string(),
        ];
        for task in tasks.keys() {
            let found = month.tasks.iter().find(|line| line.label == *task);
            cells.push(found.map_or(0, |line| line.count).to_string());
            cells.push(hours(found.map_or(0, |line| line.minutes)));
        }
        for currency in currencies.keys() {
            let found = month.cost.iter().find(|line| line.currency == *currency);
            cells.push(found.map_or_else(|| "0".to_owned(), |line| line.amount.clone()));
        }
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// Hours with one decimal, from whole minutes.
fn hours(minutes: u32) -> String {
    let tenths = (minutes + 3) / 6;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A cell that may hold commas or quotation marks. A leading sign would be a formula to a spreadsheet.
fn cell(text: &str) -> String {
    let safe = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_rounded_to_a_tenth_and_cells_are_quoted() {
        assert_eq!([0, 3, 30, 59, 60, 125].map(hours), ["0.0", "0.1", "0.5", "1.0", "1.0", "2.1"]);
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("=1+1"), "'=1+1");
    }
}
