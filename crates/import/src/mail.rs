//! Mails (RFC 5322, MIME) and mailboxes (mbox): the calendars and tables that are attached, else the text.
//!
//! Header fields, names, addresses and signatures are never entries, and go nowhere.

mod body;
mod dated_subject;
mod headers;
mod quotation;
mod readers;
mod text;

use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{MessageParser, MessagePart, MimeHeaders as _, PartType};

pub use self::dated_subject::one_of;
pub use self::quotation::without_quotations;
pub use self::readers::{Readers, Sent};
use self::text::without_reply;
pub use self::text::{is_dated, is_sent_on, subject, without_headers};
use super::draft::Reading;
use super::line_numbers::numbers;

/// How deep mails inside mails are opened.
const DEEPEST: usize = 4;
/// The most mails of a mailbox.
const MOST: usize = 10_000;

/// Whether bytes begin like a mail: with header fields, one of them the sender's.
pub fn is(bytes: &[u8]) -> bool {
    if is_mbox(bytes) {
        return true;
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(16 << 10)]);
    let mut names = Vec::new();
    for line in start.trim_start_matches('\u{feff}').lines() {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) && !names.is_empty() {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        let is_token = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !name.bytes().all(is_token) {
            return false;
        }
        names.push(name.to_ascii_lowercase());
    }
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    has(&["from", "sender", "return-path"])
        && has(&[
            "mime-version",
            "message-id",
            "received",
            "content-type",
            "content-transfer-encoding",
            "date",
            "to",
        ])
}

/// Whether bytes begin like a mailbox (RFC 4155).
fn is_mbox(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or(bytes);
    let next = bytes.get(line.len() + 1..).unwrap_or_default();
    line.starts_with(b"From ")
        && line
            .windows(3)
            .any(|window| window[0] == b':' && window[1].is_ascii_digit())
        && next.iter().take(80).any(|byte| *byte == b':')
}

/// Reads a mail, or all mails of a mailbox.
///
/// # Errors
/// It is neither.
pub fn read(
    bytes: &[u8],
    name: &str,
    readers: Readers<'_>,
    depth: usize,
) -> Result<Reading, String> {
    let mut reading = Reading::default();
    if !is_mbox(bytes) {
        one(bytes, name, readers, depth, &mut reading)?;
        if reading.entries == 0 {
            reading.notes.push("no event was found in it".to_owned());
        }
        return Ok(reading);
    }
    let mut empty = Vec::new();
    for (number, mail) in (1..).zip(MessageIterator::new(bytes)) {
        let name = format!("{name}, mail {number}");
        let before = reading.entries;
        let read = match (mail, number > MOST) {
            (_, true) => return Err(format!("more than {MOST} mails; split the mailbox")),
            (Ok(mail), _) => one(mail.contents(), &name, readers, depth, &mut reading),
            (Err(_), _) => Err("no mail that can be read".to_owned()),
        };
        match read {
            Err(reason) => reading.notes.push(format!("{name}: {reason}")),
            Ok(()) if reading.entries == before => empty.push(number as u64),
            Ok(()) => {}
        }
    }
    if !empty.is_empty() {
        let empty = numbers("mail", empty.into_iter());
        reading.notes.push(format!("no event was found in {empty}"));
    }
    Ok(reading)
}

fn one(
    bytes: &[u8],
    name: &str,
    readers: Readers<'_>,
    depth: usize,
    reading: &mut Reading,
) -> Result<(), String> {
    let mail = MessageParser::default()
        .parse(bytes)
        .ok_or("no mail that can be read")?;
    let before = reading.entries;
    let mut others = Vec::new();
    for part in &mail.parts {
        let file = part.attachment_name().map(str::to_owned);
        match attached(part) {
            Some(Attached::Events) => {
                let label = file.unwrap_or_else(|| "calendar".to_owned());
                let name = format!("{name}, {label}");
                inner(part, &name, mail.subject(), readers, depth, reading);
            }
            Some(Attached::Mail) if depth < DEEPEST => {
                if let PartType::Message(mail) = &part.body {
                    let name = format!("{name}, mail inside");
                    if let Err(reason) = one(mail.raw_message(), &name, readers, depth + 1, reading)
                    {
                        reading.notes.push(format!("{name}: {reason}"));
                    }
                }
            }
            Some(_) => others.extend(file),
            None => {}
        }
    }
    if !others.is_empty() {
        let others = others.join(", ");
        reading
            .notes
            .push(format!("{name}: attached and not read: {others}"));
    }
    if reading.entries > before {
        reading.notes.push(format!(
            "{name}: what is attached is read, the text of the mail is not"
        ));
        return Ok(());
    }
    body::read(&mail, name, readers, reading)
}

/// What an attached part is.
enum Attached {
    /// A calendar, a table, JSON.
    Events,
    /// Another mail.
    Mail,
    /// A picture, a document.
    Other,
}

/// What a part is, unless it is the text of the mail or holds other parts.
fn attached(part: &MessagePart<'_>) -> Option<Attached> {
    const EVENTS: [&str; 9] = [
        "ics", "ical", "csv", "tsv", "xlsx", "xls", "ods", "json", "geojson",
    ];
    let kind = part.content_type();
    let is = |wanted: &str, sub: &str| {
        kind.is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case(wanted)
                && kind.subtype().unwrap_or_default().eq_ignore_ascii_case(sub)
        })
    };
    let ending = part
        .attachment_name()
        .and_then(|name| name.rsplit_once('.'));
    let ending = ending.map(|(_, ending)| ending.to_ascii_lowercase());
    match &part.body {
        PartType::Multipart(_) => None,
        PartType::Message(_) => Some(Attached::Mail),
        _ if is("text", "calendar") || is("text", "csv") || is("application", "ics") => {
            Some(Attached::Events)
        }
        _ if ending.is_some_and(|ending| EVENTS.contains(&ending.as_str())) => {
            Some(Attached::Events)
        }
        PartType::Text(_) | PartType::Html(_) if part.attachment_name().is_none() => None,
        _ => Some(Attached::Other),
    }
}

/// Reads an attachment as a separate source. The subject of the mail counts as a title above its rows.
fn inner(
    part: &MessagePart<'_>,
    name: &str,
    subject: Option<&str>,
    readers: Readers<'_>,
    depth: usize,
    reading: &mut Reading,
) {
    match (readers.source)(part.contents(), name, depth + 1) {
        Ok(mut read) => {
            read.stands_above(0, subject.map(without_reply).into_iter());
            reading.append(read);
        }
        Err(reason) => reading.notes.push(format!("{name}: {reason}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_begins_with_header_fields() {
        assert!(is(
            b"From: A <a@a.example>\nTo: b@b.example\nSubject: March\n\nText"
        ));
        assert!(is(
            b"Received: from x\n by y\nReturn-Path: <a@a.example>\n\nText"
        ));
        assert!(is(
            b"From a@a.example Sat Nov  4 10:00:00 2023\nFrom: a\n\nText"
        ));
        assert!(!is(b"From: Leeds\nMarch on Saturday"));
        assert!(!is(b"Saturday, 4 November 2023\nLeeds: 2 pm\n"));
        assert!(!is(b"From here we march: all\nto: London\n"));
        assert!(!is(b""));
    }
}
