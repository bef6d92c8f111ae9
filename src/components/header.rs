//! The page's header: the calendar's title, the language and the theme.

use leptos::prelude::*;

use super::{language_menu::LanguageMenu, later::Later, theme_button::ThemeButton};
use crate::{
    reactive::live,
    state::{Phase, State},
};

/// The header; while the file is on its way a bar stands for the title.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let later = expect_context::<Later>();
    let title = move || {
        state.loaded.with(|loaded| {
            let about = &loaded.as_ref()?.calendar.about;
            let title = about.title.as_deref().unwrap_or("Marchmap");
            Some((title.to_owned(), about.language.clone().map(String::from)))
        })
    };
    let failed = move || state.phase.with(|phase| matches!(phase, Phase::Failed(_)));
    let heading = live(move || match title() {
        Some((title, language)) => {
            view! { <span dir="auto" lang=language>{title}</span> }.into_any()
        }
        None if failed() => "Marchmap".into_any(),
        None => view! {
            <span class="visually-hidden">"Marchmap"</span>
            <span class="bone title"></span>
        }
        .into_any(),
    });
    view! {
        <header class="page-header">
            <h1>{heading}</h1>
            <div class="page-controls">
                {later.view_menu()}
                <LanguageMenu />
                <ThemeButton />
            </div>
        </header>
    }
}
