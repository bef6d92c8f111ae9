//! A line of a listing, cut into spans: dates, hours, labels, links, marks between them, and the text that is left.

use std::ops::Range;

use super::cutter::{Cut, Cutter};
use super::quotation::is_mark;
use super::span::{Dates, Kind, Sign, Span};
use crate::contact::contacts;
use crate::when::tokens::{Token, tokens};

/// Cuts a line whose links were taken out. A date amid words is text when another one stands where a date stands. With
/// `dotted`, the first number such as `18.00` is an hour wherever it stands.
pub fn spans(line: &str, dates: Dates, dotted: bool) -> Vec<Span> {
    let spans = cut(line, dates, dotted);
    let has = |wanted: bool| {
        let is =
            |span: &Span| matches!(span.kind, Kind::Days { standing, .. } if standing == wanted);
        spans.iter().any(is)
    };
    match has(true) && has(false) {
        true => cut(line, Dates::Standing, dotted),
        false => spans,
    }
}

fn cut(line: &str, dates: Dates, dotted: bool) -> Vec<Span> {
    let tokens = tokens(line);
    let cut = Cut { dates, dotted };
    let (spans, hours) = pass(line, &tokens, cut, &[]);
    match hours.outside && !hours.inside.is_empty() {
        true => pass(line, &tokens, cut, &hours.inside).0,
        false => spans,
    }
}

/// Where the hours of a line stand.
#[derive(Default)]
struct HoursAt {
    /// There is one outside of parentheses.
    outside: bool,
    /// The tokens at which parentheses with an hour open.
    inside: Vec<usize>,
}

/// Cuts a line; the parentheses that open at these tokens are beside the hour, whatever they say.
fn pass(line: &str, tokens: &[Token], cut: Cut, beside: &[usize]) -> (Vec<Span>, HoursAt) {
    let mut cutter = Cutter {
        line,
        tokens,
        cut,
        spans: Vec::new(),
        before: Sign::None,
        text: None,
        contacts: contacts_with_labels(line),
    };
    let mut hours = HoursAt::default();
    let (mut at, mut quoted) = (0, false);
    let mut opened: Vec<usize> = Vec::new();
    while at < tokens.len() {
        let token = &tokens[at];
        let open = !quoted;
        if is_mark(token) {
            // A closing mark is looked for, so that an inch or a lone mark quotes nothing.
            quoted = !quoted && tokens[at + 1..].iter().any(is_mark);
        }
        if beside.contains(&at) {
            let to = closing(tokens, at);
            let inside = tokens[at + 1].at.start..tokens[to - 2].at.end;
            cutter.put(Kind::Aside(line[inside].to_owned()), at, to);
            cutter.before = Sign::None;
            at = to;
            continue;
        }
        if token.is('(') && cutter.opens_move(at) {
            cutter.end_text(at);
            cutter.before = Sign::Stop;
            at += 1;
            continue;
        }
        if token.is('(') {
            opened.push(at);
        } else if token.is(')') {
            opened.pop();
        }
        at = match cutter.meaning(at).filter(|_| open) {
            Some((kind, to)) => {
                if let Kind::Clock(_) | Kind::Aside(_) = kind {
                    match opened.first() {
                        Some(first) if closing(tokens, *first) > to => hours.inside.push(*first),
                        _ => hours.outside |= matches!(kind, Kind::Clock(_)),
                    }
                }
                cutter.put(kind, at, to);
                cutter.before = Sign::None;
                to
            }
            None => match cutter.sign(at).filter(|_| open && opened.is_empty()) {
                Some(sign) => {
                    cutter.end_text(at);
                    cutter.before = sign;
                    at + 1
                }
                None => {
                    cutter.text.get_or_insert(at);
                    cutter.street(at).unwrap_or(at + 1)
                }
            },
        };
    }
    cutter.end_text(tokens.len());
    // “Start” alone on a line is a heading of a page.
    let stage = |span: &Span| matches!(span.kind, Kind::Stage(_));
    if cutter.spans.iter().all(stage) {
        cutter.spans.clear();
    }
    (cutter.spans, hours)
}

/// Where telephone numbers and the like stand, with the words before them that say what they are: “Tel. 0141 287 2000”.
fn contacts_with_labels(line: &str) -> Vec<Range<usize>> {
    const LABELS: [&str; 12] = [
        "tel",
        "tél",
        "telefon",
        "telephone",
        "phone",
        "ph",
        "fon",
        "mobil",
        "handy",
        "whatsapp",
        "tlf",
        "тел",
    ];
    // “11.00 - 15.00” is written like a number too: without a label or a plus it is none here.
    let labelled = |contact: Range<usize>| {
        let marks = |letter: char| letter.is_whitespace() || letter == '.' || letter == ':';
        let before = line[..contact.start].trim_end_matches(marks);
        let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next();
        let word = word.filter(|word| LABELS.contains(&word.to_lowercase().as_str()));
        let is_mail = line[contact.clone()].contains('@');
        match word {
            Some(word) => Some(before.len() - word.len()..contact.end),
            None => (is_mail || line[contact.start..].starts_with('+')).then_some(contact),
        }
    };
    contacts(line).into_iter().filter_map(labelled).collect()
}

/// The token after the parenthesis that closes the one at a token; 0 if none does.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is('(') {
            depth += 1;
        } else if token.is(')') {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + 1;
            }
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let shown: Vec<String> = spans(line, Dates::All, false)
            .into_iter()
            .map(|span| {
                let sign = match span.before {
                    Sign::None => "",
                    Sign::Colon => ":",
                    Sign::Dash => "–",
                    Sign::Comma => ",",
                    Sign::Stop => ".",
                    Sign::Bar => "|",
                    Sign::Arrow => "→",
                };
                let kind = match span.kind {
                    Kind::Days { days, standing } => format!(
                        "{}{}",
                        if standing { "D" } else { "d" },
                        days.written().len()
                    ),
                    Kind::Clock(clock) => clock.from.to_string()[..5].to_owned(),
                    Kind::End(clock) => format!("-{}", &clock.from.to_string()[..5]),
                    Kind::Loosely(text) => format!("~{text}"),
                    Kind::Stage(text) => format!("*{text}"),
                    Kind::Aside(text) => format!("({text})"),
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
            "Архангельск :у камня .*Начало 14:00",
        );
        check("Gründonnerstag, 28. März:", "D1");
        check(
            "Ancona – ore 16:00, Via Mattei; 17:30, Mole",
            "Ancona –16:00 ,Via Mattei .17:30 ,Mole",
        );
        check("Митинг 27 февраля на набережной", "Митинг D1 на набережной");
        check("Gedenken zum 9. November", "Gedenken zum d1");
        check("AM – Manaus – 15h, Praça", "AM –Manaus –15:00 ,Praça");
        check("日時：11月4日（土）14時～16時", "When= D1 14:00");
        check("Vigil “8 de Marzo”, 18h", "Vigil “8 de Marzo” ,18:00");
        check(
            "Leeds: after Friday prayers, City Square",
            "Leeds :~after Friday prayers ,City Square",
        );
        check(
            "Hull: 1 pm, Minster (till 3)",
            "Hull :13:00 ,Minster -03:00",
        );
        check(
            "Ulm: 14 Uhr, Münsterplatz, bis 16 Uhr",
            "Ulm :14:00 ,Münsterplatz ,-16:00",
        );
        check(
            "Medan: 14.00 s/d selesai, Lapangan",
            "Medan :14:00 ~s/d selesai ,Lapangan",
        );
        check(
            "Oxford: doors 7pm, starts 7.30pm, Town Hall",
            "Oxford :*doors 19:00 ,*starts 19:30 ,Town Hall",
        );
        check(
            "京都：13時半集合、14時出発　円山公園",
            "京都 :13:30 *集合 ,14:00 *出発 円山公園",
        );
        check("東京：14時〜 渋谷", "東京 :14:00 渋谷");
        check("jeden Montag, 18 Uhr", "every ,18:00");
        check(
            "Köln: 14 Uhr statt 13 Uhr, Heumarkt",
            "Köln :14:00 (statt 13 Uhr) ,Heumarkt",
        );
        check(
            "Toronto: 3 pm EST (21:00 in Berlin), City Hall",
            "Toronto :15:00 (21:00 in Berlin) ,City Hall",
        );
        check("Ulm (14 Uhr), Markt", "Ulm 14:00 ,Markt");
        check("Oslo, kl 18, tid: tba", "Oslo ,18:00 ,When= open");
    }
}
