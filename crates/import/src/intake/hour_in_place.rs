//! The hour that stands in the place of an event for which a source gives no more than the day: “Markt 2 – 17 Uhr”.

use chrono::Days;
use event_file::WallTime;

use crate::draft::{Draft, Stamp};
use crate::when;
use crate::when::hours::Hours;
use crate::when::time::Clock;

/// The fields in which it may stand, beside the place in one text.
const FIELDS: [&str; 2] = ["place", "address"];

/// Reads the hour in the place of an entry that has none, and says so; where it may be of either half of the day or is not the
/// only one, it is only said.
pub fn take(draft: &mut Draft) {
    let Some(Stamp::Wall(start)) = draft.start.filter(|_| !draft.ours) else {
        return;
    };
    if start.time.is_some() {
        return;
    }
    let fields = FIELDS.iter().filter_map(|field| draft.text_of(field));
    let texts = draft.location.as_deref().into_iter().chain(fields);
    let mut found = texts.filter_map(|text| Some((text.to_owned(), hour_in(text)?)));
    let Some((text, Found { words, clock, rest })) = found.next() else {
        return;
    };
    let other = found.any(|(_, other)| other.words != words);
    let several = !draft.also.is_empty() || draft.end.is_some_and(|end| end != Stamp::Wall(start));
    let doubt = Hours::default().doubt(&clock).is_some() || clock.next_day;
    if doubt || other || several {
        draft.notes.push(format!(
            "“{words}” in its place may be its hour, and is not read: write it in a column or field of its own"
        ));
        return;
    }
    let at = |date, time| {
        Stamp::Wall(WallTime {
            date,
            time: Some(time),
            offset: None,
        })
    };
    draft.start = Some(at(start.date, clock.from));
    draft.end = clock.to.and_then(|to| {
        let later = u64::from(to <= clock.from);
        Some(at(start.date.checked_add_days(Days::new(later))?, to))
    });
    draft.explain("start", format!("“{text}”"));
    if draft.location.as_ref() == Some(&text) {
        draft.location = Some(rest.clone());
    }
    for field in FIELDS {
        if draft.text_of(field) == Some(&text) {
            draft.put(field, &rest);
        }
    }
    draft
        .notes
        .push(format!("“{words}” in its place is taken for its hour"));
}

/// An hour in a text, and the rest of that.
struct Found {
    words: String,
    clock: Clock,
    rest: String,
}

/// The only part of a text between marks that is an hour and nothing else.
fn hour_in(text: &str) -> Option<Found> {
    const LONGEST: usize = 300;
    let numbered = text.bytes().any(|byte| byte.is_ascii_digit());
    if !numbered || text.len() > LONGEST {
        return None;
    }
    let parted = text.replace(" - ", " – ").replace(" — ", " – ");
    let is_mark = |sign: char| ",;|–()/".contains(sign);
    let mut found = None;
    let mut from = 0;
    for part in parted.split_inclusive(is_mark) {
        let to = from + part.len();
        let words = part.trim_end_matches(is_mark).trim();
        if let Some(clock) = hour(words) {
            if found.is_some() {
                return None;
            }
            found = Some((words, clock, from..to));
        }
        from = to;
    }
    let (words, clock, at) = found?;
    let loose = |sign: char| sign.is_whitespace() || is_mark(sign) && sign != ')';
    let before = parted[..at.start].trim_end_matches(loose);
    let behind = parted[at.end..].trim_start_matches(loose);
    let rest = match (before.is_empty(), behind.is_empty()) {
        (false, false) => format!("{before}, {behind}"),
        _ => format!("{before}{behind}"),
    };
    (!rest.is_empty()).then(|| Found {
        words: words.to_owned(),
        clock,
        rest,
    })
}

/// The hour that words are; a number alone, and “12a”, is that of a house.
fn hour(words: &str) -> Option<Clock> {
    const LONGEST: usize = 20;
    let is_digit = |sign: char| sign.is_ascii_digit();
    let numbered = words.contains(is_digit) && words.chars().count() <= LONGEST;
    let marked = words.contains([':', '：']) || words.contains(char::is_alphabetic);
    let house = words.trim_start_matches(is_digit).chars().count() == 1
        && !words.ends_with(['h', 'H', '時', '时', '시']);
    let is_hour = numbered && marked && !house;
    is_hour.then(|| when::clock(words).ok().flatten()).flatten()
}

#[cfg(test)]
mod tests {

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = hour_in(text);
        let found = found.as_ref().map(|found| {
            let hour = found.clock.from.format("%H:%M").to_string();
            (hour, found.rest.clone())
        });
        let expected = expected.map(|(hour, rest)| (hour.to_owned(), rest.to_owned()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_hour_between_marks_of_a_place() {
        check("Markt 2 – 17 Uhr", Some(("17:00", "Markt 2")));
        check("Dom, 18 Uhr", Some(("18:00", "Dom")));
        check("Markt 2 - 17:30, Bonn", Some(("17:30", "Markt 2, Bonn")));
        check("18h – place Bellecour", Some(("18:00", "place Bellecour")));
        check("Sol (19:00)", Some(("19:00", "Sol")));
        check("City Square, 5 pm", Some(("17:00", "City Square")));
        for text in [
            "Markt 2",
            "Markt 2 – 4",
            "Domplatz 12a, Köln",
            "Rue 14 bis, Lyon",
            "Plaza 25 de Mayo, Salta",
            "50667 Köln, Markt 3",
            "17 Uhr",
            "Gleis 7, 14:00, 15:00",
        ] {
            check(text, None);
        }
    }

    /// Start, end and location of an event of these days whose place is this, and whether something is said.
    #[track_caller]
    fn taken(days: [&str; 2], location: &str, expected: (&str, &str, &str, bool)) {
        let mut draft = Draft::example("");
        let [start, end] = days.map(|day| day.parse().ok().map(WallTime::day).map(Stamp::Wall));
        (draft.start, draft.end) = (start, end);
        draft.location = Some(location.to_owned());
        take(&mut draft);
        let text = |stamp: Option<Stamp>| stamp.map_or_else(String::new, |stamp| stamp.to_string());
        let found = (text(draft.start), text(draft.end), draft.location.unwrap());
        let found = (
            found.0.as_str(),
            found.1.as_str(),
            found.2.as_str(),
            !draft.notes.is_empty(),
        );
        assert_eq!(found, expected, "{location}");
    }

    #[test]
    fn a_day_gets_the_hour_and_several_days_do_not() {
        let day = ["2027-03-06", ""];
        taken(
            day,
            "Markt 2 – 17 Uhr, Bonn",
            ("2027-03-06T17:00", "", "Markt 2, Bonn", true),
        );
        taken(
            day,
            "Sol, 18:00-19:30",
            ("2027-03-06T18:00", "2027-03-06T19:30", "Sol", true),
        );
        taken(day, "Sol, 4:30", ("2027-03-06", "", "Sol, 4:30", true));
        taken(
            day,
            "Sol 4, 28013 Madrid",
            ("2027-03-06", "", "Sol 4, 28013 Madrid", false),
        );
        let days = ["2027-03-06", "2027-03-08"];
        taken(
            days,
            "Sol, 18:00",
            ("2027-03-06", "2027-03-08", "Sol, 18:00", true),
        );
    }
}
