//! The calendar's own cities, gathered in short tasks once a place is looked for among them.

use leptos::{prelude::*, task::spawn_local};
use listing::index::Index;

use crate::{
    browser::task::Slices,
    state::{Loaded, Pruned, Shared, State},
    wording::{
        ActiveLanguage, Language,
        places::{self, Known},
    },
};

/// The calendar's cities in the page's language.
#[derive(Clone, Copy)]
pub struct KnownCities {
    state: State,
    language: ActiveLanguage,
    gathered: Pruned<RwSignal<Option<Shared<Vec<Known>>>>>,
}

impl KnownCities {
    /// Begins to gather them when they are `wanted`, and again for another calendar or language.
    pub fn start(state: State, language: ActiveLanguage, wanted: Signal<bool>) -> Self {
        let cities = Self {
            state,
            language,
            gathered: Pruned::signal(None),
        };
        // Once gathered they stay, whether or not the field is left.
        let asked = Memo::new(move |asked| asked.copied().unwrap_or(false) || wanted.get());
        let round = StoredValue::new(0_u32);
        Effect::new(move || {
            state.source.loaded.track();
            state.listing.index.track();
            language.get();
            cities.gathered.set(None);
            round.update_value(|round| *round += 1);
            if asked.get() {
                let own = round.get_value();
                spawn_local(cities.gather(move || round.try_get_value() == Some(own)));
            }
        });
        cities
    }

    /// Those gathered; `None` while that goes on.
    pub fn gathered(self) -> Option<Shared<Vec<Known>>> {
        self.gathered.get()
    }

    /// All of them, at once where they are not gathered yet: a key does not wait.
    pub fn at_once(self) -> Option<Shared<Vec<Known>>> {
        let gathered = self.gathered.get_untracked();
        gathered.or_else(|| {
            let source = self.source()?;
            let (loaded, index, language) = &source;
            let cities = index.cities(&loaded.calendar).into_iter();
            let known = cities.filter_map(|city| places::known(&loaded.calendar, city, language));
            Some(Shared::new(known.collect()))
        })
    }

    async fn gather(self, is_wanted: impl Fn() -> bool) {
        let Some((loaded, index, language)) = self.source() else {
            return;
        };
        let mut slices = Slices::begin();
        let cities = index.cities(&loaded.calendar);
        slices.pause().await;
        let mut known = Vec::with_capacity(cities.len());
        for city in cities {
            known.extend(places::known(&loaded.calendar, city, &language));
            slices.pause().await;
            if !is_wanted() {
                return;
            }
        }
        if is_wanted() {
            self.gathered.set(Some(Shared::new(known)));
        }
    }

    fn source(self) -> Option<(Shared<Loaded>, Shared<Index>, Shared<Language>)> {
        let loaded = self.state.source.loaded.get_untracked()?;
        let index = self.state.listing.index.get_untracked()?;
        Some((loaded, index, self.language.get_untracked()))
    }
}
