//! The list: the matching events under the venue's days. Only what is near the view is rendered.

use chrono::NaiveDate;
use leptos::{html, prelude::*};
use listing::{
    results::Results,
    window::{Layout, Window},
};

use super::{
    day_section::{DaySection, pixels},
    empty::Empty,
};
use crate::{
    browser::scroll::{self, Follower, Seen},
    state::{Pruned, Shared, State},
    wording::use_language,
};

/// Heights to start from until some are measured, in CSS pixels: a card, a day's heading.
const GUESS: (f64, f64) = (97.0, 50.0);

/// The list of days.
#[component]
pub fn EventList() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let list = NodeRef::<html::Section>::new();
    // The part in view, in CSS pixels from the list's beginning; before the first look, what may be in view.
    let view = RwSignal::new((0.0, scroll::reach()));
    // The results it was seen of.
    let seen_of = RwSignal::new(None::<Shared<Results>>);
    let layout = StoredValue::new(Layout::new(&[], GUESS.0, GUESS.1));
    let cut = Memo::new(move |_| {
        let results = state.listing.listed.get();
        layout.set_value(Layout::new(&results.days, GUESS.0, GUESS.1));
        results
    });
    let window = Pruned::memo(move |_| {
        let results = cut.get();
        let (top, bottom) = if state.listing.whole.get() {
            (f64::NEG_INFINITY, f64::INFINITY)
        } else {
            let (top, bottom) = view.get();
            // Other results are first rendered where they are seen, a frame later a screen more on either side: what one
            // scrolls to is there already.
            let is_seen = seen_of.with(|of| of.as_ref() == Some(&results));
            let more = if is_seen { bottom - top } else { 0.0 };
            (top - more, bottom + more)
        };
        layout.with_value(|layout| layout.window(&results.days, top, bottom))
    });
    let look = move |seen: Seen| {
        layout.update_value(|layout| {
            seen.chunks
                .iter()
                .for_each(|(chunk, height)| layout.measure(*chunk, *height));
            seen.heading
                .into_iter()
                .for_each(|height| layout.measure_heading(height));
        });
        view.set((seen.top, seen.bottom));
        seen_of.set(Some(cut.get_untracked()));
    };
    let follower = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(list) = list.get() {
            follower.set_value(scroll::follow(&list, look));
        }
    });
    // Other results may leave the view past their end, without a scroll to tell of it.
    Effect::new(move || {
        cut.track();
        follower.with_value(|follower| follower.iter().for_each(Follower::look_again));
    });
    let days =
        move || window.with(|window| window.days.iter().map(|day| day.date).collect::<Vec<_>>());
    let section = move |date: Option<NaiveDate>| {
        let day = Pruned::memo(move |_| {
            window.with(|window| window.days.iter().find(|day| day.date == date).cloned())
        });
        view! { <DaySection date day /> }.into_any()
    };
    let room = move |of: fn(&Window) -> f64| Signal::derive(move || pixels(window.with(of)));
    let empty = move || state.listing.listed.with(|results| results.days.is_empty());
    view! {
        <section node_ref=list data-list id="events" tabindex="-1" aria-label=language.label("list.name")>
            <div style:block-size=room(|window| window.before)></div>
            <For each=days key=|date| *date children=section />
            <Show when=empty>
                <Empty />
            </Show>
            <div style:block-size=room(|window| window.after)></div>
        </section>
    }
}
