//! The clusters in view, spread out where no zoom can part them.

use geo::viewport::Viewport;
use leptos::prelude::*;
use map::{
    cluster::clusters,
    spread::{Spread, spread},
};

use super::wanted::Wanted;
use crate::{browser::map::WorldMap, state::Shared};

/// What stands for the matching events in view, as long as its owner lives.
pub fn follow(
    wanted: RwSignal<Wanted>,
    viewport: RwSignal<Option<Viewport>>,
) -> Memo<Shared<Spread>> {
    let shown =
        Memo::new(move |_| wanted.with(|wanted| (wanted.points.clone(), wanted.results.clone())));
    Memo::new(move |_| {
        let (points, results) = shown.get();
        Shared::new(match viewport.get() {
            Some(view) => {
                let matched = &results.matched;
                let found = clusters(view, &points, matched);
                spread(found, view, WorldMap::CLOSEST, &points, matched)
            }
            None => Spread::default(),
        })
    })
}
