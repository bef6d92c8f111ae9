//! What every part of the site is made from: the input, the language, and the page each event is on.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use event_file::Event;
use event_file::instant::instant;
use export::{event_path, moment};
use listing::over::is_over;

use crate::change::{self, Record};
use crate::input::Input;
use crate::locale::Locale;

/// How long an event has a page of its own after its last day.
const OWN_PAGE: Months = Months::new(12);

/// The input, and what is worked out of it once.
pub(crate) struct Context<'a> {
    pub(crate) input: Input<'a>,
    pub(crate) locale: Locale,
    /// What changed lately.
    pub(crate) record: Record,
    /// The page each event is on, in the order of the file.
    pub(crate) pages: Vec<EventPage>,
    /// When each event last changed, as far as is known: as the file says, as was seen, else when the calendar did.
    pub(crate) changed: Vec<DateTime<Utc>>,
    /// When each event begins, in seconds since 1970, for sorting; `None` without a date.
    pub(crate) moments: Vec<Option<i64>>,
}

/// The page that an event is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventPage {
    /// On a page of its own, in this folder.
    Own(String),
    /// On the page of the month it began in.
    Month(NaiveDate),
}

impl<'a> Context<'a> {
    pub(crate) fn new(input: Input<'a>) -> Self {
        let events = || input.calendar.events.iter();
        let record = change::record(&input);
        let seen: HashMap<&str, DateTime<Utc>> = record
            .changes
            .iter()
            .map(|change| (change.id.as_str(), change.at))
            .collect();
        let otherwise = input
            .calendar
            .about
            .updated
            .and_then(moment)
            .unwrap_or(record.since);
        let changed = events().map(|event| {
            let written = event.updated.and_then(moment);
            let seen = seen.get(event.id.as_str()).copied();
            written.max(seen).unwrap_or(otherwise)
        });
        Self {
            locale: Locale::new(input.reader.words.language()),
            pages: events().map(|event| page(event, &input)).collect(),
            changed: changed.collect(),
            moments: events().map(|event| begins(event, &input)).collect(),
            record,
            input,
        }
    }

    /// The events with their pages and their index.
    pub(crate) fn events(&self) -> impl Iterator<Item = (usize, &'a Event, &EventPage)> {
        let events = self.input.calendar.events.iter().enumerate();
        events
            .zip(&self.pages)
            .map(|((at, event), page)| (at, event, page))
    }

    /// The address of an event's page within the site.
    pub(crate) fn path(&self, at: usize) -> String {
        let id = self
            .input
            .calendar
            .events
            .get(at)
            .map_or("", |event| &event.id);
        match self.pages.get(at) {
            Some(EventPage::Own(path)) => path.clone(),
            Some(EventPage::Month(month)) => format!("{}#{id}", month_path(*month)),
            None => String::new(),
        }
    }

    /// A text of the interface.
    pub(crate) fn say(&self, key: &str) -> String {
        self.input.reader.words.text(key, &[])
    }

    /// The same with values filled in.
    pub(crate) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.input.reader.words.text(key, values)
    }

    /// A text for a number of things.
    pub(crate) fn count(&self, key: &str, number: usize) -> String {
        let number = number as u64;
        let written = self.locale.number(number);
        self.input
            .reader
            .words
            .count(key, self.locale.plural(number), &written, &[])
    }

    /// The language of the site's sentences, BCP 47.
    pub(crate) fn language(&self) -> &'a str {
        self.input.reader.words.language()
    }

    /// What the calendar is called.
    pub(crate) fn title(&self) -> &'a str {
        let title = self.input.calendar.about.title.as_deref();
        title
            .filter(|title| !title.trim().is_empty())
            .unwrap_or("Marchmap")
    }
}

/// The folder of the page of a month.
pub(crate) fn month_path(month: NaiveDate) -> String {
    format!("past/{}/", month.format("%Y-%m"))
}

fn page(event: &Event, input: &Input<'_>) -> EventPage {
    let own = || EventPage::Own(event_path(&event.id));
    let Some(span) = event.span() else {
        return own();
    };
    let today = input.now.instant.date_naive();
    let is_old = today
        .checked_sub_months(OWN_PAGE)
        .is_some_and(|line| span.last < line);
    match is_old && is_over(event, &input.now, input.reader.zones) {
        true => EventPage::Month(span.first.with_day(1).unwrap_or(span.first)),
        false => own(),
    }
}

/// The moment of the start where the venue's offset is known, else its clock as UTC.
fn begins(event: &Event, input: &Input<'_>) -> Option<i64> {
    let start = event.start?;
    let known = instant(start, event, input.reader.zones);
    let clock = start
        .date
        .and_time(start.time.unwrap_or_default())
        .and_utc();
    Some(known.unwrap_or(clock).timestamp())
}
