//! How old a cached calendar is.

use chrono::NaiveDateTime;

use super::Language;
use crate::state::Cause;

/// “The calendar as of November 4, 14:00, since the network is not reached”; `at` is by the visitor's clock.
pub fn notice(at: NaiveDateTime, cause: Cause, language: &Language) -> String {
    let key = match cause {
        Cause::Unreached => "notice.offline",
        Cause::Broken => "notice.broken_copy",
        Cause::Emptied => "emptied.copy",
    };
    let (date, time) = written(at, language);
    language.text(key, &[("date", &date), ("time", &time)])
}

/// “The calendar is now empty. On November 4, 14:00 it had 36 events.”
pub fn emptied(at: NaiveDateTime, events: usize, language: &Language) -> String {
    let (date, time) = written(at, language);
    let had = language.count("emptied.had", events, &[("date", &date), ("time", &time)]);
    format!("{} {had}", language.text("emptied.title", &[]))
}

fn written(at: NaiveDateTime, language: &Language) -> (String, String) {
    let date = language.locale.short_day(at.date());
    (date, language.locale.time(at.time()))
}
