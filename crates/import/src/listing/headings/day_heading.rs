//! Headings that say a day: which lines are one, and what it means for the lines below.

use super::super::Document;
use super::super::days::excepted::reason;
use super::super::doubts::nothing::is_of_nothing;
use super::super::line::Line;
use super::super::line::span::{Kind, Span};
use super::super::places::country;
use super::super::places::in_words;
use super::super::surroundings::Heading;
use crate::actions::is_action;
use crate::cancelled;
use crate::when::days::Days;
use crate::when::streets;
use event_file::event::Status;

/// The status that a heading states apart from its other words.
fn stated(line: &Line) -> Option<Status> {
    let texts = line.texts().all;
    let stated = texts.iter().find_map(|text| cancelled::begins(text));
    line.status.or(stated)
}

/// “Митинги 11 декабря”: what people do and the day, and nothing more.
pub fn is_day_of_actions(line: &Line) -> bool {
    const MOST_WORDS: usize = 3;
    let ends = line
        .spans
        .last()
        .is_some_and(|last| matches!(last.kind, Kind::Days { .. }));
    match &line.texts().all[..] {
        [words] => ends && is_action(words) && words.split_whitespace().count() <= MOST_WORDS,
        _ => false,
    }
}

impl Document<'_> {
    pub fn day_heading(&mut self, line: &Line) {
        let Some(days) = line.days().or_else(|| line.any_days()) else {
            // “Every Monday” alone.
            self.lead(line);
            return;
        };
        let week = self.week_of(line, days);
        let days = week.as_ref().unwrap_or(days);
        if let Days::Through(..) | Days::Each(_) = days {
            self.several = Some(days.clone());
        }
        if let Some(exception) = self.excepted.get(&line.number) {
            let reason = reason(exception);
            self.set_day(line, Heading::Unread(reason));
            return;
        }
        if is_of_nothing(line) {
            let reason = format!(
                "the heading above, “{}”, says that there is nothing on its day: write the day of what follows above it",
                line.text
            );
            self.set_day(line, Heading::Unread(reason));
            return;
        }
        // “Saturday 20 March 2027, POSTPONED to 27 March”.
        let named = line.spans.iter().filter_map(|span| match &span.kind {
            Kind::Days { days, .. } => Some(days),
            _ => None,
        });
        if named.clone().any(|other| other != days) && cancelled::moved(&line.text).is_some() {
            let reason = format!(
                "the heading above, “{}”, moves its day: write only the day that holds now",
                line.text
            );
            self.set_day(line, Heading::Unread(reason));
            return;
        }
        let heading = Heading::Day {
            days: days.clone(),
            clock: line.clock().or(self.hour_for_all),
            loosely: line.loosely().map(str::to_owned),
            every: line.every(),
            status: stated(line),
            line: line.text.clone(),
        };
        self.set_day(line, heading);
        self.remember_heading(line);
        // “NORGE lørdag 5. desember”.
        if let [only] = &line.texts().all[..]
            && let Some(code) = country(only)
        {
            self.country = Some(code);
            self.country_is_inner = true;
            self.region = None;
        }
    }

    pub fn set_day(&mut self, line: &Line, heading: Heading) {
        self.status_below = None;
        self.report_unused();
        self.taken.insert(line.number);
        // “So 17.1. n.n. Bregenz” may be an entry without an hour.
        self.unused = (!line.is_pure_day()).then(|| line.clone());
        let of_city = self.city.is_some() && !self.city_took_outer;
        if of_city {
            self.inner = Some(heading);
            return;
        }
        self.outer = Some(heading);
        self.inner = None;
        self.city = None;
        if self.country_is_inner {
            self.country = None;
            self.region = None;
        }
    }

    /// Says of a heading whose day no entry took that it is no event; one with an hour may be one.
    pub fn report_unused(&mut self) {
        match self.unused.take() {
            Some(line) if line.has_clock() => {
                self.reject(
                    &line,
                    "a day and an hour, and no entry below is at that time: write where it is",
                );
            }
            Some(line) => {
                self.taken.remove(&line.number);
            }
            None => {}
        }
    }

    /// “Day of action – Saturday 20 March 2027, 12 noon” over a blank line and “Bristol – College Green”: a line that ends
    /// with its day and hour and names no city, for what follows.
    pub fn heads_list(&self, line: &Line, next: Option<&Line>, following: Option<&Line>) -> bool {
        let texts = line.texts();
        let country = self.country.as_deref();
        let named = || {
            let mut texts = texts.all.iter();
            texts.any(|text| self.places.is_city(text, country) || streets::is_called(text))
        };
        let below = following.filter(|_| next.is_none());
        let ends = line.spans.last().is_some_and(|span| {
            matches!(span.kind, Kind::Days { .. } | Kind::Clock(_) | Kind::End(_))
        });
        // “Tuesday 2 March 2027 from 6 pm, in all weathers”.
        let begins = matches!(
            line.spans.first(),
            Some(Span {
                kind: Kind::Days { .. },
                ..
            })
        );
        line.has_whole_date()
            && (ends || begins && line.has_clock() && texts.all.len() == 1)
            && texts.head < 2
            && self.city.is_none()
            && below.is_some_and(|below| {
                !below.has_date() && self.begins_with_city(below) && below.texts().all.len() > 1
            })
            && !named()
            && line.label().is_none()
    }

    /// “Gente, segue lista dos atos (segunda-feira, 8/3/2027):” over “Natal: 15h”: words to the reader with a colon behind
    /// the day, however the first of them is called; a city and its day alone are none.
    pub fn introduces(&self, line: &Line, following: Option<&Line>) -> bool {
        let country = self.country.as_deref();
        let texts = line.texts().all;
        let is_stage = |span: &Span| matches!(span.kind, Kind::Stage(_));
        let words = texts.iter().any(|text| !self.places.is_city(text, country))
            || line.spans.iter().any(is_stage);
        let colon = line.text.trim_end().ends_with([':', '：']);
        let lists = following.is_some_and(|next| self.begins_with_city(next) && next.has_clock());
        colon && words && !texts.is_empty() && line.has_whole_date() && lists
    }

    /// “Voltamos às ruas a 23 de janeiro (sábado), às 15h, em várias cidades:” over “Lisboa – Alameda”: the same with an hour, which
    /// holds for all; so does a sentence over entries without hours.
    pub fn introduces_with_hour(&self, line: &Line, following: Option<&Line>) -> bool {
        let colon = line.text.trim_end().ends_with([':', '：']);
        let lists = following.is_some_and(|next| self.begins_with_city(next) && !next.has_date());
        // “Wir treffen uns am 23. Januar 2027 um 15 Uhr auf den Plätzen.” over “Bonn – Markt”.
        let says_no_hour = following.is_some_and(|next| !next.has_clock());
        let tells =
            line.is_sentence() && line.has_whole_date() && says_no_hour && !line.names_street();
        (colon || tells)
            && lists
            && line.has_clock()
            && line.has_date()
            && line.label().is_none()
            && !self.names_any_city(line)
    }

    /// “Ne vedem în stradă, de la ora 16:00, în toate orașele de mai jos:” below the day and over “Cluj-Napoca – Piața Unirii”: the
    /// hour of the entries that have none.
    pub fn introduces_hour(&self, line: &Line, following: Option<&Line>) -> bool {
        let lists = following.is_some_and(|next| {
            self.begins_with_city(next) && !next.has_date() && !next.has_clock()
        });
        let tells = line.text.trim_end().ends_with([':', '：']) || line.is_sentence();
        let one = line
            .spans
            .iter()
            .filter(|span| matches!(span.kind, Kind::Clock(_)));
        lists
            && tells
            && one.count() == 1
            && !line.has_date()
            && line.label().is_none()
            && !line.names_street()
            && self.day_above().is_some()
            && !self.names_any_city(line)
    }

    /// Whether a line has the name of a city, as a part or among its words.
    fn names_any_city(&self, line: &Line) -> bool {
        let is_city = |name: &str| self.places.is_city(name, self.country.as_deref());
        let texts = line.texts().all;
        texts.iter().any(|text| is_city(text))
            || !in_words::cities(texts.iter().map(String::as_str), &is_city).is_empty()
    }
}
