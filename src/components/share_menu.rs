//! Share and export: the list saved for other programs, shared as a link, printed, put on a site.

use leptos::prelude::*;

use super::{
    icon::{Drawing, Icon},
    share_status::ShareStatus,
    subscribe::Subscribe,
};
use crate::{
    share::{Format, Share},
    state::State,
    wording::use_language,
};

/// What can be done with all that is shown.
#[component]
pub fn ShareMenu(
    /// Set to open the embed builder.
    building: RwSignal<bool>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let results = state.listing.results;
    let share = Share::new(state, language);
    // The outcome is of these results only.
    Effect::new(move || {
        results.track();
        share.outcome.set(None);
    });
    let print = move |_| {
        state.selection.close_sheet();
        share.print();
    };
    let build = move |_| {
        state.selection.close_sheet();
        building.set(true);
    };
    // Who sees an embed is on somebody's site already.
    let embedded = state.address.query.with_untracked(|query| query.embed);
    let embed = (!embedded).then(|| {
        view! {
            <button type="button" data-action="embed" on:click=build>
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
        <section
            class="share-menu"
            aria-labelledby="share-title"
            hidden=move || results.with(|results| results.matched.is_empty())
        >
            <h3 id="share-title">{language.label("share.title")}</h3>
            <div class="actions">
                {files}
                <button type="button" data-action="share" on:click=move |_| share.share_list()>
                    <Icon drawing=Drawing::SHARE />
                    {language.label("share.share")}
                </button>
                <button type="button" data-action="copy-text" on:click=move |_| share.copy_text()>
                    {language.label("share.copy_text")}
                </button>
                <button type="button" data-action="print" on:click=print>
                    <Icon drawing=Drawing::PRINT />
                    {language.label("share.print")}
                </button>
                {embed}
            </div>
            <Subscribe share />
            <ShareStatus share />
        </section>
    }
}
