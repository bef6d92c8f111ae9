//! The ground of the map: what is around the view is drawn, coarse from afar and fine from near.

use geo::viewport::Viewport;
use leptos::{prelude::*, task::spawn_local};
use map::basemap::{Basemap, frame::Frame, ground::Ground};

use super::session::Session;
use crate::{
    browser::fetch::fetch,
    reactive::{Derived, Held, effect},
    state::Shared,
};

/// The whole world, beside the page.
const WORLD: &str = "basemap/world.json";

/// The same in more detail, and the zoom from which it is asked for and drawn.
const FINER: (&str, f64) = ("basemap/finer.json", 4.5);

/// The ground as far as it has come.
#[derive(Clone, Copy)]
pub struct Land {
    coarse: Held<Option<Shared<Ground>>>,
    fine: Held<Option<Shared<Ground>>>,
}

impl Land {
    /// None yet.
    pub fn new() -> Self {
        Self {
            coarse: Held::new(None),
            fine: Held::new(None),
        }
    }

    /// Fetches the ground for the first view; without it the markers still say where.
    pub async fn load(self) {
        self.coarse.try_set(ground(WORLD).await);
    }

    /// Draws it around the view, from within the component that owns the map.
    pub fn follow(self, session: Session) {
        let near = Derived::new(move || {
            let view = session.viewport();
            view.is_some_and(|view: Viewport| view.zoom >= FINER.1)
        });
        let asked = StoredValue::new(false);
        effect(move || {
            if near.get() && self.coarse.with(Option::is_some) && !asked.get_value() {
                asked.set_value(true);
                // When it does not come the coarse one stays.
                spawn_local(async move {
                    self.fine.try_set(ground(FINER.0).await);
                });
            }
        });
        let shown = Derived::new(move || {
            let fine = near.get().then(|| self.fine.get()).flatten();
            fine.or_else(|| self.coarse.get())
        });
        let drawn = StoredValue::new(None::<(Shared<Ground>, Frame)>);
        effect(move || {
            let (Some(view), Some(ground)) = (session.viewport(), shown.get()) else {
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

/// The ground in a file; `None` when it does not come or is none.
async fn ground(file: &str) -> Option<Shared<Ground>> {
    let bytes = fetch(file, |_| {}).await.ok()?;
    let basemap = Basemap::read(&bytes).ok()?;
    Some(Shared::new(Ground::new(&basemap)))
}
