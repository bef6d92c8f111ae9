//! What a remark says with words that say so only where nothing else is said, or beside no more than who did it and when.

use event_file::event::Status;

use super::around::{is_date, places};
use super::phrases::{PHRASES, Phrase};

/// The most words of a remark on what was refused: “Anmeldung vom Veranstalter zurückgezogen am 27. November”.
const MOST_WORDS: usize = 8;

/// What may stand beside a word of refusal.
const BESIDE: [&str; 4] = ["authority", "notice", "filler", "self"];

/// The status that words state which do so only where nothing else is said, and how many they are.
pub(super) fn whole(words: &[String]) -> Option<(Status, usize)> {
    let whole = || PHRASES.iter().filter(|phrase| phrase.whole);
    let exact = || whole().find(|phrase| phrase.fits(words));
    let refused = || whole().find(|phrase| refuses(phrase, words));
    let status = exact().or_else(refused)?.status?;
    Some((status, words.len()))
}

/// “zurückgezogen am 27.11.”, “zakázáno magistrátem”: whether a phrase of a refusal is all that words say but for that.
fn refuses(phrase: &Phrase, words: &[String]) -> bool {
    if !phrase.refuses || words.len() > MOST_WORDS {
        return false;
    }
    let Some(inside) = phrase.at(words) else {
        return false;
    };
    let known: Vec<(usize, usize)> = BESIDE
        .iter()
        .flat_map(|meaning| places(meaning, words))
        .collect();
    words.iter().enumerate().all(|(at, word)| {
        inside.contains(&at)
            || is_date(word)
            || known.iter().any(|(from, to)| (*from..*to).contains(&at))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{status, status_alone};
    use super::*;

    #[test]
    fn a_refusal_may_say_who_did_it_and_when() {
        for remark in [
            "zurückgezogen am 27.11.",
            "Anmeldung zurückgezogen",
            "verboten durch Ordnungsamt",
            "zgłoszenie wycofane",
            "wycofane 27.11.",
            "zakázáno magistrátem",
            "interdite par la préfecture",
            "prohibée",
            "retirée le 27/11",
            "solicitud retirada",
            "vietata dalla Questura",
            "proibida pela polícia",
            "ingetrokken op 27/11",
            "forbudt af politiet",
            "ansökan återkallad",
            "poliisi kieltänyt",
            "betiltotta a rendőrség",
            "interzis de primărie",
            "забранено от общината",
            "отозвано 27.11",
            "заборонено судом",
            "povučeno 27.11.",
            "απαγορεύτηκε από την αστυνομία",
            "valilikçe yasaklandı",
            "ditolak",
            "被拒绝",
            "신고 철회",
            "banned by police",
            "application withdrawn 27/11",
        ] {
            assert_eq!(status(remark), Some(Status::Cancelled), "{remark}");
            assert_eq!(status_alone(remark), Some(Status::Cancelled), "{remark}");
        }
    }

    #[test]
    fn a_word_of_a_refusal_beside_others_says_nothing() {
        for remark in [
            "alcohol prohibited",
            "dogs not allowed",
            "Musik nicht erlaubt",
            "prohibido fumar",
            "boissons interdites",
            "not banned",
        ] {
            assert_eq!(status(remark), None, "{remark}");
        }
    }
}
