//! What was measured, and its medians and 95th percentiles.

mod budgets;
mod table;

pub use table::table;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Everything measured in one run.
pub struct Report(Vec<Row>);

struct Row {
    browser: String,
    events: usize,
    name: String,
    /// Ascending.
    values: Vec<f64>,
}

/// What is reported of many values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Half are no larger.
    pub median: f64,
    /// Nineteen in twenty are no larger.
    pub p95: f64,
    /// The largest.
    pub most: f64,
    /// How many.
    pub count: usize,
}

impl Report {
    /// From the JSON that was measured.
    ///
    /// # Errors
    /// It is something else.
    pub fn read(text: &str) -> Result<Self> {
        let rows: Vec<Value> = serde_json::from_str(text)?;
        let rows = rows
            .iter()
            .map(|row| Row::read(row).context("a row that says too little"));
        Ok(Self(rows.collect::<Result<_>>()?))
    }

    /// The browsers, then the sizes, of which there is something.
    pub fn places(&self) -> Vec<(&str, usize)> {
        let mut places = Vec::new();
        for row in &self.0 {
            let place = (row.browser.as_str(), row.events);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The shapes of file that were opened in a browser.
    pub fn shapes(&self, browser: &str) -> Vec<&str> {
        let own = self.0.iter().filter(|row| row.browser == browser);
        own.filter_map(|row| row.name.strip_prefix("marchmap: read, "))
            .collect()
    }

    /// The figures of a work; `None` when it was not measured.
    pub fn figures(&self, browser: &str, events: usize, name: &str) -> Option<Figures> {
        let is_it = |row: &&Row| row.browser == browser && row.events == events && row.name == name;
        Figures::of(&self.0.iter().find(is_it)?.values)
    }
}

impl Row {
    fn read(row: &Value) -> Option<Self> {
        let values = row["values"].as_array()?.iter();
        let mut values: Vec<f64> = values.map(Value::as_f64).collect::<Option<_>>()?;
        values.sort_by(f64::total_cmp);
        Some(Self {
            browser: row["browser"].as_str()?.to_owned(),
            events: usize::try_from(row["events"].as_u64()?).ok()?,
            name: row["name"].as_str()?.to_owned(),
            values,
        })
    }
}

impl Figures {
    /// Of values in ascending order; of none, none.
    fn of(values: &[f64]) -> Option<Self> {
        // The nearest rank: of one value, that one.
        let rank =
            |share: f64| values.get(((values.len() as f64 * share).ceil() as usize).max(1) - 1);
        Some(Self {
            median: *rank(0.5)?,
            p95: *rank(0.95)?,
            most: *values.last()?,
            count: values.len(),
        })
    }

    /// Of works done one after the other.
    pub fn and(self, next: Self) -> Self {
        Self {
            median: self.median + next.median,
            p95: self.p95 + next.p95,
            most: self.most + next.most,
            count: self.count.min(next.count),
        }
    }
}

/// What works done one after the other take; `None` when one was not measured.
fn sum(report: &Report, browser: &str, events: usize, names: &[&str]) -> Option<Figures> {
    let figures: Option<Vec<Figures>> = names
        .iter()
        .map(|name| report.figures(browser, events, name))
        .collect();
    figures?.into_iter().reduce(Figures::and)
}

/// Milliseconds with as many digits as they deserve.
fn shown(milliseconds: f64) -> String {
    match milliseconds {
        large if large >= 100.0 => format!("{large:.0} ms"),
        middle if middle >= 1.0 => format!("{middle:.1} ms"),
        small => format!("{small:.2} ms"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_values_that_were_measured() {
        let text = |values: &str| {
            format!(
                r#"[{{ "browser": "chromium", "events": 5, "name": "a: b", "values": [{values}] }}]"#
            )
        };
        let figures = |values: &str| {
            Report::read(&text(values))
                .unwrap()
                .figures("chromium", 5, "a: b")
        };
        let expected = |median, p95, most, count| {
            Some(Figures {
                median,
                p95,
                most,
                count,
            })
        };
        assert_eq!(figures(""), None);
        assert_eq!(figures("3"), expected(3.0, 3.0, 3.0, 1));
        assert_eq!(figures("9, 1, 5"), expected(5.0, 9.0, 9.0, 3));
        let hundred: Vec<String> = (1..=100).rev().map(|value| value.to_string()).collect();
        assert_eq!(
            figures(&hundred.join(",")),
            expected(50.0, 95.0, 100.0, 100)
        );
        assert!(Report::read("{}").is_err() && Report::read("[{}]").is_err());
    }
}
