//! Dates and times of iCalendar, in which zone they are, and durations (RFC 5545, section 3.3).

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _};
use tz_database::{TzDatabase, named};

use event_file::WallTime;
use event_file::zone::Zones as _;

use super::lines::Property;
use super::zones::{Custom, Zone, ZonesOf};
use crate::draft::Stamp;

/// A value of DTSTART and its like.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// The date written.
    pub date: NaiveDate,
    /// The time written; `None` for a whole day.
    pub time: Option<NaiveTime>,
    /// In which zone.
    pub zone: Zone,
}

impl Time {
    /// What the clock shows, midnight for a whole day.
    pub fn clock(&self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or_default())
    }

    /// The same time by another zone's clock; as it is where one of the two is not known.
    pub fn clock_in(&self, zone: &Zone) -> NaiveDateTime {
        if self.time.is_none() || self.zone == *zone {
            return self.clock();
        }
        let Some(utc) = self.utc() else {
            return self.clock();
        };
        match zone {
            Zone::Named(id) => {
                named(id).map_or(utc, |zone| zone.from_utc_datetime(&utc).naive_local())
            }
            Zone::Custom(custom) => {
                let guess = utc + Duration::minutes(custom.offset(utc).into());
                utc + Duration::minutes(custom.offset(guess).into())
            }
            Zone::Utc => utc,
            Zone::Floating => self.clock(),
        }
    }

    fn utc(&self) -> Option<NaiveDateTime> {
        let clock = self.clock();
        let offset = match &self.zone {
            Zone::Utc => 0,
            Zone::Named(id) => TzDatabase.offset(id, clock)?,
            Zone::Custom(custom) => custom.offset(clock),
            Zone::Floating => return None,
        };
        clock.checked_sub_signed(Duration::minutes(offset.into()))
    }
}

/// A clock in a zone, as the event file can have it; and the zone's id.
pub fn stamp(clock: NaiveDateTime, whole_day: bool, zone: &Zone) -> Stamp {
    if whole_day {
        return Stamp::Wall(WallTime::day(clock.date()));
    }
    let wall = |offset| {
        let time = Some(clock.time());
        Stamp::Wall(WallTime {
            date: clock.date(),
            time,
            offset,
        })
    };
    match zone {
        Zone::Utc => Stamp::Moment(clock.and_utc()),
        Zone::Named(_) | Zone::Floating => wall(None),
        Zone::Custom(custom) => wall(Some(custom.offset(clock))),
    }
}

/// The values of a property that holds times; `None` for one of them that is none.
pub fn times(property: &Property, zones: &ZonesOf) -> Vec<Option<Time>> {
    let zone = |utc: bool| match property.parameter("TZID") {
        _ if utc => Zone::Utc,
        Some(id) => zones.named(id),
        None => Zone::Floating,
    };
    // Of a period, the start.
    let values = property
        .value
        .split(',')
        .map(|value| value.split('/').next().unwrap_or_default());
    values.map(|value| time(value.trim(), zone)).collect()
}

fn time(value: &str, zone: impl Fn(bool) -> Zone) -> Option<Time> {
    let (date, clock) = value
        .split_once(['T', 't'])
        .map_or((value, None), |(date, clock)| (date, Some(clock)));
    let utc = value.ends_with(['Z', 'z']);
    let date: String = date.trim_end_matches(['Z', 'z']).replace('-', "");
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (date.len() == 8 && digits(&date)).then_some(())?;
    let part = |text: &str, from: usize| text.get(from..from + 2)?.parse::<u32>().ok();
    let date = NaiveDate::from_ymd_opt(
        date.get(..4)?.parse().ok()?,
        part(&date, 4)?,
        part(&date, 6)?,
    )?;
    let Some(clock) = clock else {
        return Some(Time {
            date,
            time: None,
            zone: Zone::Floating,
        });
    };
    let clock: String = clock.trim_end_matches(['Z', 'z']).replace(':', "");
    (digits(&clock) && matches!(clock.len(), 4 | 6)).then_some(())?;
    let second = part(&clock, 4).unwrap_or(0).min(59);
    let time = NaiveTime::from_hms_opt(part(&clock, 0)?, part(&clock, 2)?, second)?;
    Some(Time {
        date,
        time: Some(time),
        zone: zone(utc),
    })
}

/// A duration such as `PT1H30M` or `P1D` (section 3.3.6).
pub fn duration(value: &str) -> Option<Duration> {
    let value = value.trim();
    let value = value.strip_prefix('+').unwrap_or(value).strip_prefix('P')?;
    let mut total = Duration::zero();
    let mut digits = String::new();
    for letter in value.chars() {
        match letter {
            '0'..='9' if digits.len() < 6 => digits.push(letter),
            'T' if digits.is_empty() => {}
            'W' | 'D' | 'H' | 'M' | 'S' => {
                let count: i64 = digits.parse().ok()?;
                digits.clear();
                total += match letter {
                    'W' => Duration::weeks(count),
                    'D' => Duration::days(count),
                    'H' => Duration::hours(count),
                    'M' => Duration::minutes(count),
                    _ => Duration::seconds(count),
                };
            }
            _ => return None,
        }
    }
    digits.is_empty().then_some(total)
}

/// A moment such as LAST-MODIFIED.
pub fn moment(property: &Property) -> Option<DateTime<chrono::Utc>> {
    let found = time(property.value.trim(), |_| Zone::Utc)?;
    found.time?;
    Some(found.clock().and_utc())
}

impl Custom {
    /// Minutes east of UTC in force when clocks show `local`.
    pub fn offset(&self, local: NaiveDateTime) -> i32 {
        self.at(local)
    }
}
