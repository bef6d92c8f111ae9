//! The event file as a whole: a calendar and what it says about itself.

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::event::Event;
use crate::event::Text;
use crate::wall_time::WallTime;

/// The `format` this version reads and writes.
pub const FORMAT: &str = "marchmap/1";

/// One event file, read. Two are equal if they say the same, whatever files they were read from.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// The file's `calendar` object.
    pub about: About,
    /// In the order of the file.
    pub events: Vec<Event>,
    /// Entries that are no event at all (not an object, nothing in it), as written; written out again.
    pub unreadable: Vec<Value>,
    /// Unknown members of the file's outermost object.
    pub rest: Map<String, Value>,
    /// The file it was read from; empty when it was not read.
    pub source: Source,
}

impl Calendar {
    /// Whether it was read from a file of just these bytes.
    pub fn is_same_file(&self, bytes: &[u8]) -> bool {
        self.source.bytes() == bytes
    }
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            about,
            events,
            unreadable,
            rest,
            source: _,
        } = self;
        *about == other.about
            && *events == other.events
            && *unreadable == other.unreadable
            && *rest == other.rest
    }
}

/// The bytes of a file, shared with the texts that are parts of it.
#[derive(Clone, Default)]
pub struct Source(Bytes);

#[derive(Clone, Default)]
enum Bytes {
    #[default]
    None,
    /// A file in UTF-8.
    Text(Arc<String>),
    /// A file in another encoding.
    Other(Arc<Vec<u8>>),
}

impl Source {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        match &self.0 {
            Bytes::None => &[],
            Bytes::Text(text) => text.as_bytes(),
            Bytes::Other(bytes) => bytes,
        }
    }
}

impl From<Arc<String>> for Source {
    fn from(text: Arc<String>) -> Self {
        Self(Bytes::Text(text))
    }
}

impl From<Vec<u8>> for Source {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Bytes::Other(Arc::new(bytes)))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.bytes().len())
    }
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
    /// Whether they are in one file, which is then to be a PMTiles archive: its first bytes say whether it is.
    pub fn in_one_file(&self) -> bool {
        is_archive(&self.url)
    }
}

/// Whether an address names one file, not a template; its name may end in anything.
pub(crate) fn is_archive(url: &str) -> bool {
    !url.contains('{')
}
