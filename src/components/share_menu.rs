//! Share and export: the list saved for other programs, shared as a link, printed, put on a site.

use leptos::prelude::*;

use super::{
    embed_builder::EmbedBuilder,
    icon::{Drawing, Icon},
    share_status::ShareStatus,
};
use crate::{
    share::{Format, Share},
    state::State,
    wording::use_language,
};

/// What can be done with all that is shown.
#[component]
pub fn ShareMenu() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let results = state.listing.results;
    let share = Share::new(state, language);
    // The outcome is of these results only.
    Effect::new(move || {
        results.track();
        share.outcome.set(None);
    });
    let building = RwSignal::new(false);
    // Who sees an embed is on somebody's site already.
    let embedded = state.address.query.with_untracked(|query| query.embed);
    let embed = (!embedded).then(|| {
        view! {
            <button type="button" data-action="embed" on:click=move |_| building.set(true)>
                <Icon drawing=Drawing::CODE />
                {language.label("embed.open")}
            </button>
        }
    });
    let files = Format::ALL
        .map(|format| {
            let name = format.name();
            view! {
                <button
                    type="button"
                    data-action=format!("download-{name}")
                    on:click=move |_| share.save(format)
                >
                    {language.label(format.label())}
                </button>
            }
        })
        .collect_view();
    view! {
        <details
            class="share-menu"
            hidden=move || results.with(|results| results.matched.is_empty())
        >
            <summary>
                <Icon drawing=Drawing::SAVE />
                {language.label("share.title")}
            </summary>
            <div class="actions">
                {files}
                <button type="button" data-action="share" on:click=move |_| share.share_list()>
                    <Icon drawing=Drawing::SHARE />
                    {language.label("share.share")}
                </button>
                <button type="button" data-action="print" on:click=move |_| share.print()>
                    <Icon drawing=Drawing::PRINT />
                    {language.label("share.print")}
                </button>
                {embed}
            </div>
            <ShareStatus share />
        </details>
        <EmbedBuilder open=building />
    }
}
