//! How the calendar's language writes dates, times and numbers (CLDR, through ICU4X).
//!
//! Dates are Gregorian in every language, as in the event file and on every poster, with the Persian calendar's beside
//! them in Persian; digits are the language's own.

use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use icu_calendar::cal::Persian;
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{MD, T, YM, YMD, YMDE};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale as Tag;
use icu_plurals::{PluralCategory, PluralRules};
use icu_time::Time;

type Days = FixedCalendarDateTimeFormatter<Gregorian, YMDE>;

/// A language's way of writing. What the language has no rules for is written as ISO 8601 has it.
pub struct Locale {
    day: Option<Days>,
    /// In Persian alone.
    persian_day: Option<FixedCalendarDateTimeFormatter<Persian, YMD>>,
    short_day: Option<Days>,
    month_day: Option<FixedCalendarDateTimeFormatter<Gregorian, MD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    time: Option<NoCalendarFormatter<T>>,
    number: Option<DecimalFormatter>,
    plurals: Option<PluralRules>,
}

impl Locale {
    /// The way of a language, by its BCP 47 tag.
    pub fn new(tag: &str) -> Self {
        let tag: Tag = tag.parse().unwrap_or(Tag::UNKNOWN);
        Self {
            persian_day: (tag.id.language.as_str() == "fa")
                .then(|| FixedCalendarDateTimeFormatter::try_new(tag.clone().into(), YMD::long()))
                .and_then(Result::ok),
            day: Days::try_new(tag.clone().into(), YMDE::long()).ok(),
            short_day: Days::try_new(tag.clone().into(), YMDE::medium()).ok(),
            month_day: FixedCalendarDateTimeFormatter::try_new(tag.clone().into(), MD::medium())
                .ok(),
            month: FixedCalendarDateTimeFormatter::try_new(tag.clone().into(), YM::long()).ok(),
            time: NoCalendarFormatter::try_new(tag.clone().into(), T::hm()).ok(),
            number: DecimalFormatter::try_new(tag.clone().into(), Default::default()).ok(),
            plurals: PluralRules::try_new(tag.into(), Default::default()).ok(),
        }
    }

    /// A day in full: `Friday, November 3, 2023`. In Persian, the day of the Persian calendar follows in parentheses.
    pub fn day(&self, day: NaiveDate) -> String {
        let written = written(day, self.day.as_ref());
        match self.persian_day.as_ref().zip(gregorian(day)) {
            Some((format, day)) => {
                let persian = format.format(&day.to_calendar(Persian));
                format!("{written} ({persian})")
            }
            None => written,
        }
    }

    /// A day in short: `Fri, Nov 3, 2023`.
    pub fn short_day(&self, day: NaiveDate) -> String {
        written(day, self.short_day.as_ref())
    }

    /// A day without its year: `Nov 3`.
    pub fn month_day(&self, day: NaiveDate) -> String {
        let format = self.month_day.as_ref().zip(gregorian(day));
        let written = format.map(|(format, day)| format.format(&day).to_string());
        written.unwrap_or_else(|| day.format("%m-%d").to_string())
    }

    /// The month a day is in: `November 2023`.
    pub fn month(&self, day: NaiveDate) -> String {
        let format = self.month.as_ref().zip(gregorian(day));
        let written = format.map(|(format, day)| format.format(&day).to_string());
        written.unwrap_or_else(|| day.format("%Y-%m").to_string())
    }

    /// A time of day as a wall clock shows it: `2:00 PM`, `14:00`.
    pub fn time(&self, time: NaiveTime) -> String {
        let (hour, minute) = (time.hour() as u8, time.minute() as u8);
        let clock = Time::try_new(hour, minute, 0, 0).ok();
        let format = self.time.as_ref().zip(clock);
        let written = format.map(|(format, time)| format.format(&time).to_string());
        written.unwrap_or_else(|| time.format("%H:%M").to_string())
    }

    /// A whole number: `1,234`.
    pub fn number(&self, number: u64) -> String {
        let format = self.number.as_ref();
        let written = format.map(|format| format.format(&number.into()).to_string());
        written.unwrap_or_else(|| number.to_string())
    }

    /// The CLDR plural category of a number in this language.
    pub fn plural(&self, number: u64) -> &'static str {
        let rules = self.plurals.as_ref();
        match rules.map_or(PluralCategory::Other, |rules| rules.category_for(number)) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").finish_non_exhaustive()
    }
}

fn written(day: NaiveDate, format: Option<&Days>) -> String {
    let format = format.zip(gregorian(day));
    let written = format.map(|(format, day)| format.format(&day).to_string());
    written.unwrap_or_else(|| day.to_string())
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(day.year(), day.month() as u8, day.day() as u8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, day: &str, short: &str, month: &str, time: &str) {
        let (locale, date) = (Locale::new(tag), "2023-11-04".parse().unwrap());
        assert_eq!(locale.day(date), day);
        assert_eq!(locale.short_day(date), short);
        assert_eq!(locale.month(date), month);
        let found = locale.time("14:05:00".parse().unwrap());
        assert_eq!(found.replace('\u{202f}', " "), time);
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        check(
            "en",
            "Saturday, November 4, 2023",
            "Sat, Nov 4, 2023",
            "November 2023",
            "2:05 PM",
        );
        check(
            "de",
            "Samstag, 4. November 2023",
            "Sa., 04.11.2023",
            "November 2023",
            "14:05",
        );
        check(
            "fa",
            "شنبه ۴ نوامبر ۲۰۲۳ (۱۳ آبان ۱۴۰۲)",
            "شنبه ۴ نوامبر ۲۰۲۳",
            "نوامبر ۲۰۲۳",
            "۱۴:۰۵",
        );
    }

    #[test]
    fn every_language_of_the_interface_has_its_rules() {
        for (tag, _) in texts::LANGUAGES {
            let locale = Locale::new(tag);
            let day = locale.day("2023-11-04".parse().unwrap());
            assert!(!day.contains("2023-11-04"), "{tag}: {day}");
            assert!(locale.number.is_some() && locale.plurals.is_some(), "{tag}");
        }
        assert_eq!(Locale::new("ar").plural(3), "few");
        assert_eq!(Locale::new("de").number(12_345), "12.345");
    }

    #[test]
    fn an_unknown_language_still_gives_a_date() {
        for tag in ["", "tlh", "x", "no such tag"] {
            let day = Locale::new(tag).day("2023-11-04".parse().unwrap());
            assert!(day.contains("2023"), "{tag}: {day}");
        }
    }
}
