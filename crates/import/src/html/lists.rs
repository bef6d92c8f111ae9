//! Lists of labels and what they label (`dl`) that say when and where one event is, as a table with a row for each.

use std::collections::HashMap;

use ego_tree::NodeRef;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use super::struck::CANCELLED;
use super::{is_hidden, is_struck, text_of};
use crate::grid::{Cell, Grid, Row};
use crate::table::columns::{Column, Part, meaning, part};
use crate::table::shape::says_when;

/// The title, in a column of its own.
const TITLE: &str = "title";
/// The day in a heading.
const DAY: &str = "date";

/// An entry: what is labelled, with the labels.
#[derive(Default)]
struct Entry {
    heading: Option<String>,
    fields: Vec<(String, Cell)>,
    is_struck: bool,
}

/// The lists of a page as one table; `None` where none of them says when something is.
pub(super) fn grid(document: &Html) -> Option<Grid> {
    let elements = Selector::parse("h1, h2, h3, h4, h5, h6, dl").ok()?;
    let mut heading: Option<String> = None;
    let mut entries: Vec<Entry> = Vec::new();
    for element in document.select(&elements) {
        if element.ancestors().any(|outer| has(&outer, is_hidden)) {
            continue;
        }
        if element.value().name() != "dl" {
            let text = text_of(*element, false).replace('\n', " ");
            heading = Some(text).filter(|text| !text.is_empty());
            continue;
        }
        let found = of_list(element);
        let mut dated = found
            .into_iter()
            .filter(|entry| says_day(entry, heading.as_deref()));
        let (first, more) = (dated.next(), dated);
        let more: Vec<Entry> = more.collect();
        let several = !more.is_empty();
        for mut entry in first.into_iter().chain(more) {
            let own = heading
                .clone()
                .filter(|heading| !several || says_when(heading));
            entry.heading = own;
            entries.push(entry);
        }
    }
    // A heading above several lists is none of one event.
    let mut counts: HashMap<Option<String>, usize> = HashMap::new();
    for entry in &entries {
        *counts.entry(entry.heading.clone()).or_default() += 1;
    }
    for entry in &mut entries {
        let shared = counts.get(&entry.heading).is_some_and(|count| *count > 1);
        if shared && !entry.heading.as_deref().is_some_and(says_when) {
            entry.heading = None;
        }
    }
    (!entries.is_empty()).then(|| table(entries))
}

/// The entries of a list: one, or one from each label that comes again.
fn of_list(list: ElementRef<'_>) -> Vec<Entry> {
    let mut entries = vec![Entry::default()];
    let mut label = String::new();
    for node in list.descendants() {
        let Some(element) = node.value().as_element() else {
            continue;
        };
        // Lists inside are read by themselves.
        let own = node.ancestors().find(|outer| named(outer, "dl"));
        if own.is_none_or(|own| own.id() != list.id()) {
            continue;
        }
        match element.name() {
            "dt" => {
                label = text_of(node, false)
                    .replace('\n', " ")
                    .trim_end_matches([':', '：'])
                    .trim()
                    .to_owned()
            }
            "dd" if !label.is_empty() && !is_hidden(element) => {
                let text = text_of(node, false);
                let fields = |entry: &Entry| entry.fields.iter().any(|(own, _)| *own == label);
                let follows = node
                    .prev_siblings()
                    .find_map(|before| before.value().as_element());
                let is_more = follows.is_some_and(|before| before.name() == "dd");
                if let Some(entry) = entries.last_mut().filter(|_| is_more) {
                    if let Some((_, cell)) = entry.fields.last_mut() {
                        cell.text = format!("{}\n{text}", cell.text);
                    }
                    continue;
                }
                if entries.last().is_some_and(fields) {
                    entries.push(Entry::default());
                }
                if let Some(entry) = entries.last_mut() {
                    entry.is_struck |= text.starts_with(CANCELLED);
                    let text = text.trim_start_matches(CANCELLED).to_owned();
                    let link = ElementRef::wrap(node).and_then(link);
                    entry.fields.push((label.clone(), Cell { text, link }));
                }
            }
            _ => {}
        }
    }
    let outer = list.ancestors().any(|outer| has(&outer, is_struck)) || is_struck(list.value());
    for entry in &mut entries {
        entry.is_struck |= outer;
    }
    entries
}

/// Whether labels say that an entry is an event: two that are known, one of them of a day, or of an hour below a day.
fn says_day(entry: &Entry, heading: Option<&str>) -> bool {
    let known = entry
        .fields
        .iter()
        .filter(|(label, _)| meaning(label).is_some() || part(label).is_some());
    let of = |fields: &[&'static str]| {
        entry.fields.iter().any(|(label, _)| {
            matches!(meaning(label), Some(Column::Known(field)) if fields.contains(&field))
        })
    };
    let is_day = of(&["start", "begin", "weekday"])
        || entry
            .fields
            .iter()
            .any(|(label, _)| part(label) == Some(Part::Date));
    known.count() > 1 && (is_day || of(&["time"]) && heading.is_some_and(says_when))
}

/// A row for each entry, under all labels.
fn table(entries: Vec<Entry>) -> Grid {
    let mut labels: Vec<String> = Vec::new();
    for (label, _) in entries.iter().flat_map(|entry| &entry.fields) {
        if !labels.contains(label) {
            labels.push(label.clone());
        }
    }
    let means = |field: &'static str| {
        labels
            .iter()
            .any(|label| meaning(label) == Some(Column::Known(field)))
    };
    let (titled, dated) = (means("title"), means("start") || means("weekday"));
    let extra = [TITLE, DAY];
    let mut rows = vec![Row {
        cells: labels
            .iter()
            .map(String::as_str)
            .chain(extra)
            .map(cell)
            .collect(),
        ..Row::default()
    }];
    for entry in entries {
        let heading = entry.heading.unwrap_or_default();
        let is_day = says_when(&heading);
        let mut cells: Vec<Cell> = labels
            .iter()
            .map(|label| {
                let own = entry.fields.iter().find(|(own, _)| own == label);
                own.map(|(_, cell)| cell.clone()).unwrap_or_default()
            })
            .collect();
        cells.push(cell(if is_day || titled { "" } else { &heading }));
        cells.push(cell(if is_day && !dated { &heading } else { "" }));
        rows.push(Row {
            cells,
            is_struck: entry.is_struck,
            ..Row::default()
        });
    }
    // A column that nothing fills is none.
    for column in [labels.len() + 1, labels.len()] {
        let filled = rows
            .iter()
            .skip(1)
            .any(|row| !row.cells[column].text.is_empty());
        if !filled {
            rows.iter_mut()
                .for_each(|row| drop(row.cells.remove(column)));
        }
    }
    Grid {
        rows,
        heading_within: 1,
        unit: "row",
        ..Grid::default()
    }
}

fn cell(text: &str) -> Cell {
    Cell {
        text: text.to_owned(),
        ..Cell::default()
    }
}

fn has(node: &NodeRef<'_, Node>, is: fn(&Element) -> bool) -> bool {
    node.value().as_element().is_some_and(is)
}

fn named(node: &NodeRef<'_, Node>, name: &str) -> bool {
    node.value()
        .as_element()
        .is_some_and(|element| element.name() == name)
}

/// The address of the web that an element links to.
pub(super) fn link(cell: ElementRef<'_>) -> Option<String> {
    let selector = Selector::parse("a[href]").ok()?;
    let mut links = cell.select(&selector).filter_map(|link| link.attr("href"));
    let link = links.find(|href| href.starts_with("http"))?;
    Some(link.trim().to_owned())
}
