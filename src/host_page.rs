//! Messages between an embed and the page around it: the embed posts what it shows, the page sends the query to show.

use leptos::prelude::*;

use crate::{
    browser::host_page::{self, Message},
    state::State,
};

/// Posts that the embed is ready, its height and what is opened, and shows what the page around it asks for; nothing
/// where there is no embed. Ends with its owner.
pub fn start(state: State) {
    if !state.address.query.with_untracked(|query| query.embed) {
        return;
    }
    let (total, title) = state.source.loaded.with_untracked(|loaded| {
        let calendar = loaded.as_ref().map(|loaded| &loaded.calendar);
        (
            calendar.map_or(0, |calendar| calendar.events.len()),
            calendar.and_then(|calendar| calendar.about.title.clone().map(String::from)),
        )
    });
    let matched = state
        .listing
        .results
        .with_untracked(|results| results.matched.len());
    host_page::post(Message::Ready {
        title,
        total,
        matched,
    });
    let before = StoredValue::new(None::<u32>);
    Effect::new(move || {
        let opened = state.selection.opened.get();
        if before.get_value() != opened {
            before.set_value(opened);
            let id = opened.and_then(|at| {
                let loaded = state.source.loaded.get_untracked()?;
                Some(loaded.event(at)?.id.to_string())
            });
            host_page::post(Message::Open { event: id });
        }
    });
    // Both listen until their owner ends.
    StoredValue::new_local(host_page::on_height(|height| {
        host_page::post(Message::Resize { height });
    }));
    StoredValue::new_local(host_page::on_query(query::LONGEST, move |query| {
        state.show_asked(&query);
    }));
}
