//! Which visit a contact most likely answers. Suggests only: the person at the desk decides, and a contact may
//! stay unscheduled.

use facts::CivilDate;

use crate::obligation::{Obligation, Timing, What};
use crate::standing::timing;

/// Place of the unsettled visit that a contact on the day answers. One whose window is open comes first, the
/// nearest due day winning; else the visit nearest before or after, when the next one opens within the length
/// of its own window. `None`: the contact stands by itself.
pub fn suggest(obligations: &[Obligation], on: CivilDate) -> Option<usize> {
    let unsettled = obligations.iter().enumerate().filter(|(_, o)| o.settled.is_none());
    let visits = unsettled.filter(|(_, o)| matches!(o.what, What::Visit { .. }));
    let fit = |o: &Obligation| {
        let window = &o.window;
        match timing(window, on) {
            Timing::InWindow => Some((0, on.days_since(window.due_on).abs())),
            Timing::Late => Some((1, on.days_since(window.latest_on))),
            Timing::Early => {
                let ahead = window.earliest_on.days_since(on);
                (ahead <= window.latest_on.days_since(window.earliest_on)).then_some((1, ahead))
            }
        }
    };
    visits.filter_map(|(index, o)| Some((fit(o)?, o.window.due_on, index))).min().map(|(_, _, index)| index)
}
