//! What an entry says, put into the fields of an event: links, place, title, the rest.

use event_file::event::Status;

use super::super::doubts::unknown_word;
use super::super::doubts::unread_hour::is_part_of_day;
use super::super::doubts::unread_words::{self, unread_remark};
use super::super::headings::name::cut_before_day;
use super::super::line::leftover::{is_loose_end, is_stage};
use super::super::line::words::{self, is_label};
use super::super::places::city_before::city_before;
use super::super::places::in_words::{ends_in, opening};
use super::super::places::is_short_weekday;
use super::super::places::location::Location;
use super::super::surroundings::Surroundings;
use super::action_place::{
    action_behind_space, is_beside, is_later, place_of_action, place_of_gathering,
};
use super::piece::{
    action_apart, ends_in_status, in_parentheses, is_about_event, is_correction, is_daily,
    is_online, is_remark, is_request, moved_from, promises_details, remark, without_label,
};
use super::said::Said;
use super::stated::{self, off_with_reason, put_remark, put_stated, takes_thing};
use crate::actions::is_action;
use crate::cancelled;
use crate::draft::Draft;
use crate::private::without_contacts;
use crate::vehicle_codes;

/// The longest text that may be the name of a place, in characters.
const LONGEST_PLACE: usize = 100;

/// A text of so few characters that says whether an entry takes place says nothing more.
const SHORT: usize = 25;

pub fn put_links(draft: &mut Draft, links: &[String]) {
    if let Some((first, rest)) = links.split_first() {
        draft.put("url", first);
        let links: Vec<serde_json::Value> = rest
            .iter()
            .map(|url| serde_json::json!({ "url": url }))
            .collect();
        if !links.is_empty() {
            draft.fields.insert("links".to_owned(), links.into());
        }
    }
}

pub fn put_location(draft: &mut Draft, location: &Location, around: &Surroundings<'_>) {
    match location {
        Location::At { text, .. } => {
            let has_own = text.contains(',') || vehicle_codes::behind(text).is_some();
            if let Some(country) = around.country.filter(|_| !has_own) {
                draft.put("country", country);
                draft.put("region", around.region.unwrap_or_default());
            } else if let (false, Some((country, region))) = (has_own, around.region_of_all)
                && around.places.lies_in(text, region, country)
            {
                draft.put("country", country);
                draft.put("region", region);
            }
            // “Stroud (CANCELLED)”.
            let (place, _) = remark(&text.replace('[', "(").replace(']', ")"));
            draft.location = Some(place);
        }
        Location::Several { .. } | Location::Doubtful(_) | Location::None => {
            if let Some(country) = around.country {
                draft.put("country", country);
            }
        }
    }
}

/// Puts texts where they belong: what names an action is the title, the first of the others the place, the next the
/// address, and the rest the description.
pub fn put_texts(draft: &mut Draft, said: &Said, location: &Location, texts: Vec<String>) {
    let mut more = Vec::new();
    let used = location.used();
    if !said.place.is_empty() {
        for part in &said.place {
            match (remark(part).1, unread_remark(part)) {
                (Some(words), _) => put_remark(draft, &words),
                (None, Some(words)) => unread_words::doubt_remark(draft, words),
                (None, None) => {}
            }
        }
        let place = said.place.join(", ");
        match used.iter().any(|used| said.place.contains(used)) {
            true => {
                let rest: Vec<String> = said
                    .place
                    .iter()
                    .filter(|part| !used.contains(part))
                    .cloned()
                    .collect();
                draft.put("place", rest.first().map_or("", String::as_str));
                draft.put("address", &rest.get(1..).unwrap_or_default().join(", "));
            }
            false => draft.put("place", &place),
        }
    }
    if !said.who.is_empty() {
        let who: Vec<serde_json::Value> = said.who.iter().map(|who| who.as_str().into()).collect();
        draft.fields.insert("organizers".to_owned(), who.into());
    }
    let leads: Vec<String> = said.lead.iter().flatten().cloned().collect();
    let mut contacts = false;
    let is_own = |text: &String| !leads.contains(text) && !used.contains(text);
    let has_own_place = texts
        .iter()
        .any(|text| is_own(text) && unread_words::names_place(text));
    for piece in texts {
        if used.contains(&piece) {
            continue;
        }
        // “Lyon place Bellecour”: the city is known.
        let piece = match location {
            Location::At { text, used } if used.is_empty() => {
                let is_city = |name: &str| name == text;
                city_before(&piece, &is_city).map_or(piece.clone(), |(_, rest)| rest.to_owned())
            }
            _ => piece,
        };
        // “A Bologna appuntamento”, “geht es weiter in Dresden”: of a sentence, whose place stands elsewhere.
        if let Location::At { text, used } = location
            && used.is_empty()
            && !is_action(&piece)
            && (opening(&piece, &|name: &str| name == text).is_some() || ends_in(&piece, text))
        {
            more.push(piece);
            continue;
        }
        let without = without_contacts(&piece);
        contacts |= without.is_some();
        let piece = without_label(without.as_deref().unwrap_or(&piece));
        let (piece, action) = match action_behind_space(&piece) {
            Some((place, action))
                if draft.text_of("title").is_none() && !leads.contains(&piece) =>
            {
                (place.to_owned(), Some(action.to_owned()))
            }
            _ => action_apart(&piece),
        };
        if let Some(action) = action.filter(|_| draft.text_of("title").is_none()) {
            draft.put("title", &action);
        }
        let piece = match moved_from(&piece) {
            Some((rest, before)) => {
                more.push(before.to_owned());
                rest
            }
            None => piece,
        };
        let (piece, remark) = remark(&piece);
        if let Some(remark) = remark {
            put_remark(draft, &remark);
            more.push(remark);
        }
        // “City Square *cancelled*”, “Market Place POSTPONED”.
        let apart = cancelled::in_title(&piece).filter(|(status, rest)| {
            let is_name = rest
                .chars()
                .any(|letter| letter.is_alphabetic() && !letter.is_lowercase());
            *status != Status::Tentative && *rest != piece && is_name && !leads.contains(&piece)
        });
        let piece = match apart {
            Some((status, rest)) => {
                draft.put("status", status.name());
                rest
            }
            None => piece,
        };
        let off = off_with_reason(&piece).filter(|_| !leads.contains(&piece));
        let piece =
            match off.map(|(named, rest, status)| (named.to_owned(), rest.to_owned(), status)) {
                Some((named, rest, status)) => {
                    more.extend(put_stated(draft, &rest, status));
                    named
                }
                None => piece,
            };
        let piece = match in_parentheses(&piece) {
            // “March 13 (Sat)”: the day is known.
            Some(inside) if is_short_weekday(inside) => continue,
            // “13 Uhr (Mariannenplatz)”; “kl. 14 (forventet), Torvet” is no place.
            Some(inside) if is_remark(inside) => {
                put_remark(draft, inside);
                more.push(inside.to_owned());
                continue;
            }
            Some(inside) => inside.to_owned(),
            None => piece,
        };
        if piece.is_empty() {
            continue;
        }
        // “View on Facebook” is the text of a link.
        if !leads.contains(&piece) && is_of_network(&piece) {
            more.push(piece);
            continue;
        }
        // “We meet again on Saturday”, which is no place.
        if !leads.contains(&piece)
            && !is_action(&piece)
            && cut_before_day(&piece, &draft.text)
                .is_some_and(|shorter| shorter.contains(' ') && !unread_words::names_place(shorter))
        {
            more.push(piece);
            continue;
        }
        // “nuevo horario, 18:30”.
        if is_correction(&piece) {
            more.push(piece);
            continue;
        }
        if !leads.contains(&piece) && !is_action(&piece) && takes_thing(draft, &piece) {
            more.push(piece);
            continue;
        }
        let has = |field: &str| draft.text_of(field).is_some();
        let has_place = has("place");
        let status = cancelled::status(&piece)
            .filter(|_| {
                piece.chars().count() <= SHORT || ends_in_status(&piece) || is_about_event(&piece)
            })
            .or_else(|| cancelled::begins(&piece))
            .or_else(|| stated::sure(&piece))
            .filter(|_| !leads.contains(&piece));
        if said.moved.as_ref() == Some(&piece) {
            draft.put("status", Status::Rescheduled.name());
        } else if let Some(status) = status {
            more.extend(put_stated(draft, &piece, status));
        } else if !has("title")
            && (leads.first() == Some(&piece) || is_action(&piece) && !is_beside(&piece))
        {
            match cancelled::in_title(&piece) {
                Some((status, title)) => {
                    draft.put("status", status.name());
                    draft.put("title", &title);
                }
                None => draft.put("title", &piece),
            }
            let place = place_of_action(&piece).filter(|place| {
                let is_city = matches!(location, Location::At { text, .. } if text.contains(place));
                !has_place && !is_city && !leads.contains(&piece)
            });
            draft.put("place", place.unwrap_or_default());
        } else if !has("place")
            && let Some(place) = place_of_gathering(&piece)
        {
            draft.put("place", place);
            more.push(piece);
        } else if is_part_of_day(&piece) {
            draft
                .notes
                .push(format!("“{piece}” is no hour: it has only its day"));
            more.push(piece);
        } else if piece.starts_with(['@', '※'])
            // “bei Regen fällt es aus”.
            || cancelled::is_condition(&piece) && cancelled::names_status(&piece)
            || is_loose_end(&piece)
            || is_later(&piece)
            || is_beside(&piece) && is_action(&piece)
            || is_daily(&piece)
            // “15 partenza”: an hour that is not read is no place.
            || is_stage(&piece)
                && piece.contains(|letter: char| letter.is_ascii_digit())
                && piece.split_whitespace().count() <= 3
            || promises_details(&piece)
            || has("place") && has("address")
            // A second line of words above the one with hour and place.
            || has("title") && has_own_place && leads.contains(&piece)
            || piece.chars().count() > LONGEST_PLACE
        {
            more.push(piece);
        } else if unknown_word::is_clause_beside(&piece, said, has("place")) {
            unknown_word::doubt_clause(draft, &piece);
            more.push(piece);
        } else if !matches!(location, Location::None)
            && !used.iter().any(|name| is_online(name))
            && !unknown_word::may_stand_for_status(&piece, said, &used, has("place"))
            && unread_words::is_unread(&piece)
        {
            unread_words::doubt(draft, &piece);
            more.push(piece);
        } else if !has("place") {
            unknown_word::doubt(draft, &piece, said, &used);
            draft.put("place", words::place(&piece));
        } else if said.place.is_empty() && !is_request(&piece) {
            draft.put("address", &piece);
        } else {
            more.push(piece);
        }
    }
    // People meet where their way begins.
    if let Some(route) = said
        .route
        .as_deref()
        .filter(|_| draft.text_of("place").is_none())
    {
        let start = place_of_gathering(route).unwrap_or(route);
        draft.put("place", words::place(start));
    }
    more.extend(said.loosely.iter().cloned());
    for note in said.notes.iter().filter(|note| !is_label(note)) {
        let without = without_contacts(note);
        contacts |= without.is_some();
        let note = without.unwrap_or_else(|| note.clone());
        more.extend(Some(note).filter(|note| !note.is_empty()));
    }
    if contacts {
        let note = "a telephone number or e-mail address in its text is left out: whoever wrote it may not want it published";
        draft.notes.push(note.to_owned());
    }
    draft.put("description", &more.join("\n"));
}

/// Whether a text names a social network: what a link says, and no place.
fn is_of_network(text: &str) -> bool {
    const NETWORKS: [&str; 7] = [
        "facebook",
        "instagram",
        "twitter",
        "telegram",
        "whatsapp",
        "eventbrite",
        "mastodon",
    ];
    let text = text.to_lowercase();
    NETWORKS.iter().any(|network| text.contains(network))
}
