//! The clusters in view, spread out where no zoom can part them, and the opened event beside them.

use geo::viewport::Viewport;
use leptos::prelude::*;
use map::{
    cluster::{Members, clusters},
    points::Points,
    spread::{Spread, spread},
};

use super::wanted::Wanted;
use crate::{browser::map::WorldMap, state::Shared};

/// What stands for the matching events in view, as long as its owner lives.
pub fn follow(
    wanted: RwSignal<Wanted>,
    viewport: RwSignal<Option<Viewport>>,
) -> Memo<Shared<Spread>> {
    let shown = Memo::new(move |_| {
        wanted.with(|wanted| (wanted.points.clone(), wanted.results.clone(), wanted.opened))
    });
    Memo::new(move |_| {
        let (points, results, opened) = shown.get();
        Shared::new(match viewport.get() {
            Some(view) => around(view, &points, &results.matched, opened),
            None => Spread::default(),
        })
    })
}

/// Whether an event has a marker of its own in view without being opened.
pub fn stands_alone(spread: &Spread, event: u32) -> bool {
    let mut clusters = spread.clusters.iter();
    clusters.any(|cluster| cluster.events == Members::One(event))
}

/// What stands for the matching events in view; the opened one is never inside a cluster.
pub fn around(view: Viewport, points: &Points, matched: &[u32], opened: Option<u32>) -> Spread {
    let of = |matched: &[u32]| {
        let found = clusters(view, points, matched);
        spread(found, view, WorldMap::CLOSEST, points, matched)
    };
    let together = of(matched);
    let inside = |event: &u32| matched.contains(event) && !stands_alone(&together, *event);
    let Some(opened) = opened.filter(inside) else {
        return together;
    };
    let others: Vec<u32> = matched.iter().copied().filter(|at| *at != opened).collect();
    let mut apart = of(&others);
    apart.clusters.extend(clusters(view, points, &[opened]));
    apart
}
