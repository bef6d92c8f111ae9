//! RSS (2.0 and 1.0, with its event module) and Atom (RFC 4287): an item's own day when it has one, else what its text says.
//!
//! The day on which an item was published is never taken for that of the event.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};

use super::element::Element;
use super::moved_between::moved_between;
use crate::draft::{Draft, Origin, Reading};
use crate::options::Options;
use crate::table::columns::Column;
use crate::table::habits::Sight;
use crate::table::row;
use crate::{html, listing};

/// Elements that say something of the event itself, by their names without prefix and capitals: those of the event module
/// of RSS (`ev:`), of xCal, of calendars of WordPress.
const FIELDS: [(&str, &str); 21] = [
    ("startdate", "start"),
    ("dtstart", "start"),
    ("start_date", "start"),
    ("start", "start"),
    ("eventdate", "start"),
    ("starthour", "time"),
    ("starttime", "time"),
    ("start_time", "time"),
    ("enddate", "end"),
    ("dtend", "end"),
    ("end_date", "end"),
    ("end", "end"),
    ("endhour", "end_time"),
    ("endtime", "end_time"),
    ("location", "location"),
    ("venue", "place"),
    ("city", "city"),
    ("country", "country"),
    ("lat", "lat"),
    ("long", "lon"),
    ("point", "position"),
];

/// Reads the items of a feed.
///
/// # Errors
/// It has none.
pub fn read(root: &Element, source: &Arc<str>, options: &Options) -> Result<Reading, String> {
    let channel = root.child("channel").unwrap_or(root);
    let own = |outer: &'_ Element| -> Vec<Element> {
        let items = outer.children.iter();
        items
            .filter(|child| matches!(child.name.as_str(), "item" | "entry"))
            .cloned()
            .collect()
    };
    let mut items = own(channel);
    if items.is_empty() {
        items = own(root);
    }
    if items.is_empty() {
        return Err("a feed without items".to_owned());
    }
    let cells: Vec<Vec<(Column, String, String)>> = items.iter().map(cells).collect();
    let mut sight = Sight::default();
    for (column, _, cell) in cells.iter().flatten() {
        sight.see(column, cell);
    }
    let habits = sight.habits(options);
    let mut reading = Reading::default();
    for (number, (item, cells)) in (1..).zip(items.iter().zip(cells)) {
        let origin = Origin {
            source: Arc::clone(source),
            unit: "item",
            number,
        };
        let body = body(item);
        let title = title(item);
        let is_dated = cells
            .iter()
            .any(|(column, ..)| *column == Column::Known("start"));
        if !is_dated {
            in_words(item, &title, &body, origin, options, &mut reading);
            continue;
        }
        let mut draft = Draft::new(origin, &format!("{title}\n{body}"));
        draft.put("title", &title);
        draft.put("description", &body);
        common(&mut draft, item);
        draft.key = key(item);
        let cells = cells.iter();
        let cells = cells.map(|(column, name, cell)| (column, name.as_str(), cell.as_str()));
        reading.push(row::fill(draft, cells, &habits));
    }
    Ok(reading)
}

/// What an item says of its event in elements of their own.
fn cells(item: &Element) -> Vec<(Column, String, String)> {
    let mut cells: Vec<(Column, String, String)> = Vec::new();
    let mut put = |field: &'static str, name: &str, text: &str| {
        let column = Column::Known(field);
        let text = text.trim();
        if !text.is_empty() && !cells.iter().any(|(own, ..)| *own == column) {
            cells.push((column, name.to_owned(), text.to_owned()));
        }
    };
    for child in &item.children {
        let name = child.name.to_ascii_lowercase();
        if name == "when" {
            put(
                "start",
                "startTime",
                child.attribute("startTime").unwrap_or_default(),
            );
            put(
                "end",
                "endTime",
                child.attribute("endTime").unwrap_or_default(),
            );
        } else if name == "where" && child.attribute("valueString").is_some() {
            put(
                "location",
                "where",
                child.attribute("valueString").unwrap_or_default(),
            );
        } else if let Some((_, field)) = FIELDS.iter().find(|(own, _)| *own == name) {
            let name = match child.prefix.as_str() {
                "" => child.name.clone(),
                prefix => format!("{prefix}:{}", child.name),
            };
            put(field, &name, &html::plain_if_markup(&child.whole_text()));
        }
    }
    cells
}

/// The day on which an item was published (RSS's `pubDate`, Atom's `published` and `updated`).
fn published(item: &Element) -> Option<NaiveDate> {
    let days = item.children.iter().filter_map(|child| {
        let text = child.whole_text();
        let text = text.trim();
        match child.name.to_ascii_lowercase().as_str() {
            "pubdate" => Some(DateTime::parse_from_rfc2822(text).ok()?.date_naive()),
            "published" | "updated" | "date" => text.get(..10)?.parse().ok(),
            _ => None,
        }
    });
    days.min()
}

/// An item whose day stands in its words.
fn in_words(
    item: &Element,
    title: &str,
    body: &str,
    origin: Origin,
    options: &Options,
    reading: &mut Reading,
) {
    let text = format!("{title}\n{body}");
    let mut read = listing::read(&text, &origin.source, &options.written_on(published(item)));
    let moved = moved_between(&text).filter(|_| read.drafts.len() > 1);
    if moved.is_some() || read.drafts.is_empty() {
        let first = moved.or_else(|| Some(read.rejects.first()?.reason.clone()));
        let reason = first.unwrap_or_else(|| {
            "its text names no day of an event; the day on which it was published is not taken for one".to_owned()
        });
        let mut draft = Draft::new(origin, &text);
        draft.put("title", title);
        common(&mut draft, item);
        reading.reject(draft.rejected(reason));
        return;
    }
    let is_one = read.drafts.len() == 1;
    for draft in &mut read.drafts {
        draft.origin = origin.clone();
        if draft.text_of("url").is_none() {
            draft.put("url", &link(item));
        }
        if is_one {
            draft.key = key(item);
            draft.put("title", title);
        }
    }
    for reject in &mut read.rejects {
        reject.origin = origin.clone();
    }
    read.notes.clear();
    reading.append(read);
}

/// What an item has whether it is dated or not.
fn common(draft: &mut Draft, item: &Element) {
    draft.put("url", &link(item));
}

fn title(item: &Element) -> String {
    let title = item
        .child("title")
        .map(Element::whole_text)
        .unwrap_or_default();
    html::entities(&html::plain_if_markup(&title))
        .replace('\n', " ")
        .trim()
        .to_owned()
}

/// The longest text of an item, without markup.
fn body(item: &Element) -> String {
    let texts = item.children.iter().filter(|child| {
        matches!(
            child.name.as_str(),
            "encoded" | "content" | "description" | "summary"
        )
    });
    let longest = texts.map(Element::whole_text).max_by_key(String::len);
    html::plain_if_markup(&longest.unwrap_or_default())
}

/// The address of an item's page.
fn link(item: &Element) -> String {
    let links = || item.children.iter().filter(|child| child.name == "link");
    let alternate = links().find(|link| matches!(link.attribute("rel"), None | Some("alternate")));
    let link = alternate.or_else(|| links().next());
    let address = link.and_then(|link| link.attribute("href").or(Some(link.text.trim())));
    let address = address.unwrap_or_default();
    match address.starts_with("http") {
        true => address.to_owned(),
        false => String::new(),
    }
}

/// What the feed calls an item, the same on every reading.
fn key(item: &Element) -> Option<String> {
    let names = ["guid", "id", "uid"]
        .into_iter()
        .filter_map(|name| item.child(name));
    let mut names = names.map(|name| name.text.trim().to_owned());
    let key = names.find(|name| !name.is_empty());
    key.or_else(|| item.attribute("rdf:about").map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(feed: &str, expected: &[&str]) {
        let options = Options::new("2023-11-01".parse().unwrap());
        let root = Element::read(feed).unwrap();
        let reading = read(&root, &"feed".into(), &options).unwrap();
        let text = |draft: &Draft| {
            let start = draft.start.map_or(String::new(), |start| start.to_string());
            let field = |name| draft.text_of(name).unwrap_or_default();
            format!("{start}|{}|{}", field("title"), field("url"))
        };
        let mut found: Vec<String> = reading.drafts.iter().map(text).collect();
        let rejects = reading.rejects.iter();
        found.extend(rejects.map(|reject| format!("rejected: {}", reject.reason)));
        assert_eq!(found, expected);
    }

    #[test]
    fn an_item_has_its_own_day() {
        check(
            "<?xml version=\"1.0\"?><rss><channel><title>T</title><item><title>March &amp; rally</title>\
             <link>https://a.example/1</link><pubDate>Tue, 31 Oct 2023 09:00:00 +0100</pubDate>\
             <ev:startdate>2023-11-04T14:00</ev:startdate><ev:location>Leeds</ev:location></item></channel></rss>",
            &["2023-11-04T14:00|March & rally|https://a.example/1"],
        );
        check(
            "<feed><entry><title>March</title><link href=\"https://a.example/1\"/><updated>2023-10-31T09:00:00Z</updated>\
             <gd:when startTime=\"2023-11-04T14:00\"/></entry></feed>",
            &["2023-11-04T14:00|March|https://a.example/1"],
        );
    }

    #[test]
    fn the_day_of_publishing_is_not_that_of_the_event() {
        check(
            "<rss><channel><item><title>Why we march</title><description>&lt;p&gt;A text.&lt;/p&gt;</description>\
             <pubDate>Tue, 31 Oct 2023 09:00:00 +0100</pubDate></item></channel></rss>",
            &[
                "rejected: its text names no day of an event; the day on which it was published is not taken for one",
            ],
        );
    }

    #[test]
    fn a_day_in_the_words_of_an_item() {
        check(
            "<rss><channel><item><title>Mahnwache in Gießen</title><link>https://a.example/2</link>\
             <content:encoded><![CDATA[<p>Samstag, 4. November 2023</p><p>Gießen, 17 Uhr, Kirchenplatz</p>]]></content:encoded>\
             <pubDate>Tue, 31 Oct 2023 09:00:00 +0100</pubDate></item></channel></rss>",
            &["2023-11-04T17:00|Mahnwache in Gießen|https://a.example/2"],
        );
    }
}
