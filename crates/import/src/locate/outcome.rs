//! What an entry gets from the city it names: position, country and zone; or why it gets none.

use chrono::Datelike as _;
use gazetteer::Place;

use super::locator::Locator;
use super::named::{Named, described};
use super::placeless;
use crate::draft::{Draft, Reject, Stamp};

impl<'g> Locator<'g> {
    /// The position of the city an entry names.
    pub(super) fn at_city(
        &self,
        mut draft: Draft,
        named: Named<'g>,
        own_country: bool,
    ) -> Result<Draft, Box<Reject>> {
        match named {
            Named::Places(places) => match places[..] {
                [place] => {
                    self.at(&mut draft, place);
                    Ok(draft)
                }
                _ => {
                    let city = draft.text_of("city").unwrap_or_default();
                    let reason = format!(
                        "“{city}” may be several places; give country, region, or lat and lon{}",
                        self.home_hint(&places)
                    );
                    self.unplaced(draft, reason, described(&places))
                }
            },
            Named::Unfound(reason, candidates) => self.unplaced(draft, reason, candidates),
            Named::Nothing => {
                self.zone_of_country(&mut draft);
                if let Some(reason) = placeless::reason(&draft) {
                    return self.unplaced(draft, reason, Vec::new());
                }
                placeless::note(&mut draft);
                let only_country = own_country && draft.text_of("country").is_some();
                let online = draft.text_of("online").is_some();
                match only_country && !online {
                    true => {
                        let reason = "a country alone; give a city, or lat and lon".to_owned();
                        self.unplaced(draft, reason, Vec::new())
                    }
                    false => Ok(draft),
                }
            }
        }
    }

    /// The zone of a country where all its zones keep the same time that year.
    fn zone_of_country(&self, draft: &mut Draft) {
        if let Some(country) = draft.text_of("country")
            && draft.text_of("timezone").is_none()
            && let [zone, others @ ..] = self.gazetteer.zones(country)
        {
            let year = year(draft);
            if others
                .iter()
                .all(|other| tz_database::alike(zone, other, year))
            {
                let zone = zone.to_string();
                draft.put("timezone", &zone);
            }
        }
    }

    fn unplaced(
        &self,
        mut draft: Draft,
        reason: String,
        candidates: Vec<String>,
    ) -> Result<Draft, Box<Reject>> {
        if !self.unplaced {
            let mut reject = draft.rejected(reason);
            reject.candidates = candidates;
            return Err(Box::new(reject));
        }
        keep_location(&mut draft);
        self.zone_of_country(&mut draft);
        draft.notes.push(reason);
        Ok(draft)
    }

    /// Puts a city's position to an entry.
    fn at(&self, draft: &mut Draft, place: &Place) {
        draft.fields.insert("lat".to_owned(), place.lat.into());
        draft.fields.insert("lon".to_owned(), place.lon.into());
        draft.put("precision", "city");
        if self.explain {
            let what = format!("the gazetteer: {}", described(&[place]).concat());
            draft.explain("lat", what.clone());
            draft.explain("lon", what);
        }
        self.fill(draft, place);
    }

    /// Puts what follows from a city to an entry that lies in it. A zone of another country that keeps the same time that
    /// year is replaced by the city's own; hours in a zone that keeps another time are to be converted.
    pub(super) fn fill(&self, draft: &mut Draft, place: &Place) {
        if let Some(zone) = draft.text_of("timezone").map(str::to_owned) {
            let own = self.gazetteer.zones(&place.country);
            match tz_database::alike(&zone, &place.timezone, year(draft)) {
                true if own.iter().any(|own| **own == *zone) => {}
                true => {
                    draft.fields.shift_remove("timezone");
                }
                false if draft.hours_in.is_none() && tz_database::named(&zone).is_some() => {
                    draft.fields.shift_remove("timezone");
                    draft.hours_in = Some(zone);
                }
                false => {}
            }
        }
        for (field, text) in [("country", &place.country), ("timezone", &place.timezone)] {
            if draft.text_of(field).is_none() {
                draft.put(field, text);
                if self.explain {
                    draft.explain(field, format!("the gazetteer: {}", place.name));
                }
            }
        }
    }
}

/// Puts the one text of where an entry is into its place, where no city is known in it.
pub(super) fn keep_location(draft: &mut Draft) {
    if let Some(location) = draft.location.clone()
        && draft.text_of("place").is_none()
    {
        draft.put("place", &location);
    }
}

/// The year in which an entry begins.
fn year(draft: &Draft) -> i32 {
    draft.start.map_or(2024, |start| match start {
        Stamp::Wall(at) => at.date.year(),
        Stamp::Moment(at) => at.year(),
    })
}
