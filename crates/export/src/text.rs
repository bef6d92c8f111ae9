//! Events as a text to paste into a messenger or a mail: by day and city, a line for each, and where to read more.
//!
//! A run of the other direction of writing is isolated (UAX #9, section 2.4), so that programs that know nothing of the
//! text's direction leave it in order; addresses stand in lines of their own, where nothing sticks to them.

use std::fmt::Write as _;

use chrono::{NaiveDate, NaiveTime};
use event_file::event::{Status, Text};
use event_file::{Calendar, Event};
use texts::{Direction, Words, isolated};

use crate::at;

/// The marks that give a line its direction when its first letters do not (UAX #9, section 2.6).
const LEFT_TO_RIGHT: char = '\u{200e}';
const RIGHT_TO_LEFT: char = '\u{200f}';

/// How a text is written.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    /// The language of the sentences in it, and of texts that have a translation.
    pub words: &'a Words,
    /// A day in full: “Saturday, November 4, 2023”.
    pub day: &'a dyn Fn(NaiveDate) -> String,
    /// A time of day.
    pub time: &'a dyn Fn(NaiveTime) -> String,
    /// “3 more events”.
    pub more: &'a dyn Fn(usize) -> String,
    /// The address of an event's page.
    pub link: &'a dyn Fn(&Event) -> Option<String>,
    /// The address of all events, for the end of the text.
    pub all: Option<&'a str>,
    /// How many characters (Unicode scalar values) it may have; what does not fit is counted at its end.
    pub longest: Option<usize>,
}

/// The events at these indices as a text. `None` when not even the first one fits.
pub fn text(calendar: &Calendar, events: &[u32], style: &Style<'_>) -> Option<String> {
    let mut events: Vec<(Option<NaiveDate>, &str, &Event)> = at(calendar, events)
        .map(|event| {
            (
                event.start.map(|start| start.date),
                city(event, style),
                event,
            )
        })
        .collect();
    // Those without a date come last.
    events.sort_by(|one, other| {
        let key = |(day, city, event): &(Option<NaiveDate>, &str, &Event)| {
            let time = event.start.and_then(|start| start.time);
            (day.is_none(), *day, city.is_empty(), fold::fold(city), time)
        };
        key(one).cmp(&key(other))
    });
    let mut body = String::new();
    if let Some(title) = calendar
        .about
        .title
        .as_deref()
        .filter(|title| !title.trim().is_empty())
    {
        line(&mut body, &own(title, style), style);
    }
    let longest = style.longest.unwrap_or(usize::MAX);
    let (mut before, mut fitting) = (None, None);
    let all = events.len();
    for (number, (day, city, event)) in (1..).zip(events) {
        if before.map(|(day, _)| day) != Some(day) {
            body.push('\n');
            let heading = match day {
                Some(day) => (style.day)(day),
                None => style.words.text("time.date_unknown", &[]),
            };
            line(&mut body, &heading, style);
        }
        if before != Some((day, city)) && !city.is_empty() {
            body.push('\n');
            line(&mut body, &own(city, style), style);
        }
        before = Some((day, city));
        line(&mut body, &entry(event, style), style);
        if let Some(link) = (style.link)(event) {
            let _ = writeln!(body, "{link}");
        }
        if body.chars().count() > longest {
            break;
        }
        let whole = format!("{body}{}", foot(all - number, style));
        if whole.chars().count() <= longest {
            fitting = Some(whole);
        }
    }
    match all {
        0 => Some(format!("{body}{}", foot(0, style))),
        _ => fitting,
    }
}

/// How many events are left out, and where all are.
fn foot(more: usize, style: &Style<'_>) -> String {
    let mut foot = String::new();
    if more > 0 {
        foot.push('\n');
        line(&mut foot, &(style.more)(more), style);
    }
    if let Some(all) = style.all {
        let before = if more > 0 { "" } else { "\n" };
        let _ = writeln!(foot, "{before}{all}");
    }
    foot
}

/// An event in one line: “14:00–17:00 Cancelled: March, Town hall”.
fn entry(event: &Event, style: &Style<'_>) -> String {
    let words = style.words;
    let language = words.language();
    let title = match event.title.trim().is_empty() {
        true => words.text("event.untitled", &[]),
        false => event.title_in(language).text.trim().to_owned(),
    };
    let title = match event.status {
        Status::Scheduled | Status::Rescheduled => own(&title, style),
        status => {
            let status = words.text(&format!("status.{}", status.name()), &[]);
            words.text(
                "export.marked",
                &[("status", &status), ("title", &one_line(&title))],
            )
        }
    };
    let place = event.place_in(language).map(|place| place.text);
    let place = place
        .or(event.address.as_deref())
        .filter(|place| !place.trim().is_empty());
    let mut text = match place {
        Some(place) => format!(
            "{title}{}{}",
            words.text("event.separator", &[]),
            own(place, style)
        ),
        None => title,
    };
    if let Some(time) = time(event, style) {
        text = format!("{time} {text}");
    }
    text
}

fn time(event: &Event, style: &Style<'_>) -> Option<String> {
    let start = event.start?;
    let from = (style.time)(start.time?);
    let end = event.sound_end().filter(|end| end.date == start.date);
    Some(match end.and_then(|end| end.time) {
        Some(to) => format!("{from}–{}", (style.time)(to)),
        None => from,
    })
}

fn city<'e>(event: &'e Event, style: &Style<'_>) -> &'e str {
    let city = event.city_in(style.words.language()).map(|city| city.text);
    city.or(event.region.as_ref().map(Text::as_str))
        .unwrap_or_default()
        .trim()
}

/// A text of the event file within a line.
fn own(text: &str, style: &Style<'_>) -> String {
    isolated(&one_line(text), style.words.direction()).into_owned()
}

/// A text without line breaks and other characters that are no part of a line.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Adds a line. One with a run of the other direction says which is its own.
fn line(text: &mut String, line: &str, style: &Style<'_>) {
    if line.contains('\u{2068}') {
        text.push(match style.words.direction() {
            Direction::LeftToRight => LEFT_TO_RIGHT,
            Direction::RightToLeft => RIGHT_TO_LEFT,
        });
    }
    let _ = writeln!(text, "{line}");
}

#[cfg(test)]
mod tests {
    use event_file::zone::NoRules;

    use super::*;

    const EVENTS: &str = r#"{"calendar":{"title":"Actions"},"events":[
        {"id":"c","title":"Vigil","start":"2023-11-05","city":"Lyon"},
        {"id":"b","title":"March\nthere","start":"2023-11-04T16:00","end":"2023-11-04T18:00","city":"Paris","place":"République"},
        {"id":"d","title":"مسيرة","start":"2023-11-04T14:00","city":"Paris","status":"cancelled"},
        {"id":"a","title":"Rally","start":"2023-11-04T12:00","city":"Lyon","url":"https://a.org/rally"},
        {"id":"e","title":"Later"}]}"#;

    fn written(words: &Words, longest: Option<usize>) -> Option<String> {
        let (calendar, _) = event_file::read(EVENTS.as_bytes().to_vec(), &NoRules).unwrap();
        let style = Style {
            words,
            day: &|day| day.to_string(),
            time: &|time| time.to_string()[..5].to_owned(),
            more: &|count| format!("{count} more"),
            link: &|event| event.url.clone().map(String::from),
            all: Some("https://a.org/"),
            longest,
        };
        text(&calendar, &[0, 1, 2, 3, 4], &style)
    }

    #[test]
    fn events_are_listed_by_day_and_city() {
        let expected = "Actions\n\n2023-11-04\n\nLyon\n12:00 Rally\nhttps://a.org/rally\n\nParis\n\
            \u{200e}14:00 Cancelled: \u{2068}مسيرة\u{2069}\n16:00–18:00 March there, République\n\n\
            2023-11-05\n\nLyon\nVigil\n\nDate unknown\nLater\n\nhttps://a.org/\n";
        assert_eq!(written(&Words::english(), None).as_deref(), Some(expected));
    }

    #[test]
    fn a_text_is_as_long_as_it_may_be() {
        let words = Words::english();
        for longest in 0..250 {
            let Some(text) = written(&words, Some(longest)) else {
                assert!(longest < 90, "{longest}");
                continue;
            };
            assert!(text.chars().count() <= longest, "{longest}: {text}");
            let left_out = text.contains(" more\n");
            assert_eq!(left_out, !text.contains("Later"), "{text}");
        }
        let short = "Actions\n\n2023-11-04\n\nLyon\n12:00 Rally\nhttps://a.org/rally\n\n4 more\nhttps://a.org/\n";
        assert_eq!(written(&words, Some(90)).as_deref(), Some(short));
    }

    #[test]
    fn in_a_text_from_right_to_left_every_other_run_is_isolated() {
        let words = Words::with("ar", "{}").unwrap();
        let text = written(&words, None).unwrap();
        assert!(
            text.contains("\u{200f}12:00 \u{2068}Rally\u{2069}\n"),
            "{text}"
        );
        assert!(text.contains("\nhttps://a.org/rally\n"), "{text}");
    }
}
