//! A newer event file: looked for while the page is open, and shown when the visitor wants it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use event_file::read;
use leptos::{leptos_dom::helpers::IntervalHandle, prelude::*, task::spawn_local};

use super::{
    emptied, replace,
    transfer::{EVENT_FILE, download, keep},
};
use crate::{
    browser::{
        address, connection,
        fetch::{FetchError, Options, arrive},
        intl, visibility,
    },
    state::{Cause, Loaded, Shared, Stale, State},
    wording::ActiveLanguage,
};

/// How often an open page looks for a newer file.
const INTERVAL: Duration = Duration::from_secs(600);

/// When a visitor comes back to the page, it looks again if the last look is as long ago, in seconds, or found nothing.
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
        Effect::new(move || follow(state));
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
            let is_stale = self.state.source.stale.with_untracked(Option::is_some);
            if is_stale || since.num_seconds() >= RECENT {
                self.look();
            }
        };
        let changed = move |online: bool| match online {
            true => self.look(),
            false => self.set_stale(Cause::Unreached),
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
        if let Some(address) = event_file(self.state) {
            spawn_local(self.fetch(address));
        }
    }

    async fn fetch(self, address: String) {
        let source = self.state.source;
        let options = Options {
            revalidate: true,
            ..Options::default()
        };
        let arrived = match arrive(&address, options, |_| {}).await {
            Ok(arrived) => arrived,
            Err(FetchError::Status(_)) => return self.set_stale(Cause::Broken),
            Err(_) => return self.set_stale(Cause::Unreached),
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
                keep(self.state, &address, &calendar, arrived.pieces, found.at);
                // The visitor chose the last copy over this.
                if calendar.events.is_empty() && emptied::is_shown(source) {
                    return self.set_stale(Cause::Emptied);
                }
                source.stale.set(None);
                source.newer.set(Some(Shared::new(Loaded {
                    calendar,
                    problems,
                    download: found,
                })));
            }
            Err(_) => self.set_stale(Cause::Broken),
        }
    }

    /// Notes that the host gives nothing in place of the calendar shown.
    fn set_stale(self, cause: Cause) {
        let loaded = self.state.source.loaded;
        let at = loaded.with_untracked(|loaded| Some(loaded.as_ref()?.download.at));
        let at = at.unwrap_or_else(|| intl::visitor_now().instant);
        self.state.source.stale.set(Some(Stale { at, cause }));
    }

    /// Shows the newer file; filters, scroll position and opened event stay.
    pub fn show_newer(self) {
        let source = self.state.source;
        let Some(newer) = source.newer.get_untracked() else {
            return;
        };
        let loaded = source.loaded.get_untracked();
        let has_events = |loaded: &Shared<Loaded>| !loaded.calendar.events.is_empty();
        if !has_events(&newer) && loaded.as_ref().is_some_and(has_events) {
            source.before.set(loaded);
        }
        source.newer.set(None);
        replace::show(self.state, self.language, newer);
    }
}

/// Notes how each calendar that is shown has come.
fn follow(state: State) {
    let source = state.source;
    let Some(loaded) = source.loaded.get() else {
        // Another file, or the same once more.
        source.newer.set(None);
        source.before.set(None);
        return;
    };
    let at = loaded.download.at;
    let cause = match emptied::is_shown(source) {
        true => Some(Cause::Emptied),
        false => loaded.download.copy,
    };
    source.stale.set(cause.map(|cause| Stale { at, cause }));
    if loaded.calendar.events.is_empty()
        && let Some(address) = event_file(state)
    {
        spawn_local(emptied::find(source, loaded, address));
    }
}

/// The address of the event file.
fn event_file(state: State) -> Option<String> {
    let query = state.address.query;
    let file = query.with_untracked(|query| query.data.clone());
    address::own(file.as_deref().unwrap_or(EVENT_FILE))
}
