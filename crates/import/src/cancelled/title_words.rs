//! A status among the words of a title, set apart by nothing: “Demo abgesagt”, “no protest this week”.

use event_file::event::Status;
use fold::fold;

use super::marks::tidy;
use super::{LONGEST_REMARK, stated, words};
use crate::actions::is_action;

/// “no” before what people do, folded.
const NONE: [&str; 16] = [
    "no", "kein", "keine", "pas", "aucun", "aucune", "ningun", "ninguna", "nessun", "nessuna",
    "geen", "ingen", "nao", "nenhum", "nenhuma", "sem",
];

/// Articles between a status and what people do, folded.
const ARTICLES: [&str; 16] = [
    "the", "die", "der", "das", "el", "la", "los", "las", "le", "les", "il", "lo", "o", "a", "de",
    "het",
];

/// The most words of a title that begins with its status.
const LONGEST_TITLE: usize = 12;

/// The status that all of these words state.
pub(super) fn status_of(words: &[String], remark: &str) -> Option<Status> {
    let (status, stating) = stated(words, remark)?;
    (stating == words.len()).then_some(status)
}

/// “NO protest this week”, “leider keine Demo”; “No Kings Rally” is on.
pub(super) fn negated(title: &str) -> Option<(Status, String)> {
    let mut pieces = title.split_whitespace();
    let mut first = pieces.by_ref().take(3);
    first.find(|piece| NONE.contains(&fold(piece).as_str()))?;
    let is_off = pieces.next().is_some_and(is_action);
    is_off.then(|| (Status::Tentative, title.to_owned()))
}

/// “Demo abgesagt”, “Marcha suspendida por lluvia”, “Cancelled march”; in doubt tentative.
pub(super) fn in_words(title: &str) -> Option<(Status, String)> {
    let pieces: Vec<&str> = title.split_whitespace().collect();
    let all = pieces.len();
    for count in 1..=3.min(all.saturating_sub(1)) {
        let says = |from: usize| {
            let text = pieces[from..from + count].join(" ");
            status_of(&words(&text), &text)
        };
        for from in [0, all - count].into_iter().chain(1..all - count) {
            let Some(status) = says(from) else { continue };
            // “not cancelled”.
            let with = pieces[from.saturating_sub(1)..from + count].join(" ");
            if stated(&words(&with), &with).is_none() {
                continue;
            }
            let before = from > 0 && is_action(pieces[from - 1]);
            // “Cancelada la manifestación del 20 de marzo”.
            let article = pieces
                .get(from + count)
                .is_some_and(|next| ARTICLES.contains(&fold(next).as_str()));
            let next = from + count + usize::from(article);
            let behind = pieces.get(next).is_some_and(|next| is_action(next));
            let longest = if from == 0 {
                LONGEST_TITLE
            } else {
                LONGEST_REMARK
            };
            let short = before && from <= 2 || from == 0 && behind;
            if status != Status::Tentative && short && all <= longest {
                let rest = match from {
                    0 => &pieces[next..],
                    _ => &pieces[..from],
                };
                return Some((status, tidy(&rest.join(" "))));
            }
            let last = from + count == all;
            let small = |next: &&str| next.starts_with(char::is_lowercase);
            let first = from == 0 && !pieces.get(count).is_some_and(small);
            if last || first {
                return Some((Status::Tentative, title.to_owned()));
            }
        }
    }
    None
}
