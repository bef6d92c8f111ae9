//! Lines that are of an entry: labels, an hour with a place, a title above.

use super::super::MOST_LEAD;
use super::super::document::Document;
use super::super::line::Line;
use super::super::line::span::{Kind, Sign, Span};
use super::super::line::words::Label;
use super::super::places::city_before::city_before;
use super::super::places::in_words::{self, opening};
use super::Entry;
use crate::actions::is_action;
use crate::when::days::Days;
use crate::when::streets;

impl Document<'_> {
    /// A line whose date is not its own: the line behind it says when, by a label or alone.
    pub fn is_title_of(&self, line: &Line, next: Option<&Line>) -> bool {
        let said = |next: &Line| {
            matches!(next.label(), Some(Label::When | Label::Where)) && next.says_when()
        };
        let named = line.bullet || self.city.is_some();
        line.has_date() && !line.has_clock() && named && next.is_some_and(said)
    }

    /// “Tarih: 4 Mart”, “Yer: …”, “Convoca: …”.
    pub fn labelled(&mut self, line: &Line) {
        let again = |pending: &Entry| {
            let has = pending.lines.iter().any(Line::says_when);
            line.says_when()
                && has
                && line.has_date()
                && pending
                    .lines
                    .iter()
                    .any(|line| line.label().is_some() && line.has_date())
        };
        if self.pending.as_ref().is_some_and(again) {
            self.finish();
        }
        if self.is_entry_in_note(line) {
            self.finish();
            self.reject(
                line,
                "a remark with another day and an hour: write it as an entry, without the word before it",
            );
            return;
        }
        match &mut self.pending {
            Some(pending) => pending.lines.push(line.clone()),
            None => {
                let mut lines = std::mem::take(&mut self.lead);
                let lead = lines.len();
                lines.push(line.clone());
                self.pending = Some(Entry { lines, lead });
            }
        }
    }

    /// “NOTE: Sligo is on Friday 16 April, 5.30 pm” among the entries of another day.
    fn is_entry_in_note(&self, line: &Line) -> bool {
        let noted = matches!(line.label(), Some(Label::Note | Label::Info | Label::Route));
        let Some((_, rest)) = line.text.split_once([':', '：']).filter(|_| noted) else {
            return false;
        };
        let rest = Line::new(line.number, rest);
        let Some(Days::One(written)) = rest.any_days().filter(|_| rest.has_clock()) else {
            return false;
        };
        let day = self
            .reckoning
            .day(&self.months.read(written), rest.text.as_str());
        let above = self.day_above();
        day.is_ok_and(|day| above.is_some_and(|above| above != day))
    }

    /// A line with an hour, or with its own place and day.
    pub fn entry(&mut self, line: &Line) {
        // “Tog går kl. 12.45” below “Kl. 12.00 Youngstorget”.
        let stage = |span: &Span| matches!(span.kind, Kind::Stage(_));
        let only = |span: &Span| matches!(span.kind, Kind::Stage(_) | Kind::Clock(_));
        if let Some(pending) = self.pending.as_mut()
            && line.spans.iter().any(stage)
            && line.spans.iter().all(only)
            && pending.lines.iter().any(Line::has_clock)
        {
            pending.lines.push(line.clone());
            return;
        }
        if self.takes_correction(line) {
            return;
        }
        let own_city = self.begins_with_city(line)
            || self.is_open_in_city(line)
            || self.is_in_list(line)
            || self.has_city_in_words(line)
            || self.opens_in_city(line)
            || self.has_city_behind_hour(line)
            || self.is_of_another_city(line);
        let own_place = own_city
            || line.texts().head > 0
                && self
                    .pending
                    .as_ref()
                    .is_some_and(|pending| pending.lines.iter().any(|line| line.texts().head > 0));
        if let Some(pending) = self.pending.as_mut()
            && !own_place
            && !line.bullet
            && pending.lines.iter().all(|line| !line.has_clock())
            && !(line.has_date() && pending.lines.iter().any(|above| has_other_day(above, line)))
            && (!self.loose || pending.lines.iter().any(|line| line.label().is_some()))
        {
            pending.lines.push(line.clone());
            return;
        }
        self.sentence_above(line);
        let mut lines = match own_city || self.loose && self.city.is_none() {
            true => Vec::new(),
            false => std::mem::take(&mut self.lead),
        };
        self.list = self.pending.is_some() && lines.is_empty();
        self.finish();
        let lead = lines.len();
        lines.push(line.clone());
        self.pending = Some(Entry { lines, lead });
    }

    /// “In Hull we are at the docks on Sunday 6 December.” over a line with another day: no title of that.
    fn sentence_above(&mut self, line: &Line) {
        let is_city = |text: &str| self.places.is_city(text, None);
        let is_own = |above: &Line| {
            let texts = above.texts().all;
            let cities = in_words::cities(texts.iter().map(String::as_str), &is_city);
            above.is_sentence() && above.has_whole_date() && cities.len() == 1
        };
        if let Some(above) = self.lead.pop_if(|above| line.has_date() && is_own(above)) {
            self.reject(
                &above,
                "it names a day and a city, and no hour is read in it: if it is an event, write it as “City: day, 17:00, place”",
            );
        }
    }

    /// “Mendoza km 0, 18 hs” below “Rosario: Plaza San Martín”: a city with more words, below the entry of another one.
    fn has_city_in_words(&self, line: &Line) -> bool {
        let country = self.country.as_deref();
        let is_city = |text: &str| self.places.is_city(text, country);
        let above = self.pending.as_ref().is_some_and(|pending| {
            let [only] = &pending.lines[..] else {
                return false;
            };
            let texts = only.texts().all;
            pending.lead == 0 && texts.len() > 1 && is_city(&texts[0])
        });
        let first = line.spans.first().map(|span| &span.kind);
        let Some(Kind::Text(text)) = first.filter(|_| above) else {
            return false;
        };
        let mut gaps = text.match_indices(' ').map(|(gap, _)| gap);
        gaps.any(|gap| is_city(&text[..gap])) && !is_action(text) && !streets::is_called(text)
    }

    /// “A Bologna appuntamento alle 10.15” below “A Milano corteo alle ore 14”: a sentence of another city.
    pub fn opens_in_city(&self, line: &Line) -> bool {
        let country = self.country.as_deref();
        let city = opening(&line.text, &|text: &str| self.places.is_city(text, country));
        let pending = self.pending.as_ref();
        city.is_some_and(|city| pending.is_some_and(|pending| !pending.text().contains(city)))
    }

    /// “14h Valence place Aristide Briand” below “Bastia – annulée”: an hour, and a city behind it.
    fn has_city_behind_hour(&self, line: &Line) -> bool {
        let country = self.country.as_deref();
        let is_city = |text: &str| self.places.is_city(text, country);
        let [first, second, ..] = &line.spans[..] else {
            return false;
        };
        let headed = self.pending.as_ref().is_some_and(|pending| {
            let own = pending.lines.get(pending.lead..).unwrap_or_default();
            own.iter().any(|line| line.texts().head > 0)
        });
        headed
            && matches!(first.kind, Kind::Clock(_))
            && matches!(&second.kind, Kind::Text(text) if is_city(text) || city_before(text, &is_city).is_some())
    }

    /// “Adana, ertelendi: 8 Aralık, 17.30” below “Van, Sanat Sokağı, iptal”: a line that begins with a city of its own.
    fn is_of_another_city(&self, line: &Line) -> bool {
        let parted = |line: &Line| match &line.spans[..] {
            [first, second, ..] => {
                matches!(first.kind, Kind::Text(_)) && second.before == Sign::Comma
            }
            _ => false,
        };
        let above = self
            .pending
            .as_ref()
            .is_some_and(|pending| match &pending.lines[..] {
                [only] => pending.lead == 0 && parted(only),
                _ => false,
            });
        above && parted(line) && self.begins_like_entry(line)
    }

    /// “da definire – Cagliari”: a city whose day or hour is still to be announced.
    fn is_open_in_city(&self, line: &Line) -> bool {
        let [first, second, ..] = &line.spans[..] else {
            return false;
        };
        let country = self.country.as_deref();
        matches!((&first.kind, &second.kind), (Kind::Open, Kind::Text(text)) if self.places.is_city(text, country))
    }

    /// Keeps a line for the entry that may follow.
    pub fn lead(&mut self, line: &Line) {
        if self.lead.len() >= MOST_LEAD {
            let first = self.lead.remove(0);
            self.skipped.insert(first.number);
        }
        self.lead.push(line.clone());
    }
}

/// Whether a line has a day that is not plainly that of another: “Leeds, 13 March 2027” over “Saturday 13 March, 3 pm”.
fn has_other_day(above: &Line, line: &Line) -> bool {
    let same = above.any_days().zip(line.any_days()).is_some_and(|days| {
        let (Days::One(above), Days::One(own)) = days else {
            return false;
        };
        above.with(own).is_some()
    });
    above.has_date() && !same
}
