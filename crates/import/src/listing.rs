//! The text of a listing, as people put it on their pages and into mails: headings for days, countries and cities, a line
//! or a few for each event.
//!
//! A line is cut into spans (`spans`), lines are read as headings, entries, labels or prose (here), the lines of an entry
//! make its events (`entry`, `location`). Every line ends in an event, is a heading, is prose that is reported as skipped,
//! or is rejected with the reason.

mod all_off;
mod calendar_lines;
mod corrections;
mod day_and_words;
mod days;
mod district_numbers;
mod document;
mod doubts;
mod entry;
mod facts;
mod fields;
mod finish;
mod head;
mod headings;
mod labelled_rows;
mod line;
mod name_of_all;
mod numbering;
mod only_day;
mod other_city;
mod places;
mod questions;
mod said_of_all;
mod shifted_cities;
mod skipped;
mod surroundings;
mod titles_above;
mod unmarked_cities;
mod usual_order;
mod when_line;
mod without_hour;
mod words_line;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use self::days::months::Months;
use self::district_numbers::without_districts;
use self::document::Document;
use self::entry::Entry;
use self::facts::Facts;
use self::fields::take_fields;
use self::headings::dotted_days::with_dates;
use self::headings::week_lines::with_days_apart;
pub use self::labelled_rows::labelled;
use self::labelled_rows::{borrowed, with_colons};
use self::line::Line;
pub use self::name_of_all::name_above;
use self::numbering::without_numbers;
use self::places::Places;
use self::shifted_cities::with_cities_apart;
use self::surroundings::Heading;
use self::unmarked_cities::with_commas;
use super::draft::Reading;
use super::options::Options;
use super::table::columns::are_headings;
use super::when::days::Days;

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 5000;

/// The most lines that stand before the one that says when.
const MOST_LEAD: usize = 4;

/// Reads a listing.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    read_lines((1..).zip(text.lines()), source, options)
}

/// Reads the lines of a listing, each with its number in the source.
pub fn read_lines<'a>(
    lines: impl Iterator<Item = (u64, &'a str)>,
    source: &Arc<str>,
    options: &Options,
) -> Reading {
    let places = Places::new();
    let lines: Vec<(u64, &str)> = lines.collect();
    let lines = with_colons(&lines);
    let lines = borrowed(&lines);
    let is_city = |text: &str| places.is_city(text, None);
    let of_city = |line: Line| match (line.before_dotted(), line.before_wide()) {
        (Some(before), _) if is_city(before) || line.has_day_and_dotted() => line.with_dotted(),
        _ if line.ends_dotted()
            && line
                .head()
                .is_some_and(|(head, _)| head.iter().any(|part| is_city(part))) =>
        {
            line.with_dotted()
        }
        (_, Some(first)) if is_city(first) => line.with_columns(),
        _ => line,
    };
    let lines = without_districts(without_numbers(&lines));
    let lines = with_dates(with_days_apart(lines, &places));
    let lines = with_commas(with_cities_apart(lines, &places), &places);
    let mut lines: Vec<Option<Line>> = lines
        .iter()
        .flat_map(|(number, line)| match line.trim().is_empty() {
            true => vec![None],
            false => {
                let line = Line::short(*number, line, LONGEST).without_intro(is_city);
                let entries = of_city(line).entries(is_city).into_iter();
                let entries = entries.map(|line| places::in_words::without_in(line, is_city));
                entries.map(Some).collect()
            }
        })
        .collect();
    take_fields(&mut lines);
    let order = options
        .order
        .or_else(|| usual_order::usual_order(lines.iter().flatten()));
    let (posted, of_page) = headings::posted::take(&mut lines, order);
    let mut of_letter = None;
    let mut of_dateline = None;
    if let Some((at, behind)) = headings::dateline::dateline(&lines, &places) {
        let line = lines[at].take();
        of_dateline = line.as_ref().and_then(headings::dateline::whole_day);
        lines[at] = line
            .as_ref()
            .zip(behind)
            .map(|(line, text)| Line::new(line.number, &text));
        of_letter = line.filter(|_| lines[at].is_none());
    }
    let written =
        headings::dateline::minutes_of(&lines).or_else(|| headings::dateline::written_on(&lines));
    let dateline = written.and_then(|(at, _)| lines[at].take());
    let of_letters = written.map(|(_, day)| day).or(of_dateline).or(posted);
    let options = &options.written_on(options.written.or(of_letters));
    let facts = Facts::of(&lines, options);
    let mut document = Document {
        reading: Reading::default(),
        source,
        places: &places,
        reckoning: facts.reckoning,
        months: Months::of(&lines),
        hours: facts.hours,
        explain: options.explain,
        loose: facts.loose,
        capitals: facts.capitals(&lines, &places),
        regions_of: facts.regions(&lines, &places),
        region_of_all: facts.region_of_all(&lines, &places),
        only_day: facts.only_day.clone().map(|(days, line)| Heading::Day {
            days,
            clock: None,
            loosely: None,
            every: None,
            status: None,
            line,
        }),
        outer: None,
        inner: None,
        several: None,
        unused: None,
        headed: HashSet::new(),
        titles: headings::titles::titles(&lines, &places),
        list_days: headings::titles::days_of_lists(&lines, &places),
        excepted: days::excepted::excepted(&lines),
        hour_headings: headings::hour_headings::lines_of(&lines, &places),
        calendar: calendar_lines::lines_of(&lines),
        days_without_month: headings::unnamed_month::headings(&lines, &places),
        hour_for_all: None,
        status_below: None,
        named_by_day: BTreeMap::new(),
        month: None,
        city: None,
        city_took_outer: false,
        city_is_block: false,
        list: false,
        country: None,
        region: None,
        country_is_inner: false,
        country_is_block: false,
        country_past_block: false,
        said_of_all: Vec::new(),
        lead: Vec::new(),
        pending: None,
        taken: BTreeSet::new(),
        is_signed: false,
        skipped: BTreeSet::new(),
    };
    let lines = questions::as_cities(lines, &places);
    for (at, line) in lines.iter().enumerate() {
        match line {
            None => document.blank(),
            Some(line) if line.text.len() > LONGEST => {
                document.finish();
                document.reject(line, "longer than any line of a listing");
            }
            Some(line) => {
                let next = lines[at + 1..].iter().flatten().next();
                let adjacent = facts.loose || lines.get(at + 1).is_some_and(Option::is_some);
                document.line(line, next, adjacent);
            }
        }
    }
    document.finish();
    if let Some(line) = of_letter {
        document.reject(
            &line,
            "the place and day of a letter, or an event without an hour: if it is one, write its hour or its title",
        );
    }
    document.skipped.extend(dateline.map(|line| line.number));
    for line in of_page {
        match line.has_clock() {
            true => document.reject(
                &line,
                "when the page was posted, as it seems: no entry; if it is an event, write its city beside its hour",
            ),
            false => {
                document.skipped.insert(line.number);
            }
        }
    }
    document.report_unused();
    document.settle_all_off();
    document.title_by_line_above(&lines);
    document.name_all(lines.iter().flatten(), options.subject.as_deref());
    document.remember_head(&lines, options.subject.as_deref());
    document.report_without_hour();
    document.report_other_cities();
    document.report_skipped(lines.iter().flatten());
    document.reading.notes.extend(facts.of_dates);
    let lacks_year = lines.iter().flatten().any(Line::has_date_without_year);
    if let (None, Some(written), true) = (options.year, options.written, lacks_year) {
        document.reading.notes.push(format!(
            "dates without a year are taken for those that follow {written}, the day it was written; --year says another"
        ));
    }
    document.reading
}

impl Document<'_> {
    fn blank(&mut self) {
        self.is_signed = false;
        if self.loose {
            return;
        }
        self.finish();
        self.list = false;
        self.status_below = None;
        self.country_past_block = self.country_is_block;
        // A city directly over its entries heads no more than these.
        if self.city_is_block {
            self.city = None;
            self.inner = None;
            self.city_is_block = false;
        }
    }

    fn line(&mut self, line: &Line, next: Option<&Line>, adjacent: bool) {
        let is_contact = || line.label().is_none() && line.is_contact();
        let says_nothing = line.spans.is_empty()
            && line.links.is_empty()
            && headings::heading::weekday(line).is_none()
            && headings::relative_day::relative_day(line).is_none();
        if line.is_of_page() && line.has_clock() {
            self.finish();
            self.reject(
                line,
                "hours of an office, or who has the rights in the page: no entry",
            );
            return;
        }
        let in_block = self
            .pending
            .as_ref()
            .is_some_and(|pending| pending.lead > 0 || pending.lines.len() > 1);
        if line.is_deadline() && !in_block {
            self.finish();
            self.reject(line, "up to when people register or reply: no entry");
            return;
        }
        if says_nothing
            || are_headings(&line.text)
            || line.is_of_page()
            || line.is_salutation() && !self.begins_with_city(line)
            || line.is_published()
            || is_contact() && !self.begins_with_city(line)
        {
            self.skipped.insert(line.number);
            return;
        }
        self.is_signed = !line.says_when() && (self.is_signed || line.is_sign_off());
        if self.is_signed {
            self.finish();
            self.skipped.insert(line.number);
            return;
        }
        let following = next;
        let next = next.filter(|_| adjacent);
        if self.takes_below_when(line, next)
            || self.takes_undated(line, following)
            || self.takes_exception(line)
            || self.takes_all_off(line)
        {
            return;
        }
        // “Agenda – Semana del 7 al 13 de diciembre” over “Lunes 7”.
        if let (Some(days @ Days::Through(..)), None) = (line.any_days(), &self.pending)
            && !line.has_clock()
            && !line.is_sentence()
        {
            self.several = Some(days.clone());
        }
        if self.hour_headings.contains(&line.number) {
            self.hour_heading(line);
        } else if self.calendar.contains(&line.number) {
            self.finish();
            self.skipped
                .extend(self.lead.drain(..).map(|line| line.number));
            self.pending = Some(Entry {
                lines: vec![line.clone()],
                lead: 0,
            });
        } else if self.list_days.contains(&line.number) {
            self.finish();
            self.skipped
                .extend(self.lead.drain(..).map(|line| line.number));
            self.day_heading(line);
        } else if self.days_without_month.contains(&line.number) && !line.has_clock() {
            self.day_without_month(line);
        } else if line.is_link() {
            match &mut self.pending {
                Some(pending) => pending.lines.push(line.clone()),
                None => self.lead(line),
            }
        } else if line.label().is_some() {
            self.labelled(line);
        } else if line.holds_for_all() && !line.has_date() && !self.begins_with_city(line)
            || self.introduces_hour(line, following)
        {
            self.for_all(line);
        } else if line.is_pure_when() {
            self.when_alone(line, next, following);
        } else if self.is_title_of(line, next) || self.titles.contains(&line.number) {
            self.finish();
            self.lead(line);
        } else if line.has_whole_date() && line.holds_for_all() {
            // “Stop the Bill – Tuesday 8 December 2026, 6pm unless stated”.
            self.finish();
            self.day_heading(line);
        } else if line.has_clock() && self.heads_list(line, next, following)
            || self.introduces_with_hour(line, following)
        {
            self.finish();
            self.day_heading(line);
        } else if line.has_clock() {
            self.entry(line);
        } else if line.has_date() || line.says_when() {
            self.day_and_words(line, next, following);
        } else {
            self.words(line, next);
        }
    }
}

#[cfg(test)]
mod tests;
