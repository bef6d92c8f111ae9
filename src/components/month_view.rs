//! The month view: a grid of days that the keyboard moves through; choosing a day lists its events.

use chrono::{Datelike, NaiveDate};
use leptos::{ev::KeyboardEvent, prelude::*};
use listing::month::{self, Move};
use texts::Direction;

use super::{
    icon::{Drawing, Icon},
    month_day::MonthDay,
};
use crate::{
    browser::focus,
    state::State,
    wording::{days, use_language},
};

/// The grid of one month (WAI-ARIA Authoring Practices, date grid).
#[component]
pub fn MonthView() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let first_weekday = Memo::new(move |_| language.get().locale.first_weekday());
    // The day the keyboard is at; its month is shown. Chosen days bring their own.
    let at = RwSignal::new(untrack(|| state.listing.day_at_hand()));
    let chosen = Memo::new(move |_| state.address.query.with(|query| query.from.or(query.to)));
    Effect::new(move |before: Option<Option<NaiveDate>>| {
        let chosen = chosen.get();
        // A month that was turned to is chosen as a whole: the keyboard stays where it is.
        let elsewhere = |day: &NaiveDate| day.with_day(1) != at.get_untracked().with_day(1);
        let other = before.is_some_and(|before| before != chosen);
        if let Some(day) = chosen.filter(|day| other && elsewhere(day)) {
            at.set(day);
        }
        chosen
    });
    let shown = Memo::new(move |_| at.with(|at| at.with_day(1).unwrap_or(*at)));
    let cells = Memo::new(move |_| state.listing.month(shown.get(), first_weekday.get()));
    let most = Memo::new(move |_| {
        cells.with(|cells| {
            cells
                .iter()
                .map(|cell| cell.count)
                .max()
                .unwrap_or_default()
        })
    });
    let whole = Memo::new(move |_| {
        let month = month::whole(shown.get());
        let (from, to) = state.address.query.with(|query| (query.from, query.to));
        (from, to) == (Some(month.first), Some(month.last))
    });
    // The list beside shows the month one looks at, once it is another one than at first.
    Effect::new(move |before: Option<NaiveDate>| {
        let now = shown.get();
        let is_in = |day: NaiveDate| day.with_day(1) == now.with_day(1);
        let turned = before.is_some_and(|before| before != now);
        if turned && !chosen.get_untracked().is_some_and(is_in) {
            state.address.show_month(month::whole(now));
        }
        now
    });
    let go = move |step: Move| at.set(step.from(at.get_untracked(), first_weekday.get_untracked()));

    let keys = move |event: KeyboardEvent| {
        // Alt with an arrow is the browser's.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let on = match language.get().words.direction() {
            Direction::RightToLeft => -1,
            Direction::LeftToRight => 1,
        };
        let months = if event.shift_key() { 12 } else { 1 };
        let step = match event.key().as_str() {
            "ArrowLeft" => Move::Days(-on),
            "ArrowRight" => Move::Days(on),
            "ArrowUp" => Move::Days(-7),
            "ArrowDown" => Move::Days(7),
            "Home" => Move::WeekStart,
            "End" => Move::WeekEnd,
            "PageUp" => Move::Months(-months),
            "PageDown" => Move::Months(months),
            "Enter" | " " => {
                event.prevent_default();
                return state.address.choose_day(month::one(at.get_untracked()));
            }
            _ => return,
        };
        event.prevent_default();
        go(step);
        // A frame later the grid shows the day's month.
        let day = at.get_untracked();
        let grid = month::days(day, first_weekday.get_untracked());
        let cell = (day - grid.first).num_days();
        request_animation_frame(move || focus::go_to(&format!("[data-cell=\"{cell}\"]")));
    };
    let heads = move || {
        let first = month::days(shown.get(), first_weekday.get()).first;
        let head = |(long, short): (String, String)| {
            view! {
                <th scope="col" abbr=long>
                    {short}
                </th>
            }
        };
        days::weekdays(first, &language.get())
            .into_iter()
            .map(head)
            .collect_view()
    };
    let rows = (0..6_usize)
        .map(|week| {
            let day = |weekday: usize| {
                let number = week * 7 + weekday;
                let cell = Memo::new(move |_| cells.with(|cells| cells.get(number).cloned()));
                view! { <MonthDay number cell at whole most /> }
            };
            view! { <tr>{(0..7).map(day).collect_view()}</tr> }
        })
        .collect_view();
    let turn = move |action: &'static str, key: &'static str, drawing: Drawing, step: i32| {
        let name = language.label(key);
        view! {
            <button
                type="button"
                class="plain icon-only"
                data-action=action
                aria-label=name
                title=name
                on:click=move |_| go(Move::Months(step))
            >
                <Icon drawing />
            </button>
        }
    };
    let today = move |_| at.set(state.time.now.with_untracked(|now| now.today));
    let name = move || language.get().locale.month(shown.get());
    view! {
        <section class="month" data-month=move || shown.get().to_string() aria-labelledby="month-name">
            <div class="month-bar">
                {turn("previous-month", "month.previous", Drawing::BACK, -1)}
                <h2 id="month-name" aria-live="polite">{name}</h2>
                <button type="button" class="plain" data-action="this-month" on:click=today>
                    {language.label("when.today")}
                </button>
                {turn("next-month", "month.next", Drawing::FORWARD, 1)}
            </div>
            <table role="grid" aria-labelledby="month-name" aria-describedby="month-help" on:keydown=keys>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p id="month-help" hidden>{language.label("month.help")}</p>
        </section>
    }
}
