//! One entry, where nothing is wrong with it.

use super::super::field::Field;
use super::super::{codes, country, date, links, position};
use super::{any, keep, text};
use crate::WallTime;
use crate::event::{Attendance, Event, Kind, Link, Position, Precision, Status, Text, Translation};
use crate::link::{dangerous, loadable};
use json::Json;

/// More texts than this in one field are not compared with each other here.
const FEW: usize = 64;

/// Reads an entry into an empty event. An id that is missing is left empty.
pub(super) fn event(json: &mut Json<'_>, event: &mut Event) -> Option<()> {
    let (mut seen, mut lat, mut lon) = (0_u64, None, None);
    json.object()?;
    while let Some(name) = json.member()? {
        let Some(field) = Field::named(name) else {
            let value = json.value()?;
            let before = event.rest.insert(name.to_owned(), value);
            before.is_none().then_some(())?;
            continue;
        };
        let bit = 1 << field as u64;
        if seen & bit != 0 {
            return None;
        }
        seen |= bit;
        match field {
            Field::Lat => lat = degrees(json)?,
            Field::Lon => lon = degrees(json)?,
            _ => self::field(json, field, event)?,
        }
    }
    event.position = match (lat, lon) {
        (None, None) => None,
        (Some(lat), Some(lon)) => Some(position::judge(lat, lon).ok()?),
        _ => return None,
    };
    let start = event.start?;
    let ends_before = event.end.is_some_and(|end| date::is_before(end, start));
    (!ends_before && !event.title.is_empty()).then_some(())
}

fn field(json: &mut Json<'_>, field: Field, event: &mut Event) -> Option<()> {
    match field {
        Field::Place => event.place = text(json, any)?,
        Field::Address => event.address = text(json, any)?,
        Field::City => event.city = text(json, any)?,
        Field::Region => event.region = text(json, any)?,
        Field::Campaign => event.campaign = text(json, any)?,
        Field::Description => event.description = text(json, any)?,
        Field::ImageAlt => event.image_alt = text(json, any)?,
        Field::Accessibility => event.accessibility = text(json, any)?,
        Field::Id => event.id = text(json, codes::is_id)?.unwrap_or_default(),
        Field::Title => event.title = text(json, any)?.unwrap_or_default(),
        Field::Kind => event.kinds = kinds(json)?,
        Field::Start => event.start = wall_time(json)?,
        Field::End => event.end = wall_time(json)?,
        Field::Previously => event.previously = wall_time(json)?,
        Field::Verified => event.verified = wall_time(json)?,
        Field::Updated => event.updated = wall_time(json)?,
        Field::Timezone => event.timezone = text(json, codes::is_zone)?,
        Field::Language => event.language = text(json, codes::is_language)?,
        Field::Country => event.country = text(json, country::is_country)?,
        Field::Status => event.status = word(json, &Status::ALL)?,
        Field::Precision => event.precision = word(json, &Precision::ALL)?,
        Field::Route => event.route = route(json)?,
        Field::Organizers => event.organizers = texts(json, any)?,
        Field::Tags => event.tags = texts(json, any)?,
        Field::Source => event.sources = texts(json, |text| !dangerous(text))?,
        Field::Online => event.online = text(json, links::is_address)?,
        Field::Url => event.url = text(json, links::is_address)?,
        Field::Image => event.image = text(json, |text| text.trim() == text && loadable(text))?,
        Field::Links => event.links = links(json)?,
        Field::Translations => event.translations = translations(json)?,
        Field::Attendance => event.attendance = attendance(json)?,
        Field::Lat | Field::Lon => return None,
    }
    Some(())
}

/// A date and perhaps a time, as the format has it.
pub(super) fn wall_time(json: &mut Json<'_>) -> Option<Option<WallTime>> {
    if json.null() {
        return Some(None);
    }
    let at: WallTime = json.text()?.parse().ok()?;
    date::in_use(&at).then_some(Some(at))
}

/// One of the words a field has; its first, when it says nothing.
fn word<T: Copy + Default>(json: &mut Json<'_>, known: &[(&str, T)]) -> Option<T> {
    if json.null() {
        return Some(T::default());
    }
    let text = json.text()?;
    let found = known.iter().find(|(name, _)| *name == text)?;
    Some(found.1)
}

/// One text or a list of texts; what is written twice is taken once.
fn texts(json: &mut Json<'_>, fits: fn(&str) -> bool) -> Option<Vec<Text>> {
    if json.peek() != b'[' {
        return Some(text(json, fits)?.into_iter().collect());
    }
    let mut texts = Vec::new();
    json.array()?;
    while json.item()? {
        if let Some(text) = text(json, fits)?
            && (texts.is_empty() || !texts.contains(&text))
        {
            texts.push(text);
        }
        (texts.len() < FEW).then_some(())?;
    }
    Some(texts)
}

/// What has capitals or spaces may be a known kind in another spelling.
fn kinds(json: &mut Json<'_>) -> Option<Vec<Kind>> {
    let kind = |text: Text| {
        let known = {
            let text = text.as_str();
            Kind::KNOWN.iter().find(|(name, _)| text == *name)
        };
        known.map_or(Kind::Unknown(text), |(_, kind)| kind.clone())
    };
    let texts = texts(json, codes::is_plain)?;
    Some(texts.into_iter().map(kind).collect())
}

fn degrees(json: &mut Json<'_>) -> Option<Option<f64>> {
    if json.null() {
        return Some(None);
    }
    json.number()?.as_f64().map(Some)
}

fn route(json: &mut Json<'_>) -> Option<Vec<Position>> {
    let mut route = Vec::new();
    if json.null() {
        return Some(route);
    }
    json.array()?;
    while json.item()? {
        let (mut pair, mut count) = ([0.0; 2], 0);
        json.array()?;
        while json.item()? {
            *pair.get_mut(count)? = json.number()?.as_f64()?;
            count += 1;
        }
        let [lat, lon] = pair;
        route.push(position::judge(lat, lon).ok().filter(|_| count == 2)?);
    }
    (route.len() != 1).then_some(route)
}

fn links(json: &mut Json<'_>) -> Option<Vec<Link>> {
    let mut found = Vec::new();
    if json.null() {
        return Some(found);
    }
    json.array()?;
    while json.item()? {
        let mut link = Link::default();
        json.object()?;
        while let Some(name) = json.member()? {
            match name {
                "url" => link.url = text(json, links::is_address)?.unwrap_or_default(),
                "label" => link.label = text(json, any)?.unwrap_or_default(),
                _ => keep(&mut link.rest, json, name)?,
            }
        }
        (!link.url.is_empty()).then_some(())?;
        found.push(link);
    }
    Some(found)
}

fn translations(json: &mut Json<'_>) -> Option<Vec<Translation>> {
    let mut translations: Vec<Translation> = Vec::new();
    if json.null() {
        return Some(translations);
    }
    json.object()?;
    while let Some(language) = json.member()? {
        let repeated = translations
            .iter()
            .any(|before| before.language == language);
        if repeated || !codes::is_language(language) {
            return None;
        }
        let mut texts = Translation {
            language: language.into(),
            ..Translation::default()
        };
        json.object()?;
        while let Some(name) = json.member()? {
            let slot = match name {
                "title" => &mut texts.title,
                "place" => &mut texts.place,
                "city" => &mut texts.city,
                "description" => &mut texts.description,
                _ => {
                    keep(&mut texts.rest, json, name)?;
                    continue;
                }
            };
            *slot = text(json, any)?;
        }
        translations.push(texts);
    }
    Some(translations)
}

/// A count, or what was counted low and high.
fn attendance(json: &mut Json<'_>) -> Option<Option<Attendance>> {
    if json.null() {
        return Some(None);
    }
    if json.peek() != b'{' {
        let count = json.number()?.as_u64()?;
        let (low, high) = (count, count);
        return Some(Some(Attendance { low, high }));
    }
    let (mut low, mut high) = (None, None);
    json.object()?;
    while let Some(name) = json.member()? {
        let end = match name {
            "low" => &mut low,
            "high" => &mut high,
            _ => return None,
        };
        *end = json.number()?.as_u64();
    }
    let (low, high) = (low?, high?);
    (low <= high).then_some(Some(Attendance { low, high }))
}
