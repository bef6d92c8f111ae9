//! The title or the place of a block that says whether its event takes place: “Bike ride – CANCELLED” above “When: …”,
//! “Where: CANCELLED (was: City Hall)”.

use super::super::line::Line;
use super::super::line::span::{Kind, Sign, Span};
use super::super::line::words::Label;
use super::Entry;
use crate::cancelled::{self, Verdict};
use event_file::event::Status;

impl Entry {
    /// The entry with what its title and its place state of whether it takes place apart from their words.
    pub fn with_status_apart(&self) -> Self {
        let apart = |(at, line): (usize, &Line)| match at < self.lead {
            true if line.status.is_none() => without_status(line),
            true => line.clone(),
            false => place_without_status(line).unwrap_or_else(|| line.clone()),
        };
        Self {
            lines: self.lines.iter().enumerate().map(apart).collect(),
            lead: self.lead,
        }
    }

    /// The entry without what it says before its city of what takes place, and that it does not, and what that is called:
    /// “Sa 20.3.: Filmabend fällt aus – Fulda”.
    pub fn without_called_off(&self, is_city: impl Fn(&str) -> bool) -> (Self, Option<String>) {
        let lines = self.lines.clone();
        let mut entry = Self { lines, ..*self };
        let first = entry.lines.get_mut(self.lead);
        let title = first.and_then(|line| called_off(line, is_city));
        (entry, title)
    }
}

/// Takes what is called off before the city of a line out of it.
fn called_off(line: &mut Line, is_city: impl Fn(&str) -> bool) -> Option<String> {
    let is_text = |span: &Span| matches!(span.kind, Kind::Text(_));
    let at = line.spans.iter().position(is_text)?;
    let is_when = |span: &Span| matches!(span.kind, Kind::Days { .. } | Kind::Clock(_));
    let behind_day = line.spans[..at].iter().all(is_when) && line.status.is_none();
    let (first, second) = (&line.spans[at], line.spans.get(at + 1)?);
    let (Kind::Text(called), Kind::Text(city)) = (&first.kind, &second.kind) else {
        return None;
    };
    let apart = matches!(second.before, Sign::Dash | Sign::Colon);
    let is_one = behind_day && apart && is_city(city) && !is_city(called);
    let (status, title) = cancelled::noun_off(called).filter(|_| is_one)?;
    line.status = Some(status);
    let before = line.spans.remove(at).before;
    line.spans[at].before = before;
    Some(title)
}

/// A line of a title, or one above it that is nothing but a status, cut without the status.
fn without_status(line: &Line) -> Line {
    if let Some(status) = lone(line) {
        return Line {
            status: Some(status),
            spans: Vec::new(),
            ..line.clone()
        };
    }
    match cancelled::in_title(&line.text) {
        Some((status, rest)) if rest != line.text => {
            let spans = Line::new(line.number, &rest).spans;
            Line {
                status: Some(status),
                // “Concentración” alone says nothing to a line, and is a title.
                spans: if spans.is_empty() { whole(rest) } else { spans },
                ..line.clone()
            }
        }
        // “Diesmal abgesagt: Demo” is said to be doubtful, as a whole.
        Some((Status::Tentative, title)) if line.is_bare() => Line {
            spans: whole(title),
            ..line.clone()
        },
        _ => line.clone(),
    }
}

/// A text as the only span of a line.
fn whole(text: String) -> Vec<Span> {
    vec![Span {
        kind: Kind::Text(text.clone()),
        before: Sign::None,
        words: text,
    }]
}

/// The status of a line that says nothing else: “*** CANCELLED ***”.
fn lone(line: &Line) -> Option<Status> {
    let status = stated(&line.text).filter(|_| line.is_bare())?;
    cancelled::in_title(&line.text).is_none().then_some(status)
}

/// “Where: City Hall – CANCELLED” cut without the status, and without what only says that the place was planned.
fn place_without_status(line: &Line) -> Option<Line> {
    let is_place = line.status.is_none() && line.label() == Some(Label::Where);
    let (label, place) = line.text.split_once([':', '：']).filter(|_| is_place)?;
    let (status, rest) = match cancelled::in_title(place) {
        Some((status, rest)) => (status, rest),
        None => (stated(place)?, String::new()),
    };
    if status == Status::Tentative || rest.trim() == place.trim() {
        return None;
    }
    let text = format!("{label}: {}", cancelled::without_was(&rest));
    Some(Line {
        status: Some(status),
        spans: Line::new(line.number, &text).spans,
        ..line.clone()
    })
}

/// The status that words state, and nothing else.
fn stated(words: &str) -> Option<Status> {
    let sure = matches!(cancelled::judge(words), Verdict::Sure(_));
    cancelled::status_alone(words).filter(|_| sure)
}
