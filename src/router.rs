//! Address and query: the address bar follows the state, and the state follows Back and Forward.

use std::time::Duration;

use leptos::prelude::*;
use query::Query;

use crate::{
    browser::address,
    state::{State, Step},
};

/// The query the page was opened with.
pub fn query() -> Query {
    Query::parse(query::readable(&address::query()))
}

/// Keeps address and state together; ends with its owner.
pub fn start(state: State) {
    // An address is replaced in a task of its own: browsers take their time for it, while the visitor waits for what
    // was typed. A push comes after it.
    let replaced = StoredValue::new(None::<String>);
    let replace = move || {
        let mut pending = None;
        replaced.try_update_value(|replaced| pending = replaced.take());
        if let Some(query) = pending {
            address::replace(&query);
        }
    };
    Effect::new(move || {
        let (query, step) = state
            .address
            .entry
            .with(|entry| (entry.query.print(), entry.step));
        match step {
            Step::None => replaced.set_value(None),
            Step::Push => {
                replace();
                address::push(&query);
            }
            Step::Replace => {
                replaced.set_value(Some(query));
                set_timeout(replace, Duration::ZERO);
            }
        }
        state.address.recorded();
    });
    // Listens until its owner ends.
    StoredValue::new_local(address::on_back(move || state.follow(query())));
}
