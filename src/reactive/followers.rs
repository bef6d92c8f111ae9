//! Followers that are gone are forgotten. The library itself forgets those of a signal when it is next set, which for
//! some signals is never: each list drawn would leave its followers behind.

use std::{cell::RefCell, mem};

use leptos::{
    prelude::on_cleanup,
    reactive::graph::{AnySource, AnySubscriber, Observer, Source},
    task::spawn_local,
};

thread_local! {
    /// Those whose time has ended: most are gone, some only do their work anew.
    static LEAVING: RefCell<Vec<(AnySource, AnySubscriber)>> = const { RefCell::new(Vec::new()) };
}

/// Has a source forget whoever follows it now, once they are gone.
pub fn forget_when_gone(source: &dyn Fn() -> AnySource) {
    if let Some(follower) = Observer::get() {
        let source = source();
        on_cleanup(move || leave(source, follower));
    }
}

fn leave(source: AnySource, follower: AnySubscriber) {
    let first = LEAVING.with_borrow_mut(|leaving| {
        leaving.push((source, follower));
        leaving.len() == 1
    });
    if first {
        // What is cleaned up now is dropped by then.
        spawn_local(async {
            for (source, follower) in LEAVING.with_borrow_mut(mem::take) {
                if follower.1.strong_count() == 0 {
                    source.remove_subscriber(&follower);
                }
            }
        });
    }
}
