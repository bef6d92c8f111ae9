//! How old the calendar is: a copy shown without a network says so, and a newer file is offered.

use std::time::Duration;

use chrono::{DateTime, Utc};
use event_file::read::read;
use leptos::{leptos_dom::helpers::IntervalHandle, prelude::*, task::spawn_local};
use listing::index::Index;

use super::wiring::{EVENT_FILE, download};
use crate::{
    browser::{address, connection, fetch::arrive, intl, scroll, visibility},
    reactive::shown,
    state::{Loaded, Shared, State},
    wording::{Spoken, use_language},
};

/// How often an open page looks for a newer file.
const INTERVAL: Duration = Duration::from_secs(600);

/// How long what was looked for last counts when a visitor comes back to the page, in seconds.
const RECENT: i64 = 60;

/// Looks for a newer event file.
#[derive(Clone, Copy)]
struct Watch {
    state: State,
    looked: StoredValue<DateTime<Utc>>,
}

/// How old the calendar is, while the host gives no event file.
#[component]
pub fn Age() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let age = Signal::derive(move || {
        let Some((at, broken)) = state.stale.get() else {
            return String::new();
        };
        let clock = intl::visitor_clock(at);
        let spoken = language.current();
        let values = [
            ("date", &*spoken.locale.short_day(clock.date())),
            ("time", &*spoken.locale.time(clock.time())),
        ];
        let key = if broken {
            "notice.broken_copy"
        } else {
            "notice.offline"
        };
        spoken.text(key, &values)
    });
    let stale = shown(
        move || state.stale.with(Option::is_some),
        move || view! { <p class="notice" data-stale="true">{age}</p> }.into_any(),
    );
    view! { <div role="status">{stale}</div> }
}

/// Looks for a newer file, and offers it; above everything, so that it can be taken while an event is open.
#[component]
pub fn Offer() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let first = state.loaded.with_untracked(|loaded| {
        let download = loaded.as_ref()?.download;
        Some((download.at, download.kept?))
    });
    state.stale.set(first);
    let watch = Watch {
        state,
        looked: StoredValue::new(intl::visitor_now().instant),
    };
    watch.follow();
    let newer = shown(
        move || state.newer.with(Option::is_some),
        move || {
            view! {
                <p class="notice problems">
                    <span>{language.says("notice.changed")}</span>
                    <button type="button" data-action="refresh" on:click=move |_| watch.renew(language)>
                        {language.says("notice.show_changes")}
                    </button>
                </p>
            }
            .into_any()
        },
    );
    view! { <div class="offer" role="status">{newer}</div> }
}

impl Watch {
    /// Looks now and then while somebody sees the page, when they come back to it, and when the network does.
    fn follow(self) {
        let returned = move || {
            let since = intl::visitor_now().instant - self.looked.get_value();
            if since.num_seconds() >= RECENT {
                self.look();
            }
        };
        let changed = move |online: bool| match online {
            true => self.look(),
            false => self.unreached(),
        };
        // Kept until the app ends.
        StoredValue::new_local((
            visibility::on_change(returned),
            connection::on_change(changed),
        ));
        let timer = set_interval_with_handle(move || self.look(), INTERVAL);
        on_cleanup(move || {
            if let Ok(timer) = timer {
                IntervalHandle::clear(&timer);
            }
        });
    }

    fn look(self) {
        if !visibility::is_visible() {
            return;
        }
        self.looked.set_value(intl::visitor_now().instant);
        let file = self
            .state
            .query
            .with_untracked(|query| query.data.clone())
            .unwrap_or_else(|| EVENT_FILE.to_owned());
        spawn_local(async move {
            let Some(address) = address::own(&file) else {
                return;
            };
            let Ok(arrived) = arrive(&address, true, |_| {}).await else {
                return self.unreached();
            };
            let found = download(&arrived);
            if let Some(broken) = found.kept {
                return self.state.stale.set(Some((found.at, broken)));
            }
            let shown = |loaded: &Shared<Loaded>| loaded.download.fingerprint == found.fingerprint;
            if self
                .state
                .loaded
                .with_untracked(|loaded| loaded.as_ref().is_some_and(shown))
            {
                self.state.stale.set(None);
                return self.state.newer.set(None);
            }
            // What is no event file replaces nothing.
            match read(&arrived.bytes) {
                Ok((calendar, problems)) => {
                    self.state.stale.set(None);
                    let loaded = Loaded::new(calendar, problems, found);
                    self.state.newer.set(Some(Shared::new(loaded)));
                }
                Err(_) => self.state.stale.set(Some((self.of(), true))),
            }
        });
    }

    /// Says that the host is not reached.
    fn unreached(self) {
        self.state.stale.set(Some((self.of(), false)));
    }

    /// The moment the calendar shown is of.
    fn of(self) -> DateTime<Utc> {
        let at = self
            .state
            .loaded
            .with_untracked(|loaded| Some(loaded.as_ref()?.download.at));
        at.unwrap_or_else(|| intl::visitor_now().instant)
    }

    /// Shows the newer file; filters, place and what is opened stay.
    fn renew(self, language: Spoken) {
        let Some(loaded) = self.state.newer.get_untracked() else {
            return;
        };
        let spoken = language.current();
        let index = Index::new(&loaded.calendar, &|code| spoken.locale.country(code));
        let place = scroll::place();
        self.state.newer.set(None);
        self.state.renew(loaded, Shared::new(index));
        // Two frames later the list is drawn.
        if let Some(place) = place {
            request_animation_frame(move || request_animation_frame(move || place.hold()));
        }
    }
}
