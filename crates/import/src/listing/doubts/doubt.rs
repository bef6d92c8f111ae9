//! What an entry says against itself: such an entry is refused, with what to write instead.

use super::super::entry::said::Said;
use super::super::line::Line;
use super::super::line::span::{Kind, Span};
use super::super::surroundings::Surroundings;
use super::another_event::another_event;
use super::changed;
use super::nothing::nothing;
use super::second_city::second_city;
use super::unread_number::{before_hour, behind_hour, day_of_month, day_or_hour, unread};
use super::unread_region::unread_region;
use crate::when::days::{Days, days_at};
use crate::when::names::weekday_at;
use crate::when::time::time_at;
use crate::when::tokens::{as_written, tokens};
use crate::when::words::Purpose;

/// The lines of an entry; the first so many stood before the one that says when.
#[derive(Clone, Copy)]
struct Lines<'e>(&'e [Line], usize);

impl<'e> Lines<'e> {
    fn spans(self) -> impl Iterator<Item = &'e Span> {
        self.0.iter().skip(self.1).flat_map(|line| &line.spans)
    }

    fn has_clock(self) -> bool {
        self.0.iter().any(Line::has_clock)
    }
}

/// The first reason why it is not certain what takes place, or when: of the lines of an entry, `lead` of which stood before
/// the one that says when; `text` is all of them.
pub fn doubt(
    lines: &[Line],
    lead: usize,
    text: &str,
    said: &Said,
    around: &Surroundings<'_>,
) -> Option<String> {
    let entry = Lines(lines, lead);
    two_hours(said)
        .or_else(|| nothing(entry.has_clock(), said))
        .or_else(|| elsewhere(entry, said, around))
        .or_else(|| replaced(said))
        .or_else(|| changed::changed(text, around))
        .or_else(|| past(entry))
        .or_else(|| changed::held_after_all(entry.spans(), around))
        .or_else(|| another_event(entry.spans(), text, around))
        .or_else(|| second_city(entry.spans(), around))
        .or_else(|| unread_region(entry.spans(), around))
        .or_else(|| changed::next_time(entry.spans(), around))
        .or_else(|| changed::corrected(text))
        .or_else(|| in_brackets(text, around))
        .or_else(|| except(text, said))
        .or_else(|| day_or_hour(text, around))
        .or_else(|| day_of_month(text, around))
        .or_else(|| before_hour(lines))
        .or_else(|| behind_hour(lines))
        .or_else(|| unread(lines, text))
}

/// “14h30, 16h, Bellecour”.
fn two_hours(said: &Said) -> Option<String> {
    let first = said.groups.first()?.clock?.from.format("%H:%M");
    let second = said.second?.from.format("%H:%M");
    Some(format!(
        "two hours, {first} and {second}: write only the one at which it begins, or a line for each event"
    ))
}

/// “Siehe Essen”: what there is to say stands in another entry.
fn elsewhere(entry: Lines<'_>, said: &Said, around: &Surroundings<'_>) -> Option<String> {
    let texts = said.all_texts();
    // “Sheffield: joining Leeds at 2pm” is no event there either.
    if entry.has_clock() && texts.len() > 2 {
        return None;
    }
    let found = texts
        .iter()
        .skip(usize::from(entry.has_clock()))
        .find(|text| {
            let text = text.trim_matches(['(', ')', '[', ']']);
            let tokens = tokens(text);
            let to = Purpose::See.phrases().past(&tokens, 0);
            // “Sé Velha” is a cathedral.
            let to = to.filter(|_| !text.starts_with("Sé "));
            to.and_then(|to| tokens.get(to)).is_some_and(|name| {
                around
                    .places
                    .is_city(text[name.at.start..].trim_end_matches('.'), None)
            })
        })?;
    Some(format!(
        "“{found}” points to another entry: nothing of its own is listed"
    ))
}

/// “Cancelled; instead a vigil”.
fn replaced(said: &Said) -> Option<String> {
    let words = said.replaced()?;
    Some(format!(
        "it is cancelled, and “{words}” tells of something else in its stead: write a line for each"
    ))
}

/// “Last week: Monday 1 March, Leicester, 200 people came”.
fn past(entry: Lines<'_>) -> Option<String> {
    let first = entry.spans().next()?;
    let Kind::Text(text) = &first.kind else {
        return None;
    };
    let tokens = tokens(text);
    let to = Purpose::Past.phrases().past(&tokens, 0)?;
    Some(format!(
        "“{}”: it tells of what is over",
        as_written(text, &tokens[0..to])
    ))
}

/// “(la veille, mercredi 9, à 18h : retraite aux flambeaux)”, “(Soltau beginnt um 14 Uhr)”: another day or city, with an hour.
fn in_brackets(text: &str, around: &Surroundings<'_>) -> Option<String> {
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('(') {
        let (inside, behind) = inside.split_once(')').unwrap_or((inside, ""));
        rest = behind;
        let tokens = tokens(inside);
        let at = |what: &dyn Fn(usize) -> bool| (0..tokens.len()).any(what);
        let hour = at(&|at| time_at(&tokens, at, false).is_some());
        let weekday = |at: usize| {
            let long = tokens[at]
                .word()
                .is_some_and(|word| word.chars().count() > 2);
            long && matches!(weekday_at(&tokens, at), Some((Some(_), _)))
        };
        // “8 di Abu Bakar”: three letters may be the month of some language.
        let date = |at: usize| {
            days_at(&tokens, at).is_some_and(|(_, to)| {
                let written = as_written(inside, &tokens[at..to]);
                let mut parts = written.split(char::is_whitespace);
                written.contains(['.', '/']) || parts.any(|part| part.chars().count() > 3)
            })
        };
        let day = at(&|at| date(at) || weekday(at));
        let city = inside.split([' ', ',', ':']).next().unwrap_or_default();
        let other = around.places.is_city(city, around.country) && !before.contains(city);
        if hour && (day || other) && tokens.len() > NEITHER {
            return Some(format!(
                "“({inside})” tells of another day or place: write a line for each event"
            ));
        }
    }
    None
}

/// A bracket of so few words and numbers is a remark on the day or hour itself: “(Sat, 2pm)”.
const NEITHER: usize = 4;

/// “Every Friday from 8 to 29 January except 22nd”.
fn except(text: &str, said: &Said) -> Option<String> {
    const NEAR: usize = 3;
    let several = |days: &Days| !matches!(days, Days::One(_));
    let recurs = said.every.is_some()
        || said
            .groups
            .iter()
            .any(|group| group.days.as_ref().is_some_and(several));
    recurs.then_some(())?;
    let tokens = tokens(text);
    let is_day = |at: usize| {
        days_at(&tokens, at).is_some()
            || weekday_at(&tokens, at).is_some()
            || tokens[at].number(2).is_some()
    };
    let found = (0..tokens.len()).find_map(|from| {
        let to = Purpose::Except.phrases().past(&tokens, from)?;
        let day = (to..tokens.len().min(to + NEAR)).find(|at| is_day(*at))?;
        Some(as_written(text, &tokens[from..day + 1]))
    })?;
    Some(format!(
        "“{found}”: on some of its days it does not take place; write the days out"
    ))
}
