//! Lines that say nothing but when: a date or an hour alone, and an hour that holds for all.

use super::Document;
use super::entry::Entry;
use super::line::Line;
use super::surroundings::Heading;

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

    /// “10.30 am” over several entries: their hour, up to the next such line.
    pub fn hour_heading(&mut self, line: &Line) {
        self.finish();
        self.taken.insert(line.number);
        self.hour_for_all = line.clock();
        for heading in [&mut self.outer, &mut self.inner].into_iter().flatten() {
            if let Heading::Day { clock, .. } = heading {
                *clock = line.clock();
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
        // “All actions: / Thursday 14 June” over “– Northside: Leeds · 18:30 · Town Hall”.
        let is_listed = |next: &Line| {
            let begins = next.bullet || next.texts().head > 0;
            begins && next.has_clock() && !next.is_pure_when()
        };
        let follows = next.is_some_and(|next| {
            !next.is_pure_day()
                && !own_place(next)
                && !is_listed(next)
                && !self.hour_headings.contains(&next.number)
                && !self.is_place_heading(next, None)
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
}
