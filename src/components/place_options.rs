//! Places to look around, suggested beneath a text field: a combobox (WAI-ARIA Authoring Practices, list autocomplete).

use std::time::Duration;

use geo::Position;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::{
    browser::listener::Listener,
    load::{cities, known_cities::KnownCities},
    state::{Shared, State},
    wording::{
        places::{self, Known, LETTERS, Place, SUGGESTED},
        use_language,
    },
};

/// The suggestions for what a field holds; choosing one keeps what is near that place. The field becomes a combobox.
#[component]
pub fn PlaceOptions(
    /// The field.
    input: NodeRef<html::Input>,
    /// The id of the list of suggestions.
    list: &'static str,
    /// What the field holds.
    words: Signal<String>,
    /// Whether Enter takes the first suggestion where none is marked.
    #[prop(optional)]
    takes_first: bool,
    /// Called with the typed words when no suggestion matches them.
    #[prop(optional)]
    on_unknown: Option<Callback<String>>,
    /// Called after a place was chosen.
    #[prop(optional)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let open = RwSignal::new(false);
    let marked = RwSignal::new(None::<usize>);
    let known = KnownCities::start(state, language, open.into());
    let options = RwSignal::new(Vec::<Place>::new());
    let suggest = move |known: Option<Shared<Vec<Known>>>| {
        let cities = state.positions.cities.get();
        let count = |from: &[Position]| state.listing.count_around(from, &SUGGESTED);
        let (loaded, language) = (state.source.loaded.get()?, language.get());
        let words = words.get();
        let found = match places::is_short(&words) {
            true => Vec::new(),
            false => {
                let own = (&loaded.calendar, &known?[..]);
                places::called(&words, own, cities.as_deref(), &count, &language)
            }
        };
        options.set(found);
        Some(())
    };
    let suggest = move |known: Option<Shared<Vec<Known>>>| {
        // Nothing is suggested of a calendar that is not there, or whose cities are still gathered.
        let _ = untrack(|| suggest(known));
    };
    // A frame behind the field, so that the list answers to a letter first.
    let pending = StoredValue::new(false);
    Effect::new(move || {
        words.track();
        state.listing.results.track();
        state.positions.cities.track();
        let gathered = known.gathered();
        if !open.get() {
            options.set(Vec::new());
        } else if gathered.is_some() && !pending.get_value() {
            pending.set_value(true);
            request_animation_frame(move || {
                let later = move || {
                    // Nothing is left to suggest for when the field has gone meanwhile.
                    if pending.try_set_value(false).is_none() && open.get_untracked() {
                        suggest(untrack(|| known.gathered()));
                    }
                };
                set_timeout(later, Duration::ZERO);
            });
        }
    });
    // A key may come before that.
    let catch_up = move || {
        if pending.get_value() || options.with_untracked(Vec::is_empty) {
            suggest(known.at_once());
        }
    };
    let shown = move || options.with(|options| !options.is_empty());
    // The cities that come with the page are fetched once somebody types the name of one.
    Effect::new(move || {
        if open.get() && words.with(|words| words.trim().chars().count() > LETTERS) {
            cities::load(state.positions);
        }
    });
    let take = move |at: usize| {
        let place = options.with_untracked(|options| options.get(at).cloned());
        let Some(Place { near, within, .. }) = place else {
            return false;
        };
        open.set(false);
        state.address.look_near(near, within);
        if let Some(chosen) = on_chosen {
            chosen.run(());
        }
        true
    };
    let step = move |forward: bool| {
        open.set(true);
        catch_up();
        let places = options.with_untracked(Vec::len);
        // Past either end no place is marked, and the keys are the field's again.
        marked.update(|marked| {
            *marked = match (*marked, forward) {
                _ if places == 0 => None,
                (None, true) => Some(0),
                (None, false) => Some(places - 1),
                (Some(at), true) => Some(at + 1).filter(|at| *at < places),
                (Some(at), false) => at.checked_sub(1),
            };
        });
        untrack(shown)
    };
    let enter = move || {
        let Some(at) = marked.get_untracked().or(takes_first.then_some(0)) else {
            open.set(false);
            return false;
        };
        open.set(true);
        catch_up();
        let words = words.get_untracked();
        if !take(at)
            && !words.trim().is_empty()
            && let Some(unknown) = on_unknown
        {
            unknown.run(words);
        }
        true
    };
    // Whether the key is taken.
    let press = move |key: &KeyboardEvent| match key.key().as_str() {
        "ArrowDown" => step(true),
        "ArrowUp" => step(false),
        "Enter" => enter(),
        "Escape" if untrack(shown) => {
            open.set(false);
            key.stop_propagation();
            true
        }
        _ => false,
    };
    let listeners = StoredValue::new(Vec::new());
    Effect::new(move || {
        let Some(input) = input.get() else { return };
        let fixed = [
            ("role", "combobox"),
            ("aria-autocomplete", "list"),
            ("aria-controls", list),
        ];
        for (name, value) in fixed {
            // Fails only for names that are none.
            let _ = input.set_attribute(name, value);
        }
        listeners.set_value(vec![
            Listener::new(&input, "input", move |_| {
                marked.set(None);
                open.set(true);
            }),
            Listener::new(&input, "blur", move |_| open.set(false)),
            Listener::active(&input, "keydown", move |event| {
                let key: &KeyboardEvent = event.unchecked_ref();
                let plain = !(key.alt_key() || key.ctrl_key() || key.meta_key());
                if plain && !key.is_composing() && press(key) {
                    key.prevent_default();
                }
            }),
        ]);
    });
    on_cleanup(move || drop(listeners.try_set_value(Vec::new())));
    let id = move |at: usize| format!("{list}-{at}");
    Effect::new(move || {
        let Some(input) = input.get() else { return };
        let _ = input.set_attribute("aria-expanded", &shown().to_string());
        let _ = match marked.get().filter(|_| shown()) {
            Some(at) => input.set_attribute("aria-activedescendant", &id(at)),
            None => input.remove_attribute("aria-activedescendant"),
        };
    });
    let items = move || {
        let items = options.get().into_iter().enumerate().map(|(at, place)| {
            view! {
                <li
                    role="option"
                    id=id(at)
                    aria-selected=move || (marked.get() == Some(at)).to_string()
                    data-near=place.near.to_string()
                    // The field keeps the focus.
                    on:mousedown=|press| press.prevent_default()
                    on:click=move |_| {
                        take(at);
                    }
                >
                    <span dir="auto">{place.text}</span>
                    <span class="aside" dir="auto">{place.country}</span>
                </li>
            }
        });
        items.collect_view()
    };
    view! {
        <ul
            class="places"
            id=list
            role="listbox"
            aria-label=language.label("near.places")
            hidden=move || !shown()
        >
            {items}
        </ul>
    }
}
