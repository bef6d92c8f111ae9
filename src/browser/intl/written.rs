//! Numbers, days, times and countries as a language writes them, cached for the next time: a letter typed counts hundreds
//! of things and names dozens of events anew, and the browser is slow at each.

use std::cell::RefCell;
use std::sync::Arc;

use super::formatter::Style;

/// How many are cached at most; a number has one place.
const PLACES: usize = 2048;

/// What was written of a number, or of what is known by one.
struct Written {
    number: u64,
    style: *const Style,
    language: Arc<str>,
    text: String,
}

thread_local! {
    static CACHED: RefCell<Vec<Option<Written>>> = const { RefCell::new(Vec::new()) };
}

/// What `write` writes of a number in a style and a language, or has written.
pub(super) fn cached(
    number: u64,
    style: &'static Style,
    language: &Arc<str>,
    write: &mut dyn FnMut() -> Option<String>,
) -> Option<String> {
    let place = number as usize % PLACES;
    let same = |cached: &&Written| {
        cached.number == number && std::ptr::eq(cached.style, style) && cached.language == *language
    };
    CACHED.with_borrow_mut(|all| {
        // The places of each style lie beside each other's.
        let places = [2 * place, 2 * place + 1];
        let find = |place: &usize| all.get(*place)?.as_ref().filter(same);
        if let Some(cached) = places.iter().find_map(find) {
            return Some(cached.text.clone());
        }
        let text = write()?;
        all.resize_with(2 * PLACES, || None);
        // The older of the two goes.
        all.swap(places[0], places[1]);
        all[places[0]] = Some(Written {
            number,
            style,
            language: language.clone(),
            text: text.clone(),
        });
        Some(text)
    })
}
