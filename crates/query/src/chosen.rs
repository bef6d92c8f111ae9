//! Facets, and the values chosen of each.

use std::ops::{Index, IndexMut};

use fold::fold;

/// A field of which values can be chosen and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Facet {
    Country,
    Region,
    City,
    Kind,
    Tag,
    Organizer,
    Campaign,
    Series,
    Status,
    Language,
}

impl Facet {
    /// Every facet, in the order of the query string.
    pub const ALL: [Facet; 10] = [
        Facet::Country,
        Facet::Region,
        Facet::City,
        Facet::Kind,
        Facet::Tag,
        Facet::Organizer,
        Facet::Campaign,
        Facet::Series,
        Facet::Status,
        Facet::Language,
    ];

    /// The key in the query string.
    pub const fn key(self) -> &'static str {
        match self {
            Facet::Country => "country",
            Facet::Region => "region",
            Facet::City => "city",
            Facet::Kind => "kind",
            Facet::Tag => "tag",
            Facet::Organizer => "organizer",
            Facet::Campaign => "campaign",
            Facet::Series => "series",
            Facet::Status => "status",
            Facet::Language => "language",
        }
    }

    /// The facet of a key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }
}

/// The values chosen of each facet, as written in the link. Values of one facet are alternatives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen([Vec<String>; Facet::ALL.len()]);

impl Chosen {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// Every chosen value with its facet, in the order of the query string.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL
            .into_iter()
            .flat_map(|facet| self[facet].iter().map(move |value| (facet, value.as_str())))
    }

    /// Whether `value` is chosen, compared folded.
    pub fn contains(&self, facet: Facet, value: &str) -> bool {
        let value = fold(value);
        self[facet].iter().any(|chosen| fold(chosen) == value)
    }

    /// Chooses `value`; nothing happens when it is chosen already, or empty.
    pub fn insert(&mut self, facet: Facet, value: &str) {
        if !value.is_empty() && !self.contains(facet, value) {
            self[facet].push(value.to_owned());
        }
    }

    /// Takes `value` back, compared folded.
    pub fn remove(&mut self, facet: Facet, value: &str) {
        let value = fold(value);
        self[facet].retain(|chosen| fold(chosen) != value);
    }
}

impl Index<Facet> for Chosen {
    type Output = Vec<String>;

    fn index(&self, facet: Facet) -> &Vec<String> {
        &self.0[facet as usize]
    }
}

impl IndexMut<Facet> for Chosen {
    fn index_mut(&mut self, facet: Facet) -> &mut Vec<String> {
        &mut self.0[facet as usize]
    }
}
