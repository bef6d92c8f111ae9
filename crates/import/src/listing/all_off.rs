//! A line that says of several events that they do not take place: “All events on Saturday are cancelled”, “Both postponed!”.

use chrono::{Datelike as _, NaiveDate};
use event_file::event::Status;

use super::document::Document;
use super::line::Line;
use super::said_of_all::SaidOfAll;
use crate::cancelled::{self, Several, Verdict};
use crate::draft::{Draft, Stamp};
use crate::when::days::days_at;
use crate::when::names::weekday_at;
use crate::when::tokens::tokens;
use crate::when::written::{Form, Written};

impl Document<'_> {
    /// Takes a line that speaks of several events; whether it is one.
    pub(super) fn takes_all_off(&mut self, line: &Line) -> bool {
        let is_own = line.has_clock() || line.label().is_some() || self.begins_with_city(line);
        let Some((verdict, several)) = cancelled::of_several(&line.text).filter(|_| !is_own) else {
            return false;
        };
        self.finish();
        self.taken.insert(line.number);
        self.said_of_all.push(SaidOfAll {
            line: line.clone(),
            verdict,
            several,
            before: self.reading.drafts.len(),
        });
        true
    }

    /// Gives the events such lines mean their status; where it is not certain which they are, these are refused.
    pub(super) fn settle_all_off(&mut self) {
        for said in std::mem::take(&mut self.said_of_all) {
            let covered = said.covered(&self.reading.drafts);
            if covered.is_empty() {
                let reason = "it says of several events that they do not take place, and none is read that it may mean: write it behind each that it means";
                self.reject(&said.line, reason);
                continue;
            }
            let days = covered.iter().map(|at| day(&self.reading.drafts[*at]));
            let one_day = days.collect::<std::collections::BTreeSet<_>>().len() == 1;
            let words = format!("“{}” in line {}", said.line.text, said.line.number);
            match said.verdict {
                Verdict::Sure(status) if said.is_certain(covered.len(), one_day) => {
                    for at in covered {
                        put(&mut self.reading.drafts[at], status, &words);
                    }
                }
                _ => {
                    let reason = format!(
                        "{words} says that several events do not take place, perhaps this one: write it behind each that it means"
                    );
                    for at in covered.into_iter().rev() {
                        let draft = self.reading.drafts.remove(at);
                        self.reading.reject(draft.rejected(reason.clone()));
                    }
                }
            }
        }
    }
}

impl SaidOfAll {
    /// The events it may mean, by their places in the list.
    fn covered(&self, drafts: &[Draft]) -> Vec<usize> {
        if self.names_day() {
            let on_it = |at: &usize| day(&drafts[*at]).is_some_and(|day| self.may_mean(day));
            return (0..drafts.len()).filter(on_it).collect();
        }
        let before = &drafts[..self.before.min(drafts.len())];
        let Some(last) = before.last().filter(|_| self.several == Several::Two) else {
            return (0..drafts.len()).collect();
        };
        let of_day = before
            .iter()
            .rev()
            .take_while(|draft| day(draft) == day(last));
        let count = match of_day.count() {
            1 => before.len().min(2),
            count => count,
        };
        (before.len() - count..before.len()).collect()
    }

    /// Whether there is no doubt which it means.
    fn is_certain(&self, covered: usize, one_day: bool) -> bool {
        match self.several {
            Several::Two => covered == 2 && (one_day || self.before == 2),
            Several::All => one_day || !self.names_day() && self.before == 0,
        }
    }

    fn written(&self) -> Vec<Written> {
        let tokens = tokens(&self.line.text);
        let days = (0..tokens.len()).filter_map(|at| days_at(&tokens, at));
        days.flat_map(|(days, _)| days.written().into_iter().cloned().collect::<Vec<_>>())
            .collect()
    }

    fn weekdays(&self) -> Vec<chrono::Weekday> {
        let tokens = tokens(&self.line.text);
        let is_long = |at: &usize| {
            let word = tokens[*at].word();
            word.is_some_and(|word| word.chars().count() > 3)
        };
        let at = (0..tokens.len()).filter(is_long);
        at.filter_map(|at| weekday_at(&tokens, at)?.0).collect()
    }

    fn names_day(&self) -> bool {
        !self.weekdays().is_empty() || !self.written().is_empty()
    }

    fn may_mean(&self, day: NaiveDate) -> bool {
        let written = self.written();
        match written.is_empty() {
            true => self.weekdays().contains(&day.weekday()),
            false => written.iter().any(|written| may_be(written, day)),
        }
    }
}

/// Whether a date may be a day, in whichever order its numbers stand.
fn may_be(written: &Written, day: NaiveDate) -> bool {
    let has = |values: &[u32]| values.contains(&day.day()) && values.contains(&day.month());
    match &written.form {
        Form::Day(date) => *date == day,
        Form::NoYear { month, day: of } => (*month, *of) == (day.month(), day.day()),
        Form::Numbers(parts) => has(&parts.map(|part| part.value)),
        Form::TwoNumbers(parts) => has(&parts.map(|part| part.value)),
        Form::Months { day: of, .. } => *of == day.day(),
        // Of a month of its own, about which day it may be nobody can tell.
        Form::Persian { .. } | Form::NoDay | Form::Unread(_) => false,
    }
}

fn day(draft: &Draft) -> Option<NaiveDate> {
    draft.start.as_ref().and_then(Stamp::wall_date)
}

fn put(draft: &mut Draft, status: Status, words: &str) {
    if draft.text_of("status") != Some(Status::Cancelled.name()) {
        draft.put("status", status.name());
        draft.notes.push(format!(
            "{words} is said of it: listed as {}",
            status.name()
        ));
    }
}
