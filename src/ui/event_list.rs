//! The list: the matching events under the venue's days.

use leptos::{html, prelude::*};

use super::{day_section::DaySection, empty::Empty};
use crate::{
    edge::scroll,
    state::{State, portions, rows},
    wording::use_language,
};

/// How many events are rendered at first, and how many more each time the end comes near.
const PORTION: usize = 150;

/// The list of days; grows as its end comes near, so that long calendars stay light.
#[component]
pub fn EventList() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let shown = RwSignal::new(PORTION);
    // A new set of results starts at its beginning again.
    Effect::new(move |_| {
        state.results.track();
        shown.set(PORTION);
    });
    let sentinel = NodeRef::<html::Div>::new();
    let _watch = scroll::when_near(sentinel, move || shown.update(|shown| *shown += PORTION));
    let portions = Memo::new(move |_| state.results.with(|results| portions(results, shown.get())));
    let complete = move || state.results.with(|results| rows(results)) <= shown.get();
    let empty = move || state.results.with(|results| results.days.is_empty());
    view! {
        <section data-list aria-label=move || language.text("list.name")>
            <For each=move || portions.get() key=|day| (day.date, day.events.clone()) let(day)>
                <DaySection day=day />
            </For>
            <Show when=empty>
                <Empty />
            </Show>
            <div node_ref=sentinel class="more-rows" hidden=complete aria-hidden="true"></div>
        </section>
    }
}
