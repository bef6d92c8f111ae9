//! The timeline: a bar for each day, week or month. Dragging over bars, or the keyboard, chooses days.

use event_file::day::Span;
use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use listing::timeline;
use texts::Direction;

use super::timeline_bar::{Bar, TimelineBar};
use crate::{
    browser::pointer,
    state::{Pruned, State},
    wording::{days, use_language},
};

/// The bars of what matches the other filters, those of the days asked for marked. One or none
/// would tell nothing and is not shown.
#[component]
pub fn Timeline() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let timeline = Memo::new(move |_| {
        state
            .listing
            .timeline(language.get().locale.first_weekday())
    });
    // The bar the keyboard is at, and those about to be chosen: from where to where.
    let at = RwSignal::new(0_usize);
    let marked = RwSignal::new(None::<(usize, usize)>);
    let (dragged, pointed) = (RwSignal::new(false), RwSignal::new(None::<usize>));
    let bars = move || timeline.with(|timeline| timeline.bars.len());
    let here = move || at.get().min(bars().saturating_sub(1));
    let rtl = move || language.get().words.direction() == Direction::RightToLeft;

    let choose = move |one, other| {
        marked.set(None);
        if let Some(span) = timeline.with_untracked(|timeline| timeline.span(one, other)) {
            state.address.choose_day(span);
        }
    };
    let under = move |event: &PointerEvent| {
        let bars = untrack(bars);
        let place = pointer::along(event)? * bars as f64;
        Some((place as usize).min(bars.checked_sub(1)?))
    };
    let press = move |event: PointerEvent| {
        if let Some(bar) = under(&event).filter(|_| event.button() == 0) {
            pointer::hold(&event);
            dragged.set(true);
            at.set(bar);
            marked.set(Some((bar, bar)));
        }
    };
    let drag = move |event: PointerEvent| {
        let bar = under(&event);
        pointed.set(bar);
        if let (true, Some(bar)) = (dragged.get_untracked(), bar) {
            marked.update(|marked| *marked = marked.map(|(from, _)| (from, bar)));
            at.set(bar);
        }
    };
    let release = move |_: PointerEvent| {
        if let (true, Some((from, to))) = (dragged.get_untracked(), marked.get_untracked()) {
            choose(from, to);
        }
        dragged.set(false);
    };
    let forget = move || {
        dragged.set(false);
        marked.set(None);
    };
    let keys = move |event: KeyboardEvent| {
        // Alt with an arrow is the browser's.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let (from, last) = (untrack(here), untrack(bars).saturating_sub(1));
        let to = match event.key().as_str() {
            "ArrowLeft" if untrack(rtl) => (from + 1).min(last),
            "ArrowRight" if untrack(rtl) => from.saturating_sub(1),
            "ArrowLeft" => from.saturating_sub(1),
            "ArrowRight" => (from + 1).min(last),
            "Home" => 0,
            "End" => last,
            "Enter" | " " => {
                event.prevent_default();
                let (from, to) = marked.get_untracked().unwrap_or((from, from));
                return choose(from, to);
            }
            "Escape" if marked.get_untracked().is_some() => {
                event.prevent_default();
                return forget();
            }
            _ => return,
        };
        event.prevent_default();
        let begun = marked.get_untracked().map_or(from, |(begun, _)| begun);
        marked.set(event.shift_key().then_some((begun, to)));
        at.set(to);
    };
    let focused = RwSignal::new(false);
    // Starts where the days asked for do.
    let enter = move |_| {
        focused.set(true);
        let asked =
            timeline.with_untracked(|timeline| timeline.bars.iter().position(|bar| bar.asked));
        if !dragged.get_untracked() {
            at.set(asked.unwrap_or(0));
        }
    };
    let leave = move |_| {
        focused.set(false);
        forget();
    };

    // The browser puts days into words slowly, and they stay while a visitor types.
    let spans = Memo::new(move |_| {
        timeline.with(|timeline| timeline.bars.iter().map(|bar| bar.span).collect::<Vec<_>>())
    });
    let days_of = Memo::new(move |_| {
        let current = language.get();
        let named = |span: &Span| current.locale.days(span.first, span.last);
        spans.with(|spans| spans.iter().map(named).collect::<Vec<_>>())
    });
    let shown = Pruned::memo(move |_| {
        let (current, here, marked) = (language.get(), here(), marked.get());
        let is_marked = |number: usize, bar: &timeline::Bar| match marked {
            Some((one, other)) => (one.min(other)..=one.max(other)).contains(&number),
            None => bar.asked,
        };
        timeline.with(|timeline| {
            let most = u64::from(timeline.most().max(1));
            let bars = timeline.bars.iter().enumerate();
            let shown = |((number, bar), days): ((usize, &timeline::Bar), &String)| Bar {
                from: bar.span.first.to_string(),
                count: bar.count,
                number: match bar.count {
                    0 => String::new(),
                    count => current.locale.number(u64::from(count)),
                },
                height: u64::from(bar.count) * 100 / most,
                label: days::counted_on(days, bar.count, &current),
                marked: is_marked(number, bar),
                here: number == here,
            };
            days_of.with(|days_of| bars.zip(days_of).map(shown).collect::<Vec<_>>())
        })
    });
    let name = move || timeline.with(|timeline| days::by_step(timeline, &language.get()));
    let said = move || {
        let (current, now) = (language.get(), pointed.get().or(focused.get().then(here)));
        timeline.with(|timeline| match (marked.get(), now) {
            (Some((one, other)), _) => vec![days::between(timeline, one, other, &current)],
            (None, Some(bar)) => vec![days::between(timeline, bar, bar, &current)],
            (None, None) => {
                let end = |day| current.locale.short_day(day);
                let ends = timeline.bars.first().zip(timeline.bars.last());
                ends.map_or_else(Vec::new, |(first, last)| {
                    vec![end(first.span.first), end(last.span.last)]
                })
            }
        })
    };
    let tooltip = move || {
        let label = |at: usize| shown.with(|bars| bars.get(at).map(|bar| bar.label.clone()));
        pointed.get().and_then(label)
    };
    let line = move || {
        said()
            .into_iter()
            .map(|text| view! { <span>{text}</span> })
            .collect_view()
    };
    view! {
        <div class="timeline" hidden=move || bars() < 2>
            <div
                class="bars"
                data-timeline
                role="listbox"
                tabindex="0"
                aria-orientation="horizontal"
                aria-multiselectable="true"
                aria-label=name
                aria-describedby="timeline-help"
                title=tooltip
                aria-activedescendant=move || format!("bar-{}", here())
                on:pointerdown=press
                on:pointermove=drag
                on:pointerup=release
                on:pointercancel=move |_| forget()
                on:pointerleave=move |_| pointed.set(None)
                on:keydown=keys
                on:focus=enter
                on:blur=leave
            >
                <For each=move || 0..shown.with(Vec::len) key=|number| *number let(number)>
                    <TimelineBar number bars=shown />
                </For>
            </div>
            <p class="ends" aria-hidden="true">{line}</p>
            <p id="timeline-help" hidden>{language.label("timeline.help")}</p>
        </div>
    }
}
