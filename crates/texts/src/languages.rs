//! Which languages the interface speaks, and which of them a reader gets.

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The language of the interface for a reader who prefers `wanted`, best first: the first one spoken,
/// with subtags dropped from the end until one fits (RFC 4647, section 3.4, “lookup”), else English.
pub fn negotiate<'a>(wanted: impl IntoIterator<Item = &'a str>) -> &'static str {
    wanted.into_iter().find_map(spoken).unwrap_or("en")
}

/// The language of the interface that a BCP 47 tag asks for; `None` where it speaks none that fits.
pub fn spoken(wanted: &str) -> Option<&'static str> {
    let wanted = wanted.replace('_', "-");
    let mut range = wanted.as_str();
    loop {
        let found = LANGUAGES
            .iter()
            .find(|(code, _)| code.eq_ignore_ascii_case(range));
        if let Some((code, _)) = found {
            return Some(code);
        }
        range = range.rsplit_once('-')?.0;
    }
}

/// What a language (BCP 47) calls itself, for one that the interface speaks; else its tag.
pub fn own_name(language: &str) -> &str {
    let spoken = spoken(language);
    let mut known = LANGUAGES.iter();
    let known = known.find(|(code, _)| spoken == Some(code));
    known.map_or(language, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_names_itself() {
        for (language, expected) in [
            ("ar-EG", "العربية"),
            ("en", "English"),
            ("zh-Hant", "zh-Hant"),
        ] {
            assert_eq!(own_name(language), expected);
        }
    }

    #[test]
    fn the_first_language_spoken_wins() {
        for (wanted, expected) in [
            (vec![], "en"),
            (vec!["ar"], "ar"),
            (vec!["ar-EG", "en"], "ar"),
            (vec!["AR_ma"], "ar"),
            (vec!["en-GB", "ar"], "en"),
            (vec!["tlh", "x", "", "ar-Arab-PS"], "ar"),
            (vec!["arc"], "en"),
            (vec!["-", "tlh"], "en"),
            (vec!["pt-BR"], "pt"),
            (vec!["pt-PT", "es"], "pt"),
            (vec!["fa-AF"], "fa"),
            (vec!["fa-Arab-IR"], "fa"),
            (vec!["es-419"], "es"),
            (vec!["de-CH-1996"], "de"),
            (vec!["ur-PK"], "ur"),
            (vec!["ja-JP-u-ca-japanese"], "ja"),
            (vec!["zh", "id-ID", "en"], "id"),
            (vec!["zh-Hant-TW", "zh", "tr-TR"], "tr"),
            (vec!["zh"], "en"),
            (vec!["frr", "it"], "it"),
        ] {
            assert_eq!(negotiate(wanted.iter().copied()), expected, "{wanted:?}");
        }
    }
}
