//! Chats of WhatsApp as the program exports or copies them, and of Telegram as it copies them: what was written, without
//! stamps and names.
//!
//! Exported, a message of WhatsApp is `[3/11/23, 18:42:07] Name: text` on iPhones, `03/11/2023, 18:42 - Name: text` on
//! Android; copied, `[18:42, 3/11/2023] Name: text` or `[3/11, 18:42] Name: text`. Telegram copies `Name, [03.11.2023 18:42]`
//! and the message below. A message goes on in lines without a stamp.

use chrono::NaiveDate;

use crate::table::shape::says_hour;

/// The most characters of a sender's name.
const LONGEST_NAME: usize = 60;

/// Whether a text is a chat: its first line has a stamp. In `[3/11, 18:42]` that may as well be the day of an event,
/// unless a message says an hour of its own.
pub fn is(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.next().map(bare) else {
        return false;
    };
    if stamped(&first).is_none() {
        return false;
    }
    let has_year = |line: &str| !line.starts_with('[') || year_in(line);
    has_year(&first)
        || text.lines().map(bare).any(|line| {
            let said = stamped(&line).map_or(Some(line.as_str()), said);
            said.is_some_and(says_hour)
        })
}

/// Whether the stamp of a line has a year.
fn year_in(line: &str) -> bool {
    let stamp = line.trim_start_matches('[').split(']').next();
    stamp.is_some_and(|stamp| parts(stamp).any(|part| is_day(part, 3)))
}

/// The day of the first message with a year in its stamp; of `3/4/23` the first number is the day unless another stamp of the
/// chat tells.
pub fn written(text: &str) -> Option<NaiveDate> {
    let stamps = text.lines().filter_map(|line| {
        let line = bare(line);
        stamped(&line)?;
        let parts = line
            .trim_start_matches('[')
            .split(|sign: char| !sign.is_ascii_digit() && !['/', '.', '-'].contains(&sign));
        let mut days = parts.filter_map(|part| {
            let numbers: Vec<_> = part.split(['/', '.', '-']).map(str::parse).collect();
            match numbers[..] {
                [Ok(first), Ok(second), Ok(third)] => Some([first, second, third]),
                _ => None,
            }
        });
        days.next()
    });
    let stamps: Vec<[u32; 3]> = stamps.collect();
    let month_first = stamps.iter().any(|[_, second, _]| *second > 12);
    let [first, second, third] = *stamps.first()?;
    let (year, month, day) = match (first > 31, month_first) {
        (true, _) => (first, second, third),
        (false, true) => (third, first, second),
        (false, false) => (third, second, first),
    };
    let year = if year < 100 { 2000 + year } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The lines of a chat, each with its number; messages are parted by empty lines.
pub fn lines(text: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = Vec::new();
    let mut is_said = true;
    for (number, line) in (1..).zip(text.lines()) {
        let is_system = line.contains('\u{200e}');
        let line = bare(line);
        match stamped(&line) {
            Some(rest) => {
                lines.push((number, String::new()));
                // Telegram writes the message below.
                if rest.is_empty() {
                    is_said = true;
                    continue;
                }
                let said = said(rest).filter(|said| !is_placeholder(said, is_system));
                is_said = said.is_some();
                lines.extend(said.map(|said| (number, struck(said))));
            }
            None if is_said => lines.push((number, struck(&line))),
            None => {}
        }
    }
    lines
}

/// A line without marks of direction, and without the names of those who are mentioned.
fn bare(line: &str) -> String {
    let mut bare = String::with_capacity(line.len());
    let mut mentioned = false;
    for letter in line.chars() {
        match letter {
            '\u{2068}' => mentioned = true,
            '\u{2069}' => mentioned = false,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => {}
            '\u{202f}' | '\u{a0}' => bare.push(' '),
            letter if !mentioned => bare.push(letter),
            _ => {}
        }
    }
    bare
}

/// What follows the stamp of a message.
fn stamped(line: &str) -> Option<&str> {
    if let Some(line) = line.strip_prefix('[') {
        let (stamp, rest) = line.split_once(']')?;
        return is_stamp(stamp, 2).then_some(rest.trim_start());
    }
    // “Name, [03.11.2023 18:42]”.
    let line = line.trim_end_matches([':', ' ']);
    let copied = line
        .strip_suffix(']')
        .and_then(|line| line.rsplit_once(", ["));
    if let Some((name, stamp)) = copied
        && name.chars().count() <= LONGEST_NAME
        && is_stamp(stamp, 3)
    {
        return Some("");
    }
    let (stamp, rest) = line.split_once(" - ")?;
    is_stamp(stamp, 3).then_some(rest.trim_start())
}

/// Whether a text is a day of at least so many numbers and an hour, in either order, with no more letters than `a. m.`.
fn is_stamp(text: &str, least: usize) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    if text.len() > 40 || letters > 4 {
        return false;
    }
    let is_hour = |part: &str| {
        let numbers: Vec<&str> = part.split([':', '.']).collect();
        (2..=3).contains(&numbers.len()) && numbers.iter().all(|number| is_number(number))
    };
    let days = parts(text).filter(|part| is_day(part, least)).count();
    let others = || parts(text).filter(|part| !is_day(part, least));
    let hours = others().filter(|part| is_hour(part)).count();
    let numbers = others().filter(|part| part.contains(|letter: char| letter.is_ascii_digit()));
    days == 1 && hours == 1 && numbers.count() == 1
}

fn parts(stamp: &str) -> impl Iterator<Item = &str> {
    stamp.split([',', ' ']).filter(|part| !part.is_empty())
}

/// Whether a text is a day in numbers, at least so many of them: `3/11/23`, `3/11`.
fn is_day(text: &str, least: usize) -> bool {
    let marks = if least < 3 {
        &['/', '-'][..]
    } else {
        &['/', '.', '-']
    };
    let numbers = |marks: &[char]| {
        let numbers: Vec<&str> = text.trim_end_matches('.').split(marks).collect();
        let is_all = numbers.iter().all(|number| is_number(number));
        if is_all { numbers.len() } else { 0 }
    };
    // “18.42” is an hour.
    numbers(&['/', '.', '-']) == 3 || least < 3 && numbers(marks) == 2
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a message says; what the program itself says (“… joined”) has no name before it.
fn said(rest: &str) -> Option<&str> {
    let (name, said) = rest.split_once(':')?;
    let is_name = name.chars().count() <= LONGEST_NAME && !name.contains("http");
    is_name.then_some(said.trim_start())
}

/// Whether a message stands for a picture, a file, or one that was deleted.
fn is_placeholder(said: &str, is_system: bool) -> bool {
    let said = said.trim();
    let in_brackets = said.starts_with('<') && said.ends_with('>');
    in_brackets
        || said.is_empty()
        || is_system && !said.chars().any(|letter| letter.is_ascii_digit())
}

/// A line of which `~…~` strikes out a part, or all: cancelled.
fn struck(line: &str) -> String {
    let trimmed = line.trim();
    let inner = trimmed
        .strip_prefix('~')
        .and_then(|line| line.strip_suffix('~'));
    match inner.filter(|inner| !inner.contains('~') && !inner.is_empty()) {
        Some(inner) => format!("cancelled: {inner}"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert!(is(text), "{text}");
        let lines = lines(text);
        let lines: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_chat_was_written_on_the_day_of_its_first_message() {
        let day = |text: &str| written(text).map(|day| day.to_string());
        let ios = "[27/11/26, 18:42:07] Eva: Leeds\n[28/11/26, 9:00:00] Ann: York";
        assert_eq!(day(ios).as_deref(), Some("2026-11-27"));
        let english = "11/3/26, 6:42 PM - Ann: York\n11/14/26, 6:43 PM - Eva: Leeds";
        assert_eq!(day(english).as_deref(), Some("2026-11-03"));
        assert_eq!(day("[18:42, 3/11] Eva: Leeds"), None);
    }

    #[test]
    fn stamps_and_names_are_removed() {
        check(
            "[3/11/23, 18:42:07] Lupita Pérez: Sábado 4 de noviembre de 2023\n*Puebla*: 16:30, Paseo Bravo\n[3/11/23, 18:43:00] \u{200e}Grupo: \u{200e}imagen omitida",
            &[
                "",
                "Sábado 4 de noviembre de 2023",
                "*Puebla*: 16:30, Paseo Bravo",
                "",
            ],
        );
        check(
            "03/11/2023, 18:42 - Messages are end-to-end encrypted.\n03/11/2023, 18:42 - Eva: Leeds: 2 pm, City Square\n03/11/2023, 18:44 - +49 171 5550199: <Media omitted>",
            &["", "", "Leeds: 2 pm, City Square", ""],
        );
        check(
            "11/3/23, 6:42\u{202f}PM - Ann: ~York: 1 pm, Minster~",
            &["", "cancelled: York: 1 pm, Minster"],
        );
        check("03.11.23, 18:42 - Eva: Köln, 14 Uhr", &["", "Köln, 14 Uhr"]);
    }

    #[test]
    fn messages_that_were_copied() {
        check(
            "[18:42, 3/11/2023] Lupita Pérez: Sábado 4 de noviembre de 2023\n*Puebla*: 16:30, Paseo Bravo",
            &[
                "",
                "Sábado 4 de noviembre de 2023",
                "*Puebla*: 16:30, Paseo Bravo",
            ],
        );
        check(
            "[3/11, 18:42] Eva: Leeds: 2 pm, City Square\n[3/11, 6:44 PM] +44 7700 900123: thanks!",
            &["", "Leeds: 2 pm, City Square", "", "thanks!"],
        );
        check(
            "Lupita Pérez, [03.11.2023 18:42]\nPuebla: 16:30, Paseo Bravo\n\nEva, [03.11.23 18:44]:\nok",
            &["", "Puebla: 16:30, Paseo Bravo", "", "", "ok"],
        );
    }

    #[test]
    fn other_texts_are_no_chats() {
        for text in [
            "[4/11, 14:00] Leeds: City Square\n[4/11, 15:00] York: Minster",
            "[1, 2, 3]",
            "4.11.2023, 14 Uhr - Köln: Heumarkt",
            "Leeds - 2 pm: City Square",
            "[{\"start\":\"2023-11-04\"}]",
            "",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
