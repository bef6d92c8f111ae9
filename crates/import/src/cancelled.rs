//! What words of any language say of whether an event takes place: cancelled, postponed, unconfirmed.

mod around;
mod clause;
mod description;
pub mod in_place;
pub mod in_words;
mod marks;
mod moved;
mod moved_from;
mod phrases;
mod refused;
mod several;
mod thing;
mod title;
mod title_words;
mod unspaced;

use event_file::event::Status;

pub use self::clause::{Verdict, changes_nothing, is_condition, judge, without_was};
pub use self::description::{in_description, is_of_place};
pub use self::moved::{is_from_place, moved};
pub use self::moved_from::{is_from_day, is_moved_from};
pub use self::several::{Several, of_several};
pub use self::thing::{Thing, thing};
pub use self::title::{in_title, noun_off};

use self::moved::is_place_moved;
use self::phrases::{possible, words};
use self::refused::whole;

/// The most words of a remark; what is longer tells a story, in which a word may mean anything.
const LONGEST_REMARK: usize = 8;

/// The status that a remark states: a cell, what stands in parentheses, a piece between commas. With a question
/// mark (“cancelled?”) it is [`Status::Tentative`]; “not cancelled” and a longer text say nothing.
pub fn status(remark: &str) -> Option<Status> {
    let words = phrases::may_speak(remark).then(|| words(remark))?;
    (words.len() <= LONGEST_REMARK).then_some(())?;
    let said = whole(&words).or_else(|| stated(&words, remark));
    said.map(|(status, _)| status)
}

/// Whether a verb such as “is” or “haben” is among the words of a text: it is no name.
pub fn has_verb(text: &str) -> bool {
    !around::places("verb", &words(text)).is_empty()
}

/// Whether a text begins with such a verb.
pub fn begins_with_verb(text: &str) -> bool {
    let words = words(text);
    around::places("verb", &words)
        .iter()
        .any(|place| place.0 == 0)
}

/// Whether a text gives a reason: “wegen Sturm”, “due to rain”.
pub fn has_reason(text: &str) -> bool {
    let words = words(text);
    let reasons = around::places("reason", &words);
    reasons
        .iter()
        .any(|(from, to)| *from > 0 && *to < words.len())
}

/// Whether a text is a reason: “wegen Sturm”, “due to rain”.
pub fn begins_with_reason(text: &str) -> bool {
    let words = words(text);
    let reasons = around::places("reason", &words);
    reasons
        .iter()
        .any(|(from, to)| *from == 0 && *to < words.len())
}

/// Whether words that state a status are in a text, whatever it says of them: “was not cancelled”.
pub fn names_status(text: &str) -> bool {
    clause::first(&words(text)).is_some()
}

/// Whether a word such as “not” is among the words of a text.
pub fn denies(text: &str) -> bool {
    phrases::is_negated(&words(text), 0..0)
}

/// The status with which a text begins, whatever reason follows: “cancelado por causa da chuva”.
pub fn begins(text: &str) -> Option<Status> {
    let words = phrases::may_speak(text).then(|| words(text))?;
    if let Some((status, _)) = whole(&words) {
        return Some(status);
    }
    let (status, _) = stated(&words, text)?;
    let first = possible(&words).any(|phrase| {
        phrase.status == Some(status) && phrase.at(&words).is_some_and(|at| at.start == 0)
    });
    first.then_some(status)
}

/// The status that a remark states with at most one word more: a cell of a column that is not known.
pub fn status_alone(remark: &str) -> Option<Status> {
    let words = phrases::may_speak(remark).then(|| words(remark))?;
    let (status, stating) = whole(&words).or_else(|| stated(&words, remark))?;
    (words.len() <= stating + 1).then_some(status)
}

/// The status that words state, and how many of them state it.
fn stated(words: &[String], remark: &str) -> Option<(Status, usize)> {
    let found = possible(words).find_map(|phrase| {
        let at = phrase.status.and_then(|_| phrase.at(words))?;
        (!clause::is_of_another_thing(words, &at)).then_some((phrase, at))
    });
    let (phrase, inside) = found?;
    let turned = phrases::is_negated(words, inside.clone())
        || clause::is_turned(words, (inside.start, inside.end));
    let status = match remark.contains(['?', '？', '؟']) {
        true => Status::Tentative,
        false => phrase.status?,
    };
    let of_place = status == Status::Postponed && is_place_moved(words);
    (!turned && !of_place).then_some((status, inside.len()))
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
            "那覇の集会は中止となりました",
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

    #[test]
    fn words_of_more_languages_and_misspelled_ones() {
        for remark in [
            "bekor qilindi",
            "gekanselleer",
            "afgelas",
            "canslwyd",
            "цуцлагдсан",
            "停辦",
            "取りやめ",
            "desmarcada",
            "déprogrammé",
            "n'a plus lieu",
            "ya no va",
            "muss leider ausfallen",
            "vervalt",
            "blir ej av",
            "nenotiks",
            "neįvyks",
            "няма да се проведе",
            "won't be going ahead",
            "CANX",
            "cancled",
            "canceld due to weather",
            "now off",
        ] {
            check(remark, Some(Status::Cancelled));
        }
        check("uitgestel", Some(Status::Postponed));
        check("wedi'i ohirio", Some(Status::Postponed));
        check("on hold", Some(Status::Postponed));
        check("delayed until July", Some(Status::Postponed));
        check("delayed until 2pm", None);
        check("do odwołania", None);
    }

    #[test]
    fn some_words_say_so_only_where_nothing_else_is_said() {
        check("off", Some(Status::Cancelled));
        check("OFF!", Some(Status::Cancelled));
        check("utgår", Some(Status::Cancelled));
        check("just off the High Street", None);
        check("kick-off", None);
        check("Vi utgår från torget", None);
        check("Salta", None);
    }

    #[test]
    fn a_reason_may_stand_before_a_word_of_a_script_without_spaces() {
        for remark in [
            "因雨取消",
            "因颱風取消",
            "受疫情影響取消",
            "活動取消",
            "雨のため中止",
            "都合により中止します",
            "荒天のため中止となりました",
        ] {
            check(remark, Some(Status::Cancelled));
        }
        check("因雨延期", Some(Status::Postponed));
        for remark in [
            "戦争中止",
            "核実験中止",
            "中止を求める",
            "雨天中止",
            "取消死刑",
        ] {
            check(remark, None);
        }
    }

    #[test]
    fn a_word_of_a_name_is_no_status() {
        for name in [
            "Clifton Suspension Bridge",
            "puente suspendido",
            "place de la Suspension",
            "Hoàn Kiếm",
            "Hoan Kiem",
        ] {
            check(name, None);
        }
        check("hoãn", Some(Status::Postponed));
        check("HOÃN", Some(Status::Postponed));
        check("Hoàn Kiếm (hủy)", Some(Status::Cancelled));
        check("marcha suspendida", Some(Status::Cancelled));
    }

    #[test]
    fn where_only_the_place_moved_the_event_is_on() {
        check("verlegt in die Halle 39", None);
        check("moved to Room 12", None);
        check("verlegt auf den 12.", Some(Status::Postponed));
        check("verlegt auf Samstag 12", Some(Status::Postponed));
    }
}
