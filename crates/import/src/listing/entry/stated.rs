//! What a piece of an entry says of whether it takes place, put into its event; its words are kept.

use event_file::event::Status;

use super::piece::is_conditional;
use crate::actions::is_action;
use crate::cancelled::{self, Thing, Verdict};
use crate::draft::Draft;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// Takes what a piece calls off that is perhaps not the event: “por la deuda cancelada”. Whether it is such a piece.
pub fn takes_thing(draft: &mut Draft, piece: &str) -> bool {
    let Some(thing) = cancelled::thing(piece) else {
        return false;
    };
    if thing == Thing::Other && draft.text_of("status").is_none() {
        draft.put("status", Status::Tentative.name());
        draft.notes.push(format!(
            "“{piece}” may say that it does not take place, or what it is about: listed as tentative"
        ));
    }
    true
}

/// Puts the status that a remark states, if it speaks of the event.
pub fn put_remark(draft: &mut Draft, remark: &str) {
    if is_conditional(remark) {
        draft.notes.push(format!(
            "“{remark}” stands in its description, and it is listed as taking place"
        ));
        return;
    }
    if takes_thing(draft, remark) {
        return;
    }
    if let Some(status) = cancelled::status(remark) {
        // “(postponed from last week)”: the day is known on which it takes place.
        let status = match status {
            Status::Postponed if names_day_before(remark) => Status::Rescheduled,
            status => status,
        };
        put_status(draft, status);
        note(draft, remark, status);
    }
}

/// Puts a status. “New date to be confirmed” takes nothing back of “postponed”.
fn put_status(draft: &mut Draft, status: Status) {
    let off = [Status::Cancelled, Status::Postponed];
    let known = draft.text_of("status");
    let is_off = off.iter().any(|off| known == Some(off.name()));
    if !(is_off && status == Status::Tentative) {
        draft.put("status", status.name());
    }
}

/// Puts a status that a piece states, and says so where the piece has words that are not known; returns them to be kept.
pub fn put_stated(draft: &mut Draft, piece: &str, status: Status) -> Option<String> {
    put_status(draft, status);
    note(draft, piece, status);
    let more = cancelled::status_alone(piece).is_none();
    more.then(|| piece.to_owned())
}

/// “place Rihour annulé pour cause de travaux”, “Picknick wegen Platzproblemen abgesagt”: what a piece names, and behind it that
/// it is off and why.
pub fn off_with_reason(piece: &str) -> Option<(&str, &str, Status)> {
    const MOST_WORDS: usize = 12;
    let gaps: Vec<usize> = piece.match_indices(' ').map(|(gap, _)| gap).collect();
    gaps.into_iter().rev().take(MOST_WORDS).find_map(|gap| {
        let (named, rest) = (piece[..gap].trim(), piece[gap..].trim());
        let whole = || cancelled::has_reason(&format!("x {rest} x"));
        let status = cancelled::begins(rest).or_else(|| cancelled::status(rest))?;
        let off = matches!(status, Status::Cancelled | Status::Postponed);
        (off && cancelled::status_alone(rest).is_none() && whole()).then_some((named, rest, status))
    })
}

fn note(draft: &mut Draft, words: &str, status: Status) {
    let sure = matches!(cancelled::judge(words), Verdict::Sure(_));
    let is_plain = sure || cancelled::status_alone(words).is_some();
    if !is_plain || names_part(words) {
        draft.notes.push(format!(
            "“{words}” is taken for its status: listed as {}",
            status.name()
        ));
    }
}

/// “Konzert entfällt”, “coach from Chesterfield cancelled”: words before the status that may be a part of the event alone.
fn names_part(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    !cancelled::changes_nothing(first)
        && !is_action(first)
        && cancelled::begins(words).is_none()
        && !cancelled::has_reason(words)
        && Purpose::Event.phrases().past(&tokens(words), 0).is_none()
}

/// The status that a longer piece states for sure: “wir mussten die Anmeldung leider zurückziehen”.
pub fn sure(piece: &str) -> Option<Status> {
    match cancelled::judge(piece) {
        Verdict::Sure(status) => Some(status),
        Verdict::Unclear(_) | Verdict::Nothing => None,
    }
}

/// Whether a remark names the day for which the entry was announced first.
pub fn names_day_before(remark: &str) -> bool {
    Purpose::MovedFrom
        .phrases()
        .past(&tokens(remark), 0)
        .is_some()
}
