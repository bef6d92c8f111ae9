//! Writing dates, times, names and numbers the way a language does.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};
use js_sys::{Array, Reflect};
use listing::ago::{Unit, ago};
use wasm_bindgen::{JsCast, JsValue};

use super::formatter::{Argument, Formatter, Style, milliseconds};
use super::{styles, week, written};

/// A language's way of writing, by its BCP 47 tag. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    tag: Arc<str>,
}

impl Locale {
    /// The way `tag` writes; a tag the browser does not know writes ISO text, with English plurals.
    pub fn new(tag: &str) -> Self {
        Self { tag: tag.into() }
    }

    /// A day in full: `Friday, November 3, 2023`. In Persian, the day of the Persian calendar follows in parentheses.
    pub fn day(&self, day: NaiveDate) -> String {
        let number = day.num_days_from_ce() as u64;
        let written = self
            .cached(number, &styles::DAY, date(day))
            .unwrap_or_else(|| day.to_string());
        let is_persian = self.tag.split('-').next() == Some("fa");
        let persian = is_persian.then(|| self.cached(number, &styles::PERSIAN_DAY, date(day)));
        match persian.flatten() {
            Some(persian) => format!("{written} ({persian})"),
            None => written,
        }
    }

    /// A day in short: `Fri, Nov 3, 2023`.
    pub fn short_day(&self, day: NaiveDate) -> String {
        self.write(&styles::SHORT_DAY, &[date(day)])
            .unwrap_or_else(|| day.to_string())
    }

    /// A day without its weekday and year: `Nov 3`.
    pub fn month_day(&self, day: NaiveDate) -> String {
        self.write(&styles::MONTH_DAY, &[date(day)])
            .unwrap_or_else(|| day.to_string())
    }

    /// From one day to another: `November 3 – 5, 2023`.
    pub fn days(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            return self.day(first);
        }
        self.write(&styles::DAYS, &[date(first), date(last)])
            .unwrap_or_else(|| format!("{} – {}", self.short_day(first), self.short_day(last)))
    }

    /// The month a day is in: `November 2023`.
    pub fn month(&self, day: NaiveDate) -> String {
        self.write(&styles::MONTH, &[date(day)])
            .unwrap_or_else(|| day.to_string().chars().take(7).collect())
    }

    /// The weekday of a day, in full and in short: `Friday`, `Fri`.
    pub fn weekday(&self, day: NaiveDate) -> (String, String) {
        let written = |style| {
            self.write(style, &[date(day)])
                .unwrap_or_else(|| day.to_string())
        };
        (written(&styles::WEEKDAY), written(&styles::SHORT_WEEKDAY))
    }

    /// The weekday of a day in a letter or two: `F`.
    pub fn narrow_weekday(&self, day: NaiveDate) -> String {
        self.write(&styles::NARROW_WEEKDAY, &[date(day)])
            .unwrap_or_else(|| day.to_string())
    }

    /// A country's full name, which may be the one of [`Locale::country`].
    pub fn full_country(&self, code: &str) -> Option<String> {
        self.write(&styles::COUNTRY, &[Argument::Text(code)])
    }

    /// The first day of the week where the language is spoken.
    pub fn first_weekday(&self) -> Weekday {
        week::first_weekday(&self.tag)
    }

    /// A time of day as a wall clock shows it: `2:00 PM`, `14:00`.
    pub fn time(&self, time: NaiveTime) -> String {
        let number = u64::from(time.num_seconds_from_midnight());
        // With the nanoseconds of a leap second it would be the minute after.
        let time = time.with_nanosecond(0).unwrap_or(time);
        let moment = moment(NaiveDate::default().and_time(time));
        self.cached(number, &styles::TIME, moment)
            .unwrap_or_else(|| time.to_string().chars().take(5).collect())
    }

    /// A zone's name and its distance to UTC at a moment: `Eastern Time (GMT-4)`.
    pub fn zone(&self, zone: &str, at: DateTime<Utc>) -> String {
        let part = |style| self.zone_part(style, zone, at);
        let name = part(&styles::ZONE_NAME).unwrap_or_else(|| zone.to_owned());
        match part(&styles::ZONE_OFFSET) {
            // A zone without a name of its own is named after its offset: `GMT+03:00`.
            Some(offset) if offset == name || name.contains(char::is_numeric) => offset,
            Some(offset) => format!("{name} ({offset})"),
            None => name,
        }
    }

    /// A country's name by its ISO 3166-1 alpha-2 code; `None` for a code that is no country's.
    ///
    /// CLDR's short name (“Palestine”), unless that is an abbreviation (“US”, “R.-U.”): then the full one.
    pub fn country(&self, code: &str) -> Option<String> {
        let &[first, second] = code.as_bytes() else {
            return None;
        };
        let number = u64::from(first) << 8 | u64::from(second);
        let short = self.cached(number, &styles::SHORT_COUNTRY, Argument::Text(code))?;
        if short.chars().count() > 2 && !short.contains('.') {
            return Some(short);
        }
        Some(
            self.cached(number, &styles::COUNTRY, Argument::Text(code))
                .unwrap_or(short),
        )
    }

    /// A language's name by its BCP 47 tag; the tag itself when nobody calls it anything.
    pub fn language(&self, tag: &str) -> String {
        self.write(&styles::LANGUAGE, &[Argument::Text(tag)])
            .unwrap_or_else(|| tag.to_owned())
    }

    /// A whole number: `1,234`.
    pub fn number(&self, number: u64) -> String {
        self.of_number(number, &styles::NUMBER)
            .unwrap_or_else(|| number.to_string())
    }

    /// The CLDR plural category of a number in this language: `zero one two few many other`.
    pub fn plural(&self, number: u64) -> String {
        self.of_number(number, &styles::PLURAL)
            .unwrap_or_else(|| if number == 1 { "one" } else { "other" }.to_owned())
    }

    /// How long before `now` something was, roughly: `yesterday`, `3 days ago`.
    pub fn ago(&self, then: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let (amount, unit) = ago(then, now);
        self.relative(amount, unit)
    }

    /// So many units from now, negative in the past: `in 7 days`, `tomorrow`.
    pub fn relative(&self, amount: i64, unit: Unit) -> String {
        let unit = match unit {
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        self.write(
            &styles::AGO,
            &[Argument::Number(amount as f64), Argument::Text(unit)],
        )
        .unwrap_or_else(|| format!("{amount} {unit}"))
    }

    /// A distance in a unit of ECMA-402 (`kilometer`, `mile`), more exact when it is short: `3.4 km`.
    pub fn distance(&self, amount: f64, unit: &str) -> String {
        let style = match amount < 10.0 {
            true => &styles::SHORT_DISTANCE,
            false => &styles::DISTANCE,
        };
        Formatter::cached(style, &self.tag, Some(("unit", unit)))
            .and_then(|formatter| formatter.write(&[Argument::Number(amount)]))
            .unwrap_or_else(|| format!("{} {unit}", amount as i64))
    }

    /// The region of the tag, ISO 3166-1 alpha-2, where it names one: `GB` of `en-GB`.
    pub fn region(&self) -> Option<&str> {
        let mut parts = self.tag.split('-').skip(1);
        parts.find(|part| part.len() == 2)
    }

    /// Several things in one phrase: `Germany and France`.
    pub fn list(&self, things: &[String]) -> String {
        self.write(&styles::LIST, &[Argument::Texts(things)])
            .unwrap_or_else(|| things.join(", "))
    }

    /// Several things of which any one will do: `Germany or France`.
    pub fn either(&self, things: &[String]) -> String {
        self.write(&styles::EITHER, &[Argument::Texts(things)])
            .unwrap_or_else(|| things.join(", "))
    }

    /// The indices of texts in the order of the language's dictionaries; those of none last.
    pub fn in_order(&self, texts: &[Option<&str>]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by(|one, other| match (texts[*one], texts[*other]) {
            (Some(one), Some(other)) => self.compare(one, other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        order
    }

    /// The order of two texts in the language's dictionaries.
    fn compare(&self, one: &str, other: &str) -> Ordering {
        self.formatter(&styles::COLLATION)
            .and_then(|collation| {
                collation
                    .ask(&[Argument::Text(one), Argument::Text(other)])?
                    .as_f64()
            })
            .and_then(|order| order.partial_cmp(&0.0))
            .unwrap_or_else(|| one.cmp(other))
    }

    fn write(&self, style: &'static Style, arguments: &[Argument<'_>]) -> Option<String> {
        self.formatter(style)?.write(arguments)
    }

    fn of_number(&self, number: u64, style: &'static Style) -> Option<String> {
        self.cached(number, style, Argument::Number(number as f64))
    }

    /// What `thing`, known by a number, is called in a style; asked for once.
    fn cached(&self, number: u64, style: &'static Style, thing: Argument<'_>) -> Option<String> {
        let write = &mut || self.write(style, &[thing]);
        written::cached(number, style, &self.tag, write)
    }

    fn formatter(&self, style: &'static Style) -> Option<Formatter> {
        Formatter::cached(style, &self.tag, None)
    }

    fn zone_part(&self, style: &'static Style, zone: &str, at: DateTime<Utc>) -> Option<String> {
        let formatter = Formatter::cached(style, &self.tag, Some(("timeZone", zone)))?;
        let parts: Array = formatter.ask(&[milliseconds(at)])?.dyn_into().ok()?;
        let member =
            |part: &JsValue, name: &str| Reflect::get(part, &name.into()).ok()?.as_string();
        parts
            .iter()
            .find(|part| member(part, "type").as_deref() == Some("timeZoneName"))
            .and_then(|part| member(&part, "value"))
    }
}

fn date(day: NaiveDate) -> Argument<'static> {
    moment(day.and_time(NaiveTime::MIN))
}

/// A wall time as the moment at which UTC shows it.
fn moment(clock: NaiveDateTime) -> Argument<'static> {
    milliseconds(clock.and_utc())
}
