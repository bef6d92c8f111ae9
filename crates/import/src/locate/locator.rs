//! What finds places: the gazetteer, what an editor set for all entries, and what was found before.

use std::collections::HashMap;
use std::sync::Arc;

use gazetteer::{Gazetteer, Place};

/// Finds places, and remembers what it found.
pub struct Locator<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    /// By city, region and country as written.
    pub(super) found: HashMap<[String; 3], Vec<&'g Place>>,
    /// The largest place with a longer name that begins like a country's.
    pub(super) begun: HashMap<String, Option<&'g Place>>,
    /// How many people of its region live elsewhere, for each of a city, by country and name.
    pub(super) rest_of_region: HashMap<[String; 2], f64>,
    /// How names are spelled, each for the places that it means.
    pub(super) spelled: HashMap<String, Vec<(&'g Place, String)>>,
    /// Whether entries whose place is not found are taken without a position.
    pub(super) unplaced: bool,
    /// What every entry gets that has nothing there: names of fields and texts.
    pub(super) set: Vec<(String, String)>,
    /// Whether what each value came from is remembered.
    pub(super) explain: bool,
    /// The countries in which the entries of the source are.
    pub(super) home: Home,
    /// The cities of tables that stand only above them and their countries, by the texts there.
    pub(super) above: HashMap<Arc<str>, (String, String)>,
    /// The same for listings whose head alone names their city, by what stands there.
    pub(super) heads: HashMap<Arc<str>, HeadCity<'g>>,
    /// What is to be said of a city that was found among other words.
    pub(super) words_around: Option<String>,
}

impl<'g> Locator<'g> {
    /// Looks into a gazetteer.
    pub fn new(gazetteer: &'g Gazetteer, unplaced: bool, set: &[(String, String)]) -> Self {
        Self {
            gazetteer,
            found: HashMap::new(),
            begun: HashMap::new(),
            rest_of_region: HashMap::new(),
            spelled: HashMap::new(),
            unplaced,
            set: set.to_vec(),
            explain: false,
            home: Home::default(),
            above: HashMap::new(),
            heads: HashMap::new(),
            words_around: None,
        }
    }

    /// The same, remembering what each value came from.
    pub fn explaining(mut self, explain: bool) -> Self {
        self.explain = explain;
        self
    }
}

/// The city that the head of a listing names.
#[derive(Debug, Clone)]
pub(super) struct HeadCity<'g> {
    /// How the head spells it.
    pub(super) name: String,
    pub(super) place: &'g Place,
}

/// In which countries the entries of a source are.
#[derive(Debug, Default)]
pub struct Home {
    /// The one in which four of five entries are, if there is one (ISO 3166-1 alpha-2).
    pub(super) most: Option<String>,
    /// The one in which more than half of the entries are, and two at least.
    pub(super) majority: Option<String>,
    /// The one that has a town of nearly each name in the source, if there is one.
    pub(super) whole: Option<String>,
    /// Those with several entries, none of which may be in another of these countries.
    pub(super) sure: Vec<String>,
    /// Those with any such entry.
    pub(super) any: Vec<String>,
    /// Latitude and longitude of the entries whose place is certain.
    pub(super) positions: Vec<(f64, f64)>,
}
