//! What the heading of a list says that its events are called: “Raise the Roof – day of action” over “Dublin: 1pm, …”.

mod ends;
mod hanging;
mod quoted;

pub use self::ends::has;
use self::ends::{without_ends, without_marks, without_notice};
pub use self::hanging::cut_before_day;
use self::hanging::without_hanging;
use self::quoted::{behind_motto, quoted};
use super::super::line::Line;
use super::super::line::span::{Kind, Sign, Span};
use crate::actions::{is_action, is_compound};
use crate::cancelled;
use crate::mail;
use crate::when::names::{months_at, weekday_at};
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::when::written::{Form, NAMED_AFTER, Written};
use chrono::Datelike as _;

/// How sure a name is; the surer of two is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surety {
    /// The first line of the list, which may be who calls for it.
    First,
    /// Words for what people do, and for what.
    Action,
    /// The subject of a mail, with such words.
    Subject,
    /// In quotation marks, or the subject of a mail amid a text.
    Quoted,
}

/// As many words has a name at most.
const MOST_WORDS: usize = 12;

/// As many words has a line at most that has a name in quotation marks, unless a colon ends it.
const MOST_AROUND: usize = 20;

/// The name that a heading has for the events below it. `is_place` tells cities, regions and countries, which are none.
pub fn name_in(line: &Line, is_place: impl Fn(&str) -> bool) -> Option<(String, Surety)> {
    // “All rallies on Saturday are off!”.
    if cancelled::status(&line.text).is_some() || cancelled::moved(&line.text).is_some() {
        return None;
    }
    if mail::is_sent_on(&line.text) {
        return None;
    }
    let text = mail::subject(&line.text);
    let is_subject = text.len() < line.text.len();
    let text = without_notice(text);
    let words = text.split_whitespace().count();
    let introduces = text.trim_end().ends_with([':', '：']);
    let is_name = |name: &str| own_words(name, &is_place) > 0;
    let of_line = quoted(text).filter(|_| introduces || words <= MOST_AROUND);
    if let Some(name) = of_line.or_else(|| behind_motto(text))
        && (is_name(name) || name.contains(' ') && own_words(name, &|_: &str| false) > 0)
    {
        return Some((name.to_owned(), Surety::Quoted));
    }
    let length = text.len();
    let is_addressed = text.trim_end().ends_with([',', '，', '،', ';']);
    let text = match introduces {
        true => last_sentence(text),
        false if line.is_sentence() || is_addressed || text.contains('@') => return None,
        false => text,
    };
    let line = Line::new(line.number, text);
    let parts = line.spans.iter().enumerate();
    let parts = parts.filter_map(|(at, span)| match &span.kind {
        Kind::Text(text) | Kind::Stage(text) => {
            let next = line.spans.get(at + 1).map(|next| &next.kind);
            Some(match next {
                Some(Kind::Days { .. }) => without_hanging(text.trim()),
                _ => text.trim(),
            })
        }
        _ => None,
    });
    let parts = parts.map(without_ends).filter(|part| !part.is_empty());
    let mut parts: Vec<&str> = parts
        .filter(|part| !is_place(part) && !has(Purpose::Letterhead, part))
        .filter(|part| !(part.starts_with('(') && part.ends_with(')')))
        .collect();
    // “Pills not Bills – dates in January”, “… – list of all rallies”; not “… – day of action”.
    let says_nothing =
        |part: &&str| !is_name(part) && (!is_action(part) || has(Purpose::Listing, part));
    while parts.len() > 1 && parts.last().is_some_and(says_nothing) {
        parts.pop();
    }
    // As it is written, a day amid the words as well: “Women are out 25 November in all cities”.
    let whole = parts.first().zip(parts.last()).and_then(|(first, last)| {
        let (from, to) = (text.find(first)?, text.rfind(last)? + last.len());
        text.get(from..to)
    });
    let kept = whole.filter(|whole| {
        let line = Line::new(0, whole);
        let texts = line.texts().all.len();
        texts == parts.len() && (texts < 2 || !line.has_date() || is_amid(&line))
    });
    let name = kept.map_or_else(|| parts.join(" – "), str::to_owned);
    // “8 March: demonstrations by city”, “1. Mai – Kundgebungen in der Schweiz”: the day is the name.
    let days = line.any_days().map(|days| days.written());
    let of_feast = days
        .as_ref()
        .is_some_and(|days| days.iter().any(|day| is_feast(day)));
    let has_weekday = days.is_some_and(|days| days.iter().any(|day| day.weekday.is_some()));
    if of_feast && (!is_name(&name) || begins_with_day(&line)) {
        let name = without_marks(text);
        let short = name.split_whitespace().count() <= MOST_WORDS;
        // “Sunday 8 March 2026: actions” says the day.
        let surety = match is_action(name) && !has_weekday {
            true => Surety::Action,
            false => Surety::First,
        };
        return short.then(|| (name.to_owned(), surety));
    }
    let name = without_ends(&name);
    let greets = Purpose::Greeting.phrases().past(&tokens(name), 0).is_some();
    let surety = match (is_subject, is_action(name)) {
        (true, _) => Surety::Quoted,
        (false, true) => Surety::Action,
        (false, false) => Surety::First,
    };
    let words = name
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric));
    let short = words.count() <= MOST_WORDS;
    // “The dates are here! Put them into your calendar:” asks for something.
    let asks = surety == Surety::First && introduces && text.len() + 2 < length;
    (short && !greets && !asks && is_name(name)).then(|| (name.to_owned(), surety))
}

/// Whether events are called after a day: “8 de Marzo”.
fn is_feast(day: &Written) -> bool {
    match day.form {
        Form::Day(day) => NAMED_AFTER.contains(&(day.month(), day.day())),
        Form::NoYear { month, day } => NAMED_AFTER.contains(&(month, day)),
        _ => false,
    }
}

fn begins_with_day(line: &Line) -> bool {
    let first = line.spans.first();
    first.is_some_and(|span| matches!(span.kind, Kind::Days { .. }))
}

/// Whether a day stands amid the words of a line, with no mark between.
fn is_amid(line: &Line) -> bool {
    let of_text = |span: &Span| matches!(span.kind, Kind::Text(_));
    line.spans.windows(3).any(|spans| {
        let joined = spans[1..].iter().all(|span| span.before == Sign::None);
        joined
            && matches!(spans[1].kind, Kind::Days { .. })
            && of_text(&spans[0])
            && of_text(&spans[2])
    })
}

/// Whether a line may be what the list is called, if it is the first one: no letterhead, no greeting, not a day alone.
pub fn may_be_first(line: &Line) -> bool {
    let text = without_notice(&line.text);
    let greets = Purpose::Greeting.phrases().past(&tokens(text), 0).is_some();
    !greets && !has(Purpose::Letterhead, text) && own_words(text, &|_: &str| false) > 0
}

/// The last sentence of a text that ends with a colon: “We strike on Wednesday. Rallies for fair pay:”.
fn last_sentence(text: &str) -> &str {
    let text = text.trim_end().trim_end_matches([':', '：']);
    // “am 10. Dezember”: the full stop of a number ends no sentence.
    let mut ends = text.rmatch_indices(['.', '!', '?', '。']);
    let is_end = |at: usize| !text[..at].ends_with(|letter: char| letter.is_ascii_digit());
    ends.find(|(at, _)| is_end(*at))
        .map_or(text, |(at, mark)| &text[at + mark.len()..])
        .trim()
}

/// How many words of a name are about what it is for: neither what people do, nor a day, a place, “all further dates”.
fn own_words(name: &str, is_place: &impl Fn(&str) -> bool) -> usize {
    const SHORTEST: usize = 3;
    /// Shorter words are names of towns by chance.
    const LONG: usize = 4;
    let tokens = tokens(name);
    let is_own = |at: &usize| {
        let Some(word) = tokens[*at].word() else {
            return false;
        };
        let written = &name[tokens[*at].at.clone()];
        let wide = word.chars().any(|letter| u32::from(letter) >= 0x2e80);
        let says_nothing = [
            Purpose::Further,
            Purpose::Listing,
            Purpose::On,
            Purpose::Place,
        ];
        let further = says_nothing
            .iter()
            .any(|purpose| purpose.phrases().past(&tokens, *at).is_some());
        let named = months_at(&tokens, *at).is_some() || weekday_at(&tokens, *at).is_some();
        // “8M”, “25N”.
        let dated = *at > 0
            && tokens[*at - 1].digits() > 0
            && word.chars().count() == 1
            && tokens[*at - 1].at.end == tokens[*at].at.start;
        if dated {
            return true;
        }
        (wide || word.chars().count() >= SHORTEST)
            && !further
            && !named
            && (wide || !is_action(written) || is_compound(written))
            && !(word.chars().count() >= LONG && is_place(written))
    };
    (0..tokens.len()).filter(is_own).count()
}

#[cfg(test)]
mod tests;
