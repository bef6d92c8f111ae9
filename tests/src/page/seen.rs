//! What the page's hooks say at one moment.

use serde::Deserialize;

/// A snapshot of the hooks (`docs/` lists them for scripts and tests).
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Seen {
    /// `loading`, `ready` or `failed`.
    pub state: String,
    /// `<html lang>`.
    pub lang: String,
    /// `<html dir>`.
    pub dir: String,
    /// Events read.
    pub total: Option<usize>,
    /// Events matching.
    pub matched: Option<usize>,
    /// Problems found in the file.
    pub problems: Option<usize>,
    /// The list, day by day, in the order shown.
    pub days: Vec<Day>,
    /// Ids of events with a marker of their own, sorted.
    pub markers: Vec<String>,
    /// Counts of the markers for several, sorted.
    pub clusters: Vec<usize>,
    /// The opened event.
    pub opened: Option<String>,
    /// The query string, without `?`.
    pub query: String,
}

/// One day of the list.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Day {
    /// `data-day`; empty when the date is unknown.
    pub date: String,
    /// `datetime` of the heading.
    pub heading: Option<String>,
    /// The ids listed.
    pub events: Vec<String>,
}

impl Seen {
    /// Every id in the list, in the order shown; an event of several days more than once.
    pub fn listed(&self) -> Vec<&str> {
        self.days
            .iter()
            .flat_map(|day| day.events.iter().map(String::as_str))
            .collect()
    }

    /// The days' dates, in the order shown.
    pub fn dates(&self) -> Vec<&str> {
        self.days.iter().map(|day| day.date.as_str()).collect()
    }

    /// How many events the map shows, alone or together.
    pub fn on_map(&self) -> usize {
        self.markers.len() + self.clusters.iter().sum::<usize>()
    }

    /// The snapshot without the long lists.
    pub fn in_short(&self) -> String {
        format!(
            "{} lang={} dir={} total={:?} matched={:?} problems={:?} listed={} on_map={} ({} single) opened={:?} query={:?}",
            self.state,
            self.lang,
            self.dir,
            self.total,
            self.matched,
            self.problems,
            self.listed().len(),
            self.on_map(),
            self.markers.len(),
            self.opened,
            self.query,
        )
    }
}

/// Reads everything in one go, so that list and map are of one moment.
pub(super) const SCRIPT: &str = "
    const root = document.documentElement, main = document.querySelector('main');
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const number = text => text === undefined ? null : Number(text);
    const map = all('[role=region]').find(region => region.querySelector('[data-event], [data-cluster]'));
    return {
        state: root.dataset.marchmap || '', lang: root.lang, dir: root.dir,
        total: number(main?.dataset.total), matched: number(main?.dataset.matched),
        problems: number(main?.dataset.problems),
        days: all('section[data-list] section[data-day]').map(day => ({
            date: day.dataset.day,
            heading: day.querySelector('h2 time')?.getAttribute('datetime') ?? null,
            events: all('li > article[data-event]', day).map(card => card.dataset.event),
        })),
        markers: map ? all('[data-event]', map).map(marker => marker.dataset.event).sort() : [],
        clusters: map ? all('[data-cluster]', map).map(marker => Number(marker.dataset.cluster)).sort((a, b) => a - b) : [],
        opened: document.querySelector('aside[data-open-event]')?.dataset.openEvent ?? null,
        query: location.search.replace(/^[?]/, ''),
    };
";
