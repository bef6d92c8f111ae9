//! Lists that go on past December.

use super::{listed, starts};

#[test]
fn dates_behind_december_are_of_the_next_year() {
    for list in [
        "19.12.2026: Kassel, 14 Uhr\n9.1.: Marburg, 14 Uhr",
        "Dezember 2026\n\n19.12.: Kassel, 14 Uhr\nSa 9.1.: Marburg, 14 Uhr",
        "Termine ab November 2026\n\n19.12.: Kassel, 14 Uhr\n\n9.1.\n\nMarburg, 14 Uhr",
        "Dates to come\n\n19 December 2026: Leeds, 2pm\n9 January: Bradford, 2pm",
    ] {
        assert_eq!(
            starts(list),
            ["2026-12-19T14:00", "2027-01-09T14:00"],
            "{list}"
        );
        let notes = listed(list).notes;
        assert!(
            notes.iter().any(|note| note.contains("of 2027")),
            "{notes:?}"
        );
    }
}

#[test]
fn a_list_out_of_order_is_of_one_year() {
    for (list, second) in [
        (
            "9 January 2027: Leeds, 2pm\n19 December: Bradford, 2pm",
            "2027-12-19T14:00",
        ),
        (
            "5 March 2027: Leeds, 2pm\n2 March: Bradford, 2pm",
            "2027-03-02T14:00",
        ),
        (
            "19 December 2026: Leeds, 2pm\nFri 9 January: Bradford, 2pm",
            "2026-01-09T14:00",
        ),
    ] {
        assert_eq!(starts(list)[1], second, "{list}");
    }
}
