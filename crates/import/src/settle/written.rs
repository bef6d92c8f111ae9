//! A time as it is written in the event file: by the venue's clock.

use chrono::{DateTime, TimeZone as _, Utc};
use event_file::WallTime;
use event_file::zone::Zones as _;
use tz_database::{TzDatabase, named, offset_at};

use crate::draft::Stamp;

/// A time by the venue's clock, as far as its zone is known.
pub(super) fn written(stamp: Stamp, zone: Option<&str>) -> String {
    let known = zone.and_then(|id| Some((id, named(id)?)));
    match (stamp, known) {
        (Stamp::Moment(at), Some((id, _))) => wall(at, id).to_string(),
        (Stamp::Wall(at), Some((id, _))) if at.offset.is_some() => {
            let fits = at.clock().and_then(|clock| TzDatabase.offset(id, clock)) == at.offset;
            let bare = WallTime { offset: None, ..at };
            if fits { bare } else { at }.to_string()
        }
        (stamp, _) => stamp.to_string(),
    }
}

/// What a zone's clock shows at a moment; with its offset when it shows that time twice and the second
/// is meant.
fn wall(at: DateTime<Utc>, id: &str) -> WallTime {
    let Some(zone) = named(id) else {
        return WallTime::day(at.date_naive());
    };
    let clock = zone.from_utc_datetime(&at.naive_utc()).naive_local();
    let offset = offset_at(zone, at.naive_utc());
    let first = TzDatabase.offset(id, clock) == Some(offset);
    WallTime {
        date: clock.date(),
        time: Some(clock.time()),
        offset: (!first).then_some(offset),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(moment: &str, zone: &str, expected: &str) {
        let at: DateTime<Utc> = moment.parse().unwrap();
        assert_eq!(written(Stamp::Moment(at), Some(zone)), expected);
    }

    #[test]
    fn moments_are_told_by_the_venues_clock() {
        check(
            "2023-11-04T18:00:00Z",
            "America/New_York",
            "2023-11-04T14:00",
        );
        check(
            "2023-11-05T05:30:00Z",
            "America/New_York",
            "2023-11-05T01:30",
        );
        check(
            "2023-11-05T06:30:00Z",
            "America/New_York",
            "2023-11-05T01:30:00-05:00",
        );
        check("2023-11-04T18:00:00Z", "Mars/Base", "2023-11-04T18:00:00Z");
    }
}
