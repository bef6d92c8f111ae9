//! A description that says whether its event takes place.

use event_file::event::Status;
use fold::fold;

use super::LONGEST_REMARK;
use super::clause::{Verdict, judge};
use super::phrases::{may_speak, words};
use super::status;

/// The most sentences of a description that are looked at.
const MOST_SENTENCES: usize = 200;

/// What a description says of the event, and the sentence that says it.
///
/// A sentence that speaks of the event itself counts wherever it stands. One that may speak of something else counts only
/// where it is all that is said: a longer text tells a story, in which it may mean anything.
pub fn in_description(text: &str) -> (Verdict, String) {
    let nothing = (Verdict::Nothing, String::new());
    if !may_speak(text) {
        return nothing;
    }
    let sentences = text.split(['.', '!', '\n', '\u{2028}', '。', '！', '…', '•']);
    let sentences = sentences.flat_map(questions).take(MOST_SENTENCES);
    let sentences = sentences.filter(|sentence| !is_of_place(sentence));
    let is_short = || words(text).len() <= LONGEST_REMARK;
    match Verdict::first_sure(sentences.map(|sentence| (judge(sentence), sentence))) {
        Some((Verdict::Unclear(_), _)) if !is_short() => nothing,
        Some((verdict, sentence)) => (verdict, sentence.trim().to_owned()),
        None => nothing,
    }
}

/// “venue to be confirmed”, “Ort noch offen”: “время уточняется”: whether a sentence is about the place or the hour alone.
pub fn is_of_place(sentence: &str) -> bool {
    const PLACES: [&str; 46] = [
        "venue",
        "location",
        "place",
        "ort",
        "treffpunkt",
        "lieu",
        "lugar",
        "luogo",
        "local",
        "plaats",
        "locatie",
        "miejsce",
        "место",
        "місце",
        "plats",
        "sted",
        "místo",
        "miesto",
        "mjesto",
        "yer",
        "helyszín",
        "lloc",
        // The hour alone.
        "time",
        "hour",
        "uhrzeit",
        "zeit",
        "beginn",
        "heure",
        "horaire",
        "hora",
        "horario",
        "horário",
        "ora",
        "orario",
        "tijd",
        "tijdstip",
        "godzina",
        "время",
        "час",
        "време",
        "tid",
        "klokkeslæt",
        "čas",
        "vrijeme",
        "saat",
        "ώρα",
    ];
    let words = words(sentence);
    let status = status(sentence);
    status == Some(Status::Tentative)
        && words
            .first()
            .is_some_and(|word| PLACES.iter().any(|place| fold(place) == *word))
}

/// Sentences with their question marks.
fn questions(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['?', '？', '؟'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Verdict) {
        assert_eq!(in_description(text).0, expected, "{text}");
    }

    #[test]
    fn the_event_itself_is_cancelled() {
        for text in [
            "cancelled",
            "Called off due to storm",
            "Cancelled due to weather",
            "Wegen Sturm abgesagt",
            "Leider abgesagt!",
            "leider krankheitsbedingt abgesagt",
            "findet heute und morgen leider nicht statt",
            "darf leider nicht stattfinden",
            "wir mussten unsere Veranstaltung leider absagen",
            "mussten wir leider heute die Demo abmelden, fällt heute leider aus",
            "unfortunately we had to call it off",
            "it cannot now go ahead",
            "n'auront malheureusement pas lieu",
            "ne pourra malheureusement pas se tenir",
            "no se podrá finalmente celebrar",
            "non potrà purtroppo tenersi",
            "não vai infelizmente acontecer",
            "kan helaas niet doorgaan",
            "går tyvärr inte av stapeln",
            "kan desværre ikke gennemføres",
            "się dzisiaj nie odbędzie",
            "se bohužel nekoná",
            "sa žiaľ nekoná",
            "jääb ära",
            "Demo musste leider abgesagt werden",
            "Die Demo muss leider abgesagt werden",
            "fällt krankheitsbedingt aus",
            "wir müssen die Demo leider absagen",
            "had to be called off because of illness",
            "we've had to cancel",
            "this one is now off",
            "se suspende por la lluvia",
            "desconvocada por lluvia",
            "tuvo que ser cancelada",
            "wegens storm afgelast",
            "a dû être annulée",
            "musiała zostać odwołana",
            "Se suspende por lluvia",
            "Отменяется",
            "sadly this won't go ahead",
            "Cancelled, not enough people",
            "Update 3 Nov: this event has been cancelled. We are sorry.",
            "Join us at noon with banners and songs. The march has been cancelled.",
            "L'événement est annulé en raison de la météo.",
            "Diese Veranstaltung ist abgesagt. Wir bitten um Verständnis und melden uns mit einem neuen Termin.",
        ] {
            check(text, Verdict::Sure(Status::Cancelled));
        }
        check("POSTPONED to 12 Nov", Verdict::Sure(Status::Postponed));
        check("Deferred", Verdict::Sure(Status::Postponed));
        check(
            "Wordt verplaatst naar 12/11",
            Verdict::Sure(Status::Postponed),
        );
        check("cancelled?", Verdict::Sure(Status::Tentative));
    }

    #[test]
    fn what_is_only_under_a_condition_is_on() {
        for text in [
            "If it rains, it will be cancelled.",
            "Annulé en cas de pluie",
            "Bei Regen fällt die Demo aus",
            "Si llueve se suspende",
            "El acto se suspende en caso de lluvia.",
            "In caso di pioggia annullato",
            "Em caso de chuva, cancelado",
            "Bij regen afgelast",
            "W razie deszczu odwołane",
            "При дожде отменяется",
            "Yağmur yağarsa iptal",
            "إذا هطل المطر ألغيت",
            "雨天の場合は中止",
            "Join us at 2 pm with water and banners. If it rains, the event will be cancelled. See our page.",
            "Bei Unwetter wird die Demo abgesagt, Infos dazu auf unserer Webseite.",
        ] {
            check(text, Verdict::Nothing);
        }
    }

    #[test]
    fn what_the_protest_is_about_is_not_the_event() {
        for text in [
            "Protest against cancelled trains",
            "Cancelled trains: enough!",
            "Trains cancelled again. We protest.",
            "Student debt must be cancelled",
            "Die Schulden müssen gestrichen werden",
            "La deuda debe ser cancelada",
            "Absage der Regierung an den Frieden",
            "Abgesagte Züge",
            "Contra los desahucios suspendidos",
            "Против отмены выборов",
            "After the cancelled October march we try again.",
            "Postponed elections",
            "Elections annulées",
            "Contre l'annulation du festival",
            "The council has cancelled bus services to our village. Come and tell them what you think!",
            "Flights are suspended, arms sales must be too.",
            "Postponed since the pandemic, the annual march is finally back!",
            "we march because the elections were cancelled by the king",
        ] {
            check(text, Verdict::Nothing);
        }
    }

    #[test]
    fn what_is_on_again_is_not_cancelled() {
        for text in [
            "Cancelled - now back on",
            "won't be cancelled",
            "Not cancelled, rumours are false",
            "취소 아님",
            "غير ملغاة",
            "Confirmed (previously postponed)",
            "nicht abgesagt",
            "Last week's vigil was cancelled; this one is on",
            "iptal edilmedi",
        ] {
            check(text, Verdict::Nothing);
        }
    }

    #[test]
    fn what_is_not_understood_is_unclear() {
        check("venue to be confirmed", Verdict::Nothing);
        check("Ort noch offen", Verdict::Nothing);
        check("Sarah cancelled", Verdict::Unclear(Status::Cancelled));
    }
}
