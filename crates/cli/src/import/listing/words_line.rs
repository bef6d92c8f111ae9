//! Lines of words: a heading, a part of the entry above or below, or text without an event.

use super::Document;
use super::entry::Entry;
use super::heading;
use super::line::Line;
use super::place_line::country_behind;
use super::span::{Kind, Sign};
use super::surroundings::Heading;
use super::unread_hour::may_be_hour;
use crate::import::cancelled;
use crate::import::when::days::Days;
use chrono::{Datelike as _, NaiveDate};
use event_file::event::Status;

impl Document<'_> {
    /// A line of words.
    pub(super) fn words(&mut self, line: &Line, next: Option<&Line>) {
        if let Some(reason) = heading::unread(line).or_else(|| heading::relative(line)) {
            self.finish();
            self.set_day(line, Heading::Unread(reason));
            return;
        }
        if let Some(month) = heading::month_and_year(line) {
            self.month = Some(month);
            self.taken.insert(line.number);
        }
        if let Some((weekday, number)) = heading::weekday(line) {
            self.finish();
            let day = heading::day_of(
                weekday,
                number,
                self.several.as_ref(),
                self.month.or_else(|| self.month_above()),
                &self.reckoning,
            );
            // “Sonntag” below “Samstag, 5. Dezember”.
            let day = day.or_else(|| {
                let above = self.day_above().filter(|_| number.is_none())?;
                let next = above.iter_days().skip(1).take(6);
                Some(heading::on(
                    next.into_iter().find(|day| day.weekday() == weekday)?,
                ))
            });
            let heading = match day {
                Some(days) => self.plain_day(days, line),
                None => Heading::Unread(format!(
                    "the heading above, “{}”, has a day of the week and no month",
                    line.text
                )),
            };
            self.set_day(line, heading);
            return;
        }
        if let (Some(number), Some((year, month))) = (
            heading::numbered(line),
            self.month.or_else(|| self.month_above()),
        ) && let Some(day) = NaiveDate::from_ymd_opt(year, month, number)
        {
            self.finish();
            let heading = self.plain_day(heading::on(day), line);
            self.set_day(line, heading);
            return;
        }
        if let Some(status) = self.heads_with_status(line, next) {
            self.finish();
            self.taken.insert(line.number);
            self.status_below = Some(status);
            return;
        }
        if self.closes_paragraph(line, next) {
            if let Some(pending) = &mut self.pending {
                pending.lines.push(line.clone());
            }
            return;
        }
        if let Some(called_off) = self.called_off(line) {
            self.entry(&called_off);
            return;
        }
        let is_entry = self.begins_with_place(line)
            || self.is_in_list(line)
            || self.has_odd_hour(line)
            || self.is_row(line)
            || self.begins_list(line, next);
        // “Sheffield is cancelled” below the entry of another city.
        if let Some(city) = self.another_city(line).filter(|_| !is_entry) {
            let reason =
                format!("it says of “{city}” what changed: apply it to the entry that it means");
            self.finish();
            self.reject(line, &reason);
            return;
        }
        if cancelled::status(&line.text).is_some() && line.texts().head == 0 && !is_entry {
            match (&mut self.pending, self.city.is_some()) {
                (Some(pending), _) => {
                    pending.lines.push(line.clone());
                    return;
                }
                (None, true) => {
                    self.entry(line);
                    return;
                }
                _ => {}
            }
        }
        if self.is_place_heading(line, next) {
            self.place_heading(line, next);
            self.city_is_block = self.city.is_some() && next.is_some() && !self.loose;
            return;
        }
        // “Paris et Île-de-France” among headings of regions is none of those above.
        if self.region.is_some() && self.is_other_heading(line, next) {
            self.finish();
            self.region = None;
        }
        // A city and what is there, under the day of a heading: “القاهرة: شارع النصر”.
        if is_entry {
            self.entry(line);
            return;
        }
        let complete = |pending: &Entry| pending.lines.iter().any(Line::says_when);
        // What the entry in hand does not have yet is its own.
        let lacking = |next: &Line| {
            let has = |wanted: fn(&Line) -> bool| {
                let pending = self.pending.as_ref();
                pending.is_some_and(|pending| pending.lines.iter().skip(pending.lead).any(wanted))
            };
            next.is_pure_when()
                && !(next.has_clock() && has(Line::has_clock))
                && !(next.has_date() && has(Line::has_date))
        };
        let starts_next = next
            .is_some_and(|next| next.says_when() && !self.begins_with_city(next) && !lacking(next));
        let open = self.pending.as_ref().is_some_and(|pending| {
            let lines = pending.lines.len() - pending.lead;
            complete(pending) && !(starts_next && (lines > 1 || pending.lead > 0)) && lines < 12
        });
        let headed = line.texts().head > 0;
        let inside = open
            && !line.bullet
            && !self.list
            && !headed
            && (!self.loose
                || self
                    .pending
                    .as_ref()
                    .is_some_and(|pending| pending.lead > 0 && !starts_next));
        match &mut self.pending {
            Some(pending) if inside => pending.lines.push(line.clone()),
            Some(pending) if !complete(pending) && !line.bullet && !headed => {
                pending.lines.push(line.clone())
            }
            _ => {
                if line.bullet || self.pending.is_some() {
                    self.finish();
                }
                self.lead(line);
            }
        }
    }

    /// “Taunton, outside Market House” below “Truro, Lemon Quay, 5.30pm”: an entry like the one above, without an hour.
    pub(super) fn is_in_list(&self, line: &Line) -> bool {
        let country = self.country.as_deref();
        let begins = |line: &Line| match &line.spans[..] {
            [first, second, ..] => {
                matches!((&first.kind, second.before), (Kind::Text(city), Sign::Comma) if self.places.is_city(city, country))
            }
            _ => false,
        };
        let like = |line: &Line| begins(line) || self.begins_with_city(line);
        let above = self.pending.as_ref().is_some_and(|pending| {
            pending.lead == 0 && pending.lines.len() == 1 && pending.lines.iter().all(like)
        });
        let hour = |heading: &Option<Heading>| {
            matches!(heading, Some(Heading::Day { clock: Some(_), .. }))
        };
        let dated = self.outer.is_some() || self.inner.is_some();
        let in_list = above || hour(&self.outer) || hour(&self.inner);
        dated && in_list && begins(line) && !country_behind(line)
    }

    /// “Köln, 5 vor 12, Domplatte”: an entry whose hour may be one that is not read.
    fn has_odd_hour(&self, line: &Line) -> bool {
        let texts = line.texts().all;
        let country = self.country.as_deref();
        let dated = self.outer.is_some() || self.inner.is_some();
        let is_city = texts
            .first()
            .is_some_and(|first| self.places.is_city(first, country));
        dated && is_city && texts[1..].iter().any(|text| may_be_hour(text))
    }

    /// “Київ, Майдан” directly below a date, over “Львів, Ринок: 18:00”: the first entry of a list, without an hour.
    fn begins_list(&self, line: &Line, next: Option<&Line>) -> bool {
        let country = self.country.as_deref();
        let is_city = |text: &str| self.places.is_city(text, country);
        let [city, place, ..] = &line.texts().all[..] else {
            return false;
        };
        let parted = line
            .spans
            .get(1)
            .is_some_and(|span| span.before == Sign::Comma);
        let dated = self.outer.is_some() || self.inner.is_some();
        let bare = !line.is_sentence() && !line.text.trim_end().ends_with(['!', '?', ':']);
        let alone = self.pending.is_none() && self.lead.is_empty() && self.city.is_none();
        let over = next.is_some_and(|next| {
            let first = next.texts().all.first().is_some_and(|first| is_city(first));
            first && (self.begins_with_city(next) || next.texts().all.len() > 1)
        });
        dated
            && alone
            && parted
            && bare
            && over
            && is_city(city)
            && !is_city(place)
            && !country_behind(line)
    }

    /// “花蓮 | 取消” below “台南 | 10:30 | 公園”: a row of the same table, whatever its first column says.
    fn is_row(&self, line: &Line) -> bool {
        let dated = self.outer.is_some() || self.inner.is_some();
        let above = self.pending.as_ref().is_some_and(|pending| {
            pending.lead == 0
                && pending
                    .lines
                    .iter()
                    .all(|line| line.first_column().is_some())
        });
        dated && above && line.first_column().is_some()
    }

    /// Whether a line of words stands where headings do: below a blank line, and over an entry that begins with a city.
    fn is_other_heading(&self, line: &Line, next: Option<&Line>) -> bool {
        let words = line.text.split_whitespace().count();
        self.pending.is_none()
            && line.is_bare()
            && !line.bullet
            && words <= 6
            && !line.is_sentence()
            && next.is_some_and(|next| self.begins_with_city(next))
    }

    /// A heading that says its day and nothing more.
    fn plain_day(&self, days: Days, line: &Line) -> Heading {
        Heading::Day {
            days,
            clock: self.hour_for_all,
            loosely: None,
            every: None,
            status: None,
            line: line.text.clone(),
        }
    }

    /// “CANCELLED:” over entries: their status, up to the next blank line or heading.
    fn heads_with_status(&self, line: &Line, next: Option<&Line>) -> Option<Status> {
        const MOST_WORDS: usize = 4;
        let text = line.text.trim_end().strip_suffix([':', '：'])?;
        let entry = next.is_some_and(|next| self.begins_with_city(next) || next.has_clock());
        let short = text.split_whitespace().count() <= MOST_WORDS;
        let status = cancelled::status(text).filter(|_| entry && short)?;
        let named = line
            .texts()
            .all
            .iter()
            .any(|text| self.places.is_city(text, None));
        (!named).then_some(status)
    }

    /// The day of the heading above.
    pub(super) fn day_above(&self) -> Option<NaiveDate> {
        match self.inner.as_ref().or(self.outer.as_ref())? {
            Heading::Day {
                days: Days::One(written),
                line,
                ..
            } => self.reckoning.day(&self.months.read(written), line).ok(),
            _ => None,
        }
    }

    /// The year and month of the day above: “DOMINGO 18” below “Sábado 17 de abril de 2027”.
    fn month_above(&self) -> Option<(i32, u32)> {
        let Some(Heading::Day {
            days: Days::One(written),
            line,
            ..
        }) = &self.outer
        else {
            return None;
        };
        let day = self.reckoning.day(&self.months.read(written), line).ok()?;
        Some((day.year(), day.month()))
    }

    /// The city that a remark on whether something takes place begins with, if the entry above is not there.
    fn another_city<'l>(&self, line: &'l Line) -> Option<&'l str> {
        const MOST_WORDS: usize = 3;
        let above = self.pending.as_ref()?.text();
        let changed =
            cancelled::status(&line.text).is_some() || cancelled::moved(&line.text).is_some();
        (changed && line.texts().head == 0 && line.first_column().is_none()).then_some(())?;
        let country = self.country.as_deref();
        let gaps = line.text.match_indices(' ').map(|(gap, _)| gap);
        let is_plain = |name: &&str| {
            name.chars()
                .all(|sign| sign.is_alphabetic() || " -'’.".contains(sign))
        };
        let names = gaps
            .take(MOST_WORDS)
            .map(|gap| &line.text[..gap])
            .filter(is_plain);
        let city = names
            .filter(|name| self.places.is_city(name, country))
            .last()?;
        (!above.contains(city)).then_some(city)
    }

    /// A line that is nothing but a city and a status, cut as an entry: “Athens | CANCELLED”, “Sassari annullata”, “渋谷　中止”.
    fn called_off(&self, line: &Line) -> Option<Line> {
        let dated = self.outer.is_some() || self.inner.is_some();
        if !dated || !line.is_bare() || line.texts().head > 0 {
            return None;
        }
        let country = self.country.as_deref();
        let is_one = |city: &str, remark: &str| {
            cancelled::begins(remark).is_some() && self.places.is_city(city, country)
        };
        let texts = line.texts().all;
        let (city, remark) = match &texts[..] {
            [city, remark] => (city.as_str(), remark.as_str()),
            [one] => one
                .char_indices()
                .filter(|(_, letter)| letter.is_whitespace())
                .map(|(gap, _)| (one[..gap].trim(), one[gap..].trim()))
                .find(|(city, remark)| is_one(city, remark))?,
            _ => return None,
        };
        is_one(city, remark).then(|| Line::new(line.number, &format!("{city}: {remark}")))
    }

    /// Whether a line of words is the last one of a paragraph whose entry says when, and not where: “Chicago, IL”.
    pub(super) fn closes_paragraph(&self, line: &Line, next: Option<&Line>) -> bool {
        let block = self.pending.as_ref().is_some_and(|pending| {
            let own = pending
                .lines
                .iter()
                .skip(pending.lead)
                .all(|line| line.texts().head == 0);
            own && pending.lead > 0 && pending.lines.iter().any(Line::says_when)
        });
        block && next.is_none() && !self.loose && !line.bullet && self.city.is_none()
    }
}
