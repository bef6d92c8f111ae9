//! Reads what an entry says of its place into city, region, country and place.

use gazetteer::Place;

use super::free::{Known, Outcome};
use super::home_country::KNOWN_AT_HOME;
use super::locator::Locator;
use super::named::{Named, described, unfound};
use super::own_city::is_other;
use super::read::Read;
use super::{names, parts};
use crate::draft::Draft;
use crate::words;

impl<'g> Locator<'g> {
    /// Reads what an entry says of its place into city, region, country and place.
    pub(super) fn name(&mut self, draft: &mut Draft, own_country: bool) -> Named<'g> {
        if let Some(city) = draft.text_of("city").map(str::to_owned) {
            self.use_set_country(draft, own_country);
            let named = match self.city(draft, &city) {
                Named::Unfound(..) if self.is_district(draft, &city) => {
                    let region = draft.text_of("region").unwrap_or_default().to_owned();
                    self.city(draft, &region)
                }
                named => named,
            };
            self.beside_city(draft, &named);
            return named;
        }
        let place = draft.text_of("place").map(str::to_owned);
        let address = draft.text_of("address").map(str::to_owned);
        let location = draft.location.clone();
        let mut text = match (&location, &place, &address) {
            (Some(location), ..) => location.clone(),
            (None, Some(place), Some(address)) => format!("{place}, {address}"),
            (None, Some(one), None) | (None, None, Some(one)) => one.clone(),
            (None, None, None) => String::new(),
        };
        if is_online(&text) || text.starts_with("http") {
            online(draft, &text);
            self.use_set_country(draft, own_country);
            return Named::Nothing;
        }
        let known_region = draft.text_of("region").map(str::to_owned);
        let own = draft.text_of("country").map(str::to_owned);
        let mut outcome = self.read_in(&text, own.as_deref(), known_region.as_deref());
        // The name of a venue is the city only where its address names none.
        let mut whole = location.is_none();
        let settled =
            |outcome: &Outcome<'_>| matches!(outcome, Outcome::City { .. } | Outcome::Unsure(..));
        if let (Some(location), Some(place), false) = (&location, &place, settled(&outcome)) {
            text = format!("{place}, {location}");
            outcome = self.read_in(&text, own.as_deref(), known_region.as_deref());
            whole = is_city(&outcome);
        }
        // “Place du Capitole”, and beside it “Place du Capitole, 31000 Toulouse, France”.
        if let (Some(location), Some(address), false) = (&location, &address, settled(&outcome))
            && let Outcome::City {
                mut read,
                places,
                or_country,
                country,
            } = self.read_in(address, own.as_deref(), known_region.as_deref())
        {
            read.place = vec![location.replace(['\r', '\n'], " ")];
            outcome = Outcome::City {
                read,
                places,
                or_country,
                country,
            };
            text = address.clone();
        }
        if let (Some(location), Some(title), true, false) = (
            &location,
            draft.text_of("title"),
            draft.title_is_guessed,
            settled(&outcome),
        ) {
            let both = format!("{title}, {location}");
            let read = self.read_in(&both, own.as_deref(), known_region.as_deref());
            if is_city(&read) {
                draft.fields.shift_remove("title");
                draft.location = Some(both.clone());
                (text, outcome) = (both, read);
            }
        }
        if let (false, Some(set)) = (own_country, self.set_country()) {
            let says_country = matches!(
                &outcome,
                Outcome::City { country: true, .. } | Outcome::Country(_)
            );
            if !says_country {
                outcome = self.read_in(&text, Some(&set), known_region.as_deref());
                draft.put("country", &set);
            }
        }
        let of_region = match settled(&outcome) {
            true => None,
            // What an entry of a listing begins with may be a town that is not known.
            false => self.of_region(draft, location.as_deref().unwrap_or(&text)),
        };
        if let Some(city) = of_region {
            draft.put("city", &city);
            let named = self.city(draft, &city);
            self.beside_city(draft, &named);
            return named;
        }
        let set_city = self.set.iter().find(|(field, _)| field == "city");
        let set_city = set_city.map(|(_, city)| city.clone());
        let above = self.city_above(draft).filter(|_| set_city.is_none());
        let above = above.or_else(|| self.city_of_head(draft, &outcome));
        let (above, country_above) = above.unzip();
        // “Town Hall, Halifax” below “Actions in Leeds” is not in Canada.
        let is_open = match &outcome {
            Outcome::City { places, .. } => places.len() > 1,
            outcome => matches!(outcome, Outcome::Unsure(..)),
        };
        if let (Some(country), None, true) = (&country_above, &own, is_open) {
            outcome = self.read_in(&text, Some(country), known_region.as_deref());
        }
        let set_city = set_city.or(above);
        let Some(set_city) = set_city.filter(|city| !self.elsewhere(&text, city, draft, &outcome))
        else {
            return match outcome {
                Outcome::City {
                    mut read,
                    mut places,
                    mut or_country,
                    country,
                } => {
                    if whole {
                        draft.fields.shift_remove("place");
                        draft.fields.shift_remove("address");
                    }
                    let name = read.city.clone().unwrap_or_default();
                    // “Vitória/ES” is in Espírito Santo, and may be in Spain.
                    let bare =
                        own.is_none() && (!country && read.region.is_none() || places.len() > 1);
                    if bare && draft.text_of("country").is_none() {
                        places = self.or_at_home(draft, &name, places);
                        places = self.near_head(draft, places);
                        or_country = self.unless_home(or_country, &places);
                        if let Some(reason) = self.stray(&name, &places) {
                            let candidates = described(&places);
                            return Named::Unfound(reason, candidates);
                        }
                        read.country = match places[..] {
                            [only] => Some(only.country.to_string()),
                            _ => None,
                        };
                    }
                    read.put(draft);
                    self.settled(draft, &name, places, or_country)
                }
                outcome => unfound(draft, &text, outcome),
            };
        };
        if let (Some(country), None) = (country_above, draft.text_of("country")) {
            draft.put("country", &country);
        }
        draft.put("city", &set_city);
        let mut named = self.city(draft, &set_city);
        if let Named::Places(places) = &named
            && let [all] = places[..]
        {
            match self.city_of_title(draft, all) {
                Some(own) => {
                    draft.put("city", &own);
                    named = self.city(draft, &own);
                }
                None => self.doubt_city(draft, &outcome, all),
            }
        }
        self.beside_city(draft, &named);
        named
    }

    /// Whether a text surely names another city than the one that is set: with its country, its region or its postal
    /// code, or at its end, and not in the outskirts of the other.
    fn elsewhere(
        &mut self,
        text: &str,
        set: &str,
        draft: &mut Draft,
        outcome: &Outcome<'g>,
    ) -> bool {
        let Outcome::City {
            read,
            places,
            country,
            ..
        } = outcome
        else {
            return false;
        };
        let [place] = places[..] else { return false };
        let parts = parts::parts(text);
        let city = read.city.as_deref().unwrap_or_default();
        let named = |part: &parts::Part| names::same(&part.name, city);
        // What stands in brackets behind a venue is hardly another city: “College Green (Northside)”.
        let ends = |part: &parts::Part| named(part) && !part.bracketed;
        let at_end = parts.len() > 1 && parts.last().is_some_and(ends);
        let postal = parts.iter().any(|part| named(part) && part.postal);
        // A row that begins with its own city does not take the one above the table.
        let is_set = self.set.iter().any(|(field, _)| field == "city");
        let begins = !is_set
            && place.population >= KNOWN_AT_HOME
            && parts.iter().any(|part| named(part) && !part.bracketed);
        let sure = *country || read.region.is_some() || at_end || postal || begins;
        let code = draft.text_of("country").map(str::to_owned);
        let code = code.or_else(|| Some(self.city_above(draft)?.1));
        let known = Known {
            country: code.as_deref(),
            region: None,
        };
        let near = |own: &&Place| !is_other(place, own);
        let other = sure && !self.places(set, known).iter().any(near);
        if other {
            let how = if is_set { "is set" } else { "stands above" };
            draft.notes.push(format!(
                "its place names {}, not {set}, which {how}",
                place.name
            ));
        }
        other
    }

    pub(super) fn use_set_country(&self, draft: &mut Draft, own_country: bool) {
        if let (false, Some(set)) = (own_country, self.set_country()) {
            draft.put("country", &set);
        }
    }

    fn read_in(&mut self, text: &str, country: Option<&str>, region: Option<&str>) -> Outcome<'g> {
        let known = Known { country, region };
        match text.trim().is_empty() {
            true => Outcome::Unknown,
            false => match self.read(text, known) {
                Outcome::Unknown => match self.beside_venue(text, known) {
                    Outcome::Unknown => self.among_words(text, known),
                    outcome => outcome,
                },
                outcome => outcome,
            },
        }
    }

    /// What the text of a place says beside the city, which the entry names itself.
    fn beside_city(&mut self, draft: &mut Draft, named: &Named<'g>) {
        let Some(location) = draft.location.take() else {
            return;
        };
        let city = draft.text_of("city").unwrap_or_default().to_owned();
        let country = draft.text_of("country").map(str::to_owned);
        let known = Known {
            country: country.as_deref(),
            region: None,
        };
        let own = |places: &[&Place]| match named {
            Named::Places(own) => own
                .iter()
                .any(|own| places.iter().any(|place| names::same_place(own, place))),
            _ => false,
        };
        let read = match self.read(&location, known) {
            Outcome::City { read, places, .. } if own(&places) => read,
            _ => Read {
                place: vec![location.replace(['\r', '\n'], " ")],
                ..Read::default()
            },
        };
        if !names::same(&location, &city) {
            read.put_place(draft);
        }
        draft.location = Some(location);
    }
}

fn is_city(outcome: &Outcome<'_>) -> bool {
    matches!(outcome, Outcome::City { .. })
}

/// Whether a text says that an entry is online, and nothing else: “Online (Zoom)”.
fn is_online(text: &str) -> bool {
    let is = |text: &str| words::value(text) == Some("online");
    let all = || parts::parts(text);
    is(text) || all().iter().all(|part| is(&part.written)) && !all().is_empty()
}

/// An entry without a place: an address goes where streams and calls have theirs.
fn online(draft: &mut Draft, text: &str) {
    if text.starts_with("http") && draft.text_of("online").is_none() {
        draft.put("online", text);
    }
    draft.location = None;
    for field in ["place", "address"] {
        if draft.text_of(field).is_some_and(|own| text.contains(own)) {
            draft.fields.shift_remove(field);
        }
    }
    let kind = draft
        .fields
        .entry("kind")
        .or_insert_with(|| "online".into());
    if kind.as_str().is_some_and(str::is_empty) {
        *kind = "online".into();
    }
}
