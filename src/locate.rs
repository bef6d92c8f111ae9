//! The visitor's position: asked for on request, and kept in the page.

use leptos::prelude::*;

use crate::{
    browser::geolocation::{self, NoPosition, Question},
    state::{Origin, Pruned, State},
};

/// How far asking for the position is.
#[derive(Clone, Copy)]
pub struct Locate {
    question: StoredValue<Option<Question>, LocalStorage>,
    /// Whether the browser has not answered yet.
    pub waiting: Pruned<RwSignal<bool>>,
    /// Why there is no position.
    pub failure: Pruned<RwSignal<Option<NoPosition>>>,
}

impl Locate {
    /// Nothing asked yet; ends with its owner.
    pub fn new() -> Self {
        Self {
            question: StoredValue::new_local(None),
            waiting: Pruned::signal(false),
            failure: Pruned::signal(None),
        }
    }

    /// Asks, and puts the nearest events first as soon as the answer is there.
    pub fn ask(self, state: State) {
        state.address.nearest_to_visitor();
        self.failure.set(None);
        self.waiting.set(true);
        let question = geolocation::ask(move |answer| {
            self.waiting.set(false);
            match answer {
                Ok(position) => state.positions.measure_from(Origin {
                    position,
                    city: None,
                }),
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
        if question.is_none() {
            self.waiting.set(false);
            self.failure.set(Some(NoPosition::Unavailable));
        }
        self.question.set_value(question);
    }

    /// Stops asking.
    pub fn cancel(self) {
        self.question.set_value(None);
        self.waiting.set(false);
    }

    /// Stops asking, and forgets why there is no position.
    pub fn reset(self) {
        self.cancel();
        self.failure.set(None);
    }
}
