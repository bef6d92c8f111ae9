//! An event as a schema.org `Event` inside its page, with what Google asks for.
//!
//! <https://developers.google.com/search/docs/appearance/structured-data/event>: `name`, `startDate`, `location` and its
//! `address` are required.

use event_file::Event;
use event_file::link::{clickable, loadable};
use serde_json::{Map, Value, json};

use crate::context::Context;

impl Context<'_> {
    /// The text of the `<script type="application/ld+json">` of an event's page; `None` where the file does not say
    /// what is required: a name, a date and a place.
    pub(crate) fn structured(
        &self,
        event: &Event,
        page: &str,
        picture: Option<&str>,
    ) -> Option<String> {
        self.name(event)?;
        event.start?;
        let about = self.input.calendar.about.language.as_deref();
        let mut members = export::jsonld_of_one(event, about, self.input.reader.zones);
        let location = members.get_mut("location")?;
        match location {
            Value::Array(several) => several.iter_mut().for_each(|one| self.address(one, event)),
            one => self.address(one, event),
        }
        let own = members.insert("url".to_owned(), page.into());
        if let Some(own) = own {
            also(&mut members, own);
        }
        members.remove("image");
        let poster = event.image.as_deref().filter(|image| loadable(image));
        let poster = poster.map(|image| match clickable(image) {
            true => image.to_owned(),
            false => self.input.url.of(image.trim_start_matches(['.', '/'])),
        });
        let pictures: Vec<Value> = poster
            .into_iter()
            .chain(picture.map(str::to_owned))
            .map(Value::from)
            .collect();
        if !pictures.is_empty() {
            members.insert("image".to_owned(), pictures.into());
        }
        members.shift_insert(0, "@context".to_owned(), "https://schema.org".into());
        Some(inside_html(&Value::from(members).to_string()))
    }

    /// Sees to it that a place has a name and an address, of what the file says of it.
    fn address(&self, place: &mut Value, event: &Event) {
        if place["@type"] != "Place" {
            return;
        }
        let known = self.place(event);
        let written = match known.is_empty() {
            true => self.say("event.place_unknown"),
            false => known,
        };
        if place.get("name").is_none() {
            place["name"] = written.clone().into();
        }
        if place.get("address").is_none() {
            place["address"] = json!(written);
        }
    }
}

/// Adds an address to those under which the same event is found.
fn also(members: &mut Map<String, Value>, address: Value) {
    let mut all = vec![address];
    match members.remove("sameAs") {
        Some(Value::Array(more)) => all.extend(more),
        Some(one) => all.push(one),
        None => {}
    }
    members.insert("sameAs".to_owned(), all.into());
}

/// JSON whose text ends no `<script>` and opens no comment in it: what HTML could read stands as escapes.
fn inside_html(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                safe.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            // JSON writes most of them as escapes already.
            c if c.is_control() => safe.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_it_ends_the_script() {
        let json = json!({ "a": "</script><!--<script>&amp;\u{2028}\u{7f}" }).to_string();
        let safe = inside_html(&json);
        assert!(
            !safe.contains(['<', '>', '&', '\u{2028}', '\u{7f}']),
            "{safe}"
        );
        assert_eq!(
            serde_json::from_str::<Value>(&safe).unwrap().to_string(),
            json
        );
    }
}
