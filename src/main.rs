//! The browser app: starts Marchmap in the page's `#app`, in place of the skeleton that waits there.

mod browser;
mod components;
mod reactive;
mod state;
mod wording;

use leptos::mount::mount_to;

fn main() {
    let Some(place) = browser::document::place("app") else {
        return;
    };
    // The page owns the app for as long as it lives: there is no moment to unmount it.
    mount_to(place, components::App).forget();
}
