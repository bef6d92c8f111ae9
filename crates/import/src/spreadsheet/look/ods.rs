//! How a sheet of OpenDocument looks (OpenDocument 1.3, part 3, sections 9.1, 19.730 and 20.367).

use std::collections::HashSet;
use std::io::Cursor;

use quick_xml::events::BytesStart;
use zip::ZipArchive;

use super::{Look, attribute, each, part};

/// The most rows and columns that a sheet may have; an element may say that it stands for more.
const MOST: u32 = 1 << 20;

/// How the sheet of a name looks; as any other, where its file cannot be read.
pub fn look(bytes: &[u8], name: &str) -> Look {
    let content = ZipArchive::new(Cursor::new(bytes))
        .ok()
        .and_then(|mut archive| part(&mut archive, "content.xml"));
    match content {
        Some(content) if content.contains("visibility") || content.contains("line-through") => {
            of_sheet(&content, name)
        }
        _ => Look::default(),
    }
}

fn of_sheet(content: &str, name: &str) -> Look {
    let mut look = Look::default();
    let mut struck: HashSet<String> = HashSet::new();
    let mut style = None;
    let mut is_within = false;
    // Where the next row, column and cell stand.
    let (mut row, mut column, mut cell) = (0_u32, 0_u32, 0_u32);
    let mut rows = 0..0;
    each(content, |tag, element, _| match tag {
        "style" => style = attribute(element, "name"),
        "text-properties" => {
            let line = attribute(element, "text-line-through-style");
            if line.is_some_and(|line| line != "none") {
                struck.extend(style.take());
            }
        }
        "table" => {
            is_within = attribute(element, "name").as_deref() == Some(name);
            (row, column) = (0, 0);
        }
        "table-column" if is_within => {
            let next = column.saturating_add(repeated(element, "number-columns-repeated"));
            if is_hidden(element) {
                look.columns.push(column..=next.saturating_sub(1));
            }
            column = next;
        }
        "table-row" if is_within => {
            let next = row.saturating_add(repeated(element, "number-rows-repeated"));
            rows = row..next.min(MOST);
            if is_hidden(element) {
                look.rows.extend(rows.clone());
            }
            (row, cell) = (next, 0);
        }
        "table-cell" | "covered-table-cell" if is_within => {
            let next = cell.saturating_add(repeated(element, "number-columns-repeated"));
            let own = attribute(element, "style-name");
            let is_filled = attribute(element, "value-type").is_some();
            if is_filled && own.is_some_and(|own| struck.contains(&own)) {
                let cells = rows
                    .clone()
                    .flat_map(|row| (cell..next).map(move |column| (row, column)));
                look.struck.extend(cells.take(MOST as usize));
            }
            cell = next;
        }
        _ => {}
    });
    look
}

/// Hidden by hand or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    let visibility = attribute(element, "visibility");
    visibility.is_some_and(|visibility| visibility != "visible")
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    let times = attribute(element, name).and_then(|times| times.parse().ok());
    times.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_and_struck_parts_of_a_sheet() {
        let content = "<d><style:style style:name=\"ce1\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
            <style:style style:name=\"ce2\"><style:text-properties style:text-line-through-style=\"none\"/></style:style>\
            <table:table table:name=\"Other\"><table:table-row table:visibility=\"collapse\"/></table:table>\
            <table:table table:name=\"Plan\"><table:table-column/><table:table-column table:number-columns-repeated=\"2\" table:visibility=\"collapse\"/>\
            <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:style-name=\"ce2\"/></table:table-row>\
            <table:table-row table:visibility=\"filter\"/>\
            <table:table-row><table:table-cell/><table:table-cell table:style-name=\"ce1\" office:value-type=\"string\"/></table:table-row>\
            <table:table-row table:number-rows-repeated=\"99999999\" table:visibility=\"collapse\"/></table:table></d>";
        let look = of_sheet(content, "Plan");
        assert!(look.rows.contains(&2) && !look.rows.contains(&0) && !look.rows.contains(&3));
        assert!(look.rows.len() <= MOST as usize);
        assert_eq!(look.columns, [1..=2]);
        assert_eq!(look.struck, HashSet::from([(3, 1)]));
    }
}
