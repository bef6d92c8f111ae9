//! Redaction: telephone numbers, e-mail addresses and names of people are left out of all texts of an entry, whatever the
//! source.

use serde_json::Value;

use crate::contact::contacts;
use crate::draft::Draft;
use crate::ics::organizer::is_person;
use crate::private::without_contacts;

/// Fields with texts that people write.
const TEXTS: [&str; 6] = [
    "title",
    "description",
    "place",
    "address",
    "accessibility",
    "image_alt",
];

/// What is said where something was left out.
const NOTE: &str = "a telephone number or e-mail address in its text is left out: whoever wrote it may not want it published";

/// Removes telephone numbers and e-mail addresses, and organizers that are people, and says so. Addresses of the web stay.
pub fn clean(draft: &mut Draft) {
    if draft.ours {
        return;
    }
    let mut found = false;
    for field in TEXTS {
        if let Some(Value::String(text)) = draft.fields.get_mut(field) {
            found |= shorten(text);
            if text.is_empty() {
                draft.fields.shift_remove(field);
            }
        }
    }
    if let Some(location) = &mut draft.location {
        found |= shorten(location);
    }
    if draft.location.as_deref() == Some("") {
        draft.location = None;
    }
    if let Some(Value::Object(languages)) = draft.fields.get_mut("translations") {
        let texts = languages.values_mut().filter_map(Value::as_object_mut);
        for text in texts.flat_map(|fields| fields.values_mut()) {
            if let Value::String(text) = text {
                found |= shorten(text);
            }
        }
    }
    found |= organizers(draft);
    if found && !draft.notes.iter().any(|note| note == NOTE) {
        draft.notes.push(NOTE.to_owned());
    }
}

fn shorten(text: &mut String) -> bool {
    let left = without_contacts(text);
    let found = left.is_some();
    if let Some(left) = left {
        *text = left;
    }
    found
}

/// “Peace Network <info@…>” without the address; “Jo Smith <jo.smith@…>” is a person.
fn organizers(draft: &mut Draft) -> bool {
    let Some(all) = draft
        .fields
        .get_mut("organizers")
        .and_then(Value::as_array_mut)
    else {
        return false;
    };
    let mut found = false;
    all.retain_mut(|organizer| {
        let Value::String(text) = organizer else {
            return true;
        };
        let Some(first) = contacts(text).into_iter().next() else {
            return true;
        };
        found = true;
        let contact = text[first.clone()].to_owned();
        let mut name = text.clone();
        for range in contacts(text).into_iter().rev() {
            name.replace_range(range, "");
        }
        let name = name
            .replace("<>", "")
            .replace("()", "")
            .replace("mailto:", "");
        let marks = |letter: char| !letter.is_alphanumeric() && letter != ')' && letter != '!';
        let name = name.trim_end_matches(marks).trim_start_matches(marks);
        *text = name.to_owned();
        !name.is_empty() && !is_person(name, &contact)
    });
    if all.is_empty() {
        draft.fields.shift_remove("organizers");
    }
    found
}

#[cfg(test)]
mod tests {

    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(fields: Value, expected: Value, notes: usize) {
        let mut draft = Draft::example("");
        draft.fields = fields.as_object().unwrap().clone();
        clean(&mut draft);
        assert_eq!(Value::Object(draft.fields), expected);
        assert_eq!(draft.notes.len(), notes);
    }

    #[test]
    fn addresses_and_numbers_are_removed_and_that_is_noted() {
        check(
            json!({ "title": "A", "description": "All welcome. Questions: Jo 07700 900123 or jo@a.example" }),
            json!({ "title": "A", "description": "All welcome" }),
            1,
        );
        check(
            json!({ "description": "Call Jo 07700 900123" }),
            json!({}),
            1,
        );
        check(
            json!({ "organizers": ["Jo Smith <jo.smith@a.example>", "Peace Network <info@a.example>", "eva@a.example"] }),
            json!({ "organizers": ["Peace Network"] }),
            1,
        );
        check(
            json!({ "translations": { "de": { "description": "Fragen: eva@a.example" } } }),
            json!({ "translations": { "de": { "description": "" } } }),
            1,
        );
    }

    #[test]
    fn addresses_of_the_web_and_other_numbers_stay() {
        for fields in [
            json!({ "description": "https://a.example/demo-0171-5550199 and https://social.example/@eva" }),
            json!({ "description": "On 04.11.2023 at 14.00-16.00, ages 1000-2000" }),
            json!({ "url": "https://a.example/?call=0171-5550199", "organizers": ["Peace Network"] }),
        ] {
            check(fields.clone(), fields, 0);
        }
    }
}
