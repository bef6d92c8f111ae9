//! When an event is over: the rule of the event file, kept in one place.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::event::Event;
use crate::now::Now;
use crate::zone::Zones;

/// The farthest a clock can be behind and ahead of UTC, in minutes: UTC−12 and UTC+14.
const EARTH: (i32, i32) = (-12 * 60, 14 * 60);

/// Whether `event` is over.
///
/// It is once its end has passed; with no end, or one that is a day, when that day has ended at the
/// venue; when nothing is known of the venue's clock, at the last possible moment anywhere on Earth
/// (UTC−12). An event without any date is never over.
pub fn is_over(event: &Event, now: &Now, zones: &dyn Zones) -> bool {
    let Some(last) = event.sound_end().or(event.start) else {
        return false;
    };
    match last.clock() {
        Some(clock) if event.sound_end().is_some() => {
            has_passed(clock, last.offset, event, now, zones)
        }
        _ => day_is_over(last.date, event, now, zones),
    }
}

/// Whether the day `date` has ended at the venue of `event`.
pub fn day_is_over(date: NaiveDate, event: &Event, now: &Now, zones: &dyn Zones) -> bool {
    date.succ_opt()
        .is_some_and(|next| has_passed(next.and_time(NaiveTime::MIN), None, event, now, zones))
}

/// Whether the venue's clock has shown `local`; `written` is an offset written beside it.
fn has_passed(
    local: NaiveDateTime,
    written: Option<i32>,
    event: &Event,
    now: &Now,
    zones: &dyn Zones,
) -> bool {
    let now = now.instant.timestamp();
    let at = |offset: i32| local.and_utc().timestamp() - i64::from(offset) * 60;
    if let Some(offset) = written {
        return at(offset) <= now;
    }
    // The rules of zones are slow to ask for, and needed within a day of now only.
    let zone = event.timezone.as_deref();
    let asked = match zone {
        Some(_) if at(EARTH.0) <= now => return true,
        Some(_) if at(EARTH.1) > now => return false,
        Some(zone) => zones.offset(zone, local),
        None => None,
    };
    let other = event.sound_end().and_then(|end| end.offset);
    let start = event.start.and_then(|start| start.offset);
    at(asked.or(other).or(start).unwrap_or(EARTH.0)) <= now
}
