//! Tables of a page: a row for each entry, under headings of their own or under a heading that names the day.

mod cells;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use scraper::{Html, Selector};

use self::cells::{Cell, Grid, grids};
use crate::import::draft::{Draft, Origin, Reading, Reject};
use crate::import::options::Options;
use crate::import::table::columns::{Column, columns, known};
use crate::import::table::habits::Sight;
use crate::import::table::{MOST_COLUMNS, row, stamp, unknown};
use crate::import::when::date::date_at;
use crate::import::when::order::Reckoning;
use crate::import::when::tokens::tokens;

/// In how many rows at the start of a table its headings are looked for.
const HEADING_WITHIN: usize = 3;

/// A day that a heading names, or why it is none.
type Day = Option<Result<NaiveDate, String>>;

/// The entries in the tables of a page; `None` when no table has any, as where tables only make the layout.
pub fn read(page: &str, source: &Arc<str>, options: &Options) -> Option<Reading> {
    let document = Html::parse_document(page);
    let mut options = options.clone();
    options.year = options.year.or_else(|| only_year(&document));
    let mut reading = Reading::default();
    for grid in &grids(&document) {
        let heading = (0..grid.rows.len().min(HEADING_WITHIN)).find(|at| {
            let names = texts(&grid.rows[*at]);
            let least = if options.columns.is_empty() { 2 } else { 1 };
            names.len() > 1 && known(&names, &options.columns) >= least
        });
        match heading {
            Some(at) => headed(grid, at, source, &options, &mut reading),
            None => bare(grid, source, &options, &mut reading),
        }
    }
    if reading.drafts.is_empty() {
        return None;
    }
    let note = "the rows of its tables are read, the text around them is not";
    reading.notes.push(note.to_owned());
    Some(reading)
}

fn texts(cells: &[Cell]) -> Vec<&str> {
    cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// The day of a row with one cell that is filled, which heads the rows below.
fn heading_row(cells: &[Cell], reckoning: &Reckoning) -> Day {
    let mut filled = cells.iter().filter(|cell| !cell.text.is_empty());
    match (filled.next(), filled.next()) {
        (Some(only), None) => day_in(&only.text, reckoning),
        _ => None,
    }
}

/// A table with headings of its own.
fn headed(grid: &Grid, at: usize, source: &Arc<str>, options: &Options, reading: &mut Reading) {
    let headings = texts(&grid.rows[at]);
    let columns = columns(&headings, &options.columns);
    reading.notes.extend(unknown(&columns));
    let rows = &grid.rows[at + 1..];
    let mut sight = Sight::default();
    for cells in rows {
        for (column, cell) in columns.iter().zip(cells) {
            sight.see(column, &cell.text);
        }
    }
    let habits = sight.habits(options);
    let mut day = above(&grid.above, &habits.reckoning);
    let (url, start) = (Column::Known("url"), Column::Known("start"));
    let dated = columns.contains(&start);
    for cells in rows {
        if let Some(found) = heading_row(cells, &habits.reckoning) {
            day = Some(found);
            continue;
        }
        if cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        let Some(draft) = begun(cells, source, reading) else {
            continue;
        };
        let named = columns.iter().zip(headings.iter().copied()).zip(cells);
        let mut all: Vec<(&Column, &str, String)> = named
            .map(|((column, heading), cell)| {
                let link = cell.link.clone().filter(|_| *column == url);
                (column, heading, link.unwrap_or_else(|| cell.text.clone()))
            })
            .collect();
        let first = cells.iter().find_map(|cell| cell.link.clone());
        if let Some(link) = first.filter(|_| !columns.contains(&url)) {
            all.push((&url, "link", link));
        }
        match day.clone().filter(|_| !dated) {
            Some(Ok(day)) => all.push((&start, "heading above", day.to_string())),
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
}

/// A table without headings: a row is an entry when a cell of it is an hour or a day.
fn bare(grid: &Grid, source: &Arc<str>, options: &Options, reading: &mut Reading) {
    let start = Column::Known("start");
    let mut sight = Sight::default();
    for cell in grid.rows.iter().flatten() {
        sight.see(&start, &cell.text);
    }
    let habits = sight.habits(options);
    let mut day = above(&grid.above, &habits.reckoning);
    for cells in &grid.rows {
        if let Some(found) = heading_row(cells, &habits.reckoning) {
            day = Some(found);
            continue;
        }
        let Some(mut all) = guessed(cells) else {
            continue;
        };
        let Some(draft) = begun(cells, source, reading) else {
            continue;
        };
        let dated = all.iter().any(|(column, _)| *column == start);
        match day.clone().filter(|_| !dated) {
            Some(Ok(day)) => all.push((start.clone(), day.to_string())),
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
}

/// What the cells of a row without headings are: hours and days by themselves, then a title, a place, more.
fn guessed(cells: &[Cell]) -> Option<Vec<(Column, String)>> {
    let mut read: Vec<(Column, String)> = Vec::new();
    let mut texts: Vec<&str> = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.text.is_empty()) {
        let has = |name| {
            read.iter()
                .any(|(column, _)| *column == Column::Known(name))
        };
        let is_time = matches!(stamp::clock(&cell.text), Ok(Some(_)));
        if !has("start") && stamp::said(&cell.text).is_some() {
            read.push((Column::Known("start"), cell.text.clone()));
        } else if !has("time") && is_time {
            read.push((Column::Known("time"), cell.text.clone()));
        } else {
            texts.push(&cell.text);
        }
    }
    let first = texts.first().filter(|_| !read.is_empty())?;
    let (title, more) = first.split_once('\n').unwrap_or((first, ""));
    read.push((Column::Known("title"), title.to_owned()));
    if let Some(place) = texts.get(1) {
        read.push((Column::Known("location"), place.replace('\n', ", ")));
    }
    let more = [more].into_iter().chain(texts.iter().skip(2).copied());
    let more: Vec<&str> = more.filter(|text| !text.is_empty()).collect();
    read.push((Column::Known("description"), more.join("\n\n")));
    if let Some(link) = cells.iter().find_map(|cell| cell.link.clone()) {
        read.push((Column::Known("url"), link));
    }
    Some(read)
}

/// The day that the nearest heading above names.
fn above(headings: &[String], reckoning: &Reckoning) -> Day {
    let mut nearest = headings.iter().rev();
    nearest.find_map(|heading| day_in(heading, reckoning))
}

/// The one day that a text names among other words.
fn day_in(text: &str, reckoning: &Reckoning) -> Day {
    if text.len() > 200 {
        return None;
    }
    let tokens = tokens(text);
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        match date_at(&tokens, at) {
            // Two days are no day.
            Some(_) if found.is_some() => return None,
            Some((date, to)) => {
                found = Some(date);
                at = to.max(at + 1);
            }
            None => at += 1,
        }
    }
    found.map(|date| reckoning.day(&date, text))
}

/// The one year that a page names in its title and headings.
fn only_year(document: &Html) -> Option<i32> {
    let selector = Selector::parse("title, h1, h2, h3, h4, h5, h6, caption").ok()?;
    let mut years = BTreeSet::new();
    for heading in document.select(&selector) {
        let text: String = heading.text().collect();
        let numbers = text.split(|letter: char| !letter.is_ascii_digit());
        let numbers = numbers.filter(|number| number.len() == 4);
        years.extend(numbers.filter_map(|number| number.parse::<i32>().ok()));
    }
    years.retain(|year| (1990..2100).contains(year));
    match years.len() {
        1 => years.first().copied(),
        _ => None,
    }
}

/// An entry of a row, of which only its text is known; a row too wide is rejected.
fn begun(cells: &[Cell], source: &Arc<str>, reading: &mut Reading) -> Option<Draft> {
    let origin = Origin {
        source: Arc::clone(source),
        unit: "item",
        number: reading.entries as u64 + 1,
    };
    let filled = texts(cells).into_iter().filter(|text| !text.is_empty());
    let text = filled.collect::<Vec<_>>().join(" | ");
    if cells.len() > MOST_COLUMNS {
        let reason = format!("more than {MOST_COLUMNS} cells");
        reading.reject(Reject::new(origin, &text, reason));
        return None;
    }
    Some(Draft::new(origin, &text))
}

#[cfg(test)]
mod tests;
