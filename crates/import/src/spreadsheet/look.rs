//! How a sheet looks: which of its rows and columns are hidden, and which cells are struck through.

pub mod ods;
pub mod xls;
pub mod xlsx;

use std::collections::HashSet;
use std::io::{Cursor, Read as _};
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// How a sheet looks. Rows and columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// Rows that the sheet does not show.
    pub rows: HashSet<u32>,
    /// Columns that the sheet does not show.
    pub columns: Vec<RangeInclusive<u32>>,
    /// Cells that are struck through, by row and column.
    pub struck: HashSet<(u32, u32)>,
}

impl Look {
    /// Whether a column is hidden.
    pub fn hides_column(&self, column: u32) -> bool {
        self.columns.iter().any(|range| range.contains(&column))
    }
}

/// The text of a part of an archive.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    let own = archive
        .file_names()
        .flatten()
        .find(|own| own.eq_ignore_ascii_case(path))?
        .to_string();
    let mut text = String::new();
    archive.by_name(&own).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// Visits each element of a document: its name without a prefix, itself, and the name of the one it is in. A fault in
/// the document ends it.
fn each(text: &str, mut visit: impl FnMut(&str, &BytesStart<'_>, &str)) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    loop {
        let (element, is_empty) = match reader.read_event() {
            Ok(Event::Start(element)) => (element, false),
            Ok(Event::Empty(element)) => (element, true),
            Ok(Event::End(_)) => {
                open.pop();
                continue;
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => continue,
        };
        let name = element.local_name().as_ref().to_owned();
        let inside = open.last().map_or("", String::as_str);
        visit(&name, &element, inside);
        if !is_empty {
            open.push(name);
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut all = attributes.with_checks(false).flatten();
    let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(crate::html::entities(&found.value))
}
