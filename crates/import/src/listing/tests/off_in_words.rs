//! Words that call an entry off, and words that call off something else.

use super::called_off::{check, said};
use super::{listed, refused};

/// The events of a listing below a day, and the reasons of what is refused.
#[track_caller]
fn check_all(text: &str, events: &[&str], refused: &[&str]) {
    assert_eq!(said(text), events, "{text}");
    let rejects = listed(text).rejects;
    let reasons: Vec<&str> = rejects
        .iter()
        .map(|reject| reject.reason.as_str())
        .collect();
    assert_eq!(reasons.len(), refused.len(), "{text}: {reasons:?}");
    for (reason, part) in reasons.iter().zip(refused) {
        assert!(reason.contains(part), "{text}: {reason}");
    }
}

#[test]
fn words_within_a_verb_do_not_hide_that_it_is_off() {
    for line in [
        "Leeds: fällt dieses Mal aus",
        "Leeds: fällt wegen der Hitze morgen aus",
        "Leeds, 2pm, Square, darf leider heute nicht stattfinden",
        "Leeds, 2pm, Square, leider mussten wir die Kundgebung zurückziehen",
        "Leeds: they had to call the whole thing off",
        "Leeds: n'est finalement pas maintenue",
        "Leeds: anche quest'anno non si fa",
        "Leeds: się w tym roku nie odbędzie",
        "Leeds: kan helaas niet doorgaan",
        "Leeds: ställs dessvärre in",
        "Leeds: no se va finalmente a celebrar",
        "Leeds: w tej chwili się nie odbędzie",
        "Leeds: não vai este ano acontecer",
    ] {
        let found = said(&format!("4.11.2023\n\n{line}"));
        assert_eq!(found.len(), 1, "{line}");
        assert!(found[0].starts_with("cancelled "), "{line}: {found:?}");
    }
}

#[test]
fn what_is_called_off_before_its_city_is_off_whatever_it_is_called() {
    for (called, status) in [
        ("Filmnacht fällt leider aus", "cancelled Filmnacht"),
        ("Concert verschoben", "postponed Concert"),
        ("Craft fair cancelled", "cancelled Craft fair"),
        ("Goûter annulé", "cancelled Goûter"),
    ] {
        for day in ["Saturday 4 November 2023: ", "4 November 2023\n\n"] {
            check(
                &format!("{day}{called} – Leeds, Square, 2pm"),
                &format!("{status}|Leeds|Square"),
            );
        }
    }
    check(
        "4 November 2023: Cancelled picnic – Leeds, Square, 2pm",
        "cancelled picnic|Leeds|Square",
    );
    check(
        "4.11.2023\n\nRents cancelled – Leeds, Square, 2pm",
        "tentative Rents cancelled|Leeds|Square",
    );
}

#[test]
fn a_line_about_all_events_holds_for_all() {
    let list = "4 November 2023\n\nLeeds, 2pm, Square\nHull, 3pm, Docks\n\n5 November 2023\n\nDerby, 2pm, Market";
    let off = [
        "cancelled |Leeds|Square",
        "cancelled |Hull|Docks",
        "- |Derby|Market",
    ];
    for line in [
        "All events on Saturday are cancelled.",
        "Because of the wind all marches on 4 November are cancelled.",
        "Wegen Hitze fallen alle Demos am Samstag aus!",
        "Toutes les manifs de samedi sont annulées.",
    ] {
        check_all(&format!("{line}\n\n{list}"), &off, &[]);
    }
    let two = "4 November 2023\n\nLeeds, 2pm, Square\nHull, 3pm, Docks";
    for line in [
        "Both called off.",
        "Beide Kundgebungen fallen aus!",
        "(les deux annulées)",
    ] {
        for gap in ["\n", "\n\n"] {
            check_all(&format!("{two}{gap}{line}"), &off[..2], &[]);
        }
    }
    let more = format!("{two}\nDerby, 4pm, Market\nBoth cancelled");
    check_all(&more, &[], &["several events"; 3]);
    check_all(
        &format!("All events are cancelled\n\n{list}"),
        &[
            "cancelled |Leeds|Square",
            "cancelled |Hull|Docks",
            "cancelled |Derby|Market",
        ],
        &[],
    );
    let below = format!("{list}\n\nAll events are cancelled.");
    check_all(&below, &[], &["several events"; 3]);
    let unclear = format!("All marches in Yorkshire on Saturday are cancelled\n\n{two}");
    check_all(&unclear, &[], &["several events"; 2]);
    let trains = format!("All trains on Saturday are cancelled\n\n{two}");
    assert_eq!(said(&trains), ["- |Leeds|Square", "- |Hull|Docks"]);
}

#[test]
fn what_a_protest_is_about_is_not_taken_for_its_event() {
    for (words, status) in [
        ("por las ayudas suspendidas", "tentative"),
        ("contra las obras aplazadas", "-"),
        ("pour un emploi supprimé", "tentative"),
        ("per il concorso annullato", "tentative"),
        ("Mieten gestrichen!", "tentative"),
        ("rents cancelled", "tentative"),
        ("Erinnern an die abgesagte Feier", "tentative"),
    ] {
        let text = format!("4.11.2023\n\nLeeds, 2pm, Square: {words}");
        check(&text, &format!("{status} |Leeds|Square"));
        let draft = &listed(&text).drafts[0];
        let kept = draft.text_of("description").unwrap_or_default();
        assert!(kept.contains(words.trim_end_matches('!')), "{text}: {kept}");
    }
}

#[test]
fn an_event_of_another_town_is_not_this_one() {
    for words in [
        "(Nunney march cancelled)",
        "(Demo in Wolfhagen fällt aus)",
        "(manif de Chantepie annulée)",
        "(la marcha de Leioa está suspendida)",
        "– the Nunney vigil is cancelled",
        "– Demo in Wolfhagen abgesagt",
    ] {
        check_all(
            &format!("4.11.2023\n\nLeeds: 2pm, Square {words}"),
            &[],
            &["another event"],
        );
    }
    let demand = "4.11.2023\n\nLeeds – 2pm – Fight the Suspended Pensions picket, Square";
    assert_eq!(said(demand).len(), 1, "{demand}");
    for words in [
        "(march cancelled)",
        "– the march is cancelled",
        "(Demo fällt aus)",
        "(Saturday march cancelled)",
    ] {
        let found = said(&format!("4.11.2023\n\nLeeds: 2pm, Square {words}"));
        assert!(found[0].starts_with("cancelled "), "{words}: {found:?}");
    }
}

#[test]
fn a_day_within_the_words_that_move_it() {
    for (words, start, before) in [
        (
            "wird auf den 11. November verschoben",
            "2023-11-11",
            "2023-11-04",
        ),
        ("wurde vom 2. November verlegt", "2023-11-04", "2023-11-02"),
        (
            "wordt naar 11 november verplaatst",
            "2023-11-11",
            "2023-11-04",
        ),
    ] {
        let text = format!("4 November 2023\n\nLeeds: {words}");
        let reading = listed(&text);
        let [draft] = &reading.drafts[..] else {
            panic!("{text}: {:?}", reading.rejects);
        };
        let found = draft.start.map(|start| start.to_string());
        assert_eq!(found.as_deref(), Some(start), "{text}");
        assert_eq!(draft.text_of("status"), Some("rescheduled"), "{text}");
        assert_eq!(draft.text_of("previously"), Some(before), "{text}");
        assert_eq!(draft.text_of("place"), None, "{text}");
    }
    check(
        "4 November 2023\n\nLeeds, 2pm, Square\n(postponed from last month)",
        "rescheduled |Leeds|Square",
    );
    refused(
        "POSTPONED to 11 November: Saturday 4 November 2023\n\nLeeds, 2pm, Square",
        0,
        "moves its day",
    );
}

#[test]
fn a_day_of_the_month_above_may_have_a_status() {
    let reading =
        listed("November 2023\n\nFriday 3: Leeds, 2pm, Docks\nSaturday 4: Bradford – POSTPONED");
    let draft = &reading.drafts[1];
    let found = draft.start.map(|start| start.to_string());
    assert_eq!(found.as_deref(), Some("2023-11-04"));
    assert_eq!(draft.text_of("status"), Some("postponed"));
}

#[test]
fn a_cancelled_event_in_a_sentence_below_the_list_is_an_entry() {
    for (line, city) in [
        ("V Plzni se akce 14. prosince ruší, omlouváme se.", "Plzni"),
        ("Akce v Plzni 14. prosince se ruší.", "Plzni"),
        ("Demonstrace v Plzni 14. prosince odpadá.", "Plzni"),
    ] {
        let list = format!(
            "10. 12. 2026 18:00, Brno, Moravské náměstí\n13. 12. 2026 15:00, Praha, Letná\n\n{line}\n\nDíky\nTým Milionu"
        );
        let reading = listed(&list);
        let last = reading.drafts.last();
        let found = last.map(|draft| (draft.text_of("status"), draft.location.as_deref()));
        assert_eq!(found, Some((Some("cancelled"), Some(city))), "{line}");
        assert_eq!(
            last.and_then(|draft| draft.text_of("address")),
            None,
            "{line}"
        );
        assert_eq!(reading.drafts.len(), 3, "{line}");
    }
}

#[test]
fn a_dated_sentence_that_says_something_is_off_is_no_text_without_an_event() {
    let list = "10.12.2026 18:00, Lyon, place Bellecour\n13.12.2026 15:00, Paris, République\n\nLe rassemblement de Nantes du 14 décembre est annulé.";
    refused(list, 2, "may say that an event changed");
}
