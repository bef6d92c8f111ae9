//! A remark that names the day or hour that no longer holds: “moved from 7 March”, “Beginn von 12:00 auf 13:00 Uhr geändert”.
//! Beside a day and hour that hold it says nothing new.

use std::sync::LazyLock;

use event_file::event::Status;

use super::vocabulary::{has_move, of_moves};
use super::{LONGEST, Moved, When, when_at};
use crate::cancelled;
use crate::draft::{Draft, Stamp};
use crate::new_place;
use crate::table::habits::Habits;
use crate::when;
use crate::when::date::date_at;
use crate::when::names::weekday_at;
use crate::when::nearest::nearest;
use crate::when::time::Clock;
use crate::when::tokens::{Token, tokens};
use crate::when::written::{Form, Written};
use crate::words::list::in_sections;
use crate::words::plain;

/// Words around what no longer holds, folded.
#[derive(Default)]
struct Words {
    from: Vec<String>,
    first: Vec<String>,
    behind: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    for (of, _, phrase) in in_sections(include_str!("../../words/moved_from.txt")) {
        let list = match of {
            "from" => &mut all.from,
            "first" => &mut all.first,
            _ => &mut all.behind,
        };
        list.push(plain(phrase));
    }
    for phrases in [&mut all.from, &mut all.first, &mut all.behind] {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    all
});

/// The days and hours of a remark, those that no longer hold and those that do.
#[derive(Debug, Default)]
pub struct Before {
    old_day: Option<(Written, String)>,
    old_clock: Option<Clock>,
    new_day: Option<(Written, String)>,
    new_clock: Option<Clock>,
}

/// What such a remark says of its row.
#[derive(Debug, PartialEq, Eq)]
pub enum Holds {
    /// Its columns have the day and hour that hold.
    Now,
    /// Its columns have those of before.
    Not(Moved),
}

/// The days and hours of a remark, one of which no longer holds, if it says nothing else but perhaps why, or what to bring:
/// “moved from 13 March, bring lights”.
pub fn read(remark: &str) -> Option<Before> {
    let remark = remark.trim();
    whole(remark).or_else(|| {
        let ends = remark.match_indices([',', ';', '!', '–', '—', '(', '.']);
        let ends = ends.map(|(end, _)| remark.split_at(end));
        let mut parts = ends.chain(reason(remark));
        parts.find_map(|(first, rest)| whole(first.trim()).filter(|_| is_aside(rest)))
    })
}

/// A remark parted before the reason that it gives: “rinviata dal 13 marzo | per pioggia”.
fn reason(remark: &str) -> Option<(&str, &str)> {
    let last = remark.char_indices().rev();
    let (number, digit) = last.into_iter().find(|(_, letter)| letter.is_numeric())?;
    let behind = remark.get(number + digit.len_utf8()..)?;
    let gaps = behind
        .match_indices(' ')
        .map(|(gap, _)| number + digit.len_utf8() + gap);
    let mut parts = gaps.map(|gap| remark.split_at(gap));
    parts.find(|(_, rest)| cancelled::begins_with_reason(rest))
}

/// Whether the rest of a remark says nothing of when, where and whether the event takes place.
fn is_aside(rest: &str) -> bool {
    !rest.contains(char::is_numeric)
        && !rest.contains(['?', '？', '؟'])
        && !cancelled::names_status(rest)
        && !has_move(rest)
        && new_place::said(rest).is_none()
        && !new_place::is_bare(rest)
        && (0..tokens(rest).len()).all(|at| weekday_at(&tokens(rest), at).is_none())
}

/// The days and hours of a remark that says nothing else.
fn whole(remark: &str) -> Option<Before> {
    let has_number = remark.contains(char::is_numeric);
    if !has_number || remark.len() > LONGEST || remark.contains(['?', '？', '؟']) {
        return None;
    }
    let tokens = tokens(remark);
    let mut before = Before::default();
    let mut gaps = [String::new(), String::new()];
    let (mut from, mut at, mut says_so, mut bare_old) = (0, 0, false, None);
    while at < tokens.len() {
        let found = when_at(&tokens, at)?;
        // “dal 13 al 20 marzo” are no hours.
        let names_day = |to: usize| {
            let mut numbers = at..to;
            numbers.any(|number| {
                let day = date_at(&tokens, number);
                shared_day(&tokens, number).is_some() || day.is_some_and(|(_, end)| end > to)
            })
        };
        let found = found.filter(|(found, to)| !matches!(found, When::Hour(_)) || !names_day(*to));
        let Some((found, to)) = found else {
            let number = tokens.get(at)?;
            let text = plain(remark.get(from..number.at.start).unwrap_or_default());
            if let (None, Some(day)) = (bare_old, shared_day(&tokens, at))
                && let Some(rest) = cut(&text, &WORDS.from)
            {
                bare_old = Some(day);
                gaps.iter_mut()
                    .for_each(|gap| gap.push_str(&format!("{rest} ")));
                from = number.at.end;
                from += usize::from(remark.get(from..)?.starts_with('.'));
                // “to” of “13 to 20 March” is Thursday in Norwegian.
                let rest = tokens.get(at + 1..)?.iter();
                at += rest.take_while(|token| token.digits() == 0).count();
            }
            at += 1;
            continue;
        };
        let range = tokens.get(at)?.at.start..tokens.get(to.checked_sub(1)?)?.at.end;
        let number = tokens.get(at..to)?.iter().find(|token| token.digits() > 0);
        let number = number.map_or(range.start, |number| number.at.start);
        let behind = remark.get(range.end..)?;
        let past = past_behind(behind);
        let mut is_old = past.is_some();
        for (gap, end) in gaps.iter_mut().zip([range.start, number]) {
            let text = plain(remark.get(from..end.max(from))?);
            let cut = cut(&text, &WORDS.first).map(|text| (text, true));
            let cut = cut.or_else(|| Some((self::cut(&text, &WORDS.from)?, false)));
            is_old |= cut.is_some();
            says_so |= cut.is_some_and(|(_, first)| first);
            gap.push_str(cut.map_or(text.as_str(), |(text, _)| text));
            gap.push(' ');
        }
        from = range.end + past.unwrap_or_default();
        let text = || remark.get(range.clone()).unwrap_or_default().to_owned();
        match (found, is_old) {
            // “from 12:00 to 13:00”.
            (When::Hour(clock), true) if clock.to.is_some() => {
                let new = clock.to.map(Clock::at);
                let free = before.old_clock.is_none() && before.new_clock.is_none();
                free.then_some(())?;
                (before.old_clock, before.new_clock) = (Some(Clock::at(clock.from)), new);
            }
            (When::Day(day), false) if before.new_day.is_none() && bare_old.is_some() => {
                let (month, last) = day.month_and_day()?;
                let old = bare_old.take().filter(|old| *old < last)?;
                let form = Form::NoYear { month, day: old };
                before.old_day = Some((
                    Written {
                        form,
                        weekday: None,
                    },
                    text(),
                ));
                before.new_day = Some((day, text()));
            }
            (When::Day(day), true) if before.old_day.is_none() => {
                before.old_day = Some((day, text()));
            }
            (When::Day(day), false) if before.new_day.is_none() => {
                before.new_day = Some((day, text()));
            }
            (When::Hour(clock), true) if before.old_clock.is_none() => {
                before.old_clock = Some(clock);
            }
            (When::Hour(clock), false) if before.new_clock.is_none() => {
                before.new_clock = Some(clock);
            }
            _ => return None,
        }
        at = to;
    }
    if bare_old.is_some() {
        return None;
    }
    let rest = plain(remark.get(from.min(remark.len())..)?);
    let moves = |gap: &String| match of_moves(&format!("{gap} {rest}")) {
        Some(moves) => moves || says_so,
        None => false,
    };
    let is_old = before.old_day.is_some() || before.old_clock.is_some();
    (is_old && gaps.iter().any(moves)).then_some(before)
}

/// The number of a day whose month stands behind another: 13 of “from 13 to 20 March”, “vom 13. auf den 20. März”.
fn shared_day(tokens: &[Token], at: usize) -> Option<u32> {
    const MOST_BETWEEN: usize = 5;
    let day = tokens.get(at)?.number(2);
    let day = day.filter(|day| (1..=31).contains(day) && date_at(tokens, at).is_none())?;
    let rest = tokens.get(at + 1..)?.iter().take(MOST_BETWEEN);
    let next = at + 1 + rest.take_while(|token| token.digits() == 0).count();
    let (date, _) = date_at(tokens, next)?;
    tokens.get(next).filter(|token| token.digits() > 0)?;
    date.month_and_day().map(|_| day)
}

/// A text without the words at its end before what no longer holds.
fn cut<'t>(text: &'t str, phrases: &[String]) -> Option<&'t str> {
    phrases.iter().find_map(|phrase| {
        let rest = text.strip_suffix(phrase.as_str())?;
        let is_wide = phrase.chars().all(|letter| u32::from(letter) >= 0x0e00);
        (is_wide || rest.is_empty() || rest.ends_with(' ')).then_some(rest)
    })
}

/// How many bytes words have that stand behind what no longer holds: “3月7日から”, “7 Mart'tan”.
fn past_behind(text: &str) -> Option<usize> {
    let skipped = text.len()
        - text
            .trim_start_matches([' ', '\'', '’', '-', '.', ':'])
            .len();
    let text = text.get(skipped..)?;
    let word = match text.find(|letter: char| !letter.is_alphabetic() && !is_mark(letter)) {
        Some(end) => text.get(..end)?,
        None => text,
    };
    let is_behind = |phrase: &&String| {
        let is_wide = phrase.chars().all(|letter| u32::from(letter) >= 0x3000);
        plain(word) == **phrase || is_wide && word.starts_with(phrase.as_str())
    };
    let phrase = WORDS.behind.iter().find(is_behind)?;
    let is_whole = plain(word) == *phrase;
    Some(skipped + if is_whole { word.len() } else { phrase.len() })
}

/// Vowel signs of Indian scripts are no letters.
fn is_mark(letter: char) -> bool {
    ('\u{0900}'..='\u{0dff}').contains(&letter)
}

impl Before {
    /// What it says of an entry; `None` where its columns have another day or hour than either.
    pub fn of(&self, draft: &Draft, habits: &Habits) -> Option<Holds> {
        let Some(Stamp::Wall(own)) = draft.start.filter(|_| draft.also.is_empty()) else {
            return None;
        };
        let day = |written: &Option<(Written, String)>| match written {
            Some((date, text)) => nearest(date, text, own.date, &habits.reckoning).map(Some),
            None => Some(None),
        };
        let (old_day, new_day) = (day(&self.old_day)?, day(&self.new_day)?);
        let hour = |clock: Option<Clock>| clock.map(|clock| clock.from);
        let (old_hour, new_hour) = (hour(self.old_clock), hour(self.new_clock));
        let holds = new_day.is_none_or(|day| day == own.date)
            && new_hour.is_none_or(|hour| Some(hour) == own.time)
            && old_day.is_none_or(|day| day != own.date || new_day == Some(day))
            && old_hour.is_none_or(|hour| Some(hour) != own.time || old_day.is_some());
        if holds {
            return Some(Holds::Now);
        }
        let was = old_day.is_none_or(|day| day == own.date)
            && old_hour.is_none_or(|hour| Some(hour) == own.time);
        let moved = Moved {
            day: self.new_day.clone(),
            clock: self.new_clock,
        };
        let names_new = moved.day.is_some() || moved.clock.is_some();
        (was && names_new).then_some(Holds::Not(moved))
    }

    /// Records in an entry that it was on another day.
    pub fn record(&self, draft: &mut Draft, habits: &Habits) {
        let Some(Stamp::Wall(own)) = draft.start else {
            return;
        };
        let old = self.old_day.as_ref();
        let old = old.and_then(|(date, text)| nearest(date, text, own.date, &habits.reckoning));
        if let Some(old) = old.filter(|old| *old != own.date) {
            let clock = self.old_clock.or(own.time.map(Clock::at));
            let previously = when::on(old, clock).start;
            draft.put("previously", &previously.to_string());
            if draft.text_of("status") != Some(Status::Cancelled.name()) {
                draft.put("status", Status::Rescheduled.name());
            }
        } else if draft.text_of("status") == Some(Status::Postponed.name()) {
            // It was read as moved to a day that is not known.
            draft.fields.shift_remove("status");
        }
    }
}

#[cfg(test)]
mod tests;
