//! From bytes to text: a byte order mark, UTF-8, UTF-16, what the document declares, else what its bytes suggest.

mod guess;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a document its declaration of an encoding is looked for.
const DECLARED_WITHIN: usize = 1024;

/// The text of a source, and a note for the editor when its encoding had to be found out.
///
/// In this order: the encoding that the editor names; a byte order mark; UTF-16 when every other byte of the start is
/// zero; UTF-8 when it can be; what XML or HTML declares; a guess from the bytes.
pub fn text<'a>(
    bytes: &'a [u8],
    named: Option<&'static Encoding>,
) -> (Cow<'a, str>, Option<String>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (lines(text), None);
    }
    if let Some(encoding) = named {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return (lines(text), None);
    }
    if let Some(encoding) = utf_16(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return (lines(text), Some("read as UTF-16".to_owned()));
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return match twice(&text) {
            Some(once) => (
                lines(once.into()),
                Some("its UTF-8 was encoded twice: decoded once more".to_owned()),
            ),
            None => (lines(text), None),
        };
    }
    if let Some(encoding) = declared(bytes).filter(|encoding| *encoding != UTF_8) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return (lines(text), None);
    }
    let encoding = guess::encoding(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let note = format!(
        "not UTF-8: read as {}; where letters are wrong, --encoding NAME says another",
        encoding.name()
    );
    (lines(text), Some(note))
}

/// Line ends of old Macintosh programs, CR alone, as those of everybody else.
fn lines(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.contains('\r') && !text.contains('\n') {
        true => text.replace('\r', "\n").into(),
        false => text,
    }
}

fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(200)];
    let zeros = |odd: usize| {
        let every_other = start.iter().skip(odd).step_by(2);
        every_other.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let is_wide = start.len() >= 4 && even.max(odd) > start.len() / 4 && even.min(odd) == 0;
    is_wide.then_some(if odd > even { UTF_16LE } else { UTF_16BE })
}

/// The encoding that an XML declaration (XML 1.0, section 4.3.3) or a `meta` element of HTML names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    if !start.trim_start().starts_with('<') {
        return None;
    }
    let name = ["encoding=", "charset="]
        .into_iter()
        .find_map(|attribute| {
            let (_, rest) = start.split_once(attribute)?;
            let rest = rest.trim_start_matches(['"', '\'', ' ']);
            rest.split(['"', '\'', ' ', ';', '>', '?', '/']).next()
        })?;
    Encoding::for_label(name.as_bytes())
}

/// The text that was UTF-8, taken for Windows-1252 and encoded once more: `GenÃ¨ve`.
fn twice(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Â', 'â', 'Ð', 'Ø', 'Ù']) {
        return None;
    }
    // Pages make the second half of `à` a plain space.
    let text = text.replace("Ã ", "Ã\u{a0}").replace("Â ", "Â\u{a0}");
    let (bytes, _, lossy) = WINDOWS_1252.encode(&text);
    let once = String::from_utf8(bytes.into_owned())
        .ok()
        .filter(|_| !lossy)?;
    let doubled = once.chars().filter(|letter| !letter.is_ascii()).count();
    (doubled > 1).then_some(once)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, noted: bool) {
        let (text, note) = text(bytes, None);
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

    #[test]
    fn a_declared_encoding_is_believed() {
        let page = |head: &str| [head.as_bytes(), b"<p>\xc1\xf1\xe3\xef"].concat();
        let xml = "<?xml version=\"1.0\" encoding=\"windows-1253\"?>";
        check(&page(xml), &format!("{xml}<p>Αργο"), false);
        let html = "<meta charset=iso-8859-7>";
        check(&page(html), &format!("{html}<p>Αργο"), false);
    }

    #[test]
    fn an_encoding_that_the_editor_names_is_used() {
        let (text, note) = text(b"\xa3\xf3d\x9f", Some(encoding_rs::WINDOWS_1250));
        assert_eq!((&*text, note), ("Łódź", None));
    }

    #[test]
    fn text_encoded_twice_is_decoded_twice() {
        check(
            "Manif Ã  GenÃ¨ve, place NeuveÂ\u{a0}: annulÃ©".as_bytes(),
            "Manif à Genève, place Neuve\u{a0}: annulé",
            true,
        );
        check("São João, ÂNGELA".as_bytes(), "São João, ÂNGELA", false);
    }

    #[test]
    fn carriage_returns_alone_end_lines() {
        check(b"a\rb\r", "a\nb\n", false);
        check(b"a\r\nb", "a\r\nb", false);
    }
}
