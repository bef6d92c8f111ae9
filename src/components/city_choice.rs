//! Choosing a city of the calendar to measure distances from, without giving a position.

use fold::fold;
use leptos::{ev, prelude::*};
use listing::sort;

use crate::{
    reactive::{Derived, Held},
    state::{Origin, State},
    wording::{place, use_language},
};

/// How many cities are suggested, those with most events; every city of the calendar can be typed.
const SUGGESTED: usize = 300;

/// A city as it is offered.
#[derive(Clone, PartialEq)]
struct Offered {
    /// “Lyon, France”.
    label: String,
    city: String,
    event: u32,
}

/// A native field with suggestions.
#[component]
pub fn CityChoice(
    /// The id of its list of suggestions.
    list: &'static str,
    /// Called after a city was chosen.
    #[prop(into)]
    on_chosen: Callback<()>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let unknown = Held::new(None::<String>);
    let cities = Derived::new(move || {
        let spoken = language.current();
        let loaded = state.loaded.get();
        let cities = loaded.iter().flat_map(|loaded| {
            let offered = |city: sort::City| {
                let event = loaded.event(city.event)?;
                let name = event.city_in(&spoken.code)?.text.to_owned();
                let names = [Some(name.clone()), place::country(event, &spoken)];
                let names: Vec<String> = names.into_iter().flatten().collect();
                Some(Offered {
                    label: names.join(&spoken.text("event.separator", &[])),
                    city: name,
                    event: city.event,
                })
            };
            sort::cities(&loaded.calendar)
                .into_iter()
                .filter_map(offered)
        });
        cities.collect::<Vec<_>>()
    });
    let suggested = move || {
        let cities = cities.with(|cities| {
            let labels = cities.iter().take(SUGGESTED).map(|city| city.label.clone());
            labels.collect::<Vec<_>>()
        });
        let options = cities
            .into_iter()
            .map(|label| view! { <option value=label></option> });
        options.collect_view()
    };
    // While one types only a whole label is meant; at the end the city's name alone will do.
    let choose = move |words: String, finished: bool| {
        let folded = fold(words.trim());
        // The field may be gone by the time it tells of its last change.
        if !unknown.try_set(None) || folded.is_empty() {
            return;
        }
        let found = cities.with(|cities| {
            let exact = cities.iter().find(|city| fold(&city.label) == folded);
            let named = || cities.iter().find(|city| fold(&city.city) == folded);
            exact.or_else(|| finished.then(named).flatten()).cloned()
        });
        let Some(found) = found else {
            unknown.set(finished.then_some(words));
            return;
        };
        let position = state
            .loaded
            .with(|loaded| loaded.as_ref()?.event(found.event)?.position);
        if let Some(position) = position {
            state.nearest_first();
            state.measure_from(Origin {
                position,
                city: Some(found.city),
            });
            on_chosen.run(());
        }
    };
    // Not every browser takes the key for a change.
    let enter = move |key: ev::KeyboardEvent| {
        if key.key() == "Enter" {
            choose(event_target_value(&key), true);
        }
    };
    let trouble = move || {
        unknown.get().map(|words| {
            let text = language.text_with("near.unknown_city", &[("words", words.trim())]);
            view! { <p class="aside" role="status">{text}</p> }
        })
    };
    view! {
        <label class="city-choice">
            <span>{language.says("near.city")}</span>
            <input
                type="text"
                name="near"
                list=list
                autocomplete="off"
                on:input=move |event| choose(event_target_value(&event), false)
                on:change=move |event| choose(event_target_value(&event), true)
                on:keydown=enter
            />
            <datalist id=list>{suggested}</datalist>
        </label>
        {trouble}
    }
}
