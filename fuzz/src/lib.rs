//! What the readers of `marchmap import` promise for any source.

use chrono::NaiveDate;
use import::format::Format;
use import::options::Options;
use import::source::read;

/// Reads a source in a format, or in the one its content tells: every entry gives events or a reject.
pub fn import(bytes: &[u8], format: Option<Format>) {
    let mut options = Options::new(NaiveDate::from_ymd_opt(2023, 11, 1).expect("a date"));
    options.year = Some(2023);
    if let Ok(reading) = read(bytes, "source", format, &options) {
        let ends = reading.drafts.len() + reading.rejects.len();
        assert!(reading.entries <= ends, "an entry that ended nowhere");
        assert!(
            reading.rejects.len() <= reading.entries,
            "a reject of no entry"
        );
    }
}
