//! The end of an entry: its events, or why it is rejected.

use std::sync::Arc;

use super::Document;
use super::entry::Entry;
use super::line::Line;
use super::line::span::{Kind, Span};
use super::line::words::Label;
use super::surroundings::{Heading, Surroundings};
use crate::cancelled;
use crate::draft::{Draft, Origin, Reject, Stamp};
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

impl Document<'_> {
    /// Puts the entry in hand among the others; what stood before it and was not taken is skipped.
    pub fn finish(&mut self) {
        let skipped: Vec<u64> = self.lead.drain(..).map(|line| line.number).collect();
        self.skipped.extend(skipped);
        let Some(entry) = self.pending.take() else {
            return;
        };
        let Some(first) = entry.lines.first() else {
            return;
        };
        // Labels that say neither when nor where, such as “Contact:”, are no entry.
        let says = |line: &Line| {
            line.says_when() || line.has_date() || matches!(line.label(), Some(Label::When))
        };
        let own = entry.lines.iter().any(says);
        if !own
            && entry.lines.iter().any(|line| line.label().is_some())
            && entry
                .lines
                .iter()
                .all(|line| !matches!(line.label(), Some(Label::Where)))
        {
            self.skipped
                .extend(entry.lines.iter().map(|line| line.number));
            return;
        }
        // “Date: Saturday 12 December 2026” over a list says nothing but the day of what follows.
        let heads = |line: &Line| {
            let texts = line.texts().all.is_empty() && line.links.is_empty();
            let when = |span: &Span| {
                matches!(
                    span.kind,
                    Kind::Label(Label::When) | Kind::Days { .. } | Kind::Clock(_)
                )
            };
            texts && line.label().is_some() && line.spans.iter().all(when)
        };
        if let [only] = &entry.lines[..]
            && entry.lead == 0
            && only.days().is_some()
            && heads(only)
        {
            let only = only.clone();
            self.day_heading(&only);
            return;
        }
        self.taken
            .extend(entry.lines.iter().map(|line| line.number));
        let own_day = entry.lines.iter().any(Line::has_date);
        if !own_day {
            self.unused = None;
        }
        if let Some(earlier) = self.corrects(&entry) {
            let first = first.clone();
            let reason = format!("it corrects the entry in line {earlier}: change that one");
            self.reject(&first, &reason);
            return;
        }
        if let Some((city, country)) = self.of_another_country(&entry) {
            let first = first.clone();
            let above = self.country.as_deref().unwrap_or_default();
            let reason = format!(
                "“{city}” may be in {country}, or in {above} as the heading above the blank line says: write its country behind it"
            );
            self.reject(&first, &reason);
            return;
        }
        let day = self.inner.as_ref().or(self.outer.as_ref());
        let only = self.only_day.as_ref().filter(|_| day.is_none() && !own_day);
        let day = day.or(only);
        if self.city.is_some() && self.inner.is_none() && !entry.lines.iter().any(Line::has_date) {
            self.city_took_outer = true;
        }
        let flag = self.flag(&entry);
        let around = Surroundings {
            places: self.places,
            reckoning: self.reckoning,
            months: &self.months,
            hours: self.hours,
            hour_for_all: self.hour_for_all,
            explain: self.explain,
            month: self.month,
            day,
            city: self.city.as_deref(),
            country: flag.as_deref().or(self.country.as_deref()),
            region: self.region.as_deref().filter(|_| flag.is_none()),
            region_of_all: self.region_of_all.as_ref(),
        };
        let origin = self.origin(first);
        let events = entry.events(&origin, &around);
        let day_above = day.is_some();
        let heading = match day.or(only) {
            Some(Heading::Day { line, .. }) => Some(line.clone()),
            _ => None,
        };
        let only_in = heading.clone().filter(|_| only.is_some());
        // An entry is one, whatever number of events it gives.
        let mut drafts = Vec::new();
        let mut rejects = Vec::new();
        for event in events {
            match event.and_then(|draft| self.announced(draft)) {
                Ok(draft) => drafts.push(draft),
                Err(reject) => rejects.push(*reject),
            }
        }
        if let Some(status) = self.status_below {
            for draft in &mut drafts {
                if draft.text_of("status").is_none() {
                    draft.put("status", status.name());
                }
            }
        }
        for draft in &mut drafts {
            self.name_by_day(draft, heading.as_deref());
        }
        if let Some(line) = only_in {
            for draft in &mut drafts {
                draft.notes.push(format!(
                    "its day is the only date of the source, in “{line}”"
                ));
            }
        }
        if !drafts.is_empty() {
            self.reading.entries += 1;
            self.reading.drafts.append(&mut drafts);
        }
        // A line with a day that is no entry may have been a heading: what follows is not of the day above it.
        if let [only] = &entry.lines[..]
            && !rejects.is_empty()
            && own_day
            && !only.has_clock()
            && day_above
        {
            self.inner = None;
            self.outer = Some(Heading::Unread(format!(
                "“{}” above it may be a heading that is not read: write its day as 2023-11-04",
                only.text
            )));
        }
        // What is rejected of an entry is one reject, with all reasons.
        let mut rejects = rejects.into_iter();
        if let Some(mut reject) = rejects.next() {
            for other in rejects {
                if !reject.reason.contains(&other.reason) {
                    reject.reason = format!("{}; {}", reject.reason, other.reason);
                }
            }
            self.reading.reject(reject);
        }
    }

    /// The line of the earlier entry of the same city that an entry corrects: “Manchester: now 2pm” or “Manchester: cancelled”
    /// below “Manchester, 1pm”.
    fn corrects(&self, entry: &Entry) -> Option<u64> {
        let texts = entry.texts();
        let (head, more) = texts.first()?.all.split_first()?;
        let tokens = tokens(&entry.text());
        let says_so = |at: usize| Purpose::Corrected.phrases().past(&tokens, at).is_some();
        let says_when = |line: &Line| line.says_when() || line.has_date();
        let is_off = |text: &String| cancelled::status_alone(text).is_some();
        let only_off = !more.is_empty()
            && more.iter().all(is_off)
            && texts.len() == 1
            && !entry.lines.iter().any(says_when);
        ((1..tokens.len()).any(says_so) || only_off).then_some(())?;
        let same = |draft: &&Draft| {
            let location = draft.location.as_deref().unwrap_or_default();
            location.split(',').next() == Some(head.as_str())
        };
        let earlier = self.reading.drafts.iter().find(same)?;
        Some(earlier.origin.number)
    }

    /// Refuses an event that was over on the day the source was written: a report of one.
    fn announced(&self, draft: Draft) -> Result<Draft, Box<Reject>> {
        let day = draft.start.as_ref().and_then(Stamp::wall_date);
        match (day, self.reckoning.written) {
            (Some(day), Some(written)) if day < written => {
                let reason =
                    format!("{day} is before {written}, the day it was written: a report?");
                Err(Box::new(draft.rejected(reason)))
            }
            _ => Ok(draft),
        }
    }

    /// The city of an entry in a block of its own below that of a country's heading, and the country that it means where
    /// nothing else is said, if that is another: “Paris” below the block of “Canada”.
    fn of_another_country(&self, entry: &Entry) -> Option<(String, String)> {
        let above = self.country.as_ref().filter(|_| self.country_past_block)?;
        let texts = entry.texts();
        let named = texts.first()?.all.first()?;
        let country = self.places.best_country(named)?;
        (country != *above).then(|| (named.clone(), country))
    }

    pub fn origin(&self, line: &Line) -> Origin {
        Origin {
            source: Arc::clone(self.source),
            unit: "line",
            number: line.number,
        }
    }

    pub fn reject(&mut self, line: &Line, reason: &str) {
        self.taken.insert(line.number);
        let reject = Reject::new(self.origin(line), &line.text, reason);
        self.reading.reject(reject);
    }
}
