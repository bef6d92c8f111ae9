//! The text of a mail, in plain text or in HTML, and its subject.

use std::sync::Arc;

use chrono::NaiveDate;
use mail_parser::{Message, MessagePart, MimeHeaders as _, PartType};

use super::dated_subject::one_of;
use super::readers::{Readers, Sent};
use super::text::{is_dated, unflowed, without_reply, without_signature};
use crate::draft::Reading;

/// Reads the text of a mail: the part in plain text, or the one in HTML where the other has no events.
///
/// # Errors
/// It has no text.
pub fn read(
    mail: &Message<'_>,
    name: &str,
    readers: Readers<'_>,
    reading: &mut Reading,
) -> Result<(), String> {
    let source: Arc<str> = name.into();
    let subject = without_reply(mail.subject().unwrap_or_default());
    let sent = Sent {
        day: mail.date().and_then(|date| {
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        }),
        subject: Some(subject.to_owned()).filter(|subject| !subject.is_empty()),
    };
    let read = |text: &str| (readers.text)(text, &source, sent.clone());
    let plain = mail.text_body.first().and_then(|id| mail.part(*id));
    let html = mail.html_body.first().and_then(|id| mail.part(*id));
    let plain = plain.and_then(|part| match &part.body {
        PartType::Text(text) => Some(own_text(part, text)),
        _ => None,
    });
    let html = html.and_then(|part| match &part.body {
        PartType::Html(page) => Some(page),
        _ => None,
    });
    let of_plain = plain
        .map(|text| of_text(subject, &text, &read))
        .transpose()?;
    let found = of_plain
        .as_ref()
        .is_some_and(|read| !read.drafts.is_empty());
    let of_html = html.filter(|_| !found);
    let of_html = of_html
        .map(|page| of_page(subject, page, &read))
        .transpose()?;
    reading.append(match (of_plain, of_html) {
        (Some(_), Some(mut page)) if !page.drafts.is_empty() => {
            page.notes.push(format!(
                "{name}: its part in plain text has no events, so that in HTML is read"
            ));
            page
        }
        (Some(plain), _) => plain,
        (None, Some(page)) => page,
        (None, None) => return Err("a mail without text".to_owned()),
    });
    Ok(())
}

/// A part in plain text without its signature, the lines that flow joined.
fn own_text(part: &MessagePart<'_>, text: &str) -> String {
    let kind = part.content_type();
    let flowed = kind
        .and_then(|kind| kind.attribute("format"))
        .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
    let text = without_signature(text);
    match flowed {
        true => unflowed(text),
        false => text.to_owned(),
    }
}

/// Reads a text, below the subject of its mail where that names a day.
fn of_text(
    subject: &str,
    text: &str,
    read: &dyn Fn(&str) -> Result<Reading, String>,
) -> Result<Reading, String> {
    match is_dated(subject) {
        true => one_of(read(&format!("{subject}\n\n{text}"))?, 1, subject, || {
            read(text)
        }),
        false => read(text),
    }
}

/// Reads a page, below the subject of its mail where that names a day and the page alone has no events.
fn of_page(
    subject: &str,
    page: &str,
    read: &dyn Fn(&str) -> Result<Reading, String>,
) -> Result<Reading, String> {
    let alone = read(page)?;
    if !alone.drafts.is_empty() || !is_dated(subject) {
        return Ok(alone);
    }
    let heading = subject.replace('&', "&amp;").replace('<', "&lt;");
    let below = read(&format!("<p>{heading}</p>{page}"))?;
    let found = below.drafts.iter().any(|draft| draft.origin.number > 1);
    Ok(if found { below } else { alone })
}
