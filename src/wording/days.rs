//! Days with how many events they have, and the texts of the timeline and the month view.

use chrono::NaiveDate;
use event_file::day::Span;
use listing::timeline::{Bar, Step, Timeline};

use super::Language;

/// “Saturday, November 4, 2023: 45 events”.
pub fn counted(span: Span, count: u32, language: &Language) -> String {
    let days = language.locale.days(span.first, span.last);
    counted_on(&days, count, language)
}

/// The same of days that are in words already.
pub fn counted_on(days: &str, count: u32, language: &Language) -> String {
    language.count("days.counted", count as usize, &[("days", days)])
}

/// What a timeline's bars stand for: “Events by week”.
pub fn by_step(timeline: &Timeline, language: &Language) -> String {
    let key = match timeline.step {
        Step::Day => "timeline.by_day",
        Step::Week => "timeline.by_week",
        Step::Months(1) => "timeline.by_month",
        Step::Months(3) => "timeline.by_quarter",
        Step::Months(_) => "timeline.by_years",
    };
    language.text(key, &[])
}

/// What is said of the bars from one to another: their days, and the count of a single one.
pub fn between(timeline: &Timeline, one: usize, other: usize, language: &Language) -> String {
    match (timeline.bars.get(one), timeline.span(one, other)) {
        (Some(Bar { span, count, .. }), _) if one == other => counted(*span, *count, language),
        (_, Some(span)) => language.locale.days(span.first, span.last),
        _ => String::new(),
    }
}

/// Letters that have room above a day on a phone.
const ROOM: usize = 6;

/// The weekdays of the week that begins on `first`, in full and in short: Persian and Arabic write them out in short too, and
/// have letters for them.
pub fn weekdays(first: NaiveDate, language: &Language) -> Vec<(String, String)> {
    let week = first.iter_days().take(7);
    let mut names: Vec<(String, String)> = week.map(|day| language.locale.weekday(day)).collect();
    if names.iter().any(|(_, short)| short.chars().count() > ROOM) {
        for ((_, short), day) in names.iter_mut().zip(first.iter_days()) {
            *short = language.locale.narrow_weekday(day);
        }
    }
    names
}
