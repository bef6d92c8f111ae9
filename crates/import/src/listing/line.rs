//! A line of a listing, and the texts and the head of it.

pub mod approximate;
pub mod cutter;
pub mod leftover;
pub mod quotation;
pub mod span;
pub mod spans;
pub mod words;

mod bullet;
mod columns;
mod field_mark;
pub mod head;
mod kind;
mod minutes;
mod of_page;
mod split;
mod status;

use self::bullet::{flag, is_bullet, is_flag};
use self::columns::columns;
use self::field_mark::field_of;
use self::leftover::without_links;
use self::minutes::with_minutes;
use self::span::{Dates, Kind, Sign, Span};
use self::spans::spans;
use self::status::without_status;
use self::words::Label;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use event_file::event::Status;

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
    /// It begins with the name of a city and a number such as `18.00`, which is then an hour.
    pub dotted: bool,
    /// Its ideographic spaces part columns.
    pub wide: bool,
    /// The field that a pictogram before it marks: “📍 Leeds, Briggate”.
    pub field: Option<Label>,
    /// The country whose flag stands before it: “🇨🇱 Santiago – 19h”.
    pub flag: Option<String>,
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
    /// The line begins with an hour.
    pub begins_with_hour: bool,
    /// A stroke parts the first from the second: “Torino / Ivrea”.
    pub stroke: bool,
}

/// “*MADRID*”, “_Leeds_”: a line that a messenger or mail program sets off as a whole.
fn without_bold(line: &str) -> &str {
    let inside = |mark: char| {
        let inside = line.trim().strip_prefix(mark)?.strip_suffix(mark)?;
        let hugs =
            !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
        (hugs && !inside.is_empty() && !inside.contains(mark)).then_some(inside)
    };
    inside('*').or_else(|| inside('_')).unwrap_or(line)
}

impl Line {
    /// Cuts a line, unless it has more than so many bytes.
    pub fn short(number: u64, line: &str, longest: usize) -> Self {
        match line.len() > longest {
            true => Self {
                number,
                text: line.to_owned(),
                bullet: false,
                spans: Vec::new(),
                links: Vec::new(),
                status: None,
                dotted: false,
                wide: false,
                field: None,
                flag: None,
            },
            false => Self::new(number, line),
        }
    }

    /// Cuts a line.
    pub fn new(number: u64, written: &str) -> Self {
        // “6️⃣ ДЕКАБРЯ”: a number on a key.
        let plain = written
            .replace("\u{fe0f}\u{20e3}", "")
            .replace('\u{20e3}', "");
        let plain = with_minutes(plain);
        let flag = flag(&plain);
        let written = plain.as_str();
        let written = without_bold(written);
        // “🇪🇸 España” is a heading and no item of a list.
        let written = written.trim().trim_matches(is_flag).trim();
        let text = written.trim_start_matches(is_bullet).trim();
        // “## Praha” heads a list in Markdown, and is no item of one.
        let bullet = text.len() < written.len() && !written.starts_with('#');
        let (rest, links) = without_links(text);
        let (status, rest) = without_status(columns(rest));
        Self {
            number,
            text: text.to_owned(),
            bullet,
            spans: spans(&rest, Dates::All, false),
            links,
            status,
            dotted: false,
            wide: false,
            field: field_of(&written[..written.len() - text.len()], text),
            flag,
        }
    }

    /// The same line without a word to the reader before its city: “Auch: Cottbus, 14 Uhr”, “Rappel : Tours, 15h”.
    pub fn without_intro(self, is_city: impl Fn(&str) -> bool) -> Self {
        let [first, second, ..] = &self.spans[..] else {
            return self;
        };
        let (Kind::Text(intro), Kind::Text(city), Sign::Colon) =
            (&first.kind, &second.kind, second.before)
        else {
            return self;
        };
        let tokens = tokens(intro);
        let is_intro = Purpose::Intro.phrases().past(&tokens, 0) == Some(tokens.len());
        let rest = self.text.split_once([':', '：']).map(|(_, rest)| rest);
        match rest.filter(|_| is_intro && is_city(city)) {
            Some(rest) => Self {
                bullet: self.bullet,
                ..Self::new(self.number, rest)
            },
            None => self,
        }
    }

    /// The same line, its ideographic spaces taken for the gaps between columns.
    pub fn with_columns(self) -> Self {
        let text = self.text.replace('\u{3000}', " | ");
        Self {
            text: self.text,
            wide: true,
            ..Self::new(self.number, &text)
        }
    }

    /// The line with another text, cut as it was.
    pub fn cut_anew(self, text: &str) -> Self {
        let (bullet, links, status) = (self.bullet, self.links, self.status);
        let line = Self::new(self.number, text);
        let line = Self {
            bullet,
            links,
            status: status.or(line.status),
            ..line
        };
        match (self.dotted, self.wide) {
            (true, _) => line.with_dotted(),
            (_, true) => line.with_columns(),
            _ => line,
        }
    }

    /// The same line, cut as one that begins with a city: in “Praha 19.00 náměstí” the number is an hour.
    pub fn with_dotted(self) -> Self {
        let (rest, _) = without_links(&self.text);
        let (_, rest) = without_status(columns(rest));
        Self {
            spans: spans(&rest, Dates::All, true),
            dotted: true,
            ..self
        }
    }

    /// The same line with the dates amid words left in its text.
    pub fn without_amid(&self) -> Self {
        let (rest, _) = match self.wide {
            true => without_links(&self.text.replace('\u{3000}', " | ")),
            false => without_links(&self.text),
        };
        let (_, rest) = without_status(columns(rest));
        Self {
            spans: spans(&rest, Dates::Standing, self.dotted),
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
            if span.before == Sign::Stop && texts.all.len() == 1 && texts.before_when == 0 {
                let first = self.text.trim_start().strip_prefix(texts.all[0].as_str());
                texts.stroke = first.is_some_and(|rest| rest.trim_start().starts_with('/'));
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
        let first = self.spans.first().map(|span| &span.kind);
        texts.begins_with_hour = matches!(first, Some(Kind::Clock(_)));
        if texts.before_colon.is_none() && texts.head == texts.all.len() && texts.head > 0 {
            texts.before_colon = Some(texts.head);
        }
        texts
    }
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
}
