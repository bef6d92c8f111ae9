//! Entries of calendars and tables that are nothing where people come together: deadlines, permits, calls by telephone.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::actions::is_action;
use crate::draft::Draft;
use crate::words::list::in_sections;
use crate::words::plain;

/// A phrase of such titles, folded, and where it stands in one.
type Phrase = (&'static str, String);

/// The phrases by their first word, and those of scripts without spaces.
#[derive(Default)]
struct Phrases {
    by_word: HashMap<String, Vec<Phrase>>,
    unspaced: Vec<Phrase>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut all = Phrases::default();
    for (stands, _, phrase) in in_sections(include_str!("no_event.txt")) {
        let phrase = plain(phrase);
        let first = phrase.split(' ').next().unwrap_or_default().to_owned();
        match phrase.chars().all(is_wide) {
            true => all.unspaced.push((stands, phrase)),
            false => all.by_word.entry(first).or_default().push((stands, phrase)),
        }
    }
    all
});

fn is_wide(letter: char) -> bool {
    u32::from(letter) >= 0x2e80
}

/// Why an entry is no event where people come together, by what it is called.
pub fn reason(draft: &Draft) -> Option<String> {
    let title = draft.text_of("title").filter(|_| !draft.ours)?;
    let words = plain(title);
    let what = match stands_in(&words, title)? {
        "calls" => "calls from home",
        _ => "a deadline",
    };
    Some(format!(
        "“{title}” seems to be {what}, where nobody comes together"
    ))
}

/// Where a phrase stands that the folded words of a title have.
fn stands_in(words: &str, title: &str) -> Option<&'static str> {
    let mut at = 0;
    for word in words.split(' ') {
        let phrases = PHRASES.by_word.get(word).map_or(&[][..], Vec::as_slice);
        for (stands, phrase) in phrases {
            let Some(rest) = words[at..].strip_prefix(phrase.as_str()) else {
                continue;
            };
            let fits = match *stands {
                "begins" => at == 0,
                "ends" => rest.is_empty() && !is_action(title),
                _ => true,
            };
            if fits && (rest.is_empty() || rest.starts_with(' ')) {
                return Some(stands);
            }
        }
        at += word.len() + 1;
    }
    // Scripts without spaces put it behind the rest: “バス申込締切”.
    let wide = words.chars().next_back().is_some_and(is_wide);
    let mut unspaced = PHRASES.unspaced.iter().filter(|_| wide);
    let found = unspaced.find(|(stands, phrase)| match *stands {
        "ends" => words.ends_with(phrase.as_str()) && !is_action(title),
        "begins" => words.split(' ').next() == Some(phrase.as_str()),
        _ => words.split(' ').any(|word| word == phrase.as_str()),
    });
    found.map(|(stands, _)| *stands)
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn deadlines_and_calls_are_no_events() {
        for (title, refused) in [
            ("Deadline for coach bookings", true),
            ("Coach bookings: deadline", true),
            ("Permit application due", true),
            ("Anmeldeschluss für die Busse", true),
            ("Date limite d'inscription au bus", true),
            ("Fecha límite de inscripción", true),
            ("Scadenza iscrizioni pullman", true),
            ("バス申込締切", true),
            ("Phone bank for the rally", true),
            ("Phonebank: call your MP", true),
            ("Climate deadline march", false),
            ("Rally: justice is overdue", false),
            ("March for justice long due", false),
            ("Vigil", false),
        ] {
            let mut draft = Draft::example(title);
            draft.put("title", title);
            assert_eq!(reason(&draft).is_some(), refused, "{title}");
        }
    }
}
