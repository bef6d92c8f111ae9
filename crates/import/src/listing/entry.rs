//! An entry of a listing: its lines, and the events that they make.

pub mod action_place;
mod because;
mod entry_line;
pub mod gather;
mod lead;
pub mod moved_round;
mod name_or_place;
pub mod piece;
pub mod put;
pub mod row;
pub mod said;
pub mod stated;
pub mod status_apart;
pub mod words_first;

use self::because::because;
use self::name_or_place::{Between, place_of_title, tell_apart};
use self::put::{put_links, put_location, put_texts};
use self::said::Group;
use self::stated::names_day_before;
use super::days::dated::dated;
use super::days::day_in_month::day_in_month;
use super::doubts::doubt::doubt;
use super::line::approximate::is_approximate;
use super::line::span::{Kind, Sign, Span};
use super::line::{Line, Texts};
use super::places::locate::locate;
use super::places::location::Location;
use super::places::several_cities;
use super::surroundings::Surroundings;
use crate::cancelled;
use crate::draft::{Draft, Origin, Reject};
use crate::when::streets;
use event_file::event::Status;

/// Lines that belong together.
#[derive(Debug)]
pub struct Entry {
    /// Its lines; the first names it in reports.
    pub lines: Vec<Line>,
    /// The first so many lines stood before the one that says when: title and place.
    pub lead: usize,
}

impl Entry {
    /// The entry's lines as written.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.text.as_str()).collect();
        lines.join("\n")
    }

    /// The events of an entry.
    pub fn events(
        &self,
        origin: &Origin,
        around: &Surroundings<'_>,
    ) -> Vec<Result<Draft, Box<Reject>>> {
        let text = self.text();
        // Where the day is known, a date amid words is one of the words.
        let amid = self
            .lines
            .iter()
            .skip(self.lead)
            .find_map(|line| match line.days() {
                Some(_) => None,
                None => line.any_days(),
            });
        let known = around.day.is_some() || self.lines.iter().any(|line| line.days().is_some());
        let whole = known.then(|| Self {
            lines: self.lines.iter().map(Line::without_amid).collect(),
            lead: self.lead,
        });
        let entry = whole.as_ref().unwrap_or(self).with_status_apart();
        let entry = entry.with_lead_of_hour(known);
        let is_city = |name: &str| around.places.is_city(name, around.country);
        let (entry, called) = entry.without_called_off(is_city);
        let mut said = entry.said();
        said.title = said.title.or(called);
        said.amid = said.amid.or(amid.cloned());
        day_in_month(&mut said, &text, around);
        let location = locate(&entry.texts(), said.city.as_deref(), &said.place, around);
        let links: Vec<String> = self
            .lines
            .iter()
            .flat_map(|line| line.links.clone())
            .collect();
        let mut events = Vec::new();
        let groups = said.groups();
        let doubt = doubt(&self.lines, self.lead, &text, &said, around);
        for group in &groups {
            let mut draft = Draft::new(origin.clone(), &text);
            put_links(&mut draft, &links);
            let aside = || {
                said.asides
                    .iter()
                    .filter(|aside| cancelled::thing(aside).is_none())
                    .filter(|aside| !cancelled::is_of_place(aside))
                    .find_map(|aside| Some((cancelled::status(aside)?, aside)))
                    // “rescheduled from 6 March”: the day is known on which it takes place.
                    .map(|(status, aside)| match status {
                        Status::Postponed if names_day_before(aside) => Status::Rescheduled,
                        status => status,
                    })
            };
            if let Some(status) = entry
                .lines
                .iter()
                .find_map(|line| line.status)
                .or(said.status)
                .or_else(aside)
                .or_else(|| around.day_status().filter(|_| group.days.is_none()))
            {
                draft.put("status", status.name());
            } else if said.open && group.clock.is_some()
                || said.unconfirmed && said.names_only(&location.used())
            {
                // “1 pm (TBC)”, “Derby – TBC”.
                draft.put("status", Status::Tentative.name());
            }
            if let Some(reason) = doubt {
                return vec![Err(Box::new(draft.rejected(reason)))];
            }
            let is_days = |span: &&Span| matches!(span.kind, Kind::Days { .. });
            let lead = self
                .lines
                .get(self.lead)
                .and_then(|line| line.spans.iter().find(|span| !is_days(span)));
            let hour_first = lead.is_some_and(|span| matches!(span.kind, Kind::Clock(_)));
            if let Some(city) = another_city(&groups, hour_first, &location, &text, around) {
                let reason = format!(
                    "“{city}” beside a second hour is a city of its own: write a line for each event"
                );
                return vec![Err(Box::new(draft.rejected(reason)))];
            }
            let texts = match groups.len() {
                1 => said.all_texts(),
                _ => said.texts_of(group),
            };
            if let Some(title) = &said.title {
                draft.put("title", title);
            }
            let is_approximate = |words: &&String| is_approximate(&text, words);
            if group.clock.is_some()
                && let Some(hour) = group.words.iter().find(is_approximate)
            {
                if draft.text_of("status").is_none() {
                    draft.put("status", Status::Tentative.name());
                }
                draft.notes.push(format!(
                    "the hour “{hour}” is written as not certain: taken as tentative"
                ));
            }
            put_location(&mut draft, &location, around);
            put_texts(&mut draft, &said, &location, texts);
            if said.place.is_empty() {
                place_of_title(&mut draft);
                let between = Between {
                    city: &location.used(),
                    when: &group.words,
                };
                let is_known = |name: &str| around.places.is_city(name, None);
                tell_apart(&mut draft, &text, &between, is_known);
            }
            let beside = || said.all_texts().iter().find_map(|text| bracketed(text));
            if draft.text_of("status").is_none()
                && let Some(status) = beside()
            {
                draft.put("status", status.name());
            }
            if let Location::Several { cities, .. } = &location
                && let Some(city) = said
                    .all_texts()
                    .iter()
                    .find(|text| cities.contains(text) && !location.used().contains(text))
            {
                let reason = format!(
                    "it names several cities, and “{city}” once more: in which of them is it?"
                );
                events.push(Err(Box::new(draft.rejected(reason))));
                continue;
            }
            if let Location::Several { cities, .. } = &location {
                events.extend(cities.iter().flat_map(|city| {
                    let mut draft = draft.clone();
                    draft.location = Some(city.clone());
                    dated(draft, group, &said, &text, around)
                }));
                continue;
            }
            if let Location::Doubtful(reason) = &location {
                events.push(Err(Box::new(draft.rejected(reason.clone()))));
                continue;
            }
            events.extend(dated(draft, group, &said, &text, around));
        }
        if around.explain {
            let groups = groups.iter().cycle();
            for (event, group) in events.iter_mut().zip(groups) {
                if let Ok(draft) = event {
                    because(draft, group, &text, around);
                }
            }
        }
        events
    }

    /// The texts of each line that no label introduces, those of the line that says when first: what stands before it
    /// is a title more often than a place.
    pub fn texts(&self) -> Vec<Texts> {
        let mut lines: Vec<Texts> = self.lines.iter().map(Line::texts).collect();
        lines.rotate_left(self.lead.min(self.lines.len()));
        lines
    }
}

/// The other city in which an entry of several hours is: “12h. Vigo – Porta do Sol. 13h. Pontevedra – A Peregrina”, where
/// each hour stands before its city, and “Казань 12:00 пл. Свободы; Самара 14:00”, where a new part begins with one; `written`
/// is the whole entry.
fn another_city(
    groups: &[Group],
    hour_first: bool,
    location: &Location,
    written: &str,
    around: &Surroundings<'_>,
) -> Option<String> {
    let (Location::At { text, .. }, [first, _, ..]) = (location, groups) else {
        return None;
    };
    let own = around.places.countries(text);
    let lead = first.texts.first().map(|(name, _)| name);
    let is_other = |name: &String| {
        Some(name) != lead
            && !text.contains(name.as_str())
            && around.places.is_city(name, around.country)
            && around
                .places
                .countries(name)
                .iter()
                .any(|country| own.contains(country))
            && !streets::is_called(name)
    };
    let behind_hour = groups[1..].iter().filter(|_| hour_first);
    let behind_hour = behind_hour.filter_map(|group| group.texts.first());
    let parts = groups.iter().flat_map(|group| &group.texts);
    let parts = parts.filter(|(_, sign)| matches!(sign, Sign::Stop | Sign::Bar));
    // “Cádiz: 18:30, Plaza – Jerez: 12:00, Alameda”, “Cádiz (18:30, Plaza), Jerez (12:00, Alameda)”: directly before a later
    // hour.
    let (_, before_last) = groups.split_last()?;
    let before_hour = before_last.iter().filter_map(|group| group.texts.last());
    let before_hour = before_hour.filter(|(name, sign)| {
        let opens = || written.contains(&format!("{name} ("));
        *sign == Sign::Dash || *sign == Sign::Comma && opens()
    });
    let found = behind_hour
        .chain(parts)
        .chain(before_hour)
        .map(|(name, _)| name.clone())
        .find(|name| is_other(name));
    // “City Square & Sheffield”, before a second hour.
    let joined = || {
        let texts = groups.iter().flat_map(|group| &group.texts);
        let mut last = texts.filter_map(|(text, _)| {
            let mut joined = several_cities::parts(text);
            (joined.len() > 1).then(|| joined.pop()).flatten()
        });
        last.find(|name| {
            lead != Some(name)
                && around.places.is_city(name, around.country)
                && !streets::is_called(name)
        })
    };
    found.or_else(|| joined().filter(|_| groups.len() > 1))
}

/// The status in the brackets of a text: “Stroud (CANCELLED)”, or square ones.
fn bracketed(text: &str) -> Option<Status> {
    let (_, inside) = text.split_once(['(', '['])?;
    let (inside, _) = inside.split_once([')', ']'])?;
    cancelled::status(inside).filter(|_| cancelled::thing(inside).is_none())
}
