//! Hours alone on a line over several entries without one: “10.30 am” over “Leeds – rally, City Square” and “York – march, Minster”.

use std::collections::BTreeSet;

use super::super::line::Line;
use super::super::places::Places;

/// So many of them make it a habit of the listing.
const LEAST: usize = 2;

/// The numbers of such lines: hours alone, two at least, each over lines that begin with a city and have no hour, one of them over two
/// such lines or more.
pub fn lines_of(lines: &[Option<Line>], places: &Places) -> BTreeSet<u64> {
    let filled: Vec<&Line> = lines.iter().flatten().collect();
    let is_hour = |line: &Line| line.is_pure_when() && line.has_clock() && !line.has_date();
    let is_entry = |line: &&&Line| {
        let begins = line.texts().head > 0 && places.begins(line);
        begins && !line.has_clock() && !line.has_date()
    };
    let below = |at: usize| filled[at + 1..].iter().take_while(is_entry).count();
    let hours: Vec<usize> = (0..filled.len())
        .filter(|at| is_hour(filled[*at]))
        .collect();
    let counts: Vec<usize> = hours.iter().map(|at| below(*at)).collect();
    let all = counts.len() >= LEAST
        && counts.iter().all(|count| *count > 0)
        && counts.iter().any(|count| *count > 1);
    match all {
        true => hours.iter().map(|at| filled[*at].number).collect(),
        false => BTreeSet::new(),
    }
}
