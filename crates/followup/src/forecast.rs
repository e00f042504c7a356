//! What the coming years ask of a site: contacts, hours and cost, month by month, from what is owed.
//!
//! Minutes and prices stand in the protocol, with their source; where it is silent nothing is assumed, and how many
//! contacts have no length is said. Owes what the facts tell today: follow-on tests that later results will call for
//! are not foreseen, and subjects yet to be enrolled are nobody.

use std::collections::BTreeMap;

use facts::{CivilDate, Period};
use protocol::Protocol;
use rust_decimal::Decimal;

/// How far it looks: the longest follow-up that guidance asks for (FDA 2020: 15 years).
pub const MONTHS_AHEAD: u32 = 180;

/// So many unsettled obligations of one kind that fall due on or about one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    pub due_on: CivilDate,
    /// Code of the visit; `None` for a test that a finding calls for.
    pub visit: Option<&'a str>,
    pub tasks: Vec<&'a str>,
    pub count: u32,
}

/// One month ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthAhead {
    /// Its first day.
    pub from_on: CivilDate,
    pub visits: u32,
    /// Tests by themselves.
    pub tests: u32,
    /// Of `visits` and `tests`, those that fell due before the present month.
    pub late: u32,
    /// By the lengths of visits in the protocol.
    pub visit_minutes: u64,
    /// Visits whose length the protocol does not give.
    pub without_minutes: u32,
    pub tasks: BTreeMap<String, TaskAhead>,
    /// By currency.
    pub cost: BTreeMap<String, Decimal>,
}

/// One task in a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskAhead {
    pub count: u32,
    /// By the task's own length, where the protocol gives one.
    pub minutes: u64,
}

/// The months, from that of `today` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    pub months: Vec<MonthAhead>,
    /// Obligations due after the last month.
    pub beyond: u32,
}

impl Forecast {
    /// Nothing yet, for so many months.
    pub fn from(today: CivilDate, months: u32) -> Self {
        let first = CivilDate::new(today.year(), today.month(), 1).unwrap_or(today);
        let month = |at: u32| MonthAhead {
            from_on: first.plus(&Period::months(i32::try_from(at).unwrap_or(i32::MAX))),
            visits: 0,
            tests: 0,
            late: 0,
            visit_minutes: 0,
            without_minutes: 0,
            tasks: BTreeMap::new(),
            cost: BTreeMap::new(),
        };
        Self { months: (0..months).map(month).collect(), beyond: 0 }
    }

    /// Adds what is expected under one protocol. What should have been done already is still to be done: it counts in
    /// the present month.
    pub fn add(&mut self, protocol: &Protocol, expected: &Expected<'_>) {
        let Some(first) = self.months.first().map(|month| month.from_on) else { return };
        let away = months_between(first, expected.due_on);
        let late = away < 0;
        let place = usize::try_from(away.max(0)).unwrap_or(usize::MAX);
        let Some(month) = self.months.get_mut(place) else {
            self.beyond = self.beyond.saturating_add(expected.count);
            return;
        };
        month.add(protocol, expected);
        if late {
            month.late += expected.count;
        }
    }
}

impl MonthAhead {
    fn add(&mut self, protocol: &Protocol, expected: &Expected<'_>) {
        let count = u64::from(expected.count);
        match expected.visit {
            Some(code) => {
                self.visits += expected.count;
                let minutes = protocol.visits.iter().find(|visit| visit.gives(code)).and_then(|visit| visit.minutes);
                match minutes {
                    Some(minutes) => self.visit_minutes += u64::from(minutes) * count,
                    None => self.without_minutes += expected.count,
                }
            }
            None => self.tests += expected.count,
        }
        for code in &expected.tasks {
            let ahead = self.tasks.entry((*code).to_owned()).or_default();
            ahead.count += expected.count;
            let Some(task) = protocol.task(code) else { continue };
            ahead.minutes += u64::from(task.minutes.unwrap_or(0)) * count;
            if let Some(price) = &task.price {
                *self.cost.entry(price.currency.clone()).or_default() += price.amount * Decimal::from(count);
            }
        }
    }
}

fn months_between(from: CivilDate, to: CivilDate) -> i32 {
    (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The first preset, with a length and a price for its blood count.
    fn priced() -> Protocol {
        let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/lentiviral-hsc-15y").unwrap();
        let plain = "code = \"blood-count\"\nkind = \"blood-count\"\n";
        let with = format!(
            "{plain}minutes = 15\nprice = {{ amount = \"12.50\", currency = \"EUR\", cites = \"sponsor: tariff\" }}\n"
        );
        assert!(text.contains(plain), "the preset has a blood count");
        let (protocol, faults) = protocol::read(&text.replacen(plain, &with, 1));
        protocol.unwrap_or_else(|| panic!("{faults:?}"))
    }

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn minutes_and_prices_are_those_of_the_protocol() {
        let protocol = priced();
        let visit = protocol.visits.iter().find(|visit| visit.minutes.is_some()).unwrap();
        let code = visit.occurrences()[0].code.clone();
        let mut forecast = Forecast::from(day("2026-05-31"), 12);
        let tasks = vec!["blood-count", "no-longer-a-task"];
        forecast.add(&protocol, &Expected { due_on: day("2026-06-01"), visit: Some(&code), tasks, count: 3 });
        let june = &forecast.months[1];
        assert_eq!((june.visits, june.tests, june.late), (3, 0, 0));
        assert_eq!(june.visit_minutes, u64::from(visit.minutes.unwrap()) * 3);
        assert_eq!(june.tasks["blood-count"], TaskAhead { count: 3, minutes: 45 });
        assert_eq!(june.cost["EUR"].to_string(), "37.50");
    }

    #[test]
    fn what_is_late_is_work_of_the_present_month_and_what_lies_beyond_is_counted() {
        let protocol = priced();
        let mut forecast = Forecast::from(day("2026-05-31"), 2);
        for due in ["2026-04-30", "2020-01-01", "2026-06-30", "2026-07-01"] {
            forecast.add(&protocol, &Expected { due_on: day(due), visit: None, tasks: Vec::new(), count: 1 });
        }
        let tests: Vec<u32> = forecast.months.iter().map(|month| month.tests).collect();
        assert_eq!((tests, forecast.months[0].late, forecast.beyond), (vec![2, 1], 2, 1));
        assert_eq!(forecast.months[1].from_on, day("2026-06-01"));
    }

    proptest! {
        /// Nothing owed is lost on the way.
        #[test]
        fn each_obligation_is_in_one_month_or_beyond(dues in prop::collection::vec((-400_i32..7000, 1_u32..5), 0..60)) {
            let protocol = priced();
            let today = day("2026-05-31");
            let mut forecast = Forecast::from(today, MONTHS_AHEAD);
            for (away, count) in &dues {
                let due_on = today.plus_days(*away);
                forecast.add(&protocol, &Expected { due_on, visit: None, tasks: Vec::new(), count: *count });
            }
            let sum: u32 = forecast.months.iter().map(|month| month.tests).sum();
            prop_assert_eq!(sum + forecast.beyond, dues.iter().map(|(_, count)| count).sum::<u32>());
        }
    }
}
