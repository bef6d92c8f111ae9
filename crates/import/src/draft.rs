//! What a reader gives: entries on their way into the event file, and what cannot go there, with the reason.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value};

pub use super::stamp::Stamp;
use super::when::Span;

/// The most characters of an entry's original text that are kept for the rejects file.
const LONGEST_TEXT: usize = 4000;

/// Where in a source an entry stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The source's name, as it was given.
    pub source: Arc<str>,
    /// What is counted: `line` or `item`.
    pub unit: &'static str,
    /// Counted from 1.
    pub number: u64,
}

/// Which entries of the file a cancellation means (RFC 5546, section 3.2.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancels {
    /// The source's name for the event; every date of a series has one that begins with it and `/`.
    pub uid: String,
    /// The cancellation is no entry of its own where the file has what it means (METHOD:CANCEL).
    pub instead: bool,
    /// Only the date that the source calls so.
    pub key: Option<String>,
    /// Only dates from this day on.
    pub from: Option<chrono::NaiveDate>,
}

/// An entry on its way into the event file.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Where it stands.
    pub origin: Origin,
    /// The entry as the source writes it.
    pub text: Box<str>,
    /// Fields of the event file.
    pub fields: Map<String, Value>,
    /// When it begins; a draft of our own formats has it among its fields.
    pub start: Option<Stamp>,
    /// When it ends.
    pub end: Option<Stamp>,
    /// More dates of the same event, each an event of its own.
    pub(crate) also: Vec<Span>,
    /// Where it is, in one text.
    pub location: Option<String>,
    /// What the source calls the entry, the same on every reading.
    pub key: Option<String>,
    /// The zone in which the source as a whole tells its times.
    pub zone_of_source: Option<String>,
    /// In which zone its hours are written, where that is another than the venue's: a name as the source has it.
    pub hours_in: Option<String>,
    /// Written by Marchmap itself: taken as it is.
    pub ours: bool,
    /// What ties the dates of one recurring event together: what they are called.
    pub series: Option<String>,
    /// Entries of the file that this one cancels, by what the source calls them.
    pub cancels: Option<Box<Cancels>>,
    /// What the source says to mark the entry as private.
    pub private: Option<String>,
    /// The source says by a status or an answer that it takes place.
    pub confirmed: bool,
    /// Its source says so of every event of which nobody said anything else, as calendars do.
    pub confirmed_by_program: bool,
    /// Its title stands in a cell without a heading, which may as well be its city.
    pub title_is_guessed: bool,
    /// The source says that its hour is not known yet.
    pub hour_is_open: bool,
    /// A moment that is midnight at the venue stands for its day.
    pub midnight_is_day: bool,
    /// What each value came from, where that is asked for: a field and the words.
    pub because: Vec<(&'static str, String)>,
    /// The texts above its table, such as titles and the name of the sheet, one on each line.
    pub above: Option<Arc<str>>,
    /// The titles and first words of its listing, which may name the city of entries that name none, one on each line.
    pub head: Option<Arc<str>>,
    /// Headings of columns of texts that are not read, one of which may be its place.
    pub unread: Vec<String>,
    /// What kind of action it is, in the words of the source: its name, where it has none of its own.
    pub called: Option<Box<str>>,
    /// Remarks in columns that are not read which have a number, so that they may say another day or hour.
    pub remarks: Vec<String>,
    /// What an editor should look at.
    pub notes: Vec<String>,
}

/// An entry, or a part of a source, that does not go into the event file.
#[derive(Debug, Clone, PartialEq)]
pub struct Reject {
    /// Where it stands.
    pub origin: Origin,
    /// What the source writes.
    pub text: Box<str>,
    /// Why, and what to do about it.
    pub reason: String,
    /// Places it may be.
    pub candidates: Vec<String>,
    /// What could be read of it.
    pub fields: Map<String, Value>,
    /// What the source calls it.
    pub key: Option<String>,
}

/// A source, read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// Entries found; each gave drafts or a reject.
    pub entries: usize,
    /// What goes on.
    pub drafts: Vec<Draft>,
    /// What does not.
    pub rejects: Vec<Reject>,
    /// Entries that a later revision in the same source replaces.
    pub outdated: usize,
    /// What is to be said about the source as a whole.
    pub notes: Vec<String>,
    /// The headings of its tables, or the names in its rows.
    pub headings: BTreeSet<String>,
}

impl Reading {
    /// Records the texts above a table in each of its rows: the drafts from index `first` on.
    pub fn stands_above<'t>(&mut self, first: usize, texts: impl Iterator<Item = &'t str>) {
        let texts: Vec<&str> = texts
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect();
        let above: Arc<str> = texts.join("\n").into();
        for draft in self
            .drafts
            .iter_mut()
            .skip(first)
            .filter(|_| !above.is_empty())
        {
            draft.above.get_or_insert_with(|| Arc::clone(&above));
        }
    }
}

impl Draft {
    /// An entry for tests, of a source that does not matter.
    #[cfg(test)]
    pub(crate) fn example(text: &str) -> Self {
        let origin = Origin {
            source: "s.csv".into(),
            unit: "line",
            number: 1,
        };
        Self::new(origin, text)
    }

    /// An entry of which nothing is read yet.
    pub fn new(origin: Origin, text: &str) -> Self {
        Self {
            origin,
            text: shortened(text),
            fields: Map::new(),
            start: None,
            end: None,
            also: Vec::new(),
            location: None,
            key: None,
            zone_of_source: None,
            hours_in: None,
            ours: false,
            series: None,
            cancels: None,
            private: None,
            confirmed: false,
            confirmed_by_program: false,
            title_is_guessed: false,
            hour_is_open: false,
            midnight_is_day: false,
            above: None,
            head: None,
            because: Vec::new(),
            unread: Vec::new(),
            called: None,
            remarks: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Puts a text into a field; an empty one is left out.
    pub fn put(&mut self, field: &str, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.fields.insert(field.to_owned(), text.into());
        }
    }

    /// Remembers a remark of a column that is not read, if it may say another day or hour.
    pub fn aside(&mut self, text: &str) {
        const LONGEST: usize = 300;
        let has = |is: fn(char) -> bool| text.chars().any(is);
        if text.len() <= LONGEST && has(char::is_numeric) && has(char::is_whitespace) {
            self.remarks.push(text.to_owned());
        }
    }

    /// Remembers what a value came from.
    pub fn explain(&mut self, field: &'static str, words: String) {
        self.because.push((field, words));
    }

    /// Whether it has no title, and says where it is: what has neither is rejected, and gets none from its list.
    pub fn is_untitled(&self) -> bool {
        let has = |field: &str| self.fields.contains_key(field);
        let somewhere = ["place", "city", "address", "lat"].into_iter().any(has);
        !has("title") && (somewhere || self.location.is_some())
    }

    /// The text of a field.
    pub fn text_of(&self, field: &str) -> Option<&str> {
        self.fields.get(field)?.as_str()
    }

    /// The same entry as one that does not go on.
    pub fn rejected(self, reason: impl Into<String>) -> Reject {
        let mut fields = self.fields;
        for (name, stamp) in [("start", self.start), ("end", self.end)] {
            if let Some(stamp) = stamp {
                fields.insert(name.to_owned(), stamp.to_string().into());
            }
        }
        if let Some(location) = self.location {
            fields.insert("location".to_owned(), location.into());
        }
        if let Some(zone) = self.hours_in {
            fields.insert("timezone".to_owned(), zone.into());
        }
        Reject {
            origin: self.origin,
            text: self.text,
            reason: reason.into(),
            candidates: Vec::new(),
            fields,
            key: self.key,
        }
    }
}

impl Reject {
    /// A part of a source that is no entry, or one of which nothing could be read.
    pub fn new(origin: Origin, text: &str, reason: impl Into<String>) -> Self {
        Draft::new(origin, text).rejected(reason)
    }
}

impl Reading {
    /// Takes what was read of a part.
    pub fn append(&mut self, mut other: Reading) {
        self.entries += other.entries;
        self.outdated += other.outdated;
        self.drafts.append(&mut other.drafts);
        self.rejects.append(&mut other.rejects);
        self.notes.append(&mut other.notes);
        self.headings.append(&mut other.headings);
    }

    /// Counts an entry that goes on, with an event for each of its dates.
    pub fn take(&mut self, mut draft: Draft) {
        self.entries += 1;
        let also = std::mem::take(&mut draft.also);
        if !also.is_empty() && draft.series.is_none() {
            let title = draft.text_of("title").map(str::to_owned);
            draft.series = title.or_else(|| draft.location.clone());
        }
        for (at, span) in also.into_iter().enumerate() {
            let mut other = draft.clone();
            other.key = other.key.map(|key| format!("{key}/{}", at + 2));
            (other.start, other.end) = (Some(span.start), span.end);
            self.drafts.push(other);
        }
        self.drafts.push(draft);
    }

    /// Counts an entry that does not.
    pub fn reject(&mut self, reject: Reject) {
        self.entries += 1;
        self.rejects.push(reject);
    }

    /// Counts an entry that was read, or not.
    pub fn push(&mut self, read: Result<Draft, Box<Reject>>) {
        match read {
            Ok(draft) => self.take(draft),
            Err(reject) => self.reject(*reject),
        }
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {} {}", self.source, self.unit, self.number)
    }
}

/// A text of at most 4000 characters, with `…` for the rest.
pub fn shortened(text: &str) -> Box<str> {
    match text.char_indices().nth(LONGEST_TEXT) {
        None => text.into(),
        Some((end, _)) => format!("{}…", &text[..end]).into(),
    }
}
