//! Two names behind a city of which neither is known to be what the event is called: “New Grain Market – Kisan Mahapanchayat”.

use super::super::doubts::place_words::tells_where;
use super::super::doubts::unread_words::names_place;
use crate::import::draft::Draft;
use crate::import::when::tokens::{Token, tokens};

/// Of an entry without a title that has a place and words behind it: takes those for the title if they read like one, and says
/// so; where they may be either, says that. `is_known` tells names of towns and districts.
pub fn tell_apart(draft: &mut Draft, is_known: impl Fn(&str) -> bool) {
    if draft.text_of("title").is_some() {
        return;
    }
    let text = |field: &str| draft.text_of(field).map(str::to_owned);
    let (Some(place), Some(behind)) = (text("place"), text("address")) else {
        return;
    };
    if is_like_place(&behind) || is_known(&behind) {
        return;
    }
    if reads_like_title(&behind) && is_like_place(&place) {
        draft.put("title", &behind);
        draft.fields.shift_remove("address");
        draft.notes.push(format!(
            "“{behind}” behind its place is taken for its title"
        ));
    } else {
        draft.notes.push(format!(
            "“{behind}” is taken for a part of its address: if it is called so, write it before the city"
        ));
    }
}

/// Whether a text has a word for a place, a number as houses have, or a word for where something is.
fn is_like_place(text: &str) -> bool {
    names_place(text) || tells_where(text) || text.chars().any(char::is_numeric)
}

/// Whether a text is a slogan: it is quoted, calls out, or has a word of its own that is written small.
fn reads_like_title(text: &str) -> bool {
    /// Shorter words join names: “Rhein an der Ruhr”, “Santa Maria della Salute”.
    const SHORTEST: usize = 4;
    let is_small = |token: &Token| {
        token
            .word()
            .is_some_and(|word| word.chars().count() >= SHORTEST)
            && text[token.at.clone()].starts_with(char::is_lowercase)
    };
    let quoted = text.starts_with(['“', '„', '«', '"', '「', '『', '»', '‘']);
    let tokens = tokens(text);
    quoted || text.ends_with(['!', '?', '！']) || tokens.len() > 1 && tokens.iter().any(is_small)
}
