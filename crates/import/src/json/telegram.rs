//! Chats of Telegram as its desktop program exports them (`result.json`): the texts of their messages, as a listing.
//!
//! The day on which a message was sent is not that of an event, and who sent it goes nowhere.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;

use super::fields::plain;
use crate::draft::Reading;
use crate::listing;
use crate::options::Options;

/// Whether a value is an exported chat.
pub fn is(value: &Value) -> bool {
    let messages = value.get("messages").and_then(Value::as_array);
    messages.is_some_and(|messages| {
        messages.iter().any(|message| {
            message.get("type").and_then(Value::as_str) == Some("message")
                && message.get("text").is_some()
        })
    })
}

/// Reads the messages, counted from 1.
pub fn read(value: &Value, source: &Arc<str>, options: &Options) -> Reading {
    let messages = value.get("messages").and_then(Value::as_array);
    let mut lines: Vec<(u64, String)> = Vec::new();
    for (number, message) in (1..).zip(messages.into_iter().flatten()) {
        let text = text(message.get("text").unwrap_or(&Value::Null));
        lines.extend(text.lines().map(|line| (number, line.to_owned())));
        lines.push((number, String::new()));
    }
    let lines = lines.iter().map(|(number, line)| (*number, line.as_str()));
    let mut days = messages.into_iter().flatten().filter_map(|message| {
        let day = message.get("date")?.as_str()?.get(..10)?;
        day.parse::<NaiveDate>().ok()
    });
    let options = options.written_on(days.next());
    let mut reading = listing::read_lines(lines, source, &options);
    let drafts = reading.drafts.iter_mut().map(|draft| &mut draft.origin);
    let rejects = reading.rejects.iter_mut().map(|reject| &mut reject.origin);
    for origin in drafts.chain(rejects) {
        origin.unit = "item";
    }
    reading
}

/// A text, or the parts of one: plain, or with a type such as `bold`.
fn text(value: &Value) -> String {
    match value {
        Value::Array(parts) => parts.iter().map(text).collect(),
        Value::Object(part) => {
            let said = part.get("text").and_then(plain).unwrap_or_default();
            match part.get("type").and_then(Value::as_str) {
                Some("strikethrough") => format!("~~{said}~~"),
                Some("mention" | "mention_name" | "phone" | "email") => String::new(),
                _ => said,
            }
        }
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_texts_of_messages_are_a_listing() {
        let chat = json!({ "name": "Marches", "messages": [
            { "id": 1, "type": "service", "date": "2023-10-01T10:00:00", "actor": "Eva", "text": "" },
            { "id": 2, "type": "message", "date": "2023-10-05T12:00:00", "from": "Eva Muster", "text": [
                { "type": "bold", "text": "Saturday, 4 November 2023" }, "\n\nLeeds: 2 pm, City Square\nYork: ",
                { "type": "bold", "text": "3 pm" }, ", Minster" ] },
        ] });
        assert!(is(&chat));
        let options = Options::new("2023-11-01".parse().unwrap());
        let reading = read(&chat, &"chat".into(), &options);
        let found: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| format!("{}: {}", draft.origin, draft.start.unwrap()))
            .collect();
        assert_eq!(
            found,
            [
                "chat, item 2: 2023-11-04T14:00",
                "chat, item 2: 2023-11-04T15:00"
            ]
        );
        assert_eq!(reading.rejects, []);
    }
}
