//! An effect: work that is done now, and again when a signal it read changes.

use leptos::prelude::Effect;

/// Does `work` once the page is drawn, and again whenever what it reads changes; ends with its owner.
pub fn effect(work: impl FnMut() + 'static) {
    start(Box::new(work));
}

fn start(mut work: Box<dyn FnMut()>) {
    Effect::new(move |_| work());
}
