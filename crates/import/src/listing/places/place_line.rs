//! Lines that name a place: whether one begins with a city, and headings for cities, regions and countries.

use super::super::Document;
use super::super::entry::Entry;
use super::super::line::Line;
use super::super::line::span::{Kind, Span};
use super::several_cities::parts;
use super::{country, heading_country, name};
use crate::actions::is_action;
use crate::cancelled;
use crate::locate::is_part_of_country;

impl Document<'_> {
    /// Whether a line begins with the name of a city and a sign or hour behind it.
    pub fn begins_with_city(&self, line: &Line) -> bool {
        let country = self.country.as_deref();
        if let Some(first) = line.first_column()
            && self.places.is_city(first, country)
        {
            return true;
        }
        let Some((head, _)) = line.head() else {
            return false;
        };
        // “Washington, DC” under the heading of another country.
        head.iter().any(|part| self.places.is_city(part, country))
            || self.places.is_city(&head.join(", "), country)
            || head.len() > 1 && self.places.is_city(&head.join(", "), None)
    }

    /// Whether the words behind a line's day begin with a city and go on in small letters: “Tue 13 April Leeds at lunchtime by the
    /// fountain”.
    pub fn tells_of_city(&self, line: &Line) -> bool {
        const MOST_WORDS: usize = 3;
        let [
            Span {
                kind: Kind::Days { .. },
                ..
            },
            Span {
                kind: Kind::Text(text),
                ..
            },
            ..,
        ] = &line.spans[..]
        else {
            return false;
        };
        let gaps = text.match_indices(' ').take(MOST_WORDS);
        gaps.map(|(gap, _)| gap).any(|gap| {
            let (name, rest) = (&text[..gap], text[gap..].trim_start());
            rest.starts_with(char::is_lowercase)
                && self.places.is_city(name, self.country.as_deref())
        })
    }

    /// The country and name of the state or province that heads the cities below: where such headings are usual, and
    /// where the country of another heading is above (“Québec” below “Suisse”). The city below is one of its country.
    fn heads_region(&self, line: &Line, next: Option<&Line>) -> Option<(String, String)> {
        let abroad = || {
            let found = self.places.region(&line.text, None);
            found.filter(|_| country(&line.text).is_none())
        };
        let below = next.and_then(Line::head).map(|(head, _)| head);
        let below = below.and_then(|head| head.first().copied());
        let Some(usual) = self.regions_of.as_deref() else {
            let above = self.country.as_deref()?;
            return abroad().filter(|(country, _)| {
                let lies = |city| self.places.lies_in(city, &line.text, country);
                country != above && below.is_some_and(lies)
            });
        };
        // “Luxembourg” and “تونس” have a region of their own name.
        if heading_country(&line.text).as_deref() == Some(usual) {
            return None;
        }
        // “Madrid” over a square is the city, over cities the region.
        let heads_cities = next.is_some_and(|next| self.begins_with_city(next))
            || below.is_some_and(|city| self.places.is_city(city, Some(usual)));
        if !heads_cities && self.places.is_city(&line.text, Some(usual)) {
            return None;
        }
        let own = self.places.region(&line.text, Some(usual));
        own.or_else(|| {
            // “SOUTH WEST” over Bristol is not that of Cameroon.
            abroad().filter(|(country, _)| {
                below.is_none_or(|city| self.places.is_city(city, Some(country)))
            })
        })
    }

    /// The country whose flag stands before an entry, if its city may be there: flags also say what an action is about.
    pub fn flag(&self, entry: &Entry) -> Option<String> {
        let line = entry.lines.get(entry.lead)?;
        let flag = line.flag.clone()?;
        let texts = line.texts().all;
        let city = texts.first()?;
        self.places.is_city(city, Some(&flag)).then_some(flag)
    }

    /// Whether a line without a date is an entry: a city or unknown place, a colon or dash, and more.
    pub fn begins_with_place(&self, line: &Line) -> bool {
        let more = line.texts().all.len() > line.texts().head;
        let known = self.begins_with_city(line);
        let dated = self.is_dated();
        let plausible = line.head().is_some_and(|(head, _)| {
            head.len() < 3
                && head
                    .iter()
                    .all(|text| text.split_whitespace().count() <= 4 && !is_action(text))
        });
        let entries = !self.reading.drafts.is_empty() || self.pending.is_some();
        let headed = line.texts().head > 0;
        let column = line.first_column().is_some() && known;
        column && dated
            || headed && more && dated && (known || plausible && entries && self.city.is_none())
    }

    /// Whether a line of words heads what follows: a country, a city, a region.
    pub fn is_place_heading(&self, line: &Line, next: Option<&Line>) -> bool {
        if !line.is_bare()
            || line.bullet
            || line.text.split_whitespace().count() > 6
            || line.text.trim_end().ends_with(['!', '！'])
            || line.is_salutation()
        {
            return false;
        }
        let colon = line.text.trim_end().ends_with([':', '：']);
        let name = name(&line.text);
        let texts = line.texts().all;
        let letters = |text: &String| {
            let bare = text.replace('.', "");
            (2..4).contains(&bare.len()) && bare.chars().all(char::is_uppercase)
        };
        let behind = country_behind(line) || texts.len() == 2 && texts.last().is_some_and(letters);
        let first = texts.first().map_or("", String::as_str);
        let city = match texts.len() {
            1 => self.places.is_city(name, self.country.as_deref()),
            _ => behind && texts.len() < 4 && self.places.is_city(first, None),
        };
        let capitals = self.capitals && line.is_capitals() && cancelled::status(name).is_none();
        let region = colon
            && name.split_whitespace().count() <= 4
            && next.is_some_and(|next| self.begins_with_city(next));
        let state =
            || line.text.split_whitespace().count() < 4 && self.heads_region(line, next).is_some();
        // “Sicilia e Sardegna”, “Rheinland-Pfalz/Saarland”.
        let joined = self.regions_of.is_some() && {
            let both = parts(name);
            let is_region = |part: &String| {
                self.places.region(part, None).is_some() || self.places.is_city(part, None)
            };
            both.len() > 1
                && both.iter().all(is_region)
                && both
                    .iter()
                    .any(|part| self.places.region(part, None).is_some())
        };
        let part = is_part_of_country(name) && next.is_some_and(|next| !next.is_bare());
        heading_country(&line.text).is_some()
            || city
            || capitals
            || region
            || joined
            || part
            || state()
    }

    pub fn place_heading(&mut self, line: &Line, next: Option<&Line>) {
        // “Frauenstreik” directly above “Hamburg” is the title of what follows.
        let title = match &self.lead[..] {
            [only] if !self.loose && self.pending.is_none() && is_action(&only.text) => {
                self.lead.pop()
            }
            _ => None,
        };
        self.finish();
        self.lead.extend(title);
        self.taken.insert(line.number);
        let name = name(&line.text).to_owned();
        self.inner = None;
        self.city = None;
        self.city_took_outer = false;
        self.region = None;
        if let Some((country, region)) = self.heads_region(line, next) {
            self.country = Some(country);
            self.country_is_inner = self.outer.is_some();
            self.region = Some(region);
            return;
        }
        // Cities below a country's name are looked for in it.
        let code = heading_country(&line.text);
        let above = std::mem::replace(&mut self.country, code.clone());
        // “NEDERLAND” over “za 5 dec 13.00 u Amsterdam”.
        let names_own = |next: &Line| {
            let texts = next.texts().all;
            texts
                .iter()
                .any(|text| self.places.is_city(text, code.as_deref()))
        };
        let heads_own = code.is_some()
            && next.is_some_and(|next| {
                self.begins_with_city(next) || next.has_date() && names_own(next)
            });
        self.country = above;
        let heads_cities = heads_own || next.is_some_and(|next| self.begins_with_city(next));
        let is_city = self.places.is_city(&name, self.country.as_deref())
            || self.capitals && line.is_capitals()
            || country_behind(line)
            || line.texts().all.len() > 1;
        match code {
            Some(code) if heads_cities || !is_city => {
                self.country = Some(code);
                self.country_is_inner = self.outer.is_some();
                self.country_is_block = next.is_some() && !self.loose;
                self.country_past_block = false;
            }
            // A region whose name is also a city's.
            _ if heads_cities => {}
            // “Luxembourg” over “14h, Place d'Armes” is the city.
            _ if is_city => self.city = Some(name),
            _ => {}
        }
    }
}

/// “MALMÖ, SWEDEN”: a city with its country behind it.
pub fn country_behind(line: &Line) -> bool {
    let texts = line.texts().all;
    texts.len() > 1 && texts.last().is_some_and(|last| country(last).is_some())
}
