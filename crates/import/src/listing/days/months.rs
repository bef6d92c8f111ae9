//! Names that mean one month in one language and another in another (“listopad”): the language of the listing decides.

use std::collections::HashMap;

use super::super::line::Line;
use super::super::line::span::Kind;
use crate::when::calendars::day_of;
use crate::when::language::evidence;
use crate::when::tokens::tokens;
use crate::when::written::{Form, Written};

/// What the names of more than one meaning mean in a listing.
#[derive(Debug, Default)]
pub struct Months(HashMap<Vec<u32>, u32>);

impl Months {
    /// Decides by the other words of a listing: those that belong to the languages of one month and not to those of the
    /// others. Without such words, or with words of both, nothing is decided.
    pub fn of(lines: &[Option<Line>]) -> Self {
        let mut known: HashMap<Vec<u32>, Option<u32>> = HashMap::new();
        let text = || {
            let lines: Vec<&str> = lines
                .iter()
                .flatten()
                .map(|line| line.text.as_str())
                .collect();
            lines.join("\n")
        };
        let dates = lines.iter().flatten().flat_map(|line| &line.spans);
        for span in dates {
            let Kind::Days { days, .. } = &span.kind else {
                continue;
            };
            for date in days.written() {
                let Form::Months { months, .. } = &date.form else {
                    continue;
                };
                known.entry(numbers(months)).or_insert_with(|| {
                    let text = text();
                    let tokens = tokens(&text);
                    let speaks = |(month, languages): &&(u32, Vec<&'static str>)| {
                        let others = months.iter().filter(|(other, _)| other != month);
                        let others: Vec<&str> = others
                            .flat_map(|(_, languages)| languages.clone())
                            .collect();
                        evidence(&text, &tokens, languages, &others) > 0
                    };
                    let mut spoken = months.iter().filter(speaks);
                    match (spoken.next(), spoken.next()) {
                        (Some((month, _)), None) => Some(*month),
                        _ => None,
                    }
                });
            }
        }
        let decided = known
            .into_iter()
            .filter_map(|(months, month)| Some((months, month?)));
        Self(decided.collect())
    }

    /// A date with its month decided, as far as it is.
    pub fn read(&self, date: &Written) -> Written {
        let form = match &date.form {
            Form::Months { months, day, year } => match self.0.get(&numbers(months)) {
                Some(month) => day_of(*year, *month, *day),
                None => date.form.clone(),
            },
            other => other.clone(),
        };
        Written {
            form,
            weekday: date.weekday,
        }
    }
}

fn numbers(months: &[(u32, Vec<&'static str>)]) -> Vec<u32> {
    months.iter().map(|(month, _)| *month).collect()
}
