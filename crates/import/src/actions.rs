//! What people do at an event, in many languages: march, rally, vigil.

use std::sync::LazyLock;

use fold::fold;

use super::when::phrases::Phrases;
use super::when::street_words;
use super::when::tokens::{Token, tokens as of_word, tokens};
use super::words::list::in_lines;

static ACTIONS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let mut actions = Phrases::default();
    for (_, _, phrase) in actions_listed() {
        actions.add(&phrase, ());
    }
    actions
});

fn actions_listed() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    in_lines(include_str!("actions.txt"))
}

/// The name next to an action at the start or end of a text, in languages that put a city there: “Demo Leipzig”, “Bergamo
/// Pride”. Elsewhere it may be what the action is for: “Marcha Libertad”, “Independence March”.
pub fn name_beside(text: &str) -> Option<&str> {
    const BEFORE: [&str; 8] = ["und", "cs", "da", "de", "nb", "nl", "pl", "sv"];
    const BEHIND: [&str; 1] = ["und"];
    let is_listed = |word: &str, languages: &[&str]| {
        // “Klima-Demo Köln”.
        let word = fold(word.rsplit('-').next().unwrap_or_default());
        actions_listed()
            .any(|(_, language, listed)| languages.contains(&language) && fold(&listed) == word)
    };
    let name = match text.split_once(' ') {
        Some((action, name)) if is_listed(action, &BEFORE) => name,
        _ => {
            let (name, action) = text.rsplit_once(' ')?;
            is_listed(action, &BEHIND).then_some(name)?
        }
    };
    let name = name.trim();
    let is_name = name.chars().next().is_some_and(char::is_uppercase);
    is_name.then_some(name)
}

/// How names of actions end in Chinese, Japanese and Korean, where they are one word with what they are about: “全国集会”.
const UNSPACED_ENDS: [&str; 15] = [
    "スタンディング",
    "集会",
    "集會",
    "行動",
    "行动",
    "デモ",
    "アクション",
    "パレード",
    "行進",
    "遊行",
    "游行",
    "示威",
    "대회",
    "집회",
    "행진",
];

/// Whether a text names an action.
pub fn is_action(text: &str) -> bool {
    let tokens = tokens(text);
    let unspaced = || {
        UNSPACED_ENDS
            .iter()
            .any(|end| text.trim_end().ends_with(end))
    };
    (0..tokens.len()).any(|at| is_action_at(&tokens, at)) || unspaced()
}

/// Whether a word names an action and, in one word with it, what it is about or which it is: “Klimamarch”,
/// “Donnerstagskundgebung”.
pub fn is_compound(word: &str) -> bool {
    const SHORTEST: usize = 4;
    let word = fold(word);
    let ends = |(_, _, listed): (&str, &str, String)| {
        let listed = fold(&listed);
        let is_end = listed.chars().count() >= SHORTEST && !listed.contains(' ');
        is_end && word.len() > listed.len() + 2 && word.ends_with(&listed)
    };
    actions_listed().any(ends)
}

/// Whether a token names an action.
pub fn is_action_at(tokens: &[Token], at: usize) -> bool {
    action_past(tokens, at).is_some()
}

/// Behind the name of an action that begins at a token; an English or Romance plural too.
pub fn action_past(tokens: &[Token], at: usize) -> Option<usize> {
    // “Place du Marché” is no march.
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let of_place = matches!(at.checked_sub(1).and_then(word), Some("du" | "la" | "au"))
        && (0..at).any(|at| matches!(word(at), Some("place" | "rue" | "halle" | "halles")));
    if of_place && word(at) == Some("marche") {
        return None;
    }
    // “Champ de Mars” is a field, and March.
    let link = at.checked_sub(1).and_then(word);
    if word(at) == Some("mars") && matches!(link, Some("de" | "of")) {
        return None;
    }
    // “Dharna Chowk”, “Parade Square” are squares.
    if at + 2 == tokens.len() && street_words::is_last(tokens, at + 1) {
        return None;
    }
    if let Some(to) = ACTIONS.past(tokens, at) {
        return Some(to);
    }
    let word = tokens.get(at).and_then(Token::word).unwrap_or_default();
    let plain = word.strip_suffix('s').filter(|plain| plain.len() > 3);
    // “Schweigemarsch”, “Großkundgebung”: German writes the kind of action as one word with it.
    const ENDS: [&str; 7] = [
        "demo",
        "marsch",
        "kundgebung",
        "streik",
        "umzug",
        "march",
        "marsj",
    ];
    let is_plural = plain.is_some_and(|plain| ACTIONS.past(&of_word(plain), 0).is_some());
    let is_compound = || {
        ENDS.iter()
            .any(|end| word.len() > end.len() + 2 && word.ends_with(end))
    };
    (is_plural || is_compound()).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_in_many_languages() {
        for action in [
            "National March on Washington",
            "Kundgebung",
            "Schweigemarsch",
            "Marchas",
            "Manifestación",
            "мирный митинг",
            "مسيرة",
            "yürüyüş",
            "miting",
            "デモ",
            "실내 집회",
        ] {
            assert!(is_action(action), "{action}");
        }
        assert!(is_action("反核遊行") && is_action("全国集会") && is_action("Gasdemo"));
        assert!(!is_action("Freedom Plaza") && !is_action("Marktplatz"));
        assert!(
            !is_action("Dharna Chowk") && is_action("rally at Dharna Chowk") && is_action("Dharna")
        );
        assert!(!is_action("Champ de Mars") && is_action("mars door de stad"));
        assert!(!is_action("Place du Marché") && is_action("marche au flambeau"));
    }

    #[test]
    fn a_name_beside_an_action() {
        for (text, name) in [
            ("Demo Leipzig", Some("Leipzig")),
            ("Klima-Demo Köln", Some("Köln")),
            ("Bergamo Pride", Some("Bergamo")),
            ("CSD Bad Tölz", Some("Bad Tölz")),
            ("Marcha Libertad", None),
            ("Independence March", None),
            ("Pride", None),
            ("Leipzig", None),
        ] {
            assert_eq!(name_beside(text), name, "{text}");
        }
    }
}
