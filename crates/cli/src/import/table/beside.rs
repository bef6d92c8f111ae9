//! What cells beside those of day, hour and place say against them.

use chrono::{Datelike as _, Weekday};

use super::columns::{Column, meaning};
use crate::import::cancelled::{self, Verdict};
use crate::import::draft::Draft;
use crate::import::when::names::{months_at, weekday_at};
use crate::import::when::tokens::tokens;
use crate::import::when::words::Purpose;

/// A longer cell tells of the event; a remark on what changed is short.
const MOST_WORDS: usize = 12;

/// What the cells of a row say.
#[derive(Default)]
pub(super) struct Beside<'a> {
    weekday: Option<(&'a str, &'a str, Weekday)>,
    changed: Option<(&'a str, &'a str)>,
}

impl<'a> Beside<'a> {
    /// Looks at a cell.
    pub(super) fn take(&mut self, column: &Column, heading: &'a str, cell: &'a str) {
        let own = matches!(column, Column::Other(_));
        if own && meaning(heading) == Some(Column::Known("weekday")) {
            let tokens = tokens(cell);
            let day = weekday_at(&tokens, 0).filter(|(_, to)| *to == tokens.len());
            self.weekday = day.and_then(|(day, _)| Some((heading, cell, day?)));
        }
        // “verschoben auf 2.10.” in the column of the status.
        let remark = matches!(
            column,
            Column::Known("description" | "status" | "cancelled")
        );
        if own || remark {
            let is_change = cell.split_whitespace().count() <= MOST_WORDS && is_change(cell);
            if is_change {
                self.changed.get_or_insert((heading, cell));
            }
        }
    }

    /// Takes a cell that says that something changed.
    pub(super) fn change(&mut self, heading: &'a str, cell: &'a str) {
        self.changed.get_or_insert((heading, cell));
    }

    /// Why day, hour or place of a row are not certain.
    pub(super) fn doubt(&self, draft: &Draft) -> Option<String> {
        if let Some((heading, cell)) = self.changed {
            return Some(format!(
                "“{heading}: {cell}” changes its day, place or hour: write what holds now in their columns"
            ));
        }
        let (heading, cell, weekday) = self.weekday?;
        let start = draft.start.as_ref().filter(|_| draft.also.is_empty())?;
        let day = start.wall_date()?;
        (day.weekday() != weekday).then(|| {
            format!("“{heading}: {cell}” is not the day of the week of {day}: one of them is wrong")
        })
    }
}

/// “Neuer Ort: Mariannenplatz”, “Beginn jetzt 15:00”, “neu: Mariannenplatz”.
fn is_change(text: &str) -> bool {
    let tokens = tokens(text);
    let at = |at: usize, purpose: Purpose| purpose.phrases().past(&tokens, at);
    // “rescheduled from 12/12”: the row has the day that holds.
    if (0..tokens.len()).any(|from| at(from, Purpose::MovedFrom).is_some()) {
        return false;
    }
    let numbered = tokens.iter().any(|token| token.digits() > 0);
    let named = |at: usize| weekday_at(&tokens, at).is_some() || months_at(&tokens, at).is_some();
    let dated = numbered || (0..tokens.len()).any(named);
    // “moved to 21 March”; what is “auf unbestimmte Zeit verschoben” is only postponed.
    let only_later = || !dated && matches!(cancelled::judge(text), Verdict::Sure(_));
    let is_status = || cancelled::status_alone(text).is_some() || only_later();
    if cancelled::moved(text).is_some() && !is_status() {
        return true;
    }
    (0..tokens.len()).any(|from| {
        let corrected = at(from, Purpose::Corrected);
        at(from, Purpose::Changed).is_some()
            || corrected.is_some_and(|to| {
                numbered || from == 0 && tokens.get(to).is_some_and(|token| token.is(':'))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_on_what_changed_is_told_from_others() {
        for (remark, expected) in [
            ("neu: Mariannenplatz", true),
            ("Beginn jetzt 15:00", true),
            ("Neuer Ort!", true),
            ("new time 3pm", true),
            ("moved to 21 March", true),
            ("moved to Saturday", true),
            ("auf unbestimmte Zeit verschoben", false),
            ("rescheduled from 12/12", false),
            ("Neu in Berlin", false),
            ("jetzt erst recht", false),
            ("mit Kinderprogramm", false),
        ] {
            assert_eq!(is_change(remark), expected, "{remark}");
        }
    }
}
