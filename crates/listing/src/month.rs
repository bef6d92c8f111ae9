//! A month as a grid of weeks: how many events each day has, and which come first.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Weekday};

use crate::filter::{Criterion, Filter};
use crate::index::Index;
use crate::now::Now;
use crate::results::Results;
use crate::sets::Bits;
use crate::week::week_of;
use crate::when::Window;
use event_file::day::Span;

/// Days of the grid: six weeks, which any month fits in, so that no month is higher than another.
const DAYS: u64 = 42;

/// How many events of a day are named.
const NAMED: usize = 3;

/// How many events of several days are bars at once; others are named on each day like those of one.
const LANES: usize = 2;

/// One day of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The day.
    pub date: NaiveDate,
    /// Whether it is in the month, not before or after it.
    pub inside: bool,
    /// Whether it is the visitor's today.
    pub today: bool,
    /// Whether it is asked for.
    pub asked: bool,
    /// How many events are on it, under all filters but that of the days.
    pub count: u32,
    /// The first of those that are on this day only, as places in the calendar, in the order of the list.
    pub first: Vec<u32>,
    /// The events of several days, a lane each; a lane may be free on a day.
    pub lanes: Vec<Option<Bar>>,
}

/// A day's part of an event of several days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The event, as a place in the calendar.
    pub event: u32,
    /// Of its first day in this week: on how many days of the week it is.
    pub days: Option<u8>,
    /// Whether it goes on in the next week.
    pub goes_on: bool,
}

/// A move of the keyboard within the grid (WAI-ARIA Authoring Practices, date grid).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// So many days on, or back.
    Days(i64),
    /// To the first day of the week.
    WeekStart,
    /// To the last day of the week.
    WeekEnd,
    /// So many months on, or back; the last day of a month that is too short.
    Months(i32),
}

impl Move {
    /// Where the move leads from `day`; it stays where the calendar ends.
    pub fn from(self, day: NaiveDate, first_weekday: Weekday) -> NaiveDate {
        let away = |days: i64| match days {
            0.. => day.checked_add_days(Days::new(days.unsigned_abs())),
            _ => day.checked_sub_days(Days::new(days.unsigned_abs())),
        };
        let to = match self {
            Move::Days(days) => away(days),
            Move::WeekStart => Some(week_of(day, first_weekday)),
            Move::WeekEnd => week_of(day, first_weekday).checked_add_days(Days::new(6)),
            Move::Months(months @ 0..) => {
                day.checked_add_months(Months::new(months.unsigned_abs()))
            }
            Move::Months(months) => day.checked_sub_months(Months::new(months.unsigned_abs())),
        };
        // Years that a query string can write.
        to.filter(|day| (0..=9999).contains(&day.year()))
            .unwrap_or(day)
    }
}

/// The days of the grid of the month that `day` lies in: whole weeks, from `first_weekday` on.
pub fn days(day: NaiveDate, first_weekday: Weekday) -> Span {
    let first = week_of(day.with_day(1).unwrap_or(day), first_weekday);
    Span {
        first,
        last: first
            .checked_add_days(Days::new(DAYS - 1))
            .unwrap_or(NaiveDate::MAX),
    }
}

/// The month that `day` lies in.
pub fn whole(day: NaiveDate) -> Span {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    Span {
        first,
        last: next.and_then(|next| next.pred_opt()).unwrap_or(first),
    }
}

/// A day as a span of its own.
pub fn one(day: NaiveDate) -> Span {
    Span {
        first: day,
        last: day,
    }
}

/// The day to open at: the first shown from `today` on, else the last shown, else today.
pub fn at_hand(results: &Results, today: NaiveDate) -> NaiveDate {
    let mut days = results.days.iter().filter_map(|day| day.date);
    let last = days.clone().next_back();
    days.find(|day| *day >= today).or(last).unwrap_or(today)
}

/// The lanes of each day of a grid of whole weeks. In a week the event that begins first, of those the longest, has the
/// first free lane; where none is free it has none.
fn lanes(index: &Index, matched: &Bits, grid: Span) -> Vec<Vec<Option<Bar>>> {
    let mut days: Vec<Vec<Option<Bar>>> = grid.dates().map(|_| Vec::new()).collect();
    let mut spans: Vec<(Span, u32)> = Vec::new();
    for (dates, at) in index.dates().iter().zip(0..) {
        let several = dates.span.filter(|span| span.first != span.last);
        if let Some(span) = several.filter(|_| matched.contains(at)) {
            spans.extend(
                span.within(Some(grid.first), Some(grid.last))
                    .map(|_| (span, at)),
            );
        }
    }
    spans.sort_by_key(|(span, at)| (span.first, std::cmp::Reverse(span.last), *at));
    for (week, days) in (0..).zip(days.chunks_mut(7)) {
        let Some(first) = grid.first.checked_add_days(Days::new(week * 7)) else {
            continue;
        };
        let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
        for (span, at) in &spans {
            let Some(shown) = span.within(Some(first), Some(last)) else {
                continue;
            };
            let day = |date: NaiveDate| usize::try_from((date - first).num_days()).unwrap_or(0);
            let Some(taken) = days.get_mut(day(shown.first)..=day(shown.last)) else {
                continue;
            };
            let is_free = |lane: &usize| {
                let free = |day: &Vec<Option<Bar>>| day.get(*lane).is_none_or(Option::is_none);
                taken.iter().all(free)
            };
            let Some(lane) = (0..LANES).find(is_free) else {
                continue;
            };
            let count = u8::try_from(taken.len()).unwrap_or(7);
            for (number, day) in taken.iter_mut().enumerate() {
                if day.len() <= lane {
                    day.resize(lane + 1, None);
                }
                if let Some(place) = day.get_mut(lane) {
                    *place = Some(Bar {
                        event: *at,
                        days: (number == 0).then_some(count),
                        goes_on: span.last > last,
                    });
                }
            }
        }
    }
    days
}

/// An event's place on a day, ordered as in the list; then by title.
type Key = (bool, Option<NaiveTime>, u32);

impl Filter {
    /// The grid of the month that `day` lies in, week by week. Each event is looked at once.
    pub fn month(
        &self,
        index: &Index,
        now: &Now,
        day: NaiveDate,
        first_weekday: Weekday,
    ) -> Vec<Cell> {
        let grid = days(day, first_weekday);
        let mut found: Vec<(u32, Vec<Key>)> = grid.dates().map(|_| Default::default()).collect();
        let matched = self.matched_but(Criterion::Days);
        let lanes = lanes(index, &matched, grid);
        let in_lane = |place: usize, at: u32| {
            let lanes: &[Option<Bar>] = lanes.get(place).map_or(&[], Vec::as_slice);
            lanes.iter().flatten().any(|bar| bar.event == at)
        };
        for (dates, at) in index.dates().iter().zip(0..) {
            let Some(span) = dates.span else { continue };
            let Some(shown) = span.within(Some(grid.first), Some(grid.last)) else {
                continue;
            };
            if !matched.contains(at) {
                continue;
            }
            for date in shown.dates() {
                // On its later days an event is on already: the time it began says nothing.
                let time = dates.time.filter(|_| date == span.first);
                let key = (time.is_none(), time, at);
                let place = usize::try_from((date - grid.first).num_days()).unwrap_or(0);
                if let Some((count, first)) = found.get_mut(place) {
                    *count += 1;
                    if in_lane(place, at) {
                        continue;
                    }
                    let among = first.partition_point(|other| {
                        let times = (other.0, other.1).cmp(&(key.0, key.1));
                        times
                            .then_with(|| index.order().by_title(other.2, at))
                            .is_lt()
                    });
                    if among < NAMED {
                        first.insert(among, key);
                        first.truncate(NAMED);
                    }
                }
            }
        }
        let cells = grid.dates().zip(found).zip(lanes.iter().cloned());
        cells
            .map(|((date, (count, first)), lanes)| {
                let asks = |window: &Window| window.touches(one(date), now.today);
                Cell {
                    date,
                    inside: (date.year(), date.month()) == (day.year(), day.month()),
                    today: date == now.today,
                    asked: self.asked.windows.iter().any(asks),
                    count,
                    first: first.into_iter().map(|(.., at)| at).collect(),
                    lanes,
                }
            })
            .collect()
    }
}
