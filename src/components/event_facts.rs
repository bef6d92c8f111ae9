//! What is known of an event: when and where, and beneath the description all else.

use event_file::Event;
use leptos::{ev::MouseEvent, prelude::*};
use query::Facet;

use super::text::Text;
use crate::{
    browser::intl::IntlZones,
    state::State,
    wording::{
        distance,
        facts::{self, Fact},
        stage, use_language,
    },
};

/// When and where, each with its term; what is unknown is said, not filled in.
#[component]
pub fn WhenAndWhere(event: StoredValue<Event>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let rows = move || {
        let current = language.get();
        let facts = event.with_value(|event| facts::when_and_where(event, &IntlZones, &current));
        facts
            .into_iter()
            .map(|fact| row(fact, state))
            .collect_view()
    };
    let standing = move || {
        let (current, now) = (language.get(), state.time.now.get());
        let standing =
            event.with_value(|event| stage::standing(event, &now, &IntlZones, &current))?;
        let class = format!("standing {}", standing.class);
        Some(view! { <p class=class>{standing.text}</p> })
    };
    let away = move || {
        let current = language.get();
        event.with_value(|event| {
            let kilometres = state.positions.distance(event)?;
            Some(view! { <p class="away">{distance::away(event, kilometres, &current)}</p> })
        })
    };
    view! {
        {standing}
        <dl>{rows}</dl>
        {away}
    }
}

/// Access, organizers, campaign and more; what is a filter leads to its events.
#[component]
pub fn OtherFacts(event: StoredValue<Event>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let rows = move || {
        let current = language.get();
        let facts = event.with_value(|event| facts::others(event, &current));
        facts
            .into_iter()
            .map(|fact| row(fact, state))
            .collect_view()
    };
    view! { <dl>{rows}</dl> }
}

fn row(fact: Fact, state: State) -> AnyView {
    let facet = match fact.name {
        "who" => Some(Facet::Organizer),
        "campaign" => Some(Facet::Campaign),
        "tags" => Some(Facet::Tag),
        _ => None,
    };
    let lines = fact
        .lines
        .into_iter()
        .map(|line| {
            let class = line.weight.class();
            let Some(facet) = facet else {
                return view! {
                    <p class=class>
                        <Text text=line.text language=line.language />
                    </p>
                }
                .into_any();
            };
            let value = line.text.clone();
            let href = state.address.link_to_value(facet, &value);
            let choose = move |click: MouseEvent| {
                if !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
                    click.prevent_default();
                    state.address.show_value(facet, &value);
                }
            };
            view! {
                <p class=class>
                    <a href=href on:click=choose>
                        <Text text=line.text language=line.language />
                    </a>
                </p>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <div class=format!("fact {}", fact.name)>
            <dt>{fact.term}</dt>
            <dd>{lines}</dd>
        </div>
    }
    .into_any()
}
