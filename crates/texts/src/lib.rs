//! The interface's own texts in one language, with English beneath.
//!
//! The files are `public/lang/<code>.json` in i18next's JSON v4: flat keys, `{{name}}` for what is
//! filled in, and one key for each plural category of the language (`key_one`, `key_few`, …).
//! <https://www.i18next.com/misc/json-format>

mod direction;
mod fill;
mod languages;
mod line;
mod places;
mod texts;

pub use direction::{Direction, direction};
pub use fill::isolated;
pub use languages::{LANGUAGES, negotiate, own_name, spoken};
pub use line::line;
pub use places::{PlaceNames, place_key};

use std::sync::OnceLock;

use texts::Texts;

/// English, which is always there: the fallback for a text another language lacks. Of `public/lang/en.json`, what the
/// page shows first.
const FIRST: &str = include_str!(concat!(env!("OUT_DIR"), "/first.json"));

/// The rest of the English texts.
static LATER: OnceLock<Texts> = OnceLock::new();

/// Adds the English texts that the page does without at first.
pub fn complete() {
    LATER.get_or_init(|| {
        Texts::read(include_str!(concat!(env!("OUT_DIR"), "/later.json"))).unwrap_or_default()
    });
}

/// The interface's texts in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    language: String,
    direction: Direction,
    own: Texts,
    english: Texts,
}

impl Words {
    /// The English texts, compiled in.
    pub fn english() -> Self {
        complete();
        Self::at_first()
    }

    /// The English texts; those that come later are not there before [`complete`] was called.
    pub fn at_first() -> Self {
        Self {
            language: "en".to_owned(),
            direction: Direction::LeftToRight,
            own: Texts::default(),
            english: Texts::read(FIRST).unwrap_or_default(),
        }
    }

    /// The texts of `language` (BCP 47) from the text of its file, English where it lacks one;
    /// `None` if `json` is no JSON object.
    pub fn with(language: &str, json: &str) -> Option<Self> {
        Some(Self {
            language: language.to_owned(),
            direction: direction(language),
            own: Texts::read(json)?,
            ..Self::at_first()
        })
    }

    /// The language, BCP 47.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The text called `key`, with `{{name}}` replaced by the value of `name`.
    ///
    /// A text missing in this language is the English one; missing there too, it is the key.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.fill(self.find(key).unwrap_or(key), values)
    }

    /// The text called `key` for a number of things: the form for the CLDR plural `category` of
    /// that number in this language (`zero one two few many other`), else the form `other`.
    ///
    /// `number` is the number as it is to be shown, written `{{count}}` in the text.
    pub fn count(
        &self,
        key: &str,
        category: &str,
        number: &str,
        values: &[(&str, &str)],
    ) -> String {
        let form = self.files().find_map(|texts| {
            [category, "other"]
                .into_iter()
                .find_map(|category| texts.get(&format!("{key}_{category}")))
        });
        let values = [&[("count", number)], values].concat();
        self.fill(form.unwrap_or(key), &values)
    }

    /// Whether there is a text called `key`, in this language or in English: for names that come
    /// from the event file, such as a kind, and may be unknown.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    fn find(&self, key: &str) -> Option<&str> {
        self.files().find_map(|texts| texts.get(key))
    }

    /// Where a text is looked for, in that order.
    fn files(&self) -> impl Iterator<Item = &Texts> {
        [Some(&self.own), Some(&self.english), LATER.get()]
            .into_iter()
            .flatten()
    }

    fn fill(&self, text: &str, values: &[(&str, &str)]) -> String {
        fill::fill(text, values, self.direction)
    }
}

#[cfg(test)]
mod tests;
