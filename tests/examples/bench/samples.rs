//! What was measured: for each browser, size and work the single values.

use anyhow::Result;
use serde::Serialize;

/// Everything measured so far.
#[derive(Default)]
pub struct Samples(Vec<Row>);

/// The values of one work.
#[derive(Serialize)]
struct Row {
    browser: String,
    events: usize,
    /// `who: what`.
    name: String,
    values: Vec<f64>,
}

impl Samples {
    /// Adds values, mostly milliseconds, to those of the same name.
    pub fn add(&mut self, browser: &str, events: usize, name: &str, values: &[f64]) {
        let same =
            |row: &&mut Row| row.browser == browser && row.events == events && row.name == name;
        match self.0.iter_mut().find(same) {
            Some(row) => row.values.extend(values),
            None => self.0.push(Row {
                browser: browser.to_owned(),
                events,
                name: name.to_owned(),
                values: values.to_vec(),
            }),
        }
    }

    /// Writes them as JSON.
    pub fn write(&self, path: &str) -> Result<()> {
        Ok(std::fs::write(
            path,
            serde_json::to_string_pretty(&self.0)?,
        )?)
    }
}
