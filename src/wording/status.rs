//! Kinds and statuses, as labels and as a sentence nobody overlooks.

use event_file::{
    Event,
    event::{Kind, Status},
    file::About,
};

use super::Language;

/// A small label on a card.
pub struct Label {
    /// Its words.
    pub text: String,
    /// Its CSS classes.
    pub class: String,
    /// Its language (BCP 47), where that is not the page's.
    pub language: Option<String>,
}

/// The labels of an event of a calendar: its status where it is not simply taking place, its kinds, and the language of its
/// title where that is not the page's.
pub fn labels(event: &Event, about: &About, language: &Language) -> Vec<Label> {
    let status = (event.status != Status::Scheduled).then(|| Label {
        text: status(event.status.name(), language),
        class: format!("badge status {}", event.status.name()),
        language: None,
    });
    let kinds = event.kinds.iter().map(|one| Label {
        text: kind(one, language),
        class: "badge kind".into(),
        language: None,
    });
    let foreign = event.title_language(&language.code, about.language.as_deref());
    let foreign = foreign.map(|tag| Label {
        text: texts::own_name(tag).to_owned(),
        class: "badge language".into(),
        language: Some(tag.to_owned()),
    });
    status.into_iter().chain(kinds).chain(foreign).collect()
}

/// What a visitor must know before going: `None` when the event takes place as announced.
pub fn sentence(event: &Event, language: &Language) -> Option<String> {
    (event.status != Status::Scheduled)
        .then(|| language.text(&format!("status.sentence.{}", event.status.name()), &[]))
}

/// A status's name.
pub fn status(name: &str, language: &Language) -> String {
    language.text(&format!("status.{name}"), &[])
}

/// A kind's name; one that this version does not know as it is written.
pub fn kind(kind: &Kind, language: &Language) -> String {
    match kind {
        Kind::Unknown(text) => text.to_string(),
        known => language.text(&format!("kind.{}", known.name()), &[]),
    }
}
