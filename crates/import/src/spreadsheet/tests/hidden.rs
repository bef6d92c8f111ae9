//! What spreadsheets hide is left out and named; what they strike through is cancelled, in part tentative.

use super::*;

/// Row 4 and column D are hidden; B is struck through, of D the title.
const ROWS: [[&str; 4]; 5] = [
    ["Event", "Date", "City", "Secret"],
    ["A", "2023-11-04", "Leeds", "s1"],
    ["B", "2023-11-05", "York", "s2"],
    ["C", "2023-11-06", "Hull", "s3"],
    ["D", "2023-11-07", "Bath", "s4"],
];

/// Whether a cell of [`ROWS`] is struck through.
fn is_struck(row: usize, column: usize) -> bool {
    [(2, 0), (2, 2), (4, 0)].contains(&(row, column))
}

#[track_caller]
fn check_hidden(bytes: &[u8]) {
    let notes = check(
        bytes,
        &[
            "plan, row 2: 2023-11-04|A|Leeds|",
            "plan, row 3: 2023-11-05|B|York|",
            "plan, row 5: 2023-11-07|D|Bath|",
        ],
    );
    let says = |note: &str| notes.iter().any(|own| own == note);
    assert!(
        says("the sheet “Plan” hides row 4 and column D: not read"),
        "{notes:?}"
    );
    let options = Options::new("2023-11-01".parse().unwrap());
    let reading = read(bytes, &"plan".into(), &options).unwrap();
    let statuses = reading.drafts.iter().map(|draft| draft.text_of("status"));
    let statuses: Vec<Option<&str>> = statuses.collect();
    assert_eq!(statuses, [None, Some("cancelled"), Some("tentative")]);
    assert!(!format!("{:?}", reading.drafts).contains("s1"));
}

/// The .xlsx of one sheet, with its XML changed.
fn altered(sheet: Sheet<'_>, change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(xlsx(&[sheet]))).unwrap();
    let names: Vec<String> = old
        .file_names()
        .map(|name| name.unwrap().to_string())
        .collect();
    let files: Vec<(String, String)> = names
        .into_iter()
        .map(|name| {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut old.by_name(&name).unwrap(), &mut text).unwrap();
            let text = change(&name, text);
            (name, text)
        })
        .collect();
    let files: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    archive(&files)
}

#[test]
fn of_excel() {
    let rows = ROWS.map(|row| row.to_vec());
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let bytes = altered(("Plan", true, &rows, &[]), |name, text| {
        match name {
        "xl/styles.xml" => text.replace(
            "<cellXfs>",
            "<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/>",
        ),
        "xl/worksheets/sheet1.xml" => text
            .replace("<sheetData>", "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols><sheetData>")
            .replace("<row r=\"4\"", "<row r=\"4\" hidden=\"1\"")
            .replace("<c r=\"A3\"", "<c r=\"A3\" s=\"1\"")
            .replace("<c r=\"C3\"", "<c r=\"C3\" s=\"1\"")
            .replace("<c r=\"A5\"", "<c r=\"A5\" s=\"1\""),
        _ => text,
    }
    });
    check_hidden(&bytes);
}

#[test]
fn of_opendocument() {
    let styles = "<style:style style:name=\"off\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
        <style:style style:name=\"struck\" style:family=\"table-cell\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>";
    let rows = ROWS.iter().enumerate().map(|(row, cells)| {
        let cells = cells.iter().enumerate().map(|(column, text)| {
            ods_cell(text, if is_struck(row, column) { "struck" } else { "" })
        });
        let hidden = if row == 3 {
            " table:visibility=\"filter\""
        } else {
            ""
        };
        format!(
            "<table:table-row{hidden}>{}</table:table-row>",
            cells.collect::<String>()
        )
    });
    let rows: String = rows.collect();
    let columns = "<table:table-column table:number-columns-repeated=\"3\"/><table:table-column table:visibility=\"collapse\"/>";
    let rows = format!("{columns}{rows}");
    let bytes = ods(styles, &[("Intern", "off", &rows), ("Plan", "", &rows)]);
    check_hidden(&bytes);
}

#[test]
fn of_old_excel() {
    check_hidden(&xls(&[("Intern", true), ("Plan", false)]));
}

/// An .xls with [`ROWS`] in sheets of these names, which are hidden or not ([MS-XLS], section 2.4).
fn xls(sheets: &[(&str, bool)]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    };
    let begin = |kind: u16| {
        let mut data = [0; 16];
        data[..2].copy_from_slice(&0x0600_u16.to_le_bytes());
        data[2..4].copy_from_slice(&kind.to_le_bytes());
        record(0x0809, &data)
    };
    let end = record(0x000a, &[]);
    let words = |numbers: &[u16]| {
        numbers
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect::<Vec<u8>>()
    };
    // The last font is the fifth record and is numbered 5: none is numbered 4.
    let fonts = [0_u16, 0, 0, 0, 0x08].map(|style| {
        let mut data = words(&[200, style, 0x7fff, 400, 0, 0, 0]);
        data.extend([1, 0, b'A']);
        record(0x0031, &data)
    });
    let formats = [0_u16, 5].map(|font| record(0x00e0, &words(&[font, 0, 0, 0, 0, 0, 0, 0, 0, 0])));
    let mut sheet = begin(0x10);
    sheet.extend(record(0x007d, &words(&[3, 3, 2340, 0, 1, 0])));
    for (row, cells) in (0_u16..).zip(ROWS) {
        let hidden = if row == 3 { 0x20 } else { 0 };
        sheet.extend(record(0x0208, &words(&[row, 0, 4, 255, 0, 0, hidden, 0])));
        for (column, text) in (0_u16..).zip(cells) {
            let format = u16::from(is_struck(row.into(), column.into()));
            let mut data = words(&[row, column, format, u16::try_from(text.len()).unwrap()]);
            data.push(0);
            data.extend(text.bytes());
            sheet.extend(record(0x0204, &data));
        }
    }
    sheet.extend(&end);
    let bound = |at: usize, (name, is_hidden): (&str, bool)| {
        let mut data = u32::try_from(at).unwrap().to_le_bytes().to_vec();
        data.extend([u8::from(is_hidden), 0, u8::try_from(name.len()).unwrap(), 0]);
        data.extend(name.bytes());
        record(0x0085, &data)
    };
    let mut stream = [begin(0x05), fonts.concat(), formats.concat()].concat();
    let names: usize = sheets.iter().map(|sheet| bound(0, *sheet).len()).sum();
    let first = stream.len() + names + end.len();
    for (number, own) in sheets.iter().enumerate() {
        stream.extend(bound(first + number * sheet.len(), *own));
    }
    stream.extend(&end);
    sheets.iter().for_each(|_| stream.extend(&sheet));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("Workbook")
        .unwrap()
        .write_all(&stream)
        .unwrap();
    file.into_inner().into_inner()
}
