//! Where distances are measured from, or why that is not known.

use super::Language;
use crate::{browser::geolocation::NoPosition, state::Origin};

/// What the visitor is to know while the nearest events come first.
pub fn message(
    waiting: bool,
    failure: Option<NoPosition>,
    origin: Option<&Origin>,
    language: &Language,
) -> String {
    let key = match (failure, origin) {
        _ if waiting => "near.waiting",
        (Some(NoPosition::Denied), _) => "near.denied",
        (Some(NoPosition::Unavailable), _) => "near.unavailable",
        (Some(NoPosition::Slow), _) => "near.slow",
        (None, None) => "near.from_where",
        (None, Some(Origin { city: None, .. })) => "near.from_here",
        (
            None,
            Some(Origin {
                city: Some(city), ..
            }),
        ) => return language.text("near.from_city", &[("city", city)]),
    };
    language.text(key, &[])
}
