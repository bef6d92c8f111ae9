//! Years and months of other calendars: Buddhist, Persian, Islamic, Japanese eras.

use chrono::NaiveDate;
use icu_calendar::{Date, Iso};

use super::names::Named;
use super::written::Form;

/// Why a year is not read.
pub const OTHER: &str = "its year is of another calendar";

/// A year of the Gregorian calendar; one of the Thai Buddhist era (2566) is 543 years ahead. `None` for what can be
/// neither.
pub fn gregorian(year: u32) -> Option<u32> {
    match year {
        1900..2200 => Some(year),
        2500..2700 => Some(year - 543),
        _ => None,
    }
}

/// The year before the first of Reiwa, in Japan.
pub const REIWA: u32 = 2018;

/// The year before the first of the calendar of Taiwan (Minguo).
pub const MINGUO: u32 = 1911;

/// What a Japanese era's or the Republic of China's name adds to its years.
pub fn era(name: &str) -> Option<u32> {
    match name {
        "令和" => Some(REIWA),
        "平成" => Some(1988),
        "昭和" => Some(1925),
        "民国" | "民國" => Some(MINGUO),
        _ => None,
    }
}

/// A day of the Persian or Islamic calendar, in years of that calendar; `None` when it is more likely a word.
pub fn foreign(month: Named, day: u32, year: Option<u32>) -> Option<Form> {
    match (month, year) {
        (Named::Persian(month), Some(year @ 1300..1500)) => Some(persian(year, month, day)),
        (Named::Persian(month), None) if (1..=31).contains(&day) => {
            Some(Form::Persian { month, day })
        }
        (Named::Islamic(_), Some(1300..1600)) => Some(Form::Unread(
            "days of the Islamic calendar depend on the country: write the Gregorian date",
        )),
        _ => None,
    }
}

/// A day of the Persian calendar.
pub fn persian(year: u32, month: u32, day: u32) -> Form {
    let parts = (u8::try_from(month), u8::try_from(day));
    let (Ok(month), Ok(day)) = parts else {
        return Form::NoDay;
    };
    let date = Date::try_new_persian(year.cast_signed(), month, day);
    date.map_or(Form::NoDay, |date| {
        let iso = date.to_calendar(Iso);
        let day = NaiveDate::from_ymd_opt(
            iso.year().extended_year(),
            iso.month().ordinal.into(),
            iso.day_of_month().0.into(),
        );
        day.map_or(Form::NoDay, Form::Day)
    })
}

/// Years of the Persian calendar that are hardly of another: 2001 to 2046.
const PERSIAN: std::ops::RangeInclusive<u32> = 1380..=1425;

/// A day in numbers, with its year or without; the year may be of the Persian or the Thai Buddhist era.
pub fn day_of(year: Option<u32>, month: u32, day: u32) -> Form {
    if let Some(year) = year.filter(|year| PERSIAN.contains(year)) {
        return persian(year, month, day);
    }
    let year = match year.map(gregorian) {
        Some(None) => return Form::Unread(OTHER),
        Some(year) => year,
        None => None,
    };
    // A leap year, for want of one.
    let written = NaiveDate::from_ymd_opt(year.unwrap_or(2000).cast_signed(), month, day);
    match (written, year) {
        (None, _) => Form::NoDay,
        (Some(day), Some(_)) => Form::Day(day),
        (Some(_), None) => Form::NoYear { month, day },
    }
}
