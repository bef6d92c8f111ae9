//! Time zones as people write them: “EST”, “мск”, “UTC+2”, in headings, in columns of zones and behind an hour.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::ics::windows;
use super::words::list::in_sections;
use super::words::plain;

/// What a name says of the zone in which hours are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneName {
    /// The venue's own clock: “local time”.
    Local,
    /// IANA ids; several for a name such as “CST”.
    Zones(Vec<String>),
    /// Minutes east of UTC.
    Offset(i32),
}

/// The most words of a name.
const MOST_WORDS: usize = 5;

/// IANA ids, or `local`, by the folded names in the file of zones.
static NAMES: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<&'static str>> = HashMap::new();
    for (_, id, name) in in_sections(include_str!("words/zones.txt")) {
        names.entry(plain(name)).or_default().push(id);
    }
    names
});

/// The zone that the whole of a text names.
pub fn zone(text: &str) -> Option<ZoneName> {
    let text = text.trim().trim_matches('"').trim();
    if text.is_empty() || text.len() > 100 {
        return None;
    }
    if let Some(minutes) = offset(text) {
        return Some(ZoneName::Offset(minutes));
    }
    match NAMES.get(&plain(text)).map(Vec::as_slice) {
        Some(["local"]) => return Some(ZoneName::Local),
        Some(["Etc/UTC"]) => return Some(ZoneName::Offset(0)),
        Some(ids) => {
            let ids = ids.iter().map(|id| (*id).to_owned());
            return Some(ZoneName::Zones(ids.collect()));
        }
        None => {}
    }
    let id = tz_database::named(text).map(|zone| zone.name().to_owned());
    let id = id.or_else(|| windows::iana(text).map(str::to_owned))?;
    // “GMT0”, “Etc/UCT”, “Zulu”.
    Some(match tz_database::canonical(&id).as_deref() {
        Some("Etc/UTC" | "Etc/GMT") => ZoneName::Offset(0),
        _ => ZoneName::Zones(vec![id]),
    })
}

/// A text without the zone at its end, and that zone as it is written: “Time (UTC)”, “start_utc”, “14:00 мск”.
pub fn behind(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    if text.len() > 200 {
        return None;
    }
    let inner = text.strip_suffix([')', ']', '）']);
    if let Some((rest, name)) = inner.and_then(|inner| inner.rsplit_once(['(', '[', '（'])) {
        let name = name.trim();
        return zone(in_zone(name)).map(|_| (rest.trim(), in_zone(name)));
    }
    // “16:00Z”.
    if let Some(rest) = text.strip_suffix(['Z', 'z'])
        && rest.contains(':')
        && rest.ends_with(|letter: char| letter.is_ascii_digit())
    {
        return Some((rest, &text[rest.len()..]));
    }
    let is_gap =
        |letter: char| letter.is_whitespace() || matches!(letter, '_' | '.' | ',' | '/' | '-');
    // “startUtc”: a capital letter behind a small one begins a word.
    let starts = text.char_indices().zip(text.chars().skip(1));
    let starts = starts.filter_map(|((at, before), letter)| {
        let begins = is_gap(before) && !is_gap(letter);
        let camel = before.is_ascii_lowercase() && letter.is_ascii_uppercase();
        (begins || camel).then_some(at + before.len_utf8())
    });
    let mut starts: Vec<usize> = starts.collect();
    let first = starts.len().saturating_sub(MOST_WORDS);
    let found = starts.drain(first..).find(|at| {
        let name = &text[*at..];
        // A single letter, and “-05” of a date, are none.
        name.chars().count() > 1 && name.starts_with(char::is_alphabetic) && zone(name).is_some()
    })?;
    let rest = text[..found].trim_end_matches(is_gap);
    (!rest.is_empty()).then_some((rest, &text[found..]))
}

/// A name without “in” and the like before it.
fn in_zone(name: &str) -> &str {
    let before = [
        "in ",
        "all times ",
        "times in ",
        "time in ",
        "en ",
        "po ",
        "по ",
    ];
    before
        .iter()
        .find_map(|word| name.strip_prefix(word).filter(|rest| zone(rest).is_some()))
        .unwrap_or(name)
}

/// `UTC+2`, `GMT-0530`, `+05:30`, in minutes.
fn offset(text: &str) -> Option<i32> {
    let upper = text
        .to_uppercase()
        .replace(['−', '–'], "-")
        .replace(' ', "");
    let prefixed = ["UTC", "GMT"]
        .iter()
        .find_map(|prefix| upper.strip_prefix(prefix));
    let rest = prefixed.unwrap_or(&upper);
    if rest.is_empty() {
        return prefixed.map(|_| 0);
    }
    let digits = rest.strip_prefix(['+', '-', '±'])?;
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "0"),
    };
    let number = |text: &str| {
        let simple = (1..3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| simple)
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let sign = if rest.starts_with('-') { -1 } else { 1 };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = zone(text).map(|zone| match zone {
            ZoneName::Local => "local".to_owned(),
            ZoneName::Zones(ids) => ids.join(" "),
            ZoneName::Offset(minutes) => minutes.to_string(),
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn names_of_zones() {
        check("EST", Some("America/New_York"));
        check("мск", Some("Europe/Moscow"));
        check("МСК", Some("Europe/Moscow"));
        check("Europe/Paris", Some("Europe/Paris"));
        check("Tokyo Standard Time", Some("Asia/Tokyo"));
        check(
            "CST",
            Some("America/Chicago America/Mexico_City America/Havana Asia/Shanghai Asia/Taipei"),
        );
        check("UTC", Some("0"));
        check("Etc/UTC", Some("0"));
        check("UTC+2", Some("120"));
        check("GMT-0530", Some("-330"));
        check("+05:45", Some("345"));
        check("Ortszeit", Some("local"));
        check("somewhere", None);
        check("UTC+99", None);
        check("", None);
    }

    #[test]
    fn every_id_in_the_file_is_one() {
        for ids in NAMES.values() {
            for id in ids {
                assert!(*id == "local" || tz_database::named(id).is_some(), "{id}");
            }
        }
    }

    #[test]
    fn a_zone_at_the_end() {
        for (text, expected) in [
            ("Time (UTC)", Some(("Time", "UTC"))),
            ("start_utc", Some(("start", "utc"))),
            ("startUtc", Some(("start", "Utc"))),
            ("Datetime UTC", Some(("Datetime", "UTC"))),
            ("Время (мск)", Some(("Время", "мск"))),
            ("Time in UTC", Some(("Time in", "UTC"))),
            ("Start (in UTC+2)", Some(("Start", "UTC+2"))),
            ("Hora del Pacífico", None),
            ("Time", None),
            ("Time (24h)", None),
            ("14:00 Eastern Time", Some(("14:00", "Eastern Time"))),
            ("2023-11-04", None),
            ("2023-11-04 14:00-05:00", None),
        ] {
            assert_eq!(behind(text), expected, "{text}");
        }
    }
}
