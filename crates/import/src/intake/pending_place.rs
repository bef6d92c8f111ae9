//! A place that is not known yet: “à préciser”, “exact location tbc”. It is no place.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::draft::Draft;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::words::{self, plain};

/// What is to follow; others of the kind stand before it.
static NOUNS: LazyLock<FxHashSet<String>> = LazyLock::new(|| words::around_places("to follow"));

/// The same in scripts without spaces.
const UNSPACED: [&str; 8] = [
    "集合場所",
    "場所",
    "会場",
    "장소",
    "地点",
    "地點",
    "场地",
    "場地",
];

/// Whether a text says that something is not known yet, and nothing else.
fn is_pending(text: &str) -> bool {
    let is_open = |text: &str| {
        let tokens = tokens(text);
        words::value(text) == Some("unannounced")
            || !tokens.is_empty()
                && Purpose::Pending.phrases().past(&tokens, 0) == Some(tokens.len())
    };
    let plain = plain(text);
    let rest = plain
        .split(' ')
        .skip_while(|word| NOUNS.contains(*word))
        .collect::<Vec<_>>();
    let unspaced = UNSPACED.iter().find_map(|noun| plain.strip_prefix(noun));
    is_open(text) || is_open(&rest.join(" ")) || unspaced.is_some_and(is_open)
}

/// Takes such a place out of an entry, and says so.
pub fn take_out(draft: &mut Draft) {
    if draft.ours {
        return;
    }
    let mut found = None;
    for field in ["place", "address", "city"] {
        if let Some(text) = draft.text_of(field).filter(|text| is_pending(text)) {
            found = Some(text.to_owned());
            draft.fields.shift_remove(field);
        }
    }
    if let Some(location) = &draft.location {
        let (open, known): (Vec<&str>, Vec<&str>) = location
            .split(',')
            .map(str::trim)
            .partition(|part| is_pending(part));
        let known = Some(known.join(", ")).filter(|known| !known.is_empty());
        if let Some(open) = open.first() {
            found = Some((*open).to_owned());
            draft.location = known;
        }
    }
    if let Some(text) = found {
        draft
            .notes
            .push(format!("its place is not known yet: “{text}”"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_follow_is_no_place() {
        for text in [
            "à préciser",
            "lieu à préciser",
            "Zeit und Ort folgen",
            "heure et lieu à préciser",
            "ще се уточни",
            "exact location tbc",
            "To be confirmed",
            "Treffpunkt wird noch bekanntgegeben",
            "por confirmar",
            "luogo da definire",
            "miejsce do ustalenia",
            "место уточняется",
            "場所未定",
            "地點待定",
        ] {
            assert!(is_pending(text), "{text}");
        }
        for text in [
            "City Square",
            "Place de la République",
            "Ort",
            "場所",
            "Point Lobos",
            "",
        ] {
            assert!(!is_pending(text), "{text}");
        }
    }
}
