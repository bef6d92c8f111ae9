//! An event on several days: one of each day, tied together.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::draft::{Draft, Reject};
use crate::when::days::Days;
use crate::when::on;
use crate::when::time::Clock;

/// The most events that one recurring entry may give.
const MOST_WEEKS: i64 = 200;

/// The same event on several days: an event each, with one series.
pub fn series(
    draft: Draft,
    clock: Option<Clock>,
    days: &[NaiveDate],
) -> Vec<Result<Draft, Box<Reject>>> {
    let named = [
        draft.text_of("title"),
        draft.location.as_deref(),
        draft.text_of("place"),
    ];
    let name = named.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let hour = clock.map_or(String::new(), |clock| {
        clock.from.format(", %H:%M").to_string()
    });
    let events = days.iter().map(|day| {
        let mut draft = draft.clone();
        let span = on(*day, clock);
        draft.start = Some(span.start);
        draft.end = span.end;
        draft.put("series", &format!("{name}{hour}"));
        Ok(draft)
    });
    events.collect()
}

/// “Every Monday”, from the first to the last day that is written.
pub fn weekly(
    draft: Draft,
    clock: Option<Clock>,
    own: Option<&Days>,
    every: Option<Weekday>,
    days: &[NaiveDate],
) -> Vec<Result<Draft, Box<Reject>>> {
    let refuse = |draft: Draft, reason: &str| vec![Err(Box::new(draft.rejected(reason)))];
    let Some(every) = every else {
        return refuse(
            draft,
            "of each week, but its day is not certain; write the day out",
        );
    };
    match (own, days) {
        (Some(Days::Through(..)), [first, last])
            if (*last - *first).num_days() <= MOST_WEEKS * 7 =>
        {
            let all = first.iter_days().take_while(|day| day <= last);
            let all: Vec<NaiveDate> = all.filter(|day| day.weekday() == every).collect();
            match all.is_empty() {
                true => refuse(draft, "none of its days is the day of the week it names"),
                false => series(draft, clock, &all),
            }
        }
        (Some(Days::Each(_)), days) if days.iter().all(|day| day.weekday() == every) => {
            series(draft, clock, days)
        }
        _ => refuse(
            draft,
            "recurs each week without a last day; write its first and last day, or each day",
        ),
    }
}
