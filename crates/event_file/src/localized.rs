//! An event's texts in the language a reader asked for, where the entry has them.

use crate::event::Event;
use crate::event::Translation;

/// A text and the language it is in, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Localized<'a> {
    /// The text, as written.
    pub text: &'a str,
    /// BCP 47; `None` when the file doesn't say.
    pub language: Option<&'a str>,
}

impl Event {
    /// The title, in `language` where there is a translation.
    pub fn title_in(&self, language: &str) -> Localized<'_> {
        self.pick(
            language,
            |translation| translation.title.as_deref(),
            Some(&self.title),
        )
        .unwrap_or(Localized {
            text: &self.title,
            language: None,
        })
    }

    /// The square or building, in `language` where there is a translation.
    pub fn place_in(&self, language: &str) -> Option<Localized<'_>> {
        self.pick(
            language,
            |translation| translation.place.as_deref(),
            self.place.as_deref(),
        )
    }

    /// The town, in `language` where there is a translation.
    pub fn city_in(&self, language: &str) -> Option<Localized<'_>> {
        self.pick(
            language,
            |translation| translation.city.as_deref(),
            self.city.as_deref(),
        )
    }

    /// The description, in `language` where there is a translation.
    pub fn description_in(&self, language: &str) -> Option<Localized<'_>> {
        self.pick(
            language,
            |translation| translation.description.as_deref(),
            self.description.as_deref(),
        )
    }

    /// The language (BCP 47) of the title that a reader of `language` is shown, where it is another and known: the event's,
    /// else that of its calendar.
    pub fn title_language<'a>(
        &'a self,
        language: &str,
        calendar: Option<&'a str>,
    ) -> Option<&'a str> {
        let title = self.title_in(language);
        let own = title.language.or(calendar);
        own.filter(|own| !title.text.is_empty() && !same_language(own, language))
    }

    fn pick<'a>(
        &'a self,
        language: &str,
        translated: impl Fn(&'a Translation) -> Option<&'a str>,
        original: Option<&'a str>,
    ) -> Option<Localized<'a>> {
        let original = original.map(|text| Localized {
            text,
            language: self.language.as_deref(),
        });
        if self
            .language
            .as_deref()
            .is_some_and(|own| same_language(own, language))
            && original.is_some()
        {
            return original;
        }
        let candidates = || {
            self.translations.iter().filter_map(|translation| {
                Some((translation.language.as_str(), translated(translation)?))
            })
        };
        candidates()
            .find(|(code, _)| code.eq_ignore_ascii_case(language))
            .or_else(|| candidates().find(|(code, _)| same_language(code, language)))
            .map(|(code, text)| Localized {
                text,
                language: Some(code),
            })
            .or(original)
    }
}

/// Whether two BCP 47 tags name the same primary language: `pt` and `pt-BR` do.
///
/// Source: RFC 5646, section 2.2.1; subtags compare without case.
pub fn same_language(one: &str, other: &str) -> bool {
    let primary = |tag: &str| {
        tag.split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    primary(one) == primary(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(own: Option<&str>, asked: &str, expected: &str, language: Option<&str>) {
        let translation = |language: &str, title: &str| Translation {
            language: language.into(),
            title: Some(title.into()),
            ..Translation::default()
        };
        let event = Event {
            title: "March".into(),
            language: own.map(Into::into),
            translations: vec![
                translation("pt-BR", "Marcha"),
                translation("ar", "مسيرة"),
                translation("en-GB", "Walk"),
            ],
            ..Event::default()
        };
        assert_eq!(
            event.title_in(asked),
            Localized {
                text: expected,
                language
            },
            "{own:?} asked in {asked}"
        );
    }

    #[test]
    fn a_reader_gets_the_own_language_where_there_is_one() {
        check(Some("en"), "ar", "مسيرة", Some("ar"));
        check(Some("en"), "AR-eg", "مسيرة", Some("ar"));
        check(Some("en"), "pt", "Marcha", Some("pt-BR"));
        check(Some("en"), "en-US", "March", Some("en"));
        check(Some("en"), "de", "March", Some("en"));
        check(None, "de", "March", None);
        check(None, "en", "Walk", Some("en-GB"));
    }

    #[test]
    fn a_title_in_another_language_is_known_as_such() {
        let check = |own: Option<&str>, calendar: Option<&str>, expected: Option<&str>| {
            let event = Event {
                title: "March".into(),
                language: own.map(Into::into),
                translations: vec![Translation {
                    language: "tr".into(),
                    title: Some("Yürüyüş".into()),
                    ..Translation::default()
                }],
                ..Event::default()
            };
            assert_eq!(event.title_language("de-AT", calendar), expected);
            assert_eq!(event.title_language("tr", calendar), None);
        };
        check(Some("en"), Some("de"), Some("en"));
        check(Some("de"), Some("en"), None);
        check(None, Some("en-GB"), Some("en-GB"));
        check(None, Some("de"), None);
        check(None, None, None);
    }

    #[test]
    fn what_a_translation_leaves_out_is_the_original() {
        let event = Event {
            city: Some("Lyon".into()),
            language: Some("fr".into()),
            translations: vec![Translation {
                language: "ar".into(),
                title: Some("مسيرة".into()),
                ..Translation::default()
            }],
            ..Event::default()
        };
        assert_eq!(
            event.city_in("ar"),
            Some(Localized {
                text: "Lyon",
                language: Some("fr")
            })
        );
        assert_eq!(event.place_in("ar"), None);
    }
}
