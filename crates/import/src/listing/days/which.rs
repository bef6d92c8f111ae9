//! Which days an entry has: its own, or those of the heading above.

use chrono::NaiveDate;

use super::super::surroundings::{Heading, Surroundings};
use super::day_by_name::named_of;
use super::settled::{beside_heading, settled, through};
use crate::when::days::Days;

/// The days of an entry; `recurs` where it says that it takes place on each of some days of the week.
pub fn which(
    own: Option<&Days>,
    recurs: bool,
    text: &str,
    around: &Surroundings<'_>,
) -> Result<Vec<NaiveDate>, String> {
    match (own, around.day) {
        (Some(own), _) => settled(own, text, around).or_else(|reason| {
            beside_heading(own, around)
                .map(|day| vec![day])
                .ok_or(reason)
        }),
        (
            None,
            Some(Heading::Day {
                days: above @ Days::One(_),
                line: written,
                ..
            }),
        ) => settled(above, written, around),
        (None, Some(Heading::Day { days, line, .. })) => {
            let above = settled(days, line, around).map(|above| match days {
                Days::Through(..) => through(&above),
                _ => above,
            });
            let named = above.ok().and_then(|above| named_of(text, &above));
            named.map(|day| vec![day]).ok_or_else(|| {
                format!("no day: none in the entry, and the heading above, “{line}”, names several")
            })
        }
        (None, Some(Heading::Unread(reason))) => Err(reason.clone()),
        (None, None) if recurs => Err(
            "it recurs, and its first and last day are not said: write them, as “every Friday from 8 to 29 January 2027”"
                .to_owned(),
        ),
        (None, None) => Err("no day: none in the entry, and no heading above".to_owned()),
    }
}
