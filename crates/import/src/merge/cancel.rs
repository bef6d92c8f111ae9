//! Cancellations: which entries of the file one means, and what becomes of them.

use event_file::WallTime;
use event_file::zone::Zones as _;
use serde_json::{Map, Value};
use tz_database::TzDatabase;

use super::seen::{self, Group};
use super::{Change, Desk, Entry, like};
use crate::draft::{Cancels, Stamp};

impl Desk {
    /// Marks as cancelled what a cancellation means, and says which entries those are; none when the file has none.
    ///
    /// An entry whose status an editor has changed stays as it is.
    pub fn cancel(&mut self, cancels: &Cancels, start: Option<Stamp>) -> Vec<(usize, Change)> {
        let series = format!("{}/", cancels.uid);
        let of_it = |entry: &Entry| {
            entry
                .key()
                .is_some_and(|key| key == cancels.uid || key.starts_with(&series))
        };
        let meant: Vec<usize> = match &cancels.key {
            Some(key) => self.by_key.get(key).copied().into_iter().collect(),
            None => {
                let from = cancels.from.map(|day| day.to_string()).unwrap_or_default();
                let late = |entry: &Entry| like::day(&entry.fields()) >= Some(from.as_str());
                let all = self.entries.iter().enumerate();
                let all = all.filter(|(_, entry)| of_it(entry) && late(entry));
                all.map(|(at, _)| at).collect()
            }
        };
        // A date that the source calls otherwise than before; and one of several events that share a UID by mistake.
        let at_start =
            |at: &usize| start.is_some_and(|start| begins(&self.entries[*at].fields(), start));
        let meant = match (meant.is_empty(), &cancels.key) {
            (true, Some(_)) => {
                let all = (0..self.entries.len()).filter(|at| of_it(&self.entries[*at]));
                all.filter(at_start).collect()
            }
            (false, None) if cancels.from.is_none() => {
                let single = meant
                    .iter()
                    .any(|at| !self.entries[*at].fields().contains_key("series"));
                let own: Vec<usize> = meant.iter().copied().filter(at_start).collect();
                if single && own.len() == 1 { own } else { meant }
            }
            _ => meant,
        };
        meant
            .into_iter()
            .map(|at| (at, self.cancel_one(at)))
            .collect()
    }

    fn cancel_one(&mut self, at: usize) -> Change {
        let mut entry = self.entries[at].fields();
        let has = entry.get("status").cloned().unwrap_or_default();
        let status = Group::of("status");
        let touched = match seen::said(&entry, &status) {
            None => !has.is_null() && has != "scheduled",
            Some(said) => said != status.hash(&entry),
        };
        if has == "cancelled" {
            return Change::Unchanged { kept: Vec::new() };
        }
        if touched {
            let kept = vec!["status".to_owned()];
            return Change::Unchanged { kept };
        }
        let now = Value::from("cancelled");
        entry.insert("status".to_owned(), now.clone());
        self.put(at, Entry::new(&entry));
        Change::Updated {
            fields: vec![("status".to_owned(), has, now)],
            kept: Vec::new(),
        }
    }
}

/// Whether an entry begins at a time: by the clock, or at the same moment; on the day where one has no hour.
fn begins(entry: &Map<String, Value>, start: Stamp) -> bool {
    let text = |field: &str| entry.get(field).and_then(Value::as_str);
    let Some(own) = text("start").and_then(|own| own.parse::<WallTime>().ok()) else {
        return false;
    };
    match (start, own.clock()) {
        (Stamp::Wall(start), Some(own)) => {
            start.clock().is_none_or(|start| start == own) && start.date == own.date()
        }
        (Stamp::Wall(start), None) => start.date == own.date,
        (Stamp::Moment(start), Some(clock)) => {
            let zone = text("timezone");
            let offset = own.offset.or_else(|| TzDatabase.offset(zone?, clock));
            let minutes = offset.map(|offset| chrono::Duration::minutes(offset.into()));
            minutes.and_then(|minutes| clock.checked_sub_signed(minutes)) == Some(start.naive_utc())
        }
        (Stamp::Moment(start), None) => start.date_naive() == own.date,
    }
}
