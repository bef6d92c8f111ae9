//! A small histogram over time: how many events each day, week or month has under all filters but
//! that of the days.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::filter::{Criterion, Filter};
use crate::index::Index;
use crate::now::Now;
use crate::week::week_of;
use crate::when::Window;
use event_file::day::Span;

/// Most bars, so that each is wide enough for a finger on a phone: 24 CSS pixels (WCAG 2.2, 2.5.8).
const MOST: i64 = 13;

/// How much time a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// A day.
    #[default]
    Day,
    /// A week.
    Week,
    /// So many months: one, a quarter, a year or several.
    Months(u32),
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The days it stands for.
    pub span: Span,
    /// How many events are on one of them at least.
    pub count: u32,
    /// Whether one of them is asked for.
    pub asked: bool,
}

/// The bars from the first event to the last, without a gap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// How much time each bar stands for.
    pub step: Step,
    /// In order; none when no event has a date.
    pub bars: Vec<Bar>,
}

impl Timeline {
    /// The most events of a bar.
    pub fn most(&self) -> u32 {
        self.bars.iter().map(|bar| bar.count).max().unwrap_or(0)
    }

    /// The bar that `day` lies in.
    pub fn bar_of(&self, day: NaiveDate) -> Option<usize> {
        let after = self.bars.partition_point(|bar| bar.span.first <= day);
        let at = after.checked_sub(1)?;
        (day <= self.bars.get(at)?.span.last).then_some(at)
    }

    /// The days from one bar to another, whichever comes first.
    pub fn span(&self, one: usize, other: usize) -> Option<Span> {
        Some(Span {
            first: self.bars.get(one.min(other))?.span.first,
            last: self.bars.get(one.max(other))?.span.last,
        })
    }
}

impl Filter {
    /// The timeline of the events that pass every filter but that of the days; weeks begin on
    /// `first_weekday`.
    pub fn timeline(&self, index: &Index, now: &Now, first_weekday: Weekday) -> Timeline {
        let matched = self.matched_but(Criterion::Days);
        let (order, dates) = (index.order(), index.dates());
        let begin = order.by_start().filter_map(|(date, events)| {
            let count: usize = events
                .map(|events| matched.count_among(events))
                .iter()
                .sum();
            (count > 0).then_some((date?, count as u32))
        });
        let begin: Vec<(NaiveDate, u32)> = begin.collect();
        let several = order.of_several_days().iter().copied();
        let several = several.filter(|at| matched.contains(*at));
        let several: Vec<Span> = several
            .filter_map(|at| dates.get(at as usize)?.span)
            .collect();
        let (Some((first, _)), Some((last, _))) = (begin.first(), begin.last()) else {
            return Timeline::default();
        };
        // What goes on for years would leave little room for the rest: of it the first day is shown.
        let lasting = several.iter().filter(|span| !span.is_too_long());
        let last = lasting.map(|span| span.last).fold(*last, NaiveDate::max);
        let step = Step::of(*first, last);
        let mut bars = bars(step, *first, last, first_weekday);
        count(&mut bars, &begin, &several);
        for bar in &mut bars {
            let asks = |window: &Window| window.touches(bar.span, now.today);
            bar.asked = self.asked.windows.iter().any(asks);
        }
        Timeline { step, bars }
    }
}

impl Step {
    /// The smallest step that gets by with few bars.
    fn of(first: NaiveDate, last: NaiveDate) -> Self {
        let days = (last - first).num_days() + 1;
        if days <= MOST {
            return Step::Day;
        }
        // A bar more may be begun at either end.
        let most = MOST - 1;
        if days <= most * 7 {
            return Step::Week;
        }
        let months = days / 30;
        let several = [1, 3, 12].into_iter().find(|step| months <= most * step);
        let years = months / (12 * most) + 1;
        Step::Months(u32::try_from(several.unwrap_or(12 * years)).unwrap_or(12))
    }

    /// The first day of the bar that `day` lies in.
    fn start(self, day: NaiveDate, first_weekday: Weekday) -> NaiveDate {
        match self {
            Step::Day => day,
            Step::Week => week_of(day, first_weekday),
            Step::Months(step) => {
                let month = day.with_day(1).unwrap_or(day);
                let into = i64::from(day.year()) * 12 + i64::from(day.month0());
                let into = into.rem_euclid(step.into());
                let back = Months::new(u32::try_from(into).unwrap_or(0));
                month.checked_sub_months(back).unwrap_or(month)
            }
        }
    }

    /// The first day of the bar after the one that begins at `start`.
    fn next(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Step::Day => start.succ_opt(),
            Step::Week => start.checked_add_days(Days::new(7)),
            Step::Months(step) => start.checked_add_months(Months::new(step)),
        }
    }
}

fn bars(step: Step, first: NaiveDate, last: NaiveDate, first_weekday: Weekday) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut start = step.start(first, first_weekday);
    while start <= last {
        let next = step.next(start);
        bars.push(Bar {
            span: Span {
                first: start,
                last: next.and_then(|next| next.pred_opt()).unwrap_or(last),
            },
            count: 0,
            asked: false,
        });
        match next {
            Some(next) => start = next,
            None => break,
        }
    }
    bars
}

/// Counts in every bar the events it touches: as many more as begin in it, and after it as many fewer as have ended.
/// `begin` says how many begin on each day; of them the `several` last longer than that.
fn count(bars: &mut [Bar], begin: &[(NaiveDate, u32)], several: &[Span]) {
    let starts: Vec<NaiveDate> = bars.iter().map(|bar| bar.span.first).collect();
    // Comparing dates is quick; the days between them are not.
    let place = |day: NaiveDate| {
        starts
            .partition_point(|start| *start <= day)
            .saturating_sub(1)
    };
    let mut begun = vec![0_u32; bars.len()];
    for (date, count) in begin {
        begun[place(*date)] += count;
    }
    let mut ended = begun.clone();
    for span in several {
        ended[place(span.first)] -= 1;
        ended[place(span.last)] += 1;
    }
    let mut on = 0;
    for ((bar, begun), ended) in bars.iter_mut().zip(begun).zip(ended) {
        on += begun;
        bar.count = on;
        on -= ended;
    }
}
