//! A day of an entry's own below the day of a heading, which may be the name of a street: “Paraná: 9 de Julio y San Martín”.

use chrono::{Datelike as _, NaiveDate};

use crate::when::days::{Days, days_at};
use crate::when::time::time_at;
use crate::when::tokens::{Token, tokens};
use crate::when::written::Form;

/// An entry with a day of its own is seldom further from the day of its heading, in days.
const FAR: i64 = 31;

/// Nor is it of another generation.
const YEARS: i32 = 20;

/// Why the own day of an entry may be a name: `day`, which its text says as `own`, below a heading that says `above`. A day
/// of the week or the year beside it makes it a day.
pub fn may_be_name(own: &Days, day: NaiveDate, above: &[NaiveDate], text: &str) -> Option<String> {
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

/// Whether the number of a house or the word for a corner follows a day without any mark between: “25 de Mayo 240”, “25
/// Aprile angolo via Roma”.
fn is_amid_words(own: &Days, text: &str) -> bool {
    /// What links the names of two streets.
    const CORNER: [&str; 24] = [
        "y", "e", "esq", "esquina", "al", "com", "con", "angolo", "ang", "corner", "cnr", "nr",
        "no", "n", "и", "ve", "önü", "ecke", "coin", "angle", "róg", "girişi", "și", "i",
    ];
    let tokens = tokens(text);
    (0..tokens.len()).any(|at| {
        let Some((_, to)) = days_at(&tokens, at).filter(|(days, _)| days == own) else {
            return false;
        };
        // “26.3. Münster” has no month's name; “7 de marzo y 8” begins its line.
        let named = tokens[at..to]
            .iter()
            .filter_map(Token::word)
            .any(|word| word.len() > 2);
        let before = at
            .checked_sub(1)
            .map(|before| &text[tokens[before].at.end..tokens[at].at.start]);
        let inside = before.is_some_and(|gap| !gap.contains('\n'));
        let gap = tokens
            .get(to)
            .map(|next| &text[tokens[to - 1].at.end..next.at.start]);
        let close = gap.is_some_and(|gap| gap.trim().is_empty() && !gap.contains('\n'));
        let links = tokens.get(to).is_some_and(|next| {
            let corner = next.word().is_some_and(|word| CORNER.contains(&word));
            corner || next.digits() > 0 && time_at(&tokens, to, false).is_none()
        });
        named && inside && close && links
    })
}
