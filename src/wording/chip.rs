//! What the chips of the filter line say.

use leptos::prelude::*;
use query::{ActiveFilter, Facet, When};

use super::{Language, facet, near, sentence};
use crate::state::{Sheet, State};

/// Whether the chip of a sheet is filled: something is chosen there that no other chip names.
pub fn is_filled(sheet: Sheet, state: State) -> bool {
    match sheet {
        Sheet::Days => {
            let own_chip = [When::Today, When::Weekend];
            let nothing_upcoming = state
                .listing
                .results
                .with(|results| results.nothing_upcoming);
            let elsewhere = || own_chip.into_iter().any(|when| state.address.is_when(when));
            nothing_upcoming || state.is_chosen(sheet) && !elsewhere()
        }
        // Its filters have a chip each.
        Sheet::More => false,
        _ => state.is_chosen(sheet),
    }
}

/// What the chip of a sheet says: what is chosen there, else what can be.
pub fn label(sheet: Sheet, state: State, language: &Language) -> String {
    let chosen = is_filled(sheet, state);
    match sheet {
        Sheet::Days if chosen => match state.address.times().as_slice() {
            [] => language.text("chip.nothing_upcoming", &[]),
            times => {
                let names: Vec<String> = times.iter().map(|time| short(time, language)).collect();
                language.locale.either(&names)
            }
        },
        Sheet::Near if chosen => match near::place(state, language) {
            Some(place) => place,
            None => match state.positions.origin.with(Option::is_some) {
                true => language.text("near.heading", &[]),
                false => language.text("near.where", &[]),
            },
        },
        Sheet::Facet(facet) if chosen => {
            let names = |values: &[String]| facet::names(facet, values, language);
            state
                .address
                .query
                .with(|query| names(&query.chosen[facet]))
        }
        Sheet::More => language.text("filters.others", &[]),
        _ => title(sheet, language),
    }
}

/// What the chip of a named time says.
pub fn time(when: When, language: &Language) -> String {
    match when {
        When::Weekend => language.text("chip.weekend", &[]),
        when => language.text(&format!("when.{}", when.word()), &[]),
    }
}

/// What a sheet is called.
pub fn title(sheet: Sheet, language: &Language) -> String {
    let key = match sheet {
        Sheet::Menu => "header.menu",
        Sheet::Days => "filters.when",
        Sheet::Near => "near.name",
        Sheet::Facet(facet) => return facet_title(facet, language),
        Sheet::More => "filters.more",
    };
    language.text(key, &[])
}

fn facet_title(facet: Facet, language: &Language) -> String {
    language.text(&format!("filters.{}", facet.key()), &[])
}

/// A time, one day without words around it.
fn short(time: &ActiveFilter, language: &Language) -> String {
    match time {
        ActiveFilter::Days(Some(from), Some(to)) if from == to => language.locale.short_day(*from),
        _ => sentence::name(time, language),
    }
}
