//! The rules of time zones, from the tz database compiled in.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeZone as _};
use chrono_tz::{OffsetName as _, Tz};
use event_file::zone::{Zones, wall_offset};
use icu_time::zone::iana::IanaParserExtended;

/// The tz database of the crate chrono-tz.
#[derive(Debug, Clone, Copy)]
pub struct TzDatabase;

impl Zones for TzDatabase {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        let zone = named(zone)?;
        wall_offset(local, |utc| Some(offset_at(zone, utc)))
    }

    fn spelled(&self, id: &str) -> Option<String> {
        named(id).map(|zone| zone.name().to_owned())
    }
}

/// A zone by its IANA id, in whatever case.
pub fn named(id: &str) -> Option<Tz> {
    id.parse()
        .ok()
        .or_else(|| Tz::from_str_insensitive(id).ok())
}

/// The id that the tz database has for a zone today, by any of its ids: `US/Eastern` is `America/New_York`, `Europe/Kiev`
/// is `Europe/Kyiv`. Zones of different countries stay apart.
///
/// Source: Unicode CLDR, `timezone.xml`.
pub fn canonical(id: &str) -> Option<String> {
    let zone = named(id)?.name();
    let canonical = IanaParserExtended::new().parse(zone).canonical;
    // “Etc/Unknown” and ids newer than the compiled tz database.
    let known = canonical != "Etc/Unknown" && named(canonical).is_some();
    Some(if known { canonical } else { zone }.to_owned())
}

/// Minutes east of UTC in force in a zone at a moment, given as UTC.
pub fn offset_at(zone: Tz, utc: NaiveDateTime) -> i32 {
    let offset = zone.offset_from_utc_datetime(&utc).fix();
    offset.local_minus_utc() / 60
}

/// What the clocks of a zone are called when they show `local`: “MST”; `None` for an hour that they skip.
pub fn abbreviation(zone: Tz, local: NaiveDateTime) -> Option<String> {
    let local = zone.from_local_datetime(&local).earliest()?;
    local.offset().abbreviation().map(str::to_owned)
}

/// Whether two zones keep the same time throughout a year; not when one of them is unknown.
pub fn alike(one: &str, other: &str, year: i32) -> bool {
    let (Some(one), Some(other)) = (named(one), named(other)) else {
        return false;
    };
    (1..=12).all(|month| {
        let day = NaiveDate::from_ymd_opt(year, month, 15);
        let at = day.map(|day| day.and_time(NaiveTime::MIN));
        at.is_none_or(|at| offset_at(one, at) == offset_at(other, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(zone: &str, local: &str, expected: Option<i32>) {
        let local = local.parse().unwrap();
        assert_eq!(TzDatabase.offset(zone, local), expected, "{zone} {local}");
    }

    #[test]
    fn offsets_are_those_of_the_day() {
        check("America/New_York", "2023-11-04T14:00:00", Some(-240));
        check("America/New_York", "2023-11-06T14:00:00", Some(-300));
        check("europe/berlin", "2023-11-04T14:00:00", Some(60));
        check("Mars/Olympus", "2023-11-04T14:00:00", None);
    }

    #[test]
    fn aliases_are_resolved() {
        for (alias, id) in [
            ("US/Eastern", "America/New_York"),
            ("us/pacific", "America/Los_Angeles"),
            ("Asia/Calcutta", "Asia/Kolkata"),
            ("Europe/Kiev", "Europe/Kyiv"),
            ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
            ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
            ("GB", "Europe/London"),
            ("Turkey", "Europe/Istanbul"),
            // The same clock, other countries.
            ("Europe/Oslo", "Europe/Oslo"),
            ("Europe/Bratislava", "Europe/Bratislava"),
            ("Europe/Berlin", "Europe/Berlin"),
            ("America/Montreal", "America/Toronto"),
        ] {
            assert_eq!(canonical(alias).as_deref(), Some(id), "{alias}");
        }
        assert_eq!(canonical("Mars/Olympus"), None);
    }
}
