//! Kinds of lists that were read wrongly or lost: columns of pictograms, hours for all, rows of a table, statuses of headings.

use super::{check, check_line, listed};

/// The statuses of the events of a listing.
fn statuses(text: &str) -> Vec<String> {
    let drafts = listed(text).drafts;
    let status = |field: &str, draft: &crate::draft::Draft| {
        draft.text_of(field).unwrap_or("scheduled").to_owned()
    };
    drafts.iter().map(|draft| status("status", draft)).collect()
}

#[test]
fn pictograms_that_mark_fields_are_no_part_of_a_name() {
    check(
        "4.11.2023\n\n▪️ Huesca ⏰ 12:30h 📍 Plaza Navarra\n📍Lugo 🕕 18h 🚩 Praza Maior\nTeruel ✊ 19:00, Torico 💜",
        &[
            "2023-11-04T12:30 Huesca|Plaza Navarra",
            "2023-11-04T18:00 Lugo|Praza Maior",
            "2023-11-04T19:00 Teruel|Torico",
        ],
    );
}

#[test]
fn a_row_of_a_table_is_no_remark_on_the_row_above() {
    let list =
        "4.11.2023\n\nLyon | 15:30 | Bellecour\nNirgendheim | abgesagt\nMetz | 18:00 | Temple";
    assert_eq!(statuses(list), ["scheduled", "cancelled", "scheduled"]);
}

#[test]
fn an_hour_for_all_may_have_a_line_of_its_own() {
    let events = [
        "2023-11-04T13:30 Derby|Market Place",
        "2023-11-04T15:00 Hull|Minster",
    ];
    for head in [
        "Vigils for peace\n4 November 2023\nAll vigils begin at 1.30pm unless otherwise stated",
        "Vigils for peace\nSaturday 4 November 2023\n1.30pm unless stated",
    ] {
        check(
            &format!("{head}\n\nDerby, Market Place\nHull, Minster, 3pm"),
            &events,
        );
    }
}

#[test]
fn an_hour_for_all_holds_for_entries_with_a_day_of_their_own() {
    check(
        "All vigils begin at 1.30pm unless stated.\n\nSat 4 November 2023 – Derby, Market Place\nSun 5 November 2023 – Hull, Minster, 3pm",
        &[
            "2023-11-04T13:30 Derby|Market Place",
            "2023-11-05T15:00 Hull|Minster",
        ],
    );
}

#[test]
fn a_heading_may_say_that_its_day_does_not_take_place() {
    let list = "Samstag, 4. November 2023 – ABGESAGT\nKassel, 14 Uhr, Rathaus\nSonntag, 5. November 2023\nErfurt, 14 Uhr, Anger";
    assert_eq!(statuses(list), ["cancelled", "scheduled"]);
    let list =
        "Domenica 5 novembre 2023 – rinviato a data da destinarsi\nNapoli, ore 14, piazza Dante";
    assert_eq!(statuses(list), ["postponed"]);
}

#[test]
fn a_day_that_is_not_known_yet_is_not_that_of_the_heading() {
    for words in [
        "date à confirmer",
        "date TBC",
        "Termin folgt",
        "fecha por confirmar",
    ] {
        check(
            &format!("4.11.2023\n\nBern: {words}"),
            &[&format!(
                "“{words}”: its day is not known yet; write the day once there is one"
            )],
        );
    }
}

#[test]
fn days_that_share_the_month_before_them_are_all_taken() {
    check(
        "Nov 4 & 5, 2023: Ghent, Korenmarkt, 1 pm\nNov 7, 8 and 9, 2023 – Leuven – 2 pm",
        &[
            "2023-11-04T13:00 Ghent|Korenmarkt",
            "2023-11-05T13:00 Ghent|Korenmarkt",
            "2023-11-07T14:00 Leuven|",
            "2023-11-08T14:00 Leuven|",
            "2023-11-09T14:00 Leuven|",
        ],
    );
}

#[test]
fn hours_at_the_end_of_a_line_and_between_noon() {
    check_line(
        "Malmö: Gustav Adolfs torg 12.00",
        "T12:00 Malmö|Gustav Adolfs torg",
    );
    check_line(
        "Catania dalle 9 alle 13, piazza Roma",
        "T09:00 Catania|piazza Roma",
    );
    check_line(
        "Como dalle ore 15 alle 17, piazza Cavour",
        "T15:00 Como|piazza Cavour",
    );
    check_line("Boise – Capitol – 4p", "T16:00 Boise|Capitol");
    check_line(
        "Phoenix – 10 AM to noon MST – Plaza",
        "T10:00 Phoenix|Plaza",
    );
    check_line("Bogotá: 14:00, Calle 5 este", "T14:00 Bogotá|Calle 5 este");
}

#[test]
fn twelve_in_the_morning_or_at_night_is_not_guessed() {
    for (line, hour) in [
        ("София: 12 на обяд", "12 на обяд"),
        ("Sevilla: 12 de la mañana", "12 de la mañana"),
        ("Cali: 12 de la noche", "12 de la noche"),
    ] {
        check(
            &format!("4.11.2023\n\n{line}"),
            &[&format!(
                "“{hour}” may be an hour that is not read; write it as 17:00"
            )],
        );
    }
    check_line("Dallas: 12 am, Plaza", "T00:00 Dallas|Plaza");
    check_line("Cádiz: 12 del mediodía, plaza", "T12:00 Cádiz|plaza");
}

#[test]
fn the_region_behind_a_city_says_which_is_meant() {
    check_line(
        "Vigil, 3 pm, Priory, Christchurch, Dorset",
        "T15:00 Christchurch, Dorset|Priory",
    );
    check_line("San Jose, CA: 2 pm, Plaza", "T14:00 San Jose, CA|Plaza");
    check_line("Cairo, IL: 2 pm, Plaza", "T14:00 Cairo, IL|Plaza");
    check_line(
        "طرابلس – لبنان: ساحة النور، 17:00",
        "T17:00 طرابلس, لبنان|ساحة النور",
    );
}

#[test]
fn a_region_of_another_country_heads_its_cities() {
    let countries = |text: &str| {
        let drafts = listed(text).drafts;
        let code =
            |draft: &crate::draft::Draft| draft.text_of("country").unwrap_or("none").to_owned();
        drafts.iter().map(code).collect::<Vec<_>>()
    };
    let list = "4.11.2023\n\nSuisse\nLausanne, 17h45, gare\nQuébec\nMontréal – 13 h – mairie\nGatineau – 14 h – pont";
    assert_eq!(countries(list), ["CH", "CA", "CA"]);
    // Cameroon has a region called South West.
    let list = "4.11.2023\n\nNORTH WEST\nWigan – 15:00 – library\nSOUTH WEST\nBristol – 15:00 – green\nSCOTLAND\nPerth – 15:00 – hall";
    assert_eq!(countries(list), ["none", "none", "GB"]);
}

#[test]
fn titles_with_a_date_and_a_full_stop_or_a_recurrence_head_their_list() {
    let list = "Protesty w obronie lasów – czwartek, 16.11.2023 r.\n\nOpole, 18.00, rynek";
    check(list, &["2023-11-16T18:00 Opole|rynek"]);
    let list =
        "Mahnwachen – jeden Freitag vom 3. bis 10. November 2023\n\nTrier, 17 Uhr, Hauptmarkt";
    check(
        list,
        &[
            "2023-11-03T17:00 Trier|Hauptmarkt",
            "2023-11-10T17:00 Trier|Hauptmarkt",
        ],
    );
    check(
        "Date: Saturday 4 November 2023\n\nLeeds, 2 pm, City Square",
        &["2023-11-04T14:00 Leeds|City Square"],
    );
}

#[test]
fn letters_of_a_state_before_a_city_are_no_town() {
    check_line(
        "VIC: Melbourne – State Library – 12pm",
        "T12:00 Melbourne, VIC|State Library",
    );
    check(
        "4.11.2023\n\nQLD: Cairns – Fogarty Park – 1pm; Mackay – Bluewater Quay – 2pm",
        &[
            "2023-11-04T13:00 Cairns, QLD|Fogarty Park",
            "2023-11-04T14:00 Mackay|Bluewater Quay",
        ],
    );
}

#[test]
fn a_number_before_a_square_may_be_minutes() {
    check(
        "4.11.2023\n\nLimoges, à 14 h 30 place de la Motte",
        &[
            "“30 place de la Motte” beside its hour may be its minutes or its end; write 18:30, or 19:00–21:00",
        ],
    );
    check_line(
        "Tulle, 10 heures 12 rue Michelet",
        "T10:00 Tulle|12 rue Michelet",
    );
}

#[test]
fn a_city_and_a_square_may_stand_behind_the_hour() {
    check_line("14h Lyon place Bellecour", "T14:00 Lyon|place Bellecour");
    check_line(
        "2 pm, Lincoln Memorial",
        "T14:00 Lincoln Memorial|Lincoln Memorial",
    );
    check_line("18:00 Oslo Youngstorget", "T18:00 Oslo|Youngstorget");
    check_line("Van: Sanat Sokağı, 13.00", "T13:00 Van|Sanat Sokağı");
}

#[test]
fn a_line_with_a_date_that_heads_nothing_is_reported() {
    let reading = listed("Di 7.11.2023 18 h Ulm Münsterplatz\nSo 12.11.2023 n.n. Bregenz");
    assert_eq!(reading.drafts.len(), 1);
    let told = reading.notes.iter().any(|note| note.contains("line 2"));
    assert!(told, "{:?}", reading.notes);
}

#[test]
fn words_of_a_status_may_stand_at_the_end_of_a_remark() {
    let list = "4.11.2023\n\nHatay: ileri bir tarihe ertelendi\nAdana: İnönü Parkı, 13.00";
    assert_eq!(statuses(list), ["postponed", "scheduled"]);
}

#[test]
fn an_hour_and_a_city_below_a_cancelled_entry_are_an_entry() {
    check(
        "4.11.2023\n\nBastia – annulée – place Saint-Nicolas\n14h Valence place Aristide Briand",
        &[
            "2023-11-04 Bastia|place Saint-Nicolas",
            "2023-11-04T14:00 Valence|place Aristide Briand",
        ],
    );
}

#[test]
fn a_day_of_two_numbers_behind_a_word_of_moving_is_the_new_one() {
    for line in [
        "Rzeszów – przełożony na 9.12., godz. 17, Rynek",
        "São Carlos: 17h, Mercadão (adiado p/ 09/12/2023)",
    ] {
        let drafts = listed(&format!("24.11.2023\n\n{line}")).drafts;
        let start = drafts[0].start.map(|start| start.to_string());
        assert_eq!(start.as_deref(), Some("2023-12-09T17:00"), "{line}");
        assert_eq!(drafts[0].text_of("status"), Some("rescheduled"), "{line}");
    }
}

#[test]
fn a_moved_entry_in_chinese_is_on_its_new_day() {
    check(
        "2023年11月4日\n\n伦敦:改期至11月12日下午3点,唐宁街",
        &["2023-11-12T15:00 伦敦|唐宁街"],
    );
}

#[test]
fn an_hour_that_is_not_certain_makes_an_entry_tentative() {
    let list = "4.11.2023\n\nOslo, ca kl. 15, Eidsvolls plass\nBonn, 14 Uhr, Markt\nLeeds, around 3 pm, City Square";
    assert_eq!(statuses(list), ["tentative", "scheduled", "tentative"]);
}

#[test]
fn what_replaces_a_cancelled_entry_is_no_part_of_it() {
    for line in [
        "Cottbus: entfällt (dafür: Guben, 11 Uhr, Dreieck)",
        "Lille : annulé, remplacé par Roubaix",
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        assert!(reading.drafts.is_empty(), "{:?}", reading.drafts);
        assert!(reading.rejects[0].reason.contains("in its stead"));
    }
}

#[test]
fn a_city_behind_what_people_do_is_where_it_is() {
    check(
        "4.11.2023\n\nDemo Leipzig, 15 Uhr, Augustusplatz\nCSD Görlitz: 14 Uhr, Marienplatz\nKundgebung Köln, 16 Uhr, Neumarkt\nBergamo Pride, 17 Uhr, piazzale Marconi",
        &[
            "2023-11-04T15:00 Leipzig|Augustusplatz",
            "2023-11-04T14:00 Görlitz|Marienplatz",
            "2023-11-04T16:00 Köln|Neumarkt",
            "2023-11-04T17:00 Bergamo|piazzale Marconi",
        ],
    );
}

#[test]
fn pictograms_are_labels_in_a_block_and_marks_in_a_list() {
    check(
        "📣 Vigil\n📅 Tuesday 16 March 2027\n🕐 6pm\n📍 Leeds, Briggate",
        &["2027-03-16T18:00 Leeds|Briggate"],
    );
    check(
        "Kundgebung\n📅 16.03.2027\n📍 Hamburg, Rathausmarkt\n🕕 18:30 Uhr",
        &["2027-03-16T18:30 Hamburg|Rathausmarkt"],
    );
    check(
        "📅 Tuesday 16 March 2027\n📍 Leeds, 2pm, Briggate\n📍 Bradford, 3pm, City Park",
        &[
            "2027-03-16T14:00 Leeds|Briggate",
            "2027-03-16T15:00 Bradford|City Park",
        ],
    );
    check(
        "📅 16 mars 2027 🕕 18h30 📍 Rennes, mairie",
        &["2027-03-16T18:30 Rennes|mairie"],
    );
}

#[test]
fn a_square_behind_an_action_of_some_kind_is_the_place() {
    check_line(
        "Reus: 12h Manifestació unitària plaça Mercadal",
        "T12:00 Reus|plaça Mercadal",
    );
    check_line(
        "Pau : 14h rassemblement contre la rue piétonne",
        "T14:00 Pau|",
    );
}
