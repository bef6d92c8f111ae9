//! The event file: fetched, read, and shown.

use event_file::{Calendar, read::read_plain};
use leptos::{prelude::*, task::spawn_local};

use super::transfer::{self, EVENT_FILE};
use crate::{
    browser::{
        address,
        fetch::{FetchError, Progress, arrive},
        policy,
    },
    lazy,
    state::{Failure, Loaded, State},
};

/// Loads the event file, once for each attempt and each file named by the address.
pub fn start(state: State) {
    let file = Memo::new(move |_| state.address.query.with(|query| query.data.clone()));
    let latest = StoredValue::new(0_u32);
    Effect::new(move || {
        state.source.attempt.track();
        let file = file.get();
        latest.update_value(|latest| *latest += 1);
        let turn = latest.get_value();
        let current = move || latest.get_value() == turn;
        spawn_local(async move {
            let outcome = load(state, file.as_deref().unwrap_or(EVENT_FILE), current).await;
            if current() {
                match outcome {
                    Ok(loaded) => {
                        allow_pictures(&loaded.calendar);
                        state.source.show(loaded);
                    }
                    Err(failure) => state.source.fail(failure),
                }
            }
        });
    });
}

async fn load(state: State, file: &str, current: impl Fn() -> bool) -> Result<Loaded, Failure> {
    let address = address::own(file).ok_or(Failure::NotSameOrigin)?;
    let receive = |progress: Progress| {
        if current() {
            state.source.receive(progress.received, progress.total);
        }
    };
    let arrived = arrive(&address, false, receive)
        .await
        .map_err(|error| match error {
            FetchError::Status(status) => Failure::Status(status),
            _ => Failure::Network,
        })?;
    let download = transfer::download(&arrived);
    let read = match read_plain(arrived.bytes) {
        Ok(calendar) => Ok((calendar, Vec::new())),
        Err(bytes) => lazy::read(&bytes).await.ok_or(Failure::Network)?,
    };
    let (calendar, problems) = read.map_err(Failure::Unreadable)?;
    Ok(Loaded {
        calendar,
        problems,
        download,
    })
}

/// Lets pictures come from the hosts where the calendar has its tiles and posters, and from no other.
fn allow_pictures(calendar: &Calendar) {
    let tiles = calendar.about.tiles.iter().map(|tiles| &*tiles.url);
    let posters = calendar
        .events
        .iter()
        .filter_map(|event| event.image.as_deref());
    policy::allow_pictures(tiles.chain(posters));
}
