//! The names on the map, beneath its markers: text, coloured by style/map_ground.css, of no interest to pointer and keys.

use std::collections::HashMap;

use geo::viewport::Viewport;
use leaflet::{LatLng, Map, Marker as Pin, MarkerOptions};
use map::labels::Label;
use web_sys::window;

use super::div_icon::div_icon;
use super::panes;

/// The names that are on the map.
pub struct Labels(HashMap<Key, Pin>);

/// The text, and where: the same name twice is two places.
type Key = (String, u64, u64);

impl Labels {
    /// No names yet.
    pub fn new(map: &Map) -> Self {
        // Fails only for a name that is none.
        let _ = panes::pane(map, panes::NAMES).set_attribute("aria-hidden", "true");
        Self(HashMap::new())
    }

    /// Shows those names that are in view, or near it, and no others.
    pub fn show(&mut self, map: &Map, labels: &[Label], view: Viewport) {
        let (lat, lon) = (
            (view.north - view.south) / 2.0,
            (view.east - view.west) / 2.0,
        );
        let mut shown = HashMap::new();
        for label in labels {
            let at = label.position;
            let east = view.nearest_copy(at.lon);
            let near = view.south - lat <= at.lat
                && at.lat <= view.north + lat
                && view.west - lon <= east
                && east <= view.east + lon;
            if !near {
                continue;
            }
            let key = (label.text.clone(), at.lat.to_bits(), east.to_bits());
            let pin = self.0.remove(&key).or_else(|| pin(map, label, east));
            if let Some(pin) = pin {
                shown.insert(key, pin);
            }
        }
        self.clear(map);
        self.0 = shown;
    }

    /// Takes every name away.
    pub fn clear(&mut self, map: &Map) {
        for (_, pin) in self.0.drain() {
            map.remove_layer(&pin);
        }
    }
}

/// A name on the map.
fn pin(map: &Map, label: &Label, east: f64) -> Option<Pin> {
    let element = window()?.document()?.create_element("span").ok()?;
    element.set_text_content(Some(&label.text));
    let kind = if label.country {
        "map-name country"
    } else {
        "map-name"
    };
    // They fail only for names that are none.
    let _ = element.set_attribute("class", kind);
    let _ = element.set_attribute("dir", "auto");
    let options = MarkerOptions::new();
    options.set_icon(div_icon(&element)?);
    options.set_pane(panes::NAMES.into());
    options.set_interactive(false);
    options.set_keyboard(false);
    let pin = Pin::new_with_options(&LatLng::new(label.position.lat, east), &options);
    pin.add_to(map);
    Some(pin)
}
