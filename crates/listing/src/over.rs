//! When an event is over: the rule of the event file, kept in one place.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::now::Now;
use event_file::event::Event;
use event_file::zone::Zones;

/// The widest offsets an event file can write, in minutes behind and ahead of UTC; no zone has wider ones.
const WIDEST: i32 = 18 * 60;

/// The offset of the place on Earth where a day ends last, UTC−12, in minutes.
const LAST_ON_EARTH: i32 = -12 * 60;

/// Whether `event` is over.
///
/// It is once its end has passed; with no end, or one that is a day, when that day has ended at the
/// venue; when nothing is known of the venue's clock, at the last possible moment anywhere on Earth
/// (UTC−12). An event without any date is never over.
pub fn is_over(event: &Event, now: &Now, zones: &dyn Zones) -> bool {
    last_clock(event).is_some_and(|(local, written)| has_passed(local, written, event, now, zones))
}

/// The moment from which `event` is over, by the rule of [`is_over`]; `None` for one without a date.
pub fn over_at(event: &Event, zones: &dyn Zones) -> Option<DateTime<Utc>> {
    let (local, written) = last_clock(event)?;
    passes(local, written, event, zones)
}

/// The moment at which the day `date` has ended at the venue of `event`, by the rule of [`day_is_over`].
pub fn day_over_at(date: NaiveDate, event: &Event, zones: &dyn Zones) -> Option<DateTime<Utc>> {
    passes(midnight_after(date)?, None, event, zones)
}

/// Whether the day `date` has ended at the venue of `event`.
pub fn day_is_over(date: NaiveDate, event: &Event, now: &Now, zones: &dyn Zones) -> bool {
    midnight_after(date).is_some_and(|next| has_passed(next, None, event, now, zones))
}

/// The first and the last moment at which `event` may be over by whatever rules of zones, in
/// seconds since 1970: before the one it is not, from the other on it is.
pub(crate) fn over_between(event: &Event) -> (i64, i64) {
    match last_clock(event) {
        None => (i64::MAX, i64::MAX),
        Some((local, written)) => {
            let (east, west) = offsets(written, event);
            (seconds(local, east), seconds(local, west))
        }
    }
}

/// What the venue's clock shows when the event is over, with the offset written beside it.
fn last_clock(event: &Event) -> Option<(NaiveDateTime, Option<i32>)> {
    let end = event.sound_end();
    match end.and_then(|end| Some((end.clock()?, end.offset))) {
        Some(timed) => Some(timed),
        None => Some((midnight_after(end.or(event.start)?.date)?, None)),
    }
}

fn midnight_after(date: NaiveDate) -> Option<NaiveDateTime> {
    Some(date.succ_opt()?.and_time(NaiveTime::MIN))
}

/// The offsets that may be in force, easternmost first: one and the same unless a zone must be asked.
fn offsets(written: Option<i32>, event: &Event) -> (i32, i32) {
    if written.is_none() && event.timezone.is_some() {
        return (WIDEST, -WIDEST);
    }
    let known = written
        .or_else(|| elsewhere(event))
        .unwrap_or(LAST_ON_EARTH);
    (known, known)
}

/// An offset that the event writes beside its end or start.
fn elsewhere(event: &Event) -> Option<i32> {
    let end = event.sound_end().and_then(|end| end.offset);
    end.or(event.start?.offset)
}

fn seconds(local: NaiveDateTime, offset: i32) -> i64 {
    local.and_utc().timestamp() - i64::from(offset) * 60
}

/// When the venue's clock shows `local`; `written` is an offset written beside it.
fn passes(
    local: NaiveDateTime,
    written: Option<i32>,
    event: &Event,
    zones: &dyn Zones,
) -> Option<DateTime<Utc>> {
    let zone = event.timezone.as_deref();
    let asked = || zone.and_then(|zone| zones.offset(zone, local));
    let offset = written.or_else(asked).or_else(|| elsewhere(event));
    DateTime::from_timestamp(seconds(local, offset.unwrap_or(LAST_ON_EARTH)), 0)
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
    // The rules of zones are slow to ask for, and needed within a day of now only.
    let (east, west) = offsets(written, event);
    if seconds(local, east) > now {
        return false;
    }
    if seconds(local, west) <= now {
        return true;
    }
    let zone = event.timezone.as_deref();
    let asked = zone.and_then(|zone| zones.offset(zone, local));
    let offset = asked.or_else(|| elsewhere(event)).unwrap_or(LAST_ON_EARTH);
    seconds(local, offset) <= now
}
