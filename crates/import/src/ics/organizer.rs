//! Who organizes an event of a calendar (RFC 5545, section 3.8.4.3), unless that is the person who owns the calendar.

use fold::fold;
use serde_json::Value;

use super::component::Component;
use crate::draft::Draft;

/// Puts the name of the organizer. Outlook and others write the owner of the calendar there: a person's name is left out,
/// and that is said.
pub fn put(draft: &mut Draft, component: &Component) {
    let Some(property) = component.get("ORGANIZER") else {
        return;
    };
    let name = property
        .parameter("CN")
        .unwrap_or_default()
        .replace('\\', "");
    let name = name.trim();
    if name.is_empty() || name.contains('@') {
        return;
    }
    if is_person(name, &property.value) {
        draft
            .notes
            .push("ORGANIZER looks like a person's name and address, and is left out".to_owned());
        return;
    }
    let names = vec![Value::from(name)];
    draft.fields.insert("organizers".to_owned(), names.into());
}

/// Whether a name is that of the address beside it: `Maija Meikäläinen` or `Maija`, and `m.meikalainen@…` or
/// `maija.m@…`.
pub fn is_person(name: &str, address: &str) -> bool {
    let address = address
        .rsplit_once(':')
        .map_or(address, |(_, address)| address);
    let Some((local, _)) = address.split_once('@') else {
        return false;
    };
    let local = fold(local);
    let plain = fold(name);
    let words: Vec<&str> = plain
        .split([' ', ',', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_name = (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars()
                .all(|letter| letter.is_alphabetic() || letter == '.')
        });
    let is_spelled = |word: &&str| word.chars().count() > 2 && local.contains(*word);
    // “Jo” and “jo.smith@…”.
    let parts: Vec<&str> = local.split(['.', '_', '-', '+']).collect();
    let is_first = matches!(words[..], [only] if parts.len() > 1 && parts[0] == only);
    is_first || is_name && words.iter().any(is_spelled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_person_s_when_the_address_is() {
        for (name, address) in [
            ("Meikäläinen Maija", "mailto:maija.meikalainen@a.example"),
            ("John Smith", "MAILTO:jsmith@a.example"),
            ("Muster, Erika", "mailto:e.muster@a.example"),
            ("Jo", "mailto:jo.smith@a.example"),
        ] {
            assert!(is_person(name, address), "{name}");
        }
        for (name, address) in [
            ("Fridays for Future Leeds", "mailto:info@a.example"),
            ("Peace Network", "mailto:x1@group.calendar.example"),
            ("Greenpeace", "mailto:greenpeace@a.example"),
            ("Peace Network", "invalid:nomail"),
        ] {
            assert!(!is_person(name, address), "{name}");
        }
    }
}
