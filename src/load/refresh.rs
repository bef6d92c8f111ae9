//! A newer event file: looked for while the page is open, and shown when the visitor wants it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use event_file::read;
use leptos::{leptos_dom::helpers::IntervalHandle, prelude::*, task::spawn_local};
use listing::index::Index;

use super::transfer::{EVENT_FILE, download, keep};
use crate::{
    browser::{
        address, connection,
        fetch::{FetchError, Options, arrive},
        intl, scroll, visibility,
    },
    state::{Loaded, Shared, Stale, State},
    wording::ActiveLanguage,
};

/// How often an open page looks for a newer file.
const INTERVAL: Duration = Duration::from_secs(600);

/// When a visitor comes back to the page, it looks again if the last look is as long ago, in seconds.
const RECENT: i64 = 60;

/// Looks for a newer event file.
#[derive(Clone, Copy)]
pub struct Refresh {
    state: State,
    language: ActiveLanguage,
    looked: StoredValue<DateTime<Utc>>,
}

impl Refresh {
    /// Looks now and then while somebody sees the page, when they come back to it, and when the network does; ends
    /// with its owner.
    pub fn start(state: State, language: ActiveLanguage) -> Self {
        let first = state.source.loaded.with_untracked(|loaded| {
            let download = loaded.as_ref()?.download;
            Some(Stale {
                at: download.at,
                broken: download.kept?,
            })
        });
        state.source.stale.set(first);
        let refresh = Self {
            state,
            language,
            looked: StoredValue::new(intl::visitor_now().instant),
        };
        refresh.listen();
        refresh
    }

    fn listen(self) {
        let returned = move || {
            let since = intl::visitor_now().instant - self.looked.get_value();
            if since.num_seconds() >= RECENT {
                self.look();
            }
        };
        let changed = move |online: bool| match online {
            true => self.look(),
            false => self.set_stale(false),
        };
        // Listens until its owner ends.
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
            .address
            .query
            .with_untracked(|query| query.data.clone())
            .unwrap_or_else(|| EVENT_FILE.to_owned());
        spawn_local(self.fetch(file));
    }

    async fn fetch(self, file: String) {
        let source = self.state.source;
        let Some(address) = address::own(&file) else {
            return;
        };
        let options = Options {
            revalidate: true,
            ..Options::default()
        };
        let arrived = match arrive(&address, options, |_| {}).await {
            Ok(arrived) => arrived,
            Err(error) => return self.set_stale(matches!(error, FetchError::Status(_))),
        };
        let found = download();
        let same = |loaded: &Shared<Loaded>| loaded.calendar.is_same_file(&arrived.bytes);
        if source
            .loaded
            .with_untracked(|loaded| loaded.as_ref().is_some_and(same))
        {
            source.stale.set(None);
            return source.newer.set(None);
        }
        // What is no event file replaces nothing.
        match read(arrived.bytes, &intl::IntlZones) {
            Ok((calendar, problems)) => {
                source.stale.set(None);
                keep(self.state, &address, arrived.pieces, found.at);
                source.newer.set(Some(Shared::new(Loaded {
                    calendar,
                    problems,
                    download: found,
                })));
            }
            Err(_) => self.set_stale(true),
        }
    }

    /// Notes that the host gives no event file; `broken`: it gave something else.
    fn set_stale(self, broken: bool) {
        let loaded = self.state.source.loaded;
        let at = loaded.with_untracked(|loaded| Some(loaded.as_ref()?.download.at));
        let at = at.unwrap_or_else(|| intl::visitor_now().instant);
        self.state.source.stale.set(Some(Stale { at, broken }));
    }

    /// Shows the newer file; filters, scroll position and opened event stay.
    pub fn show_newer(self) {
        let Some(loaded) = self.state.source.newer.get_untracked() else {
            return;
        };
        let language = untrack(|| self.language.get());
        let index = Index::new(&loaded.calendar, &|code| language.locale.country(code));
        let place = scroll::place();
        self.state.source.newer.set(None);
        self.state.renew(loaded, Shared::new(index));
        // Two frames later the list is rendered.
        if let Some(place) = place {
            request_animation_frame(move || request_animation_frame(move || place.hold()));
        }
    }
}
