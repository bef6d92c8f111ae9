//! Fields whose text is a code: ids, zones, languages, status, precision.

use super::scope::Reading;
use crate::event::{Precision, Status, Text};
use crate::problem::ProblemKind;

/// An id: the unreserved characters of RFC 3986, so that it can stand in an address as it is.
pub(super) fn id(text: &str) -> Reading<Text> {
    if is_id(text) {
        return Reading::Good(text.into());
    }
    let words: Vec<&str> = text
        .split(|c| !u8::try_from(c).is_ok_and(fits_id))
        .filter(|word| !word.is_empty())
        .collect();
    let write = text.is_ascii() && !words.is_empty();
    Reading::Bad(ProblemKind::IdForm, write.then(|| words.join("-")))
}

/// Whether it is an id as it stands.
pub(super) fn is_id(text: &str) -> bool {
    text.bytes().all(fits_id)
}

fn fits_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~' | b'-')
}

/// A zone id by its form (the names in use are for the zone rules to know), as the tz database's
/// theory file has it.
pub(super) fn timezone(text: &str) -> Reading<Text> {
    if is_zone(text) {
        return Reading::Good(text.into());
    }
    let tidy = text.trim().replace(' ', "_");
    Reading::Bad(
        ProblemKind::NotAZone,
        (tidy.contains('/') && is_zone(&tidy)).then_some(tidy),
    )
}

/// Whether it has the form of a zone id.
pub(super) fn is_zone(text: &str) -> bool {
    let part = |part: &[u8]| {
        part.first().is_some_and(u8::is_ascii_alphabetic)
            && part
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+'))
    };
    let bytes = text.as_bytes();
    // “UTC+2” and “GMT+1” are what people write, but mean nothing there, or the contrary.
    let signed = bytes.contains(&b'+') && !text.starts_with("Etc/");
    bytes.len() <= 64 && !signed && bytes.split(|byte| *byte == b'/').all(part)
}

/// A language tag by its form (BCP 47, RFC 5646, section 2.1, without the registry).
pub(super) fn language(text: &str) -> Reading<Text> {
    if is_language(text) {
        return Reading::Good(text.into());
    }
    let tidy = text.trim().replace('_', "-");
    Reading::Bad(
        ProblemKind::NotALanguage,
        is_language(&tidy).then_some(tidy),
    )
}

/// Whether it has the form of a language tag.
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let first_fits = first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && ((2..=8).contains(&first.len()) || matches!(first, "x" | "i") && text.len() > 2);
    first_fits
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Whether it takes place.
pub(super) fn status(text: &str) -> Reading<Status> {
    if plain(text) == "canceled" {
        let write = Some("cancelled".to_owned());
        return Reading::Lenient(Status::Cancelled, ProblemKind::Spelling, write);
    }
    word(&Status::ALL, text).unwrap_or(Reading::Bad(ProblemKind::UnknownStatus, None))
}

/// How exactly the position is known.
pub(super) fn precision(text: &str) -> Reading<Precision> {
    word(&Precision::ALL, text).unwrap_or(Reading::Bad(ProblemKind::UnknownPrecision, None))
}

/// One of a list of known words; capitals, spaces and underscores are seen through.
pub(super) fn word<T: Clone>(known: &[(&'static str, T)], text: &str) -> Option<Reading<T>> {
    let named = |text: &str| known.iter().find(|(name, _)| *name == text);
    if let Some((_, value)) = named(text) {
        return Some(Reading::Good(value.clone()));
    }
    // Longer texts are no known word; they need not be copied to see it.
    let short = text.len() <= 64;
    let (name, value) = named(&short.then(|| plain(text))?)?;
    Some(Reading::Lenient(
        value.clone(),
        ProblemKind::Spelling,
        Some((*name).to_owned()),
    ))
}

/// Whether a word is spelled as the format spells its words: capitals, spaces and underscores say nothing in it.
pub(super) fn is_plain(text: &str) -> bool {
    let other = |byte: u8| byte.is_ascii_uppercase() || matches!(byte, b' ' | b'_');
    !text.bytes().any(other) && text.trim() == text
}

fn plain(text: &str) -> String {
    text.trim().to_ascii_lowercase().replace([' ', '_'], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Ok` with what it is read as, `Err` with the suggestion.
    #[track_caller]
    fn check<T>(read: fn(&str) -> Reading<T>, text: &str, expected: Result<&str, Option<&str>>)
    where
        T: Into<String>,
    {
        let found = match read(text) {
            Reading::Good(value) | Reading::Lenient(value, ..) => Ok(value.into()),
            Reading::Bad(_, write) => Err(write),
        };
        let found = found.as_deref().map_err(|write| write.as_deref());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn ids() {
        check(id, "lyon-2023-11-04", Ok("lyon-2023-11-04"));
        check(id, "a.b_c~D-9", Ok("a.b_c~D-9"));
        check(id, "lyon 4/11", Err(Some("lyon-4-11")));
        check(id, "ليون", Err(None));
        check(id, "//", Err(None));
    }

    #[test]
    fn zones() {
        for zone in [
            "Europe/Paris",
            "America/Argentina/Buenos_Aires",
            "UTC",
            "Etc/GMT+5",
            "America/Port-au-Prince",
        ] {
            check(timezone, zone, Ok(zone));
        }
        check(timezone, "America/New York", Err(Some("America/New_York")));
        for wrong in [
            "+02:00",
            "UTC+2",
            "GMT+1",
            "Paris time",
            "Europe/",
            "/Paris",
            "Europe/Zürich",
        ] {
            check(timezone, wrong, Err(None));
        }
    }

    #[test]
    fn languages() {
        for tag in ["ar", "pt-BR", "zh-Hant-TW", "es-419", "x-klingon"] {
            check(language, tag, Ok(tag));
        }
        check(language, "pt_BR", Err(Some("pt-BR")));
        for wrong in ["e", "x", "en-", "العربية", "Brazilian Portuguese"] {
            check(language, wrong, Err(None));
        }
    }

    #[test]
    fn words() {
        fn name(text: &str) -> Reading<Text> {
            let named = |status: Status| status.name().into();
            match status(text) {
                Reading::Good(status) => Reading::Good(named(status)),
                Reading::Lenient(status, kind, write) => {
                    Reading::Lenient(named(status), kind, write)
                }
                Reading::Bad(kind, write) => Reading::Bad(kind, write),
            }
        }
        check(name, "cancelled", Ok("cancelled"));
        check(name, "Canceled", Ok("cancelled"));
        check(name, "MOVED_ONLINE", Ok("moved-online"));
        check(name, "abgesagt", Err(None));
    }
}
