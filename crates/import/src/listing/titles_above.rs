//! Titles that stand above the lines of their entries, each at the head of a block: “Stille Wake” over “Hasselt, zaterdag 13
//! februari, 19 uur”. A single such line may head the list; where several entries have one, each is a title.

use std::collections::BTreeMap;

use super::Document;
use super::line::Line;

/// So many entries have a line of their own above them.
const LEAST: usize = 2;

/// A longer line is text.
const MOST_WORDS: usize = 14;

impl Document<'_> {
    /// Gives entries without a title the line above them that begins their block and is part of nothing else.
    pub fn title_by_line_above(&mut self, lines: &[Option<Line>]) {
        let mut above: BTreeMap<u64, (&Line, bool)> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            let begins = at
                .checked_sub(1)
                .is_none_or(|at| lines.get(at).is_some_and(Option::is_none));
            let next = lines.get(at + 1).and_then(Option::as_ref);
            if let (Some(line), Some(next)) = (line, next) {
                above.entry(next.number).or_insert((line, begins));
            }
        }
        let title = |number: u64| {
            let (line, begins) = above.get(&number)?;
            let words = line.text.split_whitespace().count();
            let is_title = *begins
                && self.skipped.contains(&line.number)
                && line.is_bare()
                && !line.is_sentence()
                && !line.text.ends_with([':', '：', ',', '!'])
                && words <= MOST_WORDS;
            is_title.then_some(*line)
        };
        let untitled = self.reading.drafts.iter().enumerate();
        let untitled = untitled.filter(|(_, draft)| draft.is_untitled());
        let untitled: Vec<usize> = untitled.map(|(at, _)| at).collect();
        let number = |at: &usize| {
            self.reading
                .drafts
                .get(*at)
                .map(|draft| draft.origin.number)
        };
        let found = untitled
            .iter()
            .filter_map(|at| Some((*at, title(number(at)?)?)));
        let found: Vec<(usize, &Line)> = found.collect();
        let mut texts: Vec<&str> = found.iter().map(|(_, line)| line.text.as_str()).collect();
        texts.sort_unstable();
        texts.dedup();
        if texts.len() < LEAST || texts.len() < found.len() || found.len() * 2 < untitled.len() {
            return;
        }
        for (at, line) in found {
            if let Some(draft) = self.reading.drafts.get_mut(at) {
                draft.put("title", &line.text);
            }
            self.skipped.remove(&line.number);
            self.taken.insert(line.number);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::listing::read;
    use crate::options::Options;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let options = Options::new("2026-12-01".parse().unwrap());
        let reading = read(text, &"list".into(), &options);
        let titles: Vec<&str> = reading
            .drafts
            .iter()
            .map(|draft| draft.text_of("title").unwrap_or_default())
            .collect();
        assert_eq!(titles, expected, "{text}: {:?}", reading.notes);
    }

    #[test]
    fn lines_that_begin_blocks_are_titles() {
        check(
            "Lichtjes voor het park\nGent, vrijdag 18 december 2026, 18u\nSint-Pietersplein\n\n\
             Wake voor de haven\nBrussel, zondag 21 maart 2027, 13u30\nNoordstation\n\n\
             Stilte in de stad\nLeuven, donderdag 4 februari 2027, 10u15\nLadeuzeplein\n",
            &[
                "Lichtjes voor het park",
                "Wake voor de haven",
                "Stilte in de stad",
            ],
        );
    }
}
