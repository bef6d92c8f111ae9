//! Whose clock shows the times: the venue's, or the visitor's own. Days stay the venue's.

use leptos::prelude::*;
use query::Clock;

use crate::{state::State, wording::use_language};

/// A native menu of the two clocks.
#[component]
pub fn ClockChoice() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let options = move || {
        let options = Clock::ALL.iter().map(|clock| {
            view! {
                <option value=clock.word() selected=move || state.clock.get() == *clock>
                    {move || language.text(&format!("clock.{}", clock.word()))}
                </option>
            }
        });
        options.collect_view()
    };
    let choose = move |event| {
        if let Some(clock) = Clock::of(&event_target_value(&event)) {
            state.choose_clock(clock);
        }
    };
    view! {
        <label>
            <span>{language.says("clock.name")}</span>
            <select name="clock" on:change=choose>{options}</select>
        </label>
    }
}
