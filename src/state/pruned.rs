//! A long-lived signal or memo that removes the subscribers that are gone.
//!
//! Leptos (reactive_graph 0.2) removes an effect or memo from its sources when it runs again, not when it is dropped.
//! What lives as long as the page, such as the query or the language, would so gather an entry for every card ever
//! shown, and go through all of them at each change. Whatever short-lived views read of it is read through this type.

use std::{cell::RefCell, mem, ops::Deref, panic::Location};

use leptos::{
    prelude::*,
    reactive::{
        graph::{AnySource, AnySubscriber, Observer, Source, ToAnySource},
        traits::{DefinedAt, ReadUntracked, Track},
    },
    task::spawn_local,
};

thread_local! {
    /// Subscribers whose owner was cleaned up: most are gone, some only run again.
    static CLEANED_UP: RefCell<Vec<(AnySource, AnySubscriber)>> = const { RefCell::new(Vec::new()) };
}

/// A signal or memo that is read and set like any other.
pub struct Pruned<S>(S);

impl<S: Copy> Clone for Pruned<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Copy> Copy for Pruned<S> {}

impl<T: Send + Sync + 'static> Pruned<RwSignal<T>> {
    /// A signal that holds `value`.
    pub fn signal(value: T) -> Self {
        Self(RwSignal::new(value))
    }
}

impl<T: PartialEq + Send + Sync + 'static> Pruned<Memo<T>> {
    /// A memo of what `compute` makes of the value before, `None` at first.
    pub fn memo(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self(Memo::new(compute))
    }
}

/// Setting goes to the signal itself.
impl<S> Deref for Pruned<S> {
    type Target = S;

    fn deref(&self) -> &S {
        &self.0
    }
}

impl<S> DefinedAt for Pruned<S> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        None
    }
}

impl<S: ReadUntracked> ReadUntracked for Pruned<S> {
    type Value = S::Value;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        self.0.try_read_untracked()
    }
}

impl<S: Subscribed> Track for Pruned<S> {
    fn track(&self) {
        self.0.track();
        if let Some(subscriber) = Observer::get() {
            let source = self.0.source();
            on_cleanup(move || remove_later(source, subscriber));
        }
    }
}

/// What has subscribers, whatever its type.
pub trait Subscribed: Track {
    /// The same, without its type.
    fn source(&self) -> AnySource;
}

impl<T: Send + Sync + 'static> Subscribed for RwSignal<T> {
    fn source(&self) -> AnySource {
        self.to_any_source()
    }
}

impl<T: Send + Sync + 'static> Subscribed for Memo<T> {
    fn source(&self) -> AnySource {
        ArcMemo::from(*self).to_any_source()
    }
}

fn remove_later(source: AnySource, subscriber: AnySubscriber) {
    let first = CLEANED_UP.with_borrow_mut(|cleaned_up| {
        cleaned_up.push((source, subscriber));
        cleaned_up.len() == 1
    });
    if first {
        // What is cleaned up now is dropped by then.
        spawn_local(async {
            for (source, subscriber) in CLEANED_UP.with_borrow_mut(mem::take) {
                if subscriber.1.strong_count() == 0 {
                    source.remove_subscriber(&subscriber);
                }
            }
        });
    }
}
