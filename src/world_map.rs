//! The map's controller: keeps the map on the screen up with the state, and the state up with the map.

mod aim;
pub mod area;
pub mod in_view;
mod land;
mod markers;
mod mount;
mod names;
pub mod phone;
mod ring;
mod route;
pub mod session;
mod spread;
pub mod streets;
pub mod strip;
mod wanted;

use leptos::{html, prelude::*, task::spawn_local};

use land::Land;
use names::Names;
use session::Session;

/// Shows the map in `canvas` as soon as the list is there and the canvas has room; ends with its owner.
pub fn show(session: Session, canvas: NodeRef<html::Div>) {
    // Where to look comes first: nothing is drawn for a view that is left at once.
    aim::follow(session);
    markers::follow(session);
    route::follow(session);
    ring::follow(session);
    draw(session);
    mount::when_ready(session, canvas, mount::of_page);
}

/// Draws land and names around the view, once the map is there.
fn draw(session: Session) {
    let land = Land::follow(session);
    let names = Names::follow(session);
    let shown = Memo::new(move |_| session.is_shown());
    Effect::new(move || {
        if shown.get() {
            spawn_local(async move {
                land.load().await;
                names.load().await;
            });
        }
    });
}
