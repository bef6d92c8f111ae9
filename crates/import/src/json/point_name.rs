//! What the name of a point on a map is, beside a title: a town, a square, both, or that it is called off.

use gazetteer::{Context, Gazetteer, kilometres};

use crate::actions::is_action;
use crate::cancelled;
use crate::draft::Draft;
use crate::locate::is_kind_of_venue;
use crate::when::streets;

/// As near to its town, in kilometres, a point lies.
const NEAR: f64 = 15.0;
/// As many people live in a town that is the whole of a part of a name, and in one that ends it.
const TOWN: u32 = 1_000;
const CITY: u32 = 15_000;

/// The most words of a name of a place that has no word for what it is: “Colón y Cañada”.
const MOST_WORDS: usize = 5;

/// What a name turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Place,
    Town,
    Title,
}

/// Takes the names of points apart: “Dijon – place de la Libération” is a town and a place in it. Where most are called after
/// places, so are those whose words tell nothing.
pub fn settle(drafts: &mut [Draft]) {
    let names: Vec<Is> = drafts.iter_mut().map(take_apart).collect();
    let places = names.iter().filter(|is| **is == Is::Place).count();
    let towns = names.iter().filter(|is| **is == Is::Town).count();
    if places < 2 || places * 2 < names.len() - towns {
        return;
    }
    for (draft, is) in drafts.iter_mut().zip(names) {
        if is == Is::Title && !has_place(draft) {
            let title = draft.text_of("title").map(str::to_owned);
            if let Some(name) = title.filter(|title| may_be_place(title)) {
                draft.fields.shift_remove("title");
                draft.put("place", &name);
                draft.notes.push(format!(
                    "“{name}” is taken for its place, as other points are called after theirs"
                ));
            }
        }
    }
}

fn has_place(draft: &Draft) -> bool {
    draft.text_of("place").is_some() || draft.location.is_some()
}

/// Whether a name without a word for a place may be one.
fn may_be_place(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let is_capital = name.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase());
    is_capital
        && words <= MOST_WORDS
        && !is_action(name)
        && !name.contains(['!', '?', '“', '"', '«'])
}

/// Takes the name of a point apart.
fn take_apart(draft: &mut Draft) -> Is {
    let Some(title) = draft.text_of("title").map(str::to_owned) else {
        return Is::Title;
    };
    let number = |field: &str| draft.fields.get(field)?.as_f64();
    let at = number("lat").zip(number("lon"));
    let (mut town, mut place, mut status) = (None, None, None);
    let mut rest: Vec<&str> = Vec::new();
    for part in parts(&title) {
        if town.is_none() && at.is_some_and(|at| is_town(part, at, TOWN)) {
            town = Some(part);
        } else if place.is_none() && is_place(part) {
            place = Some(part);
        } else if status.is_none() && cancelled::status_alone(part).is_some() {
            status = cancelled::status_alone(part);
        } else {
            rest.push(part);
        }
    }
    // “Corteo nazionale Milano”.
    let ends = at
        .filter(|_| town.is_none())
        .and_then(|at| town_at_end(&title, at));
    if let Some(town) = town.or(ends)
        && draft.text_of("city").is_none()
    {
        draft.put("city", town);
    }
    if place.is_some() && has_place(draft) {
        // “Rassemblement pour le logement” below “place de la Libération”.
        let own = draft.text_of("place").or(draft.location.as_deref());
        let own = own.filter(|own| is_action(own)).map(str::to_owned);
        let Some(own) = own.filter(|_| rest.is_empty()) else {
            return Is::Title;
        };
        draft.location = draft.location.take().filter(|location| *location != own);
        draft.put("place", place.unwrap_or_default());
        draft.put("title", &own);
        return Is::Place;
    }
    if town.is_none() && place.is_none() {
        return Is::Title;
    }
    if let Some(status) = status.filter(|_| draft.text_of("status").is_none()) {
        draft.put("status", status.name());
    }
    draft.put("place", place.unwrap_or_default());
    match rest.is_empty() {
        true => {
            draft.fields.shift_remove("title");
        }
        // What is left may begin with the comma of an address.
        false => draft.put("title", &rest.join(" – ")),
    }
    match place.is_some() {
        true => Is::Place,
        false => Is::Town,
    }
}

/// The parts of a name between dashes, commas and colons.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = vec![name];
    for mark in [" - ", " – ", " — ", ": ", ", ", " | "] {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(mark))
            .collect();
    }
    let parts = parts.into_iter().map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

fn is_place(part: &str) -> bool {
    (streets::is_called(part) || is_kind_of_venue(part)) && !is_action(part)
}

/// Whether a town of a name is where a point lies.
fn is_town(name: &str, (lat, lon): (f64, f64), least: u32) -> bool {
    let any = Context {
        country: None,
        region: None,
    };
    let named = name.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase());
    let mut called = Gazetteer::embedded().called(name, &any).into_iter();
    named
        && called.any(|place| {
            place.population >= least && kilometres(lat, lon, place.lat, place.lon) <= NEAR
        })
}

/// The name of the town of a point at the end of its name.
fn town_at_end(name: &str, at: (f64, f64)) -> Option<&str> {
    const LONGEST: usize = 3;
    let starts = name.match_indices(char::is_whitespace).rev().take(LONGEST);
    let mut ends = starts.filter_map(|(before, space)| name.get(before + space.len()..));
    ends.find(|end| is_town(end, at, CITY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Origin;

    /// The city, place and title of points of these names in Leeds.
    #[track_caller]
    fn check(points: &[(&str, [&str; 3])]) {
        let origin = Origin {
            source: "m.kml".into(),
            unit: "item",
            number: 1,
        };
        let draft = |name: &str| {
            let mut draft = Draft::new(origin.clone(), name);
            draft.put("title", name);
            draft.fields.insert("lat".to_owned(), 53.8.into());
            draft.fields.insert("lon".to_owned(), (-1.549).into());
            draft
        };
        let mut drafts: Vec<Draft> = points.iter().map(|(name, _)| draft(name)).collect();
        settle(&mut drafts);
        for (draft, (name, expected)) in drafts.iter().zip(points) {
            let found = ["city", "place", "title"].map(|field| draft.text_of(field).unwrap_or("-"));
            assert_eq!(found, *expected, "{name}");
        }
    }

    #[test]
    fn the_name_of_a_point_is_a_town_a_place_or_a_title() {
        check(&[
            ("Leeds", ["Leeds", "-", "-"]),
            ("Leeds – City Square", ["Leeds", "City Square", "-"]),
            ("Leeds: March for wards", ["Leeds", "-", "March for wards"]),
            (
                "March for wards Leeds",
                ["Leeds", "-", "March for wards Leeds"],
            ),
            ("March for wards", ["-", "-", "March for wards"]),
            ("York", ["-", "-", "York"]),
            ("Briggate and Headrow", ["-", "-", "Briggate and Headrow"]),
        ]);
        check(&[
            ("Victoria Square", ["-", "Victoria Square", "-"]),
            ("Market Place", ["-", "Market Place", "-"]),
            ("Briggate and Headrow", ["-", "Briggate and Headrow", "-"]),
            ("March for wards", ["-", "-", "March for wards"]),
        ]);
    }
}
