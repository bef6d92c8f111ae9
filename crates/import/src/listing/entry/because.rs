//! For `--explain`: which words of a listing the values of an event came from.

use super::super::surroundings::{Heading, Surroundings};
use super::said::Group;
use crate::draft::Draft;

/// Remembers for each value of an event the words it came from. `text` is that of the entry.
pub fn because(draft: &mut Draft, group: &Group, text: &str, around: &Surroundings<'_>) {
    let mut when: Vec<String> = Vec::new();
    if group.days.is_none()
        && let Some(Heading::Day { line, .. }) = around.day
    {
        when.push(above(line));
    }
    when.extend(group.words.iter().map(|words| format!("“{words}”")));
    draft.explain("start", when.join(", "));
    if draft.end.is_some() {
        draft.explain("end", when.join(", "));
    }
    if let Some(location) = draft.location.clone() {
        let words = match around.city {
            Some(city) if !text.contains(&location) => above(city),
            _ => format!("“{location}”"),
        };
        draft.explain("city", words);
    }
    for field in ["title", "place", "address", "description", "status"] {
        if let Some(value) = draft.text_of(field) {
            let words = match field {
                "status" => format!("“{text}”"),
                _ => format!("“{value}”"),
            };
            draft.explain(field, words);
        }
    }
    if around.country.is_some()
        && let Some(country) = draft.text_of("country").map(str::to_owned)
    {
        draft.explain(
            "country",
            format!("{country}, the country of the heading above"),
        );
    }
}

fn above(line: &str) -> String {
    format!("the heading above, “{line}”")
}
