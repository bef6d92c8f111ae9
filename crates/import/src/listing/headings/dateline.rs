//! Where and on which day a letter or a press release was written: “Berlin, den 10. Mai 2027”.

use super::super::line::Line;
use super::super::line::span::{Kind, Sign, Span};
use super::super::places::Places;
use crate::when::days::Days;
use crate::when::written::{Form, Written};
use chrono::NaiveDate;
use fold::fold;

/// Among so many lines at the top, and at the end, it stands.
const TOP: usize = 4;
const END: usize = 2;

/// Where a dateline stands among the lines, and the text behind it on its line: “LONDON, 10 May 2027 – Nurses walk out”.
pub fn dateline(lines: &[Option<Line>], places: &Places) -> Option<(usize, Option<String>)> {
    let filled: Vec<(usize, &Line)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, line.as_ref()?)))
        .collect();
    let like = filled
        .iter()
        .filter(|(_, line)| place_and_day(line, places).is_some());
    // Several of them are a list of events without hours.
    let [(at, line)] = like.collect::<Vec<_>>()[..] else {
        return None;
    };
    let place = filled.iter().position(|(other, _)| other == at)?;
    let outside = place < TOP || place + END >= filled.len();
    let others = filled.iter().any(|(_, line)| line.has_clock());
    let dated = filled
        .iter()
        .any(|(other, line)| other != at && line.has_date())
        || behind(line).is_some_and(|text| Line::new(0, text).has_date());
    // “March for Homes – Leeds, 13 March 2027” over “Saturday 13 March, 3pm, …” is what takes place then.
    let own = line.any_days().and_then(Days::first);
    let is_day = |written: &Written| own.is_some_and(|own| own.with(written).is_some());
    let of_event = filled.iter().any(|(other, line)| {
        let days = line.any_days().filter(|_| other != at && line.has_clock());
        days.is_some_and(|days| days.written().into_iter().any(is_day))
    });
    (outside && others && dated && !of_event).then(|| (*at, behind(line).map(str::to_owned)))
}

/// Words for the minutes of a meeting, folded.
const MINUTES: [&str; 24] = [
    "protokoll",
    "sitzungsprotokoll",
    "ergebnisprotokoll",
    "minutes",
    "compte-rendu",
    "acta",
    "ata",
    "verbale",
    "protokol",
    "zapis",
    "zapisnik",
    "zapisnica",
    "notulen",
    "verslag",
    "referat",
    "motesreferat",
    "motesprotokoll",
    "poytakirja",
    "jegyzokonyv",
    "tutanak",
    "протокол",
    "πρακτικα",
    "פרוטוקול",
    "議事録",
];

/// The day of the meeting of which the minutes are, on the line that says so or the next: “Protokoll des Treffens / vom
/// 24.11.2026, Stuttgart”; and its place among the lines. Nothing is to take place then.
pub fn minutes_of(lines: &[Option<Line>]) -> Option<(usize, NaiveDate)> {
    let filled = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, line.as_ref()?)));
    let mut top = filled.take(TOP);
    let says = |line: &Line| {
        let mut words = line
            .text
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-');
        words
            .next()
            .is_some_and(|word| MINUTES.contains(&fold(word).as_str()))
    };
    let (first, title) = top.find(|(_, line)| says(line))?;
    let own = whole_day(title).map(|day| (first, title, day));
    let (at, line, day) = own.or_else(|| {
        let (at, next) = top.next()?;
        Some((at, next, whole_day(next)?))
    })?;
    (!line.has_clock()).then_some((at, day))
}

/// A day with its year alone among the lines at the top, over nothing but words up to a line with a later day: the day on
/// which a press release was written, and its place among the lines.
pub fn written_on(lines: &[Option<Line>]) -> Option<(usize, NaiveDate)> {
    let filled = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, line.as_ref()?)));
    let (at, line) = filled.clone().take(TOP).find(|(_, line)| line.has_date())?;
    let own = whole_day(line).filter(|_| line.is_pure_day() && !line.bullet)?;
    let bare = line.any_days()?.first()?.weekday.is_none();
    let mut below = filled.filter(|(other, _)| *other > at);
    let (_, next) = below.find(|(_, line)| line.has_clock() || line.has_date())?;
    let later = !next.has_clock() && whole_day(next).is_some_and(|day| day > own);
    (bare && later).then_some((at, own))
}

/// The day with its year that a line names first.
pub fn whole_day(line: &Line) -> Option<NaiveDate> {
    match line.any_days()?.first()?.form {
        Form::Day(day) => Some(day),
        _ => None,
    }
}

/// A city and a day with its year, and nothing else before a dash.
fn place_and_day(line: &Line, places: &Places) -> Option<()> {
    let first = line
        .spans
        .iter()
        .position(|span| matches!(span.kind, Kind::Days { .. }))?;
    let Kind::Days {
        days: Days::One(_), ..
    } = &line.spans[first].kind
    else {
        return None;
    };
    let is_text = |span: &Span| matches!(span.kind, Kind::Text(_));
    let (before, rest) = (&line.spans[..first], &line.spans[first + 1..]);
    let city = match before {
        [city] | [_, city] => city,
        _ => return None,
    };
    let Kind::Text(city) = &city.kind else {
        return None;
    };
    let prose = rest
        .first()
        .is_none_or(|next| next.before == Sign::Dash && is_text(next));
    let own =
        before.iter().all(is_text) && !line.bullet && line.has_whole_date() && !line.has_clock();
    (own && prose && line.any_days()?.first()?.weekday.is_none() && places.is_city(city, None))
        .then_some(())
}

/// What stands behind the dash that follows the day, if it is more than a few words.
fn behind(line: &Line) -> Option<&str> {
    const FEW: usize = 4;
    let text = &line.text;
    let mut dashes = text.match_indices(['–', '-', '—']);
    let (at, dash) = dashes.find(|(at, _)| Line::new(0, &text[..*at]).has_date())?;
    let rest = text[at + dash.len()..].trim();
    (rest.split_whitespace().count() >= FEW).then_some(rest)
}
