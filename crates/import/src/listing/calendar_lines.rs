//! Calendars of days without hours: lines that each begin with their day and say what takes place, “13.04.2027: CSD Potsdam”.

use std::collections::BTreeSet;

use super::line::Line;
use super::line::span::Kind;

/// So many lines that follow each other make a calendar.
const LEAST: usize = 3;

/// As many words has such a line at most.
const MOST_WORDS: usize = 14;

/// The numbers of the lines of calendars: at least three that begin with a day and have words behind it and no hour, with nothing but
/// empty lines and lines without a day between, and no line with an hour.
pub fn lines_of(lines: &[Option<Line>]) -> BTreeSet<u64> {
    let mut all = BTreeSet::new();
    let mut run: Vec<u64> = Vec::new();
    let mut between = 0;
    for line in lines.iter().flatten() {
        if is_of_calendar(line) {
            run.push(line.number);
            between = 0;
        } else if line.has_clock() || between > 1 {
            take(&mut run, &mut all);
        } else {
            between += 1;
        }
    }
    take(&mut run, &mut all);
    all
}

/// Takes the lines of a run that is long enough.
fn take(run: &mut Vec<u64>, all: &mut BTreeSet<u64>) {
    if run.len() >= LEAST {
        all.extend(run.iter());
    }
    run.clear();
}

/// Whether a line begins with a day, and has words behind it and no hour.
fn is_of_calendar(line: &Line) -> bool {
    let begins = line
        .spans
        .first()
        .is_some_and(|span| matches!(span.kind, Kind::Days { .. }));
    let texts = line.texts().all;
    let words = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .count();
    begins && !line.has_clock() && !line.is_sentence() && (1..=MOST_WORDS).contains(&words)
}
