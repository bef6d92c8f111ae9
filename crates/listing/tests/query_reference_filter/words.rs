//! Whether words occur in an event, letter by letter.

use event_file::event::{Event, Text};
use fold::fold;

use super::Names;

/// Whether each word of `q` occurs in some text of the event.
pub fn all_occur(event: &Event, names: Names, q: &str) -> bool {
    let mut texts: Vec<Text> = vec![event.title.clone()];
    texts.extend(event.description.clone());
    texts.extend(event.city.clone());
    texts.extend(event.campaign.clone());
    texts.extend(event.tags.iter().cloned());
    texts.extend(event.organizers.iter().cloned());
    texts.extend(event.kinds.iter().map(|kind| kind.name().into()));
    texts.extend(event.country.as_deref().and_then(names).map(Text::from));
    words(q)
        .iter()
        .all(|word| texts.iter().any(|text| occurs(text, word)))
}

/// The words asked for: parted where no letter is, and where a script without spaces begins or ends.
fn words(q: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for letter in fold(q).chars() {
        let kind = is_letter(letter).then(|| has_no_spaces(letter));
        match words.last_mut() {
            Some(word) if kind.is_some() && kind == before => word.push(letter),
            _ if kind.is_some() => words.push(letter.into()),
            _ => {}
        }
        before = kind;
    }
    words
}

fn occurs(text: &str, word: &str) -> bool {
    let text: Vec<char> = fold(text).chars().collect();
    let word: Vec<char> = word.chars().collect();
    let anywhere = has_no_spaces(word[0]);
    (0..text.len()).any(|at| {
        let starts = match at.checked_sub(1).map(|before| text[before]) {
            None => true,
            Some(before) => anywhere || !is_letter(before) || has_no_spaces(before),
        };
        starts && text[at..].starts_with(&word)
    })
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{e00}'..='\u{e4e}').contains(&letter)
}

fn has_no_spaces(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{e4e}' | 'ぁ'..='ヿ' | '一'..='鿿')
}
