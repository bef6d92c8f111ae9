//! While the nearest events come first: from where, why that is not known, and the way back.

use leptos::prelude::*;

use super::{city_choice::CityChoice, summary};
use crate::{
    browser::focus,
    locate::Locate,
    state::State,
    wording::{near, use_language},
};

/// The panel; nothing while events are listed by date.
#[component]
pub fn NearPanel(locate: Locate) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let (waiting, failure, origin) = (locate.waiting, locate.failure, state.positions.origin);
    let message = move || {
        origin.with(|origin| {
            near::message(
                waiting.get(),
                failure.get(),
                origin.as_ref(),
                &language.get(),
            )
        })
    };
    let by_date = move |_| {
        locate.reset();
        focus::go_to(summary::SENTENCE);
        state.by_date();
    };
    // Once it is known from where, only the way back is left.
    let settled = move || !waiting.get() && failure.get().is_none() && origin.with(Option::is_some);
    let chosen = move || {
        locate.reset();
        focus::go_to(".near [role=status]");
    };
    view! {
        <Show when=move || state.address.wants_nearest()>
            <div class="near">
                <p role="status" tabindex="-1">{message}</p>
                <Show when=move || !settled()>
                    <CityChoice list="cities-near" on_chosen=chosen />
                </Show>
                <p class="actions">
                    <Show when=move || waiting.get()>
                        <button type="button" data-action="cancel-near" on:click=move |_| locate.cancel()>
                            {language.label("near.cancel")}
                        </button>
                    </Show>
                    <Show when=move || !settled() && !waiting.get()>
                        <button type="button" data-action="near" on:click=move |_| locate.ask(state)>
                            {language.label("near.use_position")}
                        </button>
                    </Show>
                    <button type="button" class="plain" data-action="by-date" on:click=by_date>
                        {language.label("near.by_date")}
                    </button>
                </p>
            </div>
        </Show>
    }
}
