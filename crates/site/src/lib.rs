//! A complete static site of one event file: every file of it as a path and what is in it.
//!
//! It knows no files and no clock: the calendar, the moment, the address and the texts come in, a set of paths and
//! contents comes out, the same for the same input. Text of the event file is data in every one of them.

mod address;
mod change;
mod context;
mod feed;
mod first_list;
pub mod locale;
mod name;
mod page;
pub mod picture;
mod sitemap;
mod structured;
mod wording;

use std::collections::BTreeMap;

use event_file::Calendar;
use export::Reader;
use listing::now::Now;

pub use address::{NotASiteUrl, SiteUrl};
use context::Context;
pub use picture::{Painter, Picture};

/// What a site is made from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The calendar, read from `file`.
    pub calendar: &'a Calendar,
    /// The event file as it is published.
    pub file: &'a [u8],
    /// The moment the site is made.
    pub now: Now,
    /// Where it will be served.
    pub url: &'a SiteUrl,
    /// The language of its sentences, country names in it, and the rules of time zones.
    pub reader: Reader<'a>,
    /// The calendar as it was, to say what changed; without it nothing changed.
    pub before: Option<&'a Calendar>,
    /// The app's page, `index.html`, if the app is part of the site.
    pub app: Option<&'a str>,
    /// `changes.json` of the site as it was; empty where there is none.
    pub changes: &'a [u8],
}

/// The files of a site by their paths: relative, parted by `/`, of letters that every file system takes.
pub type Files = BTreeMap<String, Content>;

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What a [`Painter`] makes of it. A file of this path that is there already is the same.
    Picture(Picture),
}

/// Every file of a site but those of the app.
pub fn site(input: Input<'_>) -> Files {
    let context = Context::new(input);
    let mut files = Files::new();
    files.insert(
        "events.json".to_owned(),
        Content::Bytes(input.file.to_vec()),
    );
    files.insert("site.css".to_owned(), text(page::STYLE.concat()));
    if let Some(page) = input.app.and_then(|page| first_list::page(&context, page)) {
        let (name, script) = first_list::SCRIPT;
        files.insert(name.to_owned(), text(script.to_owned()));
        files.insert("index.html".to_owned(), text(page));
    }
    page::events(&context, &mut files);
    page::changes(&context, &mut files);
    sitemap::files(&context, &mut files);
    feed::feeds(&context, &mut files);
    let changes = feed::changes(&context, "changes.atom", page::CHANGES);
    files.insert("changes.atom".to_owned(), text(changes));
    files.insert(change::FILE.to_owned(), text(context.record.write()));
    files
}

/// The path of an event's own page within a site, by its id.
pub fn event_path(id: &str) -> String {
    format!("e/{}/", name::of_id(id))
}

/// A text file. Characters that neither HTML nor XML 1.0 (section 2.2) may hold, in whatever notation, are left out.
fn text(mut text: String) -> Content {
    let forbidden = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(forbidden) {
        text.retain(|c| !forbidden(c));
    }
    Content::Bytes(text.into_bytes())
}
