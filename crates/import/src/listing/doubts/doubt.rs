//! What an entry says against itself: such an entry is refused, with what to write instead.

use super::super::entry::said::Said;
use super::super::line::Line;
use super::super::line::span::{Kind, Sign, Span};
use super::super::surroundings::Surroundings;
use super::another_event::another_event;
use super::nothing::nothing;
use super::second_city::second_city;
use super::unread_number::{before_hour, behind_hour, day_of_month, day_or_hour, unread};
use super::unread_region::unread_region;
use crate::cancelled;
use crate::when::days::{Days, days_at};
use crate::when::names::weekday_at;
use crate::when::time::time_at;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;
use event_file::event::Status;

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
        .or_else(|| changed(text, around))
        .or_else(|| past(entry))
        .or_else(|| held_after_all(entry, around))
        .or_else(|| another_event(entry.spans(), text, around))
        .or_else(|| second_city(entry.spans(), around))
        .or_else(|| unread_region(entry.spans(), around))
        .or_else(|| next_time(entry, around))
        .or_else(|| corrected(text))
        .or_else(|| in_brackets(text, around))
        .or_else(|| except(text, said))
        .or_else(|| day_or_hour(text, around))
        .or_else(|| day_of_month(text, around))
        .or_else(|| before_hour(lines))
        .or_else(|| behind_hour(lines))
        .or_else(|| unread(lines, text))
}

/// The words from one token to another.
fn words<'t>(text: &'t str, tokens: &[Token], from: usize, to: usize) -> &'t str {
    &text[tokens[from].at.start..tokens[to - 1].at.end]
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
        words(text, &tokens, 0, to)
    ))
}

/// “Neuer Ort”, “brought forward”, “nueva fecha”.
fn changed(text: &str, around: &Surroundings<'_>) -> Option<String> {
    let tokens = tokens(text);
    let found = (0..tokens.len()).find_map(|from| {
        let to = Purpose::Changed.phrases().past(&tokens, from)?;
        // “postponed (new date tba)”, “aplazada hasta nueva fecha”.
        let numbered = tokens[to..].iter().any(|token| token.digits() > 0);
        let open = Purpose::Pending.phrases().past(&tokens, to).is_some()
            || cancelled::moved(&text[..tokens[from].at.start]).is_some() && !numbered;
        // “Novo mesto” is a town before it is a new place.
        let words = words(text, &tokens, from, to);
        let town = from == 0 && around.places.is_city(words, around.country);
        // “verplaatst naar 13 maart”: the day moved, not the place.
        let day = days_at(&tokens, to).is_some() || weekday_at(&tokens, to).is_some();
        (!open && !town && !day).then_some(words)
    })?;
    Some(format!(
        "“{found}” changes its day, place or hour: write what holds now, and leave out what was before"
    ))
}

fn is_days(span: &Span) -> bool {
    matches!(span.kind, Kind::Days { .. })
}

fn is_clock(span: &Span) -> bool {
    matches!(span.kind, Kind::Clock(_))
}

/// “Lorient – annulé ; Vannes, 10h30”, “abgesagt, 20. Februar, 12 Uhr”: an hour or another day behind words that call it off.
fn held_after_all(entry: Lines<'_>, around: &Surroundings<'_>) -> Option<String> {
    let spans: Vec<&Span> = entry.spans().collect();
    let off = |span: &&Span| match &span.kind {
        Kind::Text(text) => {
            let off = matches!(
                cancelled::status(text).or_else(|| cancelled::begins(text)),
                Some(Status::Cancelled | Status::Postponed)
            );
            off && cancelled::moved(text).is_none()
        }
        _ => false,
    };
    let at = spans.iter().skip(1).position(off)? + 1;
    let day_before = around.day.is_some() || spans[..at].iter().any(|span| is_days(span));
    let mut stop = false;
    for span in &spans[at + 1..] {
        stop |= span.before == Sign::Stop;
        if is_days(span) && (stop || day_before) || is_clock(span) && stop {
            return Some(format!(
                "it is called off, and “{}” behind that may hold: write what takes place now, in a line for each event",
                span.words
            ));
        }
    }
    None
}

/// “11 h, place Saint-Corentin. Le suivant aura lieu le 21 février”: another day in a later sentence.
fn next_time(entry: Lines<'_>, around: &Surroundings<'_>) -> Option<String> {
    let spans: Vec<&Span> = entry.spans().collect();
    let first = spans.iter().position(|span| is_clock(span))?;
    let mut known = around.day.is_some() || spans[..first].iter().any(|span| is_days(span));
    let (mut stop, mut worded) = (false, false);
    let mut moved = false;
    for span in &spans[first + 1..] {
        if span.before == Sign::Stop {
            (stop, worded) = (true, false);
        }
        if let Kind::Text(text) = &span.kind {
            worded = true;
            // “(moved to 13 March)” behind the hour.
            moved = cancelled::moved(text).is_some();
        }
        if is_days(span) {
            let standing = matches!(span.kind, Kind::Days { standing: true, .. });
            if known && stop && worded && !(moved && standing) {
                return Some(format!(
                    "“{}” in a later sentence may be the day of something else: write a line for each event",
                    span.words
                ));
            }
            known = true;
        }
    }
    None
}

/// “12.30pm, the Mound. UPDATE: now starts 1pm”: a second hour, behind a word that corrects the first.
fn corrected(text: &str) -> Option<String> {
    const NEAR: usize = 2;
    let tokens = tokens(text);
    let hour = |at: usize| time_at(&tokens, at, false).map(|(_, to)| to);
    let found = (1..tokens.len()).find_map(|from| {
        let to = Purpose::Corrected.phrases().past(&tokens, from)?;
        // “(changed from 1pm)” tells of the hour before.
        if Purpose::Instead.phrases().past(&tokens, from).is_some() {
            return None;
        }
        let end = (to..tokens.len().min(to + NEAR)).find_map(hour)?;
        (0..from)
            .any(|at| hour(at).is_some_and(|end| end <= from))
            .then_some(())?;
        Some(words(text, &tokens, from, end))
    });
    // “19時（18時に変更）”, “14시(15시로 변경)”: the words stand behind the hour.
    let behind = || {
        let first = (0..tokens.len()).find(|at| hour(*at).is_some())?;
        (first + 1..tokens.len()).find_map(|from| {
            let end = hour(from)?;
            let past = |at: usize| Purpose::Corrected.phrases().past(&tokens, at);
            let to = (end..tokens.len().min(end + NEAR)).find_map(past)?;
            let found = words(text, &tokens, from, to);
            let is_east_asian = |letter: char| u32::from(letter) >= 0x2e80;
            found.chars().any(is_east_asian).then_some(found)
        })
    };
    let found = found.or_else(behind)?;
    Some(format!(
        "“{found}” corrects its hour: write only the one that holds"
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
                let written = words(inside, &tokens, at, to);
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
        Some(words(text, &tokens, from, day + 1))
    })?;
    Some(format!(
        "“{found}”: on some of its days it does not take place; write the days out"
    ))
}
