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
#[derive(Clone, Copy, PartialEq)]
pub struct Drawing(&'static str);

impl Drawing {
    /// A magnifier.
    pub const SEARCH: Drawing = Drawing(lucide!("search"));
    /// Three lines: the menu.
    pub const MENU: Drawing = Drawing(lucide!("menu"));
    /// An arrow to where one came from; mirrored from right to left.
    pub const BACK: Drawing = Drawing(lucide!("arrow-left"));
    /// A sun.
    pub const LIGHT: Drawing = Drawing(lucide!("sun"));
    /// A moon.
    pub const DARK: Drawing = Drawing(lucide!("moon"));
    /// Two scripts.
    pub const LANGUAGE: Drawing = Drawing(lucide!("languages"));
    /// An arrow onward; mirrored from right to left.
    pub const FORWARD: Drawing = Drawing(lucide!("arrow-right"));
    /// A page of a calendar.
    pub const MONTH: Drawing = Drawing(lucide!("calendar-days"));
    /// A folded map.
    pub const MAP: Drawing = Drawing(lucide!("map"));
    /// Lines of a list.
    pub const LIST: Drawing = Drawing(lucide!("list"));
    /// A plus.
    pub const CLOSER: Drawing = Drawing(lucide!("plus"));
    /// A minus.
    pub const FARTHER: Drawing = Drawing(lucide!("minus"));
    /// Three points, tied together.
    pub const SHARE: Drawing = Drawing(lucide!("share-2"));
    /// Angle brackets: code.
    pub const CODE: Drawing = Drawing(lucide!("code-xml"));
    /// A printer.
    pub const PRINT: Drawing = Drawing(lucide!("printer"));
    /// A calendar with a plus.
    pub const ADD_TO_CALENDAR: Drawing = Drawing(lucide!("calendar-plus"));
    /// A globe.
    pub const WORLD: Drawing = Drawing(lucide!("globe"));
    /// A cross: takes away.
    pub const REMOVE: Drawing = Drawing(lucide!("x"));
    /// Arms that point along streets.
    pub const STREETS: Drawing = Drawing(lucide!("signpost"));
    /// A spot aimed at: near here.
    pub const NEAR: Drawing = Drawing(lucide!("locate-fixed"));
}

/// A decorative icon, hidden from assistive technology: its button carries the name.
#[component]
pub fn Icon(drawing: Drawing) -> impl IntoView {
    let class = if [Drawing::BACK, Drawing::FORWARD].contains(&drawing) {
        "icon mirrored"
    } else {
        "icon"
    };
    view! { <span class=class aria-hidden="true" inner_html=drawing.0></span> }
}
