//! The spans of an entry's lines, gathered by the labels before them.

use super::super::days::second::{Second, closes, second};
use super::super::doubts::unread_words::names_place;
use super::super::line::Line;
use super::super::line::span::{Kind, Sign};
use super::super::line::words::Label;
use super::Entry;
use super::moved_round::{Moved, moved_round};
use super::said::Said;
use crate::actions::is_action;
use crate::cancelled;
use crate::when::days::Days;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

impl Entry {
    /// What its lines say.
    pub fn said(&self) -> Said {
        let mut said = Said::default();
        let mut label: Option<Label> = None;
        let pure: Option<&Days> = self.best_days();
        for (at, line) in self.lines.iter().enumerate() {
            // A label at the end of a line introduces the next one.
            if !matches!(
                line.spans.first().map(|span| &span.kind),
                Some(Kind::Label(_))
            ) && at > 0
            {
                let ended = matches!(
                    self.lines[at - 1].spans.last().map(|span| &span.kind),
                    Some(Kind::Label(_))
                );
                label = label.filter(|_| ended);
            }
            if at < self.lead {
                // A date in a title is part of it, and so is its motto.
                said.lead.push(match line.has_date() || has_motto(line) {
                    true => vec![line.text.clone()],
                    false => line.texts().all,
                });
                label = None;
                continue;
            }
            let mut skipped = 0;
            for (place, span) in line.spans.iter().enumerate() {
                if place < skipped {
                    continue;
                }
                if let Some(days) = last_day(line, place) {
                    let words = format!("{}, {}", span.words, line.spans[place + 1].words);
                    said.last_on(days, format!("– {words}"));
                    skipped = place + 2;
                    continue;
                }
                if label.is_none()
                    && pure.is_none()
                    && said.groups.iter().all(|group| group.days.is_none())
                    && let Some((moved, verb)) = moved_round(line, place)
                {
                    match moved {
                        Moved::To(days) => said.move_to(days),
                        Moved::From(days) => said.previously = Some(days.clone()),
                    }
                    said.moved = Some(verb.to_owned());
                    said.group().texts.push((verb.to_owned(), span.before));
                    skipped = place + 3;
                    continue;
                }
                let when = matches!(
                    span.kind,
                    Kind::Days { .. } | Kind::Clock(_) | Kind::End(_) | Kind::Every(_)
                );
                if repeats(line, place) {
                    continue;
                }
                // “3/2/2027 | 10:00 | 11:30 | Reus”: two columns of hours.
                if let Kind::Clock(clock) = &span.kind
                    && span.before == Sign::Bar
                    && let Some(Kind::Clock(before)) =
                        place.checked_sub(1).map(|before| &line.spans[before].kind)
                    && before.to.is_none()
                    && clock.to.is_none()
                    && clock.from > before.from
                {
                    said.put_end(*clock);
                    continue;
                }
                if let Kind::Clock(clock) = &span.kind
                    && said
                        .groups
                        .last()
                        .is_some_and(|group| group.clock.is_some())
                {
                    match second(line, place) {
                        Second::Stage(stage) => {
                            said.put_stage(&stage, *clock);
                            // “Abschlusskundgebung um 13 Uhr Alter Messplatz”: where it ends.
                            if closes(&stage)
                                && let Some(text) = directly_behind(line, place)
                            {
                                said.notes.push(text.to_owned());
                                skipped = place + 2;
                            }
                            continue;
                        }
                        Second::Doubtful => {
                            said.second.get_or_insert(*clock);
                        }
                        Second::Event => {}
                    }
                }
                match (&span.kind, label) {
                    (Kind::Label(found), _) => label = Some(*found),
                    // “7 Mart, saat 13.00, Kadıköy (8 Mart Mitingi)”: what it is called.
                    (Kind::Days { days, .. }, _) if said.is_named_after(days) => {
                        said.notes.push(span.words.clone());
                    }
                    (Kind::Days { days, standing }, _) => match pure {
                        Some(pure) if pure != days => {}
                        _ if *standing && let Some(moved) = moved(line, place) => {
                            said.moved = Some(moved.to_owned());
                            said.move_to(days);
                            // “15:00 (moved to 2 May, 12:00)” below the day of before.
                            let behind = line.spans.get(place + 1).map(|span| &span.kind);
                            said.is_moved |= matches!(behind, Some(Kind::Clock(_)));
                        }
                        _ => {
                            let said_so_far = said.groups.last();
                            said.late_day |= said_so_far.is_some_and(|group| {
                                let (texts, clock) = (group.texts.len(), group.clock);
                                group.days.is_none() && (texts > 2 || texts > 1 && clock.is_some())
                            });
                            said.put_days(days, *standing || pure.is_some());
                        }
                    },
                    (Kind::Clock(clock), _) => said.put_clock(*clock),
                    (Kind::End(clock), _) => said.put_end(*clock),
                    (Kind::Loosely(text), _) => said.loosely.push(text.clone()),
                    // “12:00 h. Concentración, Puerta de Alcalá”: beside one hour it is what the event is.
                    (Kind::Stage(text), None) if is_action(text) && has_one_hour(line) => {
                        said.group().texts.push((text.clone(), span.before));
                    }
                    (Kind::Stage(_), _) => {}
                    (Kind::Aside(text), _) => {
                        said.asides.push(text.clone());
                        said.notes.push(text.clone());
                    }
                    (Kind::Open, _) => {
                        let words = tokens(&span.words);
                        if Purpose::Undated.phrases().past(&words, 0).is_some() {
                            said.undated = Some(span.words.clone());
                        }
                        let unconfirmed = Purpose::Unconfirmed.phrases().past(&words, 0);
                        said.unconfirmed |= unconfirmed == Some(words.len());
                        said.open = true;
                    }
                    (Kind::Every(day), _) => said.every = Some(*day),
                    (Kind::Text(text), Some(Label::Where)) => said.place.push(text.clone()),
                    (Kind::Text(text), Some(Label::City)) => said.city = Some(text.clone()),
                    (Kind::Text(text), Some(Label::Who)) => said.who.push(text.clone()),
                    (Kind::Text(text), Some(Label::Title)) => {
                        let before = place.checked_sub(1).and_then(|at| line.spans.get(at));
                        let goes_on = before.is_some_and(|span| matches!(span.kind, Kind::Text(_)));
                        said.title = match said.title.take().filter(|_| goes_on) {
                            Some(first) => Some(format!("{first}{}{text}", span.before.written())),
                            None => Some(text.clone()),
                        };
                    }
                    (Kind::Text(text), Some(Label::Status)) => {
                        said.status = said.status.or_else(|| cancelled::status(text));
                        said.notes.push(text.clone());
                    }
                    (Kind::Text(text), Some(Label::Route)) => {
                        said.route.get_or_insert_with(|| text.clone());
                        said.notes.push(text.clone());
                    }
                    (Kind::Text(text), Some(Label::Note | Label::Info | Label::When)) => {
                        said.notes.push(text.clone())
                    }
                    (Kind::Text(text), None) if said.stages.contains(text) => {}
                    (Kind::Text(text), None) => {
                        if has_day_to(line, place) && is_moved(text) {
                            said.moved = Some(text.clone());
                        }
                        let text = match line.spans.get(place + 1).map(|next| &next.kind) {
                            Some(Kind::Clock(_)) => without_and(text),
                            _ => text,
                        };
                        said.group().texts.push((text.to_owned(), span.before));
                    }
                }
                if when {
                    said.group().words.push(span.words.clone());
                }
            }
            if line.label().is_none() {
                label = label.filter(|_| {
                    matches!(
                        line.spans.last().map(|span| &span.kind),
                        Some(Kind::Label(_))
                    )
                });
            }
        }
        said
    }

    /// The days of the entry, when a label introduces them or they stand on a line of their own: other dates of the
    /// entry are then part of what it says.
    fn best_days(&self) -> Option<&Days> {
        let labelled = self.lines.iter().find_map(|line| {
            let mut label = None;
            line.spans.iter().find_map(|span| match &span.kind {
                Kind::Label(found) => {
                    label = Some(*found);
                    None
                }
                Kind::Days { days, .. } if label == Some(Label::When) => Some(days),
                _ => None,
            })
        });
        let alone = || {
            self.lines
                .iter()
                .filter(|line| line.is_pure_when())
                .find_map(Line::days)
        };
        labelled.or_else(alone)
    }
}

/// A text without the “and” at its end: “concentración na Praza Roxa e” before a second hour.
fn without_and(text: &str) -> &str {
    let tokens = tokens(text);
    let last = tokens.len().saturating_sub(1);
    match Purpose::And.phrases().past(&tokens, last) {
        Some(to) if to == tokens.len() && last > 0 => text[..tokens[last].at.start].trim_end(),
        _ => text,
    }
}

/// “Rally: Jobs not Bombs”: whether a title is what people do, and behind a colon words that are like no place.
fn has_motto(line: &Line) -> bool {
    let texts = line.texts();
    match &texts.all[..] {
        [action, motto] => texts.head == 1 && is_action(action) && !names_place(motto),
        _ => false,
    }
}

/// Whether an hour is the one directly before it: “1 pm / 13 h”, in two languages.
fn repeats(line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| line.spans.get(before));
    match (before.map(|span| &span.kind), &line.spans[at].kind) {
        (Some(Kind::Clock(before)), Kind::Clock(clock)) => {
            (before.from, before.to) == (clock.from, clock.to)
        }
        _ => false,
    }
}

fn has_one_hour(line: &Line) -> bool {
    let clocks = line
        .spans
        .iter()
        .filter(|span| matches!(span.kind, Kind::Clock(_)));
    clocks.count() == 1
}

/// The text that stands behind an hour with nothing between.
fn directly_behind(line: &Line, at: usize) -> Option<&str> {
    let behind = line.spans.get(at + 1)?;
    match &behind.kind {
        Kind::Text(text) if behind.before == Sign::None => Some(text),
        _ => None,
    }
}

/// The words before a day of a line that say that the event was moved to it: “verlegt auf 9.3.2027”.
fn moved(line: &Line, at: usize) -> Option<&str> {
    match &line.spans.get(at.checked_sub(1)?)?.kind {
        Kind::Text(text) if is_moved(text) => Some(text),
        _ => None,
    }
}

/// Whether a few words say that something was moved to another day.
fn is_moved(text: &str) -> bool {
    text.split_whitespace().count() <= 4 && cancelled::moved(text).is_some()
}

/// Whether a day stands directly before a span, with the ending or particle that means “to”: “17 Nisan'a ertelendi”,
/// “3月20日に延期”. In “17 April – postponed” it is the day on which nothing takes place.
fn has_day_to(line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| line.spans.get(before));
    let Some(day) = before.filter(|_| line.spans[at].before == Sign::None) else {
        return false;
    };
    let ending = matches!(&line.spans[at].kind, Kind::Text(text) if text.starts_with(['\'', '’']));
    let particle = ending
        || day.words.contains(['\'', '’', '-'])
        || day.words.chars().any(|letter| u32::from(letter) >= 0x2e80);
    matches!(day.kind, Kind::Days { .. }) && particle
}

/// The last day of “Fr 12.3.2027, 18 Uhr – So 14.3.2027, 14 Uhr”, at the span of that day.
fn last_day(line: &Line, at: usize) -> Option<&Days> {
    let spans = line.spans.get(at.checked_sub(2)?..at + 2)?;
    let [first, begin, last, end] = spans else {
        return None;
    };
    let clocks = matches!((&begin.kind, &end.kind), (Kind::Clock(_), Kind::Clock(_)));
    match (&first.kind, &last.kind) {
        (Kind::Days { .. }, Kind::Days { days, .. }) if clocks && last.before == Sign::Dash => {
            Some(days)
        }
        _ => None,
    }
}
