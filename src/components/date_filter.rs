//! A menu of times: upcoming, this weekend, …, or dates of one's own.

use chrono::NaiveDate;
use leptos::prelude::*;
use query::When;

use crate::{
    reactive::Held,
    {state::State, wording::use_language},
};

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

/// The menu's value for dates of one's own.
const DATES: &str = "dates";

/// Keeps events in a named time or between two dates.
#[component]
pub fn DateFilter() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let wants_dates = Held::new(false);
    let from = move || state.query.with(|query| query.from);
    let to = move || state.query.with(|query| query.to);
    let dates_open = move || wants_dates.get() || from().is_some() || to().is_some();
    let current = move || {
        if dates_open() {
            DATES
        } else {
            state.results.with(|results| results.when.word())
        }
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        wants_dates.set(value == DATES);
        if let Some(when) = CHOICES.iter().find(|when| when.word() == value) {
            state.choose_when(*when);
        }
    };
    let options = move || {
        CHOICES
            .iter()
            .map(|when| when.word())
            .chain([DATES])
            .map(|key| {
                view! {
                    <option value=key selected=move || current() == key>
                        {move || language.text(&format!("when.{key}"))}
                    </option>
                }
            })
            .collect_view()
    };
    let read = |event| event_target_value(&event).parse::<NaiveDate>().ok();
    view! {
        <label>
            <span>{language.says("filters.when")}</span>
            <select name="when" on:change=choose>{options}</select>
        </label>
        <Show when=dates_open>
            <div class="dates">
                <label>
                    <span>{language.says("filters.from")}</span>
                    <input
                        type="date"
                        name="from"
                        prop:value=move || from().map(|date| date.to_string()).unwrap_or_default()
                        on:change=move |event| state.choose_dates(read(event), to())
                    />
                </label>
                <label>
                    <span>{language.says("filters.to")}</span>
                    <input
                        type="date"
                        name="to"
                        prop:value=move || to().map(|date| date.to_string()).unwrap_or_default()
                        on:change=move |event| state.choose_dates(from(), read(event))
                    />
                </label>
            </div>
        </Show>
    }
}
