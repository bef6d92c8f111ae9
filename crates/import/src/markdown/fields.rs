//! Tables of Markdown whose rows are labels and what they introduce: “| When | Saturday, 2 pm |” over “| Where | Leeds |”.

use std::ops::Range;

use crate::listing;

/// A table whose rows are labels and what they introduce.
pub struct Fields {
    /// Its first line is such a row.
    pub with_first: bool,
    /// A row says what the event is called.
    pub with_title: bool,
}

/// Reads a table as labels and what they introduce; `None` if it is another.
pub fn fields(table: &[&str]) -> Option<Fields> {
    let (head, rows) = (table.first()?, table.get(2..)?);
    let all = listing::labelled(std::iter::once(*head).chain(rows.iter().copied()));
    let is_empty = !head.contains(char::is_alphanumeric);
    let below = || listing::labelled(rows.iter().copied()).filter(|_| is_empty);
    Some(Fields {
        with_first: all.is_some(),
        with_title: all.or_else(below)?,
    })
}

/// The empty lines between a heading and what stands below it.
pub fn gap_below_heading(above: &[&str]) -> Range<usize> {
    let blank = above.iter().rev().take_while(|line| line.trim().is_empty());
    let start = above.len() - blank.count();
    let heading = start.checked_sub(1).and_then(|at| above.get(at));
    match heading.is_some_and(|line| line.starts_with('#')) {
        true => start..above.len(),
        false => 0..0,
    }
}
