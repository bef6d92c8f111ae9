//! Sheets: what can be chosen in each of them, whether it is in use, and taking it back.

use leptos::prelude::*;
use query::{ActiveFilter, Facet, Query, When};

use super::{Address, State, Step};

/// A dialogue of controls: a sheet on a phone, a popover on a desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Language, theme, about the calendar, share and export.
    Menu,
    /// A named time, a day, or days from one to another.
    Days,
    /// Where distances are measured from.
    Near,
    /// The values of one facet.
    Facet(Facet),
    /// All other filters.
    More,
}

impl Sheet {
    /// Its name in `data-opens` and `data-sheet`.
    pub const fn key(self) -> &'static str {
        match self {
            Sheet::Menu => "menu",
            Sheet::Days => "days",
            Sheet::Near => "near",
            Sheet::Facet(facet) => facet.key(),
            Sheet::More => "more",
        }
    }

    /// The facets whose values are chosen in it.
    pub fn facets(self) -> Vec<Facet> {
        match self {
            Sheet::Facet(facet) => vec![facet],
            Sheet::More => {
                let own_chip = [Facet::Country, Facet::Kind];
                let others = Facet::ALL.into_iter();
                others.filter(|facet| !own_chip.contains(facet)).collect()
            }
            Sheet::Menu | Sheet::Days | Sheet::Near => Vec::new(),
        }
    }
}

impl Address {
    /// The times asked for: named ones, or days.
    pub fn times(self) -> Vec<ActiveFilter> {
        self.query.with(times)
    }

    /// Whether `when` alone is asked for.
    pub fn is_when(self, when: When) -> bool {
        self.times() == [ActiveFilter::When(when)]
    }

    /// Keeps only events in a named time; where they are kept already, what is upcoming.
    pub fn toggle_when(self, when: When) {
        self.choose_when(match untrack(|| self.is_when(when)) {
            true => When::default(),
            false => when,
        });
    }

    /// Keeps events with whatever value of these facets.
    fn choose_any(self, facets: &[Facet]) {
        self.change(Step::Push, |query| {
            for facet in facets {
                query.chosen[*facet].clear();
            }
        });
    }
}

impl State {
    /// Whether something is chosen in a sheet.
    pub fn is_chosen(self, sheet: Sheet) -> bool {
        match sheet {
            Sheet::Menu => false,
            Sheet::Days => !self.address.times().is_empty(),
            Sheet::Near => {
                let named = self.address.query.with(|query| query.near.is_some());
                named || self.address.wants_nearest()
            }
            Sheet::Facet(_) | Sheet::More => self.address.query.with(|query| {
                sheet
                    .facets()
                    .into_iter()
                    .any(|facet| !query.chosen[facet].is_empty())
            }),
        }
    }

    /// Takes back what is chosen in a sheet.
    pub fn clear(self, sheet: Sheet) {
        match sheet {
            Sheet::Menu => {}
            Sheet::Days => self.address.choose_when(When::default()),
            Sheet::Near => self.look_anywhere(),
            Sheet::Facet(_) | Sheet::More => self.address.choose_any(&sheet.facets()),
        }
    }
}

fn times(query: &Query) -> Vec<ActiveFilter> {
    let is_time =
        |filter: &ActiveFilter| matches!(filter, ActiveFilter::When(_) | ActiveFilter::Days(..));
    query.active().into_iter().filter(is_time).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::with_owner;

    #[test]
    fn a_time_chosen_twice_is_chosen_no_longer() {
        with_owner(|| {
            let address = Address::new(Query::parse("from=2023-11-04&country=FR"));
            let print = || address.query.with_untracked(Query::print);
            address.toggle_when(When::Weekend);
            assert_eq!(print(), "when=weekend&country=FR");
            assert!(untrack(|| address.is_when(When::Weekend)));
            address.toggle_when(When::Weekend);
            assert_eq!(print(), "country=FR");
        });
    }

    #[test]
    fn every_facet_is_chosen_in_one_sheet() {
        let sheets = [
            Sheet::Facet(Facet::Country),
            Sheet::Facet(Facet::Kind),
            Sheet::More,
        ];
        let mut facets: Vec<Facet> = sheets.into_iter().flat_map(Sheet::facets).collect();
        facets.sort();
        let mut all = Facet::ALL.to_vec();
        all.sort();
        assert_eq!(facets, all);
    }
}
