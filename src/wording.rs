//! What the calendar knows, put into words of the page's language.

pub mod about;
pub mod by_country;
pub mod bytes;
pub mod days;
pub mod distance;
pub mod facet;
pub mod facts;
pub mod failure;
pub mod links;
pub mod marker;
pub mod place;
pub mod problem;
pub mod sentence;
pub mod status;
pub mod take;
pub mod time;

use leptos::prelude::*;
use texts::Words;

use crate::{
    browser::{intl::Locale, preferences},
    reactive::Held,
    state::Shared,
};

/// The interface language: its texts, and how it writes dates, numbers and names.
pub struct Language {
    /// BCP 47.
    pub code: String,
    /// The interface's texts.
    pub words: Words,
    /// Dates, numbers and names, through the browser.
    pub locale: Locale,
}

impl Language {
    /// A language with its texts.
    pub fn new(words: Words) -> Self {
        let code = words.language().to_owned();
        Self {
            locale: Locale::new(&preferences::regional(&code)),
            code,
            words,
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

/// The page's language, for components: reading it makes them follow a change.
#[derive(Clone, Copy)]
pub struct Spoken(Held<Shared<Language>>);

impl Spoken {
    /// Starts with `language`.
    pub fn new(language: Language) -> Self {
        Self(Held::new(Shared::new(language)))
    }

    /// Changes the language.
    pub fn speak(self, language: Language) {
        self.0.set(Shared::new(language));
    }

    /// The language now.
    pub fn current(self) -> Shared<Language> {
        self.0.get()
    }

    /// The BCP 47 code of the language now.
    pub fn code(self) -> String {
        self.0.with(|language| language.code.clone())
    }

    /// The text called `key`.
    pub fn text(self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// The text called `key`, which follows a change of the language. Every such text is of one
    /// type, so the code that keeps it up to date is in the page once.
    pub fn says(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || self.text(key))
    }

    /// The text called `key`, with values filled in.
    pub fn text_with(self, key: &str, values: &[(&str, &str)]) -> String {
        self.0.with(|language| language.text(key, values))
    }

    /// The text called `key` for `number` things.
    pub fn count(self, key: &str, number: usize) -> String {
        self.count_with(key, number, &[])
    }

    /// The text called `key` for `number` things, with more values filled in.
    pub fn count_with(self, key: &str, number: usize, values: &[(&str, &str)]) -> String {
        self.0.with(|language| language.count(key, number, values))
    }

    /// A number as the language writes it.
    pub fn number(self, number: usize) -> String {
        self.0
            .with(|language| language.locale.number(number as u64))
    }
}

/// The page's language, from a component's context.
pub fn use_language() -> Spoken {
    expect_context::<Spoken>()
}
