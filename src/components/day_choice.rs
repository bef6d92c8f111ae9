//! Days: a named time, a day or some in a row on the timeline, or from one date to another.

use chrono::NaiveDate;
use leptos::prelude::*;
use query::When;

use super::timeline::Timeline;
use crate::{state::State, wording::use_language};

const CHOICES: [When; 8] = [
    When::Upcoming,
    When::Today,
    When::Tomorrow,
    When::Weekend,
    When::Week,
    When::Month,
    When::Past,
    When::All,
];

/// Keeps events in a named time or between two dates.
#[component]
pub fn DayChoice() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let from = move || state.address.query.with(|query| query.from);
    let to = move || state.address.query.with(|query| query.to);
    let by_date = move || from().is_some() || to().is_some();
    let current = move || {
        let results = state.listing.results;
        results.with(|results| (!by_date()).then_some(results.when))
    };
    let choices = CHOICES
        .into_iter()
        .map(|when| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="when"
                        value=when.word()
                        prop:checked=move || current() == Some(when)
                        on:change=move |_| state.address.choose_when(when)
                    />
                    {move || language.text(&format!("when.{}", when.word()))}
                </label>
            }
        })
        .collect_view();
    let nothing_upcoming = move || {
        let results = state.listing.results;
        results.with(|results| results.nothing_upcoming)
    };
    let read = |event| event_target_value(&event).parse::<NaiveDate>().ok();
    view! {
        <p class="notice" hidden=move || !nothing_upcoming()>
            {language.label("notice.nothing_upcoming")}
        </p>
        <fieldset class="choices">
            <legend class="visually-hidden">{language.label("filters.when")}</legend>
            {choices}
        </fieldset>
        <div class="dates">
            <label>
                <span>{language.label("filters.from")}</span>
                <input
                    type="date"
                    name="from"
                    prop:value=move || from().map(|date| date.to_string()).unwrap_or_default()
                    on:change=move |event| state.address.choose_dates(read(event), to())
                />
            </label>
            <label>
                <span>{language.label("filters.to")}</span>
                <input
                    type="date"
                    name="to"
                    prop:value=move || to().map(|date| date.to_string()).unwrap_or_default()
                    on:change=move |event| state.address.choose_dates(from(), read(event))
                />
            </label>
        </div>
        <Timeline />
    }
}
