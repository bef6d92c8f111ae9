//! The browser app: starts Marchmap in the page's `#app`, in place of the skeleton that waits there.

mod accent;
mod browser;
mod clock;
mod components;
mod document;
mod host_page;
mod lazy;
mod load;
mod locate;
mod router;
mod second_file;
mod share;
mod state;
mod wording;
mod world_map;

use leptos::mount::mount_to;

use components::app::App;

fn main() {
    browser::first_list::take();
    let Some(place) = browser::document::place("app") else {
        return;
    };
    // The page owns the app for as long as it lives: there is no moment to unmount it.
    mount_to(place, App).forget();
}
