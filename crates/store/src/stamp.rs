//! The moment of a write, read by the caller's clock, and the identifiers made from it.
//!
//! UUIDv7 (RFC 9562): milliseconds first, so identifiers sort by time; the rest is random. Lines of one
//! save share the millisecond and keep their order through the counter bits.

use facts::{EntryId, RecordId};
use uuid::{Builder, Uuid};

use crate::keys::secret;

/// Given by the caller: the store reads no clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// RFC 3339 with the site's offset: `2031-05-02T09:41:07+08:00`.
    pub at: String,
    /// The same instant, in milliseconds since 1970.
    pub unix_millis: u64,
}

impl Stamp {
    /// A new identifier; `counter` orders those of one save (12 bits, as RFC 9562 6.2 method 1 allows; a save of more
    /// lines counts on into the next millisecond).
    pub(crate) fn new_uuid(&self, counter: usize) -> Uuid {
        let mut tail = secret::random::<10>();
        let [.., high, low] = (counter & 0x0fff).to_be_bytes();
        (tail[0], tail[1]) = (high, low);
        let millis = self.unix_millis + (counter >> 12) as u64;
        Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }

    /// The milliseconds that an identifier of [`Stamp::new_uuid`] begins with (RFC 9562, 5.7).
    pub(crate) fn millis_of(id: Uuid) -> u64 {
        let [a, b, c, d, e, f, ..] = id.into_bytes();
        u64::from_be_bytes([0, 0, a, b, c, d, e, f])
    }
}

impl crate::Store {
    /// The identifier of the line at `place` of a save, made up front for lines that later ones name.
    pub fn new_entry_id(at: &Stamp, place: usize) -> EntryId {
        EntryId(at.new_uuid(place))
    }

    /// An identifier made up front, for entries of one save that name each other.
    pub fn new_record_id(at: &Stamp) -> RecordId {
        // Counter bits random here: only entries of one save need an order.
        let [high, low] = secret::random::<2>();
        RecordId(at.new_uuid(usize::from(u16::from_be_bytes([high & 0x0f, low]))))
    }
}
