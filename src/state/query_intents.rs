//! What a visitor can want of the query: each intent changes it and nothing else.

use chrono::NaiveDate;
use event_file::day::Span;
use geo::{Area, MapPosition};
use query::near::{Near, WITHIN};
use query::{ActiveFilter, Clock, Facet, Query, Sort, Theme, View, When};

use super::{Address, Step};

impl Address {
    /// Searches for words; one more letter is no entry of the history.
    pub fn search(self, words: String) {
        self.change(Step::Replace, |query| query.search(&words));
    }

    /// Keeps only events in the given time.
    pub fn choose_when(self, when: When) {
        self.change(Step::Push, |query| query.choose_when(when));
    }

    /// Keeps only events on the given days, inclusive; `None` is open.
    pub fn choose_dates(self, from: Option<NaiveDate>, to: Option<NaiveDate>) {
        self.change(Step::Push, |query| query.choose_days(from, to));
    }

    /// Keeps only events on a day, or on some in a row; all days again where these are chosen already.
    pub fn choose_day(self, days: Span) {
        self.change(Step::Push, |query| {
            let (from, to) = (Some(days.first), Some(days.last));
            match (query.from, query.to) == (from, to) {
                true => query.choose_days(None, None),
                false => query.choose_days(from, to),
            }
            query.event = None;
        });
    }

    /// Keeps only events of a month, like one more page turned: no entry of the history.
    pub fn show_month(self, month: Span) {
        self.change(Step::Replace, |query| {
            query.choose_days(Some(month.first), Some(month.last));
        });
    }

    /// Keeps events with this value too, or no longer.
    pub fn choose_also(self, facet: Facet, value: &str, also: bool) {
        self.change(Step::Push, |query| match also {
            true => query.chosen.insert(facet, value),
            false => query.chosen.remove(facet, value),
        });
    }

    /// Lists all events with a value of a facet, of any time, and nothing else.
    pub fn show_value(self, facet: Facet, value: &str) {
        self.change(Step::Push, |query| query.show_only(facet, value));
    }

    /// Keeps only events in the area; `None`: wherever they are.
    pub fn choose_area(self, area: Option<Area>) {
        self.set_area(Step::Push, area);
    }

    /// Keeps only events in the area the map was moved to, while the area is a filter; no entry of the history.
    pub fn move_area(self, area: Area) {
        self.set_area(Step::Replace, Some(area));
    }

    fn set_area(self, step: Step, area: Option<Area>) {
        self.change(step, |query| {
            query.area = area;
            query.or.area.clear();
        });
    }

    /// Removes one filter; the others stay.
    pub fn remove(self, filter: &ActiveFilter) {
        self.change(Step::Push, |query| query.remove(filter));
    }

    /// Removes every filter; language, theme and view stay.
    pub fn reset(self) {
        self.change(Step::Push, Query::reset);
    }

    /// Shows the list, the map, both, or the month.
    pub fn show(self, view: View) {
        self.change(Step::Push, |query| query.view = view);
    }

    /// Changes the interface's language.
    pub fn choose_language(self, code: String) {
        self.change(Step::Replace, |query| query.lang = Some(code));
    }

    /// Shows times by this clock.
    pub fn choose_clock(self, clock: Clock) {
        self.change(Step::Replace, |query| query.clock = clock);
    }

    /// Chooses light or dark.
    pub fn choose_theme(self, theme: Theme) {
        self.change(Step::Replace, |query| query.theme = Some(theme));
    }

    /// Puts the events nearest to the visitor first, once that position is known, instead of those near a named place.
    pub fn nearest_to_visitor(self) {
        self.change(Step::Push, |query| {
            query.look_near(None, WITHIN);
            query.sort = Sort::Near;
        });
    }

    /// Keeps only events around a place, instead of those found by words.
    pub fn look_near(self, near: Near, within: u16) {
        self.change(Step::Push, |query| {
            query.search("");
            query.look_near(Some(near), within);
        });
    }

    /// Looks this many kilometres around the place at hand.
    pub fn look_within(self, within: u16) {
        self.change(Step::Push, |query| {
            let near = query.near.take();
            query.look_near(near, within);
        });
    }

    /// Puts the nearest events first, or lists them day by day.
    pub fn sort(self, sort: Sort) {
        self.change(Step::Push, |query| query.sort = sort);
    }

    /// Notes where the map was moved to; `None`: it shows what the results need.
    pub fn move_map(self, position: Option<MapPosition>) {
        self.change(Step::Replace, |query| query.map = position);
    }

    /// Opens or closes the list of what is wrong in the event file.
    pub fn show_check(self, open: bool) {
        self.change(Step::Push, |query| query.check = open);
    }

    /// Closes the opened event.
    pub fn close(self) {
        self.change(Step::Push, |query| query.event = None);
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::*;
    use crate::state::testing::with_owner;

    /// The query `before` is `after` once `intent` was done.
    fn check(before: &str, intent: impl FnOnce(Address), after: &str) {
        with_owner(|| {
            let address = Address::new(Query::parse(before));
            intent(address);
            assert_eq!(address.query.with_untracked(Query::print), after);
        });
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 11, day).unwrap()
    }

    #[test]
    fn intents_change_the_query() {
        check("", |address| address.search("oslo ".into()), "q=oslo+");
        check(
            "country=DE&country=FR",
            |address| address.choose_also(Facet::Country, "DE", false),
            "country=FR",
        );
        check(
            "country=DE&q=a&lang=ar&view=map",
            Address::reset,
            "view=map&lang=ar",
        );
        check("event=a&q=b", Address::close, "q=b");
        let lyon = || Near::new("Lyon", Some("FR")).unwrap();
        check(
            "q=lyo&kind=vigil",
            |address| address.look_near(lyon(), 100),
            "kind=vigil&near=Lyon,FR&within=100",
        );
        check(
            "near=Lyon&within=100",
            |address| address.look_within(25),
            "near=Lyon",
        );
        check(
            "near=Lyon&within=100",
            Address::nearest_to_visitor,
            "sort=near",
        );
        check(
            "when=past",
            |address| address.choose_dates(Some(day(3)), None),
            "from=2023-11-03",
        );
    }

    #[test]
    fn a_day_chosen_twice_is_chosen_no_longer() {
        let span = Span {
            first: day(4),
            last: day(5),
        };
        check(
            "event=a",
            |address| address.choose_day(span),
            "from=2023-11-04&to=2023-11-05",
        );
        check(
            "from=2023-11-04&to=2023-11-05",
            |address| address.choose_day(span),
            "",
        );
    }
}
