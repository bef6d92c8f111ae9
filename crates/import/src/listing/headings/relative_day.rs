//! Headings that say their day by what is today, or by a feast: “Next Sunday”, “The day after”, “January”.

use super::super::line::Line;
use crate::when::names::{months_at, weekday_at};
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// A heading of this kind has no more words, one that ends with a colon some more.
const MOST_WORDS: usize = 4;
const MOST_BEFORE_COLON: usize = 6;

/// What stands before the name of a month that is not meant as a whole, folded.
const VAGUE: [&str; 27] = [
    "late",
    "early",
    "mid",
    "end",
    "beginning",
    "later",
    "mitte",
    "ende",
    "anfang",
    "im",
    "in",
    "fin",
    "debut",
    "mi",
    "courant",
    "finales",
    "principios",
    "mediados",
    "fine",
    "meta",
    "inizio",
    "koniec",
    "poczatek",
    "eind",
    "begin",
    "slutet",
    "final",
];

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
    // “End of March”, “Mitte März”.
    let vague = || {
        let first = tokens.iter().find_map(Token::word);
        let last = tokens.iter().rposition(has_word);
        first.is_some_and(|first| VAGUE.contains(&first))
            && last.is_some_and(|last| months_at(&tokens, last).is_some())
    };
    let by_today =
        !numbered && (words == 1 && says(Purpose::Today) || weekday() && says(Purpose::Next));
    // “Am Sonntag auch:”.
    let by_weekday = colon && !numbered && weekday();
    let by_another = says(Purpose::Later) || says(Purpose::Feast);
    let by_calendar = words == 1 && (numbered && says(Purpose::Week) || !numbered && month());
    let by_part = (2..=MOST_WORDS).contains(&words) && !numbered && vague();
    (by_today || by_weekday || by_another || by_calendar || by_part).then(|| {
        format!(
            "the heading above, “{}”, says no date; write it as 2023-11-04",
            line.text.trim_end_matches(':')
        )
    })
}

fn has_word(token: &Token) -> bool {
    token.word().is_some()
}
