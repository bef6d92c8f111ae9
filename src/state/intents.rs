//! What a visitor can want: each intent changes the state and nothing else.

use chrono::NaiveDate;
use geo::{Area, MapPosition};
use listing::index::Index;
use query::{ActiveFilter, Clock, Facet, Query, Sort, Theme, View, When};

use super::{Address, Loaded, Origin, Phase, Shared, State, Step, phase::Failure};

impl State {
    /// Searches for words; one more letter is no new step in the history.
    pub fn search(self, words: String) {
        self.change(Step::Replace, |query| query.search(&words));
    }

    /// Keeps only events in the given time.
    pub fn choose_when(self, when: When) {
        self.change(Step::Push, |query| query.choose_when(when));
    }

    /// Keeps only events on the given days, inclusive.
    pub fn choose_dates(self, from: Option<NaiveDate>, to: Option<NaiveDate>) {
        self.change(Step::Push, |query| query.choose_days(from, to));
    }

    /// Keeps only events with one of these values; none means any.
    pub fn choose(self, facet: Facet, values: Vec<String>) {
        self.change(Step::Push, |query| query.chosen[facet] = values);
    }

    /// Keeps events with this value too, or no longer.
    pub fn choose_also(self, facet: Facet, value: &str, also: bool) {
        self.change(Step::Push, |query| match also {
            true => query.chosen.insert(facet, value),
            false => query.chosen.remove(facet, value),
        });
    }

    /// Keeps only events in the area that the map shows; `None`: wherever they are.
    pub fn limit(self, area: Option<Area>) {
        self.limit_by(Step::Push, area);
    }

    /// Keeps only events in the area that the map shows now; one that is dragged along is no new step in the history.
    pub fn limit_on(self, area: Area) {
        self.limit_by(Step::Replace, Some(area));
    }

    fn limit_by(self, step: Step, area: Option<Area>) {
        self.change(step, |query| {
            query.area = area;
            query.or.area.clear();
        });
    }

    /// Takes one filter away; the others stay.
    pub fn remove(self, filter: &ActiveFilter) {
        self.change(Step::Push, |query| query.remove(filter));
    }

    /// Takes every filter away; language, theme and view stay.
    pub fn reset(self) {
        self.change(Step::Push, Query::reset);
    }

    /// Opens an event.
    pub fn open(self, at: u32) {
        let id = self
            .loaded
            .with_untracked(|loaded| Some(loaded.as_ref()?.event(at)?.id.to_string()));
        if id.is_some() {
            self.change(Step::Push, |query| query.event = id);
        }
    }

    /// Closes the opened event.
    pub fn close(self) {
        self.change(Step::Push, |query| query.event = None);
    }

    /// Shows the list, the map, or both.
    pub fn show(self, view: View) {
        self.change(Step::Push, |query| query.view = view);
    }

    /// Speaks another language.
    pub fn speak(self, code: String) {
        self.change(Step::Replace, |query| query.lang = Some(code));
    }

    /// Shows times by this clock.
    pub fn choose_clock(self, clock: Clock) {
        self.change(Step::Replace, |query| query.clock = clock);
    }

    /// Puts the nearest events first, once it is known from where.
    pub fn nearest_first(self) {
        self.change(Step::Push, |query| query.sort = Sort::Near);
    }

    /// Measures distances from here. It is not part of the query.
    pub fn measure_from(self, origin: Origin) {
        self.origin.set(Some(origin));
    }

    /// Lists events day by day again, and forgets where distances were measured from.
    pub fn by_date(self) {
        self.origin.set(None);
        self.change(Step::Push, |query| query.sort = Sort::Date);
    }

    /// Chooses light or dark.
    pub fn choose_theme(self, theme: Theme) {
        self.change(Step::Replace, |query| query.theme = Some(theme));
    }

    /// Notes where the visitor moved the map.
    pub fn move_map(self, position: Option<MapPosition>) {
        self.change(Step::Replace, |query| query.map = position);
    }

    /// Follows the address bar: Back, Forward, a link.
    pub fn follow(self, query: Query) {
        self.at_one_spot.set(Vec::new());
        self.address.set(Address {
            query,
            step: Step::Stay,
        });
    }

    /// Shows what the page around an embed asks for.
    pub fn obey(self, query: &str) {
        self.at_one_spot.set(Vec::new());
        self.change(Step::Replace, |now| *now = now.asked(query));
    }

    /// Fetches the event file again.
    pub fn retry(self) {
        self.phase.set(Phase::default());
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Notes how much of the event file has arrived.
    pub fn receive(self, received: u64, total: Option<u64>) {
        self.phase.set(Phase::Loading { received, total });
    }

    /// Notes that the event file did not arrive or is none.
    pub fn fail(self, failure: Failure) {
        self.phase.set(Phase::Failed(failure));
    }

    /// Takes a calendar just read.
    pub fn take(self, loaded: Loaded) {
        self.phase.set(Phase::Ready(Shared::new(loaded)));
    }

    /// Takes a newer calendar in the place of the one shown, with the index of it.
    pub fn renew(self, loaded: Shared<Loaded>, index: Shared<Index>) {
        // They name events by their numbers in the old file.
        self.pointed.set(Vec::new());
        self.at_one_spot.set(Vec::new());
        // Nobody sees one without the other.
        self.index.set_untracked(Some(index));
        self.phase.set(Phase::Ready(loaded));
    }

    /// Leaves the list of events at one spot.
    pub fn leave_spot(self) {
        self.at_one_spot.set(Vec::new());
    }

    /// Marks the events under the pointer or the focus, in the list and on the map; none once it has left.
    pub fn point(self, events: Vec<u32>) {
        self.pointed.set(events);
    }

    /// Opens or closes the list of problems.
    pub fn show_problems(self, open: bool) {
        self.problems_open.set(open);
    }

    /// The query string of a link to an event, under the filters of this page.
    pub fn link_to(self, id: &str) -> String {
        self.event_links.with(|links| format!("?{}", links.to(id)))
    }

    pub(super) fn change(self, step: Step, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if self.query.with_untracked(|old| *old != query) {
            // A step the address bar has not taken yet stays one, whatever else changes with it.
            let pending = self
                .address
                .with_untracked(|address| address.step == Step::Push);
            let step = if pending { Step::Push } else { step };
            self.address.set(Address { query, step });
        }
    }

    /// Notes that the address bar says what it should.
    pub fn addressed(self) {
        self.address
            .update_untracked(|address| address.step = Step::Stay);
    }
}

/// How many filters are at work, the search among them.
pub fn active_filters(query: &Query) -> usize {
    query.active().len()
}
