//! Words of an entry that say that its day is another than the one it has.

use chrono::NaiveDate;
use event_file::event::Status;

use super::super::entry::piece::moved_from;
use super::super::entry::said::{Group, Said};
use super::other_day::{other_day, weekday_of_another};
use crate::cancelled;
use crate::draft::Draft;

/// Why the days of an entry may not be those on which it takes place: “áthelyezve december 13-ra”, to which day is in its
/// words, and not read; “Teruel: 19:30 Plaza de San Juan. Domingo 10: ruta 11:00”.
pub fn contradicted(
    draft: &Draft,
    group: &Group,
    said: &Said,
    days: &[NaiveDate],
) -> Option<String> {
    let moves = |text: &&String| {
        let numbered = text.contains(char::is_numeric);
        let status = cancelled::status(text).or_else(|| cancelled::begins(text));
        let later = cancelled::moved(text).is_some()
            && cancelled::status(text).is_none()
            // “Festplassen (flyttet fra Torget)”: the place is the new one.
            && moved_from(text).is_none();
        // “moved to 5 November”: that is the day it has.
        let dated = group.days.is_some() && !numbered;
        // “rescheduled for the 16th”: what is only postponed may stand on its old day.
        let elsewhen = status == Some(Status::Rescheduled) && numbered;
        (later && !dated || elsewhen) && said.previously.is_none()
    };
    let texts = || {
        let texts = said.groups.iter().flat_map(|group| &group.texts);
        texts.map(|(text, _)| text)
    };
    if let Some(words) = texts().find(moves) {
        return Some(format!(
            "“{words}” moves it: write the day, hour and place that hold now"
        ));
    }
    // “Niš” and “Kaş” are cities, and Turkish short for months.
    let is_city = |text: &&String| {
        draft.location.as_ref() == Some(*text) && text.chars().all(char::is_alphabetic)
    };
    let mut own = texts().filter(|text| !is_city(text));
    let words = own.find_map(|text| other_day(text, days)).or_else(|| {
        let mut lead = said.lead.iter().flatten();
        lead.find_map(|text| weekday_of_another(text, days))
    })?;
    Some(format!(
        "“{words}” names another day: write a line for each event"
    ))
}
