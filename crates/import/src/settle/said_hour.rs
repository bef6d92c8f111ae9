//! An hour in the title or description of an entry that is another than its start: “Rally – NOW 11 am” at 10:00.

use chrono::{NaiveTime, TimeDelta};
use event_file::WallTime;

use super::said_day::brackets;
use crate::actions::is_action;
use crate::draft::Draft;
use crate::when::time::{Clock, Half, time_at};
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;
use crate::words;

/// A longer sentence of a description tells of the event.
const MOST_WORDS: usize = 12;

/// A longer description tells when parts of the event begin.
const MOST_OF_REMARK: usize = 6;

/// From an hour of the morning to that of the afternoon.
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

/// The most of a description that is looked at, in bytes.
const LONGEST: usize = 1000;

/// Says so of a title with another hour than the start.
///
/// # Errors
/// It says that its hour is a new one.
pub(super) fn compare(draft: &mut Draft) -> Result<(), String> {
    let Some(start) = wall(draft, "start") else {
        return Ok(());
    };
    let end = wall(draft, "end").and_then(|end| end.time);
    let begin = start.time.map_or_else(
        || "it has no hour".to_owned(),
        |time| format!("it begins at {}", time.format("%H:%M")),
    );
    let other = |said: &Said| {
        let end = end.filter(|_| !said.is_new && !said.begins && !said.is_other);
        let of = |hour: NaiveTime| is_of(hour, start.time, end);
        let later = || said.clock.from.overflowing_add_signed(HALF_A_DAY).0;
        !(of(said.clock.from) || said.clock.half == Half::Unmarked && of(later()))
    };
    let sure = |said: &Said| said.clock.half != Half::Unmarked;
    if let Some(said) = draft
        .text_of("title")
        .and_then(said_in)
        .filter(|said| sure(said) && other(said))
    {
        if said.is_new {
            return Err(format!(
                "its title says “{}”, and {begin}: write the hour that holds now",
                said.words
            ));
        }
        let words = said.words;
        draft
            .notes
            .push(format!("its title says “{words}”, and {begin}"));
    }
    let short = |text: &&str| text.split_whitespace().count() <= MOST_OF_REMARK;
    let description = draft.text_of("description").filter(short);
    let place = draft.text_of("place").and_then(brackets).filter(short);
    let remark = description.into_iter().chain(place).find_map(said_in);
    if let Some(said) = remark.filter(|said| other(said) && !said.is_new && !said.is_stage) {
        let words = said.words;
        draft.notes.push(format!("it says “{words}”, and {begin}"));
    }
    // “We begin only at noon!” in a column that is not read.
    let mut asides = draft.remarks.iter();
    let aside = asides.find_map(|remark| {
        let is_short = remark.split_whitespace().count() <= MOST_WORDS;
        let said = said_in(remark).filter(|_| is_short)?;
        let tells = said.begins || said.is_other || said.is_new;
        (tells && !said.is_stage && other(&said)).then_some(said.words)
    });
    let aside = aside.map(|words| format!("a remark of it says “{words}”, and {begin}"));
    draft.notes.extend(aside);
    let whole_day = start.time.is_none() && wall(draft, "end").is_none_or(|end| end == start);
    let is_noted = draft.notes.iter().any(|note| note.ends_with(&begin));
    if whole_day && !is_noted {
        let description = draft.text_of("description").and_then(hour_of_day);
        let note = description.map(|words| format!("it says “{words}”, and {begin}"));
        draft.notes.extend(note);
    }
    let description = draft.text_of("description").unwrap_or_default();
    let looked_at = &description[..description.floor_char_boundary(LONGEST)];
    let mut sentences = looked_at
        .split(['!', '\n', ';'])
        .filter(|sentence| sentence.split_whitespace().count() <= MOST_WORDS);
    let new = sentences.find_map(|sentence| {
        said_in(sentence)
            .filter(|said| sure(said) && said.is_new && other(said) && start.time.is_some())
    });
    match new {
        Some(said) => Err(format!(
            "its description says “{}”, and {begin}: write the hour that holds now",
            said.words
        )),
        None => Ok(()),
    }
}

/// The hour in a description of an entry that has none, if it is one of a clock and not of a part of the event.
fn hour_of_day(description: &str) -> Option<String> {
    let looked_at = &description[..description.floor_char_boundary(LONGEST)];
    let mut sentences = looked_at.split(['!', '\n', ';']);
    let said = sentences.find_map(|sentence| {
        said_in(sentence).filter(|said| said.clock.half != Half::Unmarked || said.begins)
    })?;
    Some(said.words)
}

/// An hour that a text says.
struct Said {
    clock: Clock,
    /// The words, from those that say that it is a new one.
    words: String,
    is_new: bool,
    /// Whether it is the one at which the event begins.
    begins: bool,
    /// Whether words such as “not until” stand before it, so that it is no hour between start and end.
    is_other: bool,
    /// Whether it is when people meet or another part begins, or the one of before: “doors 9 am”, “statt 14 Uhr”.
    is_stage: bool,
}

/// The first hour of a text; none where it is in words of either half of the day, or may be a duration.
fn said_in(text: &str) -> Option<Said> {
    if !text.contains(char::is_numeric) {
        return None;
    }
    let tokens = tokens(text);
    let at = (0..tokens.len()).find(|at| time_at(&tokens, *at, false).is_some())?;
    let (clock, to) = time_at(&tokens, at, false)?;
    let sure = clock.half != Half::Spoken;
    // “24h vigil”, “3h de marche”.
    let lasts = tokens[at..to].len() <= 2 && tokens[to - 1].word() == Some("h") || clock.next_day;
    let is_new = |at: &usize| {
        let corrected = Purpose::Corrected.phrases().past(&tokens, *at);
        corrected
            .or_else(|| Purpose::Changed.phrases().past(&tokens, *at))
            .is_some_and(|past| is_near(&tokens, past, to))
    };
    let new = (0..to).find(is_new);
    let says = |purpose: &Purpose| {
        let phrases = purpose.phrases();
        (0..tokens.len()).any(|at| phrases.past(&tokens, at).is_some())
    };
    let stages = [Purpose::Stage, Purpose::Travel, Purpose::Closing];
    let begins = says(&Purpose::Begins);
    let is_other = is_early_or_late(&text[..tokens[at].at.start]);
    // “not until 11 am” is no hour that does not hold.
    let before = says(&Purpose::Instead) && !is_other;
    let is_stage = (stages.iter().any(says) || before || is_action(text)) && !begins;
    let from = tokens[new.unwrap_or(at)].at.start;
    let words = text[from..tokens[to - 1].at.end].to_owned();
    (sure && (new.is_some() || !lasts)).then_some(Said {
        clock,
        words,
        is_new: new.is_some(),
        begins,
        is_other,
        is_stage,
    })
}

/// Whether a text before an hour ends with a word that says it is earlier or later than expected: “erst um”, “already at”.
fn is_early_or_late(before: &str) -> bool {
    const WORDS: &str = "only already until erst schon bereits deja seulement pas solo ya hasta recien gia soltanto ja apenas \
        reeds forst allerede redan vasta jo alles juba dopiero juz az uz jiz tek vec sele ze csak mar abia doar только уже лише вже \
        едва вече тек већ μολις ηδη ancak daha فقط baru sudah moi";
    let words = words::plain(before);
    words
        .split(' ')
        .rev()
        .take(3)
        .any(|word| WORDS.split_whitespace().any(|own| own == word))
}

/// Whether an hour that ends at a token belongs to the words that end at another: “new start time: 11am”.
fn is_near(tokens: &[Token], past: usize, to: usize) -> bool {
    const MOST_BETWEEN: usize = 6;
    past <= to && to - past <= MOST_BETWEEN && tokens.len() >= to
}

/// Whether an hour is that of the start, or between start and end.
fn is_of(said: NaiveTime, start: Option<NaiveTime>, end: Option<NaiveTime>) -> bool {
    start.is_some_and(|start| said == start || end.is_some_and(|end| start < said && said <= end))
}

fn wall(draft: &Draft, field: &str) -> Option<WallTime> {
    draft.text_of(field)?.parse().ok()
}

#[cfg(test)]
mod tests;
