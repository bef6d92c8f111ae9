//! The accent colour that the query asks for.

use leptos::prelude::*;
use query::accent::Palette;

use crate::{browser::document, state::State};

/// Keeps the document's colours up with the query; ends with its owner.
pub fn start(state: State) {
    let query = state.address.query;
    let accent = Memo::new(move |_| query.with(|query| query.accent));
    Effect::new(move || {
        let accent = accent.get();
        for (dark, theme) in [(false, "light"), (true, "dark")] {
            let palette = accent.map(|accent| accent.palette(dark));
            let set = |name: &str, part: fn(Palette) -> query::accent::Colour| {
                let colour = palette.map(|palette| format!("#{}", part(palette)));
                document::set_colour(&format!("--own-{name}-{theme}"), colour.as_deref());
            };
            set("accent", |palette| palette.accent);
            set("ink", |palette| palette.ink);
            set("soft", |palette| palette.soft);
        }
    });
}
