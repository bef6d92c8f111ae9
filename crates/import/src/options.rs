//! What an editor decides about reading a source.

use chrono::NaiveDate;
use encoding_rs::Encoding;

use super::mail::Sent;
use super::when::order::Order;

/// What is given on the command line, for all sources alike.
#[derive(Debug, Clone)]
pub struct Options {
    /// The order of numbers in dates, where the source does not tell.
    pub order: Option<Order>,
    /// The year of dates that name none.
    pub year: Option<i32>,
    /// The day of entries without one.
    pub day: Option<NaiveDate>,
    /// The day on which the source was written, when that is known: dates without a year are those that follow it.
    pub written: Option<NaiveDate>,
    /// The subject of the mail that the source is the text of.
    pub subject: Option<String>,
    /// What columns mean: their headings and the names of fields.
    pub columns: Vec<(String, String)>,
    /// First and last day of recurring events; without it, those that never end stop a year from today.
    pub window: Option<(NaiveDate, NaiveDate)>,
    /// Today's date.
    pub today: NaiveDate,
    /// Whether what each value came from is remembered.
    pub explain: bool,
    /// The encoding of sources that have no byte order mark.
    pub encoding: Option<&'static Encoding>,
}

impl Options {
    /// The same for a source that was written on a day.
    pub fn written_on(&self, day: Option<NaiveDate>) -> Self {
        Self {
            written: day.or(self.written),
            ..self.clone()
        }
    }

    /// The same for the text of a mail.
    pub fn sent(&self, sent: Sent) -> Self {
        Self {
            subject: sent.subject,
            ..self.written_on(sent.day)
        }
    }

    /// The same for the text of a mail with a subject.
    pub fn about(&self, subject: &str) -> Self {
        Self {
            subject: Some(subject.to_owned()),
            ..self.clone()
        }
    }

    /// Nothing decided.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            order: None,
            year: None,
            day: None,
            written: None,
            subject: None,
            columns: Vec::new(),
            window: None,
            today,
            explain: false,
            encoding: None,
        }
    }
}
