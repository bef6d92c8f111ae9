//! A day in the words of an entry that is not its own: “Manif du 1er mai – reportée au 2 mai”, “(this one is on the 30th!)”.

use std::ops::{Range, RangeInclusive};

use chrono::{Datelike as _, NaiveDate};
use event_file::WallTime;

use super::moved_from::{self, Named};
use crate::cancelled;
use crate::draft::Draft;
use crate::when::days::days_at;
use crate::when::names::weekday_at;
use crate::when::streets;
use crate::when::tokens::{Token, as_written, tokens};
use crate::when::words::Purpose;
use crate::when::written::{Form, NAMED_AFTER, Written};

/// A longer description tells of the event.
const MOST_WORDS: usize = 8;

/// As many has one that moves the event: “Achtung: Kundgebung wurde um eine Woche verschoben auf den 23.01.2027!”
const MOST_THAT_MOVE: usize = 24;

/// The longest event, in days, of which each day is looked at.
const LONGEST: i64 = 62;

/// Says so of the title, of a short description, and of what stands in brackets behind the place.
pub(super) fn compare(draft: &mut Draft) {
    let Some(days) = days_of(draft) else { return };
    let title = draft.text_of("title").and_then(|title| {
        let found = date(title, &days)?;
        Some(("its title says", found))
    });
    let short = |text: &&str| {
        let words = text.split_whitespace().count();
        words <= MOST_WORDS || words <= MOST_THAT_MOVE && cancelled::moved(text).is_some()
    };
    let description = draft.text_of("description").filter(short);
    let place = draft.text_of("place").and_then(brackets);
    let remark = description.into_iter().chain(place).find_map(|remark| {
        let found = date(remark, &days).or_else(|| day_alone(remark, &days))?;
        Some(("it says", found))
    });
    let Some((says, found)) = title.or(remark) else {
        return;
    };
    // “moved from the 12th” says nothing against its day.
    if found.is_before && moved_from::record(draft, &found.named).is_some() {
        return;
    }
    let start = days.start();
    let (words, weekday) = (found.words, start.format("%A"));
    let note = format!("{says} “{words}”, and it is on {start}, {weekday}");
    draft.notes.push(note);
}

/// A day in the words of an entry that is none of its own.
struct Found {
    words: String,
    named: Named,
    /// Whether the words before say that it was moved from that day.
    is_before: bool,
}

impl Found {
    fn new(text: &str, at: Range<usize>, named: Named) -> Self {
        Self {
            is_before: cancelled::is_moved_from(&text[..at.start], &text[at.end..]),
            words: text[at].to_owned(),
            named,
        }
    }
}

fn days_of(draft: &Draft) -> Option<RangeInclusive<NaiveDate>> {
    let wall = |field: &str| draft.text_of(field)?.parse::<WallTime>().ok();
    let start = wall("start")?.date;
    let end = wall("end").map_or(start, |end| end.date);
    ((end - start).num_days() <= LONGEST).then_some(start..=end)
}

/// What stands in brackets at the end of a text.
pub(super) fn brackets(text: &str) -> Option<&str> {
    let inside = text.trim_end().strip_suffix([')', '）'])?;
    inside.rsplit_once(['(', '（']).map(|(_, remark)| remark)
}

/// The first date of a text that is none of the days, and neither the name of a street nor of history.
fn date(text: &str, days: &RangeInclusive<NaiveDate>) -> Option<Found> {
    if !text.contains(char::is_numeric) {
        return None;
    }
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        let Some((named, to)) = days_at(&tokens, at) else {
            at += 1;
            continue;
        };
        let first = named.first();
        let street = first.is_some_and(|first| streets::is_name(&tokens, at, to, first));
        let mut written = named.written().into_iter();
        let words = as_written(text, &tokens[at..to]);
        let other = |day: &Written| match day.form {
            Form::TwoNumbers([one, two]) => {
                is_padded(words) && is_other_numbers((one.value, two.value), days)
            }
            _ => is_other(day, days),
        };
        if !street && written.all(other) {
            let first = named.written().into_iter().next()?.clone();
            let named = Named::Date(first, words.to_owned());
            let at = tokens[at].at.start..tokens[to - 1].at.end;
            return Some(Found::new(text, at, named));
        }
        at = to.max(at + 1);
    }
    None
}

/// “30/04”, “30.04.”: two numbers of two digits each, the form of a day and not of “24/7” or “1/2”.
fn is_padded(words: &str) -> bool {
    let numbers = words.split(|letter: char| !letter.is_ascii_digit());
    let mut numbers = numbers.filter(|number| !number.is_empty());
    let two = |number: Option<&str>| number.is_some_and(|number| number.len() == 2);
    two(numbers.next()) && two(numbers.next())
}

/// Whether two numbers are a day and a month, in whichever order, and none of the days.
fn is_other_numbers((one, two): (u32, u32), days: &RangeInclusive<NaiveDate>) -> bool {
    let is_day = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let own = |day: u32, month: u32| all(days).any(|own| (own.day(), own.month()) == (day, month));
    (is_day(one, two) || is_day(two, one)) && !own(one, two) && !own(two, one)
}

fn is_other(written: &Written, days: &RangeInclusive<NaiveDate>) -> bool {
    match written.form {
        Form::Day(day) => {
            let near = (day.year() - days.start().year()).abs() <= 1;
            near && !days.contains(&day)
        }
        Form::NoYear { month, day } if NAMED_AFTER.contains(&(month, day)) => false,
        Form::NoYear { month, day } => {
            !all(days).any(|own| (own.month(), own.day()) == (month, day))
        }
        _ => false,
    }
}

/// A day of the week, or the number of a day, of which the event is on none: “on Sunday”, “the 30th”.
fn day_alone(remark: &str, days: &RangeInclusive<NaiveDate>) -> Option<Found> {
    let tokens = tokens(remark);
    let each = |at: usize| Purpose::Every.phrases().past(&tokens, at).is_some();
    if (0..tokens.len()).any(each) {
        return None;
    }
    let found = |from: usize, to: usize, named: Named| {
        let at = tokens[from].at.start..tokens[to - 1].at.end;
        Found::new(remark, at, named)
    };
    let weekday = |at: usize| {
        let (day, to) = weekday_at(&tokens, at)?;
        let day = day.filter(|day| all(days).all(|own| own.weekday() != *day));
        let long = tokens[at]
            .word()
            .is_some_and(|word| word.chars().count() > 3);
        day.filter(|_| long)
            .map(|day| found(at, to, Named::Weekday(day)))
    };
    let number = |at: usize| {
        let (number, to) = ordinal(&tokens, at).or_else(|| {
            // “verschoben vom 12.” says which day as well.
            let number = tokens[at].number(2).filter(|day| (1..=31).contains(day))?;
            let before = cancelled::is_moved_from(
                &remark[..tokens[at].at.start],
                &remark[tokens[at].at.end..],
            );
            before.then_some((number, at + 1))
        })?;
        let other = all(days).all(|own| own.day() != number);
        other.then(|| found(at, to, Named::Number(number)))
    };
    (0..tokens.len()).find_map(|at| weekday(at).or_else(|| number(at)))
}

/// “30th” behind a word for “on” or “the”, with no word behind that it may count; and the token after it.
fn ordinal(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let number = tokens[at].number(2).filter(|_| tokens[at].digits() > 0)?;
    let ending = tokens.get(at + 1)?;
    let close = ending.at.start == tokens[at].at.end && ending.word().is_some();
    let is_ordinal = close && Purpose::Ordinal.phrases().past(tokens, at + 1) == Some(at + 2);
    let ends = tokens.get(at + 2).is_none_or(|next| next.word().is_none());
    (is_ordinal && ends && at > 0 && (1..=31).contains(&number)).then_some((number, at + 2))
}

fn all(days: &RangeInclusive<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    let last = *days.end();
    days.start().iter_days().take_while(move |day| *day <= last)
}

#[cfg(test)]
mod tests {

    use super::*;

    /// What is said of an entry on Saturday, 1 May 2027.
    #[track_caller]
    fn check(title: &str, field: &str, text: &str, expected: &str) {
        let mut draft = Draft::example(title);
        draft.put("start", "2027-05-01T10:00");
        draft.put("title", title);
        draft.put(field, text);
        compare(&mut draft);
        let said = draft.notes.join("; ");
        assert_eq!(
            said.split(", and it").next(),
            Some(expected),
            "{title} {text}"
        );
    }

    #[test]
    fn another_day_is_said() {
        check(
            "Manif du 1er mai – reportée au 2 mai",
            "url",
            "",
            "its title says “2 mai”",
        );
        check(
            "Rally, 8 May 2027",
            "url",
            "",
            "its title says “8 May 2027”",
        );
        for (remark, words) in [
            ("this one is on the 30th!", "30th"),
            ("takes place on Sunday", "Sunday"),
            ("erst am 8. Mai", "8. Mai"),
            (
                "Achtung: die Kundgebung wurde um eine Woche verschoben auf den 8. Mai!",
                "8. Mai",
            ),
            ("am 30.04.", "30.04."),
        ] {
            check(
                "Rally",
                "description",
                remark,
                &format!("it says “{words}”"),
            );
            check(
                "Rally",
                "place",
                &format!("Minster ({remark})"),
                &format!("it says “{words}”"),
            );
        }
    }

    #[test]
    fn its_own_day_and_names_are_not() {
        for title in [
            "May Day, 1 May",
            "Demo am 1. Mai 2027",
            "Gedenken an den 8. Mai 1945",
            "Rally on Plaza 25 de Mayo",
            "30th anniversary march",
            "Miting za 8 mart",
        ] {
            check(title, "description", "every Sunday", "");
        }
        check("Rally", "description", "this Saturday, 5th Avenue", "");
        check("Rally", "place", "Sunday Street", "");
        check("Rally", "description", "open 24/7, 01/05", "");
    }

    #[test]
    fn the_day_of_before_is_recorded_and_not_doubted() {
        for (remark, before) in [
            ("moved from the 24th", "2027-04-24T10:00"),
            ("NB this has been moved from Thursday", "2027-04-29T10:00"),
            ("verschoben vom 24.4.", "2027-04-24T10:00"),
            ("verlegt vom Freitag", "2027-04-30T10:00"),
            ("reportée du 24 avril", "2027-04-24T10:00"),
            ("przeniesiona z 24 kwietnia", "2027-04-24T10:00"),
        ] {
            let mut draft = Draft::example(remark);
            draft.put("start", "2027-05-01T10:00");
            draft.put("description", remark);
            compare(&mut draft);
            assert_eq!(draft.text_of("previously"), Some(before), "{remark}");
            assert_eq!(draft.text_of("status"), Some("rescheduled"), "{remark}");
            assert!(draft.notes.is_empty(), "{remark}: {:?}", draft.notes);
        }
    }
}
