//! The feeds of a site (`feeds.json`), and which of them to subscribe to for what is shown.

use std::cmp::Reverse;

use event_file::{Calendar, Event};
use fold::fold;
use query::{Facet, Query};

/// A feed that calendar apps can subscribe to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// The values that all its events have; none for the feed of all events.
    pub scope: Vec<(Facet, String)>,
    /// What it is called, in the site's language.
    pub name: String,
    /// How many events it is about, whether over or not.
    pub count: u32,
    /// The path of the iCalendar file within the site.
    pub ics: String,
}

/// The feed with the fewest events that has all that `query` asks for, now and later; `matched` are the events it
/// shows now. Words, days and distances have no feeds: the feed then has more than is shown.
pub fn narrowest<'f>(
    feeds: &'f [Feed],
    query: &Query,
    calendar: &Calendar,
    matched: &[u32],
) -> Option<&'f Feed> {
    let covers = |feed: &&Feed| {
        let mut pairs = feed.scope.iter();
        pairs.all(|(facet, value)| {
            let is = |other: &str| fold(other) == fold(value);
            match query.chosen[*facet].as_slice() {
                [] => {
                    // The country goes with a city or region; it is meant where there is no other of that name.
                    *facet == Facet::Country
                        && feed.scope.len() > 1
                        && events(calendar, matched)
                            .all(|event| event.country.as_deref().is_some_and(is))
                }
                chosen => chosen.iter().all(|chosen| is(chosen)),
            }
        })
    };
    feeds
        .iter()
        .filter(covers)
        .min_by_key(|feed| (feed.count, Reverse(feed.scope.len())))
}

fn events<'c>(calendar: &'c Calendar, matched: &[u32]) -> impl Iterator<Item = &'c Event> {
    let event = |at: &u32| calendar.events.get(*at as usize);
    matched.iter().filter_map(event)
}

#[cfg(test)]
mod tests {
    use event_file::zone::NoRules;

    use super::*;

    fn feeds() -> Vec<Feed> {
        let feed = |scope: &[(Facet, &str)], name: &str, count| Feed {
            scope: scope
                .iter()
                .map(|(facet, value)| (*facet, (*value).to_owned()))
                .collect(),
            name: name.to_owned(),
            count,
            ics: format!("feeds/{name}.ics"),
        };
        vec![
            feed(&[], "All events", 9),
            feed(&[(Facet::Country, "FR")], "France", 6),
            feed(
                &[(Facet::Country, "FR"), (Facet::City, "Lyon")],
                "Lyon, France",
                3,
            ),
            feed(&[(Facet::Kind, "vigil")], "Vigil", 2),
            feed(&[(Facet::Country, "DE")], "Germany", 3),
            feed(
                &[(Facet::Country, "DE"), (Facet::City, "Bonn")],
                "Bonn, Germany",
                3,
            ),
        ]
    }

    const EVENTS: &str = r#"[{"title":"a","start":"2031-01-01","city":"Lyon","country":"FR"},
        {"title":"b","start":"2031-01-01","city":"Lyon","country":"US"}]"#;

    #[track_caller]
    fn check(query: &str, matched: &[u32], expected: &str) {
        let (calendar, _) = event_file::read(EVENTS.as_bytes().to_vec(), &NoRules).unwrap();
        let feeds = feeds();
        let found = narrowest(&feeds, &Query::parse(query), &calendar, matched);
        assert_eq!(found.map(|feed| &*feed.name), Some(expected), "{query}");
    }

    #[test]
    fn the_narrowest_feed_has_all_that_is_shown() {
        check("", &[0, 1], "All events");
        check("q=march&when=today", &[0], "All events");
        check("country=FR", &[0], "France");
        check("country=fr&kind=vigil", &[0], "Vigil");
        check("country=FR&q=march", &[0], "France");
        check("country=DE&city=Bonn", &[], "Bonn, Germany");
        check("country=DE", &[], "Germany");
        check("country=FR&country=US", &[0, 1], "All events");
        check("country=FR&city=lyon", &[0], "Lyon, France");
        check("tag=other", &[0], "All events");
    }

    #[test]
    fn a_city_is_in_one_country() {
        check("city=Lyon", &[0], "Lyon, France");
        check("city=Lyon", &[0, 1], "All events");
    }
}
