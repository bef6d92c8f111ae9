//! Days that the texts of an entry name beside its own: of such an entry it is not certain when it takes place.

use chrono::{Datelike as _, NaiveDate};

use super::day_in_month::east_asian_day;
use crate::actions::is_action;
use crate::when::date::dotted_numbers_at;
use crate::when::days::days_at;
use crate::when::names::{months_at, weekday_at};
use crate::when::tokens::{Token, as_written, tokens};
use crate::when::words::Purpose;

/// The words of a text that name a day of the week and of the month which is none of `days`: “Domingo 10”, “(Sunday 13th)”.
pub fn weekday_of_another(text: &str, days: &[NaiveDate]) -> Option<String> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (_, to) = weekday_at(&tokens, at)?;
        let dot = |at: usize| {
            let token = tokens.get(at);
            usize::from(token.is_some_and(|token| token.is('.') || token.is(',')))
        };
        let to = to + dot(to);
        let token = tokens.get(to).filter(|token| token.digits() > 0)?;
        let number = token.number(2).filter(|number| (1..=31).contains(number))?;
        let is_hour = tokens.get(to + 1).is_some_and(|token| token.is(':'))
            || Purpose::Clock.phrases().past(&tokens, to + 1).is_some();
        let is_other = days.iter().all(|day| day.day() != number);
        (is_other && !is_hour).then(|| text[tokens[at].at.start..token.at.end].to_owned())
    })
}

/// The words of a text that tell of another day: of those above, “und 11.12.”, “oder 5. Dezember”, a month alone.
pub fn other_day(text: &str, days: &[NaiveDate]) -> Option<String> {
    let tokens = tokens(text);
    // “march at noon” is none of the month.
    let month = months_at(&tokens, 0).is_some_and(|(_, to)| to == tokens.len());
    if month && !is_action(text) {
        return Some(text.to_owned());
    }
    // “Köln, 21.03, Dom”; “R 19.3”, behind the day of the week in a language that is not read.
    let numbers = match &tokens[..] {
        [weekday, numbers @ ..] if weekday.word().is_some() => numbers,
        numbers => numbers,
    };
    if let [day, dot, month, rest @ ..] = numbers
        && dot.is('.')
        && rest.iter().all(|token| token.is('.'))
        && let (Some(day), Some(month)) = (day.number(2), month.number(2))
        && (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && days
            .iter()
            .all(|own| (own.day(), own.month()) != (day, month))
    {
        return Some(text.to_owned());
    }
    if let Some(found) = in_brackets(text, &tokens, days) {
        return Some(found);
    }
    // “4日”: the day of a month that is not said.
    if east_asian_day(text).is_some_and(|(number, _)| days.iter().all(|own| own.day() != number)) {
        return Some(text.to_owned());
    }
    let joined = |at: usize| {
        let to = either(&tokens, at)?;
        let (_, end) = days_at(&tokens, to)
            .map(|(_, end)| ((), end))
            .or_else(|| dotted_numbers_at(&tokens, to).map(|(_, end)| ((), end)))?;
        Some(as_written(text, &tokens[to..end]).to_owned())
    };
    (0..tokens.len())
        .find_map(joined)
        .or_else(|| weekday_of_another(text, days))
}

/// “Gdynia (uwaga: 14.10!)”: the numbers of another day and month in brackets.
fn in_brackets(text: &str, tokens: &[Token], days: &[NaiveDate]) -> Option<String> {
    let open = tokens.iter().position(|token| token.is('('))?;
    (open + 1..tokens.len()).find_map(|at| {
        let [day, dot, month, rest @ ..] = tokens.get(at..)? else {
            return None;
        };
        let number = |token: &Token, most: u32| {
            let number = token.number(2).filter(|_| token.digits() > 0)?;
            (1..=most).contains(&number).then_some(number)
        };
        let (day_number, month_number) = (number(day, 31)?, number(month, 12)?);
        let close = day.at.end == dot.at.start && dot.at.end == month.at.start && dot.is('.');
        let ends = rest
            .first()
            .is_none_or(|next| next.word().is_none() && next.digits() == 0);
        let own = (day_number, month_number);
        let other = days.iter().all(|day| (day.day(), day.month()) != own);
        (close && ends && other).then(|| text[day.at.start..month.at.end].to_owned())
    })
}

/// “And” or “or” at a token: the token after it.
fn either(tokens: &[Token], at: usize) -> Option<usize> {
    const OR: [&str; 14] = [
        "oder", "or", "ou", "o", "oppure", "of", "eller", "tai", "lub", "nebo", "или", "або",
        "veya", "או",
    ];
    let or = tokens[at].word().is_some_and(|word| OR.contains(&word));
    or.then_some(at + 1)
        .or_else(|| Purpose::And.phrases().past(tokens, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let days = [NaiveDate::from_ymd_opt(2026, 12, 12).unwrap()];
        assert_eq!(other_day(text, &days).as_deref(), expected, "{text}");
    }

    #[test]
    fn another_day_beside_its_own() {
        check("Leeds (Sunday 13th)", Some("Sunday 13"));
        check("domingo 10", Some("domingo 10"));
        check("So. 13", Some("So. 13"));
        check("Porta Nigra und 11.12", Some("11.12"));
        check("oder 13.12.2026", Some("13.12.2026"));
        check("Dezember", Some("Dezember"));
        check("21.03", Some("21.03"));
        check("4日", Some("4日"));
        check("R 19.3", Some("R 19.3"));
        check("Gdynia (uwaga: 14.10!)", Some("14.10"));
    }

    #[test]
    fn no_other_day() {
        check("Kiel (Samstag 12.)", None);
        check("Gdynia (12.12.)", None);
        check("Straße des 17. Juni", None);
        check("Rathaus und Markt", None);
        check("march", None);
        check("Sunday Street 13", None);
        check("Plaza de Mayo", None);
        check("Platz 13", None);
    }
}
