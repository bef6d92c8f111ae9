//! A value of any type behind one type.

use std::{any::Any, sync::Arc};

/// A shared value that is equal only to itself.
#[derive(Clone)]
pub struct Kept(Arc<dyn Any + Send + Sync>);

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Kept {
    /// Keeps `value`.
    pub fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// The value; [`Held`](super::Held) and [`Derived`](super::Derived) put in what they take out.
    pub fn value<T: 'static>(&self) -> &T {
        match self.0.downcast_ref() {
            Some(value) => value,
            None => unreachable!("a signal holds one type for as long as it lives"),
        }
    }
}
