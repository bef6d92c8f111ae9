//! Questions of forms in many languages: “Wann findet sie statt?”, “À quelle heure commence la marche ?”.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::actions::is_action;
use crate::words::list::in_sections;
use crate::words::{HEADINGS, plain};

/// What questions consist of, folded.
#[derive(Default)]
struct Words {
    /// Phrases with which a question begins, and the field that each asks for; the longest first.
    asking: Vec<(String, &'static str)>,
    around: HashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    for (field, _, phrase) in in_sections(include_str!("../../words/questions.txt")) {
        match field {
            "around" => {
                all.around.insert(plain(phrase));
            }
            _ => all.asking.push((plain(phrase), field)),
        }
    }
    all.asking
        .sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    all
});

/// The field that a question asks for. It needs a question mark: “Wo” alone is a heading like others.
pub fn asked(heading: &str) -> Option<&'static str> {
    let (question, _) = heading.split_once(['?', '？', '؟', ';'])?;
    let question = plain(question);
    let begins = |phrase: &str| {
        let rest = question.strip_prefix(phrase)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
    };
    let mut found = WORDS.asking.iter();
    let (rest, field) = found.find_map(|(phrase, field)| Some((begins(phrase)?, *field)))?;
    let is_event = |word: &str| is_action(word) || HEADINGS.get(word) == Some(&"title");
    let words = || rest.split(' ').filter(|word| !word.is_empty());
    let is_whole = words().all(|word| WORDS.around.contains(word) || is_event(word));
    // “Wie heißt ihr?” asks for a person.
    let named = field != "title" || words().any(is_event);
    (is_whole && named).then_some(field)
}

/// Whether a text begins as a question for a day, an hour or a place does: “Where will it take place”.
pub fn asks_for_field(heading: &str) -> bool {
    let heading = plain(heading);
    let mut asking = WORDS.asking.iter();
    asking.any(|(phrase, field)| {
        let rest = heading.strip_prefix(phrase.as_str());
        *field != "title" && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_ask_for_fields() {
        for (heading, field) in [
            ("Wann findet sie statt?", Some("start")),
            ("Um wie viel Uhr geht es los?", Some("time")),
            ("Wo findet die Demo statt?", Some("location")),
            ("In welcher Stadt?", Some("city")),
            ("Wie heißt eure Aktion?", Some("title")),
            ("Quand a-t-elle lieu ?", Some("start")),
            ("À quelle heure commence la marche ?", Some("time")),
            ("Où se déroule l'action ?", Some("location")),
            ("Dans quelle ville ?", Some("city")),
            ("¿Dónde será?", Some("location")),
            ("¿A qué hora empieza?", Some("time")),
            ("¿Cómo se llama el acto?", Some("title")),
            ("Dove si svolge?", Some("location")),
            ("Onde vai ser o ato?", Some("location")),
            ("Waar vindt het plaats?", Some("location")),
            ("Hoe laat begint het?", Some("time")),
            ("Kiedy się odbędzie?", Some("start")),
            ("Kde se akce koná?", Some("location")),
            ("Где пройдёт акция?", Some("location")),
            ("О котрій починається?", Some("time")),
            ("Var hålls det?", Some("location")),
            ("Hvornår starter demonstrationen?", Some("start")),
            (
                "Where will it take place? (venue + address)",
                Some("location"),
            ),
            ("What is your event called?", Some("title")),
            ("Wie heißt du?", None),
            ("Wo können wir dich erreichen?", None),
            ("Where did you hear about us?", None),
            ("When did you register?", None),
            ("Wann", None),
        ] {
            assert_eq!(asked(heading), field, "{heading}");
        }
    }
}
