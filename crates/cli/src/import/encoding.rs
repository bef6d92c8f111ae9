//! From bytes to text: UTF-8, UTF-16 and what old spreadsheets write.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The text of a source, and a word on it when its encoding had to be found out.
///
/// A byte order mark decides. Without one it is UTF-8 when it can be, UTF-16 when every other byte of
/// its start is zero, and else Windows-1252, which any bytes are.
pub fn text(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text, None);
    }
    let start = &bytes[..bytes.len().min(200)];
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 4;
    if start.len() >= 4 && even.max(odd) > many {
        let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return (text, Some("read as UTF-16"));
    }
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => (text, None),
        None => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            (text, Some("not UTF-8: read as Windows-1252"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, noted: bool) {
        let (text, note) = text(bytes);
        assert_eq!((&*text, note.is_some()), (expected, noted));
    }

    #[test]
    fn what_spreadsheets_write_is_read() {
        check("Zürich".as_bytes(), "Zürich", false);
        check("\u{feff}Zürich".as_bytes(), "Zürich", false);
        check(b"Z\xfcrich, \x80 5", "Zürich, € 5", true);
        let wide: Vec<u16> = "date;Łódź".encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        check(&little, "date;Łódź", true);
        check(&big, "date;Łódź", true);
        check(&[&[0xff, 0xfe], &little[..]].concat(), "date;Łódź", false);
        check(b"", "", false);
    }
}
