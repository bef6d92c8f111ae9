//! The files a list can be saved as.

use event_file::{Calendar, write};

use crate::{
    browser::intl::{self, IntlZones},
    wording::Language,
};

/// The kinds of file a list can be saved as.
#[derive(Clone, Copy)]
pub enum Format {
    /// For calendar apps.
    Ics,
    /// For spreadsheets.
    Csv,
    /// The event file.
    Json,
    /// For map programs.
    GeoJson,
}

impl Format {
    /// All of them, in the order offered.
    pub const ALL: [Format; 4] = [Format::Ics, Format::Csv, Format::Json, Format::GeoJson];

    /// The file's extension, also in the keys of its texts and in `data-action`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Ics => "ics",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::GeoJson => "geojson",
        }
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Format::Ics => "share.ics",
            Format::Csv => "share.csv",
            Format::Json => "share.json",
            Format::GeoJson => "share.geojson",
        }
    }

    /// Its media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Ics => "text/calendar;charset=utf-8",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
            Format::GeoJson => "application/geo+json",
        }
    }

    /// The events at these indices, written.
    pub fn write(self, calendar: &Calendar, events: &[u32], language: &Language) -> String {
        match self {
            Format::Ics => with_reader(language, |reader| {
                export::ics(calendar, events, intl::visitor_now().instant, reader)
            }),
            Format::Csv => export::csv(calendar, events),
            Format::Json => write(&export::chosen(calendar, events)),
            Format::GeoJson => export::geojson(calendar, events),
        }
    }
}

/// Calls `write` with what iCalendar takes from its reader: texts, names of countries, zones.
pub fn with_reader(
    language: &Language,
    write: impl FnOnce(export::Reader<'_>) -> String,
) -> String {
    write(export::Reader {
        words: &language.words,
        country: &|code| language.locale.country(code),
        zones: &IntlZones,
    })
}
