//! A remark that says that an event has another place than before: “neuer Ort: Rudolfplatz”, “now at Castle Green”.

use fold::fold;
use gazetteer::{Context, Found, Gazetteer};

use super::table::shape::says_when;
use super::when::names::{months_at, weekday_at};
use super::when::tokens::tokens;
use super::words::new_place::{WORDS, begins};
use super::words::plain;

/// The most words of a place that is taken.
const MOST_WORDS: usize = 6;

/// As many words may stand before those that say it: “Achtung, neuer Ort”.
const MOST_BEFORE: usize = 2;

/// As short a word names no day, in bytes.
const SHORTEST_DAY: usize = 4;

/// No places where people meet.
const ONLINE: [&str; 8] = [
    "zoom",
    "online",
    "teams",
    "instagram",
    "facebook",
    "youtube",
    "telegram",
    "livestream",
];

/// What a remark says of the place.
#[derive(Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// The new place.
    Plain(&'a str),
    /// That it is another one, but not plainly which.
    Another,
}

/// What a remark says of a new place, if it does so.
pub fn said(remark: &str) -> Option<Said<'_>> {
    let words = words(remark);
    labelled(remark, &words).or_else(|| moved(remark, &words))
}

/// Whether a remark says only that the place is another one: “Neuer Ort!”.
pub fn is_bare(remark: &str) -> bool {
    let words = words(remark);
    let found = begins(&WORDS.labels, &words, None);
    found.is_some_and(|(length, _)| length == words.len()) && !remark.contains(['?', '…'])
}

/// “Neuer Ort: Rudolfplatz”, “Neuer Ort!”.
fn labelled<'a>(remark: &'a str, words: &[Word]) -> Option<Said<'a>> {
    let from = |at: usize| begins(&WORDS.labels, words.get(at..)?, None);
    let (at, (length, language)) = (0..=MOST_BEFORE).find_map(|at| Some((at, from(at)?)))?;
    let behind = words.get(at + length..).unwrap_or_default();
    let end = words.get(at + length - 1)?.end;
    let next = behind.first().map_or(remark.len(), |word| word.start);
    // “Neuer Ort! Wir treffen uns am Rudolfplatz”.
    let is_sentence = remark.get(end..next)?.contains(['!', '.', '?', '…']);
    let to = begins(&WORDS.to, behind, Some(language)).map_or(0, |(length, _)| length);
    let place = behind.get(to).and_then(|word| place(remark, word.start));
    Some(match place {
        Some(place) if !is_sentence => Said::Plain(place),
        _ => Said::Another,
    })
}

/// “Verlegt auf den Rudolfplatz”, “now at Castle Green”.
fn moved<'a>(remark: &'a str, words: &[Word]) -> Option<Said<'a>> {
    (0..=1).find_map(|at| {
        let moved = begins(&WORDS.moved, words.get(at..)?, None);
        let (length, language) = moved.or_else(|| begins(&WORDS.now, &words[at..], None))?;
        let behind = words.get(at + length..)?;
        let (to, _) = begins(&WORDS.to, behind, Some(language))?;
        Some(Said::Plain(place(remark, behind.get(to)?.start)?))
    })
}

/// The place that is the rest of a remark, if it is a name and nothing else.
fn place(remark: &str, from: usize) -> Option<&str> {
    let place = remark.get(from..)?.trim().trim_end_matches(['.', '!']);
    let words: Vec<&str> = place.split_whitespace().collect();
    let is_capital = |letter: char| letter.is_uppercase() || u32::from(letter) >= 0x0590;
    let is_name = place.chars().any(is_capital) && words.len() <= MOST_WORDS;
    // Dots are those of “pl.” and “St.” alone.
    let stops = |word: &&str| word.ends_with('.') && word.chars().count() > 4;
    let is_plain =
        !place.contains(['!', '?', ';', ',', ':', '(', ')', '\n']) && !words.iter().any(stops);
    let plain = plain(place);
    let is_online = plain.split(' ').any(|word| ONLINE.contains(&word));
    let tokens = tokens(place);
    // “ter” is a day in Portuguese, and “tér” a square in Hungarian.
    let is_long = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.at.len() > SHORTEST_DAY)
    };
    let names_day = (0..tokens.len()).any(|at| {
        is_long(at) && (weekday_at(&tokens, at).is_some() || months_at(&tokens, at).is_some())
    });
    let is_where = !is_online && !names_day && !says_when(place) && !is_city(place);
    (is_name && is_plain && is_where).then_some(place)
}

/// Whether a name is that of a city: the event moved further than to another square.
pub fn is_city(name: &str) -> bool {
    let found = Gazetteer::embedded().named(name, &Context::default());
    !matches!(found, Found::None)
}

/// A word of a text, folded, and where it stands.
struct Word {
    text: String,
    start: usize,
    end: usize,
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, letter) in ends {
        let is_mark = matches!(u32::from(letter), 0x0900..=0x109f | 0x1780..=0x17ff);
        match (letter.is_alphanumeric() || is_mark, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word {
                    text: fold(&text[from..at]),
                    start: from,
                    end: at,
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_that_name_a_new_place() {
        for (remark, place) in [
            ("neuer Ort: Rudolfplatz", "Rudolfplatz"),
            ("verlegt auf den Kronenplatz", "Kronenplatz"),
            ("jetzt am Kronenplatz", "Kronenplatz"),
            ("NEW VENUE: Castle Green", "Castle Green"),
            ("now at Castle Green steps", "Castle Green steps"),
            ("moved to the Town Hall", "Town Hall"),
            ("nouveau lieu : parvis de la Gare", "parvis de la Gare"),
            ("rdv déplacé : gare SNCF", "gare SNCF"),
            ("nuevo lugar: Plaza Mayor", "Plaza Mayor"),
            ("ahora en la Plaza Mayor", "Plaza Mayor"),
            ("luogo cambiato: Piazza Dante", "Piazza Dante"),
            ("spostato in Piazza Dante", "Piazza Dante"),
            ("mudança de local: Praça da República", "Praça da República"),
            ("nieuwe locatie: Domplein", "Domplein"),
            ("verplaatst naar het Domplein", "Domplein"),
            ("zmiana miejsca: pl. Wolności", "pl. Wolności"),
            ("změna místa: Zelný trh", "Zelný trh"),
            ("új helyszín: Erzsébet tér", "Erzsébet tér"),
            ("новое место: Театральная площадь", "Театральная площадь"),
            ("зміна місця: площа Ринок", "площа Ринок"),
            ("νέος χώρος: πλατεία Κλαυθμώνος", "πλατεία Κλαυθμώνος"),
            ("yeni yer: Konak Meydanı", "Konak Meydanı"),
            ("ny plats: Stora torget", "Stora torget"),
            ("場所変更：中央公園", "中央公園"),
            ("장소변경: 관덕정 광장", "관덕정 광장"),
            ("地點更改：中央公園", "中央公園"),
        ] {
            assert_eq!(said(remark), Some(Said::Plain(place)), "{remark}");
        }
    }

    #[test]
    fn others_do_not_say_plainly_which() {
        for remark in [
            "Neuer Ort!",
            "zmiana miejsca! Spotykamy się na placu Wolności",
            "new venue: Leeds",
            "change of venue, see the web page",
            "new location tbc",
        ] {
            assert_eq!(said(remark), Some(Said::Another), "{remark}");
        }
        for remark in [
            "verlegt auf den 12.3.",
            "moved to Saturday",
            "moved to Leeds",
            "now on Zoom",
            "jetzt erst recht",
            "is NIET verplaatst",
            "Neu in Berlin",
            "mit Kinderprogramm",
            "",
        ] {
            assert_eq!(said(remark), None, "{remark}");
        }
    }
}
