//! Tables whose cells are given, of pages and spreadsheets: a row for each entry, under headings of their own or under
//! a heading that names the day.

mod guessed;
mod in_words;
pub mod spanning;

use std::sync::Arc;

use self::guessed::guessed;
use crate::draft::{Draft, Origin, Reading, Reject};
use crate::options::Options;
use crate::table::aside;
use crate::table::columns::{Column, columns, rivals, see};
use crate::table::day_above::{self, DayAbove};
use crate::table::habits::Sight;
use crate::table::heading::{self, Heading};
use crate::table::hours::Hours;
use crate::table::left::Left;
use crate::table::{MOST_COLUMNS, row, unknown};
use crate::when::reckoning::Reckoning;
use crate::when::title_day::{TitleDay, title_day, written_in};

/// A cell: its text, and the first link in it.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// A line for each block in it.
    pub text: String,
    /// An address of the web.
    pub link: Option<String>,
}

/// A row of cells.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Its number in the source, counted from 1, where rows have one.
    pub number: Option<u64>,
    /// From the first column on.
    pub cells: Vec<Cell>,
    /// Struck through as a whole: what it says does not take place.
    pub is_struck: bool,
    /// Struck through in part: it may not take place, or not so.
    pub is_partly_struck: bool,
}

/// A table and the headings above it, the nearest last.
#[derive(Debug, Default)]
pub struct Grid {
    /// Texts of headings and of the caption.
    pub above: Vec<String>,
    /// All rows, those of the headings of columns too.
    pub rows: Vec<Row>,
    /// In how many rows at the start the headings of the columns are looked for.
    pub heading_within: usize,
    /// What the numbers of its rows count: `row`, or `line` of a text.
    pub unit: &'static str,
}

/// The entries in grids; `None` when none has any.
pub fn read(grids: &[Grid], source: &Arc<str>, options: &Options) -> Option<Reading> {
    let mut reading = Reading::default();
    for grid in grids {
        take(grid, source, options, &mut reading);
    }
    (!reading.drafts.is_empty()).then_some(reading)
}

/// Takes the entries of one grid; whether it has headings of its own.
pub fn take(grid: &Grid, source: &Arc<str>, options: &Options, reading: &mut Reading) -> bool {
    let rows: Vec<Vec<&str>> = grid.rows.iter().map(|row| texts(&row.cells)).collect();
    let first = reading.drafts.len();
    let heading = heading::find(&rows, &options.columns, grid.heading_within);
    match &heading {
        Some(heading) => headed(grid, heading, source, options, reading),
        None => bare(grid, source, options, reading),
    }
    let above = heading.as_ref().map_or(0, |heading| heading.first);
    let cells = rows.iter().take(above).flatten().copied();
    let titles = grid.above.iter().map(String::as_str);
    reading.stands_above(first, titles.chain(cells));
    heading.is_some()
}

fn texts(cells: &[Cell]) -> Vec<&str> {
    cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// A day above rows, or why it is none.
type Above = Option<Result<DayAbove, String>>;

/// What a row with one cell that is filled says, if it names a day, and so is no entry but a line above the rows below.
fn heading_row(cells: &[Cell]) -> Option<&str> {
    let mut filled = cells.iter().filter(|cell| !cell.text.is_empty());
    match (filled.next(), filled.next()) {
        (Some(only), None) => written_in(&only.text).map(|_| only.text.as_str()),
        _ => None,
    }
}

/// A table with headings of its own.
fn headed(
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

/// A table without headings: a row is an entry when a cell of it is an hour or a day.
fn bare(grid: &Grid, source: &Arc<str>, options: &Options, reading: &mut Reading) {
    let start = Column::Known("start");
    let mut sight = Sight::default();
    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
        sight.see(&start, &cell.text);
    }
    grid.above.iter().for_each(|text| sight.see_title(text));
    reading.notes.extend(sight.note(options));
    let habits = sight.habits(options);
    let mut day = grid.day_above(0, &habits.reckoning);
    day = day.filter(|_| options.day.is_none());
    let above = note(&day);
    let mut is_used = false;
    // The day in the first cell, which holds for rows whose first cell is empty.
    let mut carried: TitleDay = None;
    for row in &grid.rows {
        let cells = &row.cells;
        if let Some(text) = heading_row(cells) {
            day = day_above::of_text(text, &habits.reckoning).or(day);
            continue;
        }
        let Some((first, rest)) = cells.split_first() else {
            continue;
        };
        let own = match first.text.is_empty() {
            true => carried.clone(),
            false => title_day(&first.text, &habits.reckoning),
        };
        carried = own.clone();
        if let (Some(Ok(own)), true) = (own, in_words::is_in_words(&texts(rest))) {
            let filled: Vec<&str> = texts(rest)
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect();
            let origin = origin(row, grid.unit, source, reading);
            reading.append(in_words::read(&filled, own, &origin, source, options));
            continue;
        }
        let link = cells.iter().find_map(|cell| cell.link.as_deref());
        let Some(mut all) = guessed(&texts(cells), link) else {
            continue;
        };
        let Some(mut draft) = begun(row, grid.unit, source, reading) else {
            continue;
        };
        draft.title_is_guessed = true;
        let dated = all.iter().any(|(column, _)| *column == start);
        let carried = carried.clone().map(|day| day.map(DayAbove::of));
        match carried.or(day.clone()).filter(|_| !dated) {
            Some(Ok(above)) => {
                is_used = true;
                all.push((start.clone(), above.day.to_string()));
            }
            Some(Err(reason)) => {
                reading.reject(draft.rejected(reason));
                continue;
            }
            None => {}
        }
        let all = all
            .iter()
            .map(|(column, cell)| (column, "cell", cell.as_str()));
        reading.push(row::fill(draft, all, &habits));
    }
    reading.notes.extend(above.filter(|_| is_used));
}

impl Grid {
    /// The day that the nearest row above the headings of the columns names, or the nearest heading above.
    fn day_above(&self, first: usize, reckoning: &Reckoning) -> Above {
        let texts = self.texts_above(first);
        day_above::day(texts.iter().map(String::as_str), reckoning)
    }

    /// The rows above the headings of the columns, and the headings above, the nearest first.
    fn texts_above(&self, first: usize) -> Vec<String> {
        let rows = self.rows.iter().take(first).rev();
        let rows = rows.map(|row| once(&row.cells));
        rows.chain(self.above.iter().rev().cloned()).collect()
    }
}

/// The texts of cells, each once: a cell that spans several columns is in each.
fn once(cells: &[Cell]) -> String {
    let mut all: Vec<&str> = texts(cells);
    all.retain(|text| !text.is_empty());
    all.dedup();
    all.join(" ")
}

/// What is said of a day above.
fn note(day: &Above) -> Option<String> {
    day.as_ref()?.as_ref().ok()?.note()
}

/// Where a row stands.
fn origin(row: &Row, unit: &'static str, source: &Arc<str>, reading: &Reading) -> Origin {
    let (unit, number) = match row.number {
        Some(number) => (unit, number),
        None => ("item", reading.entries as u64 + 1),
    };
    Origin {
        source: Arc::clone(source),
        unit,
        number,
    }
}

/// An entry of a row, of which only its text is known; a row too wide is rejected.
fn begun(row: &Row, unit: &'static str, source: &Arc<str>, reading: &mut Reading) -> Option<Draft> {
    let origin = origin(row, unit, source, reading);
    let cells = &row.cells;
    let filled = texts(cells).into_iter().filter(|text| !text.is_empty());
    let text = filled.collect::<Vec<_>>().join(" | ");
    if cells.len() > MOST_COLUMNS {
        let reason = format!("more than {MOST_COLUMNS} cells");
        reading.reject(Reject::new(origin, &text, reason));
        return None;
    }
    let mut draft = Draft::new(origin, &text);
    if row.is_struck {
        draft.put("status", "cancelled");
    } else if row.is_partly_struck {
        draft.put("status", "tentative");
        let note = "some of its cells are struck through: listed as tentative";
        draft.notes.push(note.to_owned());
    }
    Some(draft)
}
