//! Events that a page marks up in its text: microdata of schema.org (HTML Standard, section 5) and h-event, with the older
//! hCalendar (<https://microformats.org/wiki/h-event>), as objects of schema.org.

use scraper::{ElementRef, Html, Selector};
use serde_json::{Map, Value};

use super::text_of;

/// How deep items inside items are read.
const DEEPEST: usize = 6;

/// Classes of h-event and hCalendar, and the properties of schema.org that they are.
const CLASSES: [(&str, &str); 13] = [
    ("p-name", "name"),
    ("summary", "name"),
    ("dt-start", "startDate"),
    ("dtstart", "startDate"),
    ("dt-end", "endDate"),
    ("dtend", "endDate"),
    ("p-location", "location"),
    ("location", "location"),
    ("u-url", "url"),
    ("url", "url"),
    ("e-content", "description"),
    ("p-summary", "description"),
    ("description", "description"),
];

/// The events that a page marks up, in its order.
pub fn events(page: &str) -> Vec<Value> {
    let document = Html::parse_document(page);
    let Ok(marked) = Selector::parse("[itemscope][itemtype], .h-event, .vevent") else {
        return Vec::new();
    };
    let is_inner = |element: &ElementRef<'_>| element.attr("itemprop").is_some();
    let elements = document
        .select(&marked)
        .filter(|element| !is_inner(element));
    elements
        .map(|element| match element.attr("itemtype") {
            Some(_) => item(element, 0),
            None => h_event(element),
        })
        .filter(|event| is_event(event) && event.get("startDate").is_some())
        .collect()
}

fn is_event(item: &Value) -> bool {
    let kind = item.get("@type").and_then(Value::as_str);
    kind.is_some_and(|kind| kind.ends_with("Event") || kind.ends_with("Festival"))
}

/// An item of microdata with its properties.
fn item(element: ElementRef<'_>, depth: usize) -> Value {
    let mut object = Map::new();
    let kind = element.attr("itemtype").unwrap_or_default();
    let kind = kind.split_whitespace().next().unwrap_or_default();
    let kind = kind.rsplit('/').next().unwrap_or_default();
    object.insert("@type".to_owned(), kind.into());
    properties(element, depth, &mut object);
    object.into()
}

/// Puts the properties of the elements inside, but not of the items inside.
fn properties(element: ElementRef<'_>, depth: usize, object: &mut Map<String, Value>) {
    for child in element.child_elements() {
        if let Some(names) = child.attr("itemprop") {
            let value = match child.attr("itemscope") {
                Some(_) if depth < DEEPEST => item(child, depth + 1),
                _ => value(child).into(),
            };
            for name in names.split_whitespace() {
                object.entry(name).or_insert_with(|| value.clone());
            }
        }
        if child.attr("itemscope").is_none() {
            properties(child, depth, object);
        }
    }
}

fn h_event(element: ElementRef<'_>) -> Value {
    let mut object = Map::new();
    object.insert("@type".to_owned(), "Event".into());
    for inner in element.descendent_elements() {
        for (class, name) in CLASSES {
            if inner.value().classes().any(|own| own == class) {
                object.entry(name).or_insert_with(|| value(inner).into());
            }
        }
    }
    object.into()
}

/// The parts of a value in elements of the class `value`; a day and an hour are one time
/// (<https://microformats.org/wiki/value-class-pattern>).
fn by_class(element: ElementRef<'_>) -> Option<String> {
    let selector = Selector::parse(".value").ok()?;
    let parts: Vec<String> = element
        .select(&selector)
        .map(|part| part.text().collect::<String>().trim().to_owned())
        .collect();
    match &parts[..] {
        [] => None,
        [day, hour] if day.contains('-') && hour.contains(':') => Some(format!("{day}T{hour}")),
        parts => Some(parts.concat()),
    }
}

/// What an element says: its machine-readable value where it has one, else its text.
fn value(element: ElementRef<'_>) -> String {
    if let Some(value) = by_class(element) {
        return value;
    }
    let attribute = match element.value().name() {
        "meta" => "content",
        "a" | "link" | "area" => "href",
        "img" | "source" | "iframe" => "src",
        "time" | "del" | "ins" => "datetime",
        "data" | "meter" => "value",
        "abbr" => "title",
        _ => "content",
    };
    match element
        .attr(attribute)
        .map(str::trim)
        .filter(|said| !said.is_empty())
    {
        Some(said) => said.to_owned(),
        None => text_of(*element, false).replace('\n', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn microdata_is_read_as_schema_org() {
        let page = "<div itemscope itemtype='https://schema.org/Event'><h2 itemprop=name>Rally for <em>Rent</em></h2>\
            <time itemprop=startDate datetime='2023-11-04T12:00'>noon</time><span itemprop=location itemscope \
            itemtype='https://schema.org/Place'><b itemprop=name>George Square</b></span>\
            <link itemprop=eventStatus href='https://schema.org/EventCancelled'></div>\
            <div itemscope itemtype='https://schema.org/Person'><b itemprop=name>Eva</b></div>";
        assert_eq!(
            events(page),
            [
                json!({ "@type": "Event", "name": "Rally for Rent", "startDate": "2023-11-04T12:00",
                "location": { "@type": "Place", "name": "George Square" },
                "eventStatus": "https://schema.org/EventCancelled" })
            ]
        );
    }

    #[test]
    fn h_event_is_read_as_schema_org() {
        let page = "<div class='vevent h-event'><b class='summary p-name'>Vigil</b> <abbr class=dtstart \
            title='2023-11-05T17:00'>5pm</abbr> <i class=p-location>Cardiff, UK</i></div>";
        assert_eq!(
            events(page),
            [
                json!({ "@type": "Event", "name": "Vigil", "startDate": "2023-11-05T17:00", "location": "Cardiff, UK" })
            ]
        );
    }
}
