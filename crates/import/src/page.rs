//! A page of the web: what schema.org says in it, what it marks up, the rows of its tables; where there is nothing of these,
//! its text. What one of them has beside another is read as well, unless it is the same event.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use fold::fold;
use serde_json::Value;

use super::draft::{Draft, Origin, Reading, Reject};
use super::format::Format;
use super::html::{self, tables};
use super::options::Options;
use super::{json, listing};

/// Reads a page.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let mut reading = scripts(text, source, options);
    let has_scripts = reading.entries > 0;
    let mut marked = Reading::default();
    let events = Value::Array(html::microdata::events(text));
    json::take(&events, source, 1, Some(Format::Html), options, &mut marked);
    let has_marked = marked.entries > 0;
    if has_marked && !has_scripts {
        let note = "the events that it marks up (microdata, h-event) are read, the text around them is not";
        marked.notes.push(note.to_owned());
        let elements = "[itemscope], .h-event, .vevent, table, dl";
        marked
            .notes
            .extend(tables::outside(html::parsed(text), elements, "them"));
    }
    beside(marked, &mut reading);
    match tables::read(text, source, options) {
        Some(rows) if has_scripts || has_marked => only_others(rows, &mut reading),
        Some(rows) => reading.append(rows),
        None => {}
    }
    match reading.entries {
        0 => listing::read(&html::listing(text), source, options),
        _ => reading,
    }
}

/// What the scripts of a page say.
fn scripts(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let mut reading = Reading::default();
    for (line, script) in &html::scripts(text, "ld+json") {
        let origin = Origin {
            source: Arc::clone(source),
            unit: "line",
            number: *line,
        };
        match serde_json::from_str::<Value>(script) {
            Ok(value) => json::take(
                &value,
                source,
                *line,
                Some(Format::Html),
                options,
                &mut reading,
            ),
            Err(error) => reading.reject(Reject::new(origin, script, json::unreadable(&error))),
        }
    }
    // Pages say much about themselves that is no event; that is no one's reject.
    reading.rejects.retain(|reject| {
        let about = reject.reason.ends_with("not an event")
            || reject.reason.starts_with("no event of a format");
        reading.entries -= usize::from(about);
        !about
    });
    reading
}

/// Takes what is read beside other events, but for those that are the same.
fn beside(mut more: Reading, reading: &mut Reading) {
    let before = more.drafts.len();
    let known = &reading.drafts;
    more.drafts
        .retain(|draft| !known.iter().any(|own| is_same(own, draft)));
    more.entries -= before - more.drafts.len();
    reading.append(more);
}

/// Takes the rows of tables that are events of their own beside those that the page marks up; a table may also hold parts
/// of these, or no events at all, so rows that give none are only counted.
fn only_others(mut rows: Reading, reading: &mut Reading) {
    rows.drafts.retain(|draft| draft.start.is_some());
    let days: BTreeSet<NaiveDate> = reading.drafts.iter().filter_map(day).collect();
    let refused = rows.rejects.len();
    rows.rejects.clear();
    // Rows without a city or place beside an event on the same day are of its programme.
    let is_part = |draft: &Draft| {
        let placed = draft.location.is_some()
            || ["city", "place", "address"]
                .iter()
                .any(|field| draft.text_of(field).is_some());
        !placed && day(draft).is_some_and(|day| days.contains(&day))
    };
    let all = rows.drafts.len();
    rows.drafts.retain(|draft| !is_part(draft));
    let parts = all - rows.drafts.len();
    let known = &reading.drafts;
    rows.drafts
        .retain(|draft| !known.iter().any(|own| is_same(own, draft)));
    rows.entries = rows.drafts.len();
    if rows.drafts.is_empty() {
        rows.notes.clear();
    }
    reading.append(rows);
    if refused + parts > 0 {
        reading.notes.push(format!(
            "beside the events that the page marks up, {} of its tables are not read; --from csv on a copy of the table reads them",
            match refused + parts {
                1 => "a row".to_owned(),
                rows => format!("{rows} rows"),
            }
        ));
    }
}

fn day(draft: &Draft) -> Option<NaiveDate> {
    draft.start.as_ref().and_then(|start| start.wall_date())
}

/// Whether two drafts are of one event: on one day, with the same title, place or address of the web, or at one moment where
/// one of them has no place.
fn is_same(one: &Draft, other: &Draft) -> bool {
    let text = |draft: &Draft, field: &str| {
        let text = draft.text_of(field).map(fold).unwrap_or_default();
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    };
    let place = |draft: &Draft| {
        let place = text(draft, "place");
        match place.is_empty() {
            true => draft.location.as_deref().map(fold).unwrap_or_default(),
            false => place,
        }
    };
    let alike = |one: String, other: String| {
        !one.is_empty() && !other.is_empty() && (one.contains(&other) || other.contains(&one))
    };
    let same_day = day(one).is_some() && day(one) == day(other);
    let same = |field: &str| alike(text(one, field), text(other, field));
    same_day
        && (same("title")
            || alike(place(one), place(other))
            || same("url")
            || one.start == other.start && (place(one).is_empty() || place(other).is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Day and title of each event of a page.
    #[track_caller]
    fn check(page: &str, expected: &[&str]) -> Reading {
        let options = Options::new(NaiveDate::MIN);
        let reading = read(page, &"page.html".into(), &options);
        let found: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| {
                let title = draft.text_of("title").unwrap_or_default();
                format!(
                    "{} {title}",
                    draft.start.map_or(String::new(), |start| start.to_string())
                )
            })
            .collect();
        assert_eq!(found, expected, "{page}");
        reading
    }

    const SCRIPT: &str = "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\
        \"name\":\"Rally A\",\"startDate\":\"2027-03-06T15:00\",\"location\":{\"@type\":\"Place\",\"name\":\"City Square\",\
        \"address\":{\"addressLocality\":\"Leeds\",\"addressCountry\":\"GB\"}}}</script>";

    #[test]
    fn other_events_beside_a_script_are_read_too() {
        let marked = |title: &str, day: &str| {
            format!(
                "<div itemscope itemtype='https://schema.org/Event'><b itemprop=name>{title}</b><time itemprop=startDate \
                 datetime='{day}T15:00'></time><span itemprop=location>City Square, Leeds</span></div>"
            )
        };
        let same = marked("Rally A", "2027-03-06");
        check(&format!("{SCRIPT}{same}"), &["2027-03-06T15:00 Rally A"]);
        let other = marked("Rally B", "2027-03-07");
        check(
            &format!("{SCRIPT}{other}"),
            &["2027-03-06T15:00 Rally A", "2027-03-07T15:00 Rally B"],
        );
        let table = "<table><tr><th>Date<th>Time<th>City<th>Title<tr><td>7 March 2027<td>2pm<td>York<td>Rally C\
            <tr><td>6 March 2027<td>3pm<td>Leeds<td>Rally A<tr><td>later<td>3pm<td>Leeds<td>Rally D</table>";
        let read = check(
            &format!("{SCRIPT}{table}"),
            &["2027-03-06T15:00 Rally A", "2027-03-07T14:00 Rally C"],
        );
        let said = read
            .notes
            .iter()
            .any(|note| note.contains("a row of its tables"));
        assert!(said, "{:?}", read.notes);
    }
}
