//! What the lines of a listing say all together: the order of its dates, its year, its clock, its headings.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use super::heading::bare_year;
use super::line::Line;
use super::places::Places;
use super::span::Kind;
use super::surroundings::Hours;
use crate::import::options::Options;
use crate::import::when::order::{Evidence, Reckoning};
use crate::import::when::written::Form;

/// What the lines say all together.
pub struct Facts {
    /// How its dates are read.
    pub reckoning: Reckoning,
    /// How its hours are read.
    pub hours: Hours,
    /// Blank lines stand between all lines, and part nothing.
    pub loose: bool,
}

impl Facts {
    /// Of all lines.
    pub fn of(lines: &[Option<Line>], options: &Options) -> Self {
        let mut evidence = Evidence::default();
        let mut hours = Hours::default();
        let (mut years, mut bare) = (BTreeSet::new(), BTreeSet::new());
        for line in lines.iter().flatten() {
            for span in &line.spans {
                match &span.kind {
                    Kind::Days { days, standing } => {
                        for date in days.written() {
                            evidence.see(date);
                            if let Form::Day(day) = date.form
                                && *standing
                            {
                                years.insert(day.year());
                            }
                        }
                    }
                    Kind::Clock(clock) => hours.see(clock),
                    _ => {}
                }
            }
            if !line.has_clock() {
                bare.extend(bare_year(line, options.today.year()));
            }
        }
        let only = |years: &BTreeSet<i32>| years.first().copied().filter(|_| years.len() == 1);
        let year = match years.is_empty() {
            true => only(&bare),
            false => only(&years),
        };
        let pairs = lines
            .windows(2)
            .filter(|pair| pair[0].is_some() && pair[1].is_some())
            .count();
        let count = lines.iter().flatten().count();
        Self {
            reckoning: Reckoning {
                order: options.order.or(evidence.order()),
                year: options.year.or(year),
            },
            hours,
            loose: count > 2 && pairs * 4 < count,
        }
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
