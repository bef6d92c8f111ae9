//! A row of a table, or anything like one, as an entry.

mod rest;
mod status;
mod struck;
mod when;

use self::rest::Rest;
use self::when::When;
use super::answers::Answers;
use super::beside::Beside;
use super::columns::Column;
use super::habits::Habits;
use super::remark::Remarks;
use super::times::{NO_DATE, same_day};
use super::{remark_column, stamp, state_column, undated, unread};
use crate::draft::{Draft, Reject};

/// What the cells of a row say that is put to its entry only once all are known.
#[derive(Default)]
struct Cells<'a> {
    when: When<'a>,
    remarks: Remarks<'a>,
    beside: Beside<'a>,
    rest: Rest<'a>,
    /// Of columns of no known meaning, with their headings.
    others: Vec<(&'a str, &'a str)>,
}

/// Fills an entry from cells, each with its column and what the column is called.
///
/// # Errors
/// What keeps the entry out of the event file.
pub fn fill<'a>(
    mut draft: Draft,
    cells: impl Iterator<Item = (&'a Column, &'a str, &'a str)>,
    habits: &Habits,
) -> Result<Draft, Box<Reject>> {
    let cells: Vec<_> = cells.collect();
    let is_struck = struck::is_off(&cells);
    let mut all = Cells::default();
    let mut answers = Answers::default();
    for (column, heading, cell) in cells {
        let cell = struck::without_mark(&mut draft, column, heading, cell.trim(), is_struck);
        if let Column::Flag(flag) = column {
            answers.take(&mut draft, flag, heading, cell);
        }
        if cell.is_empty() {
            continue;
        }
        if habits.explain {
            explain(&mut draft, column, heading, cell, habits);
        }
        all.take(&mut draft, column, heading, cell, habits);
    }
    let start = all.when.start();
    answers.settle(&mut draft, |cell| {
        start.is_some_and(|start| {
            let said = stamp::said(start);
            said.is_some_and(|said| same_day(cell, &said, start, habits).is_ok())
        })
    });
    all.settle(draft, habits)
}

/// Says of which cell a field is.
fn explain(draft: &mut Draft, column: &Column, heading: &str, cell: &str, habits: &Habits) {
    let Column::Known(field) = column else { return };
    let of_event = || state_column::is_of_event(column, heading, cell, habits.states_are_regions);
    let field = match *field {
        "region" | "country" if of_event() => "status",
        field => field,
    };
    draft.explain(field, format!("{heading}: “{cell}”"));
}

impl<'a> Cells<'a> {
    /// Takes a cell that is not empty.
    fn take(
        &mut self,
        draft: &mut Draft,
        column: &Column,
        heading: &'a str,
        cell: &'a str,
        habits: &Habits,
    ) {
        self.beside.take(column, heading, cell);
        match column {
            Column::Known(field) => {
                let is_taken = self.when.take(draft, field, heading, cell)
                    || status::take(draft, &mut self.remarks, column, heading, cell, habits);
                if !is_taken {
                    self.rest.take(draft, field, cell);
                }
            }
            Column::Translated(field, language) => {
                self.rest
                    .translated(draft, field, language.as_deref(), cell);
            }
            Column::Other(name) => {
                self.remarks.take(heading, cell);
                draft.aside(cell);
                if unread::may_be_place(heading, cell) {
                    draft.unread.push(heading.trim().to_owned());
                }
                self.others.push((heading, cell));
                draft
                    .fields
                    .entry(name.clone())
                    .or_insert_with(|| cell.into());
            }
            Column::Personal(_) => {
                self.remarks.take_private(heading, cell);
                draft.aside(cell);
            }
            Column::Ignored | Column::Flag(_) => {}
        }
    }

    /// Puts what was taken to the entry.
    fn settle(self, mut draft: Draft, habits: &Habits) -> Result<Draft, Box<Reject>> {
        let Self {
            mut when,
            remarks,
            mut beside,
            rest,
            others,
        } = self;
        remarks.settle(&mut draft);
        if habits.remarks_state {
            remark_column::doubt(&mut draft);
        }
        rest.settle(&mut draft);
        if let Some((heading, cell)) = when.renew(&mut draft) {
            beside.change(heading, cell);
        }
        let set_day = habits.day.map(|day| day.to_string());
        let joined = when.joined(&mut draft, set_day.as_deref());
        let times = joined.times();
        let put = times.put(&mut draft, habits);
        let put = put.map_err(|reason| match reason == NO_DATE {
            true => undated::reason(&others),
            false => reason,
        });
        if put.is_ok() {
            beside.apply(&mut draft, habits);
        }
        let put = put.and_then(|()| beside.doubt(&draft).map_or(Ok(()), Err));
        match (put, &draft.private) {
            (Ok(()), _) => Ok(draft),
            // Nothing of it is written anywhere.
            (Err(reason), Some(mark)) => {
                let reason = format!("marked as private ({mark}), and: {reason}");
                Err(Box::new(Reject::new(draft.origin, "", reason)))
            }
            (Err(reason), None) => {
                times.keep(&mut draft);
                Err(Box::new(draft.rejected(reason)))
            }
        }
    }
}
