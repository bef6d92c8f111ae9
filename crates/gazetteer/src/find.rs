//! From a city's name to the city: one, several that it may be, or none.

mod abbreviated;
mod decide;
mod found;
mod inflected;
mod region;
mod search;

use crate::Gazetteer;
use crate::key::key;
use crate::place::Place;
pub use abbreviated::is_abbreviated;
use decide::places;
pub use found::{Context, DECISIVE, Found};
use search::Search;

impl Gazetteer {
    fn search(&self) -> Search<'_> {
        Search {
            all: self,
            decisive: Some(DECISIVE),
        }
    }

    /// Finds a city by its name in any language and script.
    ///
    /// Only places that lie in the country, and in the region where the gazetteer knows one of that
    /// name, are considered. Of several the largest is taken when it has [`DECISIVE`] times as many
    /// people as the next; one for which this is not its first name counts half. Names within a
    /// name are understood: “Washington, D.C.”, “Springfield, Illinois, USA”, “Biel/Bienne”,
    /// “Greater Manchester”, “Vilniuje”.
    pub fn find(&self, name: &str, context: &Context<'_>) -> Found<'_> {
        self.search().find(name, context)
    }

    /// Finds a place by the whole of a name, which is not taken apart.
    pub fn named(&self, name: &str, context: &Context<'_>) -> Found<'_> {
        self.search().exactly(name, context)
    }

    /// The largest place that has a name of several words beginning with these: `Monaco` begins “Monaco di Baviera”.
    pub fn begins(&self, name: &str) -> Option<&Place> {
        let beginning = key(name);
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
