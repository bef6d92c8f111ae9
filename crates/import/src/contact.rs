//! What reaches a person: telephone numbers, e-mail addresses, bank accounts, found in any text.

use std::ops::Range;

use super::table::stamp;

/// How many digits a telephone number has at most (ITU-T E.164), and at least.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// So many digits has a number at least that neither `+`, `0` nor a parenthesis begins.
const BARE: usize = 8;

/// Where telephone numbers, e-mail addresses and IBANs stand in a text, in order.
pub fn contacts(text: &str) -> Vec<Range<usize>> {
    // Most texts have nothing that could be one.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < *DIGITS.start() && !text.contains('@') {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = mails(text)
        .chain(phones(text))
        .chain(accounts(text))
        .collect();
    found.sort_by_key(|range| range.start);
    found
}

/// E-mail addresses. `https://mastodon.example/@eva` and `@eva` are none.
fn mails(text: &str) -> impl Iterator<Item = Range<usize>> {
    let in_name = |letter: char| letter.is_alphanumeric() || "._-+".contains(letter);
    text.match_indices('@').filter_map(move |(at, _)| {
        let before = text[..at].trim_end_matches(in_name).len();
        let rest = &text[at + 1..];
        let host = rest.len() - rest.trim_start_matches(in_name).len();
        let host = rest[..host].trim_end_matches(['.', '-']);
        let address = text[..before].ends_with('/');
        (before < at && !address && host.contains('.')).then(|| before..at + 1 + host.len())
    })
}

/// Telephone numbers, as people write them.
fn phones(text: &str) -> Vec<Range<usize>> {
    let in_number = |letter: char| letter.is_ascii_digit() || " +-–./()\u{a0}".contains(letter);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) =
        text[from..].find(|letter: char| letter.is_ascii_digit() || "+(".contains(letter))
    {
        let start = from + start;
        let length = text[start..].find(|letter| !in_number(letter));
        let end = length.map_or(text.len(), |length| start + length);
        let run = text[start..end].trim_end_matches(|letter: char| !letter.is_ascii_digit());
        // A part of a word, an address of the web, a sum in another currency.
        let joined = text[..start]
            .ends_with(|letter: char| letter.is_alphanumeric() || "/=.,#".contains(letter));
        if !joined && is_phone(run) {
            found.push(start..start + run.len());
        }
        from = end.max(start + 1);
    }
    found
}

/// Whether digits and the marks between them are written as telephone numbers are: behind `+`, `0` or a parenthesis, in
/// groups of three, three and four, or in groups that are no date, hour, coordinate, sum, or house number and postal code.
fn is_phone(run: &str) -> bool {
    let groups: Vec<&str> = run.split(|letter: char| !letter.is_ascii_digit()).collect();
    let groups: Vec<&str> = groups
        .into_iter()
        .filter(|group| !group.is_empty())
        .collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let digits: usize = lengths.iter().sum();
    let year =
        |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let dated = groups.iter().any(year)
        && (groups.iter().any(|group| group.len() < 3) || groups.iter().all(year));
    let is_date = |word: &str| word.contains(['.', '/', '-']) && stamp::said(word).is_some();
    let shown =
        run.trim_start_matches(|letter: char| !letter.is_ascii_digit() && !"+(".contains(letter));
    let counted = run
        .split([' ', '-', '–', '\u{a0}'])
        .filter(|word| !word.is_empty());
    if counted.clone().count() == 2 && counted.clone().all(is_count)
        || counted.into_iter().any(is_clock)
    {
        return false;
    }
    if !DIGITS.contains(&digits) || dated || groups.len() > 8 || shown.split(' ').any(is_date) {
        return false;
    }
    if is_position(run) {
        return false;
    }
    let begins =
        shown.starts_with(['+', '(']) || shown.starts_with('0') && lengths.first() > Some(&1);
    let american = matches!(lengths[..], [3, 3, 4] | [1, 3, 3, 4]);
    // “48.856613”, “14.00-16.00”, “1.000.000”.
    let full_stops = run.contains('.') && !run.contains([' ', '/']);
    // “112 53111 Bonn”.
    let postal = lengths.first() < Some(&4) && lengths.last() == Some(&5);
    let grouped = lengths.len() > 1
        && digits >= BARE
        && lengths.iter().all(|length| (2..8).contains(length))
        && !full_stops
        && !postal;
    begins || american || grouped
}

/// Longitude and latitude, in parentheses: `(-6.2603 53.3498)`.
fn is_position(run: &str) -> bool {
    let degrees = |word: &str| {
        let word = word.trim_start_matches(['-', '+']);
        let Some((whole, rest)) = word.split_once('.') else {
            return false;
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (1..=3).contains(&whole.len())
            && (3..=15).contains(&rest.len())
            && digits(whole)
            && digits(rest)
    };
    let run = run.trim_matches(['(', ')', ' ']);
    let mut words = run.split(' ').filter(|word| !word.is_empty());
    let is_dialled = run.starts_with('+') || run.starts_with('0') && !run.starts_with("0.");
    words.clone().count() == 2 && words.all(degrees) && !is_dialled
}

/// A number of people or of money: `1000`, `10.000`.
fn is_count(word: &str) -> bool {
    word.ends_with("00") && word.split('.').skip(1).all(|group| group.len() == 3)
}

/// An hour or a day of a month: `14.00`, `4.11.`.
fn is_clock(word: &str) -> bool {
    let parts: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    matches!(parts[..], [first, second] if [first, second].iter().all(|part| {
        matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit())
    }))
}

/// International bank account numbers (ISO 13616).
fn accounts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter_map(move |start| {
        let country = bytes.get(start..start + 2)?;
        let check = bytes.get(start + 2..start + 4)?;
        let begins = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        let iban = begins
            && country.iter().all(u8::is_ascii_uppercase)
            && check.iter().all(u8::is_ascii_digit);
        iban.then_some(())?;
        let rest = bytes[start + 4..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || **byte == b' ')
            .count();
        let part = text[start..start + 4 + rest].trim_end();
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let letters = part.bytes().filter(|byte| *byte != b' ').count();
        ((15..=34).contains(&letters) && digits > 10).then(|| start..start + part.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = contacts(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_and_addresses_that_reach_someone() {
        for contact in [
            "0171 5550199",
            "0221/5550199",
            "+49 30 5550-1234",
            "(617) 555-0123",
            "617-555-0123",
            "222 555 0134",
            "06 12 34 56 78",
            "612 34 56 78",
            "600 100 200",
            "55 1234 5678",
            "11 91234-5678",
            "333 1234567",
            "98765 43210",
            "20 30 40 50",
            "+44 7700 900123",
            "eva@a.example",
            "DE89 3704 0044 0532 0130 00",
        ] {
            check(contact, &[contact]);
            check(&format!("Eva: {contact}, Köln"), &[contact]);
        }
        check("Eva <eva@a.example>.", &["eva@a.example"]);
    }

    #[test]
    fn other_numbers_reach_no_one() {
        for text in [
            "",
            "04.11.2023",
            "2023-11-04 14:00",
            "04/11/2023 14:00",
            "4.11.2023 14.00",
            "14.00-16.00",
            "14.00 - 16.00",
            "04.11. 14.00",
            "1000-2000",
            "10.000 – 20.000",
            "2023-2024",
            "20231104",
            "1200",
            "12345678",
            "48.8566, 2.3522",
            "48.856613",
            "-22.9068, -43.1729",
            "POINT (-6.2603 53.3498)",
            "POINT(10.75221 59.91386)",
            "53.3498 -6.2603",
            "0.7291666",
            "1.000.000",
            "1600 1st Ave S",
            "10115 Berlin, Platz 1",
            "Bonner Str. 112 53111 Bonn",
            "Calle 14 # 8-79",
            "ул. 50 лет Октября, 12",
            "https://a.example/0171/5550199",
            "https://mastodon.example/@eva",
            "@stopwar on social media",
        ] {
            check(text, &[]);
        }
    }
}
