//! What a visitor can do with an opened event: add it to a calendar, or share it.

use event_file::{Event, event::Status};
use leptos::prelude::*;
use listing::over;

use super::{
    icon::{Drawing, Icon},
    share_status::ShareStatus,
};
use crate::{browser::intl::IntlZones, share::Share, state::State, wording::use_language};

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
    // As it is when the event is opened: nothing moves under a finger when it ends.
    let now = state.time.now.get_untracked();
    let (dated, held) = event.with_value(|event| {
        let held = !matches!(event.status, Status::Cancelled | Status::Postponed);
        let held = held && !over::is_over(event, &now, &IntlZones);
        (event.start.is_some(), held)
    });
    let add = dated.then(|| {
        view! {
            <button
                type="button"
                class:main=held
                data-action="download-ics"
                on:click=move |_| share.add_to_calendar(at)
            >
                <Icon drawing=Drawing::ADD_TO_CALENDAR />
                {language.label("share.add")}
            </button>
        }
    });
    let share_event = move |_| event.with_value(|event| share.share_event(event));
    let share_button = view! {
        <button type="button" data-action="share" on:click=share_event>
            <Icon drawing=Drawing::SHARE />
            {language.label("share.share")}
        </button>
    };
    let mut buttons = vec![add.into_any(), share_button.into_any()];
    // What does not take place, or is over, is nothing for a calendar; who has it there may want to know so.
    if !held {
        buttons.reverse();
    }
    view! {
        <div class="actions">{buttons}</div>
        <ShareStatus share />
    }
}
