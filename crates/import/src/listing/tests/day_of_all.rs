//! The day of a whole list in a sentence above it.

use super::*;

#[test]
fn a_sentence_above_a_list_says_its_day() {
    for (sentence, entries, expected) in [
        (
            "20 марта 2027 года – вторая годовщина событий. Мы собираемся вместе.",
            "Берлин — 18:00, Унтер-ден-Линден\nПрага — 17:30, площадь Мира\nВильнюс — отменено",
            &["2027-03-20T18:00", "2027-03-20T17:30", "2027-03-20"][..],
        ),
        (
            "Am 20. März 2027 gehen wir gemeinsam auf die Straße.",
            "Bonn – 17 Uhr, Markt\nKassel – 18 Uhr, Königsplatz\nJena – abgesagt",
            &["2027-03-20T17:00", "2027-03-20T18:00", "2027-03-20"],
        ),
        (
            "Le samedi 20 mars 2027, nous serons toutes dans la rue.",
            "Lyon – 14h, place Bellecour\nRennes – annulé",
            &["2027-03-20T14:00", "2027-03-20"],
        ),
        // Its hour is that of entries without one.
        (
            "Wir treffen uns am 20. März 2027 um 15 Uhr in der Mitte unserer Städte.",
            "Bonn – Markt\nKassel – Königsplatz",
            &["2027-03-20T15:00", "2027-03-20T15:00"],
        ),
        // History, and one event of its own.
        (
            "9 November 1938 is the night that we shall not forget.",
            "Leeds – 6pm, City Square\nYork – 7pm, Parliament Street",
            &[],
        ),
        (
            "On 20 March 2027 we shall be there on Station Road, with our banners.",
            "Leeds – 6pm, City Square\nYork – 7pm, Parliament Street",
            &[],
        ),
    ] {
        let text = format!("Hello,\n\n{sentence}\n\n{entries}");
        assert_eq!(starts(&text), expected, "{sentence}");
    }
}
