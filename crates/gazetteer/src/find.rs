//! From a city's name to the city: one, several that it may be, or none.

mod decide;
mod search;

use crate::Gazetteer;
#[cfg(doc)]
use crate::countries;
use crate::key::key;
use crate::place::Place;
use decide::places;
use search::Search;

/// How many times larger than every other place of its name one must be to be taken without more
/// being known.
pub const DECISIVE: u32 = 10;

/// What else is known of where a city lies.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// State or province, by name or code. One the gazetteer does not know is left out of account.
    pub region: Option<&'a str>,
    /// ISO 3166-1 alpha-2; see [`countries::code`] for names.
    pub country: Option<&'a str>,
}

/// What a name turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'g> {
    /// The place.
    One(&'g Place),
    /// Places it may be, the largest first; nothing decides.
    Several(Vec<&'g Place>),
    /// Nothing is called so there.
    None,
}

impl Gazetteer {
    /// Finds a city by its name in any language and script.
    ///
    /// Only places that lie in the country, and in the region where the gazetteer knows one of that
    /// name, are considered. Of several the largest is taken when it has [`DECISIVE`] times as many
    /// people as the next; one for which this is not its first name counts half. Names within a
    /// name are understood: “Washington, D.C.”, “Springfield, Illinois, USA”, “Biel/Bienne”,
    /// “Greater Manchester”.
    pub fn find(&self, name: &str, context: &Context<'_>) -> Found<'_> {
        let (all, decisive) = (self, Some(DECISIVE));
        Search { all, decisive }.find(name, context)
    }

    /// Finds a place by the whole of a name, which is not taken apart.
    pub fn named(&self, name: &str, context: &Context<'_>) -> Found<'_> {
        let (all, decisive) = (self, Some(DECISIVE));
        Search { all, decisive }.exactly(name, context)
    }

    /// The largest place that has a name of several words beginning with these: `Monaco` begins “Monaco di Baviera”.
    pub fn begins(&self, name: &str) -> Option<&Place> {
        let beginning = format!("{} ", key(name));
        let places = self.names.beginning(&beginning, |_| true);
        let places = places.filter_map(|(at, _)| self.places.get(at));
        places.max_by_key(|place| place.population)
    }

    /// Every place that [`Gazetteer::find`] considers, the largest first: what a city may be, whatever its size.
    pub fn called(&self, name: &str, context: &Context<'_>) -> Vec<&Place> {
        let (all, decisive) = (self, None);
        places(Search { all, decisive }.find(name, context))
    }
}
