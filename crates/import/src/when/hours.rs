//! Whether the hours of a source as a whole are counted to 12 or to 24, and which of them are doubtful.

use chrono::Timelike as _;

use super::time::{Clock, Half};

/// Hours at which people meet in the morning, and hardly ever twelve hours later.
const MORNING: std::ops::Range<u32> = 10..12;

/// How the hours of a listing or table are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hours {
    /// Some say morning or afternoon.
    pub marked: bool,
    /// Some are counted to 24.
    pub plain: bool,
}

impl Hours {
    /// Takes an hour into account.
    pub fn see(&mut self, clock: &Clock) {
        self.marked |= clock.half == Half::Marked;
        self.plain |= clock.half == Half::Plain;
    }

    /// Why an hour may be of the morning or of the afternoon.
    pub fn doubt(self, clock: &Clock) -> Option<String> {
        let hour = clock.from.hour();
        let spoken = clock.half == Half::Spoken && hour != 12;
        let unmarked = clock.half == Half::Unmarked && hour != 12;
        // Beside “13.00” others are counted to 24 too, but for small ones where some say “4 pm”.
        let small = (1..7).contains(&hour);
        let doubtful = match (self.marked, self.plain) {
            _ if spoken => true,
            _ if !unmarked => false,
            (true, true) | (false, false) => small,
            // “10:30” is no hour of the night, whatever others say.
            (true, false) => !MORNING.contains(&hour),
            (false, true) => false,
        };
        doubtful.then(|| {
            let time = clock.from.format("%-H:%M");
            format!("“{time}” may be of the morning or of the afternoon; write {time} am or pm, or {}:{:02}", hour + 12, clock.from.minute())
        })
    }
}
