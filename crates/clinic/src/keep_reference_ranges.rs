//! What each laboratory calls normal: a table looked at, kept whole or not at all, and offered to the forms.
//!
//! A table is the site's, not a person's; a later one of the same laboratory supersedes it with a reason. What a table
//! says, and which range fits whom, is decided by `assess::reference_range`; nothing is filled in without a person.

use std::collections::BTreeMap;

use assess::reference_range::{NoRange, Offer, RangeProblem, ReferenceRange, offers, read_one};
use assess::{FormSpec, Severity, units};
use facts::fact::{Enrolment, ReferenceRanges};
use facts::{CivilDate, Fact, Kept, life};
use store::{NewEntry, Store};

use crate::read_table::bytes_of;
use crate::role::Deed;
use crate::wire::ranges::{
    LimitOffered, LimitValue, LimitsOffered, RangeLine, RangeProblemLine, RangesForm, RangesKept, RangesSeen,
};
use crate::{Clinic, Now, Refusal, Result, wording};

/// A laboratory's table in force, as text and as read.
pub(crate) struct Ranges {
    fact: ReferenceRanges,
    read: Vec<ReferenceRange>,
}

impl Clinic {
    /// What a table says and what is wrong with it. Keeps nothing.
    pub fn look_at_ranges(&self, csv: &str) -> Result<RangesSeen> {
        self.need(Deed::KeepRanges)?;
        Ok(match read_one(csv) {
            Ok((ranges, notes)) => self.seen(csv, &ranges, &notes),
            Err(problems) => self.seen(csv, &[], &problems),
        })
    }

    /// Keeps the table, unless something stops it: then it says everything that does.
    pub fn keep_reference_ranges(&mut self, form: &RangesForm, now: &Now) -> Result<RangesSeen> {
        let mut seen = self.look_at_ranges(&form.csv)?;
        if !seen.sound {
            return Ok(seen);
        }
        if seen.unchanged {
            return Err(Refusal::fix("ranges-unchanged").about("csv").with("laboratory", &seen.laboratory));
        }
        let because = form.because.trim();
        if seen.supersedes && because.is_empty() {
            return Err(Refusal::fix("field-empty").about("because"));
        }
        let before = self.ranges.iter().find(|kept| kept.fact.fact.laboratory == seen.laboratory);
        let fact = ReferenceRanges { laboratory: seen.laboratory.clone(), csv: form.csv.clone() };
        let entry = NewEntry {
            record: before.map(|kept| kept.record),
            supersedes: before.map(|kept| kept.entry),
            reason: (!because.is_empty()).then(|| because.to_owned()),
            ..self.new_entry(Fact::ReferenceRanges(fact), now)
        };
        self.write_site(vec![entry])?;
        self.ranges = of_store(&self.store)?;
        seen.kept = true;
        Ok(seen)
    }

    /// The tables in force, by laboratory.
    pub fn reference_ranges(&self) -> Result<Vec<RangesKept>> {
        self.need(Deed::Read)?;
        let line = |kept: &Kept<Ranges>| RangesKept {
            laboratory: kept.fact.fact.laboratory.clone(),
            recorded_at: kept.recorded_at.clone(),
            author: kept.author.name.clone(),
            rows: kept.fact.read.iter().map(|range| self.range_line(range)).collect(),
            csv: kept.fact.fact.csv.clone(),
        };
        Ok(self.ranges.iter().map(line).collect())
    }

    fn seen(&self, csv: &str, ranges: &[ReferenceRange], problems: &[RangeProblem]) -> RangesSeen {
        let laboratory = ranges.first().map(|range| range.laboratory.clone()).unwrap_or_default();
        let before = self.ranges.iter().find(|kept| kept.fact.fact.laboratory == laboratory);
        RangesSeen {
            rows: ranges.iter().map(|range| self.range_line(range)).collect(),
            problems: problems.iter().map(|problem| self.range_problem(problem)).collect(),
            supersedes: before.is_some(),
            unchanged: before.is_some_and(|kept| kept.fact.fact.csv == csv),
            sound: problems.iter().all(|problem| problem.severity != Severity::Stops),
            kept: false,
            laboratory,
        }
    }

    fn range_problem(&self, problem: &RangeProblem) -> RangeProblemLine {
        let own = problem.args.iter().map(|(name, value)| (*name, value.as_str()));
        let at = problem.line.to_string();
        let args: Vec<_> = own.chain([("at", at.as_str()), ("column", problem.column)]).collect();
        RangeProblemLine {
            line: u32::try_from(problem.line).unwrap_or(u32::MAX),
            column: problem.column.to_owned(),
            text: self.words.say(&problem.key(), &wording::texts(&args)),
            stops: problem.severity == Severity::Stops,
        }
    }

    fn range_line(&self, range: &ReferenceRange) -> RangeLine {
        let words = &self.words;
        let between = |key: &str, from: String, to: String| {
            let key = match (from.is_empty(), to.is_empty()) {
                (true, true) => format!("{key}-always"),
                (false, true) => format!("{key}-from"),
                (true, false) => format!("{key}-to"),
                (false, false) => format!("{key}-between"),
            };
            words.say(&key, &wording::texts(&[("from", &from), ("to", &to)]))
        };
        let from = if range.age_from.is_zero() { String::new() } else { wording::age_of(words, &range.age_from) };
        let to = range.age_to.map(|to| wording::age_of(words, &to)).unwrap_or_default();
        let ages = between("range-age", from, to);
        let whom = match range.sex {
            Some(sex) => {
                words.say("range-whom", &wording::texts(&[("sex", &wording::sex(words, sex)), ("ages", &ages)]))
            }
            None => ages,
        };
        let number = |limit: Option<rust_decimal::Decimal>| limit.map(|limit| words.number(&limit.to_string()));
        let limits =
            between("range-limit", number(range.low).unwrap_or_default(), number(range.high).unwrap_or_default());
        let day = |on: CivilDate| words.date_short(&on.to_string());
        RangeLine {
            label: self.analyte(&range.analyte),
            whom,
            limits: units::written(&limits, &range.unit),
            days: between("range-days", day(range.valid_from), range.valid_to.map(day).unwrap_or_default()),
        }
    }

    /// As the first form that measures it calls it; its key where none does.
    fn analyte(&self, key: &str) -> String {
        let form = assess::kinds().iter().find(|form| form.field(key).is_some());
        form.map_or_else(|| key.to_owned(), |form| wording::field_label(&self.words, form.kind, key))
    }

    /// Every range as a line of the audit: two versions of a table differ where their ranges do.
    pub(crate) fn fields_of_ranges(&self, ranges: &ReferenceRanges) -> BTreeMap<String, (String, String)> {
        let read = read_one(&ranges.csv).map(|(read, _)| read).unwrap_or_default();
        let line = |range: &ReferenceRange| {
            let RangeLine { label, whom, limits, days } = self.range_line(range);
            let shown = self.words.say("range-in-force", &wording::texts(&[("limits", &limits), ("days", &days)]));
            let label = self.words.say("range-of", &wording::texts(&[("analyte", &label), ("whom", &whom)]));
            (format!("{label} {}", range.valid_from), (label, shown))
        };
        read.iter().map(line).collect()
    }

    /// What each laboratory gives for the limits of the form; one that gives none of them is left out.
    pub(crate) fn limits_offered(&self, form: &FormSpec, person: &Enrolment, on: CivilDate) -> Vec<LimitsOffered> {
        let of_one = |kept: &Kept<Ranges>| {
            let Ranges { fact, read } = &kept.fact;
            let all = offers(form, read, &fact.laboratory, person.sex, person.born_on, on);
            let limits: Vec<LimitOffered> = all.iter().filter_map(offered).collect();
            (!limits.is_empty()).then(|| LimitsOffered {
                laboratory: fact.laboratory.clone(),
                lacking: self.lacking(form, &all),
                limits,
            })
        };
        self.ranges.iter().filter_map(of_one).collect()
    }

    fn lacking(&self, form: &FormSpec, all: &[Offer]) -> Vec<String> {
        let of_why = |why: NoRange| {
            let lacking = all.iter().filter(|offer| offer.limit == Err(why));
            let named: Vec<String> =
                lacking.map(|offer| wording::field_label(&self.words, form.kind, offer.analyte)).collect();
            let fields = named.join(&wording::plain(&self.words, "list-joint"));
            (!named.is_empty()).then(|| self.words.say(&why.key(), &wording::texts(&[("fields", &fields)])))
        };
        NoRange::ALL.into_iter().filter_map(of_why).collect()
    }
}

fn offered(offer: &Offer) -> Option<LimitOffered> {
    let values = offer.limit.as_ref().ok()?;
    let value = |(unit, value): &(String, rust_decimal::Decimal)| LimitValue {
        unit: unit.clone(),
        text: value.normalize().to_string(),
    };
    let values = values.iter().map(value).collect();
    Some(LimitOffered { field: offer.field.to_owned(), of: offer.analyte.to_owned(), values })
}

/// The text of a file that the person chose.
///
/// # Errors
/// A file that cannot be read, or that is no text in UTF-8.
pub fn text_of_file(path: &str) -> Result<String> {
    String::from_utf8(bytes_of(path)?).map_err(|_| Refusal::fix("not-utf-8").about("path").with("path", path.trim()))
}

/// A table of a newer program that this one cannot read offers nothing, and stays in the ledger.
pub(crate) fn of_store(store: &Store) -> Result<Vec<Kept<Ranges>>> {
    let entries = store.entries_of_site()?;
    let (newest, _) = life::heads(&entries);
    let mut found: Vec<Kept<Ranges>> = Vec::new();
    for entry in newest {
        if let Fact::ReferenceRanges(fact) = &entry.fact {
            let read = read_one(&fact.csv).map(|(read, _)| read).unwrap_or_default();
            found.push(Kept::of(entry, Ranges { fact: fact.clone(), read }));
        }
    }
    found.sort_by(|a, b| a.fact.fact.laboratory.cmp(&b.fact.fact.laboratory));
    Ok(found)
}
