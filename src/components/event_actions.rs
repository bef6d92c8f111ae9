//! What a visitor can do with an opened event: keep it, pass it on, find the way.

use event_file::Event;
use leptos::prelude::*;

use super::{
    icon::{Drawing, Icon},
    said::Said,
    taking::Taking,
};
use crate::{
    state::State,
    wording::{take, use_language},
};

/// The actions; an event without a date can't be added to a calendar.
#[component]
pub fn EventActions(
    /// Index of the event.
    at: u32,
    event: StoredValue<Event>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let taking = Taking::new(state, language);
    let dated = event.with_value(|event| event.start.is_some());
    let add = dated.then(|| {
        view! {
            <button type="button" class="main" data-action="download-ics" on:click=move |_| taking.add_to_calendar(at)>
                <Icon drawing=Drawing::ADD_TO_CALENDAR />
                {language.says("take.add")}
            </button>
        }
    });
    let share = move |_| {
        let query = event.with_value(|event| state.link_to_event(&event.id));
        taking.share(query, state.title());
    };
    let ways = move || {
        let ways = event.with_value(|event| take::ways(event, &language.current()));
        let links = ways
            .into_iter()
            .map(|way| {
                let host = way
                    .host
                    .map(|host| view! { " " <bdi class="host">{host}</bdi> });
                view! {
                    <li class=way.name>
                        <a href=way.href target="_blank" rel="noopener noreferrer">{way.label}</a>
                        {host}
                    </li>
                }
            })
            .collect::<Vec<_>>();
        (!links.is_empty()).then(|| {
            view! {
                <div class="fact links directions">
                    <h3>{language.text("take.directions")}</h3>
                    <ul role="list">{links}</ul>
                </div>
            }
        })
    };
    view! {
        <div class="actions">
            {add}
            <button type="button" data-action="share" on:click=share>
                <Icon drawing=Drawing::SHARE />
                {language.says("take.share")}
            </button>
        </div>
        <Said taking />
        {ways}
    }
}
