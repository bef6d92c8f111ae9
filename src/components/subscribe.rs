//! Subscribing in a calendar app, on a site that has feeds: to the narrowest one that has all that is shown.

use leptos::{prelude::*, task::spawn_local};
use listing::feeds::{Feed, narrowest};

use crate::{
    browser::{address, feeds, site},
    share::Share,
    state::State,
    wording::use_language,
};

/// The offer; nothing where there are no feeds.
#[component]
pub fn Subscribe(
    /// What copies the address, and says so.
    share: Share,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let list = RwSignal::new(Vec::<Feed>::new());
    // Feeds are of the site's own file.
    let is_own = state
        .address
        .query
        .with_untracked(|query| query.data.is_none());
    if is_own && site::is_generated() {
        spawn_local(async move {
            let feeds = feeds::list().await;
            // Whoever asked may have gone by now.
            list.try_set(feeds);
        });
    }
    let feed = Memo::new(move |_| {
        let loaded = state.source.loaded.get()?;
        let matched = state.listing.results.get();
        list.with(|feeds| {
            state
                .address
                .query
                .with(|query| narrowest(feeds, query, &loaded.calendar, &matched.matched).cloned())
        })
    });
    let offer = move |feed: Feed| {
        let link = address::own(&feed.ics)?;
        // Calendar apps take this scheme for a feed to follow, and fetch it over https where that is to be had.
        let (_, rest) = link.split_once(':')?;
        let webcal = format!("webcal:{rest}");
        let said = move || {
            language
                .get()
                .text("share.feed", &[("name", feed.name.as_str())])
        };
        Some(view! {
            <p id="subscribe-to">{said}</p>
            <div class="actions">
                <a
                    class="button"
                    href=webcal
                    data-action="subscribe"
                    aria-describedby="subscribe-to"
                >
                    {language.label("share.subscribe")}
                </a>
                <button
                    type="button"
                    data-action="copy-feed"
                    on:click=move |_| share.copy_link(link.clone())
                >
                    {language.label("share.copy_address")}
                </button>
            </div>
        })
    };
    move || feed.get().map(offer)
}
