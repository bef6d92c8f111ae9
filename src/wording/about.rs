//! What a calendar says about itself: contact, credits, when it changed.

use calendar::{file::About, link::clickable};

use super::Language;

/// A line of the footer.
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it leads, if that can be followed.
    pub href: Option<String>,
}

/// “Updated Sunday, November 5, 2023”.
pub fn updated(about: &About, language: &Language) -> Option<String> {
    let date = language.locale.day(about.updated?.date);
    Some(language.text("footer.updated", &[("date", &date)]))
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
        href: Some(url.clone()).filter(|href| clickable(href)),
    });
    let credits = about.credits.iter().map(|credit| Line {
        text: credit.text.clone(),
        href: credit.url.clone().filter(|href| clickable(href)),
    });
    email.into_iter().chain(page).chain(credits).collect()
}
