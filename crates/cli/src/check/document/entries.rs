//! The entries of an event file's text, and the text of its bytes, both as the reader of `event_file` has them.

use std::borrow::Cow;
use std::ops::Range;

use super::super::scan::{Member, items, members, skip_value};

/// An entry of the file.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) range: Range<usize>,
    pub(super) is_feature: bool,
}

/// The entries, in the order in which the reader of `event_file` counts them.
pub(super) fn entries(json: &[u8], root: usize) -> Vec<Entry> {
    let list =
        |at: usize, is_feature: bool| items(json, at).map(move |range| Entry { range, is_feature });
    if json.get(root) == Some(&b'[') {
        return list(root, false).collect();
    }
    let mut all = Vec::new();
    let (mut is_collection, mut has_events, mut pending) = (false, false, None);
    for Member { name, value } in members(json, root) {
        let is_list = json.get(value.start) == Some(&b'[');
        match &json[name] {
            b"\"type\"" => is_collection |= &json[value] == b"\"FeatureCollection\"",
            b"\"events\"" if is_list => {
                has_events = true;
                all.extend(list(value.start, false));
            }
            b"\"features\"" if is_list && is_collection => all.extend(list(value.start, true)),
            b"\"features\"" if is_list => pending = Some(value.start),
            _ => {}
        }
    }
    if let Some(at) = pending.filter(|_| is_collection || !has_events) {
        all.extend(list(at, true));
    }
    // A file that is one value is one entry.
    if all.is_empty() && !matches!(json.get(root), None | Some(b'{' | b'[')) {
        let range = root..skip_value(json, root);
        all.push(Entry {
            range,
            is_feature: false,
        });
    }
    all
}

/// The text in UTF-8 or UTF-16, recognised as the reader of `event_file` does.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] | [1..=255, 0, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] | [0, 1..=255, ..] => u16::from_be_bytes,
        _ => return String::from_utf8_lossy(bytes),
    };
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let letters = char::decode_utf16(units);
    Cow::Owned(
        letters
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}
