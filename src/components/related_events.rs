//! Events that belong to the opened one: the other dates of its series, what else is in its city that day.

use event_file::Calendar;
use leptos::prelude::*;
use listing::related;

use super::card_list::CardList;
use crate::{state::State, wording::use_language};

/// How many of each are shown.
const MOST: usize = 6;

/// Both lists; those of upcoming dates first, and none that is empty.
#[component]
pub fn RelatedEvents(
    /// Index of the opened event.
    at: u32,
) -> impl IntoView {
    view! {
        <Related at find=related::series key="related.series" name="series-dates" />
        <Related at find=related::beside key="related.beside" name="beside" />
    }
}

#[component]
fn Related(
    at: u32,
    find: fn(&Calendar, u32) -> Vec<u32>,
    key: &'static str,
    name: &'static str,
) -> impl IntoView {
    let state = expect_context::<State>();
    let loaded = state.source.loaded.get_untracked()?;
    let mut found = find(&loaded.calendar, at);
    if found.is_empty() {
        return None;
    }
    // From today on; where all are past, the last ones.
    let today = state.time.now.with_untracked(|now| now.today);
    let is_past = |at: &u32| {
        let span = loaded.event(*at).and_then(|event| event.span());
        span.is_some_and(|span| span.last < today)
    };
    let past = found.iter().filter(|at| is_past(at)).count();
    let first = past.min(found.len().saturating_sub(MOST));
    let mut found = found.split_off(first);
    found.truncate(MOST);
    let events = Signal::stored(found);
    Some(view! {
        <section class=format!("related {name}")>
            <h3>{use_language().label(key)}</h3>
            <CardList events with_day=true />
        </section>
    })
}
