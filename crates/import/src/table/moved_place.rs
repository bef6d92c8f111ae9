//! A remark that names the new place of the event of its row: “verlegt auf den Rudolfplatz”.

use crate::draft::Draft;
use crate::new_place;

/// Puts a new place into an entry; what is said of it. `None` where the old one is not apart from its city, or has a position.
pub(super) fn move_to(draft: &mut Draft, place: &str, remark: &str) -> Option<String> {
    if ["lat", "lon", "position"]
        .iter()
        .any(|field| draft.fields.contains_key(*field))
    {
        return None;
    }
    let before = match (draft.text_of("place"), draft.location.as_deref()) {
        (Some(before), _) => {
            let before = before.to_owned();
            draft.put("place", place);
            draft.fields.shift_remove("address");
            before
        }
        (None, Some(before)) => {
            let before = before.to_owned();
            let city = before.rsplit_once(',').map(|(_, city)| city.trim());
            let location = match city.filter(|city| new_place::is_city(city)) {
                Some(city) => format!("{place}, {city}"),
                None if draft.text_of("city").is_some() => place.to_owned(),
                None => return None,
            };
            draft.location = Some(location);
            before
        }
        (None, None) => return None,
    };
    Some(format!(
        "“{remark}”: its place is “{place}”, not “{before}”"
    ))
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::options::Options;

    #[test]
    fn a_new_place_is_that_of_the_row() {
        for (remark, expected) in [
            ("neuer Ort: Rudolfplatz", "Rudolfplatz"),
            ("NEW VENUE: Castle Green", "Castle Green"),
            ("장소변경: 관덕정 광장", "관덕정 광장"),
            ("mit Musik", "Neumarkt"),
            ("Neuer Ort!", "Neumarkt"),
            ("neuer Ort: Mainz", "-"),
        ] {
            let text = format!(
                "Datum;Uhrzeit;Stadt;Platz;Titel;Bemerkung\n2027-03-06;14:00;Köln;Neumarkt;Demo;{remark}\n"
            );
            let options = Options::new(chrono::NaiveDate::MIN);
            let read = read(&text, &"s.csv".into(), &options).unwrap();
            let draft = read.drafts.first();
            let place =
                draft.and_then(|draft| draft.text_of("place").or(draft.location.as_deref()));
            assert_eq!(place.unwrap_or("-"), expected, "{remark}");
        }
    }
}
