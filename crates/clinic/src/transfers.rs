//! How a transfer, and a line that another site wrote, are told. Who may transfer whom is `transfer_out`'s and
//! `transfer_in`'s to say.

use facts::fact::{Transfer, Way};
use facts::{Appointment, AppointmentState, CivilDate, Kept, Life, Moment, Origin};
use words::{Args, Value, Words};

use crate::wire::transfer::TransferLine;
use crate::wording;

/// Transfers of one subject, newest first.
pub(crate) fn lines(words: &Words, life: &Life) -> Vec<TransferLine> {
    let line = |kept: &Kept<Transfer>| {
        let fact = &kept.fact;
        let args = [
            ("site", fact.site.clone()),
            ("on", words.date_short(&fact.on.to_string())),
            ("who", who(words, kept)),
            ("at", moment(words, &kept.recorded_at)),
            ("because", fact.because.clone()),
        ];
        let mut args: Args = args.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        args.insert("lines".to_owned(), count(fact.lines));
        let key = format!("transfer-line-{}", wording::wire(&fact.way));
        TransferLine { way: fact.way, on: fact.on, text: words.say(&key, &args) }
    };
    life.transfers.iter().rev().map(line).collect()
}

/// The transfer by which a pack came in here; of a line that came along with another pack that is not to say.
pub(crate) fn taken_over<'l>(life: &'l Life, pack: &str) -> Option<&'l Kept<Transfer>> {
    let here = life.transfers.iter().filter(|kept| kept.site.is_none() && kept.fact.way == Way::In);
    here.rev().find(|kept| kept.fact.pack == pack)
}

/// Who wrote a record, and at which site when it was another.
pub(crate) fn who<T>(words: &Words, kept: &Kept<T>) -> String {
    let name = &kept.author.name;
    let at = |site: &String| words.say("author-at-site", &wording::texts(&[("author", name), ("site", site)]));
    kept.site.as_ref().map_or_else(|| name.clone(), at)
}

/// What the audit says of a line that came from another site: each site it came through, the nearest first.
pub(crate) fn provenance(words: &Words, origins: &[Origin]) -> String {
    let said: Vec<String> = origins.iter().map(|origin| of_origin(words, "audit-handed-over", origin)).collect();
    said.join(" ")
}

/// Appointments that are still to come from a day on.
pub(crate) fn still_booked(life: &Life, on: CivilDate) -> impl Iterator<Item = &Kept<Appointment>> {
    let planned = move |kept: &&Kept<Appointment>| kept.fact.state == AppointmentState::Planned && kept.fact.on >= on;
    life.appointments.iter().filter(planned)
}

/// The reason that a taken-over line bears.
pub(crate) fn reason(words: &Words, origin: &Origin) -> String {
    of_origin(words, "reason-handed-over", origin)
}

fn of_origin(words: &Words, key: &str, origin: &Origin) -> String {
    let pairs = [
        ("site", origin.site.as_str()),
        ("author", &origin.author.name),
        ("at", &moment(words, &origin.recorded_at)),
        ("hash", &origin.hash),
    ];
    words.say(key, &wording::texts(&pairs))
}

/// A moment as its own clock told it.
pub(crate) fn moment(words: &Words, recorded_at: &str) -> String {
    let read: Option<Moment> = recorded_at.parse().ok();
    read.map_or_else(|| recorded_at.to_owned(), |at| words.date_weekday(&at.on().to_string(), Some(&at.time())))
}

pub(crate) fn count(number: impl ToString) -> Value {
    Value::Number(number.to_string())
}
