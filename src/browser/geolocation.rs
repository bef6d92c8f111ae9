//! Where the visitor is, asked for only when the visitor wants it and kept nowhere here.

use std::{cell::Cell, rc::Rc};

use geo::Position;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Geolocation, PositionError, PositionOptions, window};

/// Why there is no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPosition {
    /// The visitor, or the page around this one, does not allow it.
    Denied,
    /// The device cannot tell.
    Unavailable,
    /// It did not tell in time.
    Slow,
}

/// How long a device may take once it is allowed to tell, in milliseconds.
const PATIENCE: u32 = 30_000;

/// A position a few minutes old will do, in milliseconds.
const FRESH: u32 = 300_000;

/// A question under way; dropping it takes it back, and no answer comes any more.
#[must_use = "dropping it takes the question back"]
pub struct Question {
    watch: Rc<Watch>,
    _located: Closure<dyn FnMut(JsValue)>,
    _refused: Closure<dyn FnMut(JsValue)>,
}

/// The browser only takes back what is watched, so a position is watched until it comes once.
struct Watch {
    geolocation: Geolocation,
    id: Cell<Option<i32>>,
}

impl Watch {
    fn end(&self) {
        if let Some(id) = self.id.take() {
            self.geolocation.clear_watch(id);
        }
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        self.watch.end();
    }
}

/// Asks the browser, which asks the visitor, and calls `answered` once, later; `None` in a browser
/// that knows no positions.
pub fn ask(answered: impl Fn(Result<Position, NoPosition>) + Clone + 'static) -> Option<Question> {
    let geolocation = window()?.navigator().geolocation().ok()?;
    let watch = Rc::new(Watch {
        geolocation,
        id: Cell::new(None),
    });
    let answer = {
        let (watch, done) = (watch.clone(), Cell::new(false));
        let done = Rc::new(done);
        move |answer| {
            watch.end();
            if !done.replace(true) {
                answered(answer);
            }
        }
    };
    let located = {
        let answer = answer.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |found: JsValue| {
            let coordinates = found.unchecked_into::<web_sys::Position>().coords();
            answer(Ok(Position {
                lat: coordinates.latitude(),
                lon: coordinates.longitude(),
            }));
        })
    };
    let refused = Closure::<dyn FnMut(JsValue)>::new(move |error: JsValue| {
        let error = error.unchecked_into::<PositionError>();
        answer(Err(match error.code() {
            PositionError::PERMISSION_DENIED => NoPosition::Denied,
            PositionError::TIMEOUT => NoPosition::Slow,
            _ => NoPosition::Unavailable,
        }));
    });
    let options = PositionOptions::new();
    options.set_timeout(PATIENCE);
    options.set_maximum_age(FRESH);
    let id = watch
        .geolocation
        .watch_position_with_error_callback_and_options(
            located.as_ref().unchecked_ref(),
            Some(refused.as_ref().unchecked_ref()),
            &options,
        );
    watch.id.set(Some(id.ok()?));
    Some(Question {
        watch,
        _located: located,
        _refused: refused,
    })
}
