//! The street map: another host may have it, so it is fetched only once the visitor has agreed.

use event_file::{file::Tiles, link};
use leptos::{prelude::*, task::spawn_local};

use super::session::Session;
use crate::browser::{address, map::Archive, remembered};

/// Where the device keeps the host whose tiles the visitor agreed to.
const REMEMBERED: &str = "marchmap.streets";

/// How far the street map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Not wanted.
    Off,
    /// The visitor is asked whether the host may see what they look at.
    Asked,
    /// Wanted; nothing has arrived yet.
    On,
    /// Wanted, and some tiles have arrived.
    Shown,
    /// Wanted, but no tile arrives.
    Failed,
}

/// The street map of a calendar.
#[derive(Clone, Copy)]
pub struct Streets {
    /// How far it is.
    pub phase: RwSignal<Phase>,
    session: Session,
    tiles: StoredValue<Tiles>,
    host: StoredValue<String>,
    /// Whether the page's own host has the tiles, which needs no consent.
    own: bool,
}

/// Whether tiles can be offered: a file of tiles has to be on the page's own host.
pub fn can_offer(tiles: &Tiles) -> bool {
    !tiles.in_one_file() || address::own(&tiles.url).is_some()
}

impl Streets {
    /// The streets of these tiles: shown at once where the visitor has agreed to that, and removed with the owner.
    pub fn new(session: Session, tiles: Tiles) -> Self {
        let own = address::own(&tiles.url);
        let host = link::host(own.as_deref().unwrap_or(&tiles.url)).unwrap_or_default();
        let streets = Self {
            phase: RwSignal::new(Phase::Off),
            session,
            host: StoredValue::new(host.to_owned()),
            own: own.is_some(),
            tiles: StoredValue::new(tiles),
        };
        if remembered::recall(REMEMBERED).is_some_and(|host| host == streets.host()) {
            streets.show();
        }
        Effect::new(move || session.streets.set(streets.phase.get() == Phase::Shown));
        on_cleanup(move || {
            session.streets.try_set(false);
            session.with_map(|map| map.hide_streets());
        });
        streets
    }

    /// The host that has the tiles.
    pub fn host(self) -> String {
        self.host.get_value()
    }

    /// Whether streets are wanted; what asks follows it.
    pub fn is_on(self) -> bool {
        matches!(self.phase.get(), Phase::On | Phase::Shown | Phase::Failed)
    }

    /// Shows streets, or asks for consent first; or hides them again.
    pub fn toggle(self) {
        match self.phase.get_untracked() {
            Phase::Off if self.own => self.show(),
            Phase::Off => self.phase.set(Phase::Asked),
            Phase::Asked => self.phase.set(Phase::Off),
            Phase::On | Phase::Shown | Phase::Failed => self.hide(),
        }
    }

    /// The visitor agrees; `remember`: on the next visit too.
    pub fn agree(self, remember: bool) {
        if remember {
            remembered::remember(REMEMBERED, &self.host());
        }
        self.show();
    }

    /// The visitor does not agree.
    pub fn decline(self) {
        self.phase.set(Phase::Off);
    }

    fn show(self) {
        let (phase, session, tiles) = (self.phase, self.session, self.tiles);
        phase.set(Phase::On);
        let on_answer = move |arrived| match (arrived, phase.get_untracked()) {
            (true, Phase::On | Phase::Failed) => phase.set(Phase::Shown),
            (false, Phase::On) => phase.set(Phase::Failed),
            _ => {}
        };
        if !tiles.with_value(Tiles::in_one_file) {
            tiles.with_value(|tiles| session.with_map(|map| map.show_streets(tiles, on_answer)));
            return;
        }
        let url = tiles.with_value(|tiles| tiles.url.clone());
        spawn_local(async move {
            let archive = Archive::open(&url).await;
            // Meanwhile the visitor may have hidden the streets, or left the map.
            if phase.try_get_untracked() != Some(Phase::On) {
                return;
            }
            let shown = archive.and_then(|archive| {
                session
                    .with_map(|map| map.show_archive(archive, on_answer))
                    .unwrap_or(Ok(()))
            });
            if shown.is_err() {
                phase.try_set(Phase::Failed);
            }
        });
    }

    fn hide(self) {
        self.phase.set(Phase::Off);
        remembered::forget(REMEMBERED);
        self.session.with_map(|map| map.hide_streets());
    }
}
