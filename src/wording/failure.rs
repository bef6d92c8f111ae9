//! Why there is nothing to show, and what a visitor can do.

use super::Language;
use crate::state::Failure;

/// What happened.
pub fn what(failure: &Failure, language: &Language) -> String {
    match failure {
        Failure::Network => language.text("failed.network", &[]),
        Failure::Status(404) => language.text("failed.missing", &[]),
        Failure::Status(status) => {
            language.text("failed.status", &[("status", &status.to_string())])
        }
        Failure::NotSameOrigin => language.text("failed.origin", &[]),
        Failure::Unreadable(reason) => reason.sentence(|key, values| language.text(key, values)),
    }
}

/// What to do about it.
pub fn advice(failure: &Failure, language: &Language) -> String {
    let key = match failure {
        Failure::Network => "failed.network_advice",
        Failure::NotSameOrigin => "failed.origin_advice",
        Failure::Status(_) | Failure::Unreadable(_) => "failed.host_advice",
    };
    language.text(key, &[])
}
