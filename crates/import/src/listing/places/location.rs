//! Where an entry of a listing is, before it is looked up.

/// Where an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In one text, for the locator.
    At {
        /// The text.
        text: String,
        /// The texts of the entry that it was made of.
        used: Vec<String>,
    },
    /// The same in several cities.
    Several {
        /// Their names.
        cities: Vec<String>,
        /// The texts of the entry that name them.
        used: Vec<String>,
    },
    /// It may be at several places, and why.
    Doubtful(String),
    /// It says nothing of where it is.
    None,
}

impl Location {
    /// The texts of the entry that it was made of.
    pub fn used(&self) -> Vec<String> {
        match self {
            Location::At { used, .. } | Location::Several { used, .. } => used.clone(),
            _ => Vec::new(),
        }
    }

    /// In a city named within a sentence, which stays whole.
    pub fn within(city: &str) -> Self {
        Location::At {
            text: city.to_owned(),
            used: Vec::new(),
        }
    }

    pub fn at(texts: &[&str]) -> Self {
        Location::At {
            text: texts.join(", "),
            used: texts.iter().map(|text| (*text).to_owned()).collect(),
        }
    }
}
