//! Words that say of several events at once that they do not take place: “all events are cancelled”, “beide entfallen”.

use event_file::event::Status;

use super::around::places;
use super::clause::{Verdict, first, judge};
use super::phrases::{may_speak, words};
use crate::actions::is_action;

/// How many events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// Two.
    Two,
    /// All that are meant.
    All,
}

/// What a text says of several events at once, if it says so.
pub fn of_several(text: &str) -> Option<(Verdict, Several)> {
    may_speak(text).then_some(())?;
    let all = words(text);
    let (_, from, to) = first(&all)?;
    let is_event = |at: usize| {
        let alone = std::slice::from_ref(&all[at]);
        is_action(&all[at]) || !places("self", alone).is_empty()
    };
    // “all events are …”, “alle Demos”, “all cancelled”, “beide Termine leider …”.
    let speaks = |place: &(usize, usize)| {
        let mut next = (place.1..all.len()).take(NEAR);
        next.any(|at| is_event(at) || (from..to).contains(&at)) || place.0 >= to
    };
    let several = match () {
        () if places("both", &all).iter().any(speaks) => Several::Two,
        () if places("all", &all).iter().any(speaks) => Several::All,
        () => return None,
    };
    let verdict = text
        .split(['.', '!', '。', '！'])
        .map(|sentence| (judge(sentence), sentence));
    let (verdict, _) = Verdict::first_sure(verdict)?;
    let off = |status| matches!(status, Status::Cancelled | Status::Postponed);
    match verdict {
        Verdict::Sure(status) | Verdict::Unclear(status) if off(status) => Some((verdict, several)),
        _ => None,
    }
}

/// Within so many words behind “all” stands what is meant.
const NEAR: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_events_at_once() {
        let cancelled = Verdict::Sure(Status::Cancelled);
        for (text, several) in [
            ("All events on Sunday are cancelled.", Several::All),
            (
                "Alle Mahnwachen am Sonntag fallen leider aus!",
                Several::All,
            ),
            ("Wegen Hitze fallen am Sonntag alle Demos aus", Several::All),
            ("Toutes les marches de dimanche sont annulées", Several::All),
            (
                "Todas las marchas del domingo quedan suspendidas",
                Several::All,
            ),
            ("Both called off", Several::Two),
            ("Beide Kundgebungen sind abgesagt.", Several::Two),
            ("(Les deux sont annulées)", Several::Two),
            ("Ambas canceladas", Several::Two),
            ("Entrambe annullate", Several::Two),
            ("Allebei afgelast", Several::Two),
        ] {
            assert_eq!(of_several(text), Some((cancelled, several)), "{text}");
        }
        for text in [
            "All trains are cancelled: we protest",
            "If it rains all events are cancelled",
            "All are welcome",
            "Demo cancelled",
            "Alle Züge fallen aus",
        ] {
            assert_eq!(of_several(text), None, "{text}");
        }
    }
}
