//! The changes that a generated site records, fetched once they are first asked for.

use std::cell::RefCell;

use leptos::{prelude::*, reactive::signal::ArcTrigger, task::spawn_local};

use crate::browser::changes::{self, Before};

thread_local! {
    static RECORD: RefCell<Record> = RefCell::default();
}

#[derive(Default)]
struct Record {
    is_asked: bool,
    /// `None` until they have arrived.
    changes: Option<Vec<Before>>,
    arrived: ArcTrigger,
}

/// The changes of the event with this id, the oldest first; what asks follows them until they have arrived.
pub fn of_event(id: &str) -> Vec<Before> {
    RECORD.with_borrow_mut(|record| {
        let Some(changes) = &record.changes else {
            record.arrived.track();
            if !std::mem::replace(&mut record.is_asked, true) {
                fetch();
            }
            return Vec::new();
        };
        let changes = changes.iter().filter(|change| change.event == id);
        changes.cloned().collect()
    })
}

fn fetch() {
    spawn_local(async {
        let changes = changes::fetched().await;
        let arrived = RECORD.with_borrow_mut(|record| {
            record.changes = Some(changes);
            record.arrived.clone()
        });
        arrived.notify();
    });
}
