//! What is opened, pointed at or listed apart, and which sheet is open.

use leptos::prelude::*;

use super::{Address, Pruned, Sheet, Source};

/// The selection as signals; events are indices into the calendar.
#[derive(Clone, Copy)]
pub struct Selection {
    /// The opened event, if it is in the calendar.
    pub opened: Pruned<Memo<Option<u32>>>,
    /// The events under the visitor's pointer or focus: one in the list, those of a marker on the map.
    pub pointed: Pruned<RwSignal<Vec<u32>>>,
    /// The events of a marker that no zoom can part, while they are listed.
    pub spot: Pruned<RwSignal<Vec<u32>>>,
    /// The event of the pin that was chosen on a phone's map, before it is opened.
    pub peeked: Pruned<RwSignal<Option<u32>>>,
    /// Whether the list of problems is open.
    pub checks: Pruned<Memo<bool>>,
    /// The open sheet.
    pub sheet: Pruned<RwSignal<Option<Sheet>>>,
}

impl Selection {
    /// What the address opens, and nothing else.
    pub fn new(address: Address, source: Source) -> Self {
        Self {
            opened: Pruned::memo(move |_| {
                let id = address.query.with(|query| query.event.clone())?;
                source.loaded.with(|loaded| loaded.as_ref()?.find(&id))
            }),
            pointed: Pruned::signal(Vec::new()),
            spot: Pruned::signal(Vec::new()),
            peeked: Pruned::signal(None),
            checks: Pruned::memo(move |_| address.query.with(|query| query.check)),
            sheet: Pruned::signal(None),
        }
    }

    /// Whether something is shown over the list.
    pub fn covers_list(self) -> bool {
        self.opened.with(Option::is_some)
            || self.checks.get()
            || self.spot.with(|events| !events.is_empty())
    }

    /// Marks the events under the pointer or the focus, in the list and on the map; none once it has left.
    pub fn point(self, events: Vec<u32>) {
        self.pointed.set(events);
    }

    /// Lists the events of a marker.
    pub fn list_spot(self, events: Vec<u32>) {
        self.spot.set(events);
    }

    /// Closes the list of a marker's events.
    pub fn leave_spot(self) {
        self.spot.set(Vec::new());
    }

    /// Opens a sheet.
    pub fn open_sheet(self, sheet: Sheet) {
        self.sheet.set(Some(sheet));
    }

    /// Closes the open sheet.
    pub fn close_sheet(self) {
        self.sheet.set(None);
    }
}
