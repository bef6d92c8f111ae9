//! Days by their numbers before the month they share.

use chrono::Datelike as _;

use super::super::calendars;
use super::super::date::{date_at, two_numbers_at};
use super::super::names::weekday_at;
use super::super::tokens::Token;
use super::super::words::Purpose;
use super::super::written::{Form, Written};
use super::joint::{Joint, joint};

/// Days by their numbers before the one month they share: “4./5. November”, “13 a 16 de abril”, “3, 4 y 5 de mayo”; what
/// stands between them, and the token after them.
pub(super) fn shared_month(tokens: &[Token], from: usize) -> Option<(Vec<Written>, Joint, usize)> {
    let mut numbers = Vec::new();
    let mut joints = Vec::new();
    let mut day_first = false;
    let mut first: Option<Bare> = None;
    let mut at = from;
    loop {
        if let Some((last, to)) =
            date_at(tokens, at).or_else(|| day_first.then(|| two_numbers_at(tokens, at)).flatten())
            && !numbers.is_empty()
        {
            let last = match day_first {
                true => with_day_first(last)?,
                false => last,
            };
            let of_last = |day: u32| on_day_of(&last, day);
            let mut days: Vec<Written> = numbers.iter().filter_map(|day| of_last(*day)).collect();
            if days.len() != numbers.len() {
                return None;
            }
            if first.is_some_and(|first| first.is_of_words(tokens, from, at, days.len())) {
                return None;
            }
            days.push(last);
            let joint = match (&joints[..], days.len()) {
                ([Joint::Until], 2) => Joint::Until,
                _ if joints.contains(&Joint::Until) => return None,
                _ => Joint::And,
            };
            return Some((days, joint, to));
        }
        // A day of the week may stand before each number.
        let number_at = match weekday_at(tokens, at) {
            Some((_, to)) => {
                let dot = usize::from(
                    tokens
                        .get(to)
                        .is_some_and(|token| token.is('.') || token.is(',')),
                );
                to + dot
            }
            None => at,
        };
        let number = tokens
            .get(number_at)?
            .number(2)
            .filter(|day| (1..=31).contains(day))?;
        let mut end = number_at + 1;
        let ordinal = |end: usize| {
            tokens.get(end).is_some_and(|token| token.is('.'))
                && tokens.get(end + 1).is_none_or(|token| token.digits() == 0)
        };
        if ordinal(end) {
            end += 1;
        } else if let Some(to) = Purpose::Ordinal.phrases().past(tokens, end)
            && joint(tokens, end).is_none()
        {
            end = to;
        }
        let (joint, next) = joint(tokens, end)?;
        day_first = numbers.is_empty() && is_of_day_first(&tokens[end]);
        if numbers.is_empty() && number_at == from && end == from + 1 {
            first = Some(Bare { next });
        }
        numbers.push(number);
        joints.push(joint);
        at = next;
        if numbers.len() > 10 {
            return None;
        }
    }
}

/// A first number with nothing beside it that makes it a day.
#[derive(Clone, Copy)]
struct Bare {
    /// The token after what stands behind it.
    next: usize,
}

impl Bare {
    /// Whether it is a number of the words before it, a house's or a room's, and no day: “Uniplatz 3, 17. April”, “Day 5 –
    /// Friday 16 April”. The date is at `last`; with it, `count` numbers have the same month.
    fn is_of_words(self, tokens: &[Token], from: usize, last: usize, count: usize) -> bool {
        let mark = &tokens[from + 1];
        if mark.word().is_some() || self.next > from + 2 {
            return false;
        }
        let ordinal = |at: usize| {
            let dot = tokens.get(at + 1).is_some_and(|token| token.is('.'));
            tokens[at].digits() > 0 && dot
        };
        // Without a day of the week of its own it is no day beside one that has it.
        if weekday_at(tokens, self.next).is_some() {
            return true;
        }
        // “Nr. 8 – 20. April”.
        let short = |at: &usize| {
            let word = at.checked_sub(1).and_then(|at| tokens[at].word());
            tokens[*at].is('.') && word.is_some_and(|word| word.chars().count() < 4)
        };
        let Some(before) = from.checked_sub(1) else {
            return false;
        };
        let before = before - usize::from(short(&before));
        let mixed = (self.next..=last).any(ordinal);
        let alone = count == 1 && mark.is(',');
        match tokens[before].word() {
            Some(_) => (mixed || alone) && !leads_to_day(tokens, before),
            // “Gran Vía, 2, 17 de abril”.
            None => alone && tokens[before].is(','),
        }
    }
}

/// Whether a word leads to a day: “am 4, 5. Mai”.
pub fn leads_to_day(tokens: &[Token], word: usize) -> bool {
    let purposes = [
        Purpose::On,
        Purpose::Around,
        Purpose::Before,
        Purpose::Until,
    ];
    let leads = |purpose: Purpose| purpose.phrases().past(tokens, word) == Some(word + 1);
    purposes.into_iter().any(leads) || weekday_at(tokens, word).is_some()
}

/// Whether a word that leads from one day to another is of a language that writes the day before the month: “6 au 10/09”.
/// English writes it either way.
fn is_of_day_first(joint: &Token) -> bool {
    const ENGLISH: [&str; 6] = ["to", "until", "till", "til", "through", "thru"];
    joint.word().is_some_and(|word| !ENGLISH.contains(&word))
}

/// A day and a month in two numbers, the day first; `None` where there is no such day.
fn with_day_first(date: Written) -> Option<Written> {
    let Form::TwoNumbers([day, month]) = date.form else {
        return Some(date);
    };
    let possible = (1..=31).contains(&day.value) && (1..=12).contains(&month.value);
    possible.then(|| Written {
        form: calendars::day_of(None, month.value, day.value),
        weekday: date.weekday,
    })
}

/// The same month and year on another day.
fn on_day_of(date: &Written, day: u32) -> Option<Written> {
    let form = match date.form {
        Form::Day(last) => calendars::day_of(Some(last.year().cast_unsigned()), last.month(), day),
        Form::NoYear { month, .. } => calendars::day_of(None, month, day),
        Form::Months {
            ref months, year, ..
        } => Form::Months {
            months: months.clone(),
            day,
            year,
        },
        _ => return None,
    };
    Some(Written {
        form,
        weekday: None,
    })
}
