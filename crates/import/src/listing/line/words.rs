//! Words of listings: labels, and what links words to a place.

use std::sync::LazyLock;

use crate::when::phrases::Phrases;
use crate::when::tokens::{Token, tokens};
use crate::words::list::in_lines;

/// What a label introduces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A date, an hour, or both.
    When,
    /// A place or address.
    Where,
    /// A city.
    City,
    /// Who calls for it.
    Who,
    /// What it is called.
    Title,
    /// Where a march goes; its beginning is where people meet.
    Route,
    /// Something else that is worth keeping.
    Note,
    /// Whether it takes place.
    Status,
    /// A link, or where more is to be learnt.
    Info,
}

static LABELS: LazyLock<Phrases<Label>> = LazyLock::new(|| {
    let mut labels = Phrases::default();
    for (name, _, phrase) in in_lines(include_str!("labels.txt")) {
        let label = match name {
            "when" => Label::When,
            "where" => Label::Where,
            "city" => Label::City,
            "who" => Label::Who,
            "title" => Label::Title,
            "status" => Label::Status,
            "note" => Label::Note,
            "route" => Label::Route,
            _ => Label::Info,
        };
        labels.add(&phrase, label);
    }
    labels
});

/// The label that ends with the colon before a token, and the token after the colon.
pub fn label_at(tokens: &[Token], from: usize) -> Option<(Label, usize)> {
    let (labels, mut to) = LABELS.at(tokens, from)?;
    // “Fecha y hora:”, “Facebook event:”, “Infos auf Instagram:”.
    if let Some((more, end)) = LABELS.at(tokens, to)
        && more.first() == labels.first()
    {
        to = end;
    }
    let label = *labels.first()?;
    tokens.get(to)?.is(':').then_some((label, to + 1))
}

/// Whether a text is a label and nothing else.
pub fn is_label(text: &str) -> bool {
    let tokens = tokens(text);
    let mut at = 0;
    while let Some(to) = LABELS.past(&tokens, at) {
        at = to;
    }
    at > 0
        && tokens[at..]
            .iter()
            .all(|token| token.word().is_none() && token.digits() == 0)
}

/// What a text that is a label and nothing else introduces.
pub fn label_of(text: &str) -> Option<Label> {
    let (labels, _) = LABELS.at(&tokens(text), 0)?;
    labels.first().copied().filter(|_| is_label(text))
}

/// Whether a text only names a link or a note: “details”, “mehr Infos”.
pub fn is_about_more(text: &str) -> bool {
    let labels = LABELS
        .at(&tokens(text), 0)
        .map(|(labels, _)| labels.to_vec());
    let more = |label: &Label| matches!(label, Label::Info | Label::Note);
    is_label(text) && labels.is_some_and(|labels| labels.iter().any(more))
}

/// Words that link a text to the place it begins at, and articles after them: “depuis la Bastille”.
const FROM: [&str; 6] = ["depuis", "desde", "from", "at", "ab", "sur"];
const ARTICLES: [&str; 10] = [
    "le", "la", "les", "el", "los", "las", "the", "il", "lo", "l",
];

/// A place without the words that only link it to the sentence: “depuis la Place Zeus” is “Place Zeus”.
pub fn place(text: &str) -> &str {
    let text = without_end(text);
    let tokens = tokens(text);
    let words = |count: usize| -> Option<String> {
        let words: Option<Vec<&str>> = (0..count).map(|at| tokens.get(at)?.word()).collect();
        words.map(|words| words.join(" "))
    };
    let link = (1..=2)
        .rev()
        .find(|count| words(*count).is_some_and(|words| FROM.contains(&words.as_str())));
    let Some(mut at) = link else { return text };
    if tokens
        .get(at)
        .and_then(Token::word)
        .is_some_and(|word| ARTICLES.contains(&word))
    {
        at += 1;
        at += usize::from(tokens.get(at).is_some_and(|token| token.is('\'')));
    }
    match tokens.get(at) {
        // What is left begins like a name.
        Some(token)
            if text[token.at.start..]
                .chars()
                .next()
                .is_some_and(|first| !first.is_lowercase()) =>
        {
            &text[token.at.start..]
        }
        _ => text,
    }
}

/// A place without the words at its end that linked it to what was cut off: “San Telmo y”.
fn without_end(text: &str) -> &str {
    const LINKS: [&str; 20] = [
        "y", "e", "und", "and", "et", "och", "og", "ja", "i", "ve", "en", "и", "і", "та", "و",
        "على", "at", "um", "à", "alle",
    ];
    match text.rsplit_once(' ') {
        Some((rest, last)) if LINKS.contains(&last) => rest.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_listings() {
        for label in [
            "More info",
            "Facebook",
            "Convoca",
            "Tarih",
            "Yer",
            "Где",
            "المكان",
            "日時",
            "Más información",
            "Fecha y hora",
        ] {
            assert!(is_label(label), "{label}");
        }
        assert!(!is_label("Berlin, Germany") && !is_label("Date Street 5"));
    }

    #[test]
    fn a_place_without_what_links_it() {
        assert_eq!(place("depuis la Place Zeus"), "Place Zeus");
        assert_eq!(
            place("depuis l’Avenue de la Liberté"),
            "Avenue de la Liberté"
        );
        assert_eq!(place("from City Hall"), "City Hall");
        assert_eq!(place("San Telmo y"), "San Telmo");
        assert_eq!(place("at noon somewhere"), "at noon somewhere");
        assert_eq!(place("devant la gare"), "devant la gare");
        assert_eq!(place("Alexanderplatz"), "Alexanderplatz");
    }
}
