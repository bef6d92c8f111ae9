//! Ids of the example's entries: the city and the day, with a number from the second on.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The ids given so far.
#[derive(Default)]
pub struct Ids {
    given: BTreeMap<String, u32>,
}

impl Ids {
    /// The next id of this city and day: `london-2023-11-04`, then `london-2023-11-04-2`.
    ///
    /// # Errors
    /// The city has letters that no plain letter stands for.
    pub fn next(&mut self, city: &str, date: &str) -> Result<String> {
        let stem = format!("{}-{date}", plain(city)?);
        let times = self.given.entry(stem.clone()).or_default();
        *times += 1;
        Ok(match *times {
            1 => stem,
            times => format!("{stem}-{times}"),
        })
    }
}

/// `São Paulo` as `sao-paulo`: letters without their marks, anything else as one hyphen.
fn plain(name: &str) -> Result<String> {
    let mut plain = String::new();
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            // The one Latin letter among these cities that does not decompose (Şanlıurfa).
            'ı' => plain.push('i'),
            letter if letter.is_ascii_alphanumeric() => plain.push(letter.to_ascii_lowercase()),
            letter if letter.is_alphabetic() => bail!("no id for {name}: what is {letter}?"),
            _ if plain.is_empty() || plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    let plain = plain.trim_end_matches('-');
    if plain.is_empty() {
        bail!("no id for an entry without a city");
    }
    Ok(plain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cities: &[&str], expected: &[&str]) {
        let mut ids = Ids::default();
        let given: Vec<_> = cities
            .iter()
            .map(|city| ids.next(city, "2023-11-04").unwrap())
            .collect();
        assert_eq!(given, expected);
    }

    #[test]
    fn an_id_is_the_city_and_the_day() {
        check(&["London"], &["london-2023-11-04"]);
        check(&["São Paulo"], &["sao-paulo-2023-11-04"]);
        check(&["St. John's"], &["st-john-s-2023-11-04"]);
        check(&["Şanlıurfa"], &["sanliurfa-2023-11-04"]);
    }

    #[test]
    fn a_second_entry_of_the_day_is_numbered() {
        check(
            &["London", "Leeds", "London"],
            &[
                "london-2023-11-04",
                "leeds-2023-11-04",
                "london-2023-11-04-2",
            ],
        );
    }

    #[test]
    fn letters_are_not_dropped_in_silence() {
        for city in ["東京", "Łódź", "", "–"] {
            assert!(Ids::default().next(city, "2023-11-04").is_err(), "{city}");
        }
    }
}
