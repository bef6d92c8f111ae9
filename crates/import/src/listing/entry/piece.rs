//! What a piece of an entry is: a request, a remark, words on its day, an action behind its place.

use super::super::line::words::is_about_more;
use crate::actions::{is_action, is_action_at};
use crate::cancelled;
use crate::when::streets;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::words::value;

/// “Bring friends and banners”: four words and more of which only the first has a capital name no street.
pub fn is_request(piece: &str) -> bool {
    const LEAST: usize = 4;
    let mut words = piece.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let small = |word: &str| {
        word.chars()
            .all(|letter| letter.is_lowercase() || letter == '\'')
    };
    first.is_some_and(char::is_uppercase)
        && words.clone().count() + 1 >= LEAST
        && words.all(small)
        && !streets::is_first(&tokens(piece), 0)
}

/// What stands in the parentheses that are the whole of a piece.
pub fn in_parentheses(piece: &str) -> Option<&str> {
    let inside = piece.strip_prefix(['(', '（'])?.strip_suffix([')', '）'])?;
    (!inside.contains(['(', '（', ')', '）'])).then_some(inside.trim())
}

/// Whether what stands alone in parentheses is no name, in a script that tells.
pub fn is_remark(inside: &str) -> bool {
    let first = inside.chars().find(|letter| letter.is_alphabetic());
    cancelled::status(inside).is_some() || first.is_none_or(char::is_lowercase)
}

/// Whether a piece that begins like no name ends with the words that say whether it takes place: “ileri bir tarihe
/// ertelendi”, “wegen Unwetter abgesagt”, “w tym roku się nie odbędzie”.
pub fn ends_in_status(piece: &str) -> bool {
    const MOST_WORDS: usize = 7;
    const MOST_SAYING: usize = 4;
    let name = piece.chars().next().is_some_and(char::is_uppercase);
    let words: Vec<&str> = piece.split_whitespace().collect();
    let mut last = (1..=MOST_SAYING.min(words.len())).map(|count| &words[words.len() - count..]);
    !name
        && words.len() <= MOST_WORDS
        && last.any(|last| cancelled::status_alone(&last.join(" ")).is_some())
}

/// Whether what stands in the place of a city says that it is nowhere: “Online – 20:00, global call”.
pub fn is_online(name: &str) -> bool {
    matches!(value(name), Some("online" | "moved-online"))
}

/// Whether a piece says that it takes place on each day, and nothing more: “täglich”.
pub fn is_daily(piece: &str) -> bool {
    let tokens = tokens(piece);
    Purpose::Daily.phrases().past(&tokens, 0) == Some(tokens.len())
}

/// Whether a piece says no more than that more will be known, or where it is said: “Infos folgen auf unserem Kanal”, “地点待定”.
pub fn promises_details(piece: &str) -> bool {
    let tokens = tokens(piece);
    (0..tokens.len().min(2)).any(|at| Purpose::Details.phrases().past(&tokens, at).is_some())
}

/// Whether a piece says that its hour is a new one, and nothing more: “nuevo horario”.
pub fn is_correction(piece: &str) -> bool {
    let tokens = tokens(piece);
    Purpose::Corrected.phrases().past(&tokens, 0) == Some(tokens.len())
}

/// Whether a piece tells of the event as a whole: “This event has been cancelled”, “Die Veranstaltung fällt aus”.
pub fn is_about_event(piece: &str) -> bool {
    let tokens = tokens(piece);
    let known = |at: usize| Purpose::Event.phrases().past(&tokens, at).is_some();
    let action = |at: usize| at < tokens.len() && is_action_at(&tokens, at);
    known(0) && (known(1) || action(1))
}

/// A piece without what only names a link: “Columbus Circle (details)”.
pub fn without_label(piece: &str) -> String {
    match parenthesis(piece) {
        Some((before, inside, "")) if is_about_more(inside) => before.to_owned(),
        _ => piece.to_owned(),
    }
}

/// “Plaça d'Espanya (manifestación)”: the place, and what is done there.
pub fn action_apart(piece: &str) -> (String, Option<String>) {
    match parenthesis(piece) {
        Some((before, inside, ""))
            if is_action(inside) && !is_action(before) && !before.is_empty() =>
        {
            (before.to_owned(), Some(inside.to_owned()))
        }
        _ => (piece.to_owned(), None),
    }
}

/// A remark in parentheses that says whether it takes place, apart from the piece it stands in.
pub fn remark(piece: &str) -> (String, Option<String>) {
    match parenthesis(piece) {
        Some((before, inside, after))
            if cancelled::status(inside).is_some() || is_conditional(inside) =>
        {
            let rest = format!("{before}{after}");
            (rest.trim().to_owned(), Some(inside.to_owned()))
        }
        _ => (piece.to_owned(), None),
    }
}

/// Whether a remark says where or when an event was to be before: “moved from Briggate”, “moved from the 12th”.
fn is_of_before(remark: &str) -> bool {
    cancelled::is_from_place(remark) || cancelled::is_from_day(remark)
}

/// A piece that is where an event was to be before, or when, or has that in parentheses: what it has besides, and that.
pub fn moved_from(piece: &str) -> Option<(String, &str)> {
    if is_of_before(piece) {
        return Some((String::new(), piece));
    }
    let (before, inside, after) = parenthesis(piece)?;
    let rest = format!("{before} {after}");
    is_of_before(inside).then(|| (rest.trim().to_owned(), inside))
}

/// “may be cancelled”, “bei Regen abgesagt”: whether a remark says that it may not take place.
pub fn is_conditional(remark: &str) -> bool {
    cancelled::is_condition(remark) && cancelled::names_status(remark)
}

/// The last parenthesis of a piece, of either width: what stands before, in and behind it.
fn parenthesis(piece: &str) -> Option<(&str, &str, &str)> {
    let (rest, after) = piece.rsplit_once([')', '）'])?;
    let (before, inside) = rest.rsplit_once(['(', '（'])?;
    Some((before.trim(), inside.trim(), after.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(piece: &str, rest: &str, expected: Option<&str>) {
        let (found, remark) = remark(piece);
        assert_eq!(
            (found.as_str(), remark.as_deref()),
            (rest, expected),
            "{piece}"
        );
    }

    #[test]
    fn remarks_in_parentheses_leave_the_place() {
        check("Rathaus (abgesagt)", "Rathaus", Some("abgesagt"));
        check("県民広場（中止）", "県民広場", Some("中止"));
        check("共和国广场（延期）", "共和国广场", Some("延期"));
        check("광장(취소)", "광장", Some("취소"));
        check("Markt (Nordseite)", "Markt (Nordseite)", None);
        check("（中止）", "", Some("中止"));
        check(
            "Square (may be cancelled)",
            "Square",
            Some("may be cancelled"),
        );
        check(
            "Markt (bei Regen abgesagt)",
            "Markt",
            Some("bei Regen abgesagt"),
        );
    }
}
