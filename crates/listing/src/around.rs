//! What a filter finds around a position that the calendar itself gives no name.

use event_file::Calendar;
use geo::{Position, distance_km, is_beyond};

use crate::filter::{Criterion, Filter};
use crate::near::around;

impl Filter {
    /// Looks around `from` for what is near, where the calendar itself does not know the place a query names.
    pub fn look_around(&mut self, calendar: &Calendar, from: Position, kilometres: f64) {
        self.replace(Criterion::Near, around(calendar, from, kilometres));
    }

    /// How many events there are within each of these distances of each position, in kilometres, whatever words and place
    /// are asked for. The events are gone through once: on a list of 100,000 that is most of the work.
    pub fn count_around(
        &self,
        calendar: &Calendar,
        from: &[Position],
        within: &[u16],
    ) -> Vec<Vec<usize>> {
        let matched = self.matched_but_any(&[Criterion::Words, Criterion::Near]);
        let mut counts = vec![vec![0; within.len()]; from.len()];
        let farthest = within.iter().copied().max().map_or(0.0, f64::from);
        for (at, event) in (0..).zip(&calendar.events) {
            let Some(position) = event.position else {
                continue;
            };
            for (from, counts) in from.iter().zip(&mut counts) {
                if is_beyond(*from, position, farthest) || !matched.contains(at) {
                    continue;
                }
                let distance = distance_km(*from, position);
                for (count, kilometres) in counts.iter_mut().zip(within) {
                    *count += usize::from(distance <= f64::from(*kilometres));
                }
            }
        }
        counts
    }
}
