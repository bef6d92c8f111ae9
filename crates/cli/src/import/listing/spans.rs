//! A line of a listing, cut into spans: dates, hours, labels, links, marks between them, and the text that is left.

use chrono::Weekday;

use super::words::{Label, is_action_at, label_at};
use crate::import::when::days::{Days, days_at};
use crate::import::when::names::weekday_at;
use crate::import::when::time::{Clock, time_at};
use crate::import::when::tokens::{Token, tokens};
use crate::import::when::words::Purpose;
use crate::import::when::{filler, streets, unannounced};

/// What a span is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One or several days.
    Days {
        /// Which.
        days: Days,
        /// It stands where a date of an event stands: at the beginning of its part of the line, or after a word such as
        /// “on”. A date amid words may be part of a name.
        standing: bool,
    },
    /// An hour.
    Clock(Clock),
    /// It says that the hour is not known yet.
    Open,
    /// Each week on this day.
    Every(Option<Weekday>),
    /// A label with its colon.
    Label(Label),
    /// Anything else.
    Text(String),
}

/// What parts one span from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing but a space.
    None,
    /// `:`
    Colon,
    /// A dash between spaces.
    Dash,
    /// A comma, also of other scripts.
    Comma,
    /// A full stop, semicolon or stroke.
    Stop,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub kind: Kind,
    /// What stands before it.
    pub before: Sign,
}

/// Which dates of a line are cut out of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// All of them.
    All,
    /// Those that stand where a date stands; the others are text.
    Standing,
}

/// Cuts a line whose links were taken out. A date amid words is text when another one stands where a date stands.
pub fn spans(line: &str, dates: Dates) -> Vec<Span> {
    let spans = cut(line, dates);
    let has = |wanted: bool| {
        let is =
            |span: &Span| matches!(span.kind, Kind::Days { standing, .. } if standing == wanted);
        spans.iter().any(is)
    };
    match has(true) && has(false) {
        true => cut(line, Dates::Standing),
        false => spans,
    }
}

fn cut(line: &str, dates: Dates) -> Vec<Span> {
    let tokens = tokens(line);
    let mut cutter = Cutter {
        line,
        tokens: &tokens,
        dates,
        spans: Vec::new(),
        before: Sign::None,
        text: None,
    };
    let (mut at, mut depth, mut quoted) = (0, 0_usize, false);
    while at < tokens.len() {
        let token = &tokens[at];
        let open = !quoted;
        if ['"', '“', '”', '«', '»', '„']
            .into_iter()
            .any(|mark| token.is(mark))
        {
            // A closing mark is looked for, so that an inch or a lone mark quotes nothing.
            quoted = !quoted && closes(&tokens[at + 1..]);
        }
        depth = match () {
            () if token.is('(') => depth + 1,
            () if token.is(')') => depth.saturating_sub(1),
            () => depth,
        };
        at = match cutter.meaning(at).filter(|_| open) {
            Some((kind, to)) => {
                cutter.put(kind, at);
                cutter.before = Sign::None;
                to
            }
            None => match cutter.sign(at).filter(|_| open && depth == 0) {
                Some(sign) => {
                    cutter.end_text(at);
                    cutter.before = sign;
                    at + 1
                }
                None => {
                    cutter.text.get_or_insert(at);
                    at + 1
                }
            },
        };
    }
    cutter.end_text(tokens.len());
    cutter.spans
}

fn closes(rest: &[Token]) -> bool {
    rest.iter().any(|token| {
        ['"', '“', '”', '«', '»']
            .into_iter()
            .any(|mark| token.is(mark))
    })
}

struct Cutter<'a> {
    line: &'a str,
    tokens: &'a [Token],
    dates: Dates,
    spans: Vec<Span>,
    before: Sign,
    /// The token at which the text in hand begins.
    text: Option<usize>,
}

/// What amounts are counted in, folded: “14.50 Euro” is no hour.
const UNITS: [&str; 24] = [
    "eur", "euro", "euros", "usd", "gbp", "chf", "fr", "tl", "lira", "kr", "sek", "nok", "dkk",
    "pln", "zl", "czk", "rub", "uah", "real", "reais", "pesos", "km", "m", "kg",
];

impl Cutter<'_> {
    /// What begins at a token, and the token after it; `None` for text.
    fn meaning(&self, at: usize) -> Option<(Kind, usize)> {
        let tokens = self.tokens;
        if self.text.is_none()
            && let Some((label, to)) = label_at(tokens, at)
        {
            return Some((Kind::Label(label), to));
        }
        // “Veranstalter: Bündnis 8. März”: no date.
        let label = self.spans.iter().rev().find_map(|span| match span.kind {
            Kind::Label(label) => Some(label),
            _ => None,
        });
        if matches!(
            label,
            Some(Label::Who | Label::Title | Label::Note | Label::Info)
        ) {
            return None;
        }
        if let Some((days, to)) = days_at(tokens, at)
            && !days
                .first()
                .is_some_and(|date| streets::is_name(tokens, at, to, date))
        {
            let standing = self.is_standing(at);
            if standing || self.dates == Dates::All {
                return Some((Kind::Days { days, standing }, to));
            }
        }
        if let Some(next) = Purpose::Every.phrases().past(tokens, at)
            && let Some((weekday, to)) = weekday_at(tokens, next)
        {
            return Some((Kind::Every(weekday), to));
        }
        if let Some((clock, to)) = time_at(tokens, at, false)
            .or_else(|| self.dotted(at))
            .or_else(|| self.alone(at))
        {
            return Some((Kind::Clock(clock), to));
        }
        unannounced(tokens, at).map(|to| (Kind::Open, to))
    }

    /// “alle 16”, “at 5”: a number alone behind a word that stands before hours.
    fn alone(&self, at: usize) -> Option<(Clock, usize)> {
        let tokens = self.tokens;
        let number = Purpose::Before.phrases().past(tokens, at)?;
        tokens.get(number)?.number(2)?;
        let (clock, to) = time_at(tokens, number, true)?;
        let ends = tokens
            .get(to)
            .is_none_or(|token| token.word().is_none() && token.digits() == 0);
        // “a 5” in the middle of a text is anything.
        (self.text.is_none() && ends).then_some((clock, to))
    }

    /// `18.00` is an hour alone between marks, and before words at the beginning of a line, unless it may be a day and a
    /// month, or an amount.
    fn dotted(&self, at: usize) -> Option<(Clock, usize)> {
        let tokens = self.tokens;
        let minute = tokens.get(at + 2)?.number(2)?;
        let (clock, to) = time_at(tokens, at, true).filter(|_| tokens[at + 1].is('.'))?;
        let after_day = matches!(
            self.spans.last(),
            Some(Span {
                kind: Kind::Days { .. } | Kind::Label(Label::When),
                ..
            })
        );
        let behind = tokens.get(to);
        let word = behind.and_then(Token::word);
        let first = self.spans.is_empty()
            && minute.is_multiple_of(5)
            && word.is_some_and(|word| !UNITS.contains(&word));
        let none = behind.is_none_or(|token| token.word().is_none() && token.digits() == 0);
        let alone = self.text.is_none() && (none || first);
        let a_date = (1..=12).contains(&minute) && !after_day;
        (to >= at + 3 && alone && !a_date).then_some((clock, to))
    }

    /// Whether a date at a token stands where the date of an event stands.
    fn is_standing(&self, at: usize) -> bool {
        let Some(start) = self.text else { return true };
        let before =
            |purpose: Purpose, from: usize| purpose.phrases().past(self.tokens, from) == Some(at);
        let purposes = [
            Purpose::On,
            Purpose::Around,
            Purpose::Before,
            Purpose::Doubt,
        ];
        let linked = (start..at).any(|from| purposes.iter().any(|purpose| before(*purpose, from)));
        linked || self.tokens[at - 1].word().is_none() || is_action_at(self.tokens, at - 1)
    }

    /// What parts spans at a token.
    fn sign(&self, at: usize) -> Option<Sign> {
        let token = &self.tokens[at];
        let space = |at: Option<usize>| {
            at.and_then(|at| self.line.get(at..)?.chars().next())
                .is_none_or(char::is_whitespace)
        };
        let spaced_after = space(Some(token.at.end));
        let spaced_before =
            token.at.start == 0 || self.line[..token.at.start].ends_with(char::is_whitespace);
        let wide = !self.line[token.at.clone()].is_ascii();
        let when_behind = || {
            self.meaning(at + 1)
                .is_some_and(|(kind, _)| matches!(kind, Kind::Clock(_) | Kind::Days { .. }))
        };
        match () {
            () if token.is(':') && (spaced_after || wide) => Some(Sign::Colon),
            () if token.is('-') || token.is('–') => {
                let after_when =
                    self.text.is_none() && self.before == Sign::None && !self.spans.is_empty();
                let dash = spaced_before && spaced_after
                    || (spaced_after || spaced_before) && (after_when || when_behind());
                dash.then_some(Sign::Dash)
            }
            () if token.is(',') => Some(Sign::Comma),
            () if token.is(';') || token.is('|') => Some(Sign::Stop),
            () if token.is('/') => {
                (spaced_before || spaced_after || when_behind()).then_some(Sign::Stop)
            }
            () if token.is('.') => {
                let word = self
                    .text
                    .filter(|start| *start < at)
                    .map(|_| &self.tokens[at - 1]);
                ((spaced_after || wide) && word.is_none_or(|_| self.ends_part(at)))
                    .then_some(Sign::Stop)
            }
            () if token.is('!') => {
                (spaced_after && self.text.is_some_and(|start| start < at)).then_some(Sign::Stop)
            }
            () => None,
        }
    }

    /// Whether a full stop behind a word ends a part of the line: not behind “просп.”, “J.” or “Dr.”.
    fn ends_part(&self, at: usize) -> bool {
        let word = &self.tokens[at - 1];
        if streets::is_short(self.tokens, at - 1) {
            return false;
        }
        // “53а.”: a house's number may end in a letter.
        let number = at > 1
            && self.tokens[at - 2].digits() > 0
            && self.tokens[at - 2].at.end == word.at.start;
        let letters = word.word().map_or(0, |word| word.chars().count());
        number || letters > 2 || word.is(')')
    }

    fn put(&mut self, kind: Kind, at: usize) {
        self.end_text(at);
        let before = std::mem::replace(&mut self.before, Sign::None);
        self.spans.push(Span { kind, before });
    }

    /// Puts the text before a token among the spans, if it says anything.
    fn end_text(&mut self, to: usize) {
        let Some(start) = self.text.take() else {
            return;
        };
        let end = self
            .tokens
            .get(to.wrapping_sub(1))
            .map_or(0, |token| token.at.end);
        let text = &self.line[self.tokens[start].at.start..end];
        let text = tidy(text);
        // “AM – Manaus”: a state's letters before a dash say where, not when.
        let state = self.spans.is_empty()
            && (2..4).contains(&text.len())
            && text.bytes().all(|letter| letter.is_ascii_uppercase());
        if !text.is_empty() && (state || !says_nothing(text)) {
            let before = std::mem::replace(&mut self.before, Sign::None);
            self.spans.push(Span {
                kind: Kind::Text(text.to_owned()),
                before,
            });
        }
    }
}

/// A text without marks at its edges that lost what they belonged to.
fn tidy(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_matches(|letter: char| {
            letter.is_whitespace()
                || [
                    '.', ':', '!', ',', ';', '-', '–', '—', '|', '/', '*', '،', '【', '】', '［',
                    '］',
                ]
                .contains(&letter)
        });
        let opened = text.matches(['(', '（']).count();
        let closed = text.matches([')', '）']).count();
        if opened > closed && text.ends_with(['(', '（']) {
            text = text[..text.len() - text.chars().next_back().map_or(0, char::len_utf8)].trim();
        }
        if closed > opened && text.starts_with([')', '）']) {
            text = text[text.chars().next().map_or(0, char::len_utf8)..].trim();
        }
        if text == before {
            return text;
        }
    }
}

/// Whether there is nothing in a text but words that stand around dates and hours.
fn says_nothing(text: &str) -> bool {
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        // “Tor” is a gate before it is a Thursday.
        let long = tokens[at]
            .word()
            .is_some_and(|word| word.chars().count() > 3);
        let weekday = || weekday_at(&tokens, at).filter(|_| long).map(|(_, to)| to);
        match filler(&tokens, at)
            .or_else(weekday)
            .or_else(|| Purpose::Zone.phrases().past(&tokens, at))
        {
            Some(to) => at = to,
            None if tokens[at].word().is_none() && tokens[at].digits() == 0 => at += 1,
            None => return false,
        }
    }
    true
}

/// A line with its web addresses taken out.
pub fn without_links(line: &str) -> (String, Vec<String>) {
    let mut links = Vec::new();
    let words: Vec<&str> = line
        .split(' ')
        .filter(|word| {
            let start = ["https://", "http://", "www."]
                .iter()
                .find_map(|scheme| word.find(scheme));
            let Some(start) = start else { return true };
            let link = word[start..]
                .trim_end_matches(['.', ',', ')', ';', '>', ']', '"', '!', '،', '。', '”', '»']);
            links.push(match link.starts_with("www.") {
                true => format!("https://{link}"),
                false => link.to_owned(),
            });
            false
        })
        .collect();
    (words.join(" "), links)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let shown: Vec<String> = spans(line, Dates::All)
            .into_iter()
            .map(|span| {
                let sign = match span.before {
                    Sign::None => "",
                    Sign::Colon => ":",
                    Sign::Dash => "–",
                    Sign::Comma => ",",
                    Sign::Stop => ".",
                };
                let kind = match span.kind {
                    Kind::Days { days, standing } => format!(
                        "{}{}",
                        if standing { "D" } else { "d" },
                        days.written().len()
                    ),
                    Kind::Clock(clock) => clock.from.to_string()[..5].to_owned(),
                    Kind::Open => "open".to_owned(),
                    Kind::Every(_) => "every".to_owned(),
                    Kind::Label(label) => format!("{label:?}="),
                    Kind::Text(text) => text,
                };
                format!("{sign}{kind}")
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{line}");
    }

    #[test]
    fn lines_in_spans() {
        check(
            "Lima, Peru: 2 pm, Plaza San Martín, Jirón de la Unión.",
            "Lima ,Peru :14:00 ,Plaza San Martín ,Jirón de la Unión",
        );
        check(
            "Torino – ore 10:30, Piazza Carlo Felice",
            "Torino –10:30 ,Piazza Carlo Felice",
        );
        check(
            "Mende (Lozère), à 17 heures sur place Urbain V",
            "Mende (Lozère) ,17:00 sur place Urbain V",
        );
        check("Adana: Kültür sokak /19.00", "Adana :Kültür sokak .19:00");
        check("Tarih: 4 Mart Pazar – 15.00", "When= D1 –15:00");
        check(
            "Buenos Aires: 16h, Avenida 9 de Julio",
            "Buenos Aires :16:00 ,Avenida 9 de Julio",
        );
        check(
            "أسوان: الساعة ٢ ظهرًا، ميدان المحطة",
            "أسوان :14:00 ,ميدان المحطة",
        );
        check(
            "Архангельск: у камня. Начало в 14:00.",
            "Архангельск :у камня .14:00",
        );
        check("Gründonnerstag, 28. März:", "Gründonnerstag ,D1");
        check(
            "Ancona – ore 16:00, Via Mattei; 17:30, Mole",
            "Ancona –16:00 ,Via Mattei .17:30 ,Mole",
        );
        check("Митинг 27 февраля на набережной", "Митинг D1 на набережной");
        check("Gedenken zum 9. November", "Gedenken zum d1");
        check("AM – Manaus – 15h, Praça", "AM –Manaus –15:00 ,Praça");
        check("日時：11月4日（土）14時～16時", "When= D1 14:00");
        check("Vigil “8 de Marzo”, 18h", "Vigil “8 de Marzo” ,18:00");
        check("jeden Montag, 18 Uhr", "every ,18:00");
        check("Oslo, kl 18, tid: tba", "Oslo ,18:00 ,When= open");
    }
}
