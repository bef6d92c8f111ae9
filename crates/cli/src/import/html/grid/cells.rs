//! The tables of a page as cells, with what spans several rows or columns, and the headings above.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use crate::import::html::text_of;
use crate::import::table::MOST_COLUMNS;

/// The most rows or columns that one cell spans.
const MOST_SPANNED: usize = 200;
/// Where a caption stands among the levels of headings.
const CAPTION: u8 = 9;

/// A cell: its text, and the first link in it.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// A line for each block in it.
    pub text: String,
    /// An address of the web.
    pub link: Option<String>,
}

/// A table and the headings above it, the nearest last.
#[derive(Debug, Default)]
pub struct Grid {
    /// Texts of `h1` to `h6` and of the caption.
    pub above: Vec<String>,
    /// Cells by rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The tables of a page that hold no other.
pub fn grids(document: &Html) -> Vec<Grid> {
    let Ok(table) = Selector::parse("table") else {
        return Vec::new();
    };
    let mut above: Vec<(u8, String)> = Vec::new();
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
        } else if name == "table" && element.select(&table).next().is_none() {
            let caption = element.children().find(|child| is(child, &["caption"]));
            let caption = caption.map(|caption| (CAPTION, text_of(caption, false)));
            let above = above.iter().cloned().chain(caption);
            grids.push(Grid {
                above: above.map(|(_, text)| text).collect(),
                rows: rows(element),
            });
        }
    }
    grids
}

fn is(node: &NodeRef<'_, Node>, names: &[&str]) -> bool {
    let element = node.value().as_element();
    element.is_some_and(|element| names.contains(&element.name()))
}

/// The rows of a table; a cell that spans several is in each.
fn rows(table: ElementRef<'_>) -> Vec<Vec<Cell>> {
    let mut open: Vec<(usize, Cell)> = Vec::new();
    let mut all = Vec::new();
    for node in table.descendants().filter(|node| is(node, &["tr"])) {
        let mut row: Vec<(usize, Cell)> = Vec::new();
        let carry = |row: &mut Vec<(usize, Cell)>| {
            while let Some((left, cell)) = open.get(row.len()).filter(|(left, _)| *left > 0) {
                row.push((left - 1, cell.clone()));
            }
        };
        for cell in node.children().filter(|child| is(child, &["td", "th"])) {
            carry(&mut row);
            let own = Cell {
                text: text_of(cell, false),
                link: ElementRef::wrap(cell).and_then(link),
            };
            let down = span(&cell, "rowspan") - 1;
            for at in 0..span(&cell, "colspan") {
                let own = if at == 0 {
                    own.clone()
                } else {
                    Cell::default()
                };
                row.push((down, own));
            }
            if row.len() > MOST_COLUMNS {
                break;
            }
        }
        carry(&mut row);
        all.push(row.iter().map(|(_, cell)| cell.clone()).collect());
        open = row;
    }
    all
}

fn span(cell: &NodeRef<'_, Node>, name: &str) -> usize {
    let said = cell.value().as_element().and_then(|cell| cell.attr(name));
    let said = said.and_then(|said| said.trim().parse().ok());
    said.unwrap_or(1).clamp(1, MOST_SPANNED)
}

fn link(cell: ElementRef<'_>) -> Option<String> {
    let selector = Selector::parse("a[href]").ok()?;
    let mut links = cell.select(&selector).filter_map(|link| link.attr("href"));
    let link = links.find(|href| href.starts_with("http"))?;
    Some(link.trim().to_owned())
}
