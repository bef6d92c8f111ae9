//! Dates that are part of the name of a street, square or building: “Plaza 25 de Mayo”, “6 October Bridge”.
//!
//! Decided by grammar: the general word for a street, square, bridge or building stands directly beside the date, and
//! would have no name of its own without it.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::names::{languages_at, weekday_at};
pub use super::street_words::is_first;
use super::street_words::{Place, WORDS, is, is_last};
use super::tokens::{Token, tokens};
use super::written::{Form, Written};
use crate::actions::is_action_at;
use crate::words::list::in_lines;

/// Whether a text is called like a street, square or building: “Union Square”, “Place Bellecour”.
pub fn is_called(text: &str) -> bool {
    let tokens = tokens(text);
    let last = tokens
        .len()
        .checked_sub(1)
        .is_some_and(|last| is_last(&tokens, last));
    is_first(&tokens, 0) || last || UNSPACED.iter().any(|word| text.trim_end().ends_with(word))
}

/// Whether a name of one word ends like those of squares and streets in Germanic and Nordic languages and Finnish.
pub fn ends_like_square(name: &str) -> bool {
    const ENDS: [&str; 14] = [
        "platz", "strasse", "straße", "markt", "allee", "torg", "torget", "plads", "pladsen",
        "plein", "straat", "gade", "gatan", "tori",
    ];
    let name = name
        .split('(')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    let own = |end: &&str| name.len() > end.len() + 1 && name.ends_with(*end);
    !name.contains(' ') && ENDS.iter().any(own)
}

/// General words at the end of names in scripts without spaces: “日比谷公園”, “광화문광장”.
static UNSPACED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = in_lines(include_str!("streets.txt"));
    let last = all.filter(|(place, language, word)| {
        *place == "last" && ["ja", "ko", "zh"].contains(language) && word.chars().count() > 1
    });
    last.map(|(_, _, word)| word).collect()
});

/// Whether an abbreviation of a general word is at a token, whose full stop ends nothing.
pub fn is_short(tokens: &[Token], at: usize) -> bool {
    is(tokens, at, at + 1, |(place, _)| *place == Place::Short)
}

/// Whether the date between two tokens is part of a name.
pub fn is_name(tokens: &[Token], from: usize, to: usize, date: &Written) -> bool {
    // A day of the week, or a year of our time, is not in names.
    let recent = matches!(date.form, Form::Day(day) if chrono::Datelike::year(&day) >= 2000);
    if date.weekday.is_some() || recent || matches!(date.form, Form::Numbers(_)) {
        return false;
    }
    // General word and month are of one language: English “square” is no French “square”.
    let languages: HashSet<&str> = (from..to).flat_map(|at| languages_at(tokens, at)).collect();
    let speaks = |language: &str| languages.is_empty() || languages.contains(language);
    before(tokens, from, &speaks)
        || after(tokens, to, &speaks)
        || corner(tokens, to)
        || of_corner(tokens, from, &speaks)
}

/// “18 de Julio y Ejido”: the corner of two streets; not “25 de mayo y 26 de mayo”, “8 de marzo y sábado”.
fn corner(tokens: &[Token], to: usize) -> bool {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let joins = matches!(word(to), Some("y" | "esquina" | "esq"));
    joins
        && word(to + 1).is_some_and(|next| next.chars().count() > 3)
        && weekday_at(tokens, to + 1).is_none()
        && languages_at(tokens, to + 1).is_empty()
        && !is_action_at(tokens, to + 1)
}

/// “Avenida Belgrano y 9 de Julio”: the second street of a corner, behind one with its general word.
fn of_corner(tokens: &[Token], from: usize, speaks: &impl Fn(&str) -> bool) -> bool {
    /// As long is the name of the first street, in tokens.
    const LONGEST: usize = 5;
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let Some(joined) = from.checked_sub(1) else {
        return false;
    };
    if !matches!(word(joined), Some("y" | "e" | "esquina" | "esq" | "con")) {
        return false;
    }
    let least = joined.saturating_sub(LONGEST);
    let of_name = |at: &usize| word(*at).is_some() || tokens[*at].is('.');
    let name = (least..joined).rev().take_while(of_name);
    name.into_iter().any(|start| {
        let first = Place::First { linked: false };
        start + 1 < joined && meant(tokens, start, start + 1, speaks).contains(&first)
    })
}

/// The places of the general word between two tokens: in the date's language, if it is a word of that.
fn meant(tokens: &[Token], from: usize, to: usize, speaks: &impl Fn(&str) -> bool) -> Vec<Place> {
    let found = WORDS.at(tokens, from).filter(|(_, end)| *end == to);
    let all = found.map_or(&[][..], |(meanings, _)| meanings);
    let own = all.iter().any(|(_, language)| speaks(language));
    // Abbreviations are words in other languages: Polish “al.” is no Italian “al 9 marzo”.
    let short = to == from + 1 && tokens[from].word().is_some_and(|word| word.len() <= 2);
    if short && !own {
        return Vec::new();
    }
    let meant = all.iter().filter(|(_, language)| !own || speaks(language));
    meant.map(|(place, _)| *place).collect()
}

/// “Plaza 25 de Mayo”, “Straße des 17. Juni”, “Площадь 9 января”.
fn before(tokens: &[Token], from: usize, speaks: &impl Fn(&str) -> bool) -> bool {
    // “p.zza”, “ул. 1 Мая”.
    let dot = |at: usize| at > 0 && tokens[at - 1].is('.');
    let mut at = from;
    let mut links = 0;
    while at > 0 {
        let word = at - 1;
        if tokens[word].is('\'') && word > 0 {
            at = word;
        } else if is(tokens, word, word + 1, |(place, _)| *place == Place::Link) && links < 3 {
            at = word;
            links += 1;
        } else {
            break;
        }
    }
    let ends = if dot(at) { at - 1 } else { at };
    let general = |wanted: Place| {
        let mut starts = (1..=3).filter_map(|length| ends.checked_sub(length));
        starts.any(|start| meant(tokens, start, ends, speaks).contains(&wanted))
    };
    general(Place::First { linked: false }) || links > 0 && general(Place::First { linked: true })
}

/// “6 October Bridge”, “19 Mayıs Caddesi”, “1.-Mai-Platz”.
fn after(tokens: &[Token], to: usize, speaks: &impl Fn(&str) -> bool) -> bool {
    let at = to + usize::from(tokens.get(to).is_some_and(|token| token.is('-')));
    let Some((_, end)) = WORDS.at(tokens, at) else {
        return false;
    };
    // “4. November Platz der Republik”, “9 November Plaza 25 de Mayo”: the square has a name of its own.
    let own_name = is(tokens, end, end + 1, |(place, _)| *place == Place::Link)
        || tokens.get(end).is_some_and(|token| token.digits() > 0)
            && (end + 1..end + 3).any(|at| !languages_at(tokens, at).is_empty());
    let last = meant(tokens, at, end, speaks).contains(&Place::Last);
    last && !own_name
}

#[cfg(test)]
mod tests {
    use super::super::date::date_at;
    use super::*;

    /// Whether the first date in a text is part of a name.
    #[track_caller]
    fn check(text: &str, expected: bool) {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| Some((at, date_at(&tokens, at)?)));
        let (at, (date, to)) = found.unwrap_or_else(|| panic!("no date in {text}"));
        assert_eq!(is_name(&tokens, at, to, &date), expected, "{text}");
    }

    #[test]
    fn a_date_in_the_name_of_a_street_is_part_of_it() {
        for name in [
            "Plaza 25 de Mayo",
            "Av. Belgrano y 9 de Julio",
            "Avenida San Martín esquina 25 de Mayo",
            "Avenida 9 de Julio",
            "Avenida 24 de Julho",
            "Praça do 1º de Maio",
            "Straße des 17. Juni",
            "Platz des 12. Februar",
            "Platz der 18. März",
            "1.-Mai-Platz",
            "Place du 1er Mai",
            "rue du 4 Septembre",
            "Rue du 19 Mars 1962",
            "Piazza 1º Maggio",
            "Piazza del 25 Aprile",
            "6 October Bridge",
            "15 May Street",
            "Avenue of the 9th of July",
            "Площадь 9 января",
            "ул. 1 Мая",
            "проспект 8 Марта",
            "вулиця 1 Травня",
            "plac 3 Maja",
            "ul. 11 Listopada",
            "náměstí 28. října",
            "19 Mayıs Caddesi",
            "30 Ağustos Parkı",
            "5 Ocak Meydanı",
            "ميدان 6 أكتوبر",
            "كوبري 6 أكتوبر",
            "شارع 26 يوليو",
            "Πλατεία 25ης Μαρτίου",
            "Trg 29. novembra",
            "Strada 1 Decembrie",
            "میدان 15 نوامبر",
            "8月1日広場",
            "Hospital 12 de Octubre",
            "18 de Julio y Ejido",
            "30 Ağustos Caddesi 12",
        ] {
            check(name, true);
        }
    }

    #[test]
    fn a_date_beside_a_square_with_a_name_of_its_own_is_a_date() {
        for text in [
            "Rabin Square 4 November",
            "Town Hall Square, 4 November",
            "4 November, Union Square",
            "Marienplatz 4. November",
            "4. November Platz der Republik",
            "Plaza Mayor, 25 de mayo",
            "25 de mayo y marcha",
            "Plaza Mayor 25 de mayo",
            "Place Bellecour le 4 novembre",
            "en la Plaza el 25 de mayo",
            "Plaza sábado 25 de mayo",
            "Plaza 25 de mayo de 2024",
            "Taksim Meydanı 8 Mart",
            "площадь Ленина 4 ноября",
            "ميدان التحرير 4 نوفمبر",
        ] {
            check(text, false);
        }
    }
}
