//! What cells beside those of day, hour and place say against them.

use chrono::{Datelike as _, Weekday};

use event_file::event::Status;

use super::columns::{Column, meaning};
use super::habits::Habits;
use super::moved;
use super::moved::before::Holds;
use super::moved_place::move_to;
use crate::cancelled::{self, Verdict};
use crate::draft::Draft;
use crate::new_place::{self, Said};
use crate::when::names::{months_at, weekday_at};
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::words::{HEADINGS, plain};

/// A longer cell tells of the event; a remark on what changed is short.
const MOST_WORDS: usize = 12;

/// What the cells of a row say.
#[derive(Default)]
pub(super) struct Beside<'a> {
    weekday: Option<(&'a str, &'a str, Weekday)>,
    changed: Vec<(&'a str, &'a str)>,
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
            let is_short = cell.split_whitespace().count() <= MOST_WORDS;
            if is_short
                && (is_change(cell)
                    || moved::read(cell).is_some()
                    || moved::may_move(cell)
                    || moved::before::read(cell).is_some())
            {
                self.changed.push((heading, cell));
            }
        }
    }

    /// Takes a cell that says that something changed.
    pub(super) fn change(&mut self, heading: &'a str, cell: &'a str) {
        self.changed.push((heading, cell));
    }

    /// Applies the one remark that moves the event, if it is understood in full.
    pub(super) fn apply(&mut self, draft: &mut Draft, habits: &Habits) {
        let [(heading, cell)] = self.changed[..] else {
            return;
        };
        let remark = format!("{heading}: {cell}");
        // “moved from 7 March”, beside the day that holds.
        let before = moved::before::read(cell);
        let holds = before.as_ref().map(|before| before.of(draft, habits));
        if let (Some(before), Some(Some(Holds::Now))) = (&before, &holds) {
            before.record(draft, habits);
            said_once(draft, &remark, cell);
            self.changed.clear();
            return;
        }
        let moved = match holds {
            Some(Some(Holds::Not(moved))) => Some(moved),
            Some(_) => return,
            None => moved::read(cell),
        };
        let note = match moved {
            Some(moved) => moved.apply(draft, &remark, habits),
            None if moved::is_bare(cell) || new_place::is_bare(cell) => Some(format!(
                "“{remark}”: what its columns have is taken for what holds now"
            )),
            None if let Some(Said::Plain(place)) = new_place::said(cell) => {
                move_to(draft, place, &remark)
            }
            None if moved::is_open(cell) => {
                draft.put("status", Status::Postponed.name());
                Some(format!("“{remark}”: listed as postponed on its old day"))
            }
            None => None,
        };
        if let Some(note) = note {
            said_once(draft, &remark, cell);
            draft.notes.push(note);
            self.changed.clear();
        }
    }

    /// Why day, hour or place of a row are not certain.
    pub(super) fn doubt(&self, draft: &Draft) -> Option<String> {
        if let Some((heading, cell)) = self.changed.first() {
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

/// Takes back what was said of a remark as a status.
fn said_once(draft: &mut Draft, remark: &str, cell: &str) {
    let (of_remark, of_status) = (format!("“{remark}”"), format!("its status, “{cell}”"));
    draft
        .notes
        .retain(|own| !own.contains(&of_remark) && !own.starts_with(&of_status));
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
    if is_now_at(text) || new_place::said(text).is_some() {
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

/// “jetzt am Kronenplatz”, “désormais place Kléber”: “now” before where something is, of so few words.
fn is_now_at(text: &str) -> bool {
    const MOST: usize = 8;
    const NOW: [&str; 24] = [
        "jetzt",
        "nun",
        "desormais",
        "maintenant",
        "ahora",
        "adesso",
        "agora",
        "nu",
        "teraz",
        "nyni",
        "nove",
        "teraz",
        "sada",
        "most",
        "acum",
        "теперь",
        "тепер",
        "сега",
        "сада",
        "simdi",
        "τωρα",
        "sekarang",
        "الان",
        "now",
    ];
    const AT: [&str; 62] = [
        "am",
        "an",
        "auf",
        "im",
        "in",
        "vor",
        "bei",
        "beim",
        "ab",
        "place",
        "devant",
        "sur",
        "au",
        "rue",
        "square",
        "parvis",
        "dans",
        "en",
        "frente",
        "ante",
        "piazza",
        "davanti",
        "largo",
        "praca",
        "na",
        "no",
        "em",
        "op",
        "bij",
        "voor",
        "pa",
        "vid",
        "ved",
        "foran",
        "framfor",
        "przy",
        "przed",
        "pod",
        "v",
        "pred",
        "u",
        "kod",
        "na",
        "на",
        "в",
        "у",
        "перед",
        "пред",
        "la",
        "pe",
        "di",
        "στην",
        "στο",
        "στη",
        "στον",
        "outside",
        "at",
        "في",
        "امام",
        "naar",
        "från",
        "fran",
    ];
    let plain = plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    // “Treffpunkt jetzt: Münsterplatz”.
    let labelled = |at: usize| {
        let label = words[..at].join(" ");
        let field = HEADINGS.get(&label);
        matches!(
            field,
            Some(&("place" | "location" | "start" | "time" | "begin"))
        ) && at + 1 < words.len()
    };
    words.len() <= MOST
        && words
            .iter()
            .position(|word| NOW.contains(word))
            .is_some_and(|at| {
                at == 0 && words.get(1).is_some_and(|next| AT.contains(next)) && words.len() > 2
                    || at > 0 && labelled(at)
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
            ("jetzt am Kronenplatz", true),
            ("désormais place Kléber", true),
            ("ahora en la Plaza Mayor", true),
            ("teraz przy fontannie", true),
            ("Treffpunkt jetzt: Münsterplatz", true),
            ("jetzt erst recht", false),
            ("Jetzt!", false),
            ("mit Kinderprogramm", false),
        ] {
            assert_eq!(is_change(remark), expected, "{remark}");
        }
    }
}
