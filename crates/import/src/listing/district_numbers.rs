//! Lists whose entries begin with the number of a district: “59 – Lille : 14h”, “(75) Paris, 14h”, as unions in France write
//! them. Such a number is no hour, no minutes and no day.

use super::line::Line;
use crate::when::days::days_at;
use crate::when::tokens::tokens;

/// What is longer, in bytes, is no entry of a list.
const LONGEST: usize = 500;

/// How many such lines make a list of them.
const LEAST: usize = 3;

/// Above it, a number is no day of a month.
const DAYS: usize = 31;

/// The lines without the numbers of their districts, where at least three begin with one, most of these have an hour of their
/// own, and one number is more than any day of a month.
pub fn without_districts<'a>(mut lines: Vec<(u64, &'a str)>) -> Vec<(u64, &'a str)> {
    let found: Vec<(usize, usize, &'a str)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, (_, line))| {
            let (number, rest) = district(line)?;
            Some((at, number, rest))
        })
        .collect();
    let high = found.iter().any(|(_, number, _)| *number > DAYS);
    if found.len() < LEAST || !high {
        return lines;
    }
    let timed = found
        .iter()
        .filter(|(_, _, rest)| rest.len() < LONGEST && Line::new(0, rest).has_clock());
    if timed.count() * 2 > found.len() {
        for (at, _, rest) in found {
            if let Some(line) = lines.get_mut(at) {
                line.1 = rest;
            }
        }
    }
    lines
}

/// The number of a district at the beginning of a line, before a dash, a colon or between parentheses, and the name behind it.
fn district(line: &str) -> Option<(usize, &str)> {
    let text =
        line.trim_start_matches(|sign: char| sign.is_whitespace() || "•*-–·▪".contains(sign));
    let open = text.strip_prefix('(');
    let inner = open.unwrap_or(text);
    let digits = inner
        .find(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| (2..=3).contains(digits))?;
    let (number, rest) = inner.split_at(digits);
    // “2A – Ajaccio” begins with one digit, and is no hour.
    let rest = match open {
        Some(_) => rest.strip_prefix(')')?,
        None => rest.trim_start(),
    };
    let rest = rest.trim_start();
    let parted = rest.strip_prefix(['–', '-', '—', ':', '|']);
    let rest = match open {
        Some(_) => parted.unwrap_or(rest),
        None => parted.filter(|rest| rest.starts_with(' '))?,
    };
    let rest = rest.trim_start();
    let named = rest.chars().next().is_some_and(char::is_uppercase);
    let dated = days_at(&tokens(text), 0).is_some();
    (named && !dated).then(|| Some((number.parse().ok()?, rest)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: &[&str]) {
        let lines: Vec<(u64, &str)> = (1..).zip(lines.iter().copied()).collect();
        let found: Vec<&str> = without_districts(lines)
            .into_iter()
            .map(|(_, line)| line)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_number_of_a_district_is_no_part_of_its_entry() {
        check(
            &[
                "02 – Laon : 10h",
                "33 – Bordeaux : 11h",
                "974 – Saint-Paul : lieu à préciser",
                "Contact : Jean",
            ],
            &[
                "Laon : 10h",
                "Bordeaux : 11h",
                "Saint-Paul : lieu à préciser",
                "Contact : Jean",
            ],
        );
        check(
            &["(02) Laon, 10h", "(33) Bordeaux, 11h", "- (59) Lille, 14h"],
            &["Laon, 10h", "Bordeaux, 11h", "Lille, 14h"],
        );
    }

    #[test]
    fn hours_and_days_before_a_city_stay() {
        for lines in [
            [
                "10 – Leeds, City Square",
                "12 – York, Minster",
                "14 – Hull, Docks",
            ],
            ["05 – Leeds, 2pm", "12 – York, 2pm", "19 – Hull, 2pm"],
            ["10 – Leeds", "12 – York", "40 – Hull"],
        ] {
            check(&lines, &lines);
        }
    }
}
