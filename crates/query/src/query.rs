//! What a link can say, and how it is changed.

use chrono::{DateTime, FixedOffset, NaiveDate};
use geo::{Area, MapPosition};

use crate::accent::Colour;
use crate::choice::{Clock, Part, Sort, Theme, View, When};
use crate::chosen::{Chosen, Facet};
use crate::near::{Near, WITHIN};

/// Everything a link can say. [`Query::parse`] and [`Query::print`] are inverse.
///
/// Two conditions hold for what [`Query::parse`] returns, and must be kept by whoever changes a
/// query for the inverse to hold: no text is `Some("")` or an empty choice, no value stands twice,
/// and [`Query::rest`] has only what is not understood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    /// Words, all of which must match, as typed. Set it with [`Query::search`].
    pub q: String,
    /// When; not regarded where [`Query::from`] or [`Query::to`] is given. Set it with [`Query::choose_when`].
    pub when: When,
    /// The first day, by the venue's calendar.
    pub from: Option<NaiveDate>,
    /// The last day, inclusive, by the venue's calendar.
    pub to: Option<NaiveDate>,
    /// Values chosen by facet.
    pub chosen: Chosen,
    /// Only what lies inside. Set it with [`Query::choose_area`].
    pub area: Option<Area>,
    /// Further values of `q`, `when` and `area`, where a link repeats the key.
    pub or: Alternatives,
    /// Only what lies around this place. Set it with [`Query::look_near`].
    pub near: Option<Near>,
    /// How far around it, in kilometres; [`WITHIN`] where there is none.
    pub within: Option<u16>,
    /// Where the map looks.
    pub map: Option<MapPosition>,
    /// What is shown.
    pub view: View,
    /// In which order.
    pub sort: Sort,
    /// The id of the opened event.
    pub event: Option<String>,
    /// The interface language, BCP 47.
    pub lang: Option<String>,
    /// The theme; the visitor's system decides when there is none.
    pub theme: Option<Theme>,
    /// The colour of links and of what is chosen, as far as its contrast allows.
    pub accent: Option<Colour>,
    /// Whose clock shows the times.
    pub clock: Clock,
    /// What is wrong in the event file is shown.
    pub check: bool,
    /// Shown inside another site.
    pub embed: bool,
    /// Parts of the page left out.
    pub hide: Vec<Part>,
    /// Another event file, a path for which [`is_same_origin_path`](crate::is_same_origin_path) holds.
    pub data: Option<String>,
    /// The moment to show the page at, instead of the real one.
    pub now: Option<DateTime<FixedOffset>>,
    /// Keys and values that are not understood, in the order written; printed again.
    pub rest: Vec<(String, String)>,
}

/// Further values of the keys that mostly have one: an event matches when one of them does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alternatives {
    /// Other words that would do.
    pub q: Vec<String>,
    /// Other times that would do.
    pub when: Vec<When>,
    /// Other areas that would do.
    pub area: Vec<Area>,
}

impl Query {
    /// Asks for words, instead of any asked for before.
    pub fn search(&mut self, words: &str) {
        self.q = words.to_owned();
        self.or.q.clear();
    }

    /// Asks for a time, instead of any time, first or last day asked for before.
    pub fn choose_when(&mut self, when: When) {
        self.when = when;
        self.or.when.clear();
        self.from = None;
        self.to = None;
    }

    /// Asks for days, instead of any time asked for before.
    pub fn choose_days(&mut self, from: Option<NaiveDate>, to: Option<NaiveDate>) {
        self.choose_when(When::default());
        self.from = from;
        self.to = to;
    }

    /// Asks for what lies in `area`, instead of any area asked for before.
    pub fn choose_area(&mut self, area: Option<Area>) {
        self.area = area;
        self.or.area.clear();
    }

    /// Asks for what lies around a place, this many kilometres at most, or for any place again.
    pub fn look_near(&mut self, near: Option<Near>, within: u16) {
        self.within = near.as_ref().map(|_| within).filter(|km| *km != WITHIN);
        self.near = near;
    }

    /// How far around a place to look, in kilometres.
    pub fn kilometres(&self) -> f64 {
        f64::from(self.within.unwrap_or(WITHIN))
    }

    /// Asks for all events with a value of a facet, of any time, and nothing else; none is opened.
    pub fn show_only(&mut self, facet: Facet, value: &str) {
        self.reset();
        self.choose_when(When::All);
        self.chosen.insert(facet, value);
        self.event = None;
    }

    /// Asks for everything again; how it is shown stays.
    pub fn reset(&mut self) {
        self.search("");
        self.choose_when(When::default());
        self.choose_area(None);
        self.look_near(None, WITHIN);
        self.chosen = Chosen::default();
    }
}
