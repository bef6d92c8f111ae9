//! Headings of tables in many languages, and the columns they become.

use super::*;

/// What tables have columns for beside the fields of the event file.
const BESIDE: [&str; 11] = [
    "time",
    "end_time",
    "all_day",
    "location",
    "position",
    "cancelled",
    "private",
    "language_local",
    "month",
    "year",
    "half",
];

#[test]
fn the_name_beside_an_address_is_the_sender_s() {
    check(
        &["Name", "Email", "Name", "Date"],
        &[],
        &["(Name)", "(Email)", "title", "start"],
    );
    check(
        &["title", "name", "email", "date"],
        &[],
        &["title", "(name)", "(email)", "start"],
    );
    check(
        &["Name", "Email", "Date"],
        &[],
        &["title", "(Email)", "start"],
    );
}

#[test]
fn a_day_and_an_hour_in_one_column() {
    for heading in [
        "Día y hora",
        "Datums un laiks",
        "Dzień i godzina",
        "Data i hora",
        "Dag og tid",
    ] {
        check(&[heading, "City"], &[], &["start", "city"]);
    }
    check(&["Datum", "Beginn Uhrzeit"], &[], &["start", "time"]);
}

#[test]
fn the_end_may_be_called_so_only_beside_the_beginning() {
    check(&["Date", "De", "À"], &[], &["start", "time", "end"]);
    check(&["Date", "Von", "–"], &[], &["start", "time", "end"]);
    check(&["Date", "À"], &[], &["start", "“À”"]);
}

#[track_caller]
fn check(headings: &[&str], decided: &[(&str, &str)], expected: &[&str]) {
    let decided: Vec<(String, String)> = decided
        .iter()
        .map(|(name, field)| ((*name).to_owned(), (*field).to_owned()))
        .collect();
    let found: Vec<String> = columns(headings, &decided)
        .into_iter()
        .map(|column| match column {
            Column::Known(field) => field.to_owned(),
            Column::Translated(field, language) => {
                format!("{field}@{}", language.unwrap_or_default())
            }
            Column::Other(name) => format!("“{name}”"),
            Column::Flag(flag) => format!("{:?}", flag.means),
            Column::Ignored => "-".to_owned(),
            Column::Personal(name) => format!("({name})"),
        })
        .collect();
    assert_eq!(found, expected, "{headings:?}");
}

#[test]
fn headings_in_every_language() {
    for headings in [
        ["Date", "Heure", "Ville", "Lieu", "Intitulé", "Pays"],
        ["Fecha", "Hora", "Ciudad", "Lugar", "Título", "País"],
        ["Datum", "Uhrzeit", "Stadt", "Ort", "Thema", "Land"],
        ["Data", "Ora", "Città", "Luogo", "Titolo", "Paese"],
        ["Data", "Horário", "Cidade", "Local", "Nome", "País"],
        ["Tarih", "Saat", "Şehir", "Yer", "Etkinlik", "Ülke"],
        [
            "التاريخ",
            "الساعة",
            "المدينة",
            "المكان",
            "العنوان",
            "الدولة",
        ],
        ["تاریخ", "ساعت", "شهر", "مکان", "رویداد", "کشور"],
        ["تاریخ", "وقت", "شہر", "مقام", "عنوان", "ملک"],
        ["Tanggal", "Waktu", "Kota", "Lokasi", "Judul", "Negara"],
        ["日付", "時刻", "市区町村", "場所", "タイトル", "国"],
        ["날짜", "시간", "도시", "장소", "제목", "국가"],
        ["日期", "时间", "城市", "地点", "标题", "国家"],
        ["日期", "時間", "城市", "地點", "標題", "國家"],
        ["Дата", "Время", "Город", "Место", "Название", "Страна"],
        ["Дата", "Час", "Місто", "Місце", "Назва", "Країна"],
        ["Data", "Godzina", "Miasto", "Miejsce", "Tytuł", "Kraj"],
        ["Datum", "Tijd", "Stad", "Plaats", "Onderwerp", "Land"],
        ["Datum", "Tid", "Kommun", "Plats", "Rubrik", "Land"],
        ["Ημερομηνία", "Ώρα", "Πόλη", "Τόπος", "Τίτλος", "Χώρα"],
        ["תאריך", "שעה", "עיר", "מקום", "כותרת", "מדינה"],
    ] {
        let fields = ["start", "time", "city", "location", "title", "country"];
        check(&headings, &[], &fields);
    }
}

#[test]
fn a_beginning_is_an_hour_where_another_column_is_the_day() {
    check(&["Datum", "Beginn", "Ende"], &[], &["start", "time", "end"]);
    check(
        &["Tag", "Von", "Bis", "Ort"],
        &[],
        &["start", "time", "end", "location"],
    );
    check(&["Beginn", "Ende"], &[], &["start", "end"]);
    check(&["Von", "Uhrzeit", "Bis"], &[], &["start", "time", "end"]);
    check(&["date", "start", "end"], &[], &["start", "time", "end"]);
    check(&["start", "end"], &[], &["start", "end"]);
    check(&["日付", "開始", "終了"], &[], &["start", "time", "end"]);
    check(&["Data", "Início", "Fim"], &[], &["start", "time", "end"]);
}

#[test]
fn a_day_beside_a_date_is_that_of_the_week() {
    check(&["Tag", "Datum"], &[], &["“Tag”", "start"]);
    check(&["Day", "Date", "Start"], &[], &["“Day”", "start", "time"]);
    check(&["Tag", "Beginn"], &[], &["start", "time"]);
}

#[test]
fn what_an_editor_decides_goes_first() {
    check(
        &["Was", "Datum"],
        &[("Was", "description")],
        &["description", "start"],
    );
    check(
        &["url", "Facebook", "Buses"],
        &[("Buses", "ignore")],
        &["url", "“Facebook”", "-"],
    );
    check(
        &["Name", "Event"],
        &[("Event", "title")],
        &["“Name”", "title"],
    );
    check(
        &["date", "start_at"],
        &[("start_at", "start"), ("date", "ignore")],
        &["-", "start"],
    );
}

#[test]
fn no_unknown_column_takes_a_fields_name() {
    check(
        &["title", "title", "Z", "Z"],
        &[],
        &["title", "“title 2”", "“Z”", "“Z 2”"],
    );
    check(&["Titre", "Title"], &[], &["“Titre”", "title"]);
    check(&["Titre", "Nom"], &[], &["title", "“Nom”"]);
    check(&["imported"], &[], &["“imported 2”"]);
}

#[test]
fn questions_of_a_form() {
    check(
        &[
            "Timestamp",
            "Event name",
            "When is it?",
            "What time does it start?",
            "City, State/Province, Country",
            "Exact location",
            "Contact email (won't be published)",
            "Your phone number *",
        ],
        &[],
        &[
            "“Timestamp”",
            "title",
            "start",
            "time",
            "location",
            "place",
            "(Contact email (won't be published))",
            "(Your phone number *)",
        ],
    );
    check(
        &["E-Mail", "Email"],
        &[("Email", "contact")],
        &["(E-Mail)", "“contact”"],
    );
}

#[test]
fn keys_of_json_rows() {
    check(
        &["startDate", "endDate", "eventName"],
        &[],
        &["start", "end", "title"],
    );
    check(&["date_start", "date_end"], &[], &["start", "end"]);
    check(
        &[
            "venue.name",
            "venue.address",
            "venue.city",
            "geo.lat",
            "geo.lng",
            "organizer.name",
        ],
        &[],
        &["place", "address", "city", "lat", "lon", "organizers"],
    );
    check(&["user.name"], &[], &["(user.name)"]);
    check(&["Title (ar)", "title_local"], &[], &["title@ar", "title@"]);
}

#[test]
fn every_field_beside_the_file_has_headings() {
    for field in BESIDE {
        assert!(named(field).is_some(), "{field}");
    }
}

#[test]
fn a_postal_code_with_its_city_is_a_city() {
    for heading in [
        "PLZ und Stadt",
        "PLZ / Ort",
        "PLZ, Ort",
        "Ort (PLZ)",
        "Code postal et ville",
        "Code postal - commune",
        "CP Ville",
        "CAP e città",
        "C.P. y localidad",
        "Código postal e localidade",
        "Postcode en plaats",
        "irányítószám, város",
        "Postnr och ort",
        "Postnr. og by",
        "Postinumero ja paikkakunta",
        "Kod pocztowy i miejscowość",
        "PSČ a obec",
        "Poštanski broj i mjesto",
        "Индекс и город",
        "Поштовий індекс, місто",
        "Τ.Κ. και πόλη",
        "City, ZIP",
        "Town and postcode",
    ] {
        assert_eq!(meaning(heading), Some(Column::Known("city")), "{heading}");
    }
    let whole = meaning("Straße, PLZ, Ort");
    assert_eq!(whole, Some(Column::Known("location")));
    for heading in ["PLZ", "Postcode", "Code postal", "Почтовый индекс"] {
        assert_eq!(meaning(heading), None, "{heading}");
        assert!(is_needless(heading), "{heading}");
    }
}

#[test]
fn a_moment_in_utc_is_a_beginning_or_an_end_and_what_is_local_goes_before_it() {
    check(
        &["start.utc", "end.utc", "city"],
        &[],
        &["start", "end", "city"],
    );
    check(
        &["start.utc", "start.local", "end.utc", "end.local"],
        &[],
        &["-", "start", "-", "end"],
    );
}

#[test]
fn headings_whose_columns_were_lost() {
    for (line, expected) in [
        ("Datum Zeit Thema Versammlungsort", true),
        ("Fecha Hora Ciudad Lugar", true),
        ("Place: City Square", false),
        ("City Square", false),
        ("Time to march", false),
    ] {
        assert_eq!(super::are_headings(line), expected, "{line}");
    }
}
