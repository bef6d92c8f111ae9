//! What hangs at the end of a name that is cut before its day: “The next marches are on” before “10 December”.

use crate::when::date::date_at;
use crate::when::names::weekday_at;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// Words between a name and its day.
const BETWEEN: [Purpose; 5] = [
    Purpose::On,
    Purpose::Before,
    Purpose::Around,
    Purpose::Place,
    Purpose::Held,
];

/// A name that stands before a day, without the words that lead over to it.
pub fn without_hanging(name: &str) -> &str {
    const LONGEST: usize = 4;
    let mut name = name.trim_end();
    loop {
        let tokens = tokens(name);
        let end = tokens.len();
        // “Teach-in” ends in no word of its own.
        let is_apart = |at: usize| {
            let start = tokens.get(at).map_or(0, |token| token.at.start);
            name[..start].ends_with(char::is_whitespace)
        };
        let leads_over = |at: &usize| {
            let mut purposes = BETWEEN.iter().filter(|_| is_apart(*at));
            purposes.any(|purpose| purpose.phrases().past(&tokens, *at) == Some(end))
        };
        let first = (end.saturating_sub(LONGEST).max(1)..end).find(leads_over);
        match first.and_then(|at| tokens.get(at)) {
            Some(token) => {
                name = name[..token.at.start].trim_end_matches([' ', ',', ':', '–', '-'])
            }
            None => return name,
        }
    }
}

/// A title that stands in a text before a day, without the words that lead over to it; `None` if it has none.
pub fn cut_before_day<'t>(title: &'t str, text: &str) -> Option<&'t str> {
    let shorter = Some(without_hanging(title)).filter(|shorter| shorter.len() < title.len())?;
    let (_, behind) = text.lines().find_map(|line| line.split_once(title))?;
    let behind = tokens(behind.get(..200).unwrap_or(behind));
    let is_word = |token: &Token| token.word().is_some() || token.digits() > 0;
    let first = behind.iter().position(is_word)?;
    let dated = date_at(&behind, first).is_some() || weekday_at(&behind, first).is_some();
    (dated && !shorter.is_empty()).then_some(shorter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_day_are_no_part_of_a_name() {
        for (name, expected) in [
            ("Right to Roam Rally on", "Right to Roam Rally"),
            (
                "Gedenkdemo „Nie vergessen“ am",
                "Gedenkdemo „Nie vergessen“",
            ),
            ("Die nächsten Mahnwachen sind am", "Die nächsten Mahnwachen"),
            ("Следващите протести са на", "Следващите протести"),
            ("La manifestación será el", "La manifestación"),
            ("Marcia per la pace si terrà il", "Marcia per la pace"),
            ("De klimaatmars vindt plaats op", "De klimaatmars"),
            ("Klimamarch", "Klimamarch"),
            ("Teach-in", "Teach-in"),
        ] {
            assert_eq!(without_hanging(name), expected);
        }
    }

    #[test]
    fn only_before_a_day_a_title_is_cut() {
        let title = "Rage On";
        assert_eq!(cut_before_day(title, "Rage On, Leeds, 2 pm"), None);
        assert_eq!(cut_before_day(title, "Rage On\nSunday, 2 pm, Leeds"), None);
        assert_eq!(
            cut_before_day("Rally on", "Leeds: Rally on Sunday, 2 pm"),
            Some("Rally")
        );
    }
}
