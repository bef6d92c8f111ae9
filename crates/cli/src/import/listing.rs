//! The text of a listing, as campaigns put it on their pages: headings for days and countries, a line or
//! a few for each event, in English, French, Spanish, German and more.
//!
//! Every line ends in an entry, is a heading, or is rejected.

mod line;
mod pending;
mod words;

use std::collections::HashSet;
use std::sync::Arc;

use gazetteer::countries;

use self::line::{Line, cut};
use self::pending::Pending;
use super::draft::{Origin, Reading, Reject};
use super::options::Options;
use super::when::date::{Form, Written, date_at};
use super::when::order::{Evidence, Reckoning};
use super::when::tokens::tokens;

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 5000;

/// Reads a listing.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let mut listing = Listing {
        reading: Reading::default(),
        source,
        reckoning: reckoning(text, options),
        day: None,
        country: None,
        country_is_inner: false,
        pending: None,
    };
    let lines: Vec<(u64, &str)> = (1..)
        .zip(text.lines())
        .map(|(number, line)| (number, bare(line)))
        .collect();
    for (at, (number, line)) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map_or("", |(_, next)| next);
        listing.line(*number, line, next);
    }
    listing.finish();
    listing.reading
}

/// What is known on the way through a listing.
struct Listing<'a> {
    reading: Reading,
    source: &'a Arc<str>,
    reckoning: Reckoning,
    /// The day of the heading above, as written.
    day: Option<(Written, String)>,
    /// The country of the heading above.
    country: Option<String>,
    /// Whether that heading stands under the one of the day.
    country_is_inner: bool,
    pending: Option<Pending>,
}

impl Listing<'_> {
    fn line(&mut self, number: u64, line: &str, next: &str) {
        if line.is_empty() {
            self.finish();
            return;
        }
        if line.len() > LONGEST {
            self.finish();
            self.reject(number, line, "longer than any line of a listing");
            return;
        }
        let read = cut(line);
        if let Some(pending) = &mut self.pending
            && pending.open_to(&read)
        {
            pending.add(line, read);
            return;
        }
        if read.is_day() {
            self.finish();
            self.day = read.date.map(|date| (date, line.to_owned()));
            if self.country_is_inner {
                self.country = None;
            }
        } else if read.is_bare()
            && let Some(code) = country(line)
        {
            self.finish();
            self.country = Some(code);
            self.country_is_inner = self.day.is_some();
        } else if read.may_begin() && (self.day.is_some() || read.tells_when()) {
            self.finish();
            self.pending = Some(Pending::new(self.origin(number), line, read));
        } else if read.is_bare() && {
            let next = cut(next);
            next.is_day() || next.is_time()
        } {
            self.finish();
            self.pending = Some(Pending::block(self.origin(number), line));
        } else {
            self.finish();
            self.reject(number, line, "no event can be told in it: an entry has a place, then “:” or “–”, and a day here or above");
        }
    }

    /// Puts the entry in hand among the others.
    fn finish(&mut self) {
        if let Some(pending) = self.pending.take() {
            let entry = pending.entry(self.day.as_ref(), self.country.as_deref(), &self.reckoning);
            self.reading.push(entry);
        }
    }

    fn origin(&self, number: u64) -> Origin {
        Origin {
            source: Arc::clone(self.source),
            unit: "line",
            number,
        }
    }

    fn reject(&mut self, number: u64, line: &str, reason: &str) {
        let reject = Reject::new(self.origin(number), line, reason);
        self.reading.reject(reject);
    }
}

/// What is settled about dates: by the editor, or by the one year that the text itself names.
fn reckoning(text: &str, options: &Options) -> Reckoning {
    use chrono::Datelike as _;
    let mut years = HashSet::new();
    let mut evidence = Evidence::default();
    for line in text.lines().filter(|line| line.len() <= LONGEST) {
        let (line, _) = line::without_addresses(line);
        let tokens = tokens(&line);
        for at in 0..tokens.len() {
            if let Some((date, _)) = date_at(&tokens, at) {
                evidence.see(&date);
                if let Form::Day(day) = date.form {
                    years.insert(day.year());
                }
            }
        }
    }
    let mut only = years.into_iter();
    let year = only.next().filter(|_| only.next().is_none());
    Reckoning {
        order: options.order.or(evidence.order()),
        year: options.year.or(year),
    }
}

/// A line without what makes it an item of a list.
fn bare(line: &str) -> &str {
    line.trim()
        .trim_start_matches([
            '•', '*', '-', '–', '·', '▪', '‣', '#', '>', '►', '✊', '📍', '🗓', '\u{fe0f}',
        ])
        .trim()
}

/// The country a heading names.
fn country(line: &str) -> Option<String> {
    let name = line.trim_end_matches(':').trim();
    let long = name.chars().count() > 3 || matches!(name, "USA" | "UK" | "UAE" | "US");
    let code = countries::code(name).filter(|_| long)?;
    Some(code.as_str().to_owned())
}

impl Line {
    /// Whether there is nothing but words in it.
    fn is_bare(&self) -> bool {
        !self.tells_when() && self.addresses.is_empty() && self.place.is_none()
    }
}
