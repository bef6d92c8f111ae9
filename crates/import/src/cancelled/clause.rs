//! Whether a word of cancellation in a sentence speaks of the event itself: “the march is cancelled”, not “stop the
//! cancelled trains” or “cancelled if it rains”.

use std::ops::Range;

use event_file::event::Status;
use fold::fold;

use super::around::{is_date, places};
use super::phrases::{is_negated, may_speak, possible, words};
use super::refused::whole;
use crate::actions::is_action;

/// What a clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// That the event has this status.
    Sure(Status),
    /// Something is said to have this status, perhaps the event.
    Unclear(Status),
    /// Nothing of the event.
    Nothing,
}

impl Verdict {
    /// Of parts of a text, each with its verdict, the first that is sure, else the last that says something.
    pub fn first_sure<'t>(parts: impl Iterator<Item = (Self, &'t str)>) -> Option<(Self, &'t str)> {
        let mut unclear = None;
        for (verdict, part) in parts {
            match verdict {
                Self::Nothing => {}
                Self::Sure(_) => return Some((verdict, part)),
                Self::Unclear(_) => unclear = Some((verdict, part)),
            }
        }
        unclear
    }
}

/// A name without the words before it that it was only planned: “(was: City Hall)”.
pub fn without_was(text: &str) -> &str {
    let open = |sign: char| sign.is_whitespace() || ":(（".contains(sign);
    let text = text.trim_start_matches(open);
    let all = words(text);
    let to = places("was", &all)
        .into_iter()
        .filter(|place| place.0 == 0)
        .map(|place| place.1)
        .max();
    let Some(to) = to else { return text };
    let gaps = text.match_indices(|sign: char| sign.is_whitespace() || sign == ':');
    let mut behind = gaps.map(|(gap, _)| &text[gap..]);
    let rest = behind.find(|rest| words(rest).len() + to == all.len());
    rest.map_or(text, |rest| rest.trim_start_matches(open))
}

/// Whether words make a condition: “bei Regen”, “if it rains”.
pub fn is_condition(text: &str) -> bool {
    !places("condition", &words(text)).is_empty()
}

/// Whether a sentence makes a condition, or takes back what it says.
pub fn is_turned(words: &[String], stating: (usize, usize)) -> bool {
    let outside = |place: &(usize, usize)| place.1 <= stating.0 || place.0 >= stating.1;
    ["condition", "on"]
        .iter()
        .any(|meaning| places(meaning, words).iter().any(outside))
        || places("past", words)
            .iter()
            .any(|place| place.1 <= stating.0 && outside(place))
}

/// What a sentence says of the event.
pub fn judge(sentence: &str) -> Verdict {
    if !may_speak(sentence) {
        return Verdict::Nothing;
    }
    let all = words(sentence);
    if let Some((status, _)) = whole(&all) {
        return Verdict::Sure(status);
    }
    if first(&all).is_none() {
        return Verdict::Nothing;
    }
    if places("condition", &all)
        .iter()
        .any(|place| !stating_has(&all, *place))
    {
        return Verdict::Nothing;
    }
    const APART: [char; 14] = [
        ',', ';', ':', '–', '—', '(', ')', '[', ']', '|', '，', '、', '：', '·',
    ];
    let mut spaced = sentence.replace(" - ", " – ");
    // The dot of “anul·lada” parts nothing.
    if spaced.contains('·') {
        spaced = spaced.replace("l·l", "ll").replace("L·L", "LL");
    }
    let clauses = spaced.split(APART);
    let judged = clauses.map(|clause| (of_clause(clause, &words(clause)), clause));
    match Verdict::first_sure(judged) {
        Some((sure @ Verdict::Sure(_), _)) => {
            let outside = places("on", &all);
            let back = outside.iter().any(|place| !stating_has(&all, *place));
            if back { Verdict::Nothing } else { sure }
        }
        Some((unclear, _)) => unclear,
        None => Verdict::Nothing,
    }
}

/// Whether words stand within those that state the status: the “no” of “no se realizará”.
fn stating_has(words: &[String], place: (usize, usize)) -> bool {
    first(words).is_some_and(|(_, from, to)| from <= place.0 && place.1 <= to)
}

/// The first words that state a status and are no part of a name, and where they stand.
pub(super) fn first(words: &[String]) -> Option<(Status, usize, usize)> {
    possible(words).find_map(|phrase| {
        let at = phrase.at(words)?;
        let status = phrase.status?;
        (!is_of_another_thing(words, &at)).then_some((status, at.start, at.end))
    })
}

/// Whether words are those of a name, “Suspension Bridge”, or have what is no event between them: “fallen viele Züge aus”.
pub(super) fn is_of_another_thing(words: &[String], inside: &Range<usize>) -> bool {
    let of_name = |name: &(usize, usize)| name.0 <= inside.start && inside.end <= name.1;
    let between = |thing: &(usize, usize)| inside.start < thing.0 && thing.1 < inside.end;
    places("name", words).iter().any(of_name) || places("object", words).iter().any(between)
}

fn of_clause(clause: &str, words: &[String]) -> Verdict {
    let Some((status, from, to)) = first(words) else {
        return Verdict::Nothing;
    };
    let outside = |place: &(usize, usize)| place.1 <= from || place.0 >= to;
    if is_negated(words, from..to) || is_turned(words, (from, to)) {
        return Verdict::Nothing;
    }
    let status = match clause.contains(['?', '？', '؟']) {
        true => Status::Tentative,
        false => status,
    };
    // “cancelled because the council refused …”.
    let reasons = places("reason", words);
    let end = reasons
        .iter()
        .filter(|place| place.0 >= to)
        .map(|place| place.0)
        .min();
    let end = end.unwrap_or(words.len());
    let mut demand = places("demand", words);
    // “Die Demo muss leider abgesagt werden” demands nothing.
    if places("regret", words).is_empty() {
        demand.extend(places("duty", words));
    }
    if demand.iter().any(|place| outside(place) && place.0 < end) {
        return Verdict::Nothing;
    }
    let known: Vec<(usize, usize)> = ["filler", "self", "all", "both"]
        .iter()
        .flat_map(|meaning| places(meaning, words))
        .collect();
    let selves = places("self", words);
    let is_event = |at: usize| {
        is_action(&words[at]) || selves.iter().any(|place| (place.0..place.1).contains(&at))
    };
    let is_known = |at: usize| {
        is_event(at)
            || (from..to).contains(&at)
            || known.iter().any(|place| (place.0..place.1).contains(&at))
            || is_date(&words[at])
    };
    let objects = places("object", words);
    if objects.iter().any(|place| place.0 < end && outside(place)) {
        return Verdict::Nothing;
    }
    // “Wegen Sturm abgesagt”.
    let reason = reasons.iter().any(|place| place.0 == 0 && place.1 <= from);
    let begin = match reason && !is_for_cause(words, from) {
        true => from,
        false => 0,
    };
    let strange = (begin..end).any(|at| !is_known(at));
    if !strange {
        return Verdict::Sure(status);
    }
    // The nearest word on either side that is no filler.
    let filler = |at: usize| is_known(at) && !is_event(at);
    let before = (0..from).rev().find(|at| !filler(*at));
    let behind = (to..end).find(|at| !filler(*at));
    let own = |at: Option<usize>| at.is_some_and(is_event);
    let other = |at: Option<usize>| at.is_some_and(|at| !is_event(at));
    match own(before) && !other(behind) || before.is_none() && own(behind) {
        true => Verdict::Sure(status),
        false => Verdict::Unclear(status),
    }
}

/// “por la deuda cancelada”: whether words that state a status from a place on say before it what a protest is for. “Por la
/// lluvia cancelada” says why.
pub(super) fn is_for_cause(words: &[String], from: usize) -> bool {
    let weather = places("weather", words);
    let strange = |at: usize| !changes_nothing(&words[at]);
    places("cause", words).into_iter().any(|place| {
        let mut why = weather.iter();
        place.0 == 0
            && !why.any(|why| place.1 <= why.0 && why.1 <= from)
            && (place.1..from).any(strange)
    })
}

/// Whether a word beside those that state a status says nothing of what it is said of: “the”, “leider”, “Saturday”.
pub fn changes_nothing(word: &str) -> bool {
    let word = [fold(word)];
    ["filler", "self"]
        .iter()
        .any(|meaning| !places(meaning, &word).is_empty())
        || is_date(&word[0])
}
