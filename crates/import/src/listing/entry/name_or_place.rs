//! Two names in an entry of which neither is known to be what it is called: “New Grain Market – Kisan Mahapanchayat”.

use super::super::doubts::place_words::tells_where;
use super::super::doubts::unread_words::names_place;
use super::super::line::quotation::MARKS;
use crate::actions::is_action;
use crate::draft::Draft;
use crate::locate::is_kind_of_venue;
use crate::when::streets::{self, ends_like_square};
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// The words of an entry of its city, and of its day and hour.
pub struct Between<'a> {
    pub city: &'a [String],
    pub when: &'a [String],
}

/// Of an entry without a title that has a place and words behind it: takes one of them for the title if it reads like one, and
/// says so; where the words behind may be either, says that. `between` has the words of its city and of its day and hour,
/// `is_known` tells names of towns and districts.
pub fn tell_apart(
    draft: &mut Draft,
    written: &str,
    between: &Between<'_>,
    is_known: impl Fn(&str) -> bool,
) {
    if draft.text_of("title").is_some() {
        return;
    }
    let text = |field: &str| draft.text_of(field).map(str::to_owned);
    let Some(place) = text("place") else {
        return;
    };
    let Some(behind) = text("address") else {
        if let Some((place, name)) = quoted_end(&place) {
            draft.put("place", place);
            titled(draft, name);
        }
        return;
    };
    let sure_place = is_like_place(&place);
    let (is_place, is_name) = (is_like_place(&behind), reads_like_title(&behind));
    let stands_between = |words: &[String]| {
        let (from, to) = (written.find(&place), written.rfind(&behind));
        let at = words.iter().filter_map(|words| written.find(words));
        let mut at = at.filter(|at| Some(*at) > from && Some(*at) < to);
        from.is_some() && at.next().is_some()
    };
    let apart = stands_between(between.city)
        || stands_between(between.when) && (is_place || reads_like_title(&place));
    let first_is_name =
        is_quoted(&place) || apart && !sure_place && !is_known(&place) && !is_quoted(&behind);
    if first_is_name {
        draft.put("place", &behind);
        draft.fields.shift_remove("address");
        titled(draft, &place);
    } else if is_quoted(&behind) || is_name && !is_place && !is_known(&behind) {
        draft.fields.shift_remove("address");
        titled(draft, &behind);
    } else if (!is_place || may_be_about(&behind)) && !is_known(&behind) {
        draft.notes.push(format!(
            "“{behind}” is taken for a part of its address: if it is called so, write it before the city"
        ));
    }
}

/// Of an entry without a place: takes its title for the place where it is called like a square or building, or tells where
/// something is: “Köln / Heumarkt / Sa. 6. März, 14 Uhr”.
pub fn place_of_title(draft: &mut Draft) {
    let Some(title) = draft.text_of("title").map(str::to_owned) else {
        return;
    };
    let has = |field: &str| draft.fields.contains_key(field);
    // “Portimão / Alameda da República / 15:30 / Manifestação”.
    if let Some(action) = draft.text_of("place").map(str::to_owned)
        && is_action(&action)
        && !action.contains(' ')
        && !is_action(&title)
        && !has("address")
    {
        draft.put("title", &action);
        draft.put("place", &title);
        return;
    }
    // “devant la préfecture”.
    let is_where = title.starts_with(char::is_lowercase) && tells_where(&title)
        || streets::is_called(&title)
        || ends_like_square(&title)
        || is_kind_of_venue(&title);
    if !has("place") && !has("address") && is_where && !is_action(&title) && !is_quoted(&title) {
        draft.fields.shift_remove("title");
        draft.put("place", &title);
    }
}

fn titled(draft: &mut Draft, name: &str) {
    let name = name.trim_matches(MARKS).trim();
    draft.put("title", name);
    draft.notes.push(format!("“{name}” is taken for its title"));
}

/// A place, and the words in quotation marks behind it: “동성로 극장 앞 "우리가 간다"”. A single word may be the name of the place:
/// “Kino „Lux“”.
fn quoted_end(place: &str) -> Option<(&str, &str)> {
    const FEW_WIDE: usize = 4;
    let inside = place.strip_suffix(MARKS)?;
    let open = inside.rfind(MARKS)?;
    let (before, name) = inside.split_at(open);
    let name = name.trim_start_matches(MARKS).trim();
    let wide = name
        .chars()
        .filter(|letter| u32::from(*letter) >= 0x0e00)
        .count();
    let several = name.split_whitespace().count() > 2 || wide >= FEW_WIDE;
    let before = before.trim();
    (several && !before.is_empty()).then_some((before, name))
}

/// Whether a text has a word for a place, a number as houses have, or a word for where something is.
fn is_like_place(text: &str) -> bool {
    names_place(text) || tells_where(text) || text.chars().any(char::is_numeric)
}

/// “Za svobodná média” is for something, “Za nádražím” behind it.
fn may_be_about(text: &str) -> bool {
    let tokens = tokens(text);
    let is_about = Purpose::About.phrases().past(&tokens, 0).is_some();
    is_about && tokens.len() > 1 && !names_place(text) && !text.contains(char::is_numeric)
}

fn is_quoted(text: &str) -> bool {
    text.starts_with(MARKS) && text.ends_with(MARKS)
}

/// Whether a text is a slogan: it calls out, says what it is for or against, or has a word of its own that is written small.
fn reads_like_title(text: &str) -> bool {
    /// Shorter words join names: “Rhein an der Ruhr”, “Santa Maria della Salute”.
    const SHORTEST: usize = 4;
    let tokens = tokens(text);
    let is_small = |token: &Token| {
        token
            .word()
            .is_some_and(|word| word.chars().count() >= SHORTEST)
            && text[token.at.clone()].starts_with(char::is_lowercase)
    };
    let is_about = |at: usize| Purpose::About.phrases().past(&tokens, at).is_some();
    text.ends_with(['!', '?', '！'])
        || tokens.len() > 1 && (tokens.iter().any(is_small) || (1..tokens.len()).any(is_about))
}
