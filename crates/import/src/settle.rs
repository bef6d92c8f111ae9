//! The last steps of an entry: its times by the venue's clock, its title, what an editor sets.

mod moved_from;
mod said_day;
mod said_hour;
mod said_place;
mod said_shift;
mod written;
pub mod zones;

use event_file::WallTime;
use event_file::event::Status;
use event_file::zone::Zones as _;
use tz_database::{TzDatabase, canonical, named};

use self::written::written;
use super::draft::{Draft, Reject, Stamp};

/// Puts start and end into an entry, and a title if it has none of its own: what kind of action it is, or what
/// its place is called.
///
/// # Errors
/// It has no title and no place to be named after, the zone of its hours may be several, or it says a new hour that is not its
/// start.
pub fn settle(mut draft: Draft) -> Result<Draft, Box<Reject>> {
    if draft.ours {
        return Ok(draft);
    }
    if draft.text_of("title").is_none()
        && let Some(kind) = draft.called.take()
    {
        draft.put("title", &kind);
    }
    if draft.text_of("title").is_none() {
        let place = [draft.text_of("place"), draft.text_of("city")];
        let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let name = draft.location.clone().unwrap_or(place);
        if name.is_empty() {
            return Err(Box::new(draft.rejected(
                "no title; say --set title=TEXT, or --map HEADING=title",
            )));
        }
        draft.put("title", &name);
    }
    if let Err(reason) = zones::convert(&mut draft) {
        return Err(Box::new(draft.rejected(reason)));
    }
    if let Some(zone) = draft.text_of("timezone").and_then(canonical) {
        draft.put("timezone", &zone);
    }
    times(&mut draft);
    same_day_twice(&mut draft);
    said_day::compare(&mut draft);
    said_shift::compare(&mut draft);
    said_place::compare(&mut draft);
    nowhere(&mut draft);
    if let Err(reason) = said_hour::compare(&mut draft) {
        return Err(Box::new(draft.rejected(reason)));
    }
    if let Some(series) = draft
        .series
        .take()
        .filter(|_| draft.text_of("series").is_none())
    {
        let city = draft.text_of("city");
        let series = city.map_or_else(|| series.clone(), |city| format!("{series}, {city}"));
        draft.put("series", &series);
    }
    Ok(draft)
}

/// Says so of an entry that nothing places: calendars have them without a word.
fn nowhere(draft: &mut Draft) {
    let places = [
        "city", "country", "place", "address", "lat", "region", "route", "online",
    ];
    let status = draft.text_of("status") == Some(Status::MovedOnline.name());
    let is_said = || draft.notes.iter().any(|note| note.contains("has no place"));
    if !status
        && draft.cancels.is_none()
        && !places.iter().any(|field| draft.fields.contains_key(*field))
        && !is_said()
    {
        draft
            .notes
            .push("it has no place: nothing says in which city it is".to_owned());
    }
}

/// Leaves out an end that is the start.
fn same_day_twice(draft: &mut Draft) {
    let (start, end) = (draft.text_of("start"), draft.text_of("end"));
    if start.is_some() && start == end {
        draft.fields.shift_remove("end");
    }
}

/// Start and end as the event file has them.
fn times(draft: &mut Draft) {
    let mut zone = draft.text_of("timezone").map(str::to_owned);
    if let (None, Some(Stamp::Moment(_)), Some(of_source)) =
        (&zone, draft.start, draft.zone_of_source.clone())
    {
        draft.put("timezone", &of_source);
        zone = Some(of_source);
    }
    let known = zone.as_deref().and_then(named).is_some();
    if let (Some(Stamp::Moment(_)), false) = (draft.start, known) {
        draft
            .notes
            .push("the venue's zone is not known: the time is given in UTC".to_owned());
    }
    if let (
        Some(Stamp::Wall(WallTime {
            time: Some(_),
            offset: Some(_),
            ..
        })),
        Some(zone),
    ) = (draft.start, &zone)
        && let Some(Stamp::Wall(start)) = draft.start
        && start
            .clock()
            .and_then(|clock| TzDatabase.offset(zone, clock))
            != start.offset
    {
        draft.notes.push(format!(
            "the time {start} does not fit the zone {zone}: kept as written"
        ));
        draft.fields.shift_remove("timezone");
        draft
            .fields
            .insert("start".to_owned(), start.to_string().into());
        let end = draft.end.map(|end| end.to_string());
        draft.put("end", end.as_deref().unwrap_or_default());
        return;
    }
    for (field, stamp) in [("start", draft.start), ("end", draft.end)] {
        if let Some(stamp) = stamp {
            let text = written(stamp, zone.as_deref());
            // Midnight of the place, as programs write a day.
            let day = draft.midnight_is_day && text.ends_with("T00:00");
            draft.put(field, if day { &text[..10] } else { &text });
        }
    }
}
