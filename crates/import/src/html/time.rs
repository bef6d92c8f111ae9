//! The machine-readable date of `<time datetime="…">`, in place of what people see of it.
//!
//! Source: <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element>.

use chrono::{Datelike as _, NaiveDate};
use event_file::WallTime;
use scraper::node::Element;

use crate::draft::Stamp;
use crate::when::date::date_at;
use crate::when::exactly;
use crate::when::names::weekday_at;
use crate::when::time::{Clock, time_at};
use crate::when::tokens::tokens;
use crate::when::written::Form;

/// Classes of the elements that say when a page was published.
const PUBLISHED: [&str; 5] = [
    "published",
    "updated",
    "entry-date",
    "dt-published",
    "dt-updated",
];

/// The day and hour of a `time` element, to be read in place of its text; `None` where the text must stay: the attribute
/// names no day, says when the page was published, or contradicts the text.
pub fn in_numbers(element: &Element, text: &str) -> Option<String> {
    let published = |class: &str| PUBLISHED.contains(&class);
    if element.attr("pubdate").is_some() || element.classes().any(published) {
        return None;
    }
    let (day, time) = match exactly(element.attr("datetime")?.trim())? {
        Stamp::Wall(WallTime {
            date,
            time,
            offset: Some(0),
        }) => (date, time.map(|_| None)),
        Stamp::Wall(at) => (at.date, at.time.map(Some)),
        Stamp::Moment(at) => (at.date_naive(), Some(None)),
    };
    let seen = Seen::of(text);
    let own_day = match seen.day? {
        Some(form) => near(&form, day)?,
        None => day,
    };
    let clock = match (seen.clock, time) {
        (Some(clock), _) => Some(clock),
        (None, Some(Some(time))) => Some(Clock::at(time)),
        // The hour of a moment in UTC is not that of the venue's clock.
        (None, Some(None)) => return None,
        (None, None) => None,
    };
    let clock = clock.map_or(String::new(), |clock| {
        let end = clock
            .to
            .map_or(String::new(), |to| to.format("–%H:%M").to_string());
        format!(" {}{end}", clock.from.format("%H:%M"))
    });
    Some(format!("{own_day}{clock}"))
}

/// What people see: a date or a day of the week, and an hour.
struct Seen {
    /// `None` when neither is there; the date, if it is one.
    day: Option<Option<Form>>,
    clock: Option<Clock>,
}

impl Seen {
    fn of(text: &str) -> Self {
        let tokens = tokens(text.get(..200).unwrap_or(text));
        let mut seen = Self {
            day: None,
            clock: None,
        };
        let mut at = 0;
        while at < tokens.len() {
            if let Some((date, to)) =
                date_at(&tokens, at).filter(|_| seen.day.as_ref().is_none_or(Option::is_none))
            {
                seen.day = Some(Some(date.form));
                at = to;
            } else if let Some((clock, to)) =
                time_at(&tokens, at, false).filter(|_| seen.clock.is_none())
            {
                seen.clock = Some(clock);
                at = to;
            } else if let Some((_, to)) = weekday_at(&tokens, at).filter(|_| seen.day.is_none()) {
                seen.day = Some(None);
                at = to;
            } else {
                at += 1;
            }
        }
        if seen.clock.is_some() {
            seen.day = seen.day.or(Some(None));
        }
        seen
    }
}

/// The date that people see, in the attribute's year where it names none; nothing when it is not the attribute's or the
/// one beside it, as it may be by another zone's clock.
fn near(form: &Form, day: NaiveDate) -> Option<NaiveDate> {
    let own = match *form {
        Form::Day(own) => own,
        Form::NoYear { month, day: number } => NaiveDate::from_ymd_opt(day.year(), month, number)?,
        _ => day,
    };
    ((own - day).num_days().abs() <= 1).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    #[track_caller]
    fn check(markup: &str, expected: &str) {
        assert_eq!(plain(markup), expected, "{markup}");
    }

    #[test]
    fn the_year_comes_from_the_attribute_and_the_hour_from_either() {
        check(
            "Lyon: <time datetime=\"2023-11-11T14:00\">11 novembre</time>, Bellecour",
            "Lyon: 2023-11-11 14:00, Bellecour",
        );
        check(
            "<time datetime='2023-11-11'>Samstag, 11. November, 14 Uhr</time>: Köln",
            "2023-11-11 14:00: Köln",
        );
        check(
            "<time datetime='2023-11-11'>sábado 11</time>, 18h",
            "2023-11-11, 18h",
        );
        check(
            "<time datetime=\"2023-11-11T13:00:00Z\">11 Nov, 2–4 pm</time> Hull",
            "2023-11-11 14:00–16:00 Hull",
        );
        check(
            "<h2><time datetime='2023-11-11'>11月11日（土）</time></h2>渋谷 14時",
            "2023-11-11\n\n渋谷 14時",
        );
    }

    #[test]
    fn what_is_seen_stays_where_the_attribute_does_not_fit() {
        for (attribute, seen) in [
            ("datetime=\"2023-11-11T13:00:00Z\"", "11 Nov"),
            ("datetime=\"2023-11-01\"", "11 November"),
            ("datetime=\"14:00\"", "2 pm"),
            ("datetime=\"PT2H\"", "2 hours"),
            ("datetime=\"2023-11-11\"", "soon"),
            (
                "class=\"entry-date published\" datetime=\"2023-11-11\"",
                "11 November",
            ),
            ("", "11 November"),
        ] {
            check(&format!("<time {attribute}>{seen}</time>"), seen);
        }
    }
}
