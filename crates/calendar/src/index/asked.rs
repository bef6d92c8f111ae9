//! The events of the days asked for last: typing changes the words asked for, and not the days.

use std::sync::{Arc, Mutex};

use sets::Bits;

use super::Index;
use crate::Calendar;
use crate::filter::Window;
use crate::now::Now;
use crate::zone::Zones;

/// The events of the days that were asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    windows: Vec<Window>,
    now: Now,
    /// The events that match.
    pub events: Arc<Bits>,
    /// Whether one of them has a date.
    pub any_dated: bool,
}

/// What was asked for last.
pub type LastAsked = Mutex<Option<Asked>>;

impl Index {
    /// The events that match one of `windows` at the moment `now`.
    pub(crate) fn asked(
        &self,
        calendar: &Calendar,
        windows: &[Window],
        now: &Now,
        zones: &dyn Zones,
    ) -> Asked {
        // A lock that is poisoned is one that nobody waits for any more.
        let mut last = self
            .last_asked
            .lock()
            .unwrap_or_else(|held| held.into_inner());
        match &*last {
            Some(last) if last.windows == windows && last.now == *now => last.clone(),
            _ => {
                let asked = self.ask(calendar, windows, now, zones);
                *last = Some(asked.clone());
                asked
            }
        }
    }

    fn ask(&self, calendar: &Calendar, windows: &[Window], now: &Now, zones: &dyn Zones) -> Asked {
        let (mut found, mut any_dated) = (Bits::none(self.len()), false);
        for (at, (event, dates)) in (0..).zip(calendar.events.iter().zip(self.dates())) {
            let passes = |window: &Window| window.days(event, dates, now, zones).is_some();
            if windows.iter().any(passes) {
                found.insert(at);
                any_dated |= dates.span.is_some();
            }
        }
        Asked {
            windows: windows.to_vec(),
            now: *now,
            events: Arc::new(found),
            any_dated,
        }
    }
}
