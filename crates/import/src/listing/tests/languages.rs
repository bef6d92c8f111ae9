//! Lines as some languages and scripts write them.

use super::check;

#[test]
fn dates_of_east_and_south_east_asia() {
    check(
        "11/4(토)\n서울: 오후 2시 광화문광장\n4 November 2023",
        &["2023-11-04T14:00 서울|광화문광장"],
    );
    check(
        "4 พ.ย. 66\nกรุงเทพฯ: 17.00 น. ลานประชาชน",
        &["2023-11-04T17:00 กรุงเทพฯ|ลานประชาชน"],
    );
}

#[test]
fn ascii_marks_part_what_is_written_in_han() {
    check(
        "2024年5月24日\n\n台北:立法院,上午9點起\n台中:14:00,市政府\n高雄:美麗島站,晚上7點",
        &[
            "2024-05-24T09:00 台北|立法院",
            "2024-05-24T14:00 台中|市政府",
            "2024-05-24T19:00 高雄|美麗島站",
        ],
    );
}

#[test]
fn east_asian_lines_have_the_city_before_the_place() {
    check(
        "2027年3月20日(土)\n\n札幌市 大通西4 13時\n千葉市 中央公園 14時\n부산 서면 쥬디스태화 앞 15:00",
        &[
            "2027-03-20T13:00 札幌市|大通西4",
            "2027-03-20T14:00 千葉市|中央公園",
            "2027-03-20T15:00 부산|서면 쥬디스태화 앞",
        ],
    );
}

#[test]
fn more_languages_of_south_asia_and_estonian_cases() {
    for (list, expected) in [
        (
            "शुक्रवार, 26 फरवरी 2027\nजयपुर: सुबह 11 बजे, शहीद स्मारक",
            "2027-02-26T11:00 जयपुर|शहीद स्मारक",
        ),
        (
            "शुक्रवार, २६ फेब्रुवारी २०२७\nपुणे: सकाळी ११ वाजता, शनिवार वाडा",
            "2027-02-26T11:00 पुणे|शनिवार वाडा",
        ),
        (
            "திங்கள், 15 மார்ச் 2027\nசென்னை: காலை 10 மணி, வள்ளுவர் கோட்டம்",
            "2027-03-15T10:00 சென்னை|வள்ளுவர் கோட்டம்",
        ),
        (
            "శుక్రవారం, 26 ఫిబ్రవరి 2027\nహైదరాబాద్: ఉదయం 11 గంటలకు, ఇందిరా పార్క్",
            "2027-02-26T11:00 హైదరాబాద్|ఇందిరా పార్క్",
        ),
        (
            "laupäeval, 10. aprillil 2027\nTallinn – kell 12, Vabaduse väljak",
            "2027-04-10T12:00 Tallinn|Vabaduse väljak",
        ),
    ] {
        check(list, &[expected]);
    }
}

#[test]
fn a_heading_may_say_the_first_in_a_word_and_the_month_by_a_letter() {
    check(
        "Första maj 2027\n\nLund, kl 11, Clemenstorget",
        &["2027-05-01T11:00 Lund|Clemenstorget"],
    );
    check(
        "CONVOCATORIAS 8M 2027 – ANDALUCÍA\n\nALMERÍA: 19:00 h. Puerta de Purchena",
        &["2027-03-08T19:00 ALMERÍA|Puerta de Purchena"],
    );
}

#[test]
fn months_in_the_case_that_dates_have() {
    for (day, expected) in [
        ("22. октобра 2027.", "2027-10-22"),
        ("8. marta 2027", "2027-03-08"),
        ("6. septembrī 2027", "2027-09-06"),
        ("6 მარტს, 2027", "2027-03-06"),
        ("Dydd Sadwrn 6 Mawrth 2027", "2027-03-06"),
        ("Is-Sibt 6 ta' Marzu 2027", "2027-03-06"),
        ("Samschdeg, 6. Mäerz 2027", "2027-03-06"),
        ("sabato, 6 marto 2027", "2027-03-06"),
    ] {
        let list = format!("{day}\n\nLeeds: 12:00, Square\nNiš: 13:00, Trg");
        let expected =
            ["12:00 Leeds|Square", "13:00 Niš|Trg"].map(|end| format!("{expected}T{end}"));
        check(&list, &expected.each_ref().map(String::as_str));
    }
}

#[test]
fn a_city_in_another_case_or_behind_a_sign_stands_before_its_place() {
    let located = |line: &str| {
        let reading = super::listed(&format!("4.11.2023\n\n{line}"));
        let draft = reading.drafts.first();
        let location = draft.and_then(|draft| draft.location.clone());
        let place = draft.and_then(|draft| draft.text_of("place").map(str::to_owned));
        (location.unwrap_or_default(), place.unwrap_or_default())
    };
    for (line, city, place) in [
        ("Temuco ➡ Plaza Perú 11 hrs", "Temuco", "Plaza Perú"),
        ("Leeds 👉 City Square, 5pm", "Leeds", "City Square"),
        ("18.00 Pärnus Rüütli platsil", "Pärnus", "Rüütli platsil"),
        ("14:00 台中 市民廣場|遊行", "台中", "市民廣場"),
        ("Vilniuje: 18.00, prie Seimo", "Vilniuje", "prie Seimo"),
    ] {
        let expected = (city.to_owned(), place.to_owned());
        assert_eq!(located(line), expected, "{line}");
    }
}

#[test]
fn words_that_are_days_or_moves_only_in_another_language() {
    check(
        "2027\n\nSzeged, Dugonics tér, 2027. március 6., szombat, 14:00",
        &["2027-03-06T14:00 Szeged|Dugonics tér"],
    );
    check(
        "ראשון 7 במרץ 2027, בשעה 15:30\nבאר שבע, כיכר רבין",
        &["2027-03-07T15:30 באר שבע|כיכר רבין"],
    );
    // A park that is called after a day.
    check(
        "Chủ nhật, 7 tháng 3 năm 2027 – Đà Nẵng – Công viên 29/3 – 15h30",
        &["2027-03-07T15:30 Đà Nẵng|Công viên 29/3"],
    );
    // “من أجل” is “for”, and no word for what is postponed.
    check(
        "مسيرة من أجل فلسطين\n\nتونس: 6 مارس 2027, 14:00, شارع بورقيبة",
        &["2027-03-06T14:00 تونس|شارع بورقيبة"],
    );
    check(
        "Marcha – 06/03/2027\n\nRecife (Parque Treze de Maio): 14h\nCuritiba (Praça Santos Andrade) 07/03, 15:30",
        &[
            "2027-03-06T14:00 Recife (Parque Treze de Maio)|",
            "2027-03-07T15:30 Curitiba (Praça Santos Andrade)|",
        ],
    );
}

#[test]
fn a_label_that_is_a_day_elsewhere() {
    check(
        "Tuần hành\nNgày: Thứ Bảy, 6 tháng 3 năm 2027\nGiờ: 14h00\nĐịa điểm: Quảng trường Ngọ Môn, Huế",
        &["2027-03-06T14:00 Quảng trường Ngọ Môn, Huế|"],
    );
    // A promenade in Split that is called like towns in other countries.
    check(
        "6. ožujka 2027.\n14:00, Riva, Split",
        &["2027-03-06T14:00 Split|Riva"],
    );
}

#[test]
fn a_day_with_its_day_of_the_week_amid_japanese_words() {
    check(
        "2027年4月25日(日)\n■京都 4月28日(水)午後6時30分 三条大橋",
        &["2027-04-28T18:30 京都|三条大橋"],
    );
}
