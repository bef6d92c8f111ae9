//! The days of the week of two days, in parentheses behind them: “12–13 grudnia (sob.–niedz.)”, “5/6 December (Sat & Sun)”.

use chrono::Weekday;

use super::super::names::weekday_at;
use super::super::tokens::Token;
use super::joint::joint;
use super::{Days, Written};

/// Takes days of the week that stand in parentheses behind two days, if neither has one of its own; and the token behind them.
pub(super) fn with_weekdays(days: Days, tokens: &[Token], to: usize) -> (Days, usize) {
    let Some((first, last, end)) = in_parentheses(tokens, to) else {
        return (days, to);
    };
    let with = |written: Written, weekday: Weekday| Written {
        weekday: Some(weekday),
        ..written
    };
    match days {
        Days::Through(one, other) if one.weekday.is_none() && other.weekday.is_none() => {
            (Days::Through(with(one, first), with(other, last)), end)
        }
        Days::Each(mut all) if all.len() == 2 && all.iter().all(|day| day.weekday.is_none()) => {
            if let [one, other] = &mut all[..] {
                (one.weekday, other.weekday) = (Some(first), Some(last));
            }
            (Days::Each(all), end)
        }
        days => (days, to),
    }
}

/// Two days of the week in parentheses, and the token behind them.
fn in_parentheses(tokens: &[Token], to: usize) -> Option<(Weekday, Weekday, usize)> {
    let past_stop = |at: usize| at + usize::from(tokens.get(at).is_some_and(|token| token.is('.')));
    tokens.get(to)?.is('(').then_some(())?;
    let (first, behind) = weekday_at(tokens, to + 1)?;
    let (_, next) = joint(tokens, past_stop(behind))?;
    let (last, behind) = weekday_at(tokens, next)?;
    let end = past_stop(behind);
    tokens.get(end)?.is(')').then_some((first?, last?, end + 1))
}

#[cfg(test)]
mod tests {
    use super::super::super::tokens::tokens;
    use super::super::days_at;
    use chrono::Weekday::{Sat, Sun};

    #[test]
    fn days_of_the_week_behind_two_days() {
        for text in [
            "12–13 grudnia (sob.–niedz.)",
            "12. und 13. Dezember (Samstag und Sonntag)",
            "12–13 December 2026 (Sat & Sun)",
        ] {
            let tokens = tokens(text);
            let (days, to) = days_at(&tokens, 0).unwrap();
            let found: Vec<_> = days.written().into_iter().map(|day| day.weekday).collect();
            assert_eq!(found, [Some(Sat), Some(Sun)], "{text}");
            assert_eq!(to, tokens.len(), "{text}");
        }
        let plain = tokens("12–13 December (Leeds)");
        assert_eq!(days_at(&plain, 0).unwrap().1, 4);
    }
}
