//! Ties the state to the browser: the address bar, the event file, the language, the document.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use chrono::{DateTime, Utc};
use event_file::{Calendar, Problem};
use leptos::{prelude::*, task::spawn_local};
use listing::index::{Index, Preparation};
use query::Query;

use super::passing_time;
use super::taking;
use crate::{
    browser::{
        address, document,
        download::in_a_frame,
        fetch::{FetchError, Options, Pieces, arrive as arrive_file, fetch},
        intl, policy, preferences, snapshot,
    },
    reactive::{Derived, Held, effect},
    state::{Download, Failure, Loaded, Shared, State, Step},
    wording::{Language, Spoken},
};

/// The event file, beside the page.
pub(super) const EVENT_FILE: &str = "events.json";

/// How long a visitor who has a copy of the events waits while nothing comes.
const PATIENCE: Duration = Duration::from_secs(10);

/// Starts everything that happens by itself; it ends with the app.
pub fn wire(state: State, language: Spoken) {
    let settled = Held::new(false);
    speak(state, language, settled);
    load(state);
    index(state, language, settled);
    follow_address(state);
    passing_time::follow(state);
    show_in_document(state, language);
    taking::print_whole(state);
}

/// Speaks the language of the link, else the one that suits the visitor best.
fn speak(state: State, language: Spoken, settled: Held<bool>) {
    let wanted = Derived::new(move || {
        let asked = state.query.with(|query| query.lang.clone());
        match asked {
            Some(code) => texts::negotiate([code.as_str()]),
            None => preferences::language(),
        }
    });
    effect(move || {
        let code = wanted.get();
        spawn_local(async move {
            let words = words_of(code).await;
            if wanted.get_untracked() == code {
                // A language whose texts did not arrive is replaced by English, said in English.
                language.speak(Language::new(words.unwrap_or_else(texts::Words::at_first)));
                settled.set(true);
            }
        });
    });
}

async fn words_of(code: &str) -> Option<texts::Words> {
    if code == "en" {
        return Some(texts::Words::at_first());
    }
    let bytes = fetch(&format!("lang/{code}.json"), |_| {}).await.ok()?;
    texts::Words::with(code, str::from_utf8(&bytes).ok()?)
}

/// Fetches and reads the event file, once for each attempt and each file named by the link.
fn load(state: State) {
    let file = Derived::new(move || state.query.with(|query| query.data.clone()));
    let latest = StoredValue::new(0_u32);
    effect(move || {
        state.attempt.track();
        let file = file.get();
        latest.update_value(|latest| *latest += 1);
        let turn = latest.get_value();
        let current = move || latest.get_value() == turn;
        spawn_local(async move {
            let outcome = arrive(state, file.as_deref().unwrap_or(EVENT_FILE), current).await;
            if current() {
                match outcome {
                    Ok(loaded) => {
                        allow_pictures(&loaded.calendar);
                        state.take(loaded);
                    }
                    Err(failure) => state.fail(failure),
                }
            }
        });
    });
}

/// The calendar from the host, else from the copy on this device.
async fn arrive(state: State, file: &str, current: impl Fn() -> bool) -> Result<Loaded, Failure> {
    let address = address::own(file).ok_or(Failure::NotSameOrigin)?;
    let copy = snapshot::find(&address).await;
    let failure = match from_host(state, &address, copy.is_some(), current).await {
        Ok(loaded) => return Ok(loaded),
        Err(failure) => failure,
    };
    let Some(copy) = copy else {
        return Err(failure);
    };
    let Some(bytes) = copy.bytes().await else {
        return Err(failure);
    };
    let download = Download {
        number: next_number(),
        at: copy.at,
        kept: Some(failure != Failure::Network),
    };
    let (calendar, problems) = read(bytes)?;
    Ok(Loaded::new(calendar, problems, download))
}

/// The calendar from the host; what can be read is kept on this device, but not from within another page.
async fn from_host(
    state: State,
    address: &str,
    has_copy: bool,
    current: impl Fn() -> bool,
) -> Result<Loaded, Failure> {
    let receive = |progress: crate::browser::fetch::Progress| {
        if current() {
            state.receive(progress.received, progress.total);
        }
    };
    let options = Options {
        patience: has_copy.then_some(PATIENCE),
        ..Options::default()
    };
    let arrived = arrive_file(address, options, receive)
        .await
        .map_err(|error| match error {
            FetchError::Status(status) => Failure::Status(status),
            _ => Failure::Network,
        })?;
    let download = download();
    let (calendar, problems) = read(arrived.bytes)?;
    keep(state, address, arrived.pieces, download.at);
    Ok(Loaded::new(calendar, problems, download))
}

/// Keeps a file that could be read on this device, but not from within another page.
pub(super) fn keep(state: State, address: &str, pieces: Pieces, at: DateTime<Utc>) {
    let embedded = state.query.with_untracked(|query| query.embed) || in_a_frame();
    if !embedded {
        let address = address.to_owned();
        spawn_local(async move { snapshot::keep(&address, pieces, at).await });
    }
}

fn read(bytes: Vec<u8>) -> Result<(Calendar, Vec<Problem>), Failure> {
    event_file::read(bytes, &intl::IntlZones).map_err(Failure::Unreadable)
}

/// A number for each file read since the page was opened.
fn next_number() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// How a file that arrived just now has come.
pub(super) fn download() -> Download {
    Download {
        number: next_number(),
        at: intl::visitor_now().instant,
        kept: None,
    }
}

/// Lets pictures come from where the calendar has them, and from nowhere else.
fn allow_pictures(calendar: &Calendar) {
    let tiles = calendar.about.tiles.iter().map(|tiles| &*tiles.url);
    let posters = calendar
        .events
        .iter()
        .filter_map(|event| event.image.as_deref());
    policy::allow_pictures(tiles.chain(posters));
}

/// Indexes the calendar in the page's language, as soon as both are there.
fn index(state: State, language: Spoken, settled: Held<bool>) {
    effect(move || {
        let spoken = language.current();
        let loaded = state.loaded.get();
        let Some(loaded) = loaded.filter(|_| settled.get()) else {
            return state.index.set(None);
        };
        let index = Shared::new(Index::new(&loaded.calendar, &|code| {
            spoken.locale.country(code)
        }));
        state.prepared.set(false);
        state.index.set(Some(index.clone()));
        prepare(state, loaded, index, Preparation::default());
    });
}

/// Makes ready, in short tasks, what nobody has asked the index for yet.
fn prepare(state: State, loaded: Shared<Loaded>, index: Shared<Index>, mut so_far: Preparation) {
    let step = move || {
        let current = state.index.get_untracked().is_some_and(|now| now == index);
        if !current {
            return;
        }
        let more = state
            .query
            .with_untracked(|asked| so_far.step(&loaded.calendar, &index, asked));
        match more {
            true => prepare(state, loaded, index, so_far),
            false => state.prepared.set(true),
        }
    };
    set_timeout(step, Duration::ZERO);
}

/// The address bar follows the state, and the state follows Back and Forward.
fn follow_address(state: State) {
    // What takes the place of the present address does so a moment later: browsers take their time for it, while the
    // visitor waits for what was typed. A step begins where the one before has ended.
    let replaced = StoredValue::new(None::<String>);
    let settle = move || {
        let mut waiting = None;
        replaced.try_update_value(|replaced| waiting = replaced.take());
        if let Some(query) = waiting {
            address::replace(&query);
        }
    };
    effect(move || {
        let (printed, step) = state
            .address
            .with(|address| (address.query.print(), address.step));
        match step {
            Step::Stay => replaced.set_value(None),
            Step::Push => {
                settle();
                address::push(&printed);
            }
            Step::Replace => {
                replaced.set_value(Some(printed));
                set_timeout(settle, Duration::ZERO);
            }
        }
        state.addressed();
    });
    // Kept until the app ends.
    StoredValue::new_local(address::on_back(move || {
        state.follow(Query::parse(&address::query()))
    }));
}

/// What stands on the document itself: language, direction, theme, title, how far the page is.
fn show_in_document(state: State, language: Spoken) {
    effect(move || {
        let spoken = language.current();
        document::set_language(&spoken.code, spoken.words.direction());
    });
    effect(move || {
        document::set_theme(
            state
                .query
                .with(|query| query.theme.map(|theme| theme.word())),
        )
    });
    effect(move || {
        let parts: Vec<&str> = state
            .query
            .with(|query| query.hide.iter().map(|part| part.word()).collect());
        document::set_hidden(&parts.join(" "));
        document::set_embed(state.query.with(|query| query.embed));
    });
    effect(move || {
        let calendar = state.loaded.with(|loaded| {
            loaded
                .as_ref()?
                .calendar
                .about
                .title
                .clone()
                .map(String::from)
        });
        let event = state.opened.get().and_then(|at| {
            let loaded = state.loaded.get()?;
            Some(loaded.event(at)?.title_in(&language.code()).text.to_owned())
        });
        let parts: Vec<String> = [event, calendar]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        document::set_title(&if parts.is_empty() {
            "Marchmap".to_owned()
        } else {
            parts.join(" · ")
        });
    });
    effect(move || {
        let phase = state.phase.with(|phase| phase.name());
        document::set_phase(if phase == "ready" && !state.ready() {
            "loading"
        } else {
            phase
        });
    });
}
