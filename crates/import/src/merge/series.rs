//! How the dates of one recurring event are called.

use chrono::NaiveDate;

/// The dates of one recurring event are called by its name and their own: `uid/20231106T180000`.
pub(super) fn series_of(key: &str) -> Option<(&str, NaiveDate)> {
    let (series, date) = key.rsplit_once('/')?;
    let is_date = date.len() == 15 && date.as_bytes().get(8) == Some(&b'T');
    let day = date.get(..8).filter(|_| is_date)?;
    Some((series, NaiveDate::parse_from_str(day, "%Y%m%d").ok()?))
}
