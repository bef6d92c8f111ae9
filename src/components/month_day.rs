//! One day in the month view: its number, how many events it has, and the first of them.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use listing::month::{self, Cell};

use super::text::localized;
use crate::{
    reactive::{Derived, Held},
    state::State,
    wording::{days, use_language},
};

/// A cell of the grid. It stays where it is while the month, and so its day, changes.
#[component]
pub fn MonthDay(
    /// Its place in the grid, from 0.
    number: usize,
    /// The day it stands for.
    cell: Derived<Option<Cell>>,
    /// The day the keyboard is at.
    at: Held<NaiveDate>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let date = Derived::new(move || {
        cell.with(|cell| cell.as_ref().map_or(NaiveDate::MIN, |cell| cell.date))
    });
    let is = move |quality: fn(&Cell) -> bool| cell.with(|cell| cell.as_ref().is_some_and(quality));
    let choose = move |_| {
        let day = date.get_untracked();
        at.set(day);
        state.choose_span(month::one(day));
    };
    let name = move || {
        let count = cell.with(|cell| cell.as_ref().map_or(0, |cell| cell.count));
        days::counted(month::one(date.get()), count, &language.current())
    };
    let count = move || {
        let count = cell.with(|cell| cell.as_ref().map_or(0, |cell| cell.count));
        (count > 0).then(|| view! { <span class="count" aria-hidden="true">{language.number(count as usize)}</span> })
    };
    let titles = move || {
        let (spoken, loaded) = (language.current(), state.loaded.get()?);
        let first = cell.with(|cell| cell.as_ref().map(|cell| cell.first.clone()))?;
        let titles = first.into_iter().filter_map(|at| {
            let title = localized(loaded.event(at)?.title_in(&spoken.code));
            Some(view! { <span class="title" aria-hidden="true">{title}</span> })
        });
        Some(titles.collect_view())
    };
    view! {
        <td
            role="gridcell"
            data-cell=number
            data-date=move || date.get().to_string()
            data-count=move || cell.with(|cell| cell.as_ref().map(|cell| cell.count))
            class:outside=move || !is(|cell| cell.inside)
            class:none=move || is(|cell| cell.count == 0)
            tabindex=move || if at.get() == date.get() { "0" } else { "-1" }
            aria-selected=move || is(|cell| cell.asked).to_string()
            aria-current=move || is(|cell| cell.today).then_some("date")
            on:click=choose
        >
            <span class="visually-hidden">{name}</span>
            <span class="number" aria-hidden="true">{move || language.number(date.get().day() as usize)}</span>
            {count}
            {titles}
        </td>
    }
}
