//! Telephone numbers and e-mail addresses in the text of an announcement: whoever wrote it may not know that it will be
//! published, so they are left out, and that is said.

use std::ops::Range;

use super::contact::contacts;

/// A text without what says how to reach a person; `None` where it does not say so.
///
/// A telephone number goes with the parenthesis or the sentence that it stands in, which may name the person.
pub fn without_contacts(text: &str) -> Option<String> {
    let found: Vec<_> = contacts(text)
        .into_iter()
        .filter(|contact| !is_of_link(text, contact.start))
        .collect();
    if found.is_empty() {
        return None;
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
    Some(left.to_owned())
}

/// Whether a place in a text is within an address of the web.
fn is_of_link(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit(char::is_whitespace).next();
    before.is_some_and(|word| word.contains("://") || word.starts_with("www."))
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
    const SHORT: [&str; 24] = [
        "tel", "fax", "mob", "nr", "no", "str", "st", "dr", "mr", "mrs", "ms", "prof", "ca", "bzw",
        "tél", "núm", "ул", "тел", "моб", "ph", "e-mail", "inh", "hr", "fr",
    ];
    let ends = |at: &usize| {
        let word = before[..*at].rsplit([' ', '(']).next().unwrap_or_default();
        let word = word.to_lowercase();
        word.chars().count() > 1 && !word.contains('.') && !SHORT.contains(&word.as_str())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(without_contacts(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn contacts_are_left_out() {
        check("Heumarkt (Infos bei Eva, 0171 5550199)", Some("Heumarkt"));
        check("222 555 0134 (Lupita)", Some(""));
        check(
            "Treffpunkt am Brunnen. Tel. 0221/5550199",
            Some("Treffpunkt am Brunnen"),
        );
        check(
            "Wir treffen uns. Fragen an max@example.org.",
            Some("Wir treffen uns"),
        );
        check("eva@example.de", Some(""));
        check(
            "Bring water; call +44 7700 900123; wear white",
            Some("Bring water;; wear white"),
        );
        check("Contact: Jo (jo@example.org)", Some("Contact: Jo"));
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
            check(text, None);
        }
    }
}
