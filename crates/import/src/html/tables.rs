//! The tables of a page as grids of cells, with what spans several rows or columns, and the headings above.

use std::collections::BTreeSet;
use std::sync::Arc;

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use super::{CANCELLED, is_hidden, is_struck, lists, text_of};
use crate::draft::{Origin, Reading, Reject};
use crate::grid::spanning::Spanning;
use crate::grid::{self, Cell, Grid, Row};
use crate::options::Options;
use crate::table::columns::{self, Column, meaning};
use crate::when::date::date_at;
use crate::when::time::time_at;
use crate::when::title_day::written_in;
use crate::when::tokens::tokens;

/// In how many rows at the start of a table its headings are looked for.
const HEADING_WITHIN: usize = 3;
/// The most lines outside of tables that are named.
const SAID: usize = 3;
/// Where a caption stands among the levels of headings.
const CAPTION: u8 = 9;

/// The entries in the tables of a page; `None` when no table has any, as where tables only make the layout.
pub fn read(page: &str, source: &Arc<str>, options: &Options) -> Option<Reading> {
    let document = Html::parse_document(page);
    let mut options = options.clone();
    options.year = options.year.or_else(|| only_year(&document));
    let (crossed, mut grids): (Vec<Grid>, Vec<Grid>) = grids(&document)
        .into_iter()
        .map(upright)
        .partition(is_crossed);
    let (tables, lists) = (grids.len(), lists::grid(&document));
    let only_lists = tables + crossed.len() == 0 && lists.is_some();
    grids.extend(lists);
    let read = grid::read(&grids, source, &options);
    if read.is_none() && crossed.is_empty() {
        return None;
    }
    let mut reading = read.unwrap_or_default();
    for grid in crossed {
        let cells = grid
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| cell.text.as_str());
        let text = cells
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" | ");
        let origin = Origin {
            source: Arc::clone(source),
            unit: "row",
            number: 1,
        };
        let reason = "a table with days down and other names across; write a row for each event, with headings such as date, time, city, place";
        reading.reject(Reject::new(origin, &text, reason));
    }
    let read = if only_lists {
        "its lists of labels"
    } else {
        "its tables"
    };
    let rows = if only_lists { "" } else { "the rows of " };
    reading.notes.push(format!(
        "{rows}{read} are read, the text around them is not"
    ));
    reading.notes.extend(outside(document, "table, dl", read));
    Some(reading)
}

/// What lines outside the elements that a selector means name a day and an hour, as an event does; `read` is what was read.
pub fn outside(mut document: Html, selector: &str, read: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let elements: Vec<_> = document.select(&selector).map(|one| one.id()).collect();
    for id in elements {
        if let Some(mut element) = document.tree.get_mut(id) {
            element.detach();
        }
    }
    let text = text_of(document.tree.root(), false);
    let lines = text.lines().filter(|line| is_event(line));
    let lines: Vec<String> = lines
        .take(SAID)
        .map(|line| format!("“{}”", line.chars().take(100).collect::<String>()))
        .collect();
    let lines = lines.join(", ");
    (!lines.is_empty()).then(|| {
        format!("outside {read}, and not read: {lines}; --from text on a copy of the text reads it")
    })
}

/// Whether a line names a day and an hour.
fn is_event(line: &str) -> bool {
    let tokens = tokens(line.get(..300).unwrap_or(line));
    let any = |found: &dyn Fn(usize) -> bool| (0..tokens.len()).any(found);
    any(&|at| date_at(&tokens, at).is_some()) && any(&|at| time_at(&tokens, at, false).is_some())
}

/// A table whose headings stand in its first column, turned; any other as it is. The heading above is the title of one event
/// that has none.
fn upright(grid: Grid) -> Grid {
    let width = grid.rows.first().map_or(0, |row| row.cells.len());
    let even = grid.rows.iter().all(|row| row.cells.len() == width);
    let labels: Vec<&str> = grid
        .rows
        .iter()
        .filter_map(|row| Some(row.cells.first()?.text.as_str()))
        .collect();
    let fields = labels
        .iter()
        .map(|label| meaning(label.trim_end_matches(':')));
    let fields: Vec<Option<Column>> = fields.collect();
    let known = fields.iter().flatten().count();
    let says_when = fields
        .iter()
        .flatten()
        .any(|field| matches!(field, Column::Known("start" | "begin" | "time" | "weekday")));
    let first: Vec<&str> = grid
        .rows
        .first()
        .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect())
        .unwrap_or_default();
    // With headings in its first row it stands upright.
    let is_upright = columns::known(&first, &[]) > 1;
    if width < 2 || !even || known < 2 || known * 2 < labels.len() || !says_when || is_upright {
        return grid;
    }
    let mut rows: Vec<Row> = (0..width)
        .map(|at| Row {
            cells: grid.rows.iter().map(|row| row.cells[at].clone()).collect(),
            ..Row::default()
        })
        .collect();
    let title = Column::Known("title");
    if let (2, false, Some(above)) = (width, fields.contains(&Some(title)), grid.above.last()) {
        for (row, text) in rows.iter_mut().zip(["title", above]) {
            row.cells.push(Cell {
                text: text.to_owned(),
                ..Cell::default()
            });
        }
    }
    for cell in rows.first_mut().into_iter().flat_map(|row| &mut row.cells) {
        cell.text = cell.text.trim_end_matches(':').to_owned();
    }
    Grid { rows, ..grid }
}

/// Whether days stand down a table and names that are no headings across it.
fn is_crossed(grid: &Grid) -> bool {
    let Some((first, rest)) = grid.rows.split_first() else {
        return false;
    };
    let names: Vec<&str> = first.cells.iter().map(|cell| cell.text.as_str()).collect();
    let names_day = |text: &str| {
        let tokens = tokens(text.get(..100).unwrap_or(text));
        (0..tokens.len()).any(|at| date_at(&tokens, at).is_some())
    };
    let across = names.len() > 2
        && names[0].is_empty()
        && names[1..]
            .iter()
            .all(|name| !name.is_empty() && !is_event(name))
        && columns::known(&names, &[]) == 0;
    let is_day = |row: &Row| {
        let first = row.cells.first();
        first.is_some_and(|cell| names_day(&cell.text))
    };
    across && rest.len() > 1 && rest.iter().all(is_day)
}

/// The tables of a page that hold no other.
fn grids(document: &Html) -> Vec<Grid> {
    let Ok(table) = Selector::parse("table") else {
        return Vec::new();
    };
    let mut above: Vec<(u8, String)> = Vec::new();
    let mut sentence: Option<String> = None;
    let mut grids = Vec::new();
    for edge in document.tree.root().traverse() {
        let Edge::Open(node) = edge else { continue };
        let Some(element) = ElementRef::wrap(node) else {
            continue;
        };
        let name = element.value().name();
        let level = name.strip_prefix('h');
        if let Some(level) = level.and_then(|level| level.parse::<u8>().ok()) {
            above.retain(|(outer, _)| *outer < level);
            above.push((level, text_of(node, false).replace('\n', " ")));
            sentence = None;
        } else if name == "p" {
            let text = text_of(node, false).replace('\n', " ");
            if says_day(&text) && !is_within_table(element) {
                sentence = Some(text);
            }
        } else if name == "table" && element.select(&table).next().is_none() {
            let caption = element.children().find(|child| is(child, &["caption"]));
            let caption = caption.map(|caption| (CAPTION, text_of(caption, false)));
            let above = above.iter().cloned().chain(caption);
            let mut above: Vec<String> = above.map(|(_, text)| text).collect();
            above.extend(sentence.clone());
            grids.push(Grid {
                above,
                rows: rows(element),
                heading_within: HEADING_WITHIN,
                unit: "row",
            });
        }
    }
    grids
}

/// Whether a sentence above a table tells its day: it begins with it, or names the day of the week as well: “Duminică, 24 ianuarie
/// 2027, ieșim în stradă.”
fn says_day(text: &str) -> bool {
    written_in(text).is_some_and(|(date, at)| {
        let begins = text
            .get(..at.start)
            .is_some_and(|before| before.trim().is_empty());
        begins || date.weekday.is_some()
    })
}

/// Whether an element is in a cell of a table, as far out as pages usually go.
fn is_within_table(element: ElementRef<'_>) -> bool {
    const FARTHEST: usize = 20;
    let mut around = element.ancestors().take(FARTHEST);
    around.any(|node| is(&node, &["table"]))
}

fn is(node: &NodeRef<'_, Node>, names: &[&str]) -> bool {
    let element = node.value().as_element();
    element.is_some_and(|element| names.contains(&element.name()))
}

/// The rows of a table; a cell that spans several is in each.
fn rows(table: ElementRef<'_>) -> Vec<Row> {
    let mut spanning = Spanning::default();
    let mut all = Vec::new();
    for node in table.descendants().filter(|node| is(node, &["tr"])) {
        let element = node.value().as_element();
        if element.is_some_and(is_hidden) {
            continue;
        }
        let row_is_struck = element.is_some_and(is_struck);
        let (mut struck, mut filled) = (0, 0);
        let cells = node.children().filter(|child| is(child, &["td", "th"]));
        let cells = spanning.row(cells.map(|cell| {
            let mut text = text_of(cell, false);
            filled += usize::from(!text.is_empty());
            if let Some(rest) = text.strip_prefix(CANCELLED) {
                struck += 1;
                text = rest.to_owned();
            }
            let link = ElementRef::wrap(cell).and_then(lists::link);
            let (down, across) = (span(&cell, "rowspan"), span(&cell, "colspan"));
            (Cell { text, link }, down, across)
        }));
        all.push(Row {
            cells,
            is_struck: row_is_struck || struck > 1 && struck == filled,
            is_partly_struck: struck > 0 && struck < filled,
            ..Row::default()
        });
    }
    all
}

fn span(cell: &NodeRef<'_, Node>, name: &str) -> usize {
    let said = cell.value().as_element().and_then(|cell| cell.attr(name));
    said.and_then(|said| said.trim().parse().ok()).unwrap_or(1)
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

#[cfg(test)]
mod tests;
