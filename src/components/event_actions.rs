//! What a visitor can do with an opened event: add it to a calendar, or share it.

use event_file::Event;
use leptos::prelude::*;

use super::{
    icon::{Drawing, Icon},
    share_status::ShareStatus,
};
use crate::{share::Share, state::State, wording::use_language};

/// The actions; an event without a date can't be added to a calendar.
#[component]
pub fn EventActions(
    /// Index of the event.
    at: u32,
    /// The event.
    event: StoredValue<Event>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let share = Share::new(state, language);
    let dated = event.with_value(|event| event.start.is_some());
    let add = dated.then(|| {
        view! {
            <button
                type="button"
                class="main"
                data-action="download-ics"
                on:click=move |_| share.add_to_calendar(at)
            >
                <Icon drawing=Drawing::ADD_TO_CALENDAR />
                {language.label("share.add")}
            </button>
        }
    });
    let share_event = move |_| event.with_value(|event| share.share_event(&event.id));
    view! {
        <div class="actions">
            {add}
            <button type="button" data-action="share" on:click=share_event>
                <Icon drawing=Drawing::SHARE />
                {language.label("share.share")}
            </button>
        </div>
        <ShareStatus share />
    }
}
