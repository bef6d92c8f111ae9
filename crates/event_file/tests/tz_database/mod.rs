//! The time zones of the tz database, for the tests of reading.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use event_file::zone::Zones;

/// The tz database of the crate chrono-tz; offsets are not asked for.
pub struct TzDatabase;

impl Zones for TzDatabase {
    fn offset(&self, _: &str, _: NaiveDateTime) -> Option<i32> {
        None
    }

    fn spelled(&self, id: &str) -> Option<String> {
        let named = |zone: &&Tz| zone.name().eq_ignore_ascii_case(id);
        let zone = chrono_tz::TZ_VARIANTS.iter().find(named)?;
        Some(zone.name().to_owned())
    }
}
