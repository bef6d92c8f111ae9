//! Line icons from the Lucide set, inlined at build.

use leptos::prelude::*;

macro_rules! lucide {
    ($name:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/node_modules/lucide-static/icons/",
            $name,
            ".svg"
        ))
    };
}

/// An icon's drawing: SVG of the Lucide set, never made from an event's text.
#[derive(Clone, Copy)]
pub enum Drawing {
    /// A magnifier.
    Search,
    /// Sliders.
    Filters,
    /// An arrow to where one came from; mirrored from right to left.
    Back,
    /// A sun.
    Light,
    /// A moon.
    Dark,
    /// Two scripts.
    Language,
    /// An arrow onward; mirrored from right to left.
    Forward,
    /// A page of a calendar.
    Month,
    /// A folded map.
    Map,
    /// Lines of a list.
    List,
    /// A plus.
    Closer,
    /// A minus.
    Farther,
    /// An arrow into a tray.
    Save,
    /// Three points, tied together.
    Share,
    /// A printer.
    Print,
    /// A calendar with a plus.
    AddToCalendar,
    /// A globe.
    World,
    /// A cross: takes away.
    Remove,
    /// A spot aimed at: near here.
    Near,
    /// An arrow down: more unfolds.
    Unfold,
}

impl Drawing {
    const fn svg(self) -> &'static str {
        match self {
            Drawing::Search => lucide!("search"),
            Drawing::Filters => lucide!("sliders-horizontal"),
            Drawing::Back => lucide!("arrow-left"),
            Drawing::Light => lucide!("sun"),
            Drawing::Dark => lucide!("moon"),
            Drawing::Language => lucide!("languages"),
            Drawing::Forward => lucide!("arrow-right"),
            Drawing::Month => lucide!("calendar-days"),
            Drawing::Map => lucide!("map"),
            Drawing::List => lucide!("list"),
            Drawing::Closer => lucide!("plus"),
            Drawing::Farther => lucide!("minus"),
            Drawing::Save => lucide!("download"),
            Drawing::Share => lucide!("share-2"),
            Drawing::Print => lucide!("printer"),
            Drawing::AddToCalendar => lucide!("calendar-plus"),
            Drawing::World => lucide!("globe"),
            Drawing::Remove => lucide!("x"),
            Drawing::Near => lucide!("locate-fixed"),
            Drawing::Unfold => lucide!("chevron-down"),
        }
    }
}

/// A decorative icon, hidden from assistive technology: its button carries the name.
#[component]
pub fn Icon(#[prop(into)] drawing: Signal<Drawing>) -> impl IntoView {
    let mirrored = move || matches!(drawing.get(), Drawing::Back | Drawing::Forward);
    view! { <span class="icon" class:mirrored=mirrored aria-hidden="true" inner_html=move || drawing.get().svg()></span> }
}
