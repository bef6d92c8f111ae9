//! The visitor's own clock.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use js_sys::Date;
use listing::now::Now;

use super::formatter::milliseconds;

/// The moment, and the visitor's date at it.
pub fn visitor_now() -> Now {
    let instant = DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default();
    Now {
        instant,
        today: visitor_clock(instant).date(),
    }
}

/// What the visitor's clock shows at a moment.
pub fn visitor_clock(moment: DateTime<Utc>) -> NaiveDateTime {
    let date = Date::new(&milliseconds(moment));
    // Minutes west of UTC (ECMAScript, Date.prototype.getTimezoneOffset).
    let behind = Duration::minutes(date.get_timezone_offset() as i64);
    let utc = moment.naive_utc();
    utc.checked_sub_signed(behind).unwrap_or(utc)
}
