//! What is struck through in a row: the event, or what held before.

use event_file::event::Status;

use crate::draft::Draft;
use crate::html::CANCELLED;
use crate::table::columns::Column;

/// Whether an event does not take place, because what it is, when or where is struck through.
pub(super) fn is_off(cells: &[(&Column, &str, &str)]) -> bool {
    let is_struck = |cell: &str| cell.trim_start().starts_with(CANCELLED);
    let mut cells = cells.iter();
    cells.any(|(column, _, cell)| is_struck(cell) && tells_event(column))
}

/// A cell without the mark of what is struck through; nothing of one that only says what held before.
pub(super) fn without_mark<'a>(
    draft: &mut Draft,
    column: &Column,
    heading: &str,
    cell: &'a str,
    is_off: bool,
) -> &'a str {
    let Some(rest) = cell.strip_prefix(CANCELLED) else {
        return cell;
    };
    // “~~12.12.2026~~” in one cell of a row.
    if is_off {
        draft.put("status", Status::Cancelled.name());
        return rest;
    }
    // “~~14h~~” in a remark.
    if !matches!(column, Column::Personal(_) | Column::Ignored) {
        let rest = rest.trim();
        draft.notes.push(format!(
            "“{heading}: {rest}” is struck through: taken for what held before"
        ));
    }
    ""
}

/// Whether a column says what its event is, or when or where, so that it does not take place where that is struck through.
fn tells_event(column: &Column) -> bool {
    const FIELDS: [&str; 8] = [
        "title", "start", "time", "city", "place", "location", "address", "end",
    ];
    matches!(column, Column::Known(field) | Column::Translated(field, _) if FIELDS.contains(field))
}
