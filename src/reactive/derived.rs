//! A memo: a value made from signals, made anew when they change, and passed on when it differs.

use std::marker::PhantomData;

use leptos::{prelude::*, reactive::graph::ToAnySource};

use super::{followers::forget_when_gone, kept::Kept};

/// A memo of any type.
pub struct Derived<T> {
    kept: Memo<Kept>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// A value made by `make`; ends with its owner.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::from_before(move |_| make())
    }

    /// A value made by `make` from the value before, `None` at first.
    pub fn from_before(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let make = move |before: Option<&Kept>| {
            let value = make(before.map(Kept::value));
            match before {
                Some(before) if *before.value::<T>() == value => before.clone(),
                _ => Kept::new(value),
            }
        };
        Self {
            kept: memo(Box::new(make)),
            of: PhantomData,
        }
    }
}

impl<T: 'static> Derived<T> {
    /// Reads the value, and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.follow();
        read(self.kept.get_untracked().value())
    }

    fn follow(self) {
        follow(self.kept);
    }

    /// Reads the value once.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(self.kept.get_untracked().value())
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.follow();
    }
}

impl<T: Clone + Send + Sync + 'static> Derived<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value for a view.
    pub fn signal(self) -> Signal<T> {
        Signal::derive(move || self.get())
    }

    /// The value now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// What makes a value from the one before.
type Make = Box<dyn Fn(Option<&Kept>) -> Kept + Send + Sync>;

fn memo(make: Make) -> Memo<Kept> {
    Memo::new(make)
}

fn follow(kept: Memo<Kept>) {
    kept.track();
    forget_when_gone(&|| ArcMemo::from(kept).to_any_source());
}
