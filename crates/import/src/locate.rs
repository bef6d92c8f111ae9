//! Where an entry is: checked, found in the gazetteer, with its zone. What is not certain is not taken.

mod above;
mod at_home;
mod city;
mod contradicts;
mod districts;
mod free;
mod glued;
mod head;
mod home;
mod home_country;
mod locator;
mod name;
mod named;
mod names;
mod outcome;
mod own_city;
mod parts;
mod placeless;
mod position;
mod postcode;
mod read;
mod reading;
mod readings;
mod reconcile;
mod region_as_city;
mod region_city;
mod regions;
mod titled;
mod venue;
mod venue_before;

use gazetteer::countries;

pub(super) use self::districts::{around_city, districts_called, is_short};
pub use self::locator::Locator;
pub(super) use self::names::decapitalised;
pub(super) use self::regions::holds;
pub(super) use self::venue::{is_kind_of_venue, is_part_of_country, without_designator};

use self::named::Named;
use self::outcome::keep_location;
use super::draft::{Draft, Reject};
use super::table::value::{self, keep};

impl Locator<'_> {
    /// Puts position, precision, country and zone to an entry, as far as they follow from what it says.
    ///
    /// # Errors
    /// It names a place that is not found, or that may be several.
    pub fn locate(&mut self, mut draft: Draft) -> Result<Draft, Box<Reject>> {
        if draft.ours {
            self.preset(&mut draft, |_| true);
            return Ok(draft);
        }
        // A country that the entry names in its text goes before the one that is set for all.
        let own_country = draft.fields.contains_key("country");
        self.preset(&mut draft, |field| field != "city" && field != "country");
        self.country(&mut draft);
        let given = position::given(&mut draft);
        self.words_around = None;
        let named = self.name(&mut draft, own_country);
        if let (Some(note), Named::Places(_)) = (self.words_around.take(), &named) {
            draft.notes.push(note);
        }
        let named = self.district_of_region(&mut draft, named);
        match self.reconcile(&mut draft, given, &named) {
            Some(at) => {
                if let Named::Unfound(..) = named {
                    keep_location(&mut draft);
                }
                self.town_of_title(&mut draft, at);
                self.around(&mut draft, at);
                Ok(draft)
            }
            None => self.at_city(draft, named, own_country),
        }
    }

    /// Puts what is set for all entries into one that has nothing there.
    fn preset(&self, draft: &mut Draft, wanted: impl Fn(&str) -> bool) {
        let positioned = ["lat", "lon"]
            .iter()
            .any(|field| draft.fields.contains_key(*field));
        for (field, text) in &self.set {
            let position = matches!(field.as_str(), "lat" | "lon" | "position");
            let has = draft.fields.contains_key(field) || position && positioned;
            match field.as_str() {
                field if has || !wanted(field) => {}
                "location" if draft.location.is_none() => draft.location = Some(text.clone()),
                "location" => {}
                field => value::put(draft, field, text),
            }
        }
    }

    /// A country by its code; what is no country's name is kept aside.
    fn country(&mut self, draft: &mut Draft) {
        let Some(written) = draft.text_of("country").map(str::to_owned) else {
            return;
        };
        match countries::code(&written) {
            Some(code) => {
                let other = self.other_of_name(draft, &written, code.as_str());
                draft.put("country", other.unwrap_or(code.as_str()));
            }
            None => {
                draft.fields.shift_remove("country");
                keep(draft, "country", &written);
                draft
                    .notes
                    .push(format!("“{written}” is no country that is known"));
            }
        }
    }

    /// Of two countries that are called alike (Congo, Korea), the one that is not meant by default, where only it has the
    /// entry's city.
    fn other_of_name(&mut self, draft: &Draft, written: &str, code: &str) -> Option<&'static str> {
        const ALIKE: [(&str, &str); 2] = [("CG", "CD"), ("KR", "KP")];
        let (_, other) = ALIKE.into_iter().find(|(one, _)| *one == code)?;
        // “Congo-Brazzaville”, “South Korea” and codes say which.
        let is_bare = written.trim().chars().all(char::is_alphabetic) && written.len() > 3;
        let city = draft.text_of("city").filter(|_| is_bare)?;
        let known = |country| free::Known {
            country: Some(country),
            region: None,
        };
        let there = self.places(city, known(code)).is_empty()
            && !self.places(city, known(other)).is_empty();
        there.then_some(other)
    }

    /// The code of the country that is set for all entries.
    fn set_country(&self) -> Option<String> {
        let (_, text) = self.set.iter().find(|(field, _)| field == "country")?;
        countries::code(text).map(|code| code.to_string())
    }
}

#[cfg(test)]
mod tests;
