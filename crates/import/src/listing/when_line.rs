//! Lines that say when: a date or an hour alone, a date with words, a heading for days.

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
    /// “All protests start at 1.30pm unless stated”: the hour of the day above, and of those below, where an entry has none.
    pub fn for_all(&mut self, line: &Line) {
        // A title and a day directly above are no entry of their own.
        if let Some(pending) = self.pending.take_if(|pending| {
            let own = pending.lines.get(pending.lead..).unwrap_or_default();
            !own.is_empty() && own.iter().all(Line::is_pure_day)
        }) {
            let lead = pending.lines.iter().take(pending.lead);
            self.skipped.extend(lead.map(|line| line.number));
            if let Some(day) = pending.lines.last() {
                self.day_heading(day);
            }
        }
        self.finish();
        self.taken.insert(line.number);
        self.hour_for_all = line.clock();
        for heading in [&mut self.outer, &mut self.inner].into_iter().flatten() {
            if let Heading::Day { clock, .. } = heading {
                *clock = clock.or(line.clock());
            }
        }
    }

    /// A date, an hour, or both, alone on a line. `next` is the line directly below, `following` the next that is not blank.
    pub fn when_alone(&mut self, line: &Line, next: Option<&Line>, following: Option<&Line>) {
        let lacks = |pending: &Entry| {
            let has =
                |wanted: fn(&Line) -> bool| pending.lines.iter().skip(pending.lead).any(wanted);
            !(line.has_clock() && has(Line::has_clock) || line.has_date() && has(Line::has_date))
        };
        // “Sobota 4. novembra o 17:00” over “Bratislava – Námestie”, “Košice – Hlavná”.
        let is_heading = self.heads_list(line, next, following)
            || line.days().is_some()
                && line.has_clock()
                && (self.lead.is_empty() || self.loose)
                && following.is_some_and(|next| {
                    let first_is_city = || {
                        let texts = next.texts().all;
                        texts.len() > 1
                            && texts
                                .first()
                                .is_some_and(|first| self.places.is_city(first, None))
                    };
                    !next.has_clock()
                        && (next.texts().head > 0 && self.begins_with_city(next) || first_is_city())
                });
        // “Fr, 11.12.2026” below “Linz, Hauptplatz”, which has the day and hour of the heading above.
        let has_all = self
            .pending
            .as_ref()
            .is_some_and(|pending| pending.lead == 0 && !pending.lines.iter().any(Line::says_when));
        let heading = self.inner.as_ref().or(self.outer.as_ref());
        let of_hour = matches!(heading, Some(Heading::Day { clock: Some(_), .. }));
        // “Dimanche 6 décembre” below “Lille, Grand-Place, annulé”, an entry of the day above without an hour.
        let goes_on = following.is_some_and(|next| next.is_pure_when() || next.label().is_some());
        let is_next =
            !line.has_clock() && !goes_on && self.day_above().is_some() && self.is_listed();
        if is_heading || line.any_days().is_some() && (has_all && of_hour || is_next) {
            self.finish();
            self.day_heading(line);
            return;
        }
        if line.has_clock() {
            match &mut self.pending {
                Some(pending) if lacks(pending) => pending.lines.push(line.clone()),
                _ => self.entry(line),
            }
            return;
        }
        if let Some(pending) = self
            .pending
            .as_mut()
            .filter(|pending| pending.lines.len() > pending.lead && lacks(pending))
            .filter(|pending| {
                // Behind an hour it belongs to the entry only where each thing has a line of its own.
                let when = pending.lines.iter().skip(pending.lead);
                let block = || pending.lead > 0 && when.clone().all(Line::is_pure_when);
                let headed = when.clone().any(|line| line.texts().head > 0);
                !headed && (block() || !pending.lines.iter().any(Line::has_clock))
            })
            && !self.loose
        {
            pending.lines.push(line.clone());
            return;
        }
        // A title, then its date: when what follows belongs to it as well.
        let own_place = |next: &Line| self.begins_with_city(next);
        let follows = next.is_some_and(|next| {
            !next.is_pure_day() && !own_place(next) && !self.is_place_heading(next, None)
        });
        if !self.lead.is_empty() && self.pending.is_none() && follows && !self.loose {
            let mut lines = std::mem::take(&mut self.lead);
            let lead = lines.len();
            lines.push(line.clone());
            self.pending = Some(Entry { lines, lead });
            return;
        }
        self.finish();
        self.day_heading(line);
    }

    /// Takes the line of the event whose day and hour stand alone directly above: “Wednesday 16 December, 7pm” over “Council
    /// lobby, Sheffield Town Hall – moved from the 9th”.
    pub fn takes_below_when(&mut self, line: &Line, next: Option<&Line>) -> bool {
        let follows = next.is_some_and(|next| self.begins_with_city(next));
        // “(tbc)” behind the square is no hour of its own.
        let has_hour = line.has_clock() && !line.is_open();
        let says_when = has_hour || line.label().is_some();
        let Some(pending) = self.pending.as_mut().filter(|_| !follows && !says_when) else {
            return false;
        };
        // Another day in it makes one entry of two days, which is refused; not one of the heading's day.
        let is_alone = matches!(&pending.lines[..], [only]
            if pending.lead == 0
                && only.is_pure_when()
                && only.has_date()
                && only.spans.len() > 1);
        if is_alone {
            pending.lines.push(line.clone());
        }
        is_alone
    }

    /// Whether the entry in hand is of a list, and says neither when nor, in a label, where.
    fn is_listed(&self) -> bool {
        self.pending.as_ref().is_some_and(|pending| {
            let says = |line: &Line| line.says_when() || line.has_date() || line.label().is_some();
            let first = pending.lines.first();
            pending.lead == 0
                && !pending.lines.iter().any(says)
                && first.is_some_and(|first| self.begins_like_entry(first))
        })
    }

    /// Whether a line begins with a city, whatever follows.
    pub fn begins_like_entry(&self, line: &Line) -> bool {
        let texts = line.texts().all;
        let first = texts.first().map(String::as_str).unwrap_or_default();
        self.begins_with_city(line) || self.places.is_city(first, self.country.as_deref())
    }

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
