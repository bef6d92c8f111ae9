//! What the cells of a row are where no headings say it.

use crate::actions::is_action;
use crate::table::columns::Column;
use crate::table::hour_cell;
use crate::table::stamp;

/// What the cells of a row without headings are: hours and days by themselves, the text that names an action or else the
/// first as the title, then the place, more.
pub fn guessed(cells: &[&str], link: Option<&str>) -> Option<Vec<(Column, String)>> {
    let mut read: Vec<(Column, String)> = Vec::new();
    let mut texts: Vec<&str> = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let has = |name| {
            read.iter()
                .any(|(column, _)| *column == Column::Known(name))
        };
        let is_time = matches!(hour_cell::clock(cell), Ok(Some(_)));
        if !has("start") && stamp::said(cell).is_some() {
            read.push((Column::Known("start"), (*cell).to_owned()));
        } else if !has("time") && is_time {
            read.push((Column::Known("time"), (*cell).to_owned()));
        } else {
            texts.push(cell);
        }
    }
    if texts.is_empty() || read.is_empty() {
        return None;
    }
    let named = texts.iter().position(|text| is_action(text));
    let first = texts.remove(named.unwrap_or(0));
    let (title, more) = first.split_once('\n').unwrap_or((first, ""));
    read.push((Column::Known("title"), title.to_owned()));
    // “Berlin | Alexanderplatz | Demo”: what stands before the title is the place.
    let places = named.unwrap_or(0).max(1).min(texts.len());
    let place = texts[..places].join(", ");
    read.push((Column::Known("location"), place.replace('\n', ", ")));
    let more = [more].into_iter().chain(texts.into_iter().skip(places));
    let more: Vec<&str> = more.filter(|text| !text.is_empty()).collect();
    read.push((Column::Known("description"), more.join("\n\n")));
    if let Some(link) = link {
        read.push((Column::Known("url"), link.to_owned()));
    }
    Some(read)
}
