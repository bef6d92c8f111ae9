//! The days a query asks for.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::index::Dates;
use crate::now::Now;
use crate::over::day_is_over;
use event_file::day::Span;
use event_file::event::Event;
use event_file::zone::Zones;
use query::{Query, When};

/// What a query asks of an event's days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// Not over.
    Upcoming,
    /// Over.
    Past,
    /// Anything, a date or none.
    All,
    /// A day from the first to the last, inclusive; an open side has no bound.
    Days(Option<NaiveDate>, Option<NaiveDate>),
}

/// Whether `query` asks for nothing but what is upcoming.
pub fn asks_upcoming(query: &Query) -> bool {
    Window::Upcoming == Window::from(query.when, NaiveDate::MIN)
        && query.or.when.is_empty()
        && query.from.is_none()
        && query.to.is_none()
}

impl Window {
    /// What `query` asks for; one of them must hold. First and last days count instead of `when`.
    pub fn of(query: &Query, now: &Now) -> Vec<Self> {
        if query.from.is_some() || query.to.is_some() {
            return vec![Self::Days(query.from, query.to)];
        }
        let asked = std::iter::once(&query.when).chain(&query.or.when);
        asked.map(|when| Self::from(*when, now.today)).collect()
    }

    fn from(when: When, today: NaiveDate) -> Self {
        let after = |days| today.checked_add_days(Days::new(days));
        match when {
            When::Upcoming => Self::Upcoming,
            When::Past => Self::Past,
            When::All => Self::All,
            When::Today => Self::Days(Some(today), Some(today)),
            When::Tomorrow => Self::Days(after(1), after(1)),
            When::Week => Self::Days(Some(today), after(6)),
            When::Month => Self::Days(Some(today), after(29)),
            When::Weekend if today.weekday() == Weekday::Sun => {
                Self::Days(today.pred_opt(), Some(today))
            }
            When::Weekend => {
                let to_saturday = 5 - u64::from(today.weekday().num_days_from_monday());
                Self::Days(after(to_saturday), after(to_saturday + 1))
            }
        }
    }

    /// Whether a day of `span` may be one that this asks for, whatever is on it.
    pub fn touches(self, span: Span, today: NaiveDate) -> bool {
        match self {
            Self::All => true,
            Self::Upcoming => span.last >= today,
            Self::Past => span.first <= today,
            Self::Days(first, last) => span.within(first, last).is_some(),
        }
    }

    /// Whether this matches `event`.
    pub fn holds(self, event: &Event, dates: &Dates, now: &Now, zones: &dyn Zones) -> bool {
        match self {
            Self::All => true,
            Self::Past => dates.are_over(event, now, zones),
            Self::Upcoming => !dates.are_over(event, now, zones),
            Self::Days(first, last) => {
                let within = |span: Span| span.within(first, last).is_some();
                dates.span.is_some_and(within)
            }
        }
    }

    /// Whether this matches `event`, and if so its days that do; `Some(None)` when it has no date.
    pub fn days(
        self,
        event: &Event,
        dates: &Dates,
        now: &Now,
        zones: &dyn Zones,
    ) -> Option<Option<Span>> {
        let span = dates.span;
        match self {
            Self::All => Some(span),
            Self::Past => dates.are_over(event, now, zones).then_some(span),
            Self::Upcoming if dates.are_over(event, now, zones) => None,
            Self::Upcoming => Some(span.map(|span| still_on(span, event, now, zones))),
            Self::Days(first, last) => Some(Some(span?.within(first, last)?)),
        }
    }
}

/// The days of an event that is not over from the one it is at: those before have ended at the venue.
fn still_on(span: Span, event: &Event, now: &Now, zones: &dyn Zones) -> Span {
    if span.first == span.last {
        return span;
    }
    // No clock on Earth is two dates behind UTC.
    let earliest = now.instant.date_naive().checked_sub_days(Days::new(2));
    let mut first = earliest.map_or(span.first, |date| date.max(span.first));
    while first < span.last && day_is_over(first, event, now, zones) {
        first = first.succ_opt().unwrap_or(span.last);
    }
    Span {
        first: first.min(span.last),
        last: span.last,
    }
}
