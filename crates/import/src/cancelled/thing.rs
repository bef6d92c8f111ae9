//! A word of cancellation that speaks of what a protest is for or against: “por la deuda cancelada”, “Schulden gestrichen”.

use super::around::places;
use super::clause::{first, is_for_cause};
use super::phrases::{may_speak, words};

/// What a text calls off that is not its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// What is demanded: “contra los vuelos suspendidos”.
    Demanded,
    /// Something that is no event, or is not known: “Schulden gestrichen”.
    Other,
}

/// What a text that has a word of cancellation calls off, if that may not be its event.
pub fn thing(text: &str) -> Option<Thing> {
    may_speak(text).then_some(())?;
    let all = words(text);
    let (_, from, to) = first(&all)?;
    let reasons = places("reason", &all);
    let reasons = reasons.iter().filter(|place| place.0 >= to);
    let end = reasons.map(|place| place.0).min().unwrap_or(all.len());
    let counts = |place: &(usize, usize)| place.1 <= from || place.0 >= to && place.0 < end;
    if places("demand", &all).iter().any(counts) {
        return Some(Thing::Demanded);
    }
    let reason_first = places("reason", &all)
        .iter()
        .any(|place| place.0 == 0 && place.1 <= from);
    let object = places("object", &all)
        .iter()
        .any(|place| counts(place) && !(reason_first && place.1 <= from));
    (is_for_cause(&all, from) || object || from > 0 && is_attribute(&all[from]))
        .then_some(Thing::Other)
}

/// “die abgesagte Lesung”: before a noun, in German.
fn is_attribute(word: &str) -> bool {
    const STEMS: [&str; 6] = [
        "abgesagte",
        "ausgefallene",
        "verschobene",
        "gestrichene",
        "verlegte",
        "entfallene",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_protest_is_about() {
        for text in [
            "por las ayudas suspendidas",
            "por las subvenciones aplazadas",
            "pour un stage annulé",
            "per il concorso rinviato",
            "pelas vagas canceladas",
            "rents cancelled",
            "Mieten gestrichen!",
            "Flüge fallen aus",
            "Erinnern an die verschobene Feier",
            "für den Klimaplan abgesagt",
        ] {
            assert_eq!(thing(text), Some(Thing::Other), "{text}");
        }
        for text in ["contra el concierto suspendido", "gegen abgesagte Kurse"] {
            assert_eq!(thing(text), Some(Thing::Demanded), "{text}");
        }
        for text in [
            "por lluvia suspendida",
            "por la tormenta aplazada",
            "suspendida por las obras",
            "für heute abgesagt",
            "cancelled",
            "Demo abgesagt wegen Streik der Bahn",
            "wegen Unwetter abgesagt",
            "Plaza Nueva",
        ] {
            assert_eq!(thing(text), None, "{text}");
        }
    }
}
