//! How a sheet of an .xls file looks: records of its BIFF stream ([MS-XLS], section 2.4) in a compound file.

use std::collections::HashSet;
use std::io::{Cursor, Read as _};

use super::Look;

/// A record of a stream: its type, and what it holds.
type Record<'a> = (u16, &'a [u8]);

/// The number of a font that no file has ([MS-XLS], section 2.5.129).
const NO_FONT: u16 = 4;

/// How the sheet of a number, counted from 0, looks; as any other, where its file cannot be read.
pub fn look(bytes: &[u8], number: usize) -> Look {
    stream(bytes).map_or_else(Look::default, |stream| of_stream(&stream, number))
}

fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["Workbook", "Book"]
        .into_iter()
        .find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    file.open_stream(name).ok()?.read_to_end(&mut stream).ok()?;
    Some(stream)
}

fn of_stream(stream: &[u8], number: usize) -> Look {
    let (mut fonts, mut formats, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, data) in records(stream) {
        match kind {
            FONT => fonts.push(at(data, 2).is_some_and(|style| style & 0x08 != 0)),
            XF => formats.extend(at(data, 0)),
            BOUND_SHEET => sheets.push(offset(data)),
            _ => {}
        }
    }
    // The fonts behind the one that no file has stand one earlier than they are numbered.
    let is_struck = |font: u16| fonts.get(usize::from(font - u16::from(font > NO_FONT)));
    let struck: HashSet<usize> = (0..formats.len())
        .filter(|format| is_struck(formats[*format]) == Some(&true))
        .collect();
    let sheet = sheets.get(number).copied().flatten();
    let mut look = Look::default();
    for (kind, data) in records(sheet.and_then(|at| stream.get(at..)).unwrap_or_default()) {
        match kind {
            ROW if at(data, 12).is_some_and(|options| options & 0x20 != 0) => {
                look.rows.extend(at(data, 0).map(u32::from));
            }
            COLUMNS if at(data, 8).is_some_and(|options| options & 0x01 != 0) => {
                let ends = at(data, 0).zip(at(data, 2));
                look.columns
                    .extend(ends.map(|(first, last)| u32::from(first)..=u32::from(last)));
            }
            FORMULA | RICH_TEXT | SHARED_TEXT | TEXT | NUMBER | SHORT_NUMBER => {
                let style = at(data, 4).map(usize::from);
                let cell = at(data, 0).zip(at(data, 2));
                let cell = cell.filter(|_| style.is_some_and(|style| struck.contains(&style)));
                look.struck
                    .extend(cell.map(|(row, column)| (row.into(), column.into())));
            }
            _ => {}
        }
    }
    look
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const BOUND_SHEET: u16 = 0x0085;
const FONT: u16 = 0x0031;
const XF: u16 = 0x00e0;
const COLUMNS: u16 = 0x007d;
const ROW: u16 = 0x0208;
const FORMULA: u16 = 0x0006;
const RICH_TEXT: u16 = 0x00d6;
const SHARED_TEXT: u16 = 0x00fd;
const TEXT: u16 = 0x0204;
const NUMBER: u16 = 0x0203;
const SHORT_NUMBER: u16 = 0x027e;

/// The records of the part that begins here, without those of charts inside it.
fn records(mut rest: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut depth = 0_usize;
    let all = std::iter::from_fn(move || {
        let (kind, length) = (at(rest, 0)?, at(rest, 2)?);
        let end = 4 + usize::from(length);
        let data = rest.get(4..end)?;
        rest = &rest[end..];
        match kind {
            BEGIN => depth += 1,
            END => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth > 0).then_some((depth, (kind, data)))
    });
    all.filter(|(depth, _)| *depth == 1)
        .map(|(_, record)| record)
}

/// The number of two bytes that begins at a byte.
fn at(data: &[u8], byte: usize) -> Option<u16> {
    let bytes = data.get(byte..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

/// Where the part of a sheet begins.
fn offset(data: &[u8]) -> Option<usize> {
    let offset = u32::from_le_bytes(*data.first_chunk()?);
    usize::try_from(offset).ok()
}
