//! What places are called in other languages, gathered once somebody searches for words.

use std::time::Duration;

use event_file::Calendar;
use leptos::{prelude::*, task::spawn_local};
use listing::{aliases::Aliases, filter::Filter, index::Index};
use map::{cities::Cities, labels::City};
use query::Facet;
use texts::LANGUAGES;

use super::cities;
use crate::{
    browser::{intl::Locale, task::next_task},
    state::{Elsewhere, Pruned, Shared, State},
};

/// By language of the interface, by country of the calendar: what it is called.
type Countries = Vec<Vec<(String, String)>>;

/// Gathers the names of the calendar's countries, and those of its cities as soon as the cities that come with the page
/// are there; ends with its owner.
pub fn start(state: State) {
    let asks = Memo::new(move |_| {
        state
            .address
            .query
            .with(|query| !query.q.is_empty() || !query.or.q.is_empty())
    });
    let countries = Pruned::signal(Countries::new());
    // A large calendar is prepared step by step, and not all at once for this.
    let indexed = Memo::new(move |_| {
        let is_wanted = asks.get() && state.listing.prepared.get();
        is_wanted.then(|| state.listing.index.get()).flatten()
    });
    Effect::new(move || {
        countries.set(Vec::new());
        if indexed.with(Option::is_some) {
            gather(state, countries, 0);
        }
    });
    Effect::new(move || {
        let (index, loaded) = (indexed.get(), state.source.loaded.get());
        let (Some(index), Some(loaded)) = (index, loaded) else {
            return;
        };
        if countries.with(Vec::len) < LANGUAGES.len() {
            return;
        }
        let cities = state.positions.cities.get();
        // In tasks of their own: to add the cities, and to filter by what was found.
        spawn_local(async move {
            next_task().await;
            let Some(aliases) = countries.try_with_untracked(|countries| {
                gathered(&loaded.calendar, &index, countries, cities.as_deref())
            }) else {
                return;
            };
            next_task().await;
            if state.listing.index.get_untracked().as_ref() == Some(&index) {
                state.listing.elsewhere.set(Some(Elsewhere {
                    index,
                    aliases: Shared::new(aliases),
                    add: Filter::add_aliases,
                }));
            }
        });
    });
    // A link with words that are found nowhere may mean a city by another of its names.
    Effect::new(move || {
        let finds_nothing = state
            .listing
            .results
            .with(|results| results.matched.is_empty());
        if asks.get() && state.ready() && finds_nothing {
            cities::load(state.positions);
        }
    });
}

/// All names of the calendar's countries and cities.
fn gathered(
    calendar: &Calendar,
    index: &Index,
    countries: &Countries,
    cities: Option<&Cities>,
) -> Aliases {
    let mut aliases = Aliases::default();
    let names = |code: &str| {
        let named = countries.iter().flatten().filter(|(own, _)| own == code);
        named.map(|(_, name)| name.clone()).collect()
    };
    aliases.add_countries(calendar, index, &names);
    for City(own, _, _, _, country, names) in cities.into_iter().flat_map(Cities::all) {
        let names = std::iter::once(own).chain(names.values());
        aliases.add_city(calendar, index, country, names.map(String::as_str));
    }
    aliases
}

/// Asks the browser for the names in one language after another, each in a task of its own.
fn gather(state: State, so_far: Pruned<RwSignal<Countries>>, at: usize) {
    let Some((language, _)) = LANGUAGES.get(at) else {
        return;
    };
    let step = move || {
        let Some(count) = so_far.try_with_untracked(Vec::len) else {
            return;
        };
        // Another calendar is there by now.
        if count != at {
            return;
        }
        let locale = Locale::new(language);
        let codes = state.listing.values(Facet::Country);
        let named = codes.iter().flat_map(|code| {
            let upper = code.to_ascii_uppercase();
            let names = [locale.country(&upper), locale.full_country(&upper)];
            names
                .into_iter()
                .flatten()
                .map(|name| (code.to_string(), name))
        });
        so_far.update(|so_far| so_far.push(named.collect()));
        gather(state, so_far, at + 1);
    };
    set_timeout(step, Duration::ZERO);
}
