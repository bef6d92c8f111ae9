//! The only day that the introduction of a listing names, which is that of entries without one.

use chrono::Datelike as _;

use super::line::span::Kind;
use super::line::words::Label;
use super::line::{Line, quotation};
use crate::actions::is_action;
use crate::when::days::Days;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::when::written::{Form, Written};

/// The one day that the lines above the first hour name beside what people do, in a title or behind the only label for when:
/// “Centrais convocam atos na sexta-feira, 15 de novembro de 2024.”, or beside a name in quotation marks, or before a colon.
/// Others may name the same day without its year. Entries may have days of their own. Of the sentence directly above the list
/// it is enough that it begins with the day: “16 февраля – третья годовщина. Мы собираемся…”. A year long ago is of history.
pub fn only_day(lines: &[Option<Line>], this_year: i32) -> Option<(Days, String)> {
    const LONG_AGO: i32 = 30;
    let mut found: Option<Written> = None;
    let mut certain: Option<String> = None;
    let dated = lines.iter().flatten().filter(|line| line.has_date());
    let labelled = lines.iter().flatten();
    let labelled = labelled.filter(|line| line.label() == Some(Label::When));
    let has_one = dated.count() == 1 && labelled.count() == 1;
    let lines = lines.iter().flatten().filter(|line| !line.is_published());
    // A long sentence with an hour is of the introduction.
    let is_entry = |line: &Line| line.has_clock() && !is_introduction(line);
    let above: Vec<&Line> = lines.take_while(|line| !is_entry(line)).collect();
    for (at, line) in above.iter().enumerate() {
        let mut before = "";
        for span in &line.spans {
            let days = match &span.kind {
                Kind::Days { days, .. } => days,
                Kind::Text(text) => {
                    before = text;
                    continue;
                }
                _ => continue,
            };
            // “(list of 30 November)”: when it was written.
            if is_published(before) {
                continue;
            }
            let Days::One(written) = days else {
                return None;
            };
            let year = match written.form {
                Form::Day(day) => day.year(),
                _ => this_year,
            };
            if year + LONG_AGO < this_year {
                continue;
            }
            found = Some(match found {
                Some(known) => {
                    if known == *written {
                        known
                    } else {
                        known.with(written)?
                    }
                }
                None => written.clone(),
            });
            let calls = is_action(&line.text)
                || line.text.trim_end().ends_with([':', '：'])
                || line.text.contains(quotation::MARKS)
                || is_title(line)
                // “DATE: THURSDAY, AUGUST 21 2014” over a list of cities.
                || has_one && line.label().is_some();
            // “Wir gehen am Freitag, 22. Januar 2027, auf die Straße.” over the list itself.
            let is_last = at + 1 == above.len() && line.is_sentence() && line.label().is_none();
            let opens = is_last && before.is_empty() && !line.names_street();
            let whole = line.has_whole_date() && (calls || is_last && written.weekday.is_some());
            // “25 cidades acollerán mobilizacións o 8 de marzo”: what people do, on a day that is no part of a name.
            let called = calls && !line.names_street();
            if whole || called || opens {
                certain.get_or_insert_with(|| line.text.clone());
            }
        }
    }
    Some((Days::One(found?), certain?))
}

/// Whether a line is a title of some words beside its day: “Akce k výročí 17. listopadu v Brně”, and no name of who wrote it.
fn is_title(line: &Line) -> bool {
    const WORDS: std::ops::RangeInclusive<usize> = 4..=12;
    let texts = line.texts().all;
    let words = texts.iter().flat_map(|text| text.split_whitespace());
    !line.is_sentence() && line.label().is_none() && WORDS.contains(&words.count())
}

/// Whether a line is a long sentence, of which the hour is none of an entry.
fn is_introduction(line: &Line) -> bool {
    const LEAST_WORDS: usize = 18;
    line.is_sentence() && line.text.split_whitespace().count() >= LEAST_WORDS
}

/// Whether a text ends with words before the day on which something was published: “Stand”, “last updated”.
fn is_published(text: &str) -> bool {
    const LONGEST: usize = 3;
    let tokens = tokens(text);
    let first = tokens.len().saturating_sub(LONGEST);
    (first..tokens.len())
        .any(|at| Purpose::Published.phrases().past(&tokens, at) == Some(tokens.len()))
}
