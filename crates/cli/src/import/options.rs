//! What an editor decides about reading a source.

use chrono::NaiveDate;
use encoding_rs::Encoding;

use super::when::order::Order;

/// What is given on the command line, for all sources alike.
#[derive(Debug, Clone)]
pub struct Options {
    /// The order of numbers in dates, where the source does not tell.
    pub order: Option<Order>,
    /// The year of dates that name none.
    pub year: Option<i32>,
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
    /// Nothing decided.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            order: None,
            year: None,
            columns: Vec::new(),
            window: None,
            today,
            explain: false,
            encoding: None,
        }
    }
}
