//! Entries of the file that a source had once, and has no longer.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::Value;

use super::series::series_of;
use super::{Claims, Desk, like, seen};

impl Desk {
    /// Where entries stand that came from these sources, or belong to a recurring event of theirs, and that the source
    /// did not have this time; from the earliest day on that it has now or from today. Cancelled ones are none of them.
    pub fn gone(
        &self,
        claims: &Claims,
        sources: &HashSet<String>,
        today: NaiveDate,
        window: Option<(NaiveDate, NaiveDate)>,
    ) -> Vec<usize> {
        let nameless: HashSet<String> = sources.iter().map(|name| seen::nameless(name)).collect();
        let numbered: Vec<String> = sources.iter().map(|name| format!("{name}#")).collect();
        let series: HashSet<&str> = claims
            .keys
            .iter()
            .map(|key| series_of(key).map_or(key.as_str(), |(series, _)| series))
            .collect();
        let is_of_source = |key: &str| match seen::is_nameless(key) {
            true => nameless.contains(key),
            false => {
                let name = series_of(key).map_or(key, |(series, _)| series);
                !claims.keys.contains(key)
                    && (series.contains(name) || numbered.iter().any(|own| key.starts_with(own)))
            }
        };
        let hashes: HashSet<String> = sources
            .iter()
            .map(|name| seen::hash_of_source(name))
            .collect();
        let in_json: Vec<String> = hashes.iter().map(|hash| seen::in_json(hash)).collect();
        // Most entries are not read.
        let is_from_source = |at: usize| {
            let entry = &self.entries[at];
            in_json.iter().any(|from| entry.json().contains(from))
                && entry.key().is_some_and(|key| !claims.keys.contains(key))
                && seen::source(&entry.fields()).is_some_and(|source| hashes.contains(source))
        };
        let day = |at: usize| -> Option<NaiveDate> {
            like::day(&self.entries.get(at)?.fields())?.parse().ok()
        };
        let earliest = claims.earliest.as_deref().and_then(|day| day.parse().ok());
        let earliest: Option<NaiveDate> = earliest;
        let from = earliest.map_or(today, |earliest| earliest.min(today));
        let within = |at: usize| {
            let day = day(at);
            let in_window =
                window.is_none_or(|(first, last)| day >= Some(first) && day <= Some(last));
            day >= Some(from) && in_window
        };
        let is_on = |at: usize| {
            let status = self.entries[at].fields().get("status").cloned();
            status != Some(Value::from("cancelled"))
        };
        (0..self.entries.len())
            .filter(|at| !claims.taken.contains(at))
            .filter(|at| self.entries[*at].key().is_some_and(is_of_source) || is_from_source(*at))
            .filter(|at| within(*at) && is_on(*at))
            .collect()
    }
}
