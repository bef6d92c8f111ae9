//! What is in a source of any format.

use std::sync::Arc;

use event_file::write;
use tz_database::TzDatabase;

use super::binary::Binary;
use super::draft::{Draft, Origin, Reading, Reject};
use super::format::Format;
use super::options::Options;
use super::{
    binary, detect, encoding, ics, json, listing, mail, markdown, messenger, page, spreadsheet,
    table, xml,
};
use crate::wording;

/// Reads a source of any format.
///
/// # Errors
/// It is not what it is said or seems to be, or of a kind that is not read.
pub fn read(
    bytes: &[u8],
    name: &str,
    forced: Option<Format>,
    options: &Options,
) -> Result<Reading, String> {
    nested_as(bytes, name, forced, options, 0)
}

fn nested_as(
    bytes: &[u8],
    name: &str,
    forced: Option<Format>,
    options: &Options,
    depth: usize,
) -> Result<Reading, String> {
    let source: Arc<str> = name.into();
    match (binary::of(bytes), forced) {
        (Some(Binary::Other(what, help)), _) => {
            return Err(format!("{what}, which is not read; {help}"));
        }
        (Some(Binary::Spreadsheet), _) | (_, Some(Format::Spreadsheet)) => {
            return spreadsheet::read(bytes, &source, options);
        }
        _ => {}
    }
    if forced == Some(Format::Mail) || forced.is_none() && mail::is(bytes) {
        let readers = mail::Readers {
            source: &|bytes, name, depth| nested_as(bytes, name, None, options, depth),
            text: &|text, source, sent| as_text(text, source, None, &options.sent(sent)),
        };
        return mail::read(bytes, name, readers, depth);
    }
    let (text, note) = encoding::text(bytes, options.encoding);
    let text = text.trim_start_matches('\u{feff}');
    if text.chars().filter(|letter| *letter == '\0').count() > text.len() / 100 {
        return Err("no text: a file of a kind that is not known".to_owned());
    }
    let mut reading = as_text(text, &source, forced, options)?;
    if reading.entries == 0 {
        reading.notes.push("no event was found in it".to_owned());
    }
    reading.notes.extend(note);
    Ok(reading)
}

fn as_text(
    text: &str,
    source: &Arc<str>,
    forced: Option<Format>,
    options: &Options,
) -> Result<Reading, String> {
    let format = match forced {
        Some(format) => format,
        None => detect::format(text, options)?,
    };
    Ok(match format {
        Format::Csv => table::read(text, source, options)?,
        Format::Ics if !detect::is_icalendar(text) => {
            return Err(
                "no line of it begins with BEGIN:VCALENDAR, so it is no iCalendar file; \
                        without --from, its content tells what it is"
                    .to_owned(),
            );
        }
        Format::Ics => ics::read(text, source, options),
        Format::Marchmap => ours(text.as_bytes(), source)?,
        Format::Html => page::read(text, source, options),
        Format::Text => match table::grouped::as_listing(text) {
            Some(listing) => listing::read(&listing, source, options),
            None => listing_or_mail(text, source, options),
        },
        Format::Whatsapp => {
            let lines = messenger::lines(text);
            let lines = lines.iter().map(|(number, line)| (*number, line.as_str()));
            listing::read_lines(lines, source, &options.written_on(messenger::written(text)))
        }
        Format::Feed => xml::read(text, source, options)?,
        other => json::read(text, source, forced.map(|_| other), options)?,
    })
}

/// The text of a listing, perhaps of a mail: what it quotes of another is read only where it has no events of its own.
fn listing_or_mail(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let read = |text: &str| pasted(text, source, options);
    let Some((own, quoted)) = mail::without_quotations(text) else {
        return read(text);
    };
    let mut reading = read(&own);
    // A mail that says nothing itself hands on what it quotes.
    if reading.drafts.is_empty() && reading.rejects.is_empty() {
        return read(text);
    }
    let lines = quoted
        .iter()
        .map(|lines| match lines.start() == lines.end() {
            true => lines.start().to_string(),
            false => format!("{}–{}", lines.start(), lines.end()),
        });
    let lines: Vec<String> = lines.collect();
    reading.notes.push(format!(
        "what it quotes of another mail is not read: lines {}",
        lines.join(", ")
    ));
    reading
}

/// A text in which header fields of mails may stand; their subject is one like that of a mail whose text it is.
fn pasted(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let own = mail::without_headers(text);
    let Some((line, said)) = own.subject else {
        return markdown::read(&own.text, source, options);
    };
    let options = options.about(&said);
    if !mail::is_dated(&said) {
        return markdown::read(&own.text, source, &options);
    }
    let lines = (1..).zip(own.text.lines());
    let lines = lines.map(|(number, text)| if number == line { &said } else { text });
    let headed: Vec<&str> = lines.collect();
    let with = markdown::read(&headed.join("\n"), source, &options);
    let own = || Ok(markdown::read(&own.text, source, &options));
    mail::one_of(with, line, &said, own).unwrap_or_default()
}

/// An event file of Marchmap's own, read by the core.
fn ours(bytes: &[u8], source: &Arc<str>) -> Result<Reading, String> {
    let (calendar, _) =
        event_file::read(bytes, &TzDatabase).map_err(|fault| wording::not_an_event_file(&fault))?;
    let mut reading = Reading::default();
    let origin = |number: usize| Origin {
        source: Arc::clone(source),
        unit: "item",
        number: number as u64,
    };
    for event in &calendar.events {
        let mut draft = Draft::new(origin(reading.entries + 1), &event.title);
        draft.fields = write::event(event);
        draft.ours = true;
        // A bare list may be another program's.
        draft.private = json::private::mark(&draft.fields);
        reading.take(draft);
    }
    for entry in &calendar.unreadable {
        let at = origin(reading.entries + 1);
        reading.reject(Reject::new(
            at,
            &entry.to_string(),
            "no object with something in it, so no event",
        ));
    }
    Ok(reading)
}

#[cfg(test)]
mod tests;
