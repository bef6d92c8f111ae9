//! Headings that name a week by its first day: “w/c Monday 15 March 2027”, “Woche vom 15. März”.

use chrono::{Datelike as _, Days as Number, Weekday};

use super::super::document::Document;
use super::super::line::Line;
use super::heading::on;
use crate::when::days::{Days, days_at};
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// So many words may stand between “week” and its day: “week commencing on”.
const MOST_BETWEEN: usize = 3;

impl Document<'_> {
    /// The seven days of the week that a heading names by its first day.
    pub fn week_of(&self, line: &Line, days: &Days) -> Option<Days> {
        let Days::One(written) = days else {
            return None;
        };
        names_week(&line.text).then_some(())?;
        let first = self
            .reckoning
            .day(&self.months.read(written), &line.text)
            .ok()?;
        let starts = matches!(first.weekday(), Weekday::Mon | Weekday::Sun);
        let last = first.checked_add_days(Number::new(6)).filter(|_| starts)?;
        match (on(first), on(last)) {
            (Days::One(first), Days::One(last)) => Some(Days::Through(first, last)),
            _ => None,
        }
    }
}

/// Whether a word for a week stands before the date of a text, with few words between.
fn names_week(text: &str) -> bool {
    let tokens = tokens(text);
    let Some(day) = (0..tokens.len()).find(|at| days_at(&tokens, *at).is_some()) else {
        return false;
    };
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let past = |at: usize| {
        // “w/c”: week commencing.
        let stroke = tokens.get(at + 1).is_some_and(|token| token.is('/'));
        let commencing = word(at) == Some("w") && stroke && matches!(word(at + 2), Some("c" | "b"));
        let short = matches!(word(at), Some("wc" | "wb")).then_some(at + 1);
        let phrase = || Purpose::Week.phrases().past(&tokens, at);
        commencing.then_some(at + 3).or(short).or_else(phrase)
    };
    let between = |from: usize| {
        let words = (from..day).filter(|at| word(*at).is_some()).count();
        let numbered = (from..day).any(|at| tokens[at].digits() > 0);
        words <= MOST_BETWEEN && !numbered
    };
    (0..day).any(|at| past(at).is_some_and(|to| to <= day && between(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_by_its_first_day() {
        for text in [
            "Picket lines this week (w/c Monday 15 March 2027)",
            "Week of 15 March 2027",
            "Week commencing Monday 15 March",
            "Woche vom 15. März 2027",
            "Semaine du lundi 15 mars 2027",
            "Semana del 15 de marzo",
            "Settimana del 15 marzo",
            "Week van maandag 15 maart",
        ] {
            assert!(names_week(text), "{text}");
        }
        for text in [
            "Monday 15 March 2027",
            "Week 11: Monday 15 March 2027",
            "Monday 15 March, climate week",
            "W Monday 15 March",
        ] {
            assert!(!names_week(text), "{text}");
        }
    }
}
