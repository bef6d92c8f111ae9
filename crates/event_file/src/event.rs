//! What an event is: one public demonstration, with what is known of it and nothing else.

use serde_json::{Map, Value};

use crate::WallTime;

pub use geo::Position;
pub use json::Text;

/// One entry of the event file, read. Field names are those of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    /// Unique in its calendar, `[A-Za-z0-9._~-]+`; derived when the file gives none.
    pub id: Text,
    /// Plain text; empty when the file gives none.
    pub title: Text,
    /// What kinds of action, in the order written.
    pub kinds: Vec<Kind>,
    /// `None` when the file gives none or it could not be read: listed without a date.
    pub start: Option<WallTime>,
    /// The end; a date without a time is the last day, inclusive.
    pub end: Option<WallTime>,
    /// An IANA zone id, as written.
    pub timezone: Option<Text>,
    /// Whether it takes place.
    pub status: Status,
    /// The start first announced, for a rescheduled event.
    pub previously: Option<WallTime>,
    /// The square or building.
    pub place: Option<Text>,
    /// Street and number.
    pub address: Option<Text>,
    /// Town or city.
    pub city: Option<Text>,
    /// State, province or region.
    pub region: Option<Text>,
    /// ISO 3166-1 alpha-2 in capitals, with XK.
    pub country: Option<Text>,
    /// Where on the map.
    pub position: Option<Position>,
    /// How exactly the position is known.
    pub precision: Precision,
    /// A march's path, at least two points; empty when unknown.
    pub route: Vec<Position>,
    /// URL of a stream or call.
    pub online: Option<Text>,
    /// Who calls for it.
    pub organizers: Vec<Text>,
    /// Free keywords.
    pub tags: Vec<Text>,
    /// What ties events of one call or day of action together.
    pub campaign: Option<Text>,
    /// The event's own page.
    pub url: Option<Text>,
    /// Where the entry comes from: URLs or plain text.
    pub sources: Vec<Text>,
    /// More links.
    pub links: Vec<Link>,
    /// Plain text; blank lines part paragraphs.
    pub description: Option<Text>,
    /// URL of a poster.
    pub image: Option<Text>,
    /// What the poster shows, in words.
    pub image_alt: Option<Text>,
    /// BCP 47 language of the text fields.
    pub language: Option<Text>,
    /// The same texts in other languages, in the order written.
    pub translations: Vec<Translation>,
    /// Step-free access, sign language, quiet space.
    pub accessibility: Option<Text>,
    /// How many took part, as reported afterwards.
    pub attendance: Option<Attendance>,
    /// When somebody last checked the entry.
    pub verified: Option<WallTime>,
    /// When the entry last changed.
    pub updated: Option<WallTime>,
    /// Unknown fields, and known ones whose value could not be read, as written. Written out again.
    pub rest: Map<String, Value>,
}

/// How exactly a position is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Precision {
    #[default]
    Place,
    Street,
    City,
    Region,
    Country,
}

/// Whether an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Status {
    #[default]
    Scheduled,
    Tentative,
    Cancelled,
    Postponed,
    Rescheduled,
    MovedOnline,
}

/// What kind of action.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    March,
    Rally,
    Vigil,
    SitIn,
    Strike,
    Walkout,
    Blockade,
    Picket,
    CarRally,
    Encampment,
    CounterProtest,
    TeachIn,
    Online,
    Other,
    /// A kind this version does not know, as written.
    Unknown(Text),
}

/// A labelled link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// What the link is called; empty when the file gives none.
    pub label: Text,
    /// Where it leads, as written.
    pub url: Text,
    /// Other members of the link, as written.
    pub rest: Map<String, Value>,
}

/// The texts of an event in another language; what is `None` is the same in both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Translation {
    /// BCP 47.
    pub language: Text,
    pub title: Option<Text>,
    pub place: Option<Text>,
    pub city: Option<Text>,
    pub description: Option<Text>,
    /// Other members of the translation, as written.
    pub rest: Map<String, Value>,
}

/// How many took part; `low` equals `high` when one number was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Attendance {
    pub low: u64,
    pub high: u64,
}

/// A static, since a constant that may have to be dropped is made anew wherever it is used.
static KINDS: [(&str, Kind); 14] = [
    ("march", Kind::March),
    ("rally", Kind::Rally),
    ("vigil", Kind::Vigil),
    ("sit-in", Kind::SitIn),
    ("strike", Kind::Strike),
    ("walkout", Kind::Walkout),
    ("blockade", Kind::Blockade),
    ("picket", Kind::Picket),
    ("car-rally", Kind::CarRally),
    ("encampment", Kind::Encampment),
    ("counter-protest", Kind::CounterProtest),
    ("teach-in", Kind::TeachIn),
    ("online", Kind::Online),
    ("other", Kind::Other),
];

impl Kind {
    /// Every kind the event file names, in its order.
    pub const KNOWN: &[(&str, Kind)] = &KINDS;

    /// The kind's name in the event file.
    pub fn name(&self) -> &str {
        match self {
            Kind::Unknown(text) => text,
            known => Self::KNOWN
                .iter()
                .find(|(_, kind)| kind == known)
                .map_or("other", |(name, _)| name),
        }
    }
}

impl Status {
    /// Every status, with its name in the event file.
    pub const ALL: [(&'static str, Status); 6] = [
        ("scheduled", Status::Scheduled),
        ("tentative", Status::Tentative),
        ("cancelled", Status::Cancelled),
        ("postponed", Status::Postponed),
        ("rescheduled", Status::Rescheduled),
        ("moved-online", Status::MovedOnline),
    ];

    /// The status's name in the event file.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, status)| *status == self)
            .map_or("scheduled", |(name, _)| name)
    }
}

impl Precision {
    /// Every precision, finest first, with its name in the event file.
    pub const ALL: [(&'static str, Precision); 5] = [
        ("place", Precision::Place),
        ("street", Precision::Street),
        ("city", Precision::City),
        ("region", Precision::Region),
        ("country", Precision::Country),
    ];

    /// The precision's name in the event file.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, precision)| *precision == self)
            .map_or("place", |(name, _)| name)
    }
}
