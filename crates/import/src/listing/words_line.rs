//! Lines of words: a heading, a part of the entry above or below, or text without an event.

use super::Document;
use super::entry::Entry;
use super::entry::row::noon_apart;
use super::line::Line;
use super::line::words::Label;
use super::places::city_before::is_east_asian;
use crate::cancelled;
use event_file::event::Status;

impl Document<'_> {
    /// A line of words.
    pub fn words(&mut self, line: &Line, next: Option<&Line>) {
        if self.heads_day(line) {
            return;
        }
        // “* abgesagt” below a list: of the entry with the same mark.
        let numbered = line
            .text
            .strip_prefix('(')
            .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
        if (line.bullet || numbered || line.text.starts_with(['¹', '²', '†']))
            && cancelled::status_alone(&line.text).is_some()
            && line.texts().all.len() == 1
            && !heads_block(line, next)
        {
            self.finish();
            self.reject(
                line,
                "a footnote, or a status without an entry: write it behind the entry that it means",
            );
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
            // The hour in the line below is that of the next entry.
            if next.is_some_and(|next| next.has_clock() && !next.is_pure_when()) {
                self.finish();
            }
            return;
        }
        if let Some((city, rest)) = self.city_like_above(line) {
            match noon_apart(rest) {
                Some((noon, place)) => {
                    self.entry(&Line::new(line.number, &format!("{city}, {noon}, {place}")));
                }
                None => {
                    let reason = format!(
                        "it begins with “{city}”, like the entry above, and no hour is read in it"
                    );
                    self.finish();
                    self.reject(line, &reason);
                }
            }
            return;
        }
        if let Some(words) = self.hour_before_city(line, next) {
            let reason =
                format!("“{words}” may be its hour: write it as 17:00, or behind the city");
            self.finish();
            self.reject(line, &reason);
            return;
        }
        let is_entry = self.begins_with_place(line)
            || self.is_in_list(line)
            || self.has_odd_hour(line)
            || self.is_row(line)
            || self.begins_list(line, next)
            || self.opens_in_city(line);
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
        let is_place = self.is_own_place(line);
        let bullet = line.bullet && !is_place;
        let inside = is_place
            || open
                && !bullet
                && !self.list
                && !headed
                && (!self.loose
                    || self
                        .pending
                        .as_ref()
                        .is_some_and(|pending| pending.lead > 0 && !starts_next));
        match &mut self.pending {
            Some(pending) if inside => pending.lines.push(line.clone()),
            Some(pending) if !complete(pending) && !bullet && !headed => {
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

    /// “📌 Invalidenpark” below “📍 Berlin” and “🕛 12:00 Uhr”: the place of the entry above, which has a city and an hour alone.
    fn is_own_place(&self, line: &Line) -> bool {
        let bare = |pending: &Entry| {
            let words: usize = pending
                .lines
                .iter()
                .map(|line| line.texts().all.len())
                .sum();
            words == 1 && pending.lines.iter().any(Line::has_clock)
        };
        line.field == Some(Label::Where) && self.pending.as_ref().is_some_and(bare)
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

    /// A line that is nothing but a city and a status, cut as an entry: “Athens | CANCELLED”, “Sassari annullata”, “渋谷　中止”.
    fn called_off(&self, line: &Line) -> Option<Line> {
        let dated = self.is_dated();
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
            [one] => {
                let gaps = one
                    .char_indices()
                    .filter(|(_, letter)| letter.is_whitespace());
                let mut gaps = gaps.map(|(gap, _)| (one[..gap].trim(), one[gap..].trim()));
                match gaps.clone().find(|(city, remark)| is_one(city, remark)) {
                    Some(found) => found,
                    // “長野 長野駅前 中止”.
                    None => {
                        let (city, rest) =
                            gaps.find(|(city, _)| self.places.is_city(city, country))?;
                        let (place, remark) = rest.rsplit_once(char::is_whitespace)?;
                        is_east_asian(city).then_some(())?;
                        self.earlier_city(city).is_none().then_some(())?;
                        cancelled::status_alone(remark)?;
                        let apart = format!("{city}: {}, {remark}", place.trim());
                        return Some(Line::new(line.number, &apart));
                    }
                }
            }
            _ => return None,
        };
        is_one(city, remark).then(|| Line::new(line.number, &format!("{city}: {remark}")))
    }

    /// Whether a line of words is the last one of a paragraph whose entry says when, and not where: “Chicago, IL”.
    pub fn closes_paragraph(&self, line: &Line, next: Option<&Line>) -> bool {
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

/// Whether a line with a status is the title of the block below: “*** CANCELLED *** Parade” over “Date: …”.
fn heads_block(line: &Line, next: Option<&Line>) -> bool {
    let titled = cancelled::in_title(&line.text).is_some_and(|(_, rest)| rest != line.text);
    let details = |next: &Line| matches!(next.label(), Some(Label::When | Label::Where));
    titled && next.is_some_and(|next| details(next) || next.is_pure_when())
}
