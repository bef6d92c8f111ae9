//! Reading a query string.

use chrono::{DateTime, FixedOffset, NaiveDate};

use event_file::WallTime;
use geo::{Area, MapPosition};

use crate::accent::Colour;
use crate::choice::{Clock, Part, Sort, Theme, View, When};
use crate::chosen::Facet;
use crate::form;
use crate::near::{self, Near};
use crate::path::is_same_origin_path;
use crate::query::{Alternatives, Query};

impl Query {
    /// Reads a query string, with or without its `?`. Any text gives a query.
    pub fn parse(text: &str) -> Self {
        let mut reading = Reading::default();
        for (key, value) in form::pairs(text.strip_prefix('?').unwrap_or(text)) {
            reading.pair(key, value);
        }
        reading.finish()
    }
}

/// What has been read so far. Where a key takes one value only, the first understood one counts.
#[derive(Default)]
struct Reading {
    query: Query,
    q: Vec<String>,
    when: Vec<When>,
    area: Vec<Area>,
    view: Option<View>,
    sort: Option<Sort>,
    clock: Option<Clock>,
}

impl Reading {
    fn pair(&mut self, key: String, value: String) {
        let understood = self.known(&key, &value).is_some();
        if !understood && key == "hide" {
            self.hide(&value);
        } else if !understood {
            self.query.rest.push((key, value));
        }
    }

    /// `None` when the key or the value is not understood. An empty value asks for the default.
    fn known(&mut self, key: &str, value: &str) -> Option<()> {
        let query = &mut self.query;
        let facet = Facet::of(key);
        match key {
            "q" | "when" | "from" | "to" | "area" | "near" | "within" | "map" | "view" | "sort"
            | "event" | "lang" | "theme" | "accent" | "clock" | "check" | "embed" | "hide"
            | "data" | "now"
                if value.is_empty() => {}
            "q" => add(&mut self.q, value.to_owned()),
            "when" => add(&mut self.when, When::of(value)?),
            // Of several first days the earliest includes the others, of last days the latest.
            "from" => {
                let date = date(value)?;
                query.from = Some(query.from.map_or(date, |known| known.min(date)));
            }
            "to" => {
                let date = date(value)?;
                query.to = Some(query.to.map_or(date, |known| known.max(date)));
            }
            "area" => add(&mut self.area, Area::parse(value)?),
            "near" => first(&mut query.near, Near::parse(value)?),
            "within" => first(&mut query.within, near::distance(value)?),
            "map" => first(&mut query.map, MapPosition::parse(value)?),
            "view" => first(&mut self.view, View::of(value)?),
            "sort" => first(&mut self.sort, Sort::of(value)?),
            "event" => first(&mut query.event, value.to_owned()),
            "lang" => first(&mut query.lang, value.to_owned()),
            "theme" if value == "auto" => {}
            "accent" => first(&mut query.accent, Colour::parse(value)?),
            "theme" => first(&mut query.theme, Theme::of(value)?),
            "clock" => first(&mut self.clock, Clock::of(value)?),
            "check" if value == "1" => query.check = true,
            "embed" if value == "1" => query.embed = true,
            "data" if is_same_origin_path(value) => first(&mut query.data, value.to_owned()),
            "now" => first(&mut query.now, moment(value)?),
            _ if value.is_empty() && facet.is_some() => {}
            _ => add(&mut query.chosen[facet?], value.to_owned()),
        }
        Some(())
    }

    /// `hide=header&hide=list` and `hide=header,list` are the same.
    fn hide(&mut self, value: &str) {
        for word in value.split(',').filter(|word| !word.is_empty()) {
            match Part::of(word) {
                Some(part) => add(&mut self.query.hide, part),
                None => self.query.rest.push(("hide".into(), word.into())),
            }
        }
    }

    fn finish(mut self) -> Query {
        self.query.within = self.query.within.filter(|km| *km != near::WITHIN);
        let mut q = self.q.into_iter();
        let mut when = self.when.into_iter();
        let mut area = self.area.into_iter();
        Query {
            q: q.next().unwrap_or_default(),
            when: when.next().unwrap_or_default(),
            area: area.next(),
            or: Alternatives {
                q: q.collect(),
                when: when.collect(),
                area: area.collect(),
            },
            view: self.view.unwrap_or_default(),
            sort: self.sort.unwrap_or_default(),
            clock: self.clock.unwrap_or_default(),
            ..self.query
        }
    }
}

fn add<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

fn first<T>(known: &mut Option<T>, value: T) {
    known.get_or_insert(value);
}

/// `2023-11-04`, and nothing looser.
fn date(text: &str) -> Option<NaiveDate> {
    let at = text.parse::<WallTime>().ok()?;
    at.time.is_none().then_some(at.date)
}

/// RFC 3339: a wall clock with its offset. The seconds may be missing.
fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    let at = text.to_ascii_uppercase().parse::<WallTime>().ok()?;
    let offset = FixedOffset::east_opt(at.offset?.checked_mul(60)?)?;
    at.clock()?.and_local_timezone(offset).single()
}
