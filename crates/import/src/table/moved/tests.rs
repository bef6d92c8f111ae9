//! Remarks that move the event of their row.

use chrono::NaiveDate;

use super::*;
use crate::options::Options;

/// Where a remark moves an event, in the words of its day and the hour.
#[track_caller]
fn check(remark: &str, expected: Option<&str>) {
    let found = read(remark).map(|moved| {
        let day = moved.day.map(|(_, text)| text);
        let hour = moved
            .clock
            .map(|clock| clock.from.format("%H:%M").to_string());
        day.into_iter().chain(hour).collect::<Vec<_>>().join("; ")
    });
    assert_eq!(found.as_deref(), expected, "{remark}");
}

#[test]
fn remarks_that_move_an_event() {
    for (remark, expected) in [
        ("verschoben auf 12.3.", "12.3."),
        ("moved to 20 March, 3pm", "20 March; 15:00"),
        ("new time: 5pm", "17:00"),
        ("uus aeg: 19.00", "19:00"),
        ("neue Uhrzeit: 18.30", "18:30"),
        ("reportée au 17 mars", "17 mars"),
        ("aplazada al 20 de marzo", "20 de marzo"),
        ("rinviata al 19/03", "19/03"),
        ("concentramento anticipato alle 16", "16:00"),
        ("adiado para 20 de março", "20 de março"),
        ("verplaatst naar 20 maart", "20 maart"),
        ("flyttet til 14. marts", "14. marts"),
        ("framflyttad till 14 mars", "14 mars"),
        ("siirretty 14.3.", "14.3."),
        ("przeniesione na 11 marca", "11 marca"),
        ("přesunuto na 18:00", "18:00"),
        ("změna času: 11:00", "11:00"),
        ("preložené na 20.3.", "20.3."),
        ("odgođeno za 20. 3.", "20. 3."),
        ("одложено за 20. март", "20. март"),
        ("áthelyezve március 20-ra", "március 20"),
        ("amânat pe 20 martie", "20 martie"),
        ("преместено на 20 март", "20 март"),
        ("перенесено на 28.02", "28.02"),
        ("перенесено на 20 березня", "20 березня"),
        ("αναβάλλεται για 11/3", "11/3"),
        ("saat 15.00'e alındı", "15:00"),
        ("20 Mart'a ertelendi", "20 Mart"),
        ("تأجلت إلى 20 مارس", "20 مارس"),
        ("נדחה ל-20 במרץ", "20 במרץ"),
        ("स्थगित - नई तारीख 27 मार्च", "27 मार्च"),
        ("เลื่อนเป็นวันที่ 20 มีนาคม", "20 มีนาคม"),
        ("hoãn đến 27/03", "27/03"),
        ("ditunda ke 25 Maret", "25 Maret"),
        ("延期至3月20日", "3月20日"),
        ("3月20日に延期", "3月20日"),
        ("改到下午4時", "16:00"),
        ("3월 21일로 변경", "3월 21일"),
    ] {
        check(remark, Some(expected));
    }
}

/// Start, end, `previously` and status of an event of the 6th of March at two with a remark, or why it is refused.
#[track_caller]
fn check_row(remark: &str, expected: &str) {
    let text =
        format!("Datum;Zeit;Ende;Stadt;Titel;Bemerkung\n6.3.2027;14:00;16:00;Bonn;Demo;{remark}\n");
    let options = Options::new(NaiveDate::MIN);
    let read = crate::table::read(&text, &"sheet.csv".into(), &options).unwrap();
    let found = match (&read.drafts[..], &read.rejects[..]) {
        ([draft], []) => {
            let stamp = |stamp: Option<Stamp>| stamp.map_or("-".to_owned(), |at| at.to_string());
            let text = |field: &str| draft.text_of(field).unwrap_or("-").to_owned();
            assert_eq!(draft.notes.len(), 1, "{remark}: {:?}", draft.notes);
            format!(
                "{} {} {} {}",
                stamp(draft.start),
                stamp(draft.end),
                text("previously"),
                text("status")
            )
        }
        (_, rejects) => rejects[0].reason.clone(),
    };
    assert!(found.contains(expected), "{remark}: {found}");
}

#[test]
fn a_moved_event_is_on_its_new_day() {
    check_row(
        "verschoben auf 12.3.",
        "2027-03-12T14:00 2027-03-12T16:00 2027-03-06T14:00 rescheduled",
    );
    check_row(
        "verschoben auf 12.3., 18 Uhr",
        "2027-03-12T18:00 - 2027-03-06T14:00 rescheduled",
    );
    check_row(
        "neue Uhrzeit: 17–19 Uhr",
        "2027-03-06T17:00 2027-03-06T19:00 2027-03-06T14:00 rescheduled",
    );
    check_row(
        "перенесено на 28.02",
        "2027-02-28T14:00 2027-02-28T16:00 2027-03-06T14:00",
    );
    check_row(
        "verschoben auf 6.3.",
        "2027-03-06T14:00 2027-03-06T16:00 - rescheduled",
    );
    check_row(
        "verschoben, neuer Termin folgt",
        "2027-03-06T14:00 2027-03-06T16:00 - postponed",
    );
    check_row(
        "αναβάλλεται για 11/3",
        "2027-03-11T14:00 2027-03-11T16:00 2027-03-06T14:00",
    );
    check_row("moved to 5/4", "changes its day");
    check_row("verschoben auf Fr, 13.3.", "changes its day");
    check_row("verschoben auf 12.3., andere Route", "changes its day");
}

#[test]
fn other_remarks_are_not_applied() {
    for remark in [
        "moved to 20 March because of the strike in Leeds",
        "verschoben vom 13.3.",
        "verschoben vom 13.3. auf 20.3.",
        "verschoben auf 12.3.?",
        "moved to Buchanan Street steps",
        "jetzt auf dem Marktplatz, 15 Uhr",
        "Treffpunkt 15 Uhr",
        "bring 20 flags",
    ] {
        check(remark, None);
    }
    assert!(is_open("Postponed - new date tbc"));
    assert!(is_open("verschoben, neuer Termin folgt"));
    assert!(!is_open("new date tbc"));
    assert!(!is_open("moved to the park, tbc"));
}

#[test]
fn what_moves_and_is_not_read_is_known_to_move() {
    assert!(may_move("uus aeg tundub 19 paiku") && may_move("new time perhaps 7"));
    assert!(!may_move("bring 2 flasks") && !may_move("new time to be announced"));
}
