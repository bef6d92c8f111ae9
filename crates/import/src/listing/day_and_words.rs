//! Lines with a date and words, without an hour: a heading, an entry, or a title of what follows.

use super::Document;
use super::doubts::unread_hour::may_be_hour;
use super::entry::Entry;
use super::entry::piece::in_parentheses;
use super::headings::aside::Aside;
use super::headings::day_heading::is_day_of_actions;
use super::headings::heading;
use super::line::Line;
use super::line::span::Kind;
use super::places::country;
use super::places::several_cities::parts;
use super::surroundings::Heading;
use crate::cancelled;
use crate::when::days::Days;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

impl Document<'_> {
    /// A line with a date and words, without an hour.
    pub fn day_and_words(&mut self, line: &Line, next: Option<&Line>, following: Option<&Line>) {
        if self.introduces(line, following) {
            self.finish();
            self.day_heading(line);
            return;
        }
        let texts = line.texts();
        // “Hands off our schools — Monday, January 18, 2027 (MLK Day)” over “Atlanta: 10 am”.
        let is_remark = |text: &String| {
            let inside = in_parentheses(text);
            inside.is_some_and(|inside| !self.places.is_city(inside, None))
        };
        let heads = texts.all.len() > 1
            && texts.all.last().is_some_and(is_remark)
            && self.city.is_none()
            && self.pending.is_none()
            && line.has_whole_date()
            && !self.begins_with_city(line)
            && following.is_some_and(|next| {
                next.is_sentence()
                    || next.is_bare()
                    || self.begins_with_city(next) && !next.has_date()
            });
        if heads {
            self.day_heading(line);
            return;
        }
        // “DANMARK lørdag den 5. december” over a city: the country of what follows.
        let of_country = matches!(&texts.all[..], [only] if country(only).is_some())
            && following.is_some_and(|next| self.begins_with_city(next));
        // “Sonntag, 6. Dezember (2. Advent)”.
        let only_remarks = !texts.all.is_empty()
            && texts
                .all
                .iter()
                .all(|text| text.starts_with('(') && text.ends_with(')'));
        if only_remarks && line.days().is_some() && self.day_above().is_some() {
            self.finish();
            self.day_heading(line);
            return;
        }
        // “Week 17–21 May” is not in Wick.
        let is_week = |text: &str| Purpose::Week.phrases().past(&tokens(text), 0).is_some();
        let of_week = texts.all.first().is_some_and(|first| is_week(first));
        if self.begins_with_city(line) && !of_country && !of_week
            || self.city.is_some() && line.days().is_some() && !line.is_pure_day()
        {
            self.entry(line);
            return;
        }
        if self.is_called_off(line) {
            // “V Plzni se akce 14. prosince ruší”: the day stands amid the words that say so.
            let status = line
                .status
                .or_else(|| cancelled::status(&line.texts().all.join(" ")));
            self.entry(&Line {
                status,
                ..line.clone()
            });
            return;
        }
        // “Klimaatmars zondag 12 november 2023” is a title with its day; a date in a sentence is none.
        let over_entries = following.is_some_and(|next| next.has_clock() && !next.has_date());
        let heads = over_entries && is_day_of_actions(line);
        let whole = (line.has_whole_date() || heads) && self.city.is_none();
        if line.days().is_none() && !whole || line.is_sentence() {
            self.words(line, next);
            return;
        }
        let recurs = line
            .spans
            .iter()
            .any(|span| matches!(span.kind, Kind::Every(_)));
        let is_city = |text: &str| {
            // “50667 Köln”.
            let name = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
            self.places.is_city(name, self.country.as_deref()) && !is_week(text)
        };
        // “Milano e Napoli” are two.
        let are_cities = |text: &String| {
            is_city(text) || parts(text).len() > 1 && parts(text).iter().all(|part| is_city(part))
        };
        // “8 de marzo de 2027 – Andalucía” over “Almería: 19:00”: the region of what follows, which has no other day.
        let is_region = |text: &String| !self.places.countries_of_region(text).is_empty();
        let of_region = over_entries
            && self.day_above().is_none()
            && following.is_some_and(|next| self.begins_with_city(next))
            && texts.all.iter().any(is_region);
        let named = texts.all.iter().any(are_cities) && !of_country && !of_region;
        // “Σάβ. 11/11/2023 Αθήνα 12.00 Ομόνοια”: an entry whose hour is not certain is no heading.
        let numbered = |text: &&String| text.contains(char::is_numeric);
        let mut numbers = texts.all.iter().filter(numbered);
        let hour = numbers.any(|text| may_be_hour(text));
        // “Vigils – every Friday from 8 to 29 January” over “Leeds, 5 pm”.
        let heads = recurs
            && !named
            && matches!(line.days(), Some(Days::Through(..)))
            && following.is_some_and(|next| self.begins_with_city(next));
        if heads {
            self.finish();
            self.day_heading(line);
            return;
        }
        if recurs || named || hour {
            self.entry(line);
            return;
        }
        // “Protest 12 listopada w Krakowie” among entries is one of them.
        if self.pending.is_some() && heading::says_in(line) {
            self.entry(line);
            return;
        }
        let below_entry = self.pending.is_some();
        self.finish();
        // A title of several days heads no entries itself; it says which days are meant by names below.
        if let Some(days @ Days::Through(..)) = line.days() {
            self.several = Some(days.clone());
        }
        let belongs = next.is_some_and(|next| {
            (next.label().is_some() || next.is_pure_when())
                && next.has_clock() | next.label().is_some()
        });
        match belongs && !self.loose {
            true => {
                self.pending = Some(Entry {
                    lines: vec![line.clone()],
                    lead: 0,
                });
            }
            false => {
                let below = following.filter(|_| next.is_none());
                self.dated_words(line, below, below_entry);
            }
        }
    }

    /// Words and a day that are no entry: a heading, or an aside.
    /// `below` is the next line, where blank ones are between.
    fn dated_words(&mut self, line: &Line, below: Option<&Line>, below_entry: bool) {
        // “25 Kasım 2027 Perşembe – Kadına yönelik şiddete karşı” over “Ankara, 18.30”: an entry without an hour would be on
        // the same day.
        let heads = self.reading.drafts.is_empty()
            && self.day_above().is_none()
            && below.is_some_and(|next| {
                self.begins_with_city(next) && next.has_clock() && !next.has_date()
            });
        let tells = self.tells_of_city(line);
        if tells && heads {
            self.reading.notes.push(format!(
                "line {}: “{}” is taken for the heading of what follows: if it is an event of its own, write its hour",
                line.number, line.text
            ));
        } else if tells {
            let reason = format!(
                "“{}” may be an entry whose hour is not read, or a heading: write its hour as 17:00, or the day alone on its line",
                line.text
            );
            self.set_day(line, Heading::Unread(reason.clone()));
            self.unused = None;
            self.reject(line, &reason);
            return;
        }
        match self.aside(line) {
            Aside::Heading => self.day_heading(line),
            Aside::Remark => {
                self.skipped.insert(line.number);
                if below_entry {
                    self.reading.notes.push(format!(
                        "line {}, “{}”, names another day than the entry above: if it moves that, write its day there",
                        line.number, line.text
                    ));
                }
            }
            Aside::Unclear(reason) => self.set_day(line, Heading::Unread(reason)),
        }
    }
}
