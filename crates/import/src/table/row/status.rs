//! The cells of a row that say whether its event takes place, and those that say so in the column of something else.

use crate::draft::Draft;
use crate::table::columns::Column;
use crate::table::habits::Habits;
use crate::table::remark::{Remarks, lone_status, status_behind};
use crate::table::{state_column, value};
use crate::words;

/// Fields whose own readers look for what a text says of a status, or that hold no text.
const OF_TEXTS: [&str; 11] = [
    "title",
    "description",
    "status",
    "location",
    "place",
    "city",
    "address",
    "campaign",
    "series",
    "lat",
    "lon",
];

/// Takes a cell of a known field, if it says whether the event takes place, or whether it may be shown; whether it did.
pub(super) fn take<'a>(
    draft: &mut Draft,
    remarks: &mut Remarks<'a>,
    column: &Column,
    heading: &'a str,
    cell: &'a str,
    habits: &Habits,
) -> bool {
    let Column::Known(field) = column else {
        return false;
    };
    match *field {
        "location" | "place" | "city" | "address" | "organizers" | "title" | "region"
            if let Some(status) = lone_status(cell) =>
        {
            remarks.state(status, heading, cell);
        }
        "location" | "place" | "city" | "address"
            if let Some((status, rest)) = status_behind(cell) =>
        {
            draft.put("status", status.name());
            match *field {
                "location" => draft.location = Some(rest),
                field => value::put(draft, field, &rest),
            }
        }
        "cancelled" => value::cancel(draft, heading, cell),
        "status" | "kind" | "region" if words::value(cell) == Some("private") => {
            draft.private = Some(format!("{heading}: {cell}"));
        }
        // What is struck through is not on again because its status was left as it was.
        "status"
            if draft.text_of("status") == Some("cancelled")
                && words::value(cell) == Some("scheduled") => {}
        "url" if remarks.is_no_link(heading, cell) => {}
        "private" => {
            if matches!(words::value(cell), Some("yes" | "private")) {
                draft.private = Some(format!("{heading}: {cell}"));
            }
        }
        // “Estado” is a state of a country, or of an event.
        "region" | "country"
            if state_column::is_of_event(column, heading, cell, habits.states_are_regions) =>
        {
            value::put(draft, "status", cell);
        }
        // “Fällt aus wegen Sturm” in the column of organizers.
        field if !OF_TEXTS.contains(&field) && remarks.is_mark(heading, cell) => {}
        _ => return false,
    }
    true
}
