//! The page's header: the calendar's title, the views on a desktop, the menu.

use leptos::prelude::*;

use crate::{
    browser::first_list,
    lazy::{Lazy, Part},
    state::{Phase, State},
};

/// The header; while the file is on its way it has the title that came with the page, else a bar.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let failed = move || {
        state
            .source
            .phase
            .with(|phase| matches!(phase, Phase::Failed(_)))
    };
    let title = move || {
        let loaded = state.source.loaded.with(|loaded| {
            let about = &loaded.as_ref()?.calendar.about;
            let title = about.title.as_deref().unwrap_or("Marchmap");
            Some((title.to_owned(), about.language.clone().map(String::from)))
        });
        // A file that cannot be read has no title.
        loaded.or_else(|| first_list::title().filter(|_| !failed()))
    };
    let heading = move || match title() {
        Some((title, language)) => {
            view! { <span dir="auto" lang=language>{title}</span> }.into_any()
        }
        None if failed() => "Marchmap".into_any(),
        None => view! {
            <span class="visually-hidden">"Marchmap"</span>
            <span class="bone title"></span>
        }
        .into_any(),
    };
    view! {
        <header class="page-header">
            <Lazy part=Part::SkipLinks />
            <h1>{heading}</h1>
            <div class="page-controls">
                <Lazy part=Part::ViewMenu />
                <Lazy part=Part::MenuButton />
            </div>
        </header>
    }
}
