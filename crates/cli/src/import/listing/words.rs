//! Words of listings: what an action is called, what introduces an address, how it is said that one is off.

use event_file::event::Status;
use fold::fold;

/// Words that name an action, so that what they stand in is its title.
const ACTIONS: &str = "march marche marcha marsch rally rallies rassemblement demonstration demo demonstracja protest \
    protesta proteste protests vigil veillee vigilia mahnwache manifestation manif manifestacion manifestazione manifestacao \
    kundgebung aktion concentracion mitin plantón walkout strike greve huelga streik sit sitin blockade blocage bloqueo picket \
    die teach caravan caravana cortege demonstratie betoging مسيرة مظاهرة وقفة اعتصام ato acto cacerolazo";

/// Words before a colon that introduce an address or a remark, not an entry.
const LABELS: &str = "info infos information more facebook fb instagram ig twitter x event link links website web site \
    details contact contacto register registration rsvp evento evenement veranstaltung mehr plus mas signup tickets telegram \
    whatsapp livestream stream organizers organisers organizer organizadores organisation veranstalter note";

/// Whether a text names an action.
pub fn is_action(text: &str) -> bool {
    words(text).iter().any(|word| {
        let plain = word.strip_suffix('s').unwrap_or(word);
        ACTIONS.split_whitespace().any(|action| {
            let action = fold(action);
            action == *word || action == plain
        })
    })
}

/// Whether the words before a colon are a label.
pub fn is_label(text: &str) -> bool {
    let words = words(text);
    !words.is_empty()
        && words.len() <= 3
        && words.iter().all(|word| {
            LABELS.split_whitespace().any(|label| label == word)
                || matches!(word.as_str(), "de" | "on" | "the" | "page" | "d")
        })
}

/// What a remark says of whether it takes place. With a question mark it is only unconfirmed.
pub fn status(text: &str) -> Option<Status> {
    const OFF: &[(&str, Status)] = &[
        ("cancel", Status::Cancelled),
        ("annul", Status::Cancelled),
        ("abgesagt", Status::Cancelled),
        ("cancelad", Status::Cancelled),
        ("afgelast", Status::Cancelled),
        ("postpon", Status::Postponed),
        ("report", Status::Postponed),
        ("verschoben", Status::Postponed),
        ("aplazad", Status::Postponed),
        ("pospuest", Status::Postponed),
        ("adiad", Status::Postponed),
        ("tbc", Status::Tentative),
        ("unconfirmed", Status::Tentative),
        ("unbestatigt", Status::Tentative),
    ];
    let found = words(text).iter().find_map(|word| {
        OFF.iter()
            .find(|(start, _)| word.starts_with(start) && word.len() <= start.len() + 6)
            .map(|(_, status)| *status)
    })?;
    Some(if text.contains('?') {
        Status::Tentative
    } else {
        found
    })
}

/// The folded words of a text.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_listings() {
        assert!(
            is_action("National March on Washington")
                && is_action("Kundgebung")
                && !is_action("Freedom Plaza")
        );
        assert!(is_label("More info") && is_label("Facebook") && !is_label("Berlin, Germany"));
        assert_eq!(
            status("postponed? check with organizers"),
            Some(Status::Tentative)
        );
        assert_eq!(status("ANNULÉ"), Some(Status::Cancelled));
        assert_eq!(status("Reportershaven square"), None);
    }
}
