//! Headings that say their day by what is today, or by a feast: “Next Sunday”, “The day after”, “January”.

use super::super::line::Line;
use crate::import::when::names::{months_at, weekday_at};
use crate::import::when::tokens::{Token, tokens};
use crate::import::when::words::Purpose;

/// A heading of this kind has no more words, one that ends with a colon some more.
const MOST_WORDS: usize = 4;
const MOST_BEFORE_COLON: usize = 6;

/// Why a line that names its day by another one heads none.
pub fn relative_day(line: &Line) -> Option<String> {
    let plain = line.is_bare() || line.spans.is_empty() && line.links.is_empty();
    let tokens = tokens(&line.text);
    let words = tokens.iter().filter(|token| token.word().is_some()).count();
    let colon = line.text.trim_end().ends_with([':', '：']);
    let most = if colon { MOST_BEFORE_COLON } else { MOST_WORDS };
    if !plain || !(1..=most).contains(&words) {
        return None;
    }
    let says = |purpose: Purpose| {
        (0..tokens.len()).any(|at| purpose.phrases().past(&tokens, at).is_some())
    };
    let numbered = tokens.iter().any(|token| token.digits() > 0);
    let weekday = || {
        (0..tokens.len()).any(|at| {
            let long = tokens[at]
                .word()
                .is_some_and(|word| word.chars().count() > 2);
            long && matches!(weekday_at(&tokens, at), Some((Some(_), _)))
        })
    };
    let month = || {
        tokens
            .iter()
            .position(has_word)
            .is_some_and(|at| months_at(&tokens, at).is_some())
    };
    let by_today =
        !numbered && (words == 1 && says(Purpose::Today) || weekday() && says(Purpose::Next));
    // “Am Sonntag auch:”.
    let by_weekday = colon && !numbered && weekday();
    let by_another = says(Purpose::Later) || says(Purpose::Feast);
    let by_calendar = words == 1 && (numbered && says(Purpose::Week) || !numbered && month());
    (by_today || by_weekday || by_another || by_calendar).then(|| {
        format!(
            "the heading above, “{}”, says no date; write it as 2023-11-04",
            line.text.trim_end_matches(':')
        )
    })
}

fn has_word(token: &Token) -> bool {
    token.word().is_some()
}
