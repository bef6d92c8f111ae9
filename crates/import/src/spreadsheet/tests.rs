//! Small spreadsheets, written here.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

/// An archive of these files.
fn archive(files: &[(&str, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        // The type of an OpenDocument file must not be compressed.
        let method = match *name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A cell by its reference: a text, or a number with a style (1 is a day, 2 an hour).
fn cell(reference: &str, value: &str) -> String {
    match value.split_once('#') {
        Some((style, number)) => format!("<c r=\"{reference}\" s=\"{style}\"><v>{number}</v></c>"),
        None => format!("<c r=\"{reference}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
    }
}

/// A sheet: its name, whether it is shown, rows of cells, merged areas.
type Sheet<'a> = (&'a str, bool, &'a [&'a [&'a str]], &'a [&'a str]);

/// An .xlsx of sheets.
fn xlsx(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut book = String::new();
    let mut relations = String::new();
    let mut files = Vec::new();
    for (number, (name, is_shown, rows, merged)) in (1..).zip(sheets) {
        let state = if *is_shown { "" } else { " state=\"hidden\"" };
        book.push_str(&format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"r{number}\"/>"
        ));
        relations.push_str(&format!(
            "<Relationship Id=\"r{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        ));
        let mut body = String::new();
        for (row, cells) in (1..).zip(*rows) {
            let cells = ('A'..).zip(*cells).filter(|(_, value)| !value.is_empty());
            let cells: String = cells
                .map(|(column, value)| cell(&format!("{column}{row}"), value))
                .collect();
            body.push_str(&format!("<row r=\"{row}\">{cells}</row>"));
        }
        let areas: String = merged
            .iter()
            .map(|area| format!("<mergeCell ref=\"{area}\"/>"))
            .collect();
        let merged = if areas.is_empty() {
            String::new()
        } else {
            format!("<mergeCells>{areas}</mergeCells>")
        };
        files.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{body}</sheetData>{merged}</worksheet>"),
        ));
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    files.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook xmlns=\"{main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{book}</sheets></workbook>"),
    ));
    files.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>"),
    ));
    files.push((
        "_rels/.rels".to_owned(),
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned(),
    ));
    files.push((
        "xl/styles.xml".to_owned(),
        format!("<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"),
    ));
    let files: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    archive(&files)
}

#[track_caller]
fn check(bytes: &[u8], expected: &[&str]) -> Vec<String> {
    let options = Options::new("2023-11-01".parse().unwrap());
    assert_eq!(
        crate::binary::of(bytes),
        Some(crate::binary::Binary::Spreadsheet)
    );
    let reading = read(bytes, &"plan".into(), &options).unwrap();
    let mut found: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| {
            let field = |name| draft.text_of(name).unwrap_or_default();
            let start = draft.start.unwrap();
            format!(
                "{}: {start}|{}|{}|{}",
                draft.origin,
                field("title"),
                field("city"),
                field("place")
            )
        })
        .collect();
    let rejects = reading.rejects.iter();
    found.extend(rejects.map(|reject| format!("{}: {}", reject.origin, reject.reason)));
    assert_eq!(found, expected);
    reading.notes
}

#[test]
fn days_and_hours_are_read_as_the_sheet_shows_them() {
    check(
        &xlsx(&[(
            "Actos",
            true,
            &[
                &["Plan de noviembre"],
                &["Fecha", "Hora", "Ciudad", "Punto de encuentro", "Título"],
                &["1#45234", "2#0.75", "Sevilla", "Plaza Nueva", "Marcha"],
                &["1#45235", "", "León", "San Marcelo", "Vigilia"],
            ],
            &[],
        )]),
        &[
            "plan, row 3: 2023-11-04T18:00|Marcha|Sevilla|Plaza Nueva",
            "plan, row 4: 2023-11-05|Vigilia|León|San Marcelo",
        ],
    );
}

#[test]
fn merged_cells_hold_for_all_their_rows_and_columns() {
    check(
        &xlsx(&[(
            "Plan",
            true,
            &[
                &["Titel", "Beginn", "", "Stadt"],
                &["", "Datum", "Uhrzeit", ""],
                &["Demo", "1#45234", "2#0.5", "Bremen"],
                &["Mahnwache", "", "2#0.75", "Kiel"],
            ],
            &["A1:A2", "B1:C1", "D1:D2", "B3:B4"],
        )]),
        &[
            "plan, row 3: 2023-11-04T12:00|Demo|Bremen|",
            "plan, row 4: 2023-11-04T18:00|Mahnwache|Kiel|",
        ],
    );
}

#[test]
fn a_row_that_names_a_day_heads_the_rows_below() {
    check(
        &xlsx(&[(
            "Plan",
            true,
            &[
                &["Uhrzeit", "Stadt", "Titel"],
                &["Samstag, 4. November 2023"],
                &["2#0.5", "Bremen", "Demo"],
            ],
            &[],
        )]),
        &["plan, row 3: 2023-11-04T12:00|Demo|Bremen|"],
    );
}

#[test]
fn every_sheet_that_is_shown_is_read() {
    let rows: &[&[&str]] = &[&["Datum", "Titel"], &["1#45234", "Demo"]];
    let notes = check(
        &xlsx(&[
            ("Nord", true, rows, &[]),
            ("Intern", false, rows, &[]),
            ("Notizen", true, &[&["Wer bringt Wasser mit?"]], &[]),
            ("Süd", true, rows, &[]),
        ]),
        &[
            "plan, sheet “Nord”, row 2: 2023-11-04|Demo||",
            "plan, sheet “Süd”, row 2: 2023-11-04|Demo||",
        ],
    );
    let notes = notes.join("\n");
    assert!(notes.contains("“Intern” is hidden"), "{notes}");
    assert!(notes.contains("“Notizen” has no headings"), "{notes}");
}

#[test]
fn a_sheet_of_opendocument() {
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let text = |text: &str| ods_cell(text, "");
    let rows = [
        row(text("Datum") + &text("Uhrzeit") + &text("Stadt") + &text("Titel")),
        row("<table:table-cell office:value-type=\"date\" office:date-value=\"2023-11-04\"/><table:table-cell office:value-type=\"time\" office:time-value=\"PT14H30M00S\"/>".to_owned() + &text("Bremen") + &text("Demo")),
    ];
    check(
        &ods("", &[("Plan", "", &rows.concat())]),
        &["plan, row 2: 2023-11-04T14:30|Demo|Bremen|"],
    );
}

/// A cell with a text, in a style.
fn ods_cell(text: &str, style: &str) -> String {
    format!(
        "<table:table-cell table:style-name=\"{style}\" office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

/// An .ods with these styles, and sheets: the name, the name of a style, columns and rows.
fn ods(styles: &str, sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let tables: String = sheets
        .iter()
        .map(|(name, style, rows)| {
            format!("<table:table table:name=\"{name}\" table:style-name=\"{style}\">{rows}</table:table>")
        })
        .collect();
    let spaces: String = ["office", "style", "table", "text"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .concat();
    let content = format!(
        "<office:document-content{spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/></manifest:manifest>"
    );
    archive(&[
        ("mimetype", kind.to_owned()),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content),
    ])
}

mod hidden;
