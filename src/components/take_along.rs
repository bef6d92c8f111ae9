//! Taking the list along: saved for other programs, shared as a link, printed.

use leptos::prelude::*;

use super::{
    embed_builder::EmbedBuilder,
    icon::{Drawing, Icon},
    said::Said,
    taking::{Format, Taking},
};
use crate::{
    reactive::{Held, effect},
    {state::State, wording::use_language},
};

/// What can be done with all that is shown.
#[component]
pub fn TakeAlong() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let taking = Taking::new(state, language);
    // What was said of other results is said of these no more.
    effect(move || {
        state.results.track();
        taking.outcome.set(None);
    });
    let building = Held::new(false);
    // Who sees an embed is on somebody's site already.
    let embedded = state.query.with_untracked(|query| query.embed);
    let embed = (!embedded).then(|| {
        view! {
            <button type="button" data-action="embed" on:click=move |_| building.set(true)>
                <Icon drawing=Drawing::CODE />
                {language.says("embed.open")}
            </button>
        }
    });
    let nothing = move || state.results.with(|results| results.matched.is_empty());
    let share = move |_| taking.share(untrack(|| state.link_to_list()), state.title());
    let files = Format::ALL
        .map(|format| {
            let name = format.name();
            view! {
                <button type="button" data-action=format!("download-{name}") on:click=move |_| taking.save(format)>
                    {move || language.text(&format!("take.{name}"))}
                </button>
            }
        })
        .collect_view();
    view! {
        <details class="take-along" hidden=nothing>
            <summary>
                <Icon drawing=Drawing::SAVE />
                {language.says("take.title")}
            </summary>
            <div class="actions">
                {files}
                <button type="button" data-action="share" on:click=share>
                    <Icon drawing=Drawing::SHARE />
                    {language.says("take.share")}
                </button>
                <button type="button" data-action="print" on:click=move |_| taking.print()>
                    <Icon drawing=Drawing::PRINT />
                    {language.says("take.print")}
                </button>
                {embed}
            </div>
            <Said taking />
        </details>
        <EmbedBuilder open=building />
    }
}
