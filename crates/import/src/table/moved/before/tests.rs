//! Remarks that name the day or hour that no longer holds.

use crate::options::Options;
use crate::table::read;

/// The start and the status of a row of 20 March 2027 at 13:00 with a remark; “-” where it is refused.
#[track_caller]
fn check(remarks: &[&str], expected: &str) {
    for remark in remarks {
        let text = format!(
            "Date;Time;City;Place;Title;Remarks\n20.03.2027;13:00;Leeds;City Square;March;\"{remark}\"\n"
        );
        let options = Options::new("2026-12-01".parse().unwrap());
        let read = read(&text, &"s.csv".into(), &options).unwrap();
        let found = read.drafts.first().map(|draft| {
            let start = draft.start.map_or(String::new(), |start| start.to_string());
            format!("{start} {}", draft.text_of("status").unwrap_or("scheduled"))
        });
        let why = read.rejects.first().map(|reject| reject.reason.as_str());
        assert_eq!(
            found.as_deref().unwrap_or("-"),
            expected,
            "{remark}: {why:?}"
        );
    }
}

#[test]
fn the_day_of_before_beside_the_one_that_holds() {
    check(
        &[
            "moved from 13 March",
            "originally 13 March",
            "rescheduled from Saturday 13 March",
            "postponed from 13 March to 20 March",
            "verschoben vom 13.3.",
            "ursprünglich am 13.3.",
            "verlegt vom 13.3. auf den 20.3.",
            "reportée du 13 mars",
            "initialement prévu le 13 mars",
            "déplacé du 13 mars au 20 mars",
            "aplazada del 13 de marzo",
            "spostato dal 13 marzo",
            "rinviata dal 13/03",
            "rinviata dal 13 marzo al 20 marzo",
            "adiado do dia 13 de março",
            "verplaatst van 13 maart",
            "flyttad från 13 mars",
            "flyttet fra 13. marts",
            "flyttet fra 13. mars",
            "siirretty, alun perin 13.3.",
            "przeniesiona z 13 marca",
            "přesunuto z 13. 3.",
            "původně 13. 3., přesunuto",
            "pôvodne 13. 3., presunuté",
            "preloženo, prvotno 13. 3.",
            "áthelyezve, eredetileg március 13.",
            "mutat din 13.03",
            "amânat de pe 13 martie",
            "перенесено с 13 марта",
            "перенесено з 13 березня",
            "преместен от 13 март",
            "dipindahkan dari 13 Maret",
            "3月13日から延期",
            "3월 13일에서 연기",
            "原定3月13日，延期",
        ],
        "2027-03-20T13:00 rescheduled",
    );
}

#[test]
fn the_hour_of_before_beside_the_one_that_holds() {
    check(
        &[
            "Beginn von 12:00 auf 13:00 Uhr geändert",
            "changed from 12:00 to 13:00",
            "moved from 12:00",
            "spostato dalle 12:00 alle 13:00",
            "décalé de 12h à 13h",
            "přesunuto z 12:00 na 13:00",
            "przesunięte z 12:00 na 13:00",
        ],
        "2027-03-20T13:00 scheduled",
    );
}

#[test]
fn what_the_columns_do_not_hold() {
    // They have what was before.
    check(
        &[
            "moved from 20 March to 27 March",
            "verlegt vom 20.3. auf den 27.3.",
        ],
        "2027-03-27T13:00 rescheduled",
    );
    check(
        &[
            "moved from 20 March",
            "moved from 6 March to 13 March",
            "verlegt vom 20.3.",
        ],
        "-",
    );
}

#[test]
fn a_change_without_what_it_is_now() {
    check(
        &[
            "zmiana miejsca!",
            "Neuer Ort!",
            "cambio de lugar",
            "zmiana godziny",
            "changed",
        ],
        "2027-03-20T13:00 scheduled",
    );
    check(&["Neuer Ort! Wir treffen uns am Rudolfplatz"], "-");
}

#[test]
fn the_month_of_both_days_stands_behind_the_second() {
    check(
        &[
            "moved from 13 to 20 March",
            "verschoben vom 13. auf den 20. März",
            "verlegt vom 13. auf den 20. März",
            "reportée du 13 au 20 mars",
            "rinviata dal 13 al 20 marzo",
            "aplazada del 13 al 20 de marzo",
            "adiada de 13 para 20 de março",
            "przeniesione z 13 na 20 marca",
            "перенесено с 13 на 20 марта",
        ],
        "2027-03-20T13:00 rescheduled",
    );
    check(
        &[
            "moved from 20 to 27 March",
            "verlegt vom 20. auf den 27. März",
            "rinviata dal 20 al 27 marzo",
        ],
        "2027-03-27T13:00 rescheduled",
    );
    check(
        &[
            "verlegt vom 28. auf den 4. April",
            "moved from 6 to 13 March",
        ],
        "-",
    );
}

#[test]
fn a_remark_says_what_to_bring_or_why_as_well() {
    check(
        &[
            "moved from 13 March, bring lights",
            "verschoben vom 13.3., bitte Lichter mitbringen",
            "reportée du 13 mars, apporter des lampions",
            "spostata dal 13 marzo (portate candele)",
            "przeniesiona z 13 marca – zabierzcie świece",
            "moved from 13 March due to the storm",
            "verschoben vom 13.3. wegen des Sturms",
        ],
        "2027-03-20T13:00 rescheduled",
    );
    check(&["moved from 20 March, bring lights"], "-");
}
