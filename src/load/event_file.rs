//! The event file: fetched, read, and shown.

use std::time::Duration;

use event_file::{Calendar, Problem};
use leptos::{prelude::*, task::spawn_local};

use super::transfer::{self, EVENT_FILE};
use crate::{
    browser::{
        address,
        fetch::{FetchError, Options, Progress, arrive},
        intl, policy, snapshot,
        task::next_task,
    },
    state::{Cause, Download, Failure, Loaded, State},
};

/// How long a visitor who has a snapshot of the events waits while nothing arrives.
const PATIENCE: Duration = Duration::from_secs(10);

/// Loads the event file, once for each attempt and each file named by the address.
pub fn start(state: State) {
    let file = Memo::new(move |_| state.address.query.with(|query| query.data.clone()));
    let latest = StoredValue::new(0_u32);
    Effect::new(move || {
        let attempt = state.source.attempt.get();
        let file = file.get();
        latest.update_value(|latest| *latest += 1);
        let turn = latest.get_value();
        let current = move || latest.get_value() == turn;
        spawn_local(async move {
            let outcome = load(
                state,
                file.as_deref().unwrap_or(EVENT_FILE),
                attempt,
                current,
            )
            .await;
            if current() {
                match outcome {
                    Ok(loaded) => {
                        allow_pictures(&loaded.calendar);
                        // Reading is one task, the first list another.
                        next_task().await;
                        if current() {
                            state.source.show(loaded);
                        }
                    }
                    Err(failure) => state.source.fail(failure),
                }
            }
        });
    });
}

/// The calendar from the host, else from the snapshot on this device.
async fn load(
    state: State,
    file: &str,
    attempt: u32,
    current: impl Fn() -> bool,
) -> Result<Loaded, Failure> {
    let address = address::own(file).ok_or(Failure::NotSameOrigin)?;
    let snapshot = snapshot::find(&address).await;
    let options = Options {
        // What failed may be in the browser's cache: a redirect, or a file of another kind.
        revalidate: attempt > 0,
        patience: snapshot.as_ref().map(|_| PATIENCE),
    };
    let failure = match from_host(state, &address, options, current).await {
        Ok(loaded) => return Ok(loaded),
        Err(failure) => failure,
    };
    let Some(snapshot) = snapshot else {
        return Err(failure);
    };
    let Some(bytes) = snapshot.bytes().await else {
        return Err(failure);
    };
    let download = Download {
        number: transfer::next_number(),
        at: snapshot.at,
        copy: Some(match failure {
            Failure::Network => Cause::Unreached,
            _ => Cause::Broken,
        }),
    };
    let (calendar, problems) = read(bytes)?;
    Ok(Loaded {
        calendar,
        problems,
        download,
    })
}

/// The calendar from the host.
async fn from_host(
    state: State,
    address: &str,
    options: Options,
    current: impl Fn() -> bool,
) -> Result<Loaded, Failure> {
    let receive = |progress: Progress| {
        if current() {
            state.source.receive(progress.received, progress.total);
        }
    };
    let arrived = arrive(address, options, receive)
        .await
        .map_err(|error| match error {
            FetchError::Status(status) => Failure::Status(status),
            _ => Failure::Network,
        })?;
    let download = transfer::download();
    let (calendar, problems) = read(arrived.bytes)?;
    transfer::keep(state, address, &calendar, arrived.pieces, download.at);
    Ok(Loaded {
        calendar,
        problems,
        download,
    })
}

fn read(bytes: Vec<u8>) -> Result<(Calendar, Vec<Problem>), Failure> {
    event_file::read(bytes, &intl::IntlZones).map_err(Failure::Unreadable)
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
