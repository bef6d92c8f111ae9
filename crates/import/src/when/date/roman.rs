//! Dates whose month is a Roman numeral, as in Poland, Hungary, Italy and Chile: `4.XI.2023`, `4 XI 2023`, `2023. XI. 4.`.

use crate::when::calendars::day_of;
use crate::when::tokens::Token;
use crate::when::written::Form;

const MONTHS: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];

/// The date that begins at a token, and the token after it. Only a year of four digits makes such letters a month.
pub(super) fn date_at(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let first = tokens.get(at).filter(|token| token.digits() > 0)?;
    let (sign, at_month) = past_sign(tokens, at + 1);
    let word = tokens.get(at_month)?.word()?;
    let month = MONTHS.iter().position(|month| *month == word)?;
    let month = u32::try_from(month).ok()? + 1;
    let (second_sign, at_last) = past_sign(tokens, at_month + 1);
    // “3 i 5”: a single letter between spaces may be a word.
    (word.len() > 1 || sign && second_sign || word == "v").then_some(())?;
    let last = tokens.get(at_last).filter(|token| token.digits() > 0)?;
    let (year, day) = match (first.digits(), last.digits()) {
        (4, 1 | 2) => (first.number(4)?, last.number(2)?),
        (1 | 2, 4) => (last.number(4)?, first.number(2)?),
        _ => return None,
    };
    let to = at_last + 1;
    let dot = first.digits() == 4 && tokens.get(to).is_some_and(|token| token.is('.'));
    let plausible = (1900..2200).contains(&year);
    plausible.then(|| (day_of(Some(year), month, day), to + usize::from(dot)))
}

/// The token after a full stop, stroke or dash, and whether there is one.
fn past_sign(tokens: &[Token], at: usize) -> (bool, usize) {
    let sign = |mark: char| tokens.get(at).is_some_and(|token| token.is(mark));
    let is = sign('.') || sign('/') || sign('-');
    (is, at + usize::from(is))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::tokens::tokens;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = date_at(&tokens(text), 0).and_then(|(form, _)| match form {
            Form::Day(day) => Some(day.to_string()),
            _ => None,
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn months_in_roman_numerals() {
        for text in [
            "4.XI.2023",
            "4. XI. 2023",
            "4 XI 2023",
            "04/XI/2023",
            "4-XI-2023",
            "4.xi.2023",
            "2023. XI. 4.",
        ] {
            check(text, Some("2023-11-04"));
        }
        check("1.V.2024", Some("2024-05-01"));
        check("1 V 2024", Some("2024-05-01"));
        check("12.I.2024", Some("2024-01-12"));
    }

    #[test]
    fn letters_that_are_no_month() {
        for text in [
            "3 i 5 listopada",
            "4 XI",
            "4.XI.23",
            "31.II.2024",
            "2 x 2024",
            "4.XIII.2023",
            "Karol XII 2023",
        ] {
            check(text, None);
        }
    }
}
