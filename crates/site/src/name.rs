//! What the files of feeds are called: names that every file system and host takes, one for each scope, for good.

use export::page::hashed;

/// The longest name that is the scope itself, in bytes.
const LONGEST: usize = 80;

/// The name of a feed's scope: its key, and what follows of small Latin letters and digits.
///
/// `values` are folded; the name depends on nothing but them, so that a feed keeps its address whatever else is in the
/// calendar.
pub fn of_scope(key: &str, values: &[&str]) -> String {
    let all = [&[key], values].concat().join("\n");
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' ';
    let is_name = values
        .iter()
        .all(|value| !value.trim().is_empty() && value.bytes().all(plain));
    let name = format!("{key}-{}", values.join("-").replace(' ', "-"));
    // A single space becomes a single stroke; anything else could be another value's name.
    let is_name = is_name && name.len() <= LONGEST && !all.contains("  ");
    match is_name {
        true => name,
        false => hashed(&name, &all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_has_one_name() {
        assert_eq!(of_scope("country", &["fr"]), "country-fr");
        assert_eq!(of_scope("city", &["us", "new york"]), "city-us-new-york");
        assert_ne!(of_scope("tag", &["a b"]), of_scope("tag", &["a-b"]));
        assert_ne!(of_scope("tag", &["a  b"]), of_scope("tag", &["a b"]));
        assert_ne!(of_scope("tag", &["غزة"]), of_scope("tag", &["قدس"]));
        assert!(
            of_scope("tag", &["../../x"]).starts_with("tag-x~"),
            "{}",
            of_scope("tag", &["../../x"])
        );
        assert!(of_scope("tag", &["", ""]).starts_with("tag~"));
    }
}
