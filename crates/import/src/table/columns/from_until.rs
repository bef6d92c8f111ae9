//! Headings of two words or more that say the hour of the beginning or of the end: “Čas od”, `godz_do`, “Краен час”.

use super::parts::{Part, is_word_of};
use crate::words::{HEADINGS, plain};

/// Words between the hour and what it is of.
const BETWEEN: [&str; 24] = [
    "of", "the", "der", "des", "du", "la", "del", "di", "della", "em", "na", "w", "v", "o", "at",
    "um", "kl", "in", "de", "do", "da", "d", "l", "el",
];

/// Words beside an hour that are no headings by themselves, folded; `*` for any ending.
const FROM: [&str; 30] = [
    "start*",
    "begin*",
    "beginn*",
    "anfang*",
    "zacat*",
    "zaciat*",
    "pocat*",
    "pocet*",
    "rozpocz*",
    "начал*",
    "почат*",
    "почет*",
    "start",
    "inici*",
    "inizi*",
    "debut*",
    "incep*",
    "kezd*",
    "alk*",
    "borja*",
    "baslang*",
    "baslama*",
    "εναρξ*",
    "alg*",
    "pradzi*",
    "sakum*",
    "hasier*",
    "од",
    "от",
    "від",
];
const UNTIL: [&str; 40] = [
    "end*",
    "until*",
    "till",
    "ende*",
    "schluss*",
    "konec*",
    "konc*",
    "koniec*",
    "ukonc*",
    "zakoncz*",
    "край*",
    "краен",
    "крайн*",
    "кінц*",
    "заверш*",
    "законч*",
    "окончан*",
    "fin*",
    "fim*",
    "termino",
    "sfarsit*",
    "veg*",
    "befejez*",
    "paatty*",
    "loppu*",
    "slut*",
    "bitis*",
    "ληξ*",
    "λιξ*",
    "lop*",
    "pabaig*",
    "beig*",
    "amaier*",
    "zavrs*",
    "заврш*",
    "kraja",
    "до",
    "einde",
    "eind*",
    "закінч*",
];

/// `time` or `end_time` of a heading that names an hour and which one.
pub(super) fn hour_of(heading: &str) -> Option<&'static str> {
    let words: Vec<&str> = heading.split(' ').collect();
    if !(2..6).contains(&words.len()) {
        return None;
    }
    let (hours, rest): (Vec<&str>, Vec<&str>) = words
        .iter()
        .partition(|word| is_word_of(Part::Hour, heading, word));
    if hours.is_empty() {
        return None;
    }
    side(&rest.join(" ")).or_else(|| {
        let rest: Vec<&str> = rest
            .into_iter()
            .filter(|word| !BETWEEN.contains(word))
            .collect();
        match rest[..] {
            [only] => side(only),
            _ => None,
        }
    })
}

/// Which hour a word beside “hour” is of.
fn side(word: &str) -> Option<&'static str> {
    match HEADINGS.get(&plain(word)).copied() {
        Some("begin") => return Some("time"),
        Some("finish") => return Some("end_time"),
        _ => {}
    }
    let is = |own: &&'static str| match own.strip_suffix('*') {
        Some(stem) => word.starts_with(stem) && !word.contains(' '),
        None => word == *own,
    };
    match (FROM.iter().any(is), UNTIL.iter().any(is)) {
        (true, false) => Some("time"),
        (false, true) => Some("end_time"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_of_the_beginning_and_of_the_end() {
        for (heading, expected) in [
            ("godz_od", Some("time")),
            ("godz. do", Some("end_time")),
            ("Čas od", Some("time")),
            ("Čas do", Some("end_time")),
            ("Краен час", Some("end_time")),
            ("Hora do fim", Some("end_time")),
            ("Hora até", Some("end_time")),
            ("Heure de fin", Some("end_time")),
            ("Uhrzeit von", Some("time")),
            ("Uhrzeit bis", Some("end_time")),
            ("час початку", Some("time")),
            ("Tid från", Some("time")),
            ("Vrijeme završetka", Some("end_time")),
            ("Час до", Some("end_time")),
            ("Saat bitiş", Some("end_time")),
            ("Time to", Some("end_time")),
            ("Čas", None),
            ("Termin (Uhrzeit)", None),
            ("Kraj in čas", None),
            ("Miejsce i godzina", None),
            ("Date et heure", None),
            ("Čas konání", None),
            ("Time to vote", None),
            ("Data do ato", None),
        ] {
            assert_eq!(hour_of(&plain(heading)), expected, "{heading}");
        }
    }
}
