//! From where the nearest events come first: a city, or the visitor's own position.

use leptos::prelude::*;

use super::{
    city_choice::CityChoice,
    icon::{Drawing, Icon},
};
use crate::{
    browser::focus,
    locate::Locate,
    state::State,
    wording::{near, use_language},
};

/// Asks for the visitor's position only once that is wanted.
#[component]
pub fn NearChoice(locate: Locate) -> impl IntoView {
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
    let chosen = move || {
        locate.reset();
        focus::go_to(".near [role=status]");
    };
    view! {
        <div class="near">
            <p role="status" tabindex="-1">{message}</p>
            <CityChoice list="cities" on_chosen=chosen />
            <Show
                when=move || waiting.get()
                fallback=move || {
                    view! {
                        <button type="button" data-action="near" on:click=move |_| locate.ask(state)>
                            <Icon drawing=Drawing::NEAR />
                            {language.label("near.use_position")}
                        </button>
                    }
                }
            >
                <button type="button" data-action="cancel-near" on:click=move |_| locate.cancel()>
                    {language.label("near.cancel")}
                </button>
            </Show>
        </div>
    }
}
