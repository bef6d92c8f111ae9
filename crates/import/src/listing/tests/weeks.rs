//! Lists of a week, whose entries begin with their day.

use super::{check, refused, starts};

#[test]
fn entries_begin_with_their_day() {
    for heading in [
        "Pickets (w/c Monday 15 March 2027)",
        "Week of 15 March 2027",
        "15–21 March 2027",
        "Monday 15 March 2027 to Sunday 21 March 2027",
    ] {
        check(
            &format!(
                "{heading}\n\nMon: Exeter, St David's, 7am\nSat – Sheffield, Barkers Pool, 1pm\nSun 21: Bradford, 2pm"
            ),
            &[
                "2027-03-15T07:00 Exeter|St David's",
                "2027-03-20T13:00 Sheffield|Barkers Pool",
                "2027-03-21T14:00 Bradford|",
            ],
        );
    }
    check(
        "Ab Montag, 15. März 2027:\nMo: Kassel, 14 Uhr\nDi: Fulda, 15 Uhr\nSa.: Marburg, 11 Uhr",
        &[
            "2027-03-15T14:00 Kassel|",
            "2027-03-16T15:00 Fulda|",
            "2027-03-20T11:00 Marburg|",
        ],
    );
    check(
        "Semaine du 15 mars 2027\n\nMar : Nantes, 15h\nSam : Angers, 16h\nDim : Rennes, 11h",
        &[
            "2027-03-16T15:00 Nantes|",
            "2027-03-20T16:00 Angers|",
            "2027-03-21T11:00 Rennes|",
        ],
    );
    check(
        "Mars 2027 – calendrier\n\nVendredi 5 : Lyon, 18h\nSamedi 20 : Nantes, 15h",
        &["2027-03-05T18:00 Lyon|", "2027-03-20T15:00 Nantes|"],
    );
}

#[test]
fn what_people_do_may_stand_behind_the_day() {
    for (monday, wednesday) in [
        ("Monday", "Wednesday: rally in Leeds"),
        ("Montag", "Mittwoch: Kundgebung in Leeds"),
        ("Mon", "Wed: rally in Leeds"),
        ("Lundi", "Mercredi : rassemblement à Leeds"),
    ] {
        let list = format!(
            "Week of 17 May 2027\n\n{monday}: Bradford, 10am, City Square\n{wednesday}, Briggate, 11am"
        );
        assert_eq!(
            starts(&list),
            ["2027-05-17T10:00", "2027-05-19T11:00"],
            "{list}"
        );
    }
    assert_eq!(
        starts("Week 17–21 May 2027\n\nMonday: Leeds, 10am, City Square"),
        ["2027-05-17T10:00"]
    );
}

#[test]
fn a_day_that_is_not_named_is_refused() {
    for (listing, why) in [
        (
            "20 and 21 March 2027\n\nSat: Leeds, 1pm\nTue: Bradford, 2pm",
            "no month",
        ),
        (
            "w/c Monday 15 March 2027\n\nSat: Sheffield, 1pm\n\nw/c Monday 22 March 2027\n\nLeeds, 2pm",
            "names several",
        ),
    ] {
        refused(listing, 1, why);
    }
}

#[test]
fn states_and_hours_of_an_office_are_no_days() {
    check(
        "Saturday 20 March 2027\n\nMA – Boston: 2pm, Common\nTH – Erfurt: 14 Uhr",
        &[
            "2027-03-20T14:00 Boston, MA|Common",
            "2027-03-20T14:00 Erfurt, TH|",
        ],
    );
}

#[test]
fn an_entry_names_its_day_of_the_week_among_those_of_the_heading() {
    check(
        "w weekend 4–5 listopada 2023\n\nKraków, sobota, 14:00, Rynek\nŁódź, niedziela, 12:00, Plac Wolności",
        &[
            "2023-11-04T14:00 Kraków|Rynek",
            "2023-11-05T12:00 Łódź|Plac Wolności",
        ],
    );
    check(
        "Samedi 4 et dimanche 5 novembre 2023\n\nLyon, dimanche à partir de 14h, place Bellecour",
        &["2023-11-05T14:00 Lyon|place Bellecour"],
    );
    refused(
        "4–5 November 2023\n\nLeeds: 2pm, City Square",
        0,
        "names several",
    );
    refused(
        "4–5 November 2023\n\nLeeds: Saturday, Sunday, 2pm, City Square",
        0,
        "names several",
    );
}

#[test]
fn days_of_a_week_without_its_year_and_month() {
    check(
        "Agenda – semana del 6 al 12 de noviembre\n\nLunes 6\n- Madrid · 18 h · Puerta del Sol · Concentración\nJueves 9\n- Vigo · 19 h · Praza do Rei",
        &[
            "2023-11-06T18:00 Madrid|Puerta del Sol",
            "2023-11-09T19:00 Vigo|Praza do Rei",
        ],
    );
}
