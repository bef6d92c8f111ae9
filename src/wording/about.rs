//! What a calendar says about itself: contact, credits, when it changed.

use event_file::{file::About, instant::at_offset, link::clickable};
use listing::now::Now;

use super::Language;

/// A line of the footer.
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it leads, if that can be followed.
    pub href: Option<String>,
}

/// “Updated November 5, 2023 (3 years ago)”; how long ago is left out where no moment is known.
pub fn updated(about: &About, now: &Now, language: &Language) -> Option<String> {
    let updated = about.updated?;
    let date = language.locale.short_day(updated.date);
    let moment = updated.offset.and_then(|offset| at_offset(updated, offset));
    Some(match moment {
        Some(moment) => {
            let ago = language.locale.ago(moment, now.instant);
            language.text("about.updated_ago", &[("date", &date), ("ago", &ago)])
        }
        None => language.text("about.updated", &[("date", &date)]),
    })
}

/// Contact and credits.
pub fn lines(about: &About, language: &Language) -> Vec<Line> {
    let contact = &about.contact;
    let email = contact.email.as_ref().map(|email| Line {
        text: language.text("footer.email", &[("email", email)]),
        href: Some(format!("mailto:{email}")).filter(|href| clickable(href)),
    });
    let page = contact.url.as_ref().map(|url| Line {
        text: language.text("footer.contact", &[]),
        href: Some(url.to_string()).filter(|href| clickable(href)),
    });
    let credits = about.credits.iter().map(|credit| Line {
        text: credit.text.to_string(),
        href: credit
            .url
            .clone()
            .filter(|href| clickable(href))
            .map(String::from),
    });
    email.into_iter().chain(page).chain(credits).collect()
}
