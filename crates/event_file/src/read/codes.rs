//! Fields whose text is a code: ids, languages, status, precision.

use std::borrow::Cow;

use super::scope::Reading;
use crate::event::{Precision, Status};
use crate::problem::ProblemKind;

/// An id: the unreserved characters of RFC 3986, so that it needs no encoding in an address.
pub(super) fn id(text: &str) -> Reading<Cow<'_, str>> {
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

/// Whether a text is an id.
fn is_id(text: &str) -> bool {
    text.bytes().all(fits_id)
}

fn fits_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~' | b'-')
}

/// A language tag by its form (BCP 47, RFC 5646, section 2.1, without the registry).
pub(super) fn language(text: &str) -> Reading<Cow<'_, str>> {
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
fn is_language(text: &str) -> bool {
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

/// One of a list of known words; differences in case, spaces and underscores are ignored.
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

fn plain(text: &str) -> String {
    text.trim().to_ascii_lowercase().replace([' ', '_'], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Ok` with what it is read as, `Err` with the suggestion.
    #[track_caller]
    fn check(
        read: fn(&str) -> Reading<Cow<'_, str>>,
        text: &str,
        expected: Result<&str, Option<&str>>,
    ) {
        let found = match read(text) {
            Reading::Good(value) | Reading::Lenient(value, ..) => Ok(value.into_owned()),
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
        fn name(text: &str) -> Reading<Cow<'_, str>> {
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
