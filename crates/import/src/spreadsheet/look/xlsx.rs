//! How an .xlsx sheet looks (ECMA-376, part 1, sections 18.3 and 18.8).

use std::collections::HashSet;
use std::io::Cursor;

use quick_xml::events::BytesStart;
use zip::ZipArchive;

use super::{Look, attribute, each, part};

/// How the sheet of a name looks; as any other, where its file cannot be read.
pub fn look(bytes: &[u8], name: &str) -> Look {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Look::default();
    };
    let struck = part(&mut archive, "xl/styles.xml")
        .map_or_else(HashSet::new, |styles| struck_styles(&styles));
    let sheet = path(&mut archive, name).and_then(|path| part(&mut archive, &path));
    match sheet {
        Some(sheet) if !struck.is_empty() || sheet.contains("hidden=") => of_sheet(&sheet, &struck),
        _ => Look::default(),
    }
}

/// The part of an archive that holds a sheet.
fn path(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut relation = None;
    each(&part(archive, "xl/workbook.xml")?, |tag, element, _| {
        if tag == "sheet" && attribute(element, "name").as_deref() == Some(name) {
            relation = attribute(element, "id");
        }
    });
    let relation = relation?;
    let mut target = None;
    each(
        &part(archive, "xl/_rels/workbook.xml.rels")?,
        |tag, element, _| {
            if tag == "Relationship" && attribute(element, "Id").as_ref() == Some(&relation) {
                target = attribute(element, "Target");
            }
        },
    );
    let target = target?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// The numbers of the styles of cells whose font is struck through.
fn struck_styles(styles: &str) -> HashSet<String> {
    let (mut fonts, mut struck) = (Vec::new(), HashSet::new());
    let mut formats = 0_usize;
    each(styles, |tag, element, inside| match tag {
        "font" if inside == "fonts" => fonts.push(false),
        "strike" if inside == "font" => {
            let is_on = !matches!(attribute(element, "val").as_deref(), Some("0" | "false"));
            if let Some(font) = fonts.last_mut() {
                *font = is_on;
            }
        }
        "xf" if inside == "cellXfs" => {
            let font = attribute(element, "fontId").and_then(|font| font.parse::<usize>().ok());
            if font.and_then(|font| fonts.get(font)) == Some(&true) {
                struck.insert(formats.to_string());
            }
            formats += 1;
        }
        _ => {}
    });
    struck
}

fn of_sheet(sheet: &str, struck: &HashSet<String>) -> Look {
    let mut look = Look::default();
    let is_hidden = |element: &BytesStart<'_>| {
        matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"))
    };
    let mut next_row = 0;
    each(sheet, |tag, element, _| match tag {
        "col" if is_hidden(element) => {
            let number = |name| {
                attribute(element, name)?
                    .parse::<u32>()
                    .ok()?
                    .checked_sub(1)
            };
            if let (Some(first), Some(last)) = (number("min"), number("max")) {
                look.columns.push(first..=last);
            }
        }
        "row" => {
            let number =
                attribute(element, "r").and_then(|row| row.parse::<u32>().ok()?.checked_sub(1));
            let row = number.unwrap_or(next_row);
            next_row = row + 1;
            if is_hidden(element) {
                look.rows.insert(row);
            }
        }
        "c" if !struck.is_empty() => {
            let style = attribute(element, "s");
            if style.is_some_and(|style| struck.contains(&style)) {
                look.struck
                    .extend(attribute(element, "r").as_deref().and_then(position));
            }
        }
        _ => {}
    });
    look
}

/// Row and column of a reference such as `B3`.
fn position(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter
            .is_ascii_uppercase()
            .then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    });
    Some((
        row.parse::<u32>().ok()?.checked_sub(1)?,
        column?.checked_sub(1)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_cells() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("AB12"), Some((11, 27)));
        assert_eq!(position("12"), None);
        assert_eq!(position("A0"), None);
    }

    #[test]
    fn hidden_and_struck_parts_of_a_sheet() {
        let styles = "<styleSheet><fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts>\
            <cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs></styleSheet>";
        let struck = struck_styles(styles);
        assert_eq!(struck, HashSet::from(["1".to_owned()]));
        let sheet = "<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>\
            <row r=\"1\"><c r=\"A1\" s=\"1\"/></row><row r=\"3\" hidden=\"true\"/></sheetData></worksheet>";
        let look = of_sheet(sheet, &struck);
        assert_eq!(look.rows, HashSet::from([2]));
        assert!(look.hides_column(1) && look.hides_column(2) && !look.hides_column(3));
        assert_eq!(look.struck, HashSet::from([(0, 0)]));
    }
}
