//! Combining marks: a browser takes seconds to lay out thousands of them on one letter.

/// How many marks a letter may have. No word of any language has more (UAX #15, “Stream-Safe Text Format”).
pub const MOST: usize = 30;

/// Bytes of the shortest run that has too many; each mark has two or more.
const STEP: usize = 2 * MOST;

/// The text with no more than [`MOST`] marks in a row, without those past them; `None` when it has no such run.
pub fn shortened(text: &str) -> Option<String> {
    // A run that is too long holds one of these places.
    (STEP..text.len()).step_by(STEP).find(|at| {
        let before = &text[..text.floor_char_boundary(*at)];
        let run = &text[before.trim_end_matches(is_mark).len()..];
        let run = &run[..run.len() - run.trim_start_matches(is_mark).len()];
        run.chars().nth(MOST).is_some()
    })?;
    let mut marks = 0;
    let stays = |letter: &char| {
        marks = if is_mark(*letter) { marks + 1 } else { 0 };
        marks <= MOST
    };
    Some(text.chars().filter(stays).collect())
}

/// Whether a letter is combined with the one before it, or cannot be seen: what Rust escapes of a text (`Grapheme_Extend`
/// and what has no glyph), as it has no other table of them.
fn is_mark(letter: char) -> bool {
    letter >= '\u{300}' && letter.escape_debug().len() > 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(shortened(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn words_of_any_language_stay() {
        for word in [
            "March",
            "Marché",
            "นี้ที่เชียงใหม่",
            "क्षत्रिय्य",
            "مُظَاهَرَةٌ",
            "הַפְגָּנָה",
            "시위",
            "🏳️‍🌈",
            "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
        ] {
            check(word, None);
            check(&word.repeat(100), None);
        }
    }

    #[test]
    fn marks_past_the_thirtieth_go() {
        for mark in [
            "\u{301}",
            "\u{e47}",
            "\u{941}",
            "\u{64b}",
            "\u{20dd}",
            "\u{1e8d0}",
            "\u{200d}",
        ] {
            let run = |count: usize| format!("March a{}b, Lyon", mark.repeat(count));
            check(&run(MOST), None);
            for count in [MOST + 1, MOST + 2, 100, 20_000] {
                check(&run(count), Some(&run(MOST)));
            }
        }
        let two = format!("a{0} b{0}", "\u{301}".repeat(50));
        let short = format!("a{0} b{0}", "\u{301}".repeat(MOST));
        check(&two, Some(&short));
    }

    proptest! {
        #[test]
        fn no_run_is_longer(text in "(a|é|\u{301}{1,40}|\u{e47}{1,40}|🏳️|\u{20dd}){0,40}") {
            let most = |text: &str| text.split(|letter| !is_mark(letter)).map(|run| run.chars().count()).max();
            let found = shortened(&text);
            prop_assert_eq!(found.is_some(), most(&text) > Some(MOST));
            prop_assert!(most(found.as_deref().unwrap_or(&text)) <= Some(MOST));
        }
    }
}
