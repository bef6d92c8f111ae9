//! A cell of dates that says several days: “28.07. – 06.08.2023”, “3-5 Nov 2023”.

use chrono::Duration;
use event_file::WallTime;

use super::habits::Habits;
use crate::import::draft::Stamp;
use crate::import::when::days::Days;
use crate::import::when::time::Clock;
use crate::import::when::{self, Span};

/// The beginning on the first day, at the hour beside it if there is one, and the end on the last; `None` for a cell that
/// says anything else.
///
/// # Errors
/// A day is not clear, or the days do not follow each other: they are events of their own.
pub fn span(cell: &str, time: Option<Clock>, habits: &Habits) -> Option<Result<Span, String>> {
    let days = when::several(cell)?;
    let read: Result<Vec<_>, String> = days
        .written()
        .into_iter()
        .map(|day| habits.reckoning.day(day, cell))
        .collect();
    let read = match read {
        Ok(read) => read,
        Err(reason) => return Some(Err(reason)),
    };
    let (first, last) = (*read.first()?, *read.last()?);
    let apart = read
        .windows(2)
        .any(|pair| pair[1] - pair[0] != Duration::days(1));
    let several = matches!(days, Days::Each(_)) && (apart || time.is_some());
    if several || last <= first {
        let start: String = cell.chars().take(60).collect();
        return Some(Err(format!(
            "“{start}” is several days: write a row for each"
        )));
    }
    Some(Ok(Span {
        start: when::on(first, time).start,
        end: Some(Stamp::Wall(WallTime::day(last))),
    }))
}
