//! A complete static site of one event file: every file of it as a path and what is in it.
//!
//! It knows no files and no clock: the calendar, the moment, the address and the texts come in, a set of paths and
//! contents comes out, the same for the same input. Text of the event file is data in every one of them.

mod address;
mod change;
mod context;
mod feed;
mod files;
mod first_list;
mod input;
pub mod locale;
mod manifest;
mod name;
mod page;
pub mod picture;
mod sitemap;
mod structured;
mod wording;

pub use address::{NotASiteUrl, SiteUrl};
use context::Context;
use files::text;
pub use files::{Content, Files};
pub use input::Input;
pub use picture::{Painter, Picture};

/// The app's page with the first events in it, for an app that no site is around; `None` where the page has no place
/// for them.
pub fn page(input: Input<'_>) -> Option<String> {
    first_list::page(&Context::new(input), input.app?, false)
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
    if let Some(page) = input
        .app
        .and_then(|page| first_list::page(&context, page, true))
    {
        files.insert("index.html".to_owned(), text(page));
    }
    if let Some(manifest) = input
        .manifest
        .and_then(|app| manifest::manifest(&context, app))
    {
        files.insert(manifest::PATH.to_owned(), text(manifest));
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
