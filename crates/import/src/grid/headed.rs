//! Tables with headings of their own.

use std::sync::Arc;

use super::rows::{Grid, begun, heading_row, note, texts};
use crate::draft::Reading;
use crate::options::Options;
use crate::table::aside;
use crate::table::columns::{Column, columns, rivals, see};
use crate::table::day_above;
use crate::table::habits::Sight;
use crate::table::heading::Heading;
use crate::table::hours::Hours;
use crate::table::left::Left;
use crate::table::{row, unknown};
use crate::when::reckoning::Reckoning;
use crate::when::title_day::written_in;

/// Takes the entries of a table below its headings.
pub(super) fn take(
    grid: &Grid,
    heading: &Heading,
    source: &Arc<str>,
    options: &Options,
    reading: &mut Reading,
) {
    let headings: Vec<&str> = heading.names.iter().map(String::as_str).collect();
    let mut columns = columns(&headings, &options.columns);
    reading.headings.extend(heading.names.iter().cloned());
    let rows = grid.rows.get(heading.after..).unwrap_or_default();
    let (mut left, mut hours) = (Left::default(), Hours::default());
    let any = Reckoning::default();
    let dated = options.day.is_some()
        || grid.day_above(heading.first, &any).is_some()
        || rows.iter().any(|row| heading_row(&row.cells).is_some());
    for row in rows {
        for ((column, heading), cell) in columns.iter().zip(&headings).zip(&row.cells) {
            left.see(column, heading, &cell.text);
        }
    }
    let mut named: Vec<_> = headings.iter().copied().zip(&mut columns).collect();
    reading.notes.extend(left.settle(&mut named, dated));
    for row in rows {
        hours.next_row();
        for ((column, heading), cell) in columns.iter().zip(&headings).zip(&row.cells) {
            hours.see(column, heading, &cell.text);
        }
    }
    let found = hours.settle(headings.iter().copied().zip(&mut columns));
    reading.notes.extend(found);
    let mut sight = Sight::default();
    sight.see_headings(headings.iter().copied());
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(&row.cells) {
            see(column, &cell.text);
            sight.see(column, &cell.text);
        }
    }
    reading.notes.extend(rivals(&headings, &columns));
    reading.notes.extend(unknown(&columns));
    let above = grid.rows.iter().take(heading.first);
    let cells = above.flat_map(|row| &row.cells).map(|cell| &cell.text);
    grid.above
        .iter()
        .chain(cells)
        .for_each(|text| sight.see_title(text));
    let (url, start) = (Column::Known("url"), Column::Known("start"));
    let dated = columns.contains(&start);
    if !dated {
        let texts = grid.texts_above(heading.first);
        texts.iter().for_each(|text| sight.see_day_above(text));
    }
    reading.notes.extend(sight.note(options));
    let habits = sight.habits(options);
    let mut day = grid.day_above(heading.first, &habits.reckoning);
    day = day.filter(|_| !dated && options.day.is_none());
    let above = note(&day);
    let mut is_used = false;
    for row in rows {
        let cells = &row.cells;
        if let Some(text) = heading_row(cells) {
            day = day_above::of_text(text, &habits.reckoning).or(day);
            continue;
        }
        if cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        if let Some(said) = aside::said(texts(cells).into_iter()) {
            let number = row.number.map(|number| format!("{} {number}: ", grid.unit));
            reading.notes.push(number.unwrap_or_default() + &said);
            continue;
        }
        let Some(draft) = begun(row, grid.unit, source, reading) else {
            continue;
        };
        let named = columns.iter().zip(headings.iter().copied()).zip(cells);
        let mut all: Vec<(&Column, &str, String)> = named
            .map(|((column, heading), cell)| {
                let link = cell.link.clone().filter(|_| *column == url);
                (column, heading, link.unwrap_or_else(|| cell.text.clone()))
            })
            .collect();
        // A row may end before its last columns: that too is no tick.
        let more = columns.iter().zip(headings.iter().copied());
        let more = more.skip(cells.len());
        let flags = more.filter(|(column, _)| matches!(column, Column::Flag(_)));
        all.extend(flags.map(|(column, heading)| (column, heading, String::new())));
        let first = cells.iter().find_map(|cell| cell.link.clone());
        if let Some(link) = first.filter(|_| !columns.contains(&url)) {
            all.push((&url, "link", link));
        }
        // “Saturday 23 January, 12:00” in a column of hours.
        let is_own = |(column, _, cell): &(&Column, &str, String)| {
            matches!(column, Column::Known("time" | "begin")) && written_in(cell).is_some()
        };
        let says_own = all.iter().any(is_own);
        match day.clone().filter(|_| !dated && !says_own) {
            Some(Ok(above)) => {
                is_used = true;
                all.push((&start, "heading above", above.day.to_string()));
            }
            Some(Err(reason)) => {
                reading.reject(draft.rejected(reason));
                continue;
            }
            None => {}
        }
        let all = all.iter();
        let all = all.map(|(column, heading, cell)| (*column, *heading, cell.as_str()));
        reading.push(row::fill(draft, all, &habits));
    }
    reading.notes.extend(above.filter(|_| is_used));
}
