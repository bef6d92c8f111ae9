//! What the calendar knows, put into words of the page's language.

pub mod about;
pub mod age;
pub mod by_country;
pub mod bytes;
pub mod change;
pub mod chip;
pub mod correction;
pub mod days;
pub mod directions;
pub mod distance;
pub mod facet;
pub mod facts;
pub mod failure;
pub mod links;
pub mod marker;
pub mod near;
pub mod place;
pub mod places;
pub mod problem;
#[cfg(test)]
mod samples;
pub mod sentence;
pub mod share;
pub mod stage;
pub mod status;
pub mod time;

use leptos::prelude::*;
use texts::{PlaceNames, Words};

use crate::{
    browser::{intl::Locale, preferences},
    state::{Pruned, Shared},
};

/// The interface language: its texts, and how it writes dates, numbers and names.
pub struct Language {
    /// BCP 47.
    pub code: String,
    /// The interface's texts.
    pub words: Words,
    /// What cities are called.
    pub places: PlaceNames,
    /// Dates, numbers and names, through the browser.
    pub locale: Locale,
}

impl Language {
    /// A language with its texts and its names of cities.
    pub fn new(words: Words, places: PlaceNames) -> Self {
        let code = words.language().to_owned();
        Self {
            locale: Locale::new(&preferences::regional(&code)),
            code,
            words,
            places,
        }
    }

    /// The text called `key`.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words.text(key, values)
    }

    /// The text called `key` for `number` things.
    pub fn count(&self, key: &str, number: usize, values: &[(&str, &str)]) -> String {
        let number = number as u64;
        self.words.count(
            key,
            &self.locale.plural(number),
            &self.locale.number(number),
            values,
        )
    }
}

/// The page's language, for components: what reads it follows a change.
#[derive(Clone, Copy)]
pub struct ActiveLanguage(Pruned<RwSignal<Shared<Language>>>);

impl ActiveLanguage {
    /// Starts with `language`.
    pub fn new(language: Language) -> Self {
        Self(Pruned::signal(Shared::new(language)))
    }

    /// Changes the language.
    pub fn set(self, language: Language) {
        self.0.set(Shared::new(language));
    }

    /// The language now.
    pub fn get(self) -> Shared<Language> {
        self.0.get()
    }

    /// The language now, for what does not follow a change.
    pub fn get_untracked(self) -> Shared<Language> {
        self.0.get_untracked()
    }

    /// The BCP 47 code of the language now.
    pub fn code(self) -> String {
        self.0.with(|language| language.code.clone())
    }

    /// The text called `key`.
    pub fn text(self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// The text called `key` as a signal, for a view. All of them are of one type, whose code is in the page once.
    pub fn label(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || self.text(key))
    }

    /// The text called `key`, with values filled in.
    pub fn text_with(self, key: &str, values: &[(&str, &str)]) -> String {
        self.0.with(|language| language.text(key, values))
    }

    /// The text called `key` for `number` things.
    pub fn count(self, key: &str, number: usize) -> String {
        self.0.with(|language| language.count(key, number, &[]))
    }

    /// A number as the language writes it.
    pub fn number(self, number: usize) -> String {
        self.0
            .with(|language| language.locale.number(number as u64))
    }
}

/// The page's language, from a component's context.
pub fn use_language() -> ActiveLanguage {
    expect_context::<ActiveLanguage>()
}
