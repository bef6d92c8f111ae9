//! What a piece of an entry that names an action says of the place: “Kundgebung auf dem Luisenplatz”, “corteo da Piazza della
//! Vittoria”; and pieces that tell what follows later, “anschließend Familienfest”.

use crate::actions::{is_action, is_action_at};
use crate::when::streets;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// “Afterwards” in Chinese and Japanese.
const UNSPACED: [&str; 6] = ["終了後", "その後", "之后", "之後", "随后", "隨後"];

/// How words begin that stand behind the same prepositions and tell what an action is for, folded: “en Defensa de lo público”.
const CAUSES: [&str; 16] = [
    "solidar", "defens", "defes", "apoy", "apoi", "support", "memor", "recuerdo", "dia", "day",
    "tag", "honor", "homenaj", "repuls", "gedenk", "favor",
];

/// The place behind an action: what follows the word for “at” or “from” directly behind it, up to where it goes. None of a
/// name that stands behind other words, which may be what the action is about.
pub fn place_of_action(piece: &str) -> Option<&str> {
    let tokens = tokens(piece);
    if let Some(place) = before_action(piece, &tokens) {
        return Some(place);
    }
    let action = (0..tokens.len())
        .rev()
        .find(|at| is_action_at(&tokens, *at))?;
    let past = |purpose: Purpose, at: usize| purpose.phrases().past(&tokens, at);
    // “rassemblement place Bellecour”, “Kundgebung Rathausplatz”.
    let behind = &piece[tokens.get(action + 1)?.at.start..];
    let street = streets::is_first(&tokens, action + 1) || streets::ends_like_square(behind);
    // “Manifestació unitària plaça Universitat”: behind a word for what kind it is.
    let is_kind = |at: usize| {
        let word = tokens[at].word().unwrap_or_default();
        // Not the “Arco” of “manifestação Arco da Porta Nova”, which is a name.
        let is_small = piece[tokens[at].at.clone()].starts_with(char::is_lowercase);
        is_small && word.chars().count() > 3 && past(Purpose::About, at).is_none()
    };
    let of_kind = (action + 2..tokens.len().min(action + 5)).find_map(|at| {
        let is_plain = (action + 1..at).all(is_kind);
        let place =
            past(Purpose::Place, at).or_else(|| streets::is_first(&tokens, at).then_some(at));
        place.filter(|_| is_plain)
    });
    let from = past(Purpose::Place, action + 1)
        .or_else(|| {
            let behind = past(Purpose::SetOff, action + 1)?;
            streets::is_first(&tokens, behind).then_some(behind)
        })
        .or_else(|| street.then_some(action + 1))
        .or(of_kind)?;
    let end = (from + 1..tokens.len())
        .find(|at| past(Purpose::Towards, *at).is_some() && !is_general(&tokens, from, *at))
        .unwrap_or(tokens.len());
    let place = piece.get(tokens.get(from)?.at.start..tokens.get(end.checked_sub(1)?)?.at.end)?;
    let first = tokens[from].word().unwrap_or_default();
    let about = CAUSES.iter().any(|cause| first.starts_with(cause));
    (is_name(place, &tokens[from..end]) && !about).then_some(place)
}

/// The place where people gather or set off, of a text that says so: “meet at the Grand Parade”, “départ place Bellecour vers
/// la mairie”, “from Victoria Gardens to the Town Hall”.
pub fn place_of_gathering(piece: &str) -> Option<&str> {
    let tokens = tokens(piece);
    let past = |purpose: Purpose, at: usize| purpose.phrases().past(&tokens, at);
    let towards = |from: usize| {
        (from..tokens.len())
            .find(|at| past(Purpose::Towards, *at).is_some() && !is_general(&tokens, from, *at))
    };
    let words = |from: usize, to: usize| {
        piece.get(tokens.get(from)?.at.start..tokens.get(to.checked_sub(1)?)?.at.end)
    };
    if let Some(from) = past(Purpose::SetOff, 0) {
        // “Do” is “of the” in Portuguese, and “to” in Polish.
        let only_towards = |at: &usize| {
            !is_general(&tokens, from, *at)
                && past(Purpose::Towards, *at).is_some()
                && past(Purpose::SetOff, *at).is_none()
        };
        let mut ends = from + 1..tokens.len();
        let end = ends.find(only_towards).or_else(|| towards(from))?;
        return words(from, end).filter(|place| is_name(place, &tokens[from..end]));
    }
    let behind = past(Purpose::Gather, 0)?;
    let from = past(Purpose::Place, behind).unwrap_or(behind);
    let end = towards(from).unwrap_or(tokens.len());
    let place = words(from, end)?;
    // “Meet Makers” may be a title.
    let says_where = from > behind
        || piece.starts_with(char::is_lowercase)
        || streets::is_called(place)
        || streets::ends_like_square(place);
    (says_where && is_name(place, &tokens[from..end])).then_some(place)
}

/// Whether all that stands between two tokens is a general word such as “Casa” or “Monumento”, whose name goes on: “Casa do Concello”,
/// “Monumento a la Revolución”.
fn is_general(tokens: &[Token], from: usize, to: usize) -> bool {
    to == from + 1 && streets::is_first(tokens, from)
}

/// “गांधी मैदान से मार्च”, “서울역에서 행진”: the place before a particle for “from” or “at”, in languages that put it there.
fn before_action<'t>(piece: &'t str, tokens: &[Token]) -> Option<&'t str> {
    const BEHIND: [&str; 5] = ["से", "में", "पर", "سے", "میں"];
    const ENDING: &str = "에서";
    const FROM_TO: [(&str, &str); 4] = [
        (" से ", "तक"),
        (" سے ", "تک"),
        ("에서 ", "까지"),
        ("から", "まで"),
    ];
    // “인천시청 앞 기자회견 및 행진”.
    if let Some((place, action)) = piece.split_once(" 앞 ")
        && is_action(action)
    {
        return Some(piece[..place.len() + " 앞".len()].trim());
    }
    let last = tokens
        .len()
        .checked_sub(1)
        .filter(|last| is_action_at(tokens, *last))?;
    let before = piece[..tokens[last].at.start].trim_end();
    let goes = FROM_TO.iter().find_map(|(from, to)| {
        let (place, _) = before.strip_suffix(to)?.split_once(from)?;
        Some(place)
    });
    let cut = || {
        BEHIND
            .iter()
            .find_map(|particle| before.strip_suffix(particle)?.strip_suffix(' '))
    };
    let place = goes
        .or_else(cut)
        .or_else(|| before.strip_suffix(ENDING))?
        .trim();
    (!place.is_empty()).then_some(place)
}

/// “大通公園 さよなら原発集会”: a place and the action behind it, with nothing but a space between, in Chinese and Japanese.
pub fn action_behind_space(piece: &str) -> Option<(&str, &str)> {
    let wide = |letter: char| u32::from(letter) >= 0x2e80;
    let (place, action) = piece.rsplit_once([' ', '\u{3000}'])?;
    let named =
        place.chars().any(wide) && action.chars().all(|letter| wide(letter) || letter == '!');
    (named && is_action(action) && !is_action(place)).then_some((place.trim(), action))
}

/// Whether a text begins like a name, in a script that has capital letters, or with a word for a street or square.
fn is_name(text: &str, tokens: &[Token]) -> bool {
    let first = text.chars().next();
    first.is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
        || streets::is_first(tokens, 0)
}

/// Whether a piece only tells what else there is: “mit Fahrraddemo im Anschluss”, “senza corteo”.
pub fn is_beside(piece: &str) -> bool {
    Purpose::With.phrases().past(&tokens(piece), 0).is_some()
}

/// Whether a piece tells what follows later, or where it ends: “anschließend Familienfest”, “slutter på Rådhuspladsen”,
/// “marcha a Plaza de Mayo”.
pub fn is_later(piece: &str) -> bool {
    let tokens = tokens(piece);
    let past = |purpose: Purpose, at: usize| purpose.phrases().past(&tokens, at);
    let goes = || is_action_at(&tokens, 0) && past(Purpose::Towards, 1).is_some();
    let unspaced = || UNSPACED.iter().any(|word| piece.starts_with(word));
    past(Purpose::Afterwards, 0).is_some_and(|to| to < tokens.len()) || goes() || unspaced()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_stands_behind_the_action() {
        for (piece, place) in [
            ("Kundgebung auf dem Luisenplatz", Some("Luisenplatz")),
            ("Demonstration ab Hauptwache", Some("Hauptwache")),
            ("manifestation på Mårtenstorget", Some("Mårtenstorget")),
            ("Demonstration fra Israels Plads", Some("Israels Plads")),
            (
                "corteo da Piazza della Vittoria",
                Some("Piazza della Vittoria"),
            ),
            ("rally at City Square", Some("City Square")),
            (
                "march from Hyde Park to Trafalgar Square",
                Some("Hyde Park"),
            ),
            (
                "concentración en Av. de Mayo y Piedras",
                Some("Av. de Mayo y Piedras"),
            ),
            ("Kundgebung gegen Rassismus", None),
            ("march for jobs at Ford", None),
            ("Concentración en Defensa de lo público", None),
            ("ato no Dia Internacional da Mulher", None),
            ("strike by Amazon workers", None),
            ("Kundgebung von Fridays for Future", None),
            ("गांधी मैदान से मार्च", Some("गांधी मैदान")),
            ("서울역에서 행진", Some("서울역")),
            ("인천시청 앞 기자회견 및 행진", Some("인천시청 앞")),
            ("rassemblement place Bellecour", Some("place Bellecour")),
            ("Kundgebung Rathausplatz", Some("Rathausplatz")),
            ("गांधी मैदान से डाकबंगला तक मार्च", Some("गांधी मैदान")),
            ("Kundgebung", None),
            ("rally at noon", None),
        ] {
            assert_eq!(place_of_action(piece), place, "{piece}");
        }
    }

    #[test]
    fn the_place_stands_behind_a_word_for_gathering() {
        for (piece, place) in [
            ("meet at the Grand Parade", Some("Grand Parade")),
            (
                "départ place Bellecour vers la mairie",
                Some("place Bellecour"),
            ),
            ("Besammlung beim Helvetiaplatz", Some("Helvetiaplatz")),
            ("concentramento Piazza Castello", Some("Piazza Castello")),
            ("verzamelen op het Jaarbeursplein", Some("Jaarbeursplein")),
            ("nos concentramos en Plaza Mayor", Some("Plaza Mayor")),
            ("leaving Woodhouse Moor", Some("Woodhouse Moor")),
            (
                "from Victoria Gardens to the Town Hall",
                Some("Victoria Gardens"),
            ),
            (
                "do Cais do Sodré à Assembleia da República",
                Some("Cais do Sodré"),
            ),
            ("from Victoria Gardens", None),
            ("Meet the Makers", None),
            ("Meet Makers", None),
            ("meet at noon", None),
            ("Starter Square", None),
        ] {
            assert_eq!(place_of_gathering(piece), place, "{piece}");
        }
    }

    #[test]
    fn an_action_behind_a_space() {
        let apart = action_behind_space("大通公園 さよなら原発集会");
        assert_eq!(apart, Some(("大通公園", "さよなら原発集会")));
        assert_eq!(action_behind_space("大通公園 西3丁目"), None);
        assert_eq!(action_behind_space("City Square デモ"), None);
    }

    #[test]
    fn what_comes_later() {
        for piece in [
            "anschließend Familienfest",
            "danach Fest im Hofgarten",
            "Slutter på Rådhuspladsen",
            "marcha a Plaza de Mayo",
            "then march to the Town Hall",
            "終了後デモ行進",
        ] {
            assert!(is_later(piece), "{piece}");
        }
        for piece in ["Danach", "Luisenplatz", "marcha", "Thenford Square"] {
            assert!(!is_later(piece), "{piece}");
        }
    }

    #[test]
    fn what_else_there_is() {
        assert!(is_beside("mit Fahrraddemo im Anschluss") && is_beside("senza corteo"));
        assert!(!is_beside("Mitte") && !is_beside("rally with music"));
    }
}
