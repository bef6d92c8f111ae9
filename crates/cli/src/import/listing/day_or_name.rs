//! A day of an entry's own below the day of a heading, which may be the name of a street: “Paraná: 9 de Julio y San Martín”.

use chrono::{Datelike as _, NaiveDate};

use crate::import::when::days::{Days, days_at};
use crate::import::when::filler::filler;
use crate::import::when::time::time_at;
use crate::import::when::tokens::{Token, tokens};
use crate::import::when::written::Form;

/// An entry with a day of its own is seldom further from the day of its heading, in days.
const FAR: i64 = 31;

/// Nor is it of another generation.
const YEARS: i32 = 20;

/// Why the own day of an entry may be a name: `day`, which its text says as `own`, below a heading that says `above`. A day
/// of the week or the year beside it makes it a day.
pub(super) fn may_be_name(
    own: &Days,
    day: NaiveDate,
    above: &[NaiveDate],
    text: &str,
) -> Option<String> {
    let written = own.first().filter(|date| date.weekday.is_none())?;
    let above = above.first()?;
    let far = (day - *above).num_days().abs() > FAR;
    let what = match written.form {
        Form::NoYear { .. } if is_amid_words(own, text) => {
            "stands amid words, as in the name of a street"
        }
        Form::NoYear { .. } if far => {
            "is far from the day of the heading, and may be the name of a street"
        }
        Form::Day(day) if (day.year() - above.year()).abs() > YEARS => {
            "is years away from the day of the heading"
        }
        _ => return None,
    };
    Some(format!(
        "its day, {day}, {what}: write it as {day} if it takes place then"
    ))
}

/// Whether words follow a day without any mark between: “25 de Mayo 240”, “25 Aprile angolo via Roma”.
fn is_amid_words(own: &Days, text: &str) -> bool {
    let tokens = tokens(text);
    (0..tokens.len()).any(|at| {
        let Some((days, to)) = days_at(&tokens, at) else {
            return false;
        };
        // “26.3. Münster” has no month's name.
        let named = tokens[at..to]
            .iter()
            .filter_map(Token::word)
            .any(|word| word.len() > 2);
        let Some(next) = tokens.get(to).filter(|_| named && days == *own) else {
            return false;
        };
        let gap = &text[tokens[to - 1].at.end..next.at.start];
        // “Sausio 17 d. 15 val.”: an abbreviation of “day”.
        let says = next.word().is_some_and(|word| word.chars().count() > 1) || next.digits() > 0;
        says && !gap.contains('\n')
            && gap.trim().is_empty()
            && filler(&tokens, to).is_none()
            && time_at(&tokens, to, false).is_none()
    })
}
