//! Manners of a map inside another page: one finger or a bare wheel over it scrolls that page.
//!
//! Two fingers, Ctrl or ⌘ with the wheel, a mouse that drags, keys and buttons move the map as ever.
//! `touch-action` in style/embed.css says the same to the browser.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, TouchEvent, WheelEvent};

use super::super::listener::Listener;

/// What was left to the page around the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The wheel, turned without Ctrl.
    Wheel,
    /// One finger, drawn over the map.
    Finger,
}

/// Keeps the map's manners until dropped.
pub struct Manners {
    _listeners: [Listener; 4],
}

impl Manners {
    /// Keeps from the map in `around`, an element around its container, what is the page's; tells
    /// `refused` of it.
    pub fn new(around: &Element, refused: impl Fn(Refused) + 'static) -> Self {
        let refused: Rc<dyn Fn(Refused)> = Rc::new(refused);
        let wheel = {
            let refused = refused.clone();
            Listener::ahead(around, "wheel", move |event| {
                let turned: &WheelEvent = event.unchecked_ref();
                if !turned.ctrl_key() && !turned.meta_key() {
                    event.stop_propagation();
                    refused(Refused::Wheel);
                }
            })
        };
        // A tap is no try to move the map: the hint waits until the finger is drawn.
        let told = Rc::new(Cell::new(false));
        let down = {
            let told = told.clone();
            Listener::ahead(around, "touchstart", move |event| {
                told.set(false);
                if fingers(&event) < 2 {
                    event.stop_propagation();
                }
            })
        };
        let drawn = Listener::ahead(around, "touchmove", move |event| {
            if fingers(&event) < 2 && !told.replace(true) {
                refused(Refused::Finger);
            }
        });
        // Where a browser tells of fingers as pointers only, the map listens to these.
        let pointer = Listener::ahead(around, "pointerdown", |event| {
            let pointer: &PointerEvent = event.unchecked_ref();
            if pointer.pointer_type() == "touch" && pointer.is_primary() {
                event.stop_propagation();
            }
        });
        Self {
            _listeners: [wheel, down, drawn, pointer],
        }
    }
}

fn fingers(event: &Event) -> u32 {
    let touch: &TouchEvent = event.unchecked_ref();
    touch.touches().length()
}
