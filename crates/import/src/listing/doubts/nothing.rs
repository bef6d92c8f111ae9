//! What an entry says where there is no event: “no protest”, “niets”.

use super::super::entry::said::Said;
use super::super::line::Line;
use crate::actions::is_action_at;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// Why nothing is listed of an entry that says that there is nothing: “Pas d'action”, “In diesem Jahr keine Kundgebung”, “no
/// habrá movilización”. `has_clock` tells whether it names an hour.
pub fn nothing(has_clock: bool, said: &Said) -> Option<String> {
    let texts = said.all_texts();
    let says = |(place, text): (usize, &String)| {
        let tokens = tokens(text);
        let none = none(&tokens, has_clock);
        (none || place > 0 && !has_clock && is_nothing(&tokens)).then(|| text.clone())
    };
    let found = texts.iter().enumerate().find_map(says)?;
    Some(format!(
        "“{found}”: it says that there is nothing to list here"
    ))
}

/// Whether a heading says that there is nothing on its day: “Saturday 6 March 2027 – no vigil”.
pub fn is_of_nothing(heading: &Line) -> bool {
    let texts = heading.texts().all;
    texts.iter().any(|text| {
        let tokens = tokens(text);
        none(&tokens, heading.has_clock()) || is_nothing(&tokens)
    })
}

/// Whether words begin with those that there is no event, or end with them and name no hour.
fn none(tokens: &[Token], has_clock: bool) -> bool {
    let none = |at: usize| {
        let without = || {
            let to = Purpose::Without.phrases().past(tokens, at)?;
            is_action_at(tokens, to).then_some(to + 1)
        };
        Purpose::None.phrases().past(tokens, at).or_else(without)
    };
    let mut places = (0..tokens.len()).filter_map(|at| Some((at, none(at)?)));
    let Some((at, to)) = places.next() else {
        return false;
    };
    let alone = tokens[to..].iter().all(|token| token.word().is_none());
    at == 0 || alone && !has_clock
}

/// Whether words say that there is nothing, and no more.
fn is_nothing(tokens: &[Token]) -> bool {
    let to = Purpose::Nothing.phrases().past(tokens, 0);
    to.is_some_and(|to| tokens[to..].iter().all(|token| token.word().is_none()))
}
