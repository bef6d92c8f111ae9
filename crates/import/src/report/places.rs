//! Where a remark holds: the first entry, and the numbers of the others: “sheet.csv, line 3 (and 4–7, 9)”.

use std::fmt::{Display, Formatter, Result};

/// The most ranges of numbers that are written out.
const MOST: usize = 12;

/// The entries of which the same is said.
#[derive(Debug)]
pub(super) struct Places {
    first: String,
    /// Numbers of others of the same source, from the first to the last of each range, in the order in which they came.
    ranges: Vec<(u64, u64)>,
    /// How many others there are that are not among the ranges.
    more: usize,
}

impl Places {
    /// One entry.
    pub(super) fn new(first: String) -> Self {
        Self {
            first,
            ranges: Vec::new(),
            more: 0,
        }
    }

    /// One entry more.
    pub(super) fn add(&mut self, at: &str) {
        let own = numbered(&self.first).zip(numbered(at));
        let number = own.filter(|((first, _), (other, _))| first == other);
        // Of one line with several entries.
        let before = self.ranges.last().map(|(_, last)| *last);
        let before = before.or(own.map(|((_, first), _)| first));
        if number.is_some_and(|(_, (_, number))| before == Some(number)) {
            return;
        }
        let room = self.ranges.len() < MOST;
        match (
            number.map(|(_, (_, number))| number),
            self.ranges.last_mut(),
        ) {
            (Some(number), Some((_, last))) if *last + 1 == number => *last = number,
            (Some(number), _) if room => self.ranges.push((number, number)),
            _ => self.more += 1,
        }
    }
}

/// “sheet.csv, line” and 3 of “sheet.csv, line 3”.
fn numbered(at: &str) -> Option<(&str, u64)> {
    let (of, number) = at.rsplit_once(' ')?;
    Some((of, number.parse().ok()?))
}

impl Display for Places {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.first)?;
        let ranges = self.ranges.iter().map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        });
        let ranges = ranges.collect::<Vec<_>>().join(", ");
        match (ranges.is_empty(), self.more) {
            (true, 0) => Ok(()),
            (true, more) => write!(f, " (and {more} more)"),
            (false, 0) => write!(f, " (and {ranges})"),
            (false, more) => write!(f, " (and {ranges}, and {more} more)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_all_entries_are_said() {
        for (at, expected) in [
            (&["a.csv, line 3"][..], "a.csv, line 3"),
            (&["a.csv, line 3", "a.csv, line 4"], "a.csv, line 3 (and 4)"),
            (&["a.csv, line 3", "a.csv, line 3"], "a.csv, line 3"),
            (
                &[
                    "a.csv, line 3",
                    "a.csv, line 5",
                    "a.csv, line 6",
                    "a.csv, line 7",
                    "a.csv, line 9",
                ],
                "a.csv, line 3 (and 5–7, 9)",
            ),
            (
                &["a.csv, line 3", "b.csv, line 4"],
                "a.csv, line 3 (and 1 more)",
            ),
            (
                &["a.csv, line 3", "a.csv, line 8", "b.csv, line 4"],
                "a.csv, line 3 (and 8, and 1 more)",
            ),
            (
                &["Entry, Leeds", "Entry, York"],
                "Entry, Leeds (and 1 more)",
            ),
        ] {
            let mut at = at.iter();
            let mut places = Places::new((*at.next().unwrap()).to_owned());
            at.for_each(|at| places.add(at));
            assert_eq!(places.to_string(), expected);
        }
    }
}
