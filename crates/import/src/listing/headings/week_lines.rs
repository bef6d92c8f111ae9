//! Lists of a week whose entries begin with their day: “Mon: Exeter, 7 am”, “Sa 20. – Fulda, 14 Uhr”.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::Weekday;

use super::super::line::Line;
use super::super::line::span::Kind;
use super::super::line::words::label_at;
use super::super::places::Places;
use crate::actions::is_action;
use crate::cancelled;
use crate::when::days::days_at;
use crate::when::names::weekdays_at;
use crate::when::time::time_at;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// The beginning of a line, and what follows it.
struct Beginning<'a> {
    /// The name as written.
    name: &'a str,
    /// What it may mean, each with its language.
    meanings: Vec<(Weekday, &'static str)>,
    /// The day of the month behind it.
    number: Option<u32>,
    /// The mark behind that.
    mark: Option<char>,
    rest: &'a str,
}

/// The lines, each with its number, where those that begin with the day of their entry are two: a heading for the day, and
/// the entry. Which day a short name means, the other lines tell: “Ma” is Tuesday beside “Wo”.
pub fn with_days_apart<'a>(
    lines: Vec<(u64, &'a str)>,
    places: &Places,
) -> Vec<(u64, Cow<'a, str>)> {
    let begun: Vec<Option<Beginning>> = lines
        .iter()
        .map(|(number, line)| beginning(line).filter(|found| is_entry(*number, found.rest, places)))
        .collect();
    let of_list = begun
        .iter()
        .flatten()
        .map(|found| languages(&found.meanings));
    let named = lines.iter().filter_map(|(_, line)| full_names(line));
    let languages = common(of_list.clone().chain(named)).or_else(|| common(of_list));
    let days: BTreeSet<u32> = begun
        .iter()
        .flatten()
        .filter_map(|found| day(found, &languages))
        .map(|day| day.num_days_from_monday())
        .collect();
    let mut apart = Vec::new();
    for ((number, line), found) in lines.into_iter().zip(&begun) {
        let heading = found.as_ref().and_then(|found| {
            let day = day(found, &languages)?;
            // “MA – Boston” is a state.
            let long = found.name.chars().count() > 2;
            let alone = days.len() < 2 && found.mark != Some(':');
            let few = !long && (alone || found.name.chars().all(char::is_uppercase));
            let number = found.number.map(|number| format!(" {number}"));
            let name = full_name(day);
            (!few).then(|| (format!("{name}{}", number.unwrap_or_default()), found.rest))
        });
        match heading {
            Some((heading, rest)) => {
                apart.push((number, Cow::Owned(heading)));
                apart.push((number, Cow::Borrowed(rest)));
            }
            None => apart.push((number, Cow::Borrowed(line))),
        }
    }
    apart
}

/// A day of the week at the beginning of a line without a date, with a mark or an hour behind it.
fn beginning(line: &str) -> Option<Beginning<'_>> {
    let line =
        line.trim_start_matches(|sign: char| sign.is_whitespace() || "•*-–·>".contains(sign));
    let tokens = tokens(line);
    let (meanings, to) = weekdays_at(&tokens, 0)?;
    let name = line.get(tokens[0].at.start..tokens[to - 1].at.end)?;
    let is = |at: usize, mark: char| tokens.get(at).is_some_and(|token| token.is(mark));
    let mut at = to + usize::from(is(to, '.'));
    let timed = |at: usize| time_at(&tokens, at, false).is_some();
    let mut number = None;
    if let Some(day) = tokens.get(at).and_then(|token| token.number(2))
        && (1..=31).contains(&day)
        && !timed(at)
    {
        number = Some(day);
        at += 1;
        at = Purpose::Ordinal.phrases().past(&tokens, at).unwrap_or(at);
        at += usize::from(is(at, '.'));
    }
    let marks = [':', '–', '-', '—', ',', '|'];
    let marked = marks.into_iter().find(|mark| is(at, *mark));
    if let Some(mark) = marked {
        let spaced = line[tokens[at].at.end..].starts_with(char::is_whitespace);
        let short = name.chars().count() < 3;
        (spaced && !(mark == ',' && short)).then_some(())?;
        at += 1;
    }
    // “Mon – Fri: 10–12” are hours of an office.
    let next_day = weekdays_at(&tokens, at).is_some();
    let dated = (0..tokens.len()).any(|at| days_at(&tokens, at).is_some());
    let rest = tokens.get(at).map(|token| line[token.at.start..].trim())?;
    // “Giờ: 14h00” is a label, and no Italian Thursday.
    if label_at(&tokens, 0).is_some() && Line::new(0, rest).is_pure_when() {
        return None;
    }
    ((marked.is_some() || number.is_none() && timed(at)) && !next_day && !dated).then_some(
        Beginning {
            name,
            meanings,
            number,
            mark: marked,
            rest,
        },
    )
}

/// Whether a text is an entry: a city and an hour, either first, a city that is called off, or what people do and an hour.
fn is_entry(number: u64, text: &str, places: &Places) -> bool {
    let line = Line::new(number, text);
    let hour_first = matches!(
        line.spans.first(),
        Some(span) if matches!(span.kind, Kind::Clock(_))
    );
    let begins = places.begins(&line);
    let called_off = || line.status.is_some() || cancelled::status(text).is_some();
    // “Wednesday: rally in Bristol, 11am”.
    let what = text.split(',').next().unwrap_or_default();
    let action = is_action(what) && line.has_clock();
    hour_first || begins && (line.has_clock() || called_off()) || action
}

/// The languages of the meanings of a name.
fn languages(meanings: &[(Weekday, &'static str)]) -> BTreeSet<&'static str> {
    meanings.iter().map(|(_, language)| *language).collect()
}

/// The languages of the first day of the week that a line names in full.
fn full_names(line: &str) -> Option<BTreeSet<&'static str>> {
    const SHORT: usize = 3;
    let tokens = tokens(line);
    let named = (0..tokens.len()).find_map(|at| {
        let letters = tokens[at].word()?.chars().count();
        weekdays_at(&tokens, at).filter(|_| letters > SHORT)
    });
    named.map(|(meanings, _)| languages(&meanings))
}

/// The languages that all of these have in common, if there is one.
fn common(all: impl Iterator<Item = BTreeSet<&'static str>>) -> Option<BTreeSet<&'static str>> {
    all.reduce(|all, own| all.intersection(&own).copied().collect())
        .filter(|common| !common.is_empty())
}

/// The day that a name means: the only one it has, else the one it has in all the languages of the list.
fn day(found: &Beginning, languages: &Option<BTreeSet<&'static str>>) -> Option<Weekday> {
    let all = found.meanings.iter();
    only(all.clone().map(|(day, _)| *day)).or_else(|| {
        let languages = languages.as_ref()?;
        let of_list = all.filter(|(_, language)| languages.contains(language));
        only(of_list.map(|(day, _)| *day))
    })
}

/// The one day of several meanings, if they agree.
fn only(mut days: impl Iterator<Item = Weekday>) -> Option<Weekday> {
    let first = days.next()?;
    days.all(|other| other == first).then_some(first)
}

/// A name of the day that can be no other.
fn full_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
