//! Sheets to be printed and passed on: what is to come in a city, day by day, and what is on a day, city by city.

mod city;
mod content;
mod day;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use event_file::Event;
use maud::Markup;

use crate::context::Context;
use content::Sheet;

/// The sheets by folded country and city, and by day.
pub(super) struct Sheets {
    cities: BTreeMap<(String, String), Sheet>,
    days: BTreeMap<NaiveDate, Sheet>,
}

impl Sheets {
    /// The sheets of a calendar.
    pub(super) fn new(context: &Context<'_>) -> Self {
        Self {
            cities: city::sheets(context),
            days: day::sheets(context),
        }
    }

    /// The sheets of an event's city, and of the day it begins.
    pub(super) fn of(&self, event: &Event) -> impl Iterator<Item = &Sheet> {
        let city = city::city(event).and_then(|city| self.cities.get(&city));
        let day = event.start.and_then(|start| self.days.get(&start.date));
        city.into_iter().chain(day)
    }

    /// The pages by their folders.
    pub(super) fn pages(&self, context: &Context<'_>) -> Vec<(String, Markup)> {
        let sheets = self.cities.values().chain(self.days.values());
        sheets
            .map(|sheet| (sheet.path.clone(), sheet.page(context)))
            .collect()
    }
}
