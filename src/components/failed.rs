//! The event file did not arrive, or is none: what happened, and a way out.

use leptos::prelude::*;

use crate::{
    state::{Failure, State},
    wording::{failure, use_language},
};

/// The screen of a failed load.
#[component]
pub fn Failed(failure: Failure) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let what = {
        let failure = failure.clone();
        Signal::derive(move || failure::what(&failure, &language.current()))
    };
    let advice = Signal::derive(move || failure::advice(&failure, &language.current()));
    view! {
        <div class="screen" role="alert">
            <h2>{language.says("failed.title")}</h2>
            <p>{what}</p>
            <p>{advice}</p>
            <p class="actions">
                <button type="button" class="main" data-action="retry" on:click=move |_| state.retry()>
                    {language.says("failed.retry")}
                </button>
            </p>
        </div>
    }
}
