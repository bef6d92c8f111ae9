//! Land, lakes and borders around the view: coarse from afar, detailed from near.

use geo::viewport::Viewport;
use leptos::{prelude::*, task::spawn_local};
use map::basemap::{Basemap, frame::Frame, ground::Ground};

use super::session::Session;
use crate::{browser::fetch::fetch, state::Shared};

/// The whole world, beside the page.
const WORLD: &str = "basemap/world.json";

/// The same in more detail, and the zoom from which it is fetched and drawn.
const FINER: (&str, f64) = ("basemap/finer.json", 4.5);

/// The ground that has arrived.
#[derive(Clone, Copy)]
pub struct Land {
    coarse: RwSignal<Option<Shared<Ground>>>,
    fine: RwSignal<Option<Shared<Ground>>>,
}

impl Land {
    /// None yet; draws what has arrived around the view, as long as the owner lives.
    pub fn follow(session: Session) -> Self {
        let land = Self {
            coarse: RwSignal::new(None),
            fine: RwSignal::new(None),
        };
        land.draw(session);
        land
    }

    /// Fetches the ground for the first view; without it the markers still say where.
    pub async fn load(self) {
        self.coarse.try_set(ground(WORLD).await);
    }

    fn draw(self, session: Session) {
        let near = Memo::new(move |_| {
            let view = session.viewport.get();
            view.is_some_and(|view: Viewport| view.zoom >= FINER.1)
        });
        let asked = StoredValue::new(false);
        Effect::new(move || {
            if near.get() && self.coarse.with(Option::is_some) && !asked.get_value() {
                asked.set_value(true);
                // If it does not arrive, the coarse one stays.
                spawn_local(async move {
                    self.fine.try_set(ground(FINER.0).await);
                });
            }
        });
        let shown = Memo::new(move |_| {
            let fine = near.get().then(|| self.fine.get()).flatten();
            fine.or_else(|| self.coarse.get())
        });
        let drawn = StoredValue::new(None::<(Shared<Ground>, Frame)>);
        Effect::new(move || {
            let (Some(view), Some(ground)) = (session.viewport.get(), shown.get()) else {
                return;
            };
            let serves = drawn.with_value(|drawn| {
                let drawn = drawn.as_ref();
                drawn.is_some_and(|(drawn, frame)| *drawn == ground && frame.serves(view))
            });
            if !serves {
                let drawing = ground.near(view);
                session.with_map(|map| map.draw(&drawing));
                drawn.set_value(Some((ground, drawing.frame)));
            }
        });
    }
}

/// The ground in a file; `None` when it does not arrive or is none.
async fn ground(file: &str) -> Option<Shared<Ground>> {
    let bytes = fetch(file, |_| {}).await.ok()?;
    let basemap = Basemap::read(&bytes).ok()?;
    Some(Shared::new(Ground::new(&basemap)))
}
