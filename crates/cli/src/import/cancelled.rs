//! What words of any language say of whether an event takes place: cancelled, postponed, unconfirmed.

mod clause;
mod description;
pub mod in_words;
mod phrases;
mod title;

use event_file::event::Status;
use fold::fold;

pub use self::clause::{Verdict, judge, without_was};
pub use self::description::in_description;
pub use self::title::in_title;

use self::phrases::{possible, words};

/// The most words of a remark; what is longer tells a story, in which a word may mean anything.
const LONGEST_REMARK: usize = 8;

/// The status that a remark states: a cell, what stands in parentheses, a piece between commas. With a question
/// mark (“cancelled?”) it is [`Status::Tentative`]; “not cancelled” and a longer text say nothing.
pub fn status(remark: &str) -> Option<Status> {
    let words = phrases::may_speak(remark).then(|| words(remark))?;
    (words.len() <= LONGEST_REMARK).then_some(())?;
    stated(&words, remark).map(|(status, _)| status)
}

/// Whether it is the place that moved: “verlegt vom Königsplatz”, “moved to City Hall”, without a number.
fn is_place_moved(words: &[String]) -> bool {
    const MOVED: [&str; 9] = [
        "moved",
        "verlegt",
        "deplace",
        "deplacee",
        "spostato",
        "spostata",
        "trasladado",
        "trasladada",
        "verplaatst",
    ];
    const FROM_OR_TO: [&str; 24] = [
        "from", "to", "vom", "von", "zum", "zur", "nach", "in", "an", "vor", "du", "de", "vers",
        "a", "au", "alla", "dalla", "dal", "del", "desde", "van", "naar", "ins", "auf",
    ];
    let numbers = words
        .iter()
        .any(|word| word.contains(|letter: char| letter.is_numeric()));
    let pairs = words.windows(2);
    let moved = |pair: &[String]| {
        MOVED.contains(&pair[0].as_str()) && FROM_OR_TO.contains(&pair[1].as_str())
    };
    let mut found = pairs.filter(|pair| moved(pair)).peekable();
    !numbers && found.peek().is_some() && words.len() > 2
}

/// The status with which a text begins, whatever reason follows: “cancelado por causa da chuva”.
pub fn begins(text: &str) -> Option<Status> {
    let words = phrases::may_speak(text).then(|| words(text))?;
    let (status, _) = stated(&words, text)?;
    let first = possible(&words)
        .any(|phrase| phrase.status == Some(status) && phrase.at(&words) == Some(0));
    first.then_some(status)
}

/// The status that a remark states with at most one word more: a cell of a column that is not known.
pub fn status_alone(remark: &str) -> Option<Status> {
    let words = phrases::may_speak(remark).then(|| words(remark))?;
    let (status, stating) = stated(&words, remark)?;
    (words.len() <= stating + 1).then_some(status)
}

/// Words of a text that say it was moved to another day, if they do: “moved to”, “verlegt”.
pub fn moved(text: &str) -> Option<String> {
    if !phrases::may_speak(text) {
        return None;
    }
    let words = words(text);
    let row = format!(" {}", words.join(" "));
    let mut listed = phrases::MOVED_TO
        .iter()
        .filter(|moved| row.contains(&format!(" {}", fold(moved))));
    if let Some(moved) = listed.next() {
        return Some((*moved).to_owned());
    }
    possible(&words).find_map(|phrase| {
        let later = matches!(phrase.status, Some(Status::Postponed | Status::Rescheduled));
        let at = later.then(|| phrase.at(&words)).flatten()?;
        Some(words[at..at + phrase.words.len()].join(" "))
    })
}

/// The status that words state, and how many of them state it.
fn stated(words: &[String], remark: &str) -> Option<(Status, usize)> {
    let found = possible(words).find_map(|phrase| {
        let at = phrase.status.and_then(|_| phrase.at(words))?;
        Some((phrase, at))
    });
    let (phrase, at) = found?;
    let inside = at..at + phrase.words.len();
    let turned = phrases::is_negated(words, inside.clone())
        || clause::is_turned(words, (inside.start, inside.end));
    let status = match remark.contains(['?', '？', '؟']) {
        true => Status::Tentative,
        false => phrase.status?,
    };
    let of_place = status == Status::Postponed && is_place_moved(words);
    (!turned && !of_place).then_some((status, phrase.words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(remark: &str, expected: Option<Status>) {
        assert_eq!(status(remark), expected, "{remark}");
    }

    #[test]
    fn a_cancelled_event_is_cancelled_in_every_language() {
        for remark in [
            "cancelled",
            "CANCELED",
            "called off",
            "abgesagt",
            "Absage",
            "fällt aus!",
            "findet nicht statt",
            "ANNULÉ",
            "annulée",
            "annulation",
            "cancelado",
            "suspendida",
            "desconvocada",
            "cancelada",
            "annullato",
            "revocato",
            "geannuleerd",
            "gaat niet door",
            "inställd",
            "aflyst",
            "avlyst",
            "peruttu",
            "odwołane",
            "zrušeno",
            "отменён",
            "Отмена",
            "скасовано",
            "Ακυρώνεται",
            "iptal",
            "iptal edildi",
            "dibatalkan",
            "ملغاة",
            "تم إلغاء المسيرة",
            "لغو شد",
            "منسوخ",
            "בוטל",
            "中止",
            "中止します",
            "취소되었습니다",
            "已取消",
            "ยกเลิก",
            "रद्द",
        ] {
            check(remark, Some(Status::Cancelled));
        }
    }

    #[test]
    fn other_states_and_none() {
        check("verschoben", Some(Status::Postponed));
        check("reporté au 12", Some(Status::Postponed));
        check("перенесено", Some(Status::Postponed));
        check("延期", Some(Status::Postponed));
        check("TBC", Some(Status::Tentative));
        check("postponed? check with organizers", Some(Status::Tentative));
        check("not cancelled", None);
        check("nicht abgesagt", None);
        check("iptal değil", None);
        check("Report from the square", None);
        check("Reportershaven square", None);
        check("", None);
        check(
            "we march because the elections were cancelled by the king",
            None,
        );
    }
}
