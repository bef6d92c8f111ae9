//! A second hour on a line: an event of its own, a later stage of the same event, or not clear.

use super::super::doubts::place_words::tells_where;
use super::super::line::Line;
use super::super::line::span::{Kind, Sign, Span};
use super::super::line::words::is_label;
use crate::actions::is_action;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// What a second hour is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Second {
    /// The hour of another event.
    Event,
    /// A stage of the same event, and what people do then.
    Stage(String),
    /// It may be either, or something else.
    Doubtful,
}

/// What the hour in a span of a line is, if there was another one before.
///
/// It is that of another event only where both have a place or a title of their own (“10:00 Sol; 18:00 Atocha”), where
/// nothing but “and” is between (“10h30 et 14h, Bellecour”), or where it stands on a line of its own. Whatever else it is
/// (the hour before a change, an end, the departure of a bus), an event made of it would be wrong.
pub fn second(line: &Line, at: usize) -> Second {
    match among_hours(line, at) {
        Second::Stage(_) if is_long_after(line, at) => apart(line, at),
        found => found,
    }
}

/// Whether the hour in a span is so long after the one before that it is hardly a stage of the same event: “concentration at noon,
/// march at 8 pm”.
fn is_long_after(line: &Line, at: usize) -> bool {
    const HOURS: i64 = 4;
    let clock = |span: &Span| match &span.kind {
        Kind::Clock(clock) => Some(clock.from),
        _ => None,
    };
    let before = line.spans[..at].iter().rev().find_map(clock);
    let own = clock(&line.spans[at]);
    before
        .zip(own)
        .is_some_and(|(before, own)| (own - before).num_hours() >= HOURS)
}

/// What an hour long after another one is: of an event of its own where both say what people do behind them.
fn apart(line: &Line, at: usize) -> Second {
    let is_clock = |span: &Span| matches!(span.kind, Kind::Clock(_));
    let before = line.spans[..at].iter().rposition(is_clock);
    let acts = |at: usize| {
        let behind = line.spans.get(at + 1);
        behind.is_some_and(|span| matches!(&span.kind, Kind::Text(text) if is_action(text)))
    };
    let several = line.spans[at + 1..].iter().any(is_clock);
    match before.is_some_and(acts) && acts(at) && !several {
        true => Second::Event,
        false => Second::Doubtful,
    }
}

fn among_hours<'l>(line: &'l Line, at: usize) -> Second {
    if let Some(stage) = stage(line, at) {
        return Second::Stage(stage.to_owned());
    }
    let is_clock = |span: &Span| matches!(span.kind, Kind::Clock(_));
    let Some(first) = line.spans[..at].iter().rposition(is_clock) else {
        return Second::Event;
    };
    let next = line.spans[at + 1..]
        .iter()
        .position(is_clock)
        .map_or(line.spans.len(), |next| at + 1 + next);
    let (between, behind) = (&line.spans[first + 1..at], &line.spans[at + 1..next]);
    // “12pm Hyde Park → 2pm Trafalgar Square”.
    if line.spans[at].before == Sign::Arrow && !between.is_empty() {
        return Second::Stage("→".to_owned());
    }
    // “Kundgebung 14 Uhr, Demozug 15 Uhr”: both say what people do, at one and the same place.
    let is_stop = |span: &Span| matches!(span.before, Sign::Stop | Sign::Bar);
    let stops = is_stop(&line.spans[at]) || between.iter().any(is_stop);
    let own_behind = behind.first().and_then(does);
    // “12 Uhr Infostand, 15 Uhr Kundgebung”: each stands behind its hour.
    let of_first = match own_behind {
        Some(_) => between,
        None => &between[..between.len().saturating_sub(1)],
    };
    let own = own_behind.clone().or_else(|| between.last().and_then(does));
    let before = line.spans[..first].last();
    let of_first = before
        .and_then(does)
        .or_else(|| of_first.first().and_then(gathers));
    if let (Some(own), Some(_), false) = (&own, of_first, stops) {
        return Second::Stage(own.clone());
    }
    // “2pm / march 3pm, GPO”: nothing between is of the first hour.
    if let ([only], None) = (between, &own_behind)
        && does(only).is_some()
    {
        return Second::Doubtful;
    }
    if between
        .iter()
        .any(|span| matches!(span.kind, Kind::Days { .. }))
    {
        return Second::Event;
    }
    // “Um 15.24 Uhr verlassen wir die Arbeitsplätze. Demo um 17.30 Uhr”: a clause with a verb is no place.
    let named = |spans: &[Span]| {
        spans
            .iter()
            .any(|span| matches!(&span.kind, Kind::Text(text) if is_name(text) || !is_clause(text)))
    };
    let before_own = |spans: &'l [Span]| match spans.split_last() {
        Some((last, rest)) if !rest.is_empty() && does(last).is_some() => rest,
        _ => spans,
    };
    // “10 am Sol, 6 pm Atocha”: a name directly behind each.
    let close = |spans: &[Span]| {
        spans.first().is_some_and(|span| {
            matches!(&span.kind, Kind::Text(text) if is_name(text)) && span.before == Sign::None
        })
    };
    let both =
        named(before_own(between)) && named(behind) && (stops || close(between) && close(behind));
    match both && (own.is_none() || stops) || between.is_empty() && is_linked(line, first, at) {
        true => Second::Event,
        false => Second::Doubtful,
    }
}

/// What people do in a span: an action or a stage.
fn does(span: &Span) -> Option<String> {
    match &span.kind {
        Kind::Stage(text) => Some(text.clone()),
        Kind::Text(text) if is_action(text) => Some(text.clone()),
        _ => None,
    }
}

/// The same, and where people gather before: “16 Uhr Treffen am ZOB, 17 Uhr Demo”.
fn gathers(span: &Span) -> Option<String> {
    let gathering = |text: &str| {
        let tokens = tokens(text);
        (0..tokens.len().min(1)).any(|at| Purpose::Stage.phrases().past(&tokens, at).is_some())
    };
    match &span.kind {
        Kind::Text(text) if gathering(text) => Some(text.clone()),
        _ => does(span),
    }
}

/// Whether a text begins like a name, in a script with capital letters.
fn is_name(text: &str) -> bool {
    text.chars()
        .find(|letter| letter.is_alphabetic())
        .is_some_and(|letter| !letter.is_lowercase())
}

/// Whether a text that begins in small letters has so many words that it is more than where something is.
fn is_clause(text: &str) -> bool {
    const MOST_WORDS: usize = 3;
    text.split_whitespace().count() > MOST_WORDS && !tells_where(text)
}

/// Whether “and” or a mark of a list is all that stands between two spans.
fn is_linked(line: &Line, first: usize, second: usize) -> bool {
    let [first, second] = [first, second].map(|at| &line.spans[at].words);
    let Some(from) = line.text.find(first.as_str()).map(|at| at + first.len()) else {
        return false;
    };
    let Some(to) = line.text[from..].find(second.as_str()) else {
        return false;
    };
    // “10h30 et”: “ET” is a time zone as well, and went with the hour.
    let own = first.rsplit(' ').next().unwrap_or_default();
    let tokens = tokens(&format!("{own} {}", &line.text[from..from + to]));
    tokens.iter().enumerate().any(|(at, token)| {
        token.is(';')
            || token.is('+')
            || token.is('&')
            || Purpose::And.phrases().past(&tokens, at).is_some()
    })
}

/// What says that an hour is a stage of an event and no event of its own: “départ à 15h”, “14:00 Start”.
fn stage(line: &Line, at: usize) -> Option<&str> {
    // “Beginn 15 Uhr”: a word that stands around hours as well.
    let words = tokens(&line.spans[at].words);
    if let Some(to) = Purpose::Stage.phrases().past(&words, 0) {
        return line.spans[at].words.get(..words[to - 1].at.end);
    }
    let before = at.checked_sub(1).and_then(|before| line.spans.get(before));
    let before = before.filter(|_| line.spans[at].before == Sign::None);
    let after = line
        .spans
        .get(at + 1)
        .filter(|span| span.before == Sign::None);
    [before, after]
        .into_iter()
        .flatten()
        .find_map(|span| match &span.kind {
            Kind::Stage(text) => Some(text.as_str()),
            Kind::Text(text) if is_label(text) || is_for(text) || closes(text) => {
                Some(text.as_str())
            }
            _ => None,
        })
}

/// “12.30 Uhr Schlusskundgebung Marktplatz”.
pub fn closes(text: &str) -> bool {
    Purpose::Closing.phrases().past(&tokens(text), 0).is_some()
}

/// “1 pm for 2 pm”: people meet at the first, and it begins at the second.
fn is_for(text: &str) -> bool {
    ["for", "pour", "für"].contains(&text)
}
