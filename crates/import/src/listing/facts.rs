//! What the lines of a listing say all together: the order of its dates, its year, its clock, its headings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Weekday};

use super::headings::dateline;
use super::headings::heading::{self, bare_year};
use super::line::Line;
use super::line::span::Kind;
use super::only_day::only_day;
use super::places::Places;
use super::surroundings::Hours;
use super::usual_order::usual_order;
use crate::options::Options;
use crate::when::days::Days;
use crate::when::order::{Evidence, Order};
use crate::when::reckoning::Reckoning;
use crate::when::written::{Form, Written};
use crate::when::year::Years;

/// What the lines say all together.
pub struct Facts {
    /// How its dates are read.
    pub reckoning: Reckoning,
    /// What is said of the year of dates that name none, and of the order of day and month that no date tells.
    pub of_dates: Vec<String>,
    /// How its hours are read.
    pub hours: Hours,
    /// Blank lines stand between all lines, and part nothing.
    pub loose: bool,
    /// The only date of the listing, and its line, where no line is a heading with a date.
    pub only_day: Option<(Days, String)>,
}

impl Facts {
    /// Of all lines.
    pub fn of(lines: &[Option<Line>], options: &Options) -> Self {
        let mut evidence = Evidence::default();
        let mut hours = Hours::default();
        let mut years = Years::default();
        let mut begun = false;
        let mut range: Option<&Days> = None;
        let mut has_numbers = false;
        for line in lines.iter().flatten() {
            // “Lunes 7” below “Semana del 7 al 13 de diciembre”.
            let named = heading::weekday(line).zip(range);
            if let Some(date) =
                named.and_then(|((weekday, number), range)| of_range(weekday, number?, range))
            {
                years.see(&date);
            }
            evidence.see_dots(&line.text);
            let mut has_certain = false;
            for span in &line.spans {
                match &span.kind {
                    Kind::Days { days, standing } => {
                        for date in days.written() {
                            evidence.see(date);
                            has_numbers |=
                                matches!(date.form, Form::Numbers(_) | Form::TwoNumbers(_));
                            // “Agenda – Semana del 7 al 13 de diciembre”.
                            let is_range = matches!(days, Days::Through(..))
                                && !line.has_clock()
                                && !line.is_sentence();
                            let certain = *standing || date.weekday.is_some() || is_range;
                            if certain && !line.is_published() {
                                years.see(date);
                            }
                            has_certain |= certain;
                            if is_range {
                                range = Some(days);
                            }
                        }
                    }
                    Kind::Clock(clock) => hours.see(clock),
                    _ => {}
                }
            }
            let is_entry = line.has_clock();
            begun |= is_entry;
            // “Events around 8 March 2022, Women's Day” is a title.
            let is_title = !begun && !has_certain && !line.is_sentence();
            let alone = !is_entry && (is_title || dateline::whole_day(line).is_none());
            if let Some(year) = bare_year(line, options.today.year()).filter(|_| alone) {
                match begun || line.is_sentence() {
                    true => years.see_remark(year),
                    false => years.see_title(year),
                }
            }
        }
        let told = options.order.or(evidence.order());
        let usual = || {
            let order = usual_order(lines.iter().flatten());
            order.filter(|order| evidence.allows(*order) && !evidence.is_dotted())
        };
        let usual = match told {
            None if has_numbers => usual(),
            _ => None,
        };
        let order = told.or(usual);
        let settled = years.settle(options, order);
        let pairs = lines
            .windows(2)
            .filter(|pair| pair[0].is_some() && pair[1].is_some())
            .count();
        let count = lines.iter().flatten().count();
        Self {
            reckoning: Reckoning {
                order,
                from: settled.from,
                written: options.written,
                dotted: evidence.is_dotted(),
            },
            of_dates: usual.map(said).into_iter().chain(settled.note).collect(),
            hours,
            only_day: only_day(lines, options.today.year()),
            loose: count > 2 && pairs * 4 < count,
        }
    }

    /// The country whose states or provinces head its cities, if they do: “ALABAMA”, “GEORGIA”, “MAINE”, a line each, or one
    /// over cities of which one lies in it.
    pub fn regions(&self, lines: &[Option<Line>], places: &Places) -> Option<String> {
        const LEAST: usize = 3;
        let lines: Vec<&Line> = lines.iter().flatten().collect();
        let mut counts: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let mut proven: BTreeSet<String> = BTreeSet::new();
        for (at, pair) in lines.windows(2).enumerate() {
            let (name, next) = (&pair[0].text, pair[1]);
            let heading = pair[0].is_bare() && name.split_whitespace().count() < 4;
            let Some((head, _)) = next.head().filter(|_| heading && !next.is_bare()) else {
                continue;
            };
            let city = head.first().copied().unwrap_or_default();
            for country in places.countries_of_region(name) {
                let below = lines[at + 1..].iter().take_while(|line| !line.is_bare());
                let mut cities = below.filter_map(|line| line.head()?.0.first().copied());
                if cities.any(|city| places.lies_in(city, name, &country)) {
                    proven.insert(country.clone());
                }
                if places.is_city(city, Some(&country)) {
                    counts.entry(country).or_default().insert(name);
                }
            }
        }
        // Two names that are no city's are as good as three that may be.
        let weight = |country: &str, names: &BTreeSet<&str>| {
            let others = names
                .iter()
                .filter(|name| !places.is_city(name, Some(country)));
            names.len() + usize::from(others.count() > 1)
        };
        let most = counts
            .iter()
            .map(|(country, names)| (weight(country, names), country))
            .max();
        let most = most.filter(|(weight, _)| *weight >= LEAST);
        let only = || proven.pop_first().filter(|_| proven.is_empty());
        most.map(|(_, country)| country.clone()).or_else(only)
    }

    /// The country (ISO 3166-1 alpha-2) and name of the state or province that a line above the first hour names, where most
    /// cities below lie in it: “Convocatorias – Andalucía” over Sevilla, Málaga and Jaén.
    pub fn region_of_all(
        &self,
        lines: &[Option<Line>],
        places: &Places,
    ) -> Option<(String, String)> {
        const LEAST: usize = 3;
        let titles = lines.iter().flatten().take_while(|line| !line.has_clock());
        let titles: Vec<&Line> = titles.collect();
        let below = lines.iter().flatten().filter(|line| line.has_clock());
        let first = |line: &Line| line.texts().all.into_iter().next();
        let mut cities: BTreeSet<String> = below.filter_map(first).collect();
        cities.retain(|city| places.is_city(city, None));
        titles.iter().find_map(|line| {
            let texts = line.texts().all;
            texts.iter().find_map(|text| {
                let (country, region) = places.region(text, None)?;
                let inside = |city: &&String| places.lies_in(city, text, &country);
                let count = cities.iter().filter(inside).count();
                (count >= LEAST && count * 4 >= cities.len() * 3).then_some((country, region))
            })
        })
    }

    /// Whether lines in capitals are cities in this listing: most that are known are.
    pub fn capitals(&self, lines: &[Option<Line>], places: &Places) -> bool {
        let all = lines
            .iter()
            .flatten()
            .filter(|line| line.is_bare() && line.is_capitals());
        let (known, others): (Vec<&Line>, Vec<&Line>) =
            all.partition(|line| places.is_city(&line.text, None));
        known.len() >= 2 && known.len() >= others.len()
    }
}

/// What is said of an order that only the language tells.
fn said(order: Order) -> String {
    let first = match order {
        Order::Dmy => "day",
        _ => "month",
    };
    format!(
        "its dates are read with the {first} first, as is usual where people write so; --date-order says another"
    )
}

/// The day of a number and a day of the week, in the month of days that follow one another.
fn of_range(weekday: Weekday, number: u32, range: &Days) -> Option<Written> {
    let Days::Through(first, last) = range else {
        return None;
    };
    let (first, last) = (first.month_and_day()?, last.month_and_day()?);
    let mut days = [first.0, last.0].into_iter().map(|month| (month, number));
    let (month, day) = days.find(|day| (first..=last).contains(day))?;
    Some(Written {
        form: Form::NoYear { month, day },
        weekday: Some(weekday),
    })
}
