//! Nearest first: asking for the visitor's position on request, or starting from a city instead.

use leptos::prelude::*;

use super::{
    city_choice::CityChoice,
    icon::{Drawing, Icon},
    summary,
};
use crate::{
    browser::{
        focus,
        geolocation::{self, NoPosition, Question},
    },
    reactive::Held,
    state::{Origin, State},
    wording::use_language,
};

/// How far asking for the position is.
#[derive(Clone, Copy)]
pub struct Asking {
    question: StoredValue<Option<Question>, LocalStorage>,
    waiting: Held<bool>,
    trouble: Held<Option<NoPosition>>,
}

impl Asking {
    /// Nothing asked yet; ends with its owner.
    pub fn new() -> Self {
        Self {
            question: StoredValue::new_local(None),
            waiting: Held::new(false),
            trouble: Held::new(None),
        }
    }

    /// Asks, and puts the nearest events first as soon as the answer is there.
    fn ask(self, state: State) {
        state.nearest_first();
        self.trouble.set(None);
        self.waiting.set(true);
        let question = geolocation::ask(move |answer| {
            self.waiting.set(false);
            match answer {
                Ok(position) => state.measure_from(Origin {
                    position,
                    city: None,
                }),
                Err(trouble) => self.trouble.set(Some(trouble)),
            }
        });
        if question.is_none() {
            self.waiting.set(false);
            self.trouble.set(Some(NoPosition::Unavailable));
        }
        self.question.set_value(question);
    }

    /// Takes the question back.
    fn cancel(self) {
        self.question.set_value(None);
        self.waiting.set(false);
    }
}

/// The button that asks for the position.
#[component]
pub fn NearButton(asking: Asking) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    view! {
        <button
            type="button"
            data-action="near"
            on:click=move |_| asking.ask(state)
        >
            <Icon drawing=Drawing::NEAR />
            {language.says("near.me")}
        </button>
    }
}

/// While the nearest events come first: from where, what stands in the way, and the way back.
#[component]
pub fn NearPanel(asking: Asking) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let message = move || {
        let key = match (
            asking.waiting.get(),
            asking.trouble.get(),
            state.origin.get(),
        ) {
            (true, ..) => "near.waiting",
            (_, Some(NoPosition::Denied), _) => "near.denied",
            (_, Some(NoPosition::Unavailable), _) => "near.unavailable",
            (_, Some(NoPosition::Slow), _) => "near.slow",
            (_, _, None) => "near.from_where",
            (
                _,
                _,
                Some(Origin {
                    city: Some(city), ..
                }),
            ) => {
                return language.text_with("near.from_city", &[("city", &city)]);
            }
            (_, _, Some(_)) => "near.from_here",
        };
        language.text(key)
    };
    let by_date = move |_| {
        asking.cancel();
        asking.trouble.set(None);
        focus::go_to(summary::SENTENCE);
        state.by_date();
    };
    // Once it is known from where, only the way back is left.
    let settled = move || {
        !asking.waiting.get()
            && asking.trouble.get().is_none()
            && state.origin.with(Option::is_some)
    };
    let chosen = move || {
        asking.cancel();
        asking.trouble.set(None);
        focus::go_to(".near [role=status]");
    };
    view! {
        <Show when=move || state.wants_nearest()>
            <div class="near">
                <p role="status" tabindex="-1">{message}</p>
                <Show when=move || !settled()>
                    <CityChoice list="cities-near" on_chosen=chosen />
                </Show>
                <p class="actions">
                    <Show when=move || asking.waiting.get()>
                        <button type="button" data-action="cancel-near" on:click=move |_| asking.cancel()>
                            {language.says("near.cancel")}
                        </button>
                    </Show>
                    <Show when=move || !settled() && !asking.waiting.get()>
                        <button type="button" data-action="near" on:click=move |_| asking.ask(state)>
                            {language.says("near.use_position")}
                        </button>
                    </Show>
                    <button type="button" class="plain" data-action="by-date" on:click=by_date>
                        {language.says("near.by_date")}
                    </button>
                </p>
            </div>
        </Show>
    }
}
