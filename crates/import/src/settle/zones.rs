//! Hours that a source writes in a zone of its own, by the venue's clock.

use chrono::Duration;
use event_file::WallTime;
use event_file::zone::Zones as _;
use tz_database::{TzDatabase, abbreviation, named};

use super::written::written;
use crate::draft::{Draft, Stamp};
use crate::table::value::keep;
use crate::zone_names::{ZoneName, zone};

/// Takes what an entry has as its zone and is no place's: UTC, an offset, an abbreviation, a text that nobody knows.
/// The place gives the zone then.
pub fn set_aside(draft: &mut Draft) {
    let Some(name) = draft.text_of("timezone").map(str::to_owned) else {
        return;
    };
    let of_a_place = named(&name).is_some_and(|zone| zone.name().contains('/'));
    if draft.ours
        || of_a_place && zone(&name) != Some(ZoneName::Offset(0)) && !name.starts_with("Etc/")
    {
        return;
    }
    draft.fields.shift_remove("timezone");
    if draft.hours_in.is_none() {
        draft.hours_in = Some(name);
    } else if zone(&name).is_none() {
        keep(draft, "timezone", &name);
    }
}

/// Converts hours written in a zone of the source's to the venue's.
///
/// # Errors
/// The name means several zones, none of which keeps the venue's time.
pub fn convert(draft: &mut Draft) -> Result<(), String> {
    let Some(name) = draft.hours_in.clone() else {
        return Ok(());
    };
    let venue = draft.text_of("timezone").filter(|id| named(id).is_some());
    let venue = venue.map(str::to_owned);
    let hours = [draft.start, draft.end];
    let timed = hours
        .into_iter()
        .flatten()
        .any(|stamp| clock(stamp).is_some());
    match (zone(&name), venue) {
        (Some(ZoneName::Local), _) => {}
        (None, _) => {
            keep(draft, "timezone", &name);
            if timed {
                draft.notes.push(format!(
                    "“{name}” is no time zone that is known: the hours are taken for the venue's"
                ));
            }
        }
        // Phoenix is on “MST” in summer too.
        (Some(_), Some(venue)) if timed && is_called(&venue, &name, hours) => {}
        (Some(zone), Some(venue)) if timed => {
            let moved = in_each(&zone, hours);
            let at_venue = |stamp: Stamp| written(stamp, Some(&venue));
            let text = |stamps: &[Option<Stamp>; 2]| stamps.map(|stamp| stamp.map(at_venue));
            let as_written = text(&hours);
            if moved.iter().any(|stamps| text(stamps) == as_written) {
                return Ok(());
            }
            let moved = match &zone {
                ZoneName::Zones(ids) => in_each(&of_area(ids, &venue), hours),
                _ => moved,
            };
            let [stamps] = moved[..] else {
                return Err(several(&name, &zone));
            };
            [draft.start, draft.end] = stamps;
            if let (Some(from), Some(to)) = (hours[0], stamps[0].map(at_venue)) {
                draft
                    .notes
                    .push(format!("{from} in {name} is {to} at the venue ({venue})"));
            }
        }
        (Some(zone), None) => match &zone {
            ZoneName::Zones(ids) => match &ids[..] {
                [id] => draft.put("timezone", id),
                _ if timed => return Err(several(&name, &zone)),
                _ => {}
            },
            _ => {
                if let [stamps] = in_each(&zone, hours)[..] {
                    [draft.start, draft.end] = stamps;
                }
            }
        },
        (Some(_), Some(_)) => {}
    }
    Ok(())
}

/// Whether the venue's own clocks have this name at all of these hours.
fn is_called(venue: &str, name: &str, hours: [Option<Stamp>; 2]) -> bool {
    let own = |local| abbreviation(named(venue)?, local);
    let mut clocks = hours.into_iter().flatten().filter_map(clock);
    clocks.all(|local| own(local).is_some_and(|own| own.eq_ignore_ascii_case(name.trim())))
}

/// Of several zones the one of the venue's part of the world, if there is one.
fn of_area(ids: &[String], venue: &str) -> ZoneName {
    let area = |id: &str| id.split('/').next().map(str::to_owned);
    let mut near = ids.iter().filter(|id| area(id) == area(venue));
    ZoneName::Zones(match (near.next(), near.next()) {
        (Some(one), None) => vec![one.clone()],
        _ => ids.to_vec(),
    })
}

fn several(name: &str, zone: &ZoneName) -> String {
    let ids = match zone {
        ZoneName::Zones(ids) => ids.join(" or "),
        _ => String::new(),
    };
    format!(
        "its hours are in “{name}”, which may be {ids}; write the venue's hours, or the zone as its IANA id"
    )
}

/// Start and end as moments, in each of the zones that a name means.
fn in_each(zone: &ZoneName, hours: [Option<Stamp>; 2]) -> Vec<[Option<Stamp>; 2]> {
    let moved = |offset: &dyn Fn(chrono::NaiveDateTime) -> Option<i32>| {
        hours.map(|stamp| {
            let stamp = stamp?;
            let moment = clock(stamp).and_then(|clock| {
                let minutes = Duration::minutes(offset(clock)?.into());
                clock.checked_sub_signed(minutes)
            });
            Some(moment.map_or(stamp, |utc| Stamp::Moment(utc.and_utc())))
        })
    };
    match zone {
        ZoneName::Local => vec![hours],
        ZoneName::Offset(minutes) => vec![moved(&|_| Some(*minutes))],
        ZoneName::Zones(ids) => {
            let each = ids
                .iter()
                .map(|id| moved(&|clock| TzDatabase.offset(id, clock)));
            each.collect()
        }
    }
}

/// What a clock shows that says nothing of its offset.
fn clock(stamp: Stamp) -> Option<chrono::NaiveDateTime> {
    match stamp {
        Stamp::Wall(WallTime {
            date,
            time: Some(time),
            offset: None,
        }) => Some(date.and_time(time)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
