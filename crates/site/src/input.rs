//! What a site is made from.

use event_file::Calendar;
use export::Reader;
use listing::now::Now;
use texts::PlaceNames;

use crate::address::SiteUrl;

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
    /// What cities are called in that language.
    pub places: &'a PlaceNames,
    /// The calendar as it was, to say what changed; without it nothing changed.
    pub before: Option<&'a Calendar>,
    /// The app's page, `index.html`, if the app is part of the site.
    pub app: Option<&'a str>,
    /// The app's `manifest.webmanifest`, if it has one.
    pub manifest: Option<&'a str>,
    /// `changes.json` of the site as it was; empty where there is none.
    pub changes: &'a [u8],
}
