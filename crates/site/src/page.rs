//! The pages: plain HTML without a script, readable anywhere.

mod changes;
mod event;
mod facts;
mod layout;
mod month;
mod not_found;
mod poster;
mod sheet;

use rayon::prelude::*;

use crate::context::{Context, EventPage};
use crate::files::{Content, Files, text};
use crate::picture::Picture;

pub(crate) use changes::{PATH as CHANGES, change_lines};
pub(crate) use layout::run;

/// The style sheet of every page, in parts: the app's colours and sizes first.
pub(crate) const STYLE: [&str; 2] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../style/site.css"),
];

/// A page for each event, for each month of old ones, and for each city and day with several to come.
pub(crate) fn events(context: &Context<'_>, files: &mut Files) {
    let sheets = sheet::Sheets::new(context);
    let events = context.events().filter_map(|(at, event, page)| match page {
        EventPage::Own(path) => Some((at, event, path)),
        EventPage::Month(_) => None,
    });
    let events: Vec<_> = events.collect();
    let urls: Vec<String> = events
        .iter()
        .map(|(_, _, path)| context.input.url.of(path))
        .collect();
    let codes: Vec<_> = urls.par_iter().map(|url| poster::code(url)).collect();
    for ((at, event, path), code) in events.into_iter().zip(codes) {
        let picture = Picture::of(event);
        let page = event::page(context, at, event, &picture.path(), &sheets, &code);
        files.insert(picture.path(), Content::Picture(picture));
        files.insert(format!("{path}index.html"), text(page.into_string()));
    }
    let months = month::pages(context);
    for (path, page) in months.into_iter().chain(sheets.pages(context)) {
        files.insert(format!("{path}index.html"), text(page.into_string()));
    }
}

/// The page of what changed.
pub(crate) fn changes(context: &Context<'_>, files: &mut Files) {
    let page = changes::page(context);
    files.insert(format!("{CHANGES}index.html"), text(page.into_string()));
}

/// The page for addresses that are not there.
pub(crate) fn not_found(context: &Context<'_>) -> String {
    not_found::page(context).into_string()
}
