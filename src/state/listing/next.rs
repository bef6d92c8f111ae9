//! What begins next today.

use std::sync::Arc;

use chrono::Days;
use event_file::{event::Status, zone::Zones};
use leptos::prelude::*;
use listing::{
    ago::Unit,
    results::Results,
    stage::{Stage, stage},
};

use crate::state::{Pruned, Shared, Source, Time};

/// The first of the results that begins later today at its venue; none where today's times are not known or all past.
pub fn next(
    results: Pruned<Memo<Shared<Results>>>,
    source: Source,
    time: Time,
    zones: Arc<dyn Zones + Send + Sync>,
) -> Pruned<Memo<Option<u32>>> {
    Pruned::memo(move |_| {
        let (results, loaded, now) = (results.get(), source.loaded.get()?, time.now.get());
        // It may be another day at the venue.
        let first = now.today.checked_sub_days(Days::new(1));
        let last = now.today.checked_add_days(Days::new(1));
        let begins = |at: &u32| {
            let event = loaded.event(*at);
            event.is_some_and(|event| {
                let off = matches!(event.status, Status::Cancelled | Status::Postponed);
                !off && is_in_hours(stage(event, &now, &*zones))
            })
        };
        for day in &results.days {
            if day.date.is_some() && day.date >= first && day.date <= last {
                let found = day.events.iter().find(|at| begins(at));
                if found.is_some() {
                    return found.copied();
                }
            }
        }
        None
    })
}

fn is_in_hours(stage: Option<Stage>) -> bool {
    matches!(stage, Some(Stage::Ahead(_, Unit::Minute | Unit::Hour)))
}
