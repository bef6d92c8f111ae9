//! What is known of an event: when, where, who, how many, in which words.

use event_file::{Event, text::paragraphs};
use leptos::prelude::*;

use super::text::Text;
use crate::{
    browser::intl::IntlZones,
    wording::{facts, use_language},
};

/// The facts, each a term with its description; what is unknown is said, not filled in.
#[component]
pub fn EventFacts(event: StoredValue<Event>) -> impl IntoView {
    let language = use_language();
    let rows = move || {
        let spoken = language.current();
        event
            .with_value(|event| facts::facts(event, &IntlZones, &spoken))
            .into_iter()
            .map(|fact| {
                let lines = fact
                    .lines
                    .into_iter()
                    .map(|line| {
                        view! {
                            <p class=line.weight.class()>
                                <Text text=line.text language=line.language />
                            </p>
                        }
                    })
                    .collect_view();
                view! {
                    <div class=format!("fact {}", fact.name)>
                        <dt>{fact.term}</dt>
                        <dd>{lines}</dd>
                    </div>
                }
            })
            .collect_view()
    };
    let description = move || {
        let spoken = language.current();
        event.with_value(|event| {
            let text = event.description_in(&spoken.code)?;
            let language = text.language.map(str::to_owned);
            let paragraphs = paragraphs(text.text)
                .into_iter()
                .map(|part| view! { <p>{super::event_links::linked(part)}</p> })
                .collect_view();
            Some(view! { <div class="description" dir="auto" lang=language>{paragraphs}</div> })
        })
    };
    view! {
        <dl>{rows}</dl>
        {description}
    }
}
