//! Questions that head the lines of a city, as news pages ask them: “Where do people march in Leeds on 8 March?”, “Ankara'da 1 Mayıs
//! nerede kutlanacak?”.

use super::line::Line;
use super::places::{Places, in_words};

/// The lines, a question about a city as a heading of that city where the line below has an hour and is of none.
pub fn as_cities(lines: Vec<Option<Line>>, places: &Places) -> Vec<Option<Line>> {
    let filled: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].is_some()).collect();
    let mut headings = Vec::new();
    for pair in filled.windows(2) {
        let (Some(line), Some(next)) = (&lines[pair[0]], &lines[pair[1]]) else {
            continue;
        };
        let asks = line.text.trim_end().ends_with(['?', '？', '؟']) && !line.has_clock();
        if !asks || !next.has_clock() || places.begins(next) {
            continue;
        }
        if let Some(city) = city(&line.text, places) {
            headings.push((pair[0], Line::new(line.number, city)));
        }
    }
    let mut lines = lines;
    for (at, heading) in headings {
        lines[at] = Some(heading);
    }
    lines
}

/// The only city that a question names: behind a word for “in”, or as its first word with an ending behind an apostrophe.
fn city<'t>(question: &'t str, places: &Places) -> Option<&'t str> {
    let is_city = |name: &str| places.is_city(name, None);
    if let Some((first, _)) = question.split_once(['\'', '’'])
        && !first.trim().contains(' ')
        && is_city(first)
    {
        return Some(first.trim());
    }
    match in_words::cities(std::iter::once(question), &is_city)[..] {
        [only] => Some(only),
        _ => None,
    }
}
