//! A second hour: an end, a stage of the event, or one of which it is not clear what it is.

use super::{check, check_line, starts};

#[test]
fn an_end_that_stands_apart() {
    check_line(
        "London: 12 noon till 3, Parliament Square",
        "T12:00 London|Parliament Square",
    );
    check_line("Leeds: 11 am, Minster (till 3)", "T11:00 Leeds|Minster");
    check_line(
        "Ulm: 14 Uhr, Münsterplatz, bis 16 Uhr",
        "T14:00 Ulm|Münsterplatz",
    );
    check_line(
        "Medan: 14.00 s/d selesai, Lapangan Merdeka",
        "T14:00 Medan|Lapangan Merdeka",
    );
}

#[test]
fn stages_of_an_event_are_one_event() {
    check_line(
        "Leeds: doors 7pm, starts 7.30pm, Town Hall",
        "T19:00 Leeds|Town Hall",
    );
    check_line(
        "Liverpool: 1pm for 2pm, Lime Street",
        "T13:00 Liverpool|Lime Street",
    );
    check_line(
        "Köln: 13.30 Uhr Auftakt, 15 Uhr Abschlusskundgebung, Heumarkt",
        "T13:30 Köln|Heumarkt",
    );
    check_line(
        "Marseille : RDV 15h Vieux-Port",
        "T15:00 Marseille|Vieux-Port",
    );
    check_line(
        "京都：13時半集合、14時出発　円山公園",
        "T13:30 京都|円山公園",
    );
}

#[test]
fn an_hour_beside_the_one_at_which_it_begins_makes_no_event() {
    for line in [
        "Köln: 14 Uhr statt 13 Uhr, Heumarkt",
        "Köln: 14 Uhr (statt 13 Uhr), Heumarkt",
        "Köln : 14h au lieu de 13h, Heumarkt",
        "Köln : 14h (et non 15h), Heumarkt",
        "Köln: ore 14 (non più ore 15), Heumarkt",
        "Köln: 14:00 (antes 11:00), Heumarkt",
        "Köln: 14:00 (zmiana z 13:00), Heumarkt",
        "Köln: kl 14 (obs ny tid! tidigare kl 12), Heumarkt",
        "Köln: not 1pm but 2pm, Heumarkt",
        "Köln: now 2pm (was 1pm), Heumarkt",
        "Köln: starts 2pm, ends 3pm, Heumarkt",
        "Köln : RDV 14h, départ 14h30, fin 17h, Heumarkt",
        "Köln: ritrovo 14:00, inizio 14:30, fine 17:00, Heumarkt",
        "Köln: начало в 14:00, окончание в 16:00, Heumarkt",
        "Köln: verzamelen 14:00, vertrek 14:30, einde 16:00, Heumarkt",
        "Köln: salida 14:00, llegada 16:00, Heumarkt",
        "Köln : entre 14h et 16h, Heumarkt",
        "Köln: between 2 and 4 pm, Heumarkt",
        "Köln: zwischen 14 und 16 Uhr, Heumarkt",
        "Köln: 14:00, Heumarkt (Besammlung 13:30)",
        "Köln: Einlass 14 Uhr, Beginn 15 Uhr, Heumarkt",
        "Köln: 14 h (concentración 13:30), Heumarkt",
        "Köln: samling kl 14, avmarsch kl 14.30, Heumarkt",
        "Köln: 14시 집결, 15시 행진, Heumarkt",
        "Köln: 2 pm CET (8:00 in New York), Heumarkt",
        "Köln: 14h (20h heure de Hanoï), Heumarkt",
    ] {
        check_line(line, "T14:00 Köln|Heumarkt");
    }
}

#[test]
fn a_second_hour_that_may_be_anything_is_a_reject() {
    for line in [
        "Chicago – 2pm CT / 3pm ET, Daley Plaza",
        "Köln: Abfahrt Bus 9 Uhr, Demo 14 Uhr",
        "Köln: 14 Uhr Heumarkt, 17 Uhr",
        "Dublin: 2pm / march 3pm, GPO",
    ] {
        let reading = super::listed(&format!("4.11.2023\n\n{line}"));
        let reason = &reading.rejects[0].reason;
        assert!(reading.drafts.is_empty(), "{line}");
        assert!(reason.starts_with("two hours, "), "{line}: {reason}");
    }
    check(
        "4.11.2023\n\nMadrid: 10:00 Sol; 18:00 Atocha",
        &[
            "2023-11-04T10:00 Madrid|Sol",
            "2023-11-04T18:00 Madrid|Atocha",
        ],
    );
    check(
        "4.11.2023\n\nLyon : 10h30 et 14h, Bellecour",
        &[
            "2023-11-04T10:30 Lyon|Bellecour",
            "2023-11-04T14:00 Lyon|Bellecour",
        ],
    );
}

#[test]
fn ranges_and_parts_of_the_day_in_more_languages() {
    check_line("Tirana: ora 6 pasdite, Sheshi", "T18:00 Tirana|Sheshi");
    check_line(
        "Vilnius: tarp 12 ir 14 val., aikštė",
        "T12:00 Vilnius|aikštė",
    );
    check_line("Rīga: no 10.00 līdz 12.00, laukums", "T10:00 Rīga|laukums");
    check_line("Bonn, Am Markt 12 um 14 Uhr", "T14:00 Bonn|Am Markt 12");
    check_line("Lyon, 14h 12 rue Bayard", "T14:00 Lyon|12 rue Bayard");
}

#[test]
fn the_hour_of_the_closing_rally_makes_no_event() {
    let text =
        "11.3.2027\n\nBremen – 11.30 Uhr Ziegenmarkt; 12.30 Uhr Schlusskundgebung Marktplatz";
    assert_eq!(starts(text), ["2027-03-11T11:30"]);
}

#[test]
fn what_is_four_hours_later_is_another_event() {
    check(
        "4.11.2023\n\nVigo: Ás 12 horas concentración na Rúa do Príncipe e ás 20 horas manifestación",
        &[
            "2023-11-04T12:00 Vigo|Rúa do Príncipe",
            "2023-11-04T20:00 Vigo|",
        ],
    );
    check_line(
        "Marín: manifestación ás 20h, saída da Casa do Concello",
        "T20:00 Marín|Casa do Concello",
    );
}
