//! A line of a listing, and what kind of line it is.

use event_file::event::Status;
use fold::fold;

use super::leftover::without_links;
use super::span::{Dates, Kind, Sign, Span};
use super::spans::spans;
use super::words::Label;
use crate::import::cancelled;
use crate::import::when::days::Days;
use crate::import::when::time::Clock;
use crate::import::when::written::Form;

/// A line, cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: u64,
    /// As written, without what makes it an item of a list.
    pub text: String,
    /// It is an item of a list.
    pub bullet: bool,
    /// Its spans, in order.
    pub spans: Vec<Span>,
    /// The web addresses in it.
    pub links: Vec<String>,
    /// What it says first of whether it takes place: “CANCELLED: Leeds, 2 pm”.
    pub status: Option<Status>,
}

/// The texts of a line that no label introduces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// In order.
    pub all: Vec<String>,
    /// How many stand before the first colon or dash; 0 when the line begins with something else, or has none.
    pub head: usize,
    /// How many stand before the first colon, if there is one.
    pub before_colon: Option<usize>,
    /// How many stand before the first date or hour; 0 when there is none.
    pub before_when: usize,
}

/// What stands before an item of a list.
const BULLETS: [char; 9] = ['•', '*', '-', '–', '—', '·', '‣', '#', '>'];

/// Whether a sign before a line only adorns it: a mark of a list, or any symbol or pictogram but those that strike it out.
fn is_bullet(sign: char) -> bool {
    let symbol = matches!(sign, '\u{2190}'..='\u{2bff}' | '\u{200d}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}');
    BULLETS.contains(&sign) || symbol && !OFF.contains(&sign)
}

/// Signs that may say that something does not take place.
const OFF: [char; 5] = ['❌', '🚫', '✖', '⛔', '❎'];

impl Line {
    /// Cuts a line.
    pub fn new(number: u64, written: &str) -> Self {
        let written = written.trim();
        let text = written.trim_start_matches(is_bullet).trim();
        // “## Praha” heads a list in Markdown, and is no item of one.
        let bullet = text.len() < written.len() && !written.starts_with('#');
        let (rest, links) = without_links(text);
        let (status, rest) = without_status(rest);
        Self {
            number,
            text: text.to_owned(),
            bullet,
            spans: spans(&rest, Dates::All),
            links,
            status,
        }
    }

    /// The same line with the dates amid words left in its text.
    pub fn without_amid(&self) -> Self {
        let (rest, _) = without_links(&self.text);
        let (_, rest) = without_status(rest);
        Self {
            spans: spans(&rest, Dates::Standing),
            ..self.clone()
        }
    }

    /// The texts that no label introduces.
    pub fn texts(&self) -> Texts {
        let mut texts = Texts::default();
        for span in &self.spans {
            if span.before == Sign::Colon && !texts.all.is_empty() {
                texts.before_colon.get_or_insert(texts.all.len());
            }
            match &span.kind {
                Kind::Label(_) => break,
                Kind::Text(text) => texts.all.push(text.clone()),
                _ if texts.before_when == 0 => texts.before_when = texts.all.len(),
                _ => {}
            }
        }
        if let Some((head, Sign::Colon | Sign::Dash)) = self.head() {
            texts.head = head.len();
        }
        if texts.before_colon.is_none() && texts.head == texts.all.len() && texts.head > 0 {
            texts.before_colon = Some(texts.head);
        }
        texts
    }

    fn has(&self, wanted: impl Fn(&Kind) -> bool) -> bool {
        self.spans.iter().any(|span| wanted(&span.kind))
    }

    /// Whether there is an hour in it, words in the place of one, or the word that it is not known.
    pub fn has_clock(&self) -> bool {
        self.has(|kind| {
            matches!(
                kind,
                Kind::Clock(_) | Kind::End(_) | Kind::Loosely(_) | Kind::Open
            )
        })
    }

    /// The first hour in it.
    pub fn clock(&self) -> Option<Clock> {
        self.spans.iter().find_map(|span| match span.kind {
            Kind::Clock(clock) => Some(clock),
            _ => None,
        })
    }

    /// The first time without an hour in it.
    pub fn loosely(&self) -> Option<&str> {
        self.spans.iter().find_map(|span| match &span.kind {
            Kind::Loosely(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The days that stand where a date stands.
    pub fn days(&self) -> Option<&Days> {
        self.spans.iter().find_map(|span| match &span.kind {
            Kind::Days {
                days,
                standing: true,
            } => Some(days),
            _ => None,
        })
    }

    /// The first date in it, wherever it stands.
    pub fn any_days(&self) -> Option<&Days> {
        self.spans.iter().find_map(|span| match &span.kind {
            Kind::Days { days, .. } => Some(days),
            _ => None,
        })
    }

    /// Whether its first date has a year or a day of the week.
    pub fn has_whole_date(&self) -> bool {
        let first = self.any_days().and_then(Days::first);
        first.is_some_and(|date| {
            date.weekday.is_some()
                || !matches!(date.form, Form::NoYear { .. } | Form::TwoNumbers(_))
        })
    }

    /// Whether it is a sentence of prose rather than a heading.
    pub fn is_sentence(&self) -> bool {
        let words: usize = self
            .texts()
            .all
            .iter()
            .map(|text| text.split_whitespace().count())
            .sum();
        words > 14 || words > 4 && self.text.trim_end().ends_with(['.', '…', '。'])
    }

    /// Whether there is any date in it, wherever it stands.
    pub fn has_date(&self) -> bool {
        self.has(|kind| matches!(kind, Kind::Days { .. }))
    }

    /// Whether it says when: an hour, a day of its own, or each week.
    pub fn says_when(&self) -> bool {
        self.has_clock() || self.days().is_some() || self.has(|kind| matches!(kind, Kind::Every(_)))
    }

    /// Whether it is a date, an hour or both, and nothing else.
    pub fn is_pure_when(&self) -> bool {
        !self.spans.is_empty()
            && self.links.is_empty()
            && !self.has(|kind| matches!(kind, Kind::Text(_) | Kind::Label(_)))
    }

    /// Whether it is a date and nothing else.
    pub fn is_pure_day(&self) -> bool {
        self.is_pure_when() && self.days().is_some() && !self.has_clock()
    }

    /// The label it begins with.
    pub fn label(&self) -> Option<Label> {
        match self.spans.first()?.kind {
            Kind::Label(label) => Some(label),
            _ => None,
        }
    }

    /// Whether it is words and nothing else.
    pub fn is_bare(&self) -> bool {
        self.links.is_empty()
            && !self.spans.is_empty()
            && !self.has(|kind| !matches!(kind, Kind::Text(_)))
    }

    /// Whether it says when the page was published: “Publicado em 12/11/2024 às 17h02”, “Stand: 4.11.2023”.
    pub fn is_published(&self) -> bool {
        const WORDS: [&str; 24] = [
            "published",
            "posted",
            "updated",
            "last updated",
            "publicado",
            "atualizado",
            "actualizado",
            "publicada",
            "publie",
            "mis a jour",
            "veroffentlicht",
            "aktualisiert",
            "erstellt",
            "stand",
            "pubblicato",
            "aggiornato",
            "опубликовано",
            "обновлено",
            "опубліковано",
            "gepubliceerd",
            "opublikowano",
            "julkaistu",
            "publicerad",
            "yayinlanma",
        ];
        let [first, second, ..] = &self.spans[..] else {
            return false;
        };
        let Kind::Text(text) = &first.kind else {
            return false;
        };
        let text = fold(text);
        let link =
            |rest: &str| rest.is_empty() || rest.starts_with(' ') && rest.chars().count() <= 4;
        let published = WORDS
            .iter()
            .any(|word| text.strip_prefix(word).is_some_and(link));
        published && matches!(second.kind, Kind::Days { .. })
    }

    /// Whether it is links and perhaps what they are called.
    pub fn is_link(&self) -> bool {
        let label = |kind: &Kind| matches!(kind, Kind::Label(Label::Info));
        !self.links.is_empty() && !self.has(|kind| !label(kind))
    }

    /// What stands before the first colon or dash, or before the first date or hour: its texts, and the sign after them.
    pub fn head(&self) -> Option<(Vec<&str>, Sign)> {
        let mut texts = Vec::new();
        for span in &self.spans {
            match (&span.kind, span.before) {
                (_, sign @ (Sign::Colon | Sign::Dash)) if !texts.is_empty() => {
                    return Some((texts, sign));
                }
                (Kind::Text(text), Sign::None | Sign::Comma) => texts.push(text.as_str()),
                (Kind::Text(_) | Kind::Label(_), _) => return None,
                (_, sign) if !texts.is_empty() => return Some((texts, sign)),
                _ => return None,
            }
        }
        let colon = self.text.trim_end().ends_with([':', '：']) && !texts.is_empty();
        colon.then_some((texts, Sign::Colon))
    }

    /// Whether it is in capital letters, in a script that has them.
    pub fn is_capitals(&self) -> bool {
        let cased = |letter: &char| letter.is_uppercase() || letter.is_lowercase();
        let mut letters = self.text.chars().filter(cased).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    }
}

/// What stands first of whether an entry takes place, and the rest of its line. “❌ Leeds, 2 pm” may say that it does not.
fn without_status(line: String) -> (Option<Status>, String) {
    match status_first(&line) {
        Some((status, rest)) => (Some(status), rest),
        None if line.starts_with(OFF) => {
            let rest = line.trim_start_matches(OFF).trim_start_matches(is_bullet);
            (Some(Status::Tentative), rest.trim().to_owned())
        }
        None => (None, line),
    }
}

/// The status that stands before an entry, apart from it, and the rest of the line; a title with a status is left whole.
fn status_first(line: &str) -> Option<(Status, String)> {
    let (status, rest) = cancelled::in_title(line)?;
    let entry = line.trim_end().ends_with(rest.trim_end());
    let says_when = |rest: &str| {
        let spans = spans(rest, Dates::All);
        spans.iter().any(|span| matches!(span.kind, Kind::Clock(_)))
    };
    (entry && says_when(&rest)).then_some((status, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_head(line: &str, expected: &str) {
        let line = Line::new(1, line);
        let head = line.head().map(|(texts, _)| texts.join(", "));
        assert_eq!(head.as_deref().unwrap_or("none"), expected, "{line:?}");
    }

    #[test]
    fn the_head_of_a_line() {
        check_head("Lima, Peru: 2 pm, Plaza", "Lima, Peru");
        check_head("Oslo – Stortinget, 18:00", "Oslo");
        check_head("Mende (Lozère), à 17 heures", "Mende (Lozère)");
        check_head("16 Uhr Erfurt", "none");
        check_head("AM – Manaus – 15h", "AM");
        check_head("Anything goes. Really", "none");
    }

    #[test]
    fn kinds_of_lines() {
        assert!(Line::new(1, "Saturday, November 4").is_pure_day());
        assert!(Line::new(1, "4:30 pm").is_pure_when() && !Line::new(1, "4:30 pm").is_pure_day());
        assert!(Line::new(1, "Facebook: https://a.example").is_link());
        assert!(
            Line::new(1, "- Gece yürüyüşü").is_bare() && Line::new(1, "- Gece yürüyüşü").bullet
        );
        assert_eq!(
            Line::new(1, "Yer: Barış Meydanı").label(),
            Some(Label::Where)
        );
        assert!(Line::new(1, "ÇANAKKALE").is_capitals() && !Line::new(1, "東京").is_capitals());
    }
}
