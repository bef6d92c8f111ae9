//! Words by which the day, the hour or the place of an entry is another than before, or by which it is on again.

use event_file::event::Status;

use super::super::line::span::{Kind, Sign, Span};
use super::super::surroundings::Surroundings;
use crate::cancelled;
use crate::when::days::days_at;
use crate::when::names::weekday_at;
use crate::when::time::time_at;
use crate::when::tokens::{as_written, tokens};
use crate::when::words::Purpose;

/// “Neuer Ort”, “brought forward”, “nueva fecha”.
pub fn changed(text: &str, around: &Surroundings<'_>) -> Option<String> {
    let tokens = tokens(text);
    let found = (0..tokens.len()).find_map(|from| {
        let to = Purpose::Changed.phrases().past(&tokens, from)?;
        // “postponed (new date tba)”, “aplazada hasta nueva fecha”.
        let numbered = tokens[to..].iter().any(|token| token.digits() > 0);
        let open = Purpose::Pending.phrases().past(&tokens, to).is_some()
            || cancelled::moved(&text[..tokens[from].at.start]).is_some() && !numbered;
        // “Novo mesto” is a town before it is a new place.
        let words = as_written(text, &tokens[from..to]);
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
pub fn held_after_all<'l>(
    spans: impl Iterator<Item = &'l Span>,
    around: &Surroundings<'_>,
) -> Option<String> {
    let spans: Vec<&Span> = spans.collect();
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
pub fn next_time<'l>(
    spans: impl Iterator<Item = &'l Span>,
    around: &Surroundings<'_>,
) -> Option<String> {
    let spans: Vec<&Span> = spans.collect();
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
pub fn corrected(text: &str) -> Option<String> {
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
        Some(as_written(text, &tokens[from..end]))
    });
    // “19時（18時に変更）”, “14시(15시로 변경)”: the words stand behind the hour.
    let behind = || {
        let first = (0..tokens.len()).find(|at| hour(*at).is_some())?;
        (first + 1..tokens.len()).find_map(|from| {
            let end = hour(from)?;
            let past = |at: usize| Purpose::Corrected.phrases().past(&tokens, at);
            let to = (end..tokens.len().min(end + NEAR)).find_map(past)?;
            let found = as_written(text, &tokens[from..to]);
            let is_east_asian = |letter: char| u32::from(letter) >= 0x2e80;
            found.chars().any(is_east_asian).then_some(found)
        })
    };
    let found = found.or_else(behind)?;
    Some(format!(
        "“{found}” corrects its hour: write only the one that holds"
    ))
}
