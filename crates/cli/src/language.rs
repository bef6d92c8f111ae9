//! The languages the tool writes in: those of the page, whose texts and names of cities it has with it.

use texts::{LANGUAGES, PlaceNames, Words, negotiate};

use crate::failure::Failure;

/// A language's code, and its files of the page.
macro_rules! files {
    ($($code:literal)*) => {
        [$((
            $code,
            include_str!(concat!("../../../public/lang/", $code, ".json")),
            include_str!(concat!("../../../public/places/", $code, ".json")),
        )),*]
    };
}

/// The texts and names of cities but for English: its texts are in `texts` already, and event files have its names.
const FILES: [(&str, &str, &str); 11] =
    files!("ar" "de" "es" "fa" "fr" "id" "it" "ja" "pt" "tr" "ur");

/// The texts in the language `asked` for on the command line, else in that of the `link`, else in English.
///
/// # Errors
/// There are no texts in the language asked for on the command line.
pub fn words(asked: Option<&str>, link: Option<&str>) -> Result<Words, Failure> {
    let wanted = asked.or(link).unwrap_or("en");
    let code = negotiate([wanted]);
    if let Some((_, file, _)) = FILES.iter().find(|(language, ..)| *language == code) {
        return Words::with(code, file)
            .ok_or_else(|| Failure::new(format!("the texts in “{code}” are broken")));
    }
    let is_english = wanted.to_ascii_lowercase().split(['-', '_']).next() == Some("en");
    if asked.is_none() || is_english {
        return Ok(Words::english());
    }
    let codes: Vec<&str> = LANGUAGES.iter().map(|(code, _)| *code).collect();
    Err(Failure::new(format!("there are no texts in “{wanted}”"))
        .help(format!("use one of {}", codes.join(", "))))
}

/// What the language of these texts calls cities.
pub fn places(words: &Words) -> PlaceNames {
    let own = FILES.iter().find(|(code, ..)| *code == words.language());
    let names = own.and_then(|(_, _, file)| PlaceNames::read(file));
    names.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_are_called_what_the_language_calls_them() {
        let check = |code, expected| {
            let words = words(Some(code), None).unwrap();
            assert_eq!(places(&words).city(Some("FR"), "Lyon"), expected, "{code}");
        };
        check("ar", Some("ليون"));
        check("it", Some("Lione"));
        check("de", None);
        check("en", None);
    }

    #[test]
    fn every_language_of_the_page_is_there() {
        for (code, name) in LANGUAGES {
            let words = words(Some(code), None).unwrap();
            assert_eq!(words.text("language.name", &[]), name);
        }
    }

    #[test]
    fn a_link_in_an_unknown_language_is_read_in_english() {
        for (asked, link, expected) in [
            (None, None, Some("en")),
            (None, Some("tlh"), Some("en")),
            (None, Some("pt-BR"), Some("pt")),
            (Some("fa-AF"), Some("de"), Some("fa")),
            (Some("EN_gb"), None, Some("en")),
            (Some("tlh"), Some("de"), None),
        ] {
            let found = words(asked, link).ok();
            let found = found.as_ref().map(Words::language);
            assert_eq!(found, expected, "{asked:?} {link:?}");
        }
    }
}
