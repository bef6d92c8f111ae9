//! The names of months, days of the week and parts of the day that the importer reads, from CLDR.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::sources::Sources;

/// The languages whose dates are read; what CLDR has for their regions and scripts belongs to them.
const LANGUAGES: &[&str] = &[
    "af", "ar", "az", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa",
    "fi", "fil", "fr", "ga", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka",
    "ko", "lt", "lv", "mk", "ms", "nb", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
    "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh",
];

/// The keys of the days of the week, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A line for each month, day and part of the day of a language: language, what is named, its names; parted by tabs.
///
/// # Errors
/// Names the file of CLDR that is missing or not as expected.
pub fn lines(sources: &Sources) -> Result<String> {
    let mut lines = String::from(
        "# Made by `cargo xtask data gazetteer` from Unicode CLDR 48 (cldr-dates-full, cldr-cal-islamic-full).\n",
    );
    let locales = sources.names("cldr-dates-full/main")?;
    for language in LANGUAGES {
        let own = locales.iter().filter(|locale| {
            let rest = locale.strip_prefix(language);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        let mut names = Names::default();
        for locale in own {
            let calendar = |package: &str, name: &str| {
                let file = format!("{package}/main/{locale}/ca-{name}.json");
                let value = sources.npm(&file)?;
                let path = format!("/main/{locale}/dates/calendars/{name}");
                value.pointer(&path).cloned().context(file)
            };
            let gregorian = calendar("cldr-dates-full", "gregorian")?;
            names.months("month", &gregorian, &["wide", "abbreviated"]);
            names.days(&gregorian);
            names.parts(&gregorian);
            names.months(
                "islamic",
                &calendar("cldr-cal-islamic-full", "islamic")?,
                &["wide"],
            );
        }
        lines.push_str(&names.lines(language));
    }
    Ok(lines)
}

/// The names of a language: what is named, in order, and how.
#[derive(Default)]
struct Names(Vec<(String, BTreeSet<String>)>);

impl Names {
    fn add(&mut self, named: String, name: &str) {
        // Numbers are read as numbers, and a letter alone may be anything but in scripts of syllables.
        let name = name.trim();
        let short = name.chars().filter(|letter| letter.is_alphabetic()).count() < 2;
        if name.is_empty()
            || name.contains(|letter: char| letter.is_numeric())
            || short && name.is_ascii()
        {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| *known == named) {
            Some((_, names)) => {
                names.insert(name.to_owned());
            }
            None => self.0.push((named, BTreeSet::from([name.to_owned()]))),
        }
    }

    fn months(&mut self, called: &str, calendar: &Value, widths: &[&str]) {
        for context in ["format", "stand-alone"] {
            for width in widths {
                for number in 1..=12 {
                    let name = format!("/months/{context}/{width}/{number}");
                    if let Some(name) = calendar.pointer(&name).and_then(Value::as_str) {
                        self.add(format!("{called} {number}"), name);
                    }
                }
            }
        }
    }

    fn days(&mut self, calendar: &Value) {
        for context in ["format", "stand-alone"] {
            for width in ["wide", "abbreviated"] {
                for (number, day) in (1..).zip(DAYS) {
                    let name = format!("/days/{context}/{width}/{day}");
                    if let Some(name) = calendar.pointer(&name).and_then(Value::as_str) {
                        self.add(format!("day {number}"), name);
                    }
                }
            }
        }
    }

    /// Only as they stand beside an hour, in full: alone, “Morgen” is tomorrow, and “de.” is many things.
    fn parts(&mut self, calendar: &Value) {
        let parts = calendar
            .pointer("/dayPeriods/format/wide")
            .and_then(Value::as_object);
        // In the order of their keys, whichever order the reader of JSON keeps.
        let parts: BTreeMap<_, _> = parts.into_iter().flatten().collect();
        for (part, name) in parts {
            let part = part.trim_end_matches(|letter: char| letter.is_ascii_digit());
            let part = match part {
                "am" | "am-alt-variant" | "morning" => "am",
                "pm" | "pm-alt-variant" | "afternoon" | "evening" => "pm",
                other => other,
            };
            let name = name.as_str().unwrap_or_default();
            let letters = name.chars().filter(|letter| letter.is_alphabetic());
            // Two Latin letters (“de.”, “em”) are words of other languages.
            let short =
                letters.clone().count() <= 2 && letters.clone().all(|letter| letter < '\u{250}');
            if !short || matches!(name, "AM" | "PM" | "a.m." | "p.m.") {
                self.add(part.to_owned(), name);
            }
        }
    }

    fn lines(self, language: &str) -> String {
        let lines = self.0.into_iter().map(|(named, names)| {
            let names: Vec<String> = names.into_iter().collect();
            format!("{language}\t{named}\t{}\n", names.join("\t"))
        });
        lines.collect()
    }
}
