//! Moments and the clocks of a zone: which hour is meant, and when something ends that lasts so long.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use event_file::WallTime;
use event_file::zone::Zones as _;
use tz_database::TzDatabase;

use crate::draft::Stamp;
use crate::when::time::Clock;
use crate::zone_names::{self, ZoneName};

/// The end of what begins at an hour and lasts so long.
pub(super) fn after(start: Stamp, lasts: chrono::Duration) -> Option<Stamp> {
    match start {
        Stamp::Wall(at) => {
            let end = at.date.and_time(at.time?).checked_add_signed(lasts)?;
            Some(Stamp::Wall(WallTime {
                date: end.date(),
                time: Some(end.time()),
                offset: at.offset,
            }))
        }
        Stamp::Moment(at) => at.checked_add_signed(lasts).map(Stamp::Moment),
    }
}

/// Whether clocks of a zone show an hour at a moment.
pub(super) fn is_at(moment: DateTime<Utc>, clock: Clock, zone: &str) -> bool {
    let shows = |offset: &dyn Fn(NaiveDateTime) -> Option<i32>| {
        let days = [-1, 0, 1].map(TimeDelta::days);
        days.into_iter().any(|days| {
            let day = moment.date_naive().checked_add_signed(days);
            let wall = day.map(|day| day.and_time(clock.from));
            let utc = wall
                .and_then(|wall| wall.checked_sub_signed(TimeDelta::minutes(offset(wall)?.into())));
            utc == Some(moment.naive_utc())
        })
    };
    match zone_names::zone(zone) {
        Some(ZoneName::Zones(ids)) => ids
            .iter()
            .any(|id| shows(&|wall| TzDatabase.offset(id, wall))),
        Some(ZoneName::Offset(minutes)) => shows(&|_| Some(minutes)),
        Some(ZoneName::Local) | None => false,
    }
}

/// What stands in UTC is a moment: nobody's clock at the venue shows it, unless that is where UTC is.
pub fn moment(stamp: Stamp) -> Stamp {
    match stamp {
        Stamp::Wall(WallTime {
            date,
            time: Some(time),
            offset: Some(0),
        }) => Stamp::Moment(date.and_time(time).and_utc()),
        other => other,
    }
}
