//! What is called off, postponed or doubtful, wherever an entry says so.

use super::{listed, refused};
use crate::cancelled::in_words;

/// The events of a listing as `status title|location|place`, `-` for no status.
pub fn said(text: &str) -> Vec<String> {
    let drafts = listed(text).drafts.into_iter();
    drafts
        .map(|mut draft| {
            in_words::status(&mut draft);
            let text = |field| draft.text_of(field).unwrap_or_default();
            let status = draft.text_of("status").unwrap_or("-");
            let location = draft.location.as_deref().unwrap_or_default();
            format!("{status} {}|{location}|{}", text("title"), text("place"))
        })
        .collect()
}

#[track_caller]
pub fn check(text: &str, expected: &str) {
    assert_eq!(said(text), [expected], "{text}");
}

#[test]
fn the_title_of_a_block_says_whether_it_takes_place() {
    for (title, status, rest) in [
        ("Parade – CANCELLED", "cancelled", "Parade"),
        ("Parade | CANCELLED", "cancelled", "Parade"),
        ("Parade: cancelled", "cancelled", "Parade"),
        ("CANCELLED - Parade", "cancelled", "Parade"),
        ("*** CANCELLED *** Parade", "cancelled", "Parade"),
        ("Parade CANCELLED", "cancelled", "Parade"),
        ("Mahnwache – fällt aus", "cancelled", "Mahnwache"),
        ("ABGESAGT: Mahnwache", "cancelled", "Mahnwache"),
        ("Mahnwache – findet nicht statt", "cancelled", "Mahnwache"),
        ("Marche – n'aura pas lieu", "cancelled", "Marche"),
        ("Marcha – SUSPENDIDA", "cancelled", "Marcha"),
        ("Concentración (no se hará)", "cancelled", "Concentración"),
        ("Presidio: annullato", "cancelled", "Presidio"),
        ("Fietstocht – GAAT NIET DOOR", "cancelled", "Fietstocht"),
        ("Pochod – ZRUŠENO", "cancelled", "Pochod"),
        ("Yürüyüş – İPTAL", "cancelled", "Yürüyüş"),
        ("Vigil – POSTPONED", "postponed", "Vigil"),
        ("Mahnwache – verschoben", "postponed", "Mahnwache"),
        (
            "March – stop the cancelled elections",
            "-",
            "March – stop the cancelled elections",
        ),
        ("Parade – now with music", "-", "Parade"),
    ] {
        let start = format!("{status} {rest}|");
        for block in [
            "When: Sunday 5 November 2023, 1pm\nWhere: City Square, Leeds, UK",
            "Sunday 5 November 2023, 1pm\nCity Square, Leeds, UK",
        ] {
            let found = said(&format!("{title}\n{block}"));
            let [found] = &found[..] else {
                panic!("{title}\n{block}: {found:?}");
            };
            assert!(found.starts_with(&start), "{title}\n{block}: {found}");
            assert!(status == "-" || found.contains("|City Square"), "{found}");
        }
        for labelled in ["What: ", "Title: "] {
            if status == "-" {
                continue;
            }
            let text = format!(
                "{labelled}{title}\nWhen: Sunday 5 November 2023, 1pm\nWhere: City Square, Leeds, UK"
            );
            assert!(said(&text)[0].starts_with(&start), "{text}");
        }
    }
}

#[test]
fn a_label_of_the_place_says_whether_it_takes_place() {
    for (place, expected) in [
        ("CANCELLED (was: Clock Tower, Leicester)", "cancelled"),
        ("Clock Tower, Leicester – CANCELLED", "cancelled"),
        (
            "ABGESAGT (ursprünglich Clock Tower, Leicester)",
            "cancelled",
        ),
        ("Clock Tower, Leicester (postponed)", "postponed"),
        ("annulé – Clock Tower, Leicester", "cancelled"),
        ("Clock Tower, Leicester", "-"),
    ] {
        check(
            &format!("Rally\nDate: Sunday 5 November 2023\nTime: 1pm\nLocation: {place}"),
            &format!("{expected} Rally|Clock Tower, Leicester|"),
        );
    }
    for (place, expected) in [("CANCELLED", "cancelled"), ("abgesagt!", "cancelled")] {
        check(
            &format!("Leeds\n\nRally\nDate: Sunday 5 November 2023\nTime: 1pm\nLocation: {place}"),
            &format!("{expected} Rally|Leeds|"),
        );
    }
}

#[test]
fn where_there_is_nothing_nothing_is_listed() {
    for line in [
        "Leeds: no march",
        "Leeds: no habrá movilización",
        "Leeds: no hay marcha",
        "Leeds: este año no hay",
        "Leeds: no habrá concentración",
        "Leeds: não haverá ato",
        "Leeds: não vai haver",
        "Leeds: não tem",
        "Leeds: niente corteo",
        "Leeds: non c'è",
        "Leeds: nic się nie dzieje",
        "Leeds: niets",
        "Leeds: ingenting",
        "Leeds: nothing this year",
        "Leeds: leider keine Mahnwache",
    ] {
        refused(
            &format!("4.11.2023\n\nHull: 2pm, Square\n{line}"),
            1,
            "nothing to list",
        );
    }
    for line in ["Halifax: go to Leeds", "Halifax: joining Leeds at 2pm"] {
        refused(
            &format!("4.11.2023\n\nHull: 2pm, Square\n{line}"),
            1,
            "another entry",
        );
    }
    for line in [
        "Leeds: No Kings rally, 2pm, City Square",
        "Leeds: 2pm, City Square, no parking",
        "Leeds: Nothing Hill, 2pm",
    ] {
        assert_eq!(said(&format!("4.11.2023\n\n{line}")).len(), 1, "{line}");
    }
}

#[test]
fn words_behind_a_city_that_are_like_no_place_are_doubtful() {
    let status = |line: &str| said(&format!("4.11.2023\n\nHull: 2pm, Square\n{line}"));
    assert_eq!(
        status("Leeds: bekor olgan")[1],
        "tentative |Leeds|bekor olgan"
    );
    for line in [
        "Lyon: devant la mairie",
        "Lyon: préfecture",
        "Lyon: Bellecour",
        "Lyon: 14h, bellecour",
    ] {
        assert!(status(line)[1].starts_with("- "), "{line}");
    }
}

#[test]
fn a_name_with_a_word_of_cancellation_is_a_place() {
    for place in [
        "Clifton Suspension Bridge",
        "puente suspendido",
        "place de la Suspension",
        "Hoàn Kiếm",
    ] {
        check(
            &format!("4.11.2023\n\nLeeds: 2pm, {place}"),
            &format!("- |Leeds|{place}"),
        );
    }
    check(
        "4.11.2023\n\nLeeds: 2pm, Suspension Bridge – cancelled",
        "cancelled |Leeds|Suspension Bridge",
    );
}

#[test]
fn what_is_off_for_a_reason_is_off_wherever_the_reason_stands() {
    for (line, place) in [
        (
            "Lille: 14h, place Rihour annulé pour cause de travaux",
            "place Rihour",
        ),
        (
            "Madrid: 19h, Plaza Mayor cancelado por obras",
            "Plaza Mayor",
        ),
        (
            "Köln: 14 Uhr, Tanzen im Park wegen Bauarbeiten abgesagt",
            "Tanzen im Park",
        ),
    ] {
        let city = line.split(':').next().unwrap_or_default();
        check(
            &format!("4.11.2023\n\n{line}"),
            &format!("cancelled |{city}|{place}"),
        );
    }
}

#[test]
fn a_day_of_its_own_that_is_off_heads_nothing() {
    let reading = listed(
        "Saturday 4 November 2023\n\nLeeds – 2pm, City Square\nSunday 5 November – picnic cancelled because of \
         the weather\nSheffield – 3pm, City Hall",
    );
    let days: Vec<String> = reading
        .drafts
        .iter()
        .filter(|draft| draft.text_of("status").is_none())
        .filter_map(|draft| Some(draft.start?.to_string()))
        .collect();
    assert_eq!(days, ["2023-11-04T14:00", "2023-11-04T15:00"]);
}

#[test]
fn a_day_that_an_event_is_called_after_is_no_second_one() {
    for line in [
        "İstanbul: 7 Kasım 2023, saat 13.00, Kadıköy Meydanı (8 Mart Mitingi)",
        "Vilnius, 2024 m. gegužės 1 d., 12:00, Katedros aikštė, Gegužės 1-osios eitynės",
        "Den Haag – 7 november 2023, 12:00, Malieveld, A12-blokkade",
    ] {
        let reading = listed(line);
        assert_eq!(reading.drafts.len(), 1, "{line}: {reading:?}");
    }
}

#[test]
fn a_cancelled_line_below_a_day_in_a_sentence_is_an_entry_of_its_own() {
    for (line, of_it) in [
        ("Sheffield, Barker's Pool, CANCELLED", "cancelled Sheffield"),
        ("Sheffield, Barker's Pool: cancelled", "cancelled Sheffield"),
        ("Sheffield: CANCELLED", "cancelled Sheffield"),
    ] {
        let text = format!(
            "Here is the list of local rallies on Saturday 4 November 2023.\n\nLeeds, Victoria Gardens, 11am\nManchester, St Peter's Square, 1pm\n{line}\nBath, Abbey Churchyard, 2pm"
        );
        let reading = listed(&text);
        let found: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| {
                let status = draft.text_of("status").unwrap_or("-");
                format!("{status} {}", draft.location.as_deref().unwrap_or_default())
            })
            .collect();
        assert_eq!(
            found,
            ["- Leeds", "- Manchester", of_it, "- Bath"],
            "{line}: {:?}",
            reading.rejects
        );
    }
}

#[test]
fn a_cancelled_line_in_a_list_whose_day_is_not_read_is_refused() {
    let list = "Protests at the weekend\n\nLeeds: 2pm, City Square\nHull: cancelled\n";
    refused(list, 0, "no day");
    refused(list, 0, "which is not clear");
}
