//! How old a cached calendar is.

use chrono::NaiveDateTime;

use super::Language;

/// “The calendar as of November 4, 14:00, since the network is not reached”; `at` is by the visitor's clock, and
/// `broken` says that the host gave something that is no event file.
pub fn notice(at: NaiveDateTime, broken: bool, language: &Language) -> String {
    let key = match broken {
        true => "notice.broken_copy",
        false => "notice.offline",
    };
    let date = language.locale.short_day(at.date());
    let time = language.locale.time(at.time());
    language.text(key, &[("date", &date), ("time", &time)])
}
