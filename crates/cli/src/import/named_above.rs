//! What the rows of a table are called that have no title: as what stands above the table says.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::Draft;
use super::listing;

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
        let Some(name) = listing::name_above(above.lines(), any) else {
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
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::draft::{Origin, Reading};

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
        check("Dates", &["", "", ""], &["", "", ""]);
        check("", &["", "", ""], &["", "", ""]);
    }
}
