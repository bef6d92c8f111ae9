//! One entry, where nothing is wrong with it.

use super::super::field::Field;
use super::super::{codes, country, date, position};
use super::{any, keep};
use crate::WallTime;
use crate::event::{Attendance, Event, Kind, Link, Precision, Status, Text, Translation};
use crate::link::{clickable, dangerous, loadable};
use geo::Position;
use json::{Json, Member};

/// More texts than this in one field are not compared with each other here.
const FEW: usize = 64;

/// Which field came after which, and first: most entries of a file have theirs in one order.
pub(super) struct Usual([Field; Field::ALL.len() + 1]);

impl Default for Usual {
    fn default() -> Self {
        Self([Field::Id; Field::ALL.len() + 1])
    }
}

/// Reads an entry into an empty event. An id that is missing is left empty.
pub(super) fn event(json: &mut Json<'_>, event: &mut Event, usual: &mut Usual) -> Option<()> {
    let (mut seen, mut lat, mut lon) = (0_u64, None, None);
    let mut next = usual.0.last_mut()?;
    json.object()?;
    loop {
        let field = match json.member_like(next.name())? {
            Member::None => break,
            Member::Likely => *next,
            Member::Named(name) => {
                let Some(field) = Field::named(name) else {
                    let value = json.value()?;
                    let before = event.rest.insert(name.to_owned(), value);
                    before.is_none().then_some(())?;
                    continue;
                };
                *next = field;
                field
            }
        };
        next = usual.0.get_mut(field as usize)?;
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
    if let Some((slot, fits)) = text_of(event, field) {
        *slot = json.shared(fits)?;
        return Some(());
    }
    match field {
        Field::Id => event.id = json.shared(codes::is_id)?.unwrap_or_default(),
        Field::Title => event.title = json.shared(any)?.unwrap_or_default(),
        Field::Kind => event.kinds = kinds(json)?,
        Field::Start => event.start = wall_time(json)?,
        Field::End => event.end = wall_time(json)?,
        Field::Previously => event.previously = wall_time(json)?,
        Field::Verified => event.verified = wall_time(json)?,
        Field::Updated => event.updated = wall_time(json)?,
        Field::Status => event.status = word(json, &Status::ALL)?,
        Field::Precision => event.precision = word(json, &Precision::ALL)?,
        Field::Route => event.route = route(json)?,
        Field::Organizers => event.organizers = texts(json, any)?,
        Field::Tags => event.tags = texts(json, any)?,
        Field::Source => event.sources = texts(json, |text| !dangerous(text))?,
        Field::Links => event.links = links(json)?,
        Field::Translations => event.translations = translations(json)?,
        Field::Attendance => event.attendance = attendance(json)?,
        _ => return None,
    }
    Some(())
}

/// Whether a text is one that a field may have.
type Fits = fn(&str) -> bool;

/// Where a field of one text goes, and what it must be like.
fn text_of(event: &mut Event, field: Field) -> Option<(&mut Option<Text>, Fits)> {
    Some(match field {
        Field::Place => (&mut event.place, any),
        Field::Address => (&mut event.address, any),
        Field::City => (&mut event.city, any),
        Field::Region => (&mut event.region, any),
        Field::Campaign => (&mut event.campaign, any),
        Field::Description => (&mut event.description, any),
        Field::ImageAlt => (&mut event.image_alt, any),
        Field::Accessibility => (&mut event.accessibility, any),
        Field::Timezone => (&mut event.timezone, codes::is_zone),
        Field::Language => (&mut event.language, codes::is_language),
        Field::Country => (&mut event.country, country::is_country),
        Field::Online => (&mut event.online, clickable),
        Field::Url => (&mut event.url, clickable),
        Field::Image => (&mut event.image, loadable),
        _ => return None,
    })
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
fn texts(json: &mut Json<'_>, fits: Fits) -> Option<Vec<Text>> {
    if json.peek() != b'[' {
        return Some(json.shared(fits)?.into_iter().collect());
    }
    let mut texts = Vec::new();
    json.array()?;
    while json.item()? {
        if let Some(text) = json.shared(fits)?
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
    if json.peek() != b'[' {
        return Some(
            json.shared(codes::is_plain)?
                .map(kind)
                .into_iter()
                .collect(),
        );
    }
    let texts = texts(json, codes::is_plain)?;
    Some(texts.into_iter().map(kind).collect())
}

fn kind(text: Text) -> Kind {
    let name = text.as_str();
    let known = Kind::KNOWN.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| Kind::Unknown(text.clone()), |(_, kind)| kind.clone())
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
                "url" => link.url = json.shared(clickable)?.unwrap_or_default(),
                "label" => link.label = json.shared(any)?.unwrap_or_default(),
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
            *slot = json.shared(any)?;
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
