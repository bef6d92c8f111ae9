//! The names on the map: as many as the zoom has room for.

use geo::viewport::Viewport;
use leptos::{prelude::*, task::spawn_local};
use map::labels::{self, beside::beside, whole::whole};

use super::{markers, session::Session};
use crate::{browser::fetch::fetch, state::Shared};

/// The names of countries and large cities, beside the page.
const NAMES: &str = "basemap/names.json";

/// The names of smaller cities, and the zoom from which they are fetched.
const CITIES: (&str, f64) = ("basemap/cities.json", 4.5);

/// The names that have arrived.
#[derive(Clone, Copy)]
pub struct Names(RwSignal<Option<Shared<labels::Names>>>);

impl Names {
    /// None yet; shows those that have arrived, as long as the owner lives.
    pub fn follow(session: Session) -> Self {
        let names = Self(RwSignal::new(None));
        names.fetch_more(session);
        names.show(session);
        names
    }

    /// Fetches the names for the first view.
    pub async fn load(self) {
        let names = read(NAMES).await;
        self.0.try_set(names.map(Shared::new));
    }

    /// Fetches more names for closer views; if they do not arrive, the first ones are all.
    fn fetch_more(self, session: Session) {
        let close = move |view: Viewport| view.zoom >= CITIES.1;
        let wanted = Memo::new(move |_| {
            self.0.with(Option::is_some) && session.viewport.get().is_some_and(close)
        });
        let asked = StoredValue::new(false);
        Effect::new(move || {
            if !wanted.get() || asked.get_value() {
                return;
            }
            asked.set_value(true);
            spawn_local(async move {
                let more = read(CITIES.0).await;
                if let (Some(more), Some(Some(names))) = (more, self.0.try_get_untracked()) {
                    self.0.set(Some(Shared::new(names.with(more))));
                }
            });
        });
    }

    fn show(self, session: Session) {
        let zoom = Memo::new(move |_| {
            let zoom = |view: Viewport| (view.zoom + 0.25).clamp(0.0, 18.0) as u8;
            session.viewport.get().map(zoom)
        });
        let labels = Memo::new(move |_| {
            let language = session.language.get();
            let country = |code: &str| language.locale.country(code);
            match (zoom.get(), self.0.get()) {
                (Some(zoom), Some(names)) if !session.streets.get() => {
                    Shared::new(names.shown(zoom, &language.code, &country))
                }
                _ => Shared::new(Vec::new()),
            }
        });
        Effect::new(move || {
            let Some(view) = session.viewport.get() else {
                return;
            };
            let discs = session.spread.with(|spread| {
                let wanted = session.wanted;
                wanted.with_untracked(|wanted| markers::discs(&spread.clusters, wanted))
            });
            let shown = labels.with(|labels| beside(labels, &discs, view.zoom));
            let shown = match session.is_still {
                true => whole(shown, &view),
                false => shown,
            };
            session.with_map(|map| map.name(&shown));
        });
    }
}

async fn read(file: &str) -> Option<labels::Names> {
    labels::Names::read(&fetch(file, |_| {}).await.ok()?)
}
