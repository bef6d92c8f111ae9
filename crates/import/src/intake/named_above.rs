//! Titles for table rows without one: the text above the table, or the name of the sheet.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sheet_names::is_default;
use crate::draft::{Draft, Origin};
use crate::line_numbers::numbers;
use crate::listing;

/// So many rows are a list; so many have the first text above as their name, whatever it says.
const LEAST: usize = 2;
const LEAST_OF_FIRST: usize = 3;

/// Gives the rows without a title that of what stands above their table, where at least half of its rows have none; and says
/// so.
pub fn name_rows(drafts: &mut [Draft]) -> Vec<String> {
    let mut tables: BTreeMap<Arc<str>, (usize, usize)> = BTreeMap::new();
    let is_untitled = |draft: &Draft| !draft.ours && draft.is_untitled();
    for draft in drafts.iter() {
        if let Some(above) = &draft.above {
            let (all, untitled) = tables.entry(Arc::clone(above)).or_default();
            *all += 1;
            *untitled += usize::from(is_untitled(draft));
        }
    }
    tables.retain(|_, (all, untitled)| *untitled >= LEAST && *untitled * 2 >= *all);
    let mut notes = Vec::new();
    for (above, (all, untitled)) in tables {
        let any = untitled * 3 >= all * 2 && all >= LEAST_OF_FIRST;
        let lines = above.lines().filter(|line| !is_default(line));
        let Some(name) = listing::name_above(lines, any) else {
            continue;
        };
        let of_table = |draft: &&mut Draft| draft.above.as_ref() == Some(&above);
        for draft in drafts.iter_mut().filter(of_table) {
            if is_untitled(draft) {
                draft.put("title", &name);
            }
        }
        notes.push(format!(
            "{untitled} entries without a title are called “{name}”, as stands above them; --set title= says another"
        ));
    }
    name_by_file(drafts, &mut notes);
    notes
}

/// Gives the rows of tables that still have no title the name of their file, if it is that of an action: “Day of action.csv”.
fn name_by_file(drafts: &mut [Draft], notes: &mut Vec<String>) {
    let lacks = |draft: &Draft| {
        let of_table = draft.above.is_some() || ["row", "line"].contains(&draft.origin.unit);
        !draft.ours && of_table && draft.is_untitled() && draft.called.is_none()
    };
    let all = drafts.len();
    let untitled = drafts.iter().filter(|draft| lacks(draft)).count();
    let source = drafts.iter().find(|draft| lacks(draft));
    let Some(source) = source.map(|draft| Arc::clone(&draft.origin.source)) else {
        return;
    };
    if untitled < LEAST || untitled * 2 < all {
        return;
    }
    let stem = stem(&source);
    let named = stem.iter().find(|part| names_day(part)).cloned();
    let named = named.or_else(|| listing::name_above(stem.iter().map(String::as_str), false));
    let Some(name) = named else {
        return;
    };
    for draft in drafts.iter_mut().filter(|draft| lacks(draft)) {
        draft.put("title", &name);
    }
    notes.push(format!(
        "{untitled} entries without a title are called “{name}”, like their file; --set title= says another"
    ));
}

/// “8M 2027”, “25N”: whether a text names a day of action by its number and the letter of its month.
fn names_day(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let number = word.trim_end_matches(|letter: char| letter.is_ascii_uppercase());
        word.len() == number.len() + 1
            && number.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
    })
}

/// The parts of a file's name that somebody has given: “8M 2027 - Sheet1.csv” without the sheet.
fn stem(source: &str) -> Vec<String> {
    let file = source.split(", sheet “").next().unwrap_or(source);
    let file = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = stem.split('(').next().unwrap_or(stem).replace('_', " ");
    let parts = stem.split(" - ").map(str::trim);
    parts
        .filter(|part| !part.is_empty() && !is_default(part))
        .map(str::to_owned)
        .collect()
}

/// Entries that are called by their places, or by what kind of action they are, because no title is found for them.
#[derive(Debug, Default)]
pub struct Untitled {
    placed: Vec<(&'static str, u64)>,
    of_kind: Vec<(&'static str, u64)>,
}

impl Untitled {
    /// Remembers an entry that has none; `of_kind`: it says what kind of action it is.
    pub fn add(&mut self, origin: &Origin, of_kind: bool) {
        let all = match of_kind {
            true => &mut self.of_kind,
            false => &mut self.placed,
        };
        all.push((origin.unit, origin.number));
    }

    /// Says which they are.
    pub fn said(self) -> impl Iterator<Item = String> {
        let all = [(self.placed, "place"), (self.of_kind, "kind of action")];
        all.into_iter().filter_map(|(entries, by)| {
            let which = which(entries)?;
            Some(format!(
                "{which}: no title is found, in the entry or above it, so it is called by its {by}; --set title= says another"
            ))
        })
    }
}

/// The numbers of entries, or how many they are.
fn which(mut entries: Vec<(&'static str, u64)>) -> Option<String> {
    /// A longer list of numbers tells no more than how many they are.
    const LONGEST: usize = 80;
    entries.sort_unstable();
    entries.dedup();
    let (unit, _) = *entries.first()?;
    let which = numbers(unit, entries.iter().map(|(_, number)| *number));
    Some(match which.len() <= LONGEST {
        true => which,
        false => format!("{} entries", entries.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Reading;

    #[track_caller]
    fn check(above: &str, titles: &[&str], expected: &[&str]) {
        let mut reading = Reading::default();
        for (number, title) in (1..).zip(titles) {
            let origin = Origin {
                source: "table.csv".into(),
                unit: "row",
                number,
            };
            let mut draft = Draft::new(origin, "row");
            draft.put("title", title);
            draft.put("city", "Leeds");
            reading.drafts.push(draft);
        }
        reading.stands_above(0, above.lines());
        let notes = name_rows(&mut reading.drafts);
        let found: Vec<&str> = reading
            .drafts
            .iter()
            .map(|draft| draft.text_of("title").unwrap_or_default())
            .collect();
        assert_eq!(found, expected, "{above}: {notes:?}");
        assert_eq!(notes.is_empty(), titles == expected, "{above}: {notes:?}");
    }

    #[test]
    fn rows_without_a_title_are_called_like_what_stands_above() {
        let name = "Walkouts for better schools";
        check(name, &["", "", ""], &[name; 3]);
        check(
            "Teachers' union\nWalkouts for better schools\nDates",
            &["", "", "Vigil"],
            &[name, name, "Vigil"],
        );
        check("Keep wards open", &["", "", ""], &["Keep wards open"; 3]);
        // Most rows have a title of their own: a heading that names no action is of something else.
        check("Keep wards open", &["", "A", "B"], &["", "A", "B"]);
        check("Blad1", &["", "", ""], &["", "", ""]);
        check(
            "Keep wards open\nSheet1",
            &["", "", ""],
            &["Keep wards open"; 3],
        );
        check("Dates", &["", "", ""], &["", "", ""]);
        check("", &["", "", ""], &["", "", ""]);
    }

    #[test]
    fn entries_that_are_called_by_their_places_are_said() {
        let said = |numbers: &[u64]| {
            let mut untitled = Untitled::default();
            for number in numbers {
                untitled.add(
                    &Origin {
                        source: "list.txt".into(),
                        unit: "line",
                        number: *number,
                    },
                    false,
                );
            }
            untitled.said().next()
        };
        assert_eq!(said(&[]), None);
        assert!(
            said(&[9, 5, 6, 6])
                .unwrap()
                .starts_with("lines 5–6, 9: no title")
        );
        let many: Vec<u64> = (1..200).map(|number| number * 3).collect();
        assert!(said(&many).unwrap().starts_with("199 entries: no title"));
    }
}
