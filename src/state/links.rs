//! Links to be given to others: what is shown here, opened in a window of its own.

use query::Query;

use super::State;

impl State {
    /// The query string (without `?`) of a link to the list as it is, without its embedding.
    pub fn link_to_list(self) -> String {
        let query = self.query.get();
        Query {
            event: None,
            embed: false,
            hide: Vec::new(),
            ..query
        }
        .print()
    }

    /// The query string (without `?`) of a link to one event: of this page's choices only those
    /// without which it would be another event, or another moment.
    pub fn link_to_event(self, id: &str) -> String {
        let query = self.query.get_untracked();
        Query {
            event: Some(id.to_owned()),
            data: query.data,
            now: query.now,
            lang: query.lang,
            ..Query::default()
        }
        .print()
    }

    /// What the visitor is looking at, in the words of the event file.
    pub fn title(self) -> String {
        let title = self.loaded.with_untracked(|loaded| {
            let loaded = loaded.as_ref()?;
            let event = self.opened.get_untracked().and_then(|at| loaded.event(at));
            match event {
                Some(event) => Some(String::from(event.title.clone())),
                None => loaded.calendar.about.title.clone().map(String::from),
            }
        });
        title.unwrap_or_default()
    }
}
