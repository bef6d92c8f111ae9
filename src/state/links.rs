//! Links: to an event on this page, and to what is shown here, opened in a window of its own.

use leptos::prelude::*;
use query::{Facet, Query};

use super::Address;

impl Address {
    /// The query string, with `?`, of a link to an event under the filters of this page.
    pub fn link_to(self, id: &str) -> String {
        self.event_links.with(|links| format!("?{}", links.to(id)))
    }

    /// The query string, with `?`, of a link to all events with a value of a facet.
    pub fn link_to_value(self, facet: Facet, value: &str) -> String {
        let mut query = self.query.get_untracked();
        query.show_only(facet, value);
        format!("?{}", query.print())
    }

    /// The query string, without `?`, of a link to the list as it is, without its embedding.
    pub fn link_to_list(self) -> String {
        let query = self.query.get();
        Query {
            event: None,
            check: false,
            embed: false,
            hide: Vec::new(),
            ..query
        }
        .print()
    }

    /// The query string, without `?`, of a link to one event: of this page's choices only those that decide which
    /// event it is, at which moment, in which language.
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::with_owner;

    #[test]
    fn links_leave_out_what_concerns_this_window_only() {
        with_owner(|| {
            let query = "q=a&event=x&lang=ar&embed=1&hide=map&data=b.json";
            let address = Address::new(Query::parse(query));
            assert_eq!(
                untrack(|| address.link_to_list()),
                "q=a&lang=ar&data=b.json"
            );
            assert_eq!(address.link_to_event("y"), "event=y&lang=ar&data=b.json");
        });
    }
}
