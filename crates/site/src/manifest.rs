//! The web app manifest: an installed calendar is called what the calendar is called, in its language.

use serde_json::{Map, Value};

use crate::context::Context;

/// Its path, which the app's page names.
pub(crate) const PATH: &str = "manifest.webmanifest";

/// The app's manifest with the calendar's title, description and language (W3C Web Application Manifest, members `name`,
/// `short_name`, `description`, `lang` and `dir`). `None` for a text that is no manifest.
pub(crate) fn manifest(context: &Context<'_>, app: &str) -> Option<String> {
    let mut manifest: Map<String, Value> = serde_json::from_str(app).ok()?;
    let about = &context.input.calendar.about;
    let title = context.title();
    let words = context.input.reader.words;
    let description = about.description.as_deref().unwrap_or(title);
    let language = about.language.as_deref().unwrap_or(words.language());
    for (member, text) in [
        ("name", title),
        ("short_name", title),
        ("description", description),
        ("lang", language),
        ("dir", "auto"),
    ] {
        manifest.insert(member.to_owned(), text.into());
    }
    let mut text = serde_json::to_string_pretty(&manifest).ok()?;
    text.push('\n');
    Some(text)
}
