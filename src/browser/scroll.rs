//! Where the view is in a long list, and how high what is rendered there turned out.

use std::{cell::RefCell, rc::Rc};

use gloo_render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::JsCast;
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

/// How far below the page's beginning the view ends, in CSS pixels: no list is in view farther from its own beginning.
pub fn reach() -> f64 {
    let reach = || {
        let window = window()?;
        let height = window.inner_height().ok()?.as_f64()?;
        Some(window.scroll_y().ok()? + height)
    };
    // More than a tall screen.
    reach().unwrap_or(2400.0)
}

/// Follows the view; stops when dropped.
pub struct Follower {
    _listeners: [Listener; 2],
    frame: Rc<Frame>,
}

/// Work put off to the next frame, once however often it is asked for; cancelled on drop.
struct Frame {
    work: Rc<dyn Fn()>,
    waiting: Rc<RefCell<Option<AnimationFrame>>>,
}

impl Frame {
    fn schedule(&self) {
        if self.waiting.borrow().is_some() {
            return;
        }
        let (work, waiting) = (self.work.clone(), Rc::downgrade(&self.waiting));
        let frame = request_animation_frame(move |_| {
            if let Some(waiting) = waiting.upgrade() {
                waiting.take();
                work();
            }
        });
        self.waiting.replace(Some(frame));
    }
}

impl Follower {
    /// Looks once more, in the next frame: the list itself has changed.
    pub fn look_again(&self) {
        self.frame.schedule();
    }
}

/// Calls `moved` once a frame while the page scrolls or changes its size, until the follower is dropped.
pub fn follow(list: &Element, moved: impl Fn(Seen) + 'static) -> Option<Follower> {
    let window = window()?;
    let list = list.clone();
    let work = Rc::new(move || {
        if let Some(seen) = seen(&list) {
            moved(seen);
        }
    });
    let waiting = Rc::default();
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
