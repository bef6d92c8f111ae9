//! Telephone numbers and e-mail addresses in the text of an announcement: whoever wrote it may not know that it will be
//! published, so they are left out, and that is said.

use std::ops::Range;

/// So few digits are no telephone number: the number of a house, a year, a price.
const LEAST: usize = 7;

/// A text without what says how to reach a person, and whether it said so.
///
/// A telephone number goes with the parenthesis or the sentence that it stands in, which may name the person.
pub fn without_contacts(text: &str) -> (String, bool) {
    let found = contacts(text);
    if found.is_empty() {
        return (text.to_owned(), false);
    }
    let mut left = String::new();
    let mut at = 0;
    for contact in found {
        let around = around(text, &contact);
        if around.start >= at {
            left.push_str(&text[at..around.start]);
        }
        at = at.max(around.end);
    }
    left.push_str(&text[at..]);
    let marks =
        |letter: char| letter.is_whitespace() || [',', ';', ':', '.', '–', '-'].contains(&letter);
    let left = left.trim_end_matches(marks).trim_start_matches(marks);
    (left.to_owned(), true)
}

/// The parenthesis or sentence around a contact.
fn around(text: &str, contact: &Range<usize>) -> Range<usize> {
    let (before, behind) = (&text[..contact.start], &text[contact.end..]);
    if let (Some(open), Some(close)) = (before.rfind('('), behind.find(')'))
        && !before[open..].contains(')')
    {
        return open..contact.end + close + 1;
    }
    // The full stop of “Tel.” ends no sentence.
    let ends = |at: &usize| {
        let word = before[..*at].rsplit(' ').next();
        word.is_some_and(|word| word.chars().count() > 4)
    };
    let mut stops = before.rmatch_indices(". ").map(|(at, _)| at);
    let start = before
        .rfind([';', '\n', '|'])
        .or_else(|| stops.find(ends))
        .map_or(0, |at| at + 1);
    let end = behind
        .find([';', '\n', '|'])
        .or_else(|| behind.find(". "))
        .map_or(text.len(), |at| contact.end + at);
    start..end
}

/// Where telephone numbers and e-mail addresses stand.
fn contacts(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let name =
            |letter: char| letter.is_alphanumeric() || ['.', '_', '-', '+'].contains(&letter);
        let start = text[..at]
            .char_indices()
            .rev()
            .take_while(|(_, letter)| name(*letter))
            .last();
        let end = text[at + 1..]
            .char_indices()
            .take_while(|(_, letter)| name(*letter))
            .last();
        if let (Some((start, _)), Some((end, last))) = (start, end) {
            let end = at + 1 + end + last.len_utf8();
            if text[at + 1..end].trim_end_matches('.').contains('.') {
                found.push(start..end);
            }
        }
    }
    let numeric = |letter: char| {
        letter.is_ascii_digit() || [' ', '-', '/', '(', ')', '.', '+', '\u{a0}'].contains(&letter)
    };
    let mut from = 0;
    while let Some(start) = text[from..]
        .find(|letter: char| letter.is_ascii_digit() || letter == '+')
        .map(|at| from + at)
    {
        let length = text[start..]
            .find(|letter| !numeric(letter))
            .unwrap_or(text.len() - start);
        let row =
            text[start..start + length].trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let digits = row.bytes().filter(u8::is_ascii_digit).count();
        let parts: Vec<&str> = row
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .collect();
        // “4.11.2023 14.00” is a date and an hour; telephone numbers begin with +, 0, or have three digits or more a part.
        let dated = parts
            .iter()
            .any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))
            && parts.iter().any(|part| part.len() < 3);
        let long = parts.iter().any(|part| part.len() > 2);
        let joined = start > 0
            && text[..start].ends_with(|letter: char| {
                letter.is_alphanumeric() || letter == '/' || letter == '='
            });
        if (LEAST..=15).contains(&digits) && !dated && long && !joined {
            found.push(start..start + row.len());
        }
        from = start + length.max(1);
    }
    found.sort_by_key(|range| range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(without_contacts(text).0, expected, "{text}");
    }

    #[test]
    fn contacts_are_left_out() {
        check("Heumarkt (Infos bei Eva, 0171 5550199)", "Heumarkt");
        check("222 555 0134 (Lupita)", "");
        check(
            "Treffpunkt am Brunnen. Tel. 0221/5550199",
            "Treffpunkt am Brunnen",
        );
        check("eva@example.de", "");
        check(
            "Bring water; call +44 7700 900123; wear white",
            "Bring water;; wear white",
        );
        check("Contact: Jo (jo@example.org)", "Contact: Jo");
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "1600 1st Ave S",
            "4.11.2023 14.00",
            "10115 Berlin, Platz 1",
            "@stopwar on social media",
            "Calle 14 # 8-79",
            "2023-11-04",
            "ул. 50 лет Октября, 12",
        ] {
            check(text, text);
        }
    }
}
