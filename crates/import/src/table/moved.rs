//! A remark that moves the event of its row: “verschoben auf 12.3.”, “new time: 5 pm”. It is applied where it names one whole
//! day or one hour, or both, and no word of it is left unread.

pub(super) mod before;
mod vocabulary;

use chrono::Duration;
use event_file::WallTime;
use event_file::event::Status;

use self::vocabulary::{has_move, is_of_moves};
use super::habits::Habits;
use crate::cancelled;
use crate::draft::{Draft, Stamp};
use crate::when;
use crate::when::date::{date_at, dotted_numbers_at, two_numbers_at};
use crate::when::nearest::nearest;
use crate::when::time::{Clock, time_at};
use crate::when::tokens::{Token, tokens};
use crate::when::unannounced;
use crate::when::words::Purpose;
use crate::when::written::Written;

/// A longer cell tells of the event, in bytes.
const LONGEST: usize = 120;

/// Where a remark moves an event.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Moved {
    day: Option<(Written, String)>,
    clock: Option<Clock>,
}

/// Where a remark moves an event, if it does so in full.
pub(super) fn read(remark: &str) -> Option<Moved> {
    let may_number = |letter: char| letter.is_numeric() || u32::from(letter) >= 0x2e80;
    if remark.len() > LONGEST || !remark.contains(may_number) || remark.contains(['?', '？', '؟'])
    {
        return None;
    }
    let tokens = tokens(remark);
    let (mut day, mut clock, mut at) = (None, None, 0);
    // Without the words of its day and hour, and without their numbers: in “neue Uhrzeit: 18.30” the second is of what moves.
    let (mut rest, mut with_words) = (String::new(), String::new());
    let mut from = 0;
    while at < tokens.len() {
        let Some((found, to)) = when_at(&tokens, at)? else {
            at += 1;
            continue;
        };
        let range = tokens[at].at.start..tokens[to - 1].at.end;
        let number = tokens[at..to].iter().find(|token| token.digits() > 0);
        let number = number.map_or(range.start, |number| number.at.start);
        rest.push_str(&remark[from..range.start]);
        rest.push(' ');
        with_words.push_str(&remark[from..number]);
        with_words.push(' ');
        from = range.end;
        match found {
            When::Day(date) if day.is_none() => day = Some((date, remark[range].to_owned())),
            When::Hour(hour) if clock.is_none() => clock = Some(hour),
            _ => return None,
        }
        at = to;
    }
    rest.push_str(&remark[from..]);
    with_words.push_str(&remark[from..]);
    let moves = is_of_moves(&rest) || is_of_moves(&with_words);
    ((day.is_some() || clock.is_some()) && moves).then_some(Moved { day, clock })
}

/// Whether a remark has words that move an event, and a number: what is not read of it may be the day or hour that holds.
pub(super) fn may_move(remark: &str) -> bool {
    remark.len() <= LONGEST && remark.contains(char::is_numeric) && has_move(remark)
}

/// Whether a remark says no more than that the event is postponed, and that its new day is not known: “new date tbc”.
pub(super) fn is_open(remark: &str) -> bool {
    let tokens = tokens(remark);
    let pending = |at: usize| {
        let pending = Purpose::Pending.phrases().past(&tokens, at);
        pending.or_else(|| unannounced(&tokens, at))
    };
    let Some((from, to)) = (0..tokens.len()).find_map(|at| Some((at, pending(at)?))) else {
        return false;
    };
    let before = tokens[from].at.start;
    let rest = format!("{} {}", &remark[..before], &remark[tokens[to - 1].at.end..]);
    remark.len() <= LONGEST
        && is_of_moves(&rest)
        && cancelled::status(&rest) == Some(Status::Postponed)
}

/// Whether a remark says only that the day or hour changed, and not to what: “neue Uhrzeit!”.
pub(super) fn is_bare(remark: &str) -> bool {
    let says_status = cancelled::status(remark).is_some() || cancelled::names_status(remark);
    !remark.contains(char::is_numeric) && !says_status && is_of_moves(remark)
}

#[derive(Debug)]
enum When {
    Day(Written),
    Hour(Clock),
}

/// The day or the hour that begins at a token; `None` where it may be either.
fn when_at(tokens: &[Token], at: usize) -> Option<Option<(When, usize)>> {
    let day = date_at(tokens, at);
    let hour = time_at(tokens, at, false);
    Some(match (day, hour) {
        (Some((day, to)), Some((_, end))) if to > end => Some((When::Day(day), to)),
        (Some((_, to)), Some((hour, end))) if end > to => Some((When::Hour(hour), end)),
        (Some(_), Some(_)) => return None,
        (Some((day, to)), None) => Some((When::Day(day), to)),
        // “time: 5pm” begins with the number.
        (None, Some((hour, to)))
            if tokens[at].digits() == 0
                && (at + 1..to).any(|from| time_at(tokens, from, false) == Some((hour, to))) =>
        {
            None
        }
        (None, Some((hour, to))) => Some((When::Hour(hour), to)),
        (None, None) => {
            // “new time: 18.30” is no day of a month.
            let minutes = tokens.get(at + 2).filter(|minutes| minutes.digits() == 2);
            let minutes = minutes.and_then(|minutes| minutes.number(2));
            let is_dotted = tokens.get(at + 1).is_some_and(|dot| dot.is('.'))
                && minutes.is_some_and(|minutes| !(1..=12).contains(&minutes));
            let numbers = two_numbers_at(tokens, at).or_else(|| dotted_numbers_at(tokens, at));
            let numbers = numbers.map(|(day, to)| (When::Day(day), to));
            numbers.filter(|_| !is_dotted).or_else(|| {
                let (hour, to) =
                    time_at(tokens, at, true).filter(|_| is_dotted || is_behind_at(tokens, at))?;
                Some((When::Hour(hour), to))
            })
        }
    })
}

/// Whether the word before a token stands before hours: “alle 16”.
fn is_behind_at(tokens: &[Token], at: usize) -> bool {
    let past = |purpose: Purpose| {
        let phrases = purpose.phrases();
        (at.saturating_sub(3)..at).any(|from| phrases.past(tokens, from) == Some(at))
    };
    past(Purpose::At) || past(Purpose::Before)
}

impl Moved {
    /// Moves an entry; what is said of it. `None` where the new day is not certain.
    pub(super) fn apply(&self, draft: &mut Draft, remark: &str, habits: &Habits) -> Option<String> {
        let Some(Stamp::Wall(before)) = draft.start.filter(|_| draft.also.is_empty()) else {
            return None;
        };
        let day = match &self.day {
            Some((date, text)) => nearest(date, text, before.date, &habits.reckoning)?,
            None => before.date,
        };
        if self
            .clock
            .is_some_and(|clock| habits.hours.doubt(&clock).is_some())
        {
            return None;
        }
        let clock = self.clock.or(before.time.map(Clock::at));
        let span = when::on(day, clock);
        let Stamp::Wall(start) = span.start else {
            return None;
        };
        let start = WallTime {
            offset: before.offset,
            ..start
        };
        let mut note = format!("“{remark}”: moved from {before} to {start}");
        let end = draft.end.take();
        draft.end = match (end, self.clock) {
            (_, Some(_)) if span.end.is_some() => span.end,
            (Some(Stamp::Wall(end)), None) => later(end, day - before.date),
            (Some(_), _) => {
                note.push_str(", and its end is left out");
                None
            }
            (None, _) => None,
        };
        if start != before {
            draft.put("previously", &before.to_string());
        } else {
            note = format!("“{remark}” names its own day or hour: taken for the new one");
        }
        draft.start = Some(Stamp::Wall(start));
        if draft.text_of("status") != Some(Status::Cancelled.name()) {
            draft.put("status", Status::Rescheduled.name());
        }
        Some(note)
    }
}

fn later(at: WallTime, by: Duration) -> Option<Stamp> {
    let date = at.date.checked_add_signed(by)?;
    Some(Stamp::Wall(WallTime { date, ..at }))
}

#[cfg(test)]
mod tests;
