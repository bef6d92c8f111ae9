//! How dates, times, names and numbers are written.
//!
//! Dates are Gregorian in every language, as in the event file and on every poster, with the Persian calendar's beside
//! them in Persian; digits are the language's own.

use super::formatter::Style;

const fn date(options: &'static [(&'static str, &'static str)]) -> Style {
    Style {
        constructor: "DateTimeFormat",
        method: "format",
        options,
    }
}

/// `Friday, November 3, 2023`. Wall times have no zone: they are written as if they were UTC.
pub(super) static DAY: Style = date(&[
    ("timeZone", "UTC"),
    ("calendar", "gregory"),
    ("weekday", "long"),
    ("day", "numeric"),
    ("month", "long"),
    ("year", "numeric"),
]);

/// `۱۲ آبان ۱۴۰۲`: the day of the Persian calendar, without its weekday.
pub(super) static PERSIAN_DAY: Style = date(&[
    ("timeZone", "UTC"),
    ("calendar", "persian"),
    ("day", "numeric"),
    ("month", "long"),
    ("year", "numeric"),
]);

/// `Fri, Nov 3, 2023`.
pub(super) static SHORT_DAY: Style = date(&[
    ("timeZone", "UTC"),
    ("calendar", "gregory"),
    ("weekday", "short"),
    ("day", "numeric"),
    ("month", "short"),
    ("year", "numeric"),
]);

/// `Nov 3`.
pub(super) static MONTH_DAY: Style = date(&[
    ("timeZone", "UTC"),
    ("calendar", "gregory"),
    ("day", "numeric"),
    ("month", "short"),
]);

/// Which options a browser settles on.
pub(super) static OPTIONS: Style = Style {
    constructor: "DateTimeFormat",
    method: "resolvedOptions",
    options: &[],
};

/// `November 3 – 5, 2023`.
pub(super) static DAYS: Style = Style {
    constructor: "DateTimeFormat",
    method: "formatRange",
    options: &[
        ("timeZone", "UTC"),
        ("calendar", "gregory"),
        ("day", "numeric"),
        ("month", "long"),
        ("year", "numeric"),
    ],
};

/// `November 2023`.
pub(super) static MONTH: Style = date(&[
    ("timeZone", "UTC"),
    ("calendar", "gregory"),
    ("month", "long"),
    ("year", "numeric"),
]);

/// `Friday`.
pub(super) static WEEKDAY: Style = date(&[("timeZone", "UTC"), ("weekday", "long")]);

/// `Fri`.
pub(super) static SHORT_WEEKDAY: Style = date(&[("timeZone", "UTC"), ("weekday", "short")]);

/// `F`.
pub(super) static NARROW_WEEKDAY: Style = date(&[("timeZone", "UTC"), ("weekday", "narrow")]);

/// `2:00 PM`, `14:00`.
pub(super) static TIME: Style = date(&[("timeZone", "UTC"), ("timeStyle", "short")]);

/// The parts of a date with the name of its zone as it is called all year: `Eastern Time`.
pub(super) static ZONE_NAME: Style = parts(&[("timeZoneName", "longGeneric")]);

/// The same with the distance to UTC: `GMT-4`.
pub(super) static ZONE_OFFSET: Style = parts(&[("timeZoneName", "shortOffset")]);

const fn parts(options: &'static [(&'static str, &'static str)]) -> Style {
    Style {
        constructor: "DateTimeFormat",
        method: "formatToParts",
        options,
    }
}

/// The clock of a zone, for [`event_file::zone::shown_offset`].
pub(super) static CLOCK: Style = date(&[
    ("calendar", "gregory"),
    ("numberingSystem", "latn"),
    ("hourCycle", "h23"),
    ("year", "numeric"),
    ("month", "numeric"),
    ("day", "numeric"),
    ("hour", "2-digit"),
    ("minute", "2-digit"),
    ("second", "2-digit"),
]);

/// The name of a country; the short one where there are two.
pub(super) static SHORT_COUNTRY: Style = Style {
    constructor: "DisplayNames",
    method: "of",
    options: &[("type", "region"), ("style", "short"), ("fallback", "none")],
};

/// The full name of a country.
pub(super) static COUNTRY: Style = Style {
    constructor: "DisplayNames",
    method: "of",
    options: &[("type", "region"), ("fallback", "none")],
};

/// The name of a language.
pub(super) static LANGUAGE: Style = Style {
    constructor: "DisplayNames",
    method: "of",
    options: &[("type", "language"), ("fallback", "none")],
};

/// A number, with its digits grouped.
pub(super) static NUMBER: Style = Style {
    constructor: "NumberFormat",
    method: "format",
    options: &[],
};

/// `12 km`; the unit is an option of its own.
pub(super) static DISTANCE: Style = distance(&[("style", "unit"), ("maximumFractionDigits", "0")]);

/// `3.4 km`.
pub(super) static SHORT_DISTANCE: Style =
    distance(&[("style", "unit"), ("maximumFractionDigits", "1")]);

const fn distance(options: &'static [(&'static str, &'static str)]) -> Style {
    Style {
        constructor: "NumberFormat",
        method: "format",
        options,
    }
}

/// The plural category of a number.
pub(super) static PLURAL: Style = Style {
    constructor: "PluralRules",
    method: "select",
    options: &[],
};

/// `3 days ago`, `yesterday`.
pub(super) static AGO: Style = Style {
    constructor: "RelativeTimeFormat",
    method: "format",
    options: &[("numeric", "auto")],
};

/// `Germany, France, and Spain`.
pub(super) static LIST: Style = Style {
    constructor: "ListFormat",
    method: "format",
    options: &[("type", "conjunction")],
};

/// `Germany, France, or Spain`.
pub(super) static EITHER: Style = Style {
    constructor: "ListFormat",
    method: "format",
    options: &[("type", "disjunction")],
};

/// The order of the language's dictionaries, numbers in texts by their value.
pub(super) static COLLATION: Style = Style {
    constructor: "Collator",
    method: "compare",
    options: &[("sensitivity", "base"), ("numeric", "true")],
};
