//! A title that says whether its event takes place: “ABGESAGT: Demo”, “Rally \[cancelled\]”, “Marcha suspendida por lluvia”.

use event_file::event::Status;

use super::marks::{self, is_apart, tidy};
use super::phrases::may_speak;
use super::refused::whole;
use super::title_words::{in_words, negated, status_of};
use super::{LONGEST_REMARK, Verdict, is_place_moved, judge, stated, status, thing, words};

/// Shorter words in capitals are more often the name of a group than a remark.
const SHORTEST_CAPITALS: usize = 4;

/// A title with a status at its beginning or end: the status, and the title without it.
///
/// The status is set apart by marks, by capitals in a title that has small letters as well, or it stands directly beside
/// what people do (“Demo abgesagt”, “Cancelled march”). Where it only begins or ends the title it may be part of a
/// demand (“Student debt cancelled”): the event is then [`Status::Tentative`], and the title stays whole. In the midst
/// of a title it says nothing: “March – stop the cancelled elections”.
pub fn in_title(title: &str) -> Option<(Status, String)> {
    let joined = marks::joined(title);
    let (status, rest) = with_status(&joined)?;
    Some((status, marks::parted(&rest)))
}

fn with_status(title: &str) -> Option<(Status, String)> {
    let struck = struck(title).filter(|(_, rest)| !rest.is_empty());
    if !may_speak(title) {
        return struck.or_else(|| negated(title));
    }
    if is_place_moved(&words(title)) {
        return None;
    }
    let found = set_apart(title).or_else(|| in_capitals(title));
    let found = found.filter(|(_, rest)| !rest.is_empty());
    found
        .or(struck)
        .or_else(|| doubtful(title))
        .or_else(|| negated(title))
        .or_else(|| in_words(title))
}

/// “Filmabend fällt aus”, “Cancelled picnic”: a text that is what takes place and that it does not, whatever it is called.
/// The status, or [`Status::Tentative`] where it may be what a protest is about, and what is left as a title.
pub fn noun_off(text: &str) -> Option<(Status, String)> {
    const MOST_WORDS: usize = 4;
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let all = pieces.len();
    let off = |pieces: &[&str]| {
        let said = pieces.join(" ");
        let status = status_of(&words(&said), &said)?;
        matches!(status, Status::Cancelled | Status::Postponed).then_some(status)
    };
    let found = (1..all).rev().find_map(|count| {
        let last = off(&pieces[all - count..]).map(|status| (status, &pieces[..all - count]));
        last.or_else(|| Some((off(&pieces[..count])?, &pieces[count..])))
    });
    let (status, rest) = found.filter(|(_, rest)| rest.len() <= MOST_WORDS)?;
    stated(&words(text), text)?;
    match thing(text) {
        None => Some((status, tidy(&rest.join(" ")))),
        Some(_) => Some((Status::Tentative, text.to_owned())),
    }
}

/// The part set apart must speak of the event and of nothing else; in parentheses it must begin or end with the remark.
fn set_apart(title: &str) -> Option<(Status, String)> {
    let alone = |part: &str| {
        let words = words(part);
        let (status, stating) = whole(&words).or_else(|| stated(&words, part))?;
        let sure = || matches!(judge(part), Verdict::Sure(_));
        (words.len() <= stating || words.len() <= LONGEST_REMARK && sure()).then_some(status)
    };
    let opened =
        title.trim_start_matches(|letter: char| letter.is_whitespace() || is_apart(letter));
    let front = opened
        .split_once(is_apart)
        .and_then(|(front, rest)| Some((alone(front)?, tidy(rest))));
    front.or_else(|| {
        let trimmed = title.trim_end();
        let closed = trimmed.trim_end_matches(is_apart);
        let (before, end) = closed.rsplit_once(is_apart)?;
        let bracket = trimmed.ends_with([')', ']', '）', '】']);
        let said = alone(end).or_else(|| ends(end).filter(|_| bracket))?;
        Some((said, tidy(before)))
    })
}

/// “Diesmal abgesagt: Demo”: a part set apart with a word more that may be anything.
fn doubtful(title: &str) -> Option<(Status, String)> {
    let is_doubtful = |part: &str| {
        let words = words(part);
        let said = stated(&words, part);
        said.is_some_and(|(_, stating)| words.len() == stating + 1)
            && matches!(judge(part), Verdict::Unclear(_))
    };
    let parts: Vec<&str> = title.split(is_apart).collect();
    let several = parts.iter().filter(|part| !part.trim().is_empty()).count() > 1;
    (several && parts.into_iter().any(is_doubtful)).then(|| (Status::Tentative, title.to_owned()))
}

/// The status that a remark begins or ends with: “suspendida por lluvia”, “fällt leider aus”.
fn ends(remark: &str) -> Option<Status> {
    let words = words(remark);
    let all = words.len();
    let found = (1..=all.min(3)).find_map(|count| {
        let first = status_of(&words[..count], remark);
        first.or_else(|| status_of(&words[all - count..], remark))
    });
    found.filter(|_| all <= LONGEST_REMARK && status(remark).is_some())
}

/// “~~March~~”, as Markdown strikes out.
fn struck(title: &str) -> Option<(Status, String)> {
    let inside = title.trim().strip_prefix("~~")?.strip_suffix("~~")?;
    (!inside.contains("~~")).then(|| (Status::Cancelled, inside.trim().to_owned()))
}

/// “RINVIATO Corteo studentesco”, “March CANCELLED”.
fn in_capitals(title: &str) -> Option<(Status, String)> {
    let pieces: Vec<&str> = title.split_whitespace().collect();
    let loud = |pieces: &[&str]| {
        let mut letters = pieces
            .iter()
            .flat_map(|piece| piece.chars())
            .filter(|letter| letter.is_alphabetic());
        letters.clone().count() >= SHORTEST_CAPITALS && letters.all(char::is_uppercase)
    };
    (1..=3.min(pieces.len().saturating_sub(1))).find_map(|count| {
        let last = pieces.len() - count;
        let sides = [
            (&pieces[..count], &pieces[count..]),
            (&pieces[last..], &pieces[..last]),
        ];
        sides.into_iter().find_map(|(said, rest)| {
            let text = said.join(" ");
            let status = status_of(&words(&text), &text)?;
            // “(NOT CANCELLED)”.
            let beside = match std::ptr::eq(said.as_ptr(), pieces.as_ptr()) {
                true => pieces.get(..count + 1),
                false => pieces.get(last - 1..),
            };
            let beside = beside.unwrap_or(&pieces).join(" ");
            stated(&words(&beside), &beside)?;
            let quiet = rest.iter().any(|piece| piece.contains(char::is_lowercase));
            (loud(said) && quiet).then(|| (status, tidy(&rest.join(" "))))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_title(title: &str, expected: Option<(Status, &str)>) {
        let expected = expected.map(|(status, rest)| (status, rest.to_owned()));
        assert_eq!(in_title(title), expected, "{title}");
    }

    #[test]
    fn a_title_says_that_it_is_off() {
        check_title("ABGESAGT: Demo", Some((Status::Cancelled, "Demo")));
        check_title("Rally [cancelled]", Some((Status::Cancelled, "Rally")));
        check_title("[POSTPONED] Rally", Some((Status::Postponed, "Rally")));
        check_title("Marche – annulée", Some((Status::Cancelled, "Marche")));
        check_title("Sit-in (fällt aus!)", Some((Status::Cancelled, "Sit-in")));
        check_title("デモ（中止）", Some((Status::Cancelled, "デモ")));
        check_title(
            "*** CANCELLED *** Rally",
            Some((Status::Cancelled, "Rally")),
        );
        check_title("Die-in cancelled", Some((Status::Cancelled, "Die-in")));
        check_title("Sit-in – off", Some((Status::Cancelled, "Sit-in")));
        check_title("Kick-off", None);
        check_title("The Big Switch Off", None);
        check_title("March – stop the cancelled elections", None);
        check_title("Cancel the debt: a march", None);
        check_title("戦争中止を求めるデモ", None);
        check_title("Cancelled", None);
        check_title("Die-in (NOT CANCELLED!)", None);
        check_title("NOT CANCELLED Die-in", None);
        check_title("Demo (findet statt, NICHT ABGESAGT)", None);
        check_title("Marche (NON ANNULÉE)", None);
    }

    #[test]
    fn marks_of_many_scripts_and_capitals_set_a_status_apart() {
        check_title("【中止】集会", Some((Status::Cancelled, "集会")));
        check_title("❌ CANCELLED ❌ March", Some((Status::Cancelled, "March")));
        check_title("~~March~~", Some((Status::Cancelled, "March")));
        check_title(
            "RINVIATO Corteo studentesco",
            Some((Status::Postponed, "Corteo studentesco")),
        );
        check_title(
            "March for homes CANCELLED",
            Some((Status::Cancelled, "March for homes")),
        );
        check_title("ОТМЕНА Митинг", Some((Status::Cancelled, "Митинг")));
        check_title("MARCH AGAINST CANCELLED BUSES", None);
    }

    #[test]
    fn what_people_do_is_off() {
        check_title("Demo abgesagt", Some((Status::Cancelled, "Demo")));
        check_title("Demo entfällt!", Some((Status::Cancelled, "Demo")));
        check_title("Demo (fällt leider aus)", Some((Status::Cancelled, "Demo")));
        check_title(
            "Marcha suspendida por lluvia",
            Some((Status::Cancelled, "Marcha")),
        );
        check_title(
            "Marcha (suspendida por lluvia)",
            Some((Status::Cancelled, "Marcha")),
        );
        check_title(
            "Cancelada la manifestación del 20 de marzo en Albacete",
            Some((
                Status::Cancelled,
                "manifestación del 20 de marzo en Albacete",
            )),
        );
        check_title("Abgesagt die Demo", Some((Status::Cancelled, "Demo")));
        check_title("Manif ANNULÉE", Some((Status::Cancelled, "Manif")));
        check_title("Cancelled March", Some((Status::Cancelled, "March")));
        check_title("Митинг отменён", Some((Status::Cancelled, "Митинг")));
        check_title("בוטל הפגנה", Some((Status::Cancelled, "הפגנה")));
    }

    #[test]
    fn a_demand_that_may_be_a_remark_is_doubtful() {
        check_title(
            "Student debt cancelled",
            Some((Status::Tentative, "Student debt cancelled")),
        );
        check_title(
            "NO protest this week",
            Some((Status::Tentative, "NO protest this week")),
        );
        check_title(
            "leider keine Demo",
            Some((Status::Tentative, "leider keine Demo")),
        );
        for title in [
            "No Kings Rally",
            "No War vigil",
            "No draft! rally",
            "No Tar Sands rally",
            "Elections annulées: manifestation",
            "Dette annulée ! Rassemblement",
            "Clases suspendidas: concentración docente",
            "Verboten gut: Theateraktion",
            "Streik: Flüge fallen aus – Kundgebung",
        ] {
            check_title(title, None);
        }
        check_title(
            "Fällt aus wegen Streik: Demo",
            Some((Status::Cancelled, "Demo")),
        );
        let doubtful = "Diesmal abgesagt: Demo";
        check_title(doubtful, Some((Status::Tentative, doubtful)));
        check_title("Demo gegen abgesagte Züge", None);
        check_title("Student debt cancelled now!", None);
        check_title("Absage an den Krieg", None);
        check_title("Annulation de la dette", None);
    }
}
