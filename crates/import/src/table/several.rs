//! A cell of dates that says several days: “28.07. – 06.08.2023”, “3-5 Nov 2023”.

use chrono::{Duration, NaiveDate};
use event_file::WallTime;

use super::habits::Habits;
use crate::draft::Stamp;
use crate::when::days::Days;
use crate::when::period::period;
use crate::when::time::Clock;
use crate::when::{self, Span};

/// As many days as an event lasts at most; what is longer is two dates of history.
pub const LONGEST: i64 = 400;

/// What a cell of several days says: the beginning and the end of one event, or several events; `None` for a cell that says
/// anything else. `time` is the hour in a column of its own.
///
/// # Errors
/// A day is not clear, or the hours contradict each other.
pub fn spans(
    cell: &str,
    time: Option<Clock>,
    habits: &Habits,
) -> Option<Result<Vec<Span>, String>> {
    let period = period(cell)?;
    let start: String = cell.chars().take(60).collect();
    let read: Result<Vec<NaiveDate>, String> = period
        .days
        .written()
        .into_iter()
        .map(|day| habits.reckoning.day(day, cell))
        .collect();
    let read = match read {
        Ok(read) => read,
        Err(reason) => return Some(Err(reason)),
    };
    let (first, last) = (*read.first()?, *read.last()?);
    let beside = match (period.from, time) {
        (Some(own), Some(time)) if own.from != time.from => {
            return Some(Err(format!(
                "“{start}” and {} are two times",
                time.from.format("%H:%M")
            )));
        }
        (own, time) => own.or(time),
    };
    if let Some(doubt) = beside.and_then(|clock| habits.hours.doubt(&clock)) {
        return Some(Err(doubt));
    }
    if read.windows(2).any(|pair| pair[1] <= pair[0]) {
        return Some(Err(format!("“{start}” ends before it begins")));
    }
    if (last - first).num_days() > LONGEST && matches!(period.days, Days::Through(..)) {
        return Some(Err(format!(
            "“{start}” lasts {} days; write the day on which it takes place",
            (last - first).num_days()
        )));
    }
    let follow = read
        .windows(2)
        .all(|pair| pair[1] - pair[0] == Duration::days(1));
    if matches!(period.days, Days::Each(_)) && (!follow || beside.is_some()) {
        return Some(Ok(read
            .into_iter()
            .map(|day| when::on(day, beside))
            .collect()));
    }
    let end = match period.to {
        Some(clock) => when::on(last, Some(clock)).start,
        None => match beside.and_then(|clock| clock.to) {
            Some(to) => when::on(last, Some(Clock::at(to))).start,
            None => Stamp::Wall(WallTime::day(last)),
        },
    };
    Some(Ok(vec![Span {
        start: when::on(first, beside).start,
        end: Some(end),
    }]))
}

/// An end whose hour has a column of its own, on the last day that the cell of days names.
pub fn on_last_day(end: Stamp, last: Stamp) -> Stamp {
    match (end, last) {
        (Stamp::Wall(end), Stamp::Wall(last)) if end.time.is_some() && last.date > end.date => {
            Stamp::Wall(WallTime {
                date: last.date,
                ..end
            })
        }
        _ => end,
    }
}
