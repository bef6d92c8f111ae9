//! Hours in words behind other words: “Rathausplatz um sechs”, “piazza Dante alle diciotto”, “place Royale à dix-huit heures”.

use crate::when::names::{hour_at, part_at};
use crate::when::tokens::{Token, as_written, tokens};
use crate::when::words::Purpose;

/// Hours after twelve in words, folded, where no other word of the hour stands behind them.
const AFTER_TWELVE: [&str; 19] = [
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
    "venti",
    "ventuno",
    "quinze",
    "seize",
    "vingt",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "dezoito",
];

/// What stands before an hour in words, and before too much else to stand for one before a number.
const AT: [&str; 6] = ["v", "ve", "ob", "в", "о", "об"];

/// Words for an hour behind its number, which say nothing else there.
const HOURS: [&str; 14] = [
    "heures",
    "horas",
    "uhr",
    "uur",
    "hodin",
    "hodine",
    "oclock",
    "ore",
    "ora",
    "годин",
    "часов",
    "часа",
    "сати",
    "óra",
];

/// The words that may be an hour, at the end of a text or before a mark.
pub fn spoken_hour(text: &str) -> Option<&str> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|from| {
        let at = tokens[from].word().is_some_and(|word| AT.contains(&word));
        let at = at.then_some(from + 1);
        let number = Purpose::At.phrases().past(&tokens, from).or(at)?;
        let to = hour(&tokens, number)?;
        let ends = tokens
            .get(to)
            .is_none_or(|next| next.word().is_none() && next.digits() == 0);
        ends.then(|| as_written(text, &tokens[from..to]))
    })
}

/// The token after an hour in words, with its parts and the part of the day behind it.
fn hour(tokens: &[Token], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let fraction = |at: usize| Purpose::Fraction.phrases().past(tokens, at);
    // “v půl šesté”, “ob pol šestih”.
    if let Some(to) = fraction(at).filter(|to| word(*to).is_some()) {
        return Some(to + 1);
    }
    let counted = |at: usize| word(at).is_some_and(|word| HOURS.contains(&word));
    // “dix-huit heures”: up to three words of a number, whichever they are.
    let before = (at + 1..at + 5).find(|to| counted(*to));
    let words = |to: usize| tokens[at..to].iter().all(|token| token.digits() == 0);
    let mut to = match (before.filter(|to| words(*to)), hour_at(tokens, at)) {
        (Some(to), _) => to + 1,
        (None, Some((_, to))) => to,
        (None, None) => word(at)
            .filter(|word| AFTER_TWELVE.contains(word))
            .map(|_| at + 1)?,
    };
    // “a las seis y media de la tarde”, “à quinze heures trente”.
    to = fraction(to).unwrap_or(to);
    if counted(to - 1) && word(to).is_some_and(|word| MINUTES.contains(&word)) {
        to += 1;
    }
    let part = (to..to + 3).find_map(|at| part_at(tokens, at));
    Some(part.map_or(to, |(_, to)| to))
}

/// Minutes in words, folded.
const MINUTES: [&str; 6] = ["trente", "quinze", "treinta", "quince", "trinta", "trenta"];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(spoken_hour(text), expected, "{text}");
    }

    #[test]
    fn an_hour_in_words_behind_a_place() {
        check("Rathausplatz um sechs", Some("um sechs"));
        check("Plaza Mayor a las seis y media", Some("a las seis y media"));
        check(
            "Plaza Mayor a las dieciocho horas",
            Some("a las dieciocho horas"),
        );
        check("piazza Dante alle sei", Some("alle sei"));
        check("piazza Dante alle diciotto", Some("alle diciotto"));
        check("City Square at three", Some("at three"));
        check(
            "place Royale à quinze heures trente",
            Some("à quinze heures trente"),
        );
        check("place Royale à dix-huit heures", Some("à dix-huit heures"));
        check("náměstí v půl šesté", Some("v půl šesté"));
        check("Prešernov trg ob pol šestih", Some("ob pol šestih"));
        check("Prešernov trg ob petih", Some("ob petih"));
        check("Rynek o szóstej", Some("o szóstej"));
        check("Stortorget kl tre", Some("kl tre"));
    }

    #[test]
    fn names_are_no_hours() {
        for text in [
            "Gasthaus um die Ecke",
            "Place des Trois Horloges",
            "Plaza de las Tres Culturas",
            "Café at the Five Ways",
            "Vélo à deux roues",
            "Piazza Venti Settembre",
            "Three Kings at One Tree Hill Park",
        ] {
            check(text, None);
        }
    }
}
