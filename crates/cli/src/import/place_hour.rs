//! The hour that stands in the place of an event for which a source gives no more than the day: “Markt 2 – 17 Uhr”.

use chrono::Days;
use event_file::WallTime;

use super::draft::{Draft, Stamp};
use super::when;
use super::when::hours::Hours;
use super::when::time::Clock;

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

/// The hour that words are; a number alone is that of a house.
fn hour(words: &str) -> Option<Clock> {
    let numbered = words.starts_with(|sign: char| sign.is_ascii_digit())
        || words.ends_with(|sign: char| sign.is_ascii_digit());
    let marked = words.contains([':', '：', '時']) || words.contains(char::is_alphabetic);
    let short = words.chars().count() <= 20;
    let read = |words| when::clock(words).ok().flatten();
    // “12a” is the number of a house.
    let house = words.len() <= 4
        && words
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .len()
            == 1
        && !words.ends_with(['h', 'H']);
    (numbered && marked && short && !house || words.ends_with('時'))
        .then(|| read(words))
        .flatten()
        .or_else(|| by_word(words).and_then(read))
}

/// “17 Uhr”, “5 pm”: a number and a word for hours.
fn by_word(words: &str) -> Option<&str> {
    let digits = words.starts_with(|sign: char| sign.is_ascii_digit());
    let pair = words.split_whitespace().count() <= 3;
    (digits && pair && words.contains(char::is_alphabetic)).then_some(words)
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
}
