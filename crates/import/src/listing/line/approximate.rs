//! Hours that are written as not certain: “ca. 15 Uhr”, “around 3 pm”, “18:00 approx”.

use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// Whether a word of doubt stands directly before or behind an hour of a text; `hour` as it is written there.
pub fn is_approximate(text: &str, hour: &str) -> bool {
    let Some(at) = text.find(hour).filter(|_| !hour.is_empty()) else {
        return false;
    };
    let (before, behind) = (
        tokens(&text[..at]),
        tokens(text.get(at + hour.len()..).unwrap_or_default()),
    );
    is_doubt_before(&before) || is_doubt_in(&tokens(hour)) || is_doubt_behind(&behind)
}

/// Whether the last words are of doubt, or such a word and what stands before hours: “ca kl.”, “circa alle”.
fn is_doubt_before(words: &[Token]) -> bool {
    const MOST: usize = 5;
    let links = |mut at: usize| {
        while at < words.len() {
            let past = |purpose: Purpose| purpose.phrases().past(words, at);
            let dot = words[at].is('.').then_some(at + 1);
            match past(Purpose::Hour)
                .or_else(|| past(Purpose::Before))
                .or(dot)
            {
                Some(to) => at = to,
                None => return false,
            }
        }
        true
    };
    (words.len().saturating_sub(MOST)..words.len())
        .filter_map(|at| Purpose::Doubt.phrases().past(words, at))
        .any(links)
}

/// Whether the hour itself is written with a word of doubt: “kl. ca 18”.
fn is_doubt_in(hour: &[Token]) -> bool {
    (0..hour.len()).any(|at| Purpose::Doubt.phrases().past(hour, at).is_some())
}

/// Whether a word of doubt stands behind, and nothing more up to the next mark: “(env.)”, “ca.”.
fn is_doubt_behind(words: &[Token]) -> bool {
    let at = usize::from(words.first().is_some_and(|token| token.is('(')));
    let to = Purpose::Doubt.phrases().past(words, at);
    to.is_some_and(|to| {
        words
            .get(to)
            .is_none_or(|token| token.word().is_none() && token.digits() == 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, hour: &str, expected: bool) {
        assert_eq!(is_approximate(text, hour), expected, "{text}");
    }

    #[test]
    fn hours_that_are_not_certain() {
        check("Oslo, ca kl. 15, Eidsvolls plass", "15", true);
        check("Bonn, ca. 14 Uhr, Markt", "14 Uhr", true);
        check("Leeds, around 3 pm, City Square", "3 pm", true);
        check("Roma, verso le 16, piazza", "16", true);
        check("Київ, 14:00 (орієнтовно), Майдан", "14:00", true);
        check("Pau, 15h environ, place Royale", "15h", true);
        check("Bonn, 14 Uhr, Markt", "14 Uhr", false);
        check("Leeds, 3 pm, around City Square", "3 pm", false);
        check("Leeds, about 40 people, 3 pm", "3 pm", false);
        check("Leeds, 3 pm about the war", "3 pm", false);
    }
}
