//! The list: the matching events under the venue's days. Only what is near the view is rendered.

use calendar::window::Layout;
use leptos::{html, prelude::*};

use super::{day_section::DaySection, empty::Empty};
use crate::{
    edge::scroll::{self, Seen},
    state::State,
    wording::use_language,
};

/// Heights to start from until some are measured, in CSS pixels: a card, a day's heading.
const GUESS: (f64, f64) = (97.0, 50.0);

/// What is rendered before the first look at the view, in CSS pixels: more than a tall screen.
const FIRST: (f64, f64) = (0.0, 2400.0);

/// The list of days.
#[component]
pub fn EventList() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let list = NodeRef::<html::Section>::new();
    let view = RwSignal::new(FIRST);
    let layout = RwSignal::new(Layout::new(&[], GUESS.0, GUESS.1));
    let cut = Memo::new(move |_| {
        let results = state.listed.get();
        layout.set(Layout::new(&results.days, GUESS.0, GUESS.1));
        results
    });
    let window = Memo::new(move |_| {
        let results = cut.get();
        let (top, bottom) = if state.whole_list.get() {
            (f64::NEG_INFINITY, f64::INFINITY)
        } else {
            view.get()
        };
        layout.with(|layout| layout.window(&results.days, top, bottom))
    });
    let look = move |seen: Seen| {
        layout.update(|layout| {
            seen.chunks
                .iter()
                .for_each(|(chunk, height)| layout.measure(*chunk, *height));
            seen.heading
                .into_iter()
                .for_each(|height| layout.measure_heading(height));
        });
        // A screen more on either side: what one scrolls to is there already.
        let screen = seen.bottom - seen.top;
        view.set((seen.top - screen, seen.bottom + screen));
    };
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            // Kept until the list goes.
            StoredValue::new_local(scroll::follow(&list, look));
        }
    });
    // Other results may leave the view past their end, without a scroll to tell of it.
    Effect::new(move |_| {
        cut.track();
        if let Some(seen) = list.get_untracked().and_then(|list| scroll::seen(&list)) {
            look(seen);
        }
    });
    let empty = move || state.listed.with(|results| results.days.is_empty());
    let room = |height: f64| format!("{height:.1}px");
    view! {
        <section node_ref=list data-list aria-label=language.says("list.name")>
            <div style:block-size=move || window.with(|window| room(window.before))></div>
            <For
                each=move || window.with(|window| window.days.iter().map(|day| day.date).collect::<Vec<_>>())
                key=|date| *date
                let(date)
            >
                <DaySection date day=Memo::new(move |_| {
                    window.with(|window| window.days.iter().find(|day| day.date == date).cloned())
                }) />
            </For>
            <Show when=empty>
                <Empty />
            </Show>
            <div style:block-size=move || window.with(|window| room(window.after))></div>
        </section>
    }
}
