//! The markers on the map: changed one by one, so that those that stay keep their focus.

use std::collections::{HashMap, HashSet};

use js_sys::Reflect;
use leaflet::{LatLng, Map, Marker as Pin, MarkerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, window};

use super::div_icon::div_icon;
use super::glide::{Glide, glide};
use super::marker::{Marker, button, dress, key_of};
use super::order;
use crate::browser::focus;
use crate::browser::listener::Listener;

/// The markers, and the listeners they share.
pub struct Markers {
    shown: HashMap<u64, Shown>,
    still: bool,
    _listeners: Vec<Listener>,
}

struct Shown {
    pin: Pin,
    button: HtmlElement,
    marker: Marker,
    glide: Option<Glide>,
}

impl Markers {
    /// No markers yet, which jump instead of gliding when `still`; what is chosen and pointed at is
    /// reported by key.
    pub fn new(
        map: &Map,
        still: bool,
        chosen: Box<dyn Fn(u64, bool)>,
        pointed: Box<dyn Fn(Option<u64>)>,
    ) -> Self {
        let pane = map.get_pane_by_name("markerPane");
        let dragged = map.clone();
        let choose = move |event: &Event| {
            let by_pointer = event.unchecked_ref::<MouseEvent>().detail() > 0;
            if let Some(key) = target(event).filter(|_| !(by_pointer && was_dragged(&dragged))) {
                chosen(key, by_pointer);
            }
        };
        let pointed = std::rc::Rc::new(pointed);
        let points = || {
            let pointed = pointed.clone();
            move |event: &Event| pointed(target(event))
        };
        let leaves = || {
            let pointed = pointed.clone();
            move |_: &Event| pointed(None)
        };
        let listeners = vec![
            Listener::new(&pane, "click", choose),
            // Two clicks on a marker are two clicks on it, not a zoom of the map.
            Listener::new(&pane, "dblclick", |event| event.stop_propagation()),
            Listener::new(&pane, "mouseover", points()),
            Listener::new(&pane, "mouseout", leaves()),
            Listener::new(&pane, "focusin", points()),
            Listener::new(&pane, "focusout", leaves()),
        ];
        Self {
            shown: HashMap::new(),
            still,
            _listeners: listeners,
        }
    }

    /// Shows these markers and no others. The focus of one that goes is the map's then, so that
    /// keys still move it. What showed a marker that goes shows one that comes.
    pub fn show(&mut self, map: &Map, markers: &[Marker]) {
        let stay: HashSet<u64> = markers.iter().map(|marker| marker.key).collect();
        let gone: Vec<u64> = self
            .shown
            .keys()
            .copied()
            .filter(|key| !stay.contains(key))
            .collect();
        let mut spare: Vec<Shown> = gone
            .iter()
            .filter_map(|key| self.shown.remove(key))
            .collect();
        if spare.iter().any(Shown::has_focus) {
            focus::move_to(&map.get_container());
        }
        for marker in markers {
            match self.shown.get_mut(&marker.key) {
                Some(shown) => shown.change(map, marker, self.still),
                None => {
                    let shown = match spare.pop() {
                        Some(mut shown) => {
                            shown.change(map, marker, true);
                            Some(shown)
                        }
                        None => Shown::new(map, marker),
                    };
                    if let Some(shown) = shown {
                        self.shown.insert(marker.key, shown);
                    }
                }
            }
        }
        for shown in spare {
            map.remove_layer(&shown.pin);
        }
        let keys = markers.iter().map(|marker| self.shown.get(&marker.key));
        order::keep(keys.flatten().filter_map(Shown::element).collect());
    }

    /// Takes every marker away.
    pub fn clear(&mut self, map: &Map) {
        self.show(map, &[]);
    }
}

impl Shown {
    fn new(map: &Map, marker: &Marker) -> Option<Self> {
        let button = button(&window()?.document()?)?;
        dress(&button, marker, None);
        let options = MarkerOptions::new();
        options.set_icon(div_icon(&button)?);
        // The button inside takes clicks and focus.
        options.set_interactive(false);
        options.set_keyboard(false);
        options.set_z_index_offset(height(marker));
        let pin = Pin::new_with_options(&at(marker), &options);
        pin.add_to(map);
        Some(Self {
            pin,
            button,
            marker: marker.clone(),
            glide: None,
        })
    }

    /// What Leaflet moves about.
    fn element(&self) -> Option<Element> {
        self.button.parent_element()
    }

    fn has_focus(&self) -> bool {
        self.button.matches(":focus").unwrap_or(false)
    }

    /// Makes it show another marker, or the same one as it has become, to which it glides unless `still`.
    fn change(&mut self, map: &Map, marker: &Marker, still: bool) {
        if self.marker == *marker {
            return;
        }
        if self.marker.position != marker.position {
            let (from, to) = (at(&self.marker), at(marker));
            self.pin.set_lat_lng(&to);
            if let Some(glide) = self.glide.take() {
                glide.end();
            }
            if !still {
                // Leaflet knows where both are; the page would have to be laid out to tell.
                let [from, to] = [from, to].map(|place| map.lat_lng_to_layer_point(&place));
                self.glide = glide(&self.button, from.x() - to.x(), from.y() - to.y());
            }
        }
        if height(&self.marker) != height(marker) {
            self.pin.set_z_index_offset(height(marker));
        }
        dress(&self.button, marker, Some(&self.marker));
        self.marker = marker.clone();
    }
}

fn at(marker: &Marker) -> LatLng {
    LatLng::new(marker.position.lat, marker.position.lon)
}

/// What is looked at lies above the rest.
fn height(marker: &Marker) -> f64 {
    f64::from(u8::from(marker.pointed)) * 20_000.0 + f64::from(u8::from(marker.selected)) * 10_000.0
}

fn target(event: &Event) -> Option<u64> {
    key_of(event.target()?.dyn_ref::<Element>()?)
}

/// Whether the press that ends now dragged the map, so that it was no click on what lay under it.
fn was_dragged(map: &Map) -> bool {
    let call = || {
        let dragging = Reflect::get(map, &"dragging".into()).ok()?;
        let moved = Reflect::get(&dragging, &"moved".into()).ok()?;
        let moved = moved.dyn_ref::<js_sys::Function>()?.call0(&dragging).ok()?;
        Some(moved.is_truthy())
    };
    call().unwrap_or(false)
}
