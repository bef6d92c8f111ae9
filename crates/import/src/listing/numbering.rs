//! Lists whose entries are numbered: “1. Jakarta – …”, “2. Bandung – …”, or have letters: “a) Puno, …”, “b) Juliaca, …”.

use crate::when::days::days_at;
use crate::when::tokens::tokens;

/// How many numbered lines make a numbered list.
const LEAST: usize = 3;

/// The lines without the numbers that count them, if at least three entries are counted from 1 on; below each day the count
/// may start anew. “1. Mai” begins with a date.
pub fn without_numbers<'a>(lines: &[(u64, &'a str)]) -> Vec<(u64, &'a str)> {
    let mut counted: Vec<(usize, &'a str)> = Vec::new();
    let mut last = 0;
    for (at, (_, line)) in lines.iter().enumerate() {
        let Some((number, rest)) = numbered(line) else {
            continue;
        };
        // A number out of order is part of its line.
        last = match number {
            1 => 1,
            _ if number == last + 1 && last > 0 => number,
            _ => 0,
        };
        if last > 0 {
            counted.push((at, rest));
        }
    }
    let mut own = lines.to_vec();
    if counted.len() >= LEAST {
        for (at, rest) in counted {
            own[at].1 = rest;
        }
    }
    own
}

/// The place in a list of the letter that a line begins with, and the rest: “b)”, “(b)”, “b.”.
fn lettered(open: &str) -> Option<(usize, &str)> {
    const ALPHABETS: [&str; 4] = [
        "abcdefghijklmnopqrstuvwxyz",
        "абвгдежзиклмнопрст",
        "αβγδεζηθικλμν",
        "أبجدهوزحطيكلمن",
    ];
    let letter = open.chars().next()?;
    let rest = open[letter.len_utf8()..].strip_prefix([')', '.'])?;
    let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
    let small = letter.to_lowercase().next()?;
    let at = ALPHABETS
        .iter()
        .find_map(|alphabet| alphabet.chars().position(|other| other == small))?;
    Some((at + 1, rest))
}

/// The number that a line begins with, as lists have it, and the rest: “3.”, “3)”, “(3)”.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start();
    let open = text.strip_prefix('(').unwrap_or(text);
    if let Some(found) = lettered(open) {
        return Some(found);
    }
    let digits = open.len()
        - open
            .trim_start_matches(|letter: char| letter.is_ascii_digit())
            .len();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let rest = open[digits..].strip_prefix(['.', ')'])?;
    let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
    let is_date = days_at(&tokens(text), 0).is_some();
    let is_word = rest
        .chars()
        .next()
        .is_some_and(|first| !first.is_ascii_digit());
    // “1. 05/03/2027 (Friday)”.
    let is_dated = days_at(&tokens(rest), 0).is_some();
    ((is_word || is_dated) && !is_date).then(|| Some((open[..digits].parse().ok()?, rest)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: &[&str]) {
        let lines: Vec<(u64, &str)> = (1..).zip(lines.iter().copied()).collect();
        let found: Vec<&str> = without_numbers(&lines)
            .into_iter()
            .map(|(_, line)| line)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_numbers_of_a_list_are_no_part_of_its_entries() {
        check(
            &[
                "1. Jakarta – 09.00",
                "more",
                "2. Bandung – 10.00",
                "3) Medan",
            ],
            &["Jakarta – 09.00", "more", "Bandung – 10.00", "Medan"],
        );
        check(
            &["1. Mai", "2. Mai", "3. Mai"],
            &["1. Mai", "2. Mai", "3. Mai"],
        );
        check(
            &["1. 05/03/2027 A", "2. 09/03/2027 B", "3. 12/03/2027 C"],
            &["05/03/2027 A", "09/03/2027 B", "12/03/2027 C"],
        );
        check(
            &["a) Puno, 9:00", "b) Juliaca", "(c) Cusco"],
            &["Puno, 9:00", "Juliaca", "Cusco"],
        );
        check(
            &["а) Казань", "б) Самара", "в) Уфа"],
            &["Казань", "Самара", "Уфа"],
        );
        check(
            &["A. Smith", "C. Jones", "D. Brown"],
            &["A. Smith", "C. Jones", "D. Brown"],
        );
        check(&["1. A", "2. B"], &["1. A", "2. B"]);
        check(
            &["Saturday", "1. A", "2. B", "Sunday", "1. C"],
            &["Saturday", "A", "B", "Sunday", "C"],
        );
        check(&["1. A", "3. B", "4. C"], &["1. A", "3. B", "4. C"]);
        check(&["4. A", "5. B", "6. C"], &["4. A", "5. B", "6. C"]);
        check(
            &["1. A", "2. B", "3. C", "1. D", "2. E"],
            &["A", "B", "C", "D", "E"],
        );
    }
}
