//! What the calendar is about, how to reach who made it, when it last changed, whose data is used.

use leptos::prelude::*;

use super::{about::About, check_link::CheckLink, text::Text};
use crate::{
    state::State,
    wording::{about, use_language},
};

/// The page's footer.
#[component]
pub fn Footer() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let lines = move || {
        let current = language.get();
        state.source.loaded.with(|loaded| {
            let about = &loaded.as_ref()?.calendar.about;
            let lines = about::lines(about, &current)
                .into_iter()
                .map(|line| match line.href {
                    Some(href) => {
                        view! {
                            <p>
                                <a href=href rel="noopener noreferrer nofollow" target="_blank" dir="auto">{line.text}</a>
                            </p>
                        }
                        .into_any()
                    }
                    None => view! { <p><Text text=line.text language=None /></p> }.into_any(),
                })
                .collect_view();
            Some(lines)
        })
    };
    view! {
        <footer class="page-footer" hidden=move || !state.ready()>
            <About />
            {lines}
            <CheckLink />
        </footer>
    }
}
