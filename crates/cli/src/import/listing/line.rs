//! A line of a listing, and the texts and the head of it.

mod kind;
mod split;

use super::leftover::{tidy, without_links};
use super::span::{Dates, Kind, Sign, Span};
use super::spans::spans;
use crate::import::cancelled;
use crate::import::when::tokens::{Token, tokens};
use crate::import::when::words::Purpose;
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

/// What stands before an item of a list.
const BULLETS: [char; 9] = ['•', '*', '-', '–', '—', '·', '‣', '#', '>'];

/// Whether a sign before a line only adorns it: a mark of a list, or any symbol or pictogram but those that strike it out.
fn is_bullet(sign: char) -> bool {
    let symbol = matches!(sign, '\u{2190}'..='\u{2bff}' | '\u{200d}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
        || is_flag(sign);
    BULLETS.contains(&sign) || symbol && !OFF.contains(&sign)
}

/// Half of a country's flag (Unicode regional indicator symbols).
fn is_flag(sign: char) -> bool {
    matches!(sign, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Signs that may say that something does not take place.
const OFF: [char; 5] = ['❌', '🚫', '✖', '⛔', '❎'];

impl Line {
    /// Cuts a line.
    pub fn new(number: u64, written: &str) -> Self {
        // “6️⃣ ДЕКАБРЯ”: a number on a key.
        let plain = written
            .replace("\u{fe0f}\u{20e3}", "")
            .replace('\u{20e3}', "");
        let written = plain.as_str();
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
        }
    }

    /// What stands before the first ideographic space: “京都　円山公園　14:00”.
    pub fn before_wide(&self) -> Option<&str> {
        let (first, _) = self.text.split_once('\u{3000}')?;
        Some(first)
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

    /// What stands before the first number such as `18.00` of a line without an hour, if that can be no date.
    pub fn before_dotted(&self) -> Option<&str> {
        let tokens = tokens(&self.text);
        let at = tokens.windows(3).position(|three| {
            let close =
                three[0].at.end == three[1].at.start && three[1].at.end == three[2].at.start;
            close && is_dotted_hour(three)
        })?;
        let before = &self.text[..tokens[at].at.start];
        (at > 0 && !self.has_clock()).then(|| tidy(before))
    }

    /// Whether it begins with a head and ends in a number such as `18.00` that can be no date: “Göteborg: Gustaf Adolfs torg
    /// 12.00”.
    pub fn ends_dotted(&self) -> bool {
        let tokens = tokens(self.text.trim_end_matches(['.', ' ']));
        let last = tokens.len().checked_sub(3).map(|at| &tokens[at..]);
        let word = |at: usize| tokens.get(at).is_some_and(|token| token.word().is_some());
        let behind_word = tokens.len().checked_sub(4).is_some_and(word);
        behind_word && last.is_some_and(is_dotted_hour) && !self.has_clock()
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

    /// The text of the first of its columns: “Zonguldak | Madenci Anıtı”.
    pub fn first_column(&self) -> Option<&str> {
        let [first, second, ..] = &self.spans[..] else {
            return None;
        };
        match &first.kind {
            Kind::Text(text) if second.before == Sign::Bar => Some(text),
            _ => None,
        }
    }

    /// What stands before the first colon or dash, or before the first date or hour: its texts, and the sign after them.
    pub fn head(&self) -> Option<(Vec<&str>, Sign)> {
        let mut texts = Vec::new();
        // “Tuesday 3/2: Portland, OR - 5:30 pm”.
        let is_when = |span: &&Span| matches!(span.kind, Kind::Days { .. } | Kind::Every(_));
        let first = self.spans.iter().take_while(is_when).count();
        for (at, span) in self.spans.iter().enumerate().skip(first) {
            let before = if at == first { Sign::None } else { span.before };
            match (&span.kind, before) {
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
}

/// Whether three tokens are an hour such as `18.00` and can be no day and month.
pub fn is_dotted_hour(three: &[Token]) -> bool {
    let [hour, mark, minute] = three else {
        return false;
    };
    let hour = hour.number(2).filter(|hour| *hour <= 24);
    let minute = minute.number(2).filter(|_| minute.digits() == 2);
    let minute = minute.filter(|minute| minute.is_multiple_of(5) && *minute < 60);
    mark.is('.') && hour.is_some() && minute.is_some_and(|minute| minute == 0 || minute > 12)
}

/// Whether a pictogram marks the field that follows it: “Zaragoza ⏰ 12:00 📍 Plaza San Francisco”.
fn is_field_mark(sign: char) -> bool {
    matches!(sign, '⌚' | '⌛' | '⏰'..='⏳' | '🕐'..='🕧' | '📅' | '📆' | '🗓' | '📌' | '📍' | '🗺' | '🚩' | '👉' | '📣' | '📢'
        | '▪' | '▫' | '◾' | '◽' | '🔴' | '🔵' | '🟠'..='🟫' | '🔶'..='🔹')
}

/// A line with `|` where columns are parted: in its wide gaps (“Middelburg    afgelast”), and at pictograms that mark a field.
fn columns(line: String) -> String {
    let line = match line.contains(is_field_mark) {
        true => {
            let parts = line.split(|sign: char| is_field_mark(sign) || sign == '\u{fe0f}');
            let parts: Vec<&str> = parts
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect();
            parts.join(" | ")
        }
        false => line,
    };
    /// How many spaces no one puts between words.
    const WIDE: usize = 3;
    let gap = " ".repeat(WIDE);
    if line.contains('|') || !line.contains(gap.as_str()) && !line.contains('\t') {
        return line;
    }
    let parts = line.split('\t').flat_map(|part| part.split(&gap));
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" | ")
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
    // “York, postponed: 8 December, 5pm” begins with its city.
    let first = cancelled::begins(line).is_some();
    let entry = first && line.trim_end().ends_with(rest.trim_end());
    let says_when = |rest: &str| {
        let spans = spans(rest, Dates::All, false);
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
}
