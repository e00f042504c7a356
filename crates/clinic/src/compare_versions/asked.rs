//! Changes of visits and tasks in words: what is asked, at which visits, how often and of whom.

use facts::Period;
use facts::fact::Mode;
use protocol::{Condition, Occurrence, Protocol, Repeat, SettledBy, Task, TaskPart, TaskUse, Visit};

use super::{Telling, row};
use crate::wording;

impl Telling<'_> {
    /// "Adds Month 9 (First dosing + 9 months): blood count (aged 2 years or older)".
    pub(super) fn visit_added(&self, code: &str) -> String {
        let Some(row) = row(self.after, code) else { return String::new() };
        let task = |used: &TaskUse| {
            let asked = self.asked(self.after, row, used);
            let named = [("task", self.task(&used.task)), ("asked", asked)];
            self.say(if named[1].1.is_empty() { "change-task" } else { "change-task-asked" }, &named)
        };
        let tasks = self.joined(row.tasks.iter().map(task).collect());
        let when = self.when(self.after, row, &row.when);
        self.say("change-visit-added", &[("visit", self.label(code)), ("when", when), ("tasks", tasks)])
    }

    /// Its days, and the numbers that its visits bear, as far as they differ.
    pub(super) fn visit_moved(&self, code: &str) -> String {
        let rows = [self.before, self.after].map(|protocol| row(protocol, code).map(|row| (protocol, row)));
        let [Some(before), Some(after)] = rows else { return String::new() };
        let line = |key: &str, tell: &dyn Fn((&Protocol, &Visit)) -> String| {
            let [before, after] = [before, after].map(tell);
            let named = || [("visit", self.label(code)), ("before", before.clone()), ("after", after.clone())];
            (before != after).then(|| self.say(key, &named()))
        };
        let days = line("change-visit-moved", &|(protocol, row)| wording::visit_when(self.words, protocol, row));
        // Fewer visits have fewer numbers: that is told with their days.
        let counts = |row: &Visit| row.repeat.map(|repeat| (repeat.first_number, repeat.number_step));
        let recounted = counts(before.1).is_some() && counts(after.1).is_some() && counts(before.1) != counts(after.1);
        let numbers = recounted.then(|| line("change-visit-numbered", &|(_, row)| self.numbers(row))).flatten();
        self.parts(days.into_iter().chain(numbers).collect())
    }

    /// "6 to 15"; steps between tell themselves by their last.
    fn numbers(&self, row: &Visit) -> String {
        let all = row.occurrences();
        let number = |one: Option<&Occurrence>| one.map(|one| one.number.to_string()).unwrap_or_default();
        self.say("change-numbers", &[("first", number(all.first())), ("last", number(all.last()))])
    }

    /// "Adds blood count: Month n (First dosing + 2 years, then every 6 months until 5 years)".
    pub(super) fn task_at(&self, key: &str, task: &str, protocol: &Protocol, rows: &[String]) -> String {
        let place = |code: &String| {
            let Some(row) = row(protocol, code) else { return code.clone() };
            let uses = row.tasks.iter().filter(|used| &*used.task == task);
            let when: Vec<String> = uses.map(|used| self.when(protocol, &at_turns(row, used), &used.when)).collect();
            let when = when.join(&wording::plain(self.words, "condition-or"));
            self.say("change-row", &[("visit", self.label(code)), ("when", when)])
        };
        let visits = self.joined(rows.iter().map(place).collect());
        self.say(key, &[("task", self.task(task)), ("visits", visits)])
    }

    /// Under which conditions and at which turns a task is asked at a row; a task may be asked twice.
    pub(super) fn task_altered(&self, task: &str, code: &str) -> String {
        let asked = |protocol: &Protocol| {
            let Some(row) = row(protocol, code) else { return String::new() };
            let uses = row.tasks.iter().filter(|used| &*used.task == task);
            let said = uses.map(|used| {
                let said = self.asked(protocol, row, used);
                if said.is_empty() { wording::plain(self.words, "condition-always") } else { said }
            });
            said.collect::<Vec<_>>().join(&wording::plain(self.words, "condition-or"))
        };
        let named = [("task", self.task(task)), ("visit", self.label(code))];
        let both = [("before", asked(self.before)), ("after", asked(self.after))];
        self.say("change-task-altered", &[named, both].concat())
    }

    /// The days of a row, and of whom it is asked.
    fn when(&self, protocol: &Protocol, row: &Visit, condition: &Condition) -> String {
        let when = wording::visit_when(self.words, protocol, row);
        match condition {
            Condition::Always => when,
            _ => self.parts(vec![when, wording::condition(self.words, condition)]),
        }
    }

    /// What a use adds to its row: its own turns, and of whom it is asked; empty when it is always due there.
    fn asked(&self, protocol: &Protocol, row: &Visit, used: &TaskUse) -> String {
        let at = at_turns(row, used);
        let turns = ((at.offset, at.repeat) != (row.offset, row.repeat))
            .then(|| wording::visit_when(self.words, protocol, &at));
        let condition = (used.when != Condition::Always).then(|| wording::condition(self.words, &used.when));
        self.parts(turns.into_iter().chain(condition).collect())
    }

    pub(super) fn parts(&self, parts: Vec<String>) -> String {
        parts.join(&wording::plain(self.words, "explain-joint"))
    }

    /// Of two lists the parts that only one of them has.
    pub(super) fn differing(&self, before: &[String], after: &[String]) -> [(&'static str, String); 2] {
        let only = |these: &[String], those: &[String]| {
            let own: Vec<String> = these.iter().filter(|part| !those.contains(part)).cloned().collect();
            if own.is_empty() { wording::plain(self.words, "change-nothing") } else { self.parts(own) }
        };
        [("before", only(before, after)), ("after", only(after, before))]
    }

    pub(super) fn modes_changed(&self, code: &str, added: &[Mode], removed: &[Mode]) -> String {
        let key = match (added.is_empty(), removed.is_empty()) {
            (false, true) => "change-modes-added",
            (true, _) => "change-modes-removed",
            (false, false) => "change-modes",
        };
        let modes = [("added", self.modes(added)), ("removed", self.modes(removed))];
        self.say(key, &[&[("visit", self.label(code))], modes.as_slice()].concat())
    }

    pub(super) fn modes_order(&self, code: &str) -> String {
        let modes = |protocol| row(protocol, code).map(|row| self.modes(&row.modes)).unwrap_or_default();
        let both = [("before", modes(self.before)), ("after", modes(self.after))];
        self.say("change-modes-order", &[&[("visit", self.label(code))], both.as_slice()].concat())
    }

    fn modes(&self, modes: &[Mode]) -> String {
        let word = |mode: &Mode| wording::plain(self.words, &format!("mode-{}", wording::wire(mode)));
        self.joined(modes.iter().map(word).collect())
    }

    pub(super) fn fasting(&self, code: &str, fasting: bool) -> String {
        let key = if fasting { "change-visit-fasting" } else { "change-visit-not-fasting" };
        self.say(key, &[("visit", self.label(code))])
    }

    pub(super) fn minutes(&self, minutes: Option<u32>) -> String {
        match minutes {
            Some(n) => self.words.say("change-minutes", &wording::number("n", n)),
            None => wording::plain(self.words, "change-unstated"),
        }
    }

    pub(super) fn task_defined(&self, code: &str, part: TaskPart) -> String {
        let Some((old, new)) = self.before.task(code).zip(self.after.task(code)) else { return String::new() };
        let both = |key: &str, tell: &dyn Fn(&Task) -> String| {
            self.say(key, &[("task", self.task(code)), ("before", tell(old)), ("after", tell(new))])
        };
        match part {
            TaskPart::Form => both("change-task-form", &|task| wording::kind_title(self.words, &task.kind)),
            TaskPart::Fixed => both("change-task-fixed", &|task| self.fixed(task)),
            TaskPart::SettledBy => both("change-task-settled", &|task| self.settled_by(task)),
            TaskPart::Archive => {
                let key = if new.archive_only { "change-task-archive" } else { "change-task-no-archive" };
                self.say(key, &[("task", self.task(code))])
            }
            TaskPart::Sample => {
                let key = if new.takes_a_sample() { "change-task-sample" } else { "change-task-no-sample" };
                self.say(key, &[("task", self.task(code))])
            }
            TaskPart::Picture => both("change-task-picture", &|task| {
                wording::plain(self.words, &format!("change-picture-{}", wording::wire(&task.icon)))
            }),
            TaskPart::Family => self.text_of("change-task-family", &self.task(code), &old.family, &new.family),
            TaskPart::Minutes => both("change-task-minutes", &|task| self.minutes(task.minutes)),
            TaskPart::Price => both("change-task-price", &|task| match &task.price {
                Some(price) => format!("{} {}", self.words.number(&price.amount.to_string()), price.currency),
                None => wording::plain(self.words, "change-unstated"),
            }),
        }
    }

    /// "Matrix: urine".
    fn fixed(&self, task: &Task) -> String {
        let said = task.preset.iter().map(|(field, code)| self.answer(&task.kind, field, code));
        let said: Vec<String> = said.collect();
        if said.is_empty() { wording::plain(self.words, "change-nothing") } else { self.joined(said) }
    }

    fn answer(&self, kind: &str, field: &str, answer: &str) -> String {
        let label = wording::field_label(self.words, kind, field);
        let option = wording::option(self.words, kind, field, answer);
        self.say("change-answer", &[("field", label), ("answer", option)])
    }

    /// What settles a task when a finding calls for it.
    fn settled_by(&self, task: &Task) -> String {
        let Some(SettledBy { field, is, on }) = &task.settled_by else {
            return wording::plain(self.words, "change-settled-next");
        };
        let label = wording::field_label(self.words, &task.kind, field);
        let answer = match is.is_empty() {
            true => self.say("change-settled-any", &[("field", label)]),
            false => self.joined(is.iter().map(|code| self.answer(&task.kind, field, code)).collect()),
        };
        let day = on.as_ref().map(|on| {
            let field = wording::field_label(self.words, &task.kind, on);
            self.say("change-settled-on", &[("field", field)])
        });
        self.parts([answer].into_iter().chain(day).collect())
    }
}

/// The row as a task has its turns there: every second visit of every 6 months is a visit a year.
fn at_turns(row: &Visit, used: &TaskUse) -> Visit {
    let mut at = row.clone();
    let turns = row.occurrences().into_iter().filter(|occurrence| used.has_turn(occurrence.index));
    let turns: Vec<Period> = turns.map(|occurrence| whole_years(&occurrence.offset)).collect();
    let (Some(first), Some(last), Some(repeat)) = (turns.first(), turns.last(), row.repeat) else { return at };
    if turns.len() == row.occurrences().len() {
        return at;
    }
    let every = i32::try_from(used.every_nth.unwrap_or(1).max(1)).unwrap_or(i32::MAX);
    at.offset = *first;
    let every = whole_years(&repeat.every.times(every));
    at.repeat = (turns.len() > 1).then_some(Repeat { every, until: *last, ..repeat });
    at
}

/// 24 months are two years to a reader.
fn whole_years(period: &Period) -> Period {
    Period { years: period.years + period.months / 12, months: period.months % 12, ..*period }
}
