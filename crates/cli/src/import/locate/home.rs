//! The country in which nearly all entries of a source are: a city that is also one there is not taken for the larger one
//! abroad.

use std::collections::HashMap;

use gazetteer::Place;

use super::super::draft::Draft;
use super::locator::Locator;

/// So many entries of a source are looked at.
const SAMPLE: usize = 300;

/// So many entries at least must be in a country.
const LEAST: usize = 3;

impl<'g> Locator<'g> {
    /// Finds out in which country four of five entries are, if there is one, from those whose place is certain.
    pub fn settle_home(&mut self, drafts: &[Draft]) {
        self.home = None;
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut all = 0;
        let step = drafts.len() / SAMPLE + 1;
        for draft in drafts.iter().step_by(step) {
            if let Ok(located) = self.locate(draft.clone())
                && let Some(country) = located.text_of("country")
            {
                *counts.entry(country.to_owned()).or_default() += 1;
                all += 1;
            }
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        self.home = most
            .filter(|(_, count)| *count >= LEAST && count * 5 >= all * 4)
            .map(|(country, _)| country);
    }

    /// The places that a name may mean which says neither country nor region: where one is found abroad, those at home that
    /// are called so as well.
    pub(super) fn or_at_home(&self, name: &str, mut places: Vec<&'g Place>) -> Vec<&'g Place> {
        if let (Some(home), [abroad]) = (&self.home, &places[..])
            && **home != *abroad.country
        {
            places.extend(self.named(name, Some(home)));
        }
        places
    }

    /// What an editor can say where most entries of a source are in one country, and only some of these places.
    pub(super) fn home_hint(&self, places: &[&Place]) -> String {
        let at_home = |home: &&String| {
            let count = places
                .iter()
                .filter(|place| *place.country == ***home)
                .count();
            (1..places.len()).contains(&count)
        };
        self.home.as_ref().filter(at_home).map_or_else(String::new, |home| {
            format!("; most entries of this source are in {home}: --set country={home} narrows it to that")
        })
    }
}
