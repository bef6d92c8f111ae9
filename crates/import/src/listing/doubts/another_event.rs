//! An event of another town that an entry says is called off: “(Otley march cancelled)”, “Die Demo in Gera ist abgesagt.”

use super::super::line::span::{Kind, Sign, Span};
use super::super::surroundings::Surroundings;
use crate::actions::is_action;
use crate::cancelled::{self, Verdict, changes_nothing};
use crate::when::streets;
use event_file::event::Status;

/// Words between what people do and the town where they do it.
const IN: [&str; 24] = [
    "in", "at", "of", "from", "aus", "von", "à", "de", "d'", "en", "di", "da", "a", "em", "w",
    "we", "v", "ve", "i", "na", "te", "u", "в", "у",
];

/// Why it is not certain that what an entry calls off is its own event; `text` is all of the entry.
pub fn another_event<'s>(
    spans: impl Iterator<Item = &'s Span>,
    text: &str,
    around: &Surroundings<'_>,
) -> Option<String> {
    let spans: Vec<&Span> = spans.collect();
    let found = (1..spans.len()).find_map(|at| {
        let span = spans[at];
        let Kind::Text(words) = &span.kind else {
            return None;
        };
        let other = |words| other_city(&spans[..at], words, around);
        let within = in_brackets(words).find_map(|inside| {
            let town = town(inside, true, text, around).map(str::to_owned);
            Some((inside, town.or_else(|| other(inside))?))
        });
        let apart = matches!(span.before, Sign::Dash | Sign::Stop);
        within.or_else(|| {
            let sentence = || {
                let whole = span.before == Sign::Stop;
                whole.then(|| city(words, text, around)).flatten()
            };
            let town = || town(words, false, text, around).or_else(sentence);
            let town = apart.then(town).flatten().map(str::to_owned);
            let town = town.or_else(|| other(words));
            Some((
                words.as_str(),
                town.or_else(|| city_alone(&spans[..=at], around))?,
            ))
        })
    })?;
    let (words, town) = found;
    Some(format!(
        "“{words}” may be said of another event, of “{town}”, and not of this entry: write the status behind the entry that it means"
    ))
}

/// The city in “Leeds, 9am, City Square (Bradford cancelled)”, where another one stands before it.
fn other_city(before: &[&Span], words: &str, around: &Surroundings<'_>) -> Option<String> {
    const MOST_WORDS: usize = 3;
    let gaps = words
        .char_indices()
        .filter(|(_, letter)| " (（".contains(*letter));
    let mut names = gaps.take(MOST_WORDS).map(|(gap, _)| words.split_at(gap));
    // “Приморський бульвар (перенесено)” is a street of this entry's city.
    let off = |rest: &str| {
        let begins = cancelled::begins(rest.trim_matches(|sign| " ()（）".contains(sign)));
        matches!(begins, Some(Status::Cancelled | Status::Postponed))
    };
    let (city, _) = names.find(|(city, rest)| off(rest) && is_second(before, city, around))?;
    Some(city.to_owned())
}

/// The city in “Leeds, 9am, City Square; Bradford, cancelled”; the last of the spans are the words that call it off.
fn city_alone(spans: &[&Span], around: &Surroundings<'_>) -> Option<String> {
    let [before @ .., city, off] = spans else {
        return None;
    };
    let (Kind::Text(name), Kind::Text(words)) = (&city.kind, &off.kind) else {
        return None;
    };
    let apart = city.before == Sign::Stop && cancelled::status_alone(words).is_some();
    (apart && is_off(words) && is_second(before, name, around)).then(|| name.clone())
}

/// Whether a name is that of a city, and what stands before it names another.
pub(super) fn is_second(before: &[&Span], name: &str, around: &Surroundings<'_>) -> bool {
    let is_city = |name: &str| around.places.is_city(name, around.country);
    let is_other = |span: &&Span| match &span.kind {
        Kind::Text(text) => text != name && is_city(text),
        _ => false,
    };
    is_city(name) && !streets::is_called(name) && before.iter().any(is_other)
}

/// What stands in the parentheses of a text.
fn in_brackets(text: &str) -> impl Iterator<Item = &str> {
    let opened = text.split(['(', '（', '[']).skip(1);
    opened.filter_map(|rest| Some(rest.split_once([')', '）', ']'])?.0))
}

fn is_off(text: &str) -> bool {
    let off = |status| matches!(status, Status::Cancelled | Status::Postponed);
    let judged = || match cancelled::judge(text) {
        Verdict::Sure(status) | Verdict::Unclear(status) => Some(status),
        Verdict::Nothing => None,
    };
    cancelled::thing(text).is_none() && cancelled::status(text).or_else(judged).is_some_and(off)
}

/// The town of what a text calls off, if the entry does not name it otherwise. In brackets a name may be any word
/// with a capital before what people do.
fn town<'w>(
    words: &'w str,
    bracketed: bool,
    text: &str,
    around: &Surroundings<'_>,
) -> Option<&'w str> {
    is_off(words).then_some(())?;
    let pieces: Vec<&str> = words
        .split(|letter: char| !letter.is_alphabetic() && !"-'’".contains(letter))
        .filter(|piece| !piece.is_empty())
        .collect();
    let is_name = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && !changes_nothing(word)
            && !is_action(word)
            && !streets::is_called(word)
            && cancelled::status(word).is_none()
            && text.matches(word).count() == 1
    };
    (0..pieces.len()).find_map(|at| {
        let action = pieces[at];
        is_action(action).then_some(())?;
        let small = action.starts_with(char::is_lowercase);
        let before = at.checked_sub(1).map(|before| pieces[before]);
        let named = before.filter(|name| {
            is_name(name) && (bracketed || small || around.places.is_city(name, around.country))
        });
        let behind = match pieces.get(at + 1..at + 3) {
            Some([preposition, name]) if IN.contains(&preposition.to_lowercase().as_str()) => {
                Some(*name).filter(|name| is_name(name))
            }
            _ => None,
        };
        named.or(behind)
    })
}

/// The city in “Jena, 17 Uhr, Markt. Die Demo von allen in Gera ist abgesagt.”
fn city<'w>(words: &'w str, text: &str, around: &Surroundings<'_>) -> Option<&'w str> {
    cancelled::status(words)?;
    // The first word of a sentence has a capital whatever it is.
    let mut names = words
        .split(|letter: char| !letter.is_alphabetic() && letter != '-')
        .skip(1);
    names.find(|name| {
        name.chars().count() > 2
            && around.places.is_city(name, around.country)
            && text.matches(name).count() == 1
            && cancelled::status_alone(name).is_none()
    })
}
