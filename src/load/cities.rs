//! The cities that come with the page, fetched once a place is looked for among them.

use leptos::{prelude::*, task::spawn_local};
use map::{cities::Cities, labels::Names};

use crate::{
    browser::{fetch::fetch, task::next_task},
    state::{Positions, Shared},
};

/// The names on the map: those of large cities, and those of smaller ones.
const FILES: [&str; 2] = ["basemap/names.json", "basemap/cities.json"];

/// Fetches the cities, unless they are there already or on their way.
pub fn load(positions: Positions) {
    let there = positions
        .cities
        .with_untracked(|cities| cities.as_ref().is_some_and(|cities| !cities.is_empty()));
    if there || positions.fetching.get_value() {
        return;
    }
    positions.fetching.set_value(true);
    spawn_local(async move {
        let mut files = Vec::new();
        for file in FILES {
            if let Ok(bytes) = fetch(file, |_| {}).await {
                // To read one, and to sort all, takes a task of its own each.
                next_task().await;
                files.extend(Names::read(&bytes));
            }
        }
        next_task().await;
        positions.fetching.set_value(false);
        positions.cities.set(Some(Shared::new(Cities::new(files))));
    });
}
