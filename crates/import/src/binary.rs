//! Files that are no text, recognised by their first bytes: spreadsheets, which are read, and others, which are refused.

/// What a file of bytes is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    /// Excel's .xlsx, .xlsb and .xls, or OpenDocument's .ods.
    Spreadsheet,
    /// What it is called, and what the editor can do.
    Other(&'static str, &'static str),
}

const AS_TEXT: &str = "copy its text into a .txt file, or save it as one";
const PICTURE: &str = "write what it says into a .txt file";
const UNPACK: &str = "unpack it and import what is in it";

/// Files by their first bytes, from <https://www.iana.org/assignments/media-types/> and the formats' own texts.
const BY_START: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF", AS_TEXT),
    (b"{\\rtf", "a document in RTF", AS_TEXT),
    (b"\x89PNG\r\n", "a picture (PNG)", PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", PICTURE),
    (b"GIF8", "a picture (GIF)", PICTURE),
    (b"II*\0", "a picture (TIFF)", PICTURE),
    (b"MM\0*", "a picture (TIFF)", PICTURE),
    (b"\x1f\x8b", "compressed by gzip", UNPACK),
    (b"BZh", "compressed by bzip2", UNPACK),
    (b"\xfd7zXZ\0", "compressed by xz", UNPACK),
    (b"(\xb5/\xfd", "compressed by zstd", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (
        b"SQLite format 3\0",
        "a database (SQLite)",
        "export its table as CSV",
    ),
    (
        b"\x78\x9f\x3e\x22",
        "an attachment of Outlook (winmail.dat)",
        "save what is in it with a program that opens it",
    ),
    (
        b"!BDN",
        "a mailbox of Outlook (.pst)",
        "export the mails as .eml, or the calendar as .ics",
    ),
    (b"bplist00", "a property list of Apple", "export it as text"),
];

/// What bytes are, if they are no text.
pub fn of(bytes: &[u8]) -> Option<Binary> {
    let by_start = BY_START.iter().find(|(start, ..)| bytes.starts_with(start));
    if let Some((_, what, help)) = by_start {
        return Some(Binary::Other(what, help));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip(bytes));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(compound(bytes));
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some(Binary::Other("a picture (WebP)", PICTURE)),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => {
            Some(Binary::Other("a picture (HEIC)", PICTURE))
        }
        (_, Some(b"ftyp"), _) => Some(Binary::Other("a video", PICTURE)),
        _ => None,
    }
}

/// What a ZIP archive holds, by the names of its files.
fn zip(bytes: &[u8]) -> Binary {
    const NAMES: [(&str, Binary); 8] = [
        ("xl/workbook", Binary::Spreadsheet),
        (
            "application/vnd.oasis.opendocument.spreadsheet",
            Binary::Spreadsheet,
        ),
        (
            "word/document",
            Binary::Other("a document of Word (.docx)", AS_TEXT),
        ),
        (
            "application/vnd.oasis.opendocument.text",
            Binary::Other("a document (.odt)", AS_TEXT),
        ),
        ("ppt/presentation", Binary::Other("slides (.pptx)", AS_TEXT)),
        ("application/epub", Binary::Other("a book (.epub)", AS_TEXT)),
        (
            "doc.kml",
            Binary::Other(
                "a map (.kmz)",
                "export its places as CSV or GeoJSON, with columns for date and title",
            ),
        ),
        (
            "Index/Document.iwa",
            Binary::Other(
                "a document of Apple's Pages or Numbers",
                "export a table as CSV or .xlsx, a text as .txt",
            ),
        ),
    ];
    let found = NAMES.iter().find(|(name, _)| holds(bytes, name.as_bytes()));
    found.map_or(Binary::Other("a ZIP archive", UNPACK), |(_, binary)| {
        *binary
    })
}

/// What a compound file of Microsoft's (MS-CFB) holds, by the names of its streams in UTF-16.
fn compound(bytes: &[u8]) -> Binary {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &wide)
    };
    if has("WordDocument") {
        Binary::Other("a document of Word (.doc)", AS_TEXT)
    } else if has("__properties_version") {
        Binary::Other("a mail of Outlook (.msg)", "save it as .eml or as text")
    } else if has("PowerPoint Document") {
        Binary::Other("slides (.ppt)", AS_TEXT)
    } else {
        Binary::Spreadsheet
    }
}

/// Whether a name stands at the beginning or the end of a file, where archives have their lists.
fn holds(bytes: &[u8], name: &[u8]) -> bool {
    const LOOKED_AT: usize = 1 << 20;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let end = &bytes[bytes.len().saturating_sub(LOOKED_AT)..];
    let found = |part: &[u8]| part.windows(name.len()).any(|window| window == name);
    found(start) || found(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let found = match of(bytes) {
            Some(Binary::Spreadsheet) => "spreadsheet",
            Some(Binary::Other(what, _)) => what,
            None => "text",
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn files_are_known_by_their_first_bytes() {
        check(b"%PDF-1.4\n%\xe2\xe3", "a PDF");
        check(b"\x89PNG\r\n\x1a\n", "a picture (PNG)");
        check(b"RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)");
        check(
            b"PK\x03\x04...word/document.xml",
            "a document of Word (.docx)",
        );
        check(b"PK\x03\x04...xl/workbook.xml", "spreadsheet");
        check(b"PK\x03\x04...notes.txt", "a ZIP archive");
        check(b"{\\rtf1\\ansi", "a document in RTF");
        check(b"{\"title\":\"A\"}", "text");
        check(b"4 November: Leeds", "text");
        check(b"", "text");
    }
}
