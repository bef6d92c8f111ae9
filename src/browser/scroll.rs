//! Where the view is in a long list, and how high what is rendered there turned out.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, window};

use super::listener::Listener;

/// What is seen of a list; in CSS pixels from its beginning.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Where the view begins; negative when the list begins below that.
    pub top: f64,
    /// Where the view ends.
    pub bottom: f64,
    /// The heights of the parts marked `data-chunk`, by that number.
    pub chunks: Vec<(usize, f64)>,
    /// The height of a heading.
    pub heading: Option<f64>,
}

/// The first event in view and where it stands, in CSS pixels below the window's edge.
pub struct Place {
    id: String,
    top: f64,
}

/// Where the view is in the list, by the event it begins with.
pub fn place() -> Option<Place> {
    let cards = window()?
        .document()?
        .query_selector_all("[data-list] article[data-event]")
        .ok()?;
    (0..cards.length()).find_map(|at| {
        let card: Element = cards.get(at)?.dyn_into().ok()?;
        let top = card.get_bounding_client_rect().top();
        let id = card.get_attribute("data-event")?;
        (top >= 0.0).then_some(Place { id, top })
    })
}

impl Place {
    /// Scrolls so that the event stands where it stood; where it is gone, nothing moves.
    pub fn hold(self) {
        let moved = || {
            let cards = window()?
                .document()?
                .query_selector_all("[data-list] article[data-event]")
                .ok()?;
            let top = (0..cards.length()).find_map(|at| {
                let card: Element = cards.get(at)?.dyn_into().ok()?;
                let same = card.get_attribute("data-event")? == self.id;
                same.then(|| card.get_bounding_client_rect().top())
            })?;
            window()?.scroll_by_with_x_and_y(0.0, top - self.top);
            Some(())
        };
        // Without a window there is nothing to hold.
        let _ = moved();
    }
}

/// Follows the view; stops when dropped.
pub struct Follower {
    _listeners: [Listener; 2],
    frame: Rc<Frame>,
}

/// Work put off to the next frame, once however often it is asked for.
struct Frame {
    work: Closure<dyn FnMut()>,
    waiting: Rc<Cell<Option<i32>>>,
}

impl Frame {
    fn schedule(&self) {
        if self.waiting.get().is_none()
            && let Some(window) = window()
        {
            let id = window.request_animation_frame(self.work.as_ref().unchecked_ref());
            self.waiting.set(id.ok());
        }
    }
}

impl Follower {
    /// Looks once more, in the next frame: the list itself has changed.
    pub fn look_again(&self) {
        self.frame.schedule();
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.frame.waiting.take(), window()) {
            // An id that is no longer waiting is nothing to cancel.
            let _ = window.cancel_animation_frame(id);
        }
    }
}

/// Calls `moved` once a frame while the page scrolls or changes its size, until the follower is dropped.
pub fn follow(list: &Element, moved: impl Fn(Seen) + 'static) -> Option<Follower> {
    let window = window()?;
    let list = list.clone();
    let waiting = Rc::new(Cell::new(None));
    let done = waiting.clone();
    let work = Closure::new(move || {
        done.set(None);
        if let Some(seen) = seen(&list) {
            moved(seen);
        }
    });
    let frame = Rc::new(Frame { work, waiting });
    frame.schedule();
    let listeners = ["scroll", "resize"].map(|event| {
        let frame = frame.clone();
        Listener::new(&window, event, move |_| frame.schedule())
    });
    Some(Follower {
        _listeners: listeners,
        frame,
    })
}

/// What is seen of a list now; `None` when it is not shown at all.
fn seen(list: &Element) -> Option<Seen> {
    let height = window()?.inner_height().ok()?.as_f64()?;
    list.unchecked_ref::<HtmlElement>().offset_parent()?;
    let top = -list.get_bounding_client_rect().top();
    let parts = list.query_selector_all("[data-chunk]").ok()?;
    let chunks = (0..parts.length()).filter_map(|at| {
        let part = parts.get(at)?.dyn_into::<HtmlElement>().ok()?;
        let chunk = part.get_attribute("data-chunk")?.parse().ok()?;
        Some((chunk, part.get_bounding_client_rect().height()))
    });
    let heading = list
        .query_selector("h2")
        .ok()?
        .map(|heading| heading.get_bounding_client_rect().height());
    Some(Seen {
        top,
        bottom: top + height,
        chunks: chunks.collect(),
        heading,
    })
}
