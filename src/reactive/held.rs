//! A signal: a value that tells those who read it when it is set.

use std::marker::PhantomData;

use leptos::{prelude::*, reactive::graph::ToAnySource};

use super::{followers::forget_when_gone, kept::Kept};

/// A signal of any type.
pub struct Held<T> {
    kept: RwSignal<Kept>,
    of: PhantomData<fn(T) -> T>,
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Held<T> {}

impl<T: Send + Sync + 'static> Held<T> {
    /// A signal that holds `value`; ends with its owner.
    pub fn new(value: T) -> Self {
        Self {
            kept: RwSignal::new(Kept::new(value)),
            of: PhantomData,
        }
    }

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

    /// Sets the value; those who follow it are told.
    pub fn set(self, value: T) {
        self.kept.set(Kept::new(value));
    }

    /// Sets the value, and says whether that was possible: a signal ends with its owner.
    pub fn try_set(self, value: T) -> bool {
        self.kept.try_set(Kept::new(value)).is_none()
    }

    /// Sets the value; nobody is told.
    pub fn set_untracked(self, value: T) {
        let value = Kept::new(value);
        self.kept.update_untracked(|kept| *kept = value);
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.follow();
    }
}

impl<T: Clone + Send + Sync + 'static> Held<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value now; `None` once its owner has ended.
    pub fn try_get_untracked(self) -> Option<T> {
        let kept = self.kept.try_get_untracked()?;
        Some(T::clone(kept.value()))
    }

    /// Changes the value; those who follow it are told.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }

    /// Changes the value; nobody is told.
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set_untracked(value);
    }
}

fn follow(kept: RwSignal<Kept>) {
    kept.track();
    forget_when_gone(&|| kept.to_any_source());
}
