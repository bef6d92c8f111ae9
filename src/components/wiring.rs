//! Ties the state to the browser: the address bar, the event file, the language, the document.

use std::time::Duration;

use chrono::DateTime;
use event_file::{Calendar, file::fingerprint, read::read_plain};
use leptos::{prelude::*, task::spawn_local};
use listing::index::{Index, Preparation};
use query::Query;

use super::taking;
use super::{later, passing_time};
use crate::{
    browser::{
        address, document,
        fetch::{Arrived, FetchError, arrive as arrive_file, fetch},
        intl, policy, preferences,
    },
    reactive::{Derived, Held, effect},
    state::{Download, Failure, Loaded, Shared, State, Step},
    wording::{Language, Spoken},
};

/// The event file, beside the page.
pub(super) const EVENT_FILE: &str = "events.json";

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

async fn arrive(state: State, file: &str, current: impl Fn() -> bool) -> Result<Loaded, Failure> {
    let address = address::own(file).ok_or(Failure::NotSameOrigin)?;
    let receive = |progress: crate::browser::fetch::Progress| {
        if current() {
            state.receive(progress.received, progress.total);
        }
    };
    let arrived = arrive_file(&address, false, receive)
        .await
        .map_err(|error| match error {
            FetchError::Status(status) => Failure::Status(status),
            _ => Failure::Network,
        })?;
    let download = download(&arrived);
    let read = match read_plain(arrived.bytes) {
        Ok(calendar) => Ok((calendar, Vec::new())),
        Err(bytes) => later::read(&bytes).await.ok_or(Failure::Network)?,
    };
    match read {
        Ok((calendar, problems)) => Ok(Loaded::new(calendar, problems, download)),
        Err(reason) => Err(Failure::Unreadable(reason)),
    }
}

/// How a file that arrived has come.
pub(super) fn download(arrived: &Arrived) -> Download {
    let kept = arrived.kept;
    let at = kept.and_then(|kept| DateTime::from_timestamp_millis(kept.at));
    Download {
        fingerprint: fingerprint(&arrived.bytes),
        at: at.unwrap_or_else(|| intl::visitor_now().instant),
        kept: kept.map(|kept| kept.broken),
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
