//! An entry that is called like the town in which its position lies: on many maps “Nantes” is the name of its point.

use gazetteer::{Place, kilometres};

use super::free::Known;
use super::locator::Locator;
use crate::draft::Draft;

/// As near to its town, in kilometres, a position lies.
const NEAR: f64 = 15.0;
/// Fewer people live in a village, whose name may be another word.
const TOWN: u32 = 15_000;

impl Locator<'_> {
    /// Takes the title of an entry with a position for its city as well, where the town of that name is there.
    pub(super) fn town_of_title(&mut self, draft: &mut Draft, (lat, lon): (f64, f64)) {
        if draft.text_of("city").is_some() {
            return;
        }
        let Some(title) = draft.text_of("title").map(str::to_owned) else {
            return;
        };
        if title.split_whitespace().count() > 3 {
            return;
        }
        let country = draft.text_of("country").map(str::to_owned);
        let country = country.or_else(|| {
            let code = self.gazetteer.country_at(lat, lon)?;
            Some(code.as_str().to_owned())
        });
        let known = Known {
            country: country.as_deref(),
            region: None,
        };
        let is_near = |place: &&Place| {
            place.population >= TOWN && kilometres(lat, lon, place.lat, place.lon) <= NEAR
        };
        if self.places(&title, known).iter().any(is_near) {
            draft.put("city", &title);
        }
    }
}
