//! The event file as a whole: a calendar and what it says about itself.

use serde_json::{Map, Value};

use crate::event::Text;
use crate::{Event, WallTime, quick};

/// One event file, read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Calendar {
    /// The file's `calendar` object.
    pub about: About,
    /// In the order of the file.
    pub events: Vec<Event>,
    /// Entries that are no event at all (not an object, nothing in it), as written; written out again.
    pub unreadable: Vec<Value>,
    /// Unknown members of the file's outermost object.
    pub rest: Map<String, Value>,
}

/// Tells the bytes of one event file from those of another.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    quick::fingerprint(bytes)
}

/// What a calendar says about itself; everything is optional.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    /// Plain text.
    pub title: Option<Text>,
    /// Plain text.
    pub description: Option<Text>,
    /// BCP 47 language of the title, the description and of events that name none.
    pub language: Option<Text>,
    /// How to reach the editors.
    pub contact: Contact,
    /// When the calendar last changed.
    pub updated: Option<WallTime>,
    /// Who is to be credited.
    pub credits: Vec<Credit>,
    /// Street tiles a visitor may ask for.
    pub tiles: Option<Tiles>,
    /// Unknown members and known ones whose value could not be read, as written.
    pub rest: Map<String, Value>,
}

/// How to reach the editors.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Contact {
    /// An e-mail address.
    pub email: Option<Text>,
    /// A page.
    pub url: Option<Text>,
    /// `owner/name` of a source repository.
    pub repository: Option<Text>,
    /// Unknown members, as written.
    pub rest: Map<String, Value>,
}

/// One credit line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Credit {
    /// What it says.
    pub text: Text,
    /// Where it leads.
    pub url: Option<Text>,
    /// Unknown members, as written.
    pub rest: Map<String, Value>,
}

/// A raster tile service, or a file of raster tiles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tiles {
    /// Address with `{z}`, `{x}`, `{y}`, on the web or beside the page; or of a file beside the page
    /// that [holds all of them](Tiles::in_one_file).
    pub url: Text,
    /// Who made the tiles, plain text.
    pub attribution: Option<Text>,
    /// The deepest zoom served.
    pub max_zoom: Option<u8>,
    /// Unknown members, as written.
    pub rest: Map<String, Value>,
}

impl Tiles {
    /// Whether they are in one file, a PMTiles archive.
    pub fn in_one_file(&self) -> bool {
        is_archive(&self.url)
    }
}

/// Whether an address is that of a PMTiles archive.
pub(crate) fn is_archive(url: &str) -> bool {
    url.ends_with(".pmtiles")
}
