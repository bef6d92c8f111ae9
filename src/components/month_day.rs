//! One day in the month view: its number, how many events it has, and the first of them.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use listing::month::{self, Cell};

use super::text::Text;
use crate::{
    browser::intl::IntlZones,
    state::State,
    wording::{days, place, time, use_language},
};

/// A cell of the grid. It stays where it is while the month, and so its day, changes.
#[component]
pub fn MonthDay(
    /// Its place in the grid, from 0.
    number: usize,
    /// The day it stands for.
    cell: Memo<Option<Cell>>,
    /// The day the keyboard is at.
    at: RwSignal<NaiveDate>,
    /// Whether the whole month is asked for, and so no day of it.
    whole: Memo<bool>,
    /// The most events that any day of the grid has.
    most: Memo<u32>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let date = Memo::new(move |_| {
        cell.with(|cell| cell.as_ref().map_or(NaiveDate::MIN, |cell| cell.date))
    });
    let is = move |quality: fn(&Cell) -> bool| cell.with(|cell| cell.as_ref().is_some_and(quality));
    let choose = move |_| {
        let day = date.get_untracked();
        at.set(day);
        state.address.choose_day(month::one(day));
    };
    let name = move || {
        let count = cell.with(|cell| cell.as_ref().map_or(0, |cell| cell.count));
        days::counted(month::one(date.get()), count, &language.get())
    };
    // In four steps, of which a day with the most events has the last.
    let busy = move || {
        let count = cell.with(|cell| cell.as_ref().map_or(0, |cell| cell.count));
        let most = most.get().max(4);
        (count > 0).then(|| (count * 4).div_ceil(most).to_string())
    };
    let count = move || {
        let count = cell.with(|cell| cell.as_ref().map_or(0, |cell| cell.count));
        (count > 0).then(|| view! { <span class="count" aria-hidden="true">{language.number(count as usize)}</span> })
    };
    let titles = move || {
        let (current, loaded) = (language.get(), state.source.loaded.get()?);
        let (first, lanes) = cell.with(|cell| {
            let cell = cell.as_ref()?;
            Some((cell.first.clone(), cell.lanes.clone()))
        })?;
        let bars = lanes.into_iter().map(|bar| {
            let event = bar.as_ref().and_then(|bar| loaded.event(bar.event));
            let title = event.map(|event| event.title_in(&current.code));
            // A part of it that begins before leaves room only: the bar lies over it.
            let text = bar.as_ref().zip(title).and_then(|(bar, title)| {
                let language = title.language.map(str::to_owned);
                let days = bar.days?;
                let class = if bar.goes_on { "bar goes-on" } else { "bar" };
                Some(view! {
                    <span class=class data-days=days.to_string()>
                        <Text text=title.text language />
                    </span>
                })
            });
            view! { <span class="lane" aria-hidden="true">{text}</span> }
        });
        let bars = bars.collect_view();
        let titles = first.into_iter().filter_map(|at| {
            let event = loaded.event(at)?;
            let title = event.title_in(&current.code);
            let language = title.language.map(str::to_owned);
            let clock = state.time.clock.get();
            let rail = time::rail(event, Some(date.get()), clock, &IntlZones, &current);
            let hour = (!rail.unknown).then(|| view! { <b>{rail.text}</b> });
            let city = place::city(event, &current).map(|city| {
                view! { <span class="city" dir="auto">{city.to_owned()}</span> }
            });
            Some(view! {
                // Without spaces all of it would be one word, broken anywhere.
                <span class="title" aria-hidden="true">
                    {hour} " " {city} " " <Text text=title.text language />
                </span>
            })
        });
        Some(view! {
            <div class="named">
                {bars}
                <div class="titles">{titles.collect_view()}</div>
            </div>
        })
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
            aria-selected=move || (is(|cell| cell.asked) && !whole.get()).to_string()
            data-busy=busy
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
