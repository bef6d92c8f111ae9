//! The languages the tool writes in: those of the page, whose files it has with it.

use texts::{LANGUAGES, Words, negotiate};

use crate::failure::Failure;

/// The texts but for English, which are in `texts` already.
const FILES: [(&str, &str); 11] = [
    ("ar", include_str!("../../../public/lang/ar.json")),
    ("de", include_str!("../../../public/lang/de.json")),
    ("es", include_str!("../../../public/lang/es.json")),
    ("fa", include_str!("../../../public/lang/fa.json")),
    ("fr", include_str!("../../../public/lang/fr.json")),
    ("id", include_str!("../../../public/lang/id.json")),
    ("it", include_str!("../../../public/lang/it.json")),
    ("ja", include_str!("../../../public/lang/ja.json")),
    ("pt", include_str!("../../../public/lang/pt.json")),
    ("tr", include_str!("../../../public/lang/tr.json")),
    ("ur", include_str!("../../../public/lang/ur.json")),
];

/// The texts in the language `asked` for on the command line, else in that of the `link`, else in English.
///
/// # Errors
/// There are no texts in the language asked for on the command line.
pub fn words(asked: Option<&str>, link: Option<&str>) -> Result<Words, Failure> {
    let wanted = asked.or(link).unwrap_or("en");
    let code = negotiate([wanted]);
    if let Some((_, file)) = FILES.iter().find(|(language, _)| *language == code) {
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

#[cfg(test)]
mod tests {
    use super::*;

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
