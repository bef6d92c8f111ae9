//! One marker: what it stands for, and the button that shows it.

use event_file::event::Precision;
use geo::Position;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// A marker to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    /// Tells it from the others; the same key is the same marker, moved or renamed.
    pub key: u64,
    /// Where; the longitude is that of the copy of the world in view.
    pub position: Position,
    /// Its name for those who cannot see it.
    pub label: String,
    /// What it stands for.
    pub what: What,
    /// Whether it stands for the opened event, or for events among which it is.
    pub selected: bool,
    /// Whether it stands for the event under the pointer or focus in the list.
    pub pointed: bool,
}

/// What a marker stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// One event.
    Event {
        /// Its id.
        id: String,
        /// How exactly its position is known.
        precision: Precision,
        /// Whether it does not take place.
        cancelled: bool,
    },
    /// Several events.
    Cluster {
        /// How many.
        count: u32,
        /// How many, as the page's language writes it.
        text: String,
    },
}

/// The button of a marker, not yet dressed.
pub fn button(document: &Document) -> Option<HtmlElement> {
    let button: HtmlElement = document.create_element("button").ok()?.unchecked_into();
    let shape = document.create_element("span").ok()?;
    set(&button, "type", Some("button"));
    set(&shape, "class", Some("marker-shape"));
    set(&shape, "aria-hidden", Some("true"));
    button.append_child(&shape).ok()?;
    Some(button)
}

/// The key of the marker an element is in, if it is in one.
pub fn key_of(element: &Element) -> Option<u64> {
    let button = element.closest("[data-key]").ok()??;
    button.get_attribute("data-key")?.parse().ok()
}

/// Makes a button say and look what its marker is; `before` is the one whose button it was.
pub fn dress(button: &HtmlElement, marker: &Marker, before: Option<&Marker>) {
    let worn = before.map(clothes);
    for (place, (name, value)) in clothes(marker).into_iter().enumerate() {
        // The browser is slow at each of them.
        let same = match &worn {
            Some(worn) => worn[place].1 == value,
            None => value.is_none(),
        };
        if !same {
            set(button, name, value.as_deref());
        }
    }
    let text = match &marker.what {
        What::Event { .. } => "",
        What::Cluster { text, .. } => text,
    };
    // To WebKit a press on a text that is put anew meanwhile is none.
    let shape = button.first_element_child();
    if let Some(shape) = shape.filter(|shape| shape.text_content().as_deref() != Some(text)) {
        shape.set_text_content(Some(text));
    }
}

/// What tells a marker's button from others: its attributes, always the same ones.
fn clothes(marker: &Marker) -> [(&'static str, Option<String>); 6] {
    let (mut class, event, cluster) = match &marker.what {
        What::Event {
            id,
            precision,
            cancelled,
        } => {
            let exact = matches!(precision, Precision::Place | Precision::Street);
            let class = if exact {
                "marker exact"
            } else {
                "marker about"
            };
            let cancelled = if *cancelled { " cancelled" } else { "" };
            (format!("{class}{cancelled}"), Some(id.clone()), None)
        }
        What::Cluster { count, .. } => {
            let class = format!("marker cluster size-{}", size(*count));
            (class, None, Some(count.to_string()))
        }
    };
    if marker.selected {
        class.push_str(" selected");
    }
    if marker.pointed {
        class.push_str(" pointed");
    }
    [
        ("data-key", Some(marker.key.to_string())),
        ("class", Some(class)),
        ("aria-label", Some(marker.label.clone())),
        ("title", Some(marker.label.clone())),
        ("data-event", event),
        ("data-cluster", cluster),
    ]
}

/// Half the width of the marker of so many events, in pixels: as style/map_markers.css has them.
pub fn radius(count: u32) -> f64 {
    match count {
        ..=1 => 11.0,
        _ => [14.0, 17.0, 20.0, 23.0, 26.0][size(count) as usize - 1],
    }
}

/// The size of a cluster's disc, 1 to 5, by the logarithm of its count.
fn size(count: u32) -> u32 {
    match count {
        0..=4 => 1,
        5..=19 => 2,
        20..=99 => 3,
        100..=999 => 4,
        _ => 5,
    }
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    // Fails only for a name that is none.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
