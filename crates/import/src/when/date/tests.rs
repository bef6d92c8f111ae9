//! Dates in the forms people write.

use super::super::tokens::tokens;
use super::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    let tokens = tokens(text);
    let found = date_at(&tokens, 0).map(|(written, to)| {
        let rest = tokens.get(to).map_or("", |token| &text[token.at.start..]);
        let day = written
            .weekday
            .map_or(String::new(), |day| format!("{day} "));
        let form = match written.form {
            Form::Day(day) => day.to_string(),
            Form::NoYear { month, day } => format!("{month}-{day}"),
            Form::Numbers(parts) => parts.map(|part| part.value.to_string()).join("?"),
            Form::Persian { month, day } => format!("Persian {month}-{day}"),
            Form::TwoNumbers(parts) => parts.map(|part| part.value.to_string()).join("?"),
            Form::NoDay => "no day".to_owned(),
            Form::Unread(why) => format!("not read: {why}"),
            Form::Months { months, day, .. } => {
                let months: Vec<String> =
                    months.iter().map(|(month, _)| month.to_string()).collect();
                format!("{}-{day}", months.join("/"))
            }
        };
        format!("{day}{form}|{rest}")
    });
    assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
}

#[test]
fn dates_by_numbers() {
    check("2023-11-04", "2023-11-04|");
    check("2023/11/4 14:00", "2023-11-04|14:00");
    check("04/11/2023", "4?11?2023|");
    check("4-11-23", "4?11?23|");
    check("16.03.2019 13:30", "2019-03-16|13:30");
    check("4. 11. 2023", "2023-11-04|");
    check("04.11.23", "2023-11-04|");
    check("Sa, 04.11., 14 Uhr", "Sat 11-4|, 14 Uhr");
    check("Sat 4/11", "Sat 4?11|");
    check("4/11", "none");
    check("2023-02-30", "no day|");
    check("14.00 Uhr", "none");
    check("12-14 people", "none");
    check("2023年11月4日", "2023-11-04|");
    check("116年5月1日", "2027-05-01|");
    check("11月4日 14:00", "11-4|14:00");
}

#[test]
fn dates_by_names() {
    check("4 November 2023", "2023-11-04|");
    check("2023ko azaroaren 4an Bilbon", "2023-11-04|Bilbon");
    check("November 4, 2023", "2023-11-04|");
    check("Friday, November 3", "Fri 11-3|");
    check("Sat Nov 4, 2pm", "Sat 11-4|, 2pm");
    check("Nov. 4th", "11-4|");
    check("dimanche 5 novembre, 14h30", "Sun 11-5|, 14h30");
    check("1er mai 2024", "2024-05-01|");
    check("le 4", "none");
    check("Samstag, den 4. November 2023", "Sat 2023-11-04|");
    check("sábado 4 de noviembre de 2023", "Sat 2023-11-04|");
    check("mar 4 nov", "Tue 11-4|");
    check("mar 4", "3-4|");
    check("3rd of November, 2023", "2023-11-03|");
    check("السبت 4 نوفمبر 2023", "Sat 2023-11-04|");
    check("30 February", "no day|");
    check("Nov 4:30", "none");
    check("4-Nov-2023", "2023-11-04|");
}

#[test]
fn the_first_in_a_word() {
    check("Första maj 2027", "2027-05-01|");
    check("Erster Mai", "5-1|");
    check("Primero de Mayo, 12h", "5-1|, 12h");
    check("Primeiro de Maio de 2027", "2027-05-01|");
    check("Primo maggio, ore 10", "5-1|, ore 10");
    check("Первое мая", "5-1|");
    check("Prvi maj 2027.", "2027-05-01|.");
    check("First March", "none");
    check("Premier arrivé", "none");
}

#[test]
fn a_number_and_the_first_letter_of_its_month() {
    check("8M 2027 – Andalucía", "2027-03-08|– Andalucía");
    check("25N de 2027", "2027-11-25|");
    check("8M", "none");
    check("1.º de Maio de 2027", "2027-05-01|");
    check("8 m 2027", "none");
    check("9M 2027", "none");
}

#[test]
fn a_date_in_every_language() {
    for text in [
        "4 November 2023",
        "2023 m. lapkričio 4 d.",
        "4th of November 2023",
        "Nov. 4, 2023",
        "4. November 2023",
        "4 novembre 2023",
        "4 de noviembre de 2023",
        "4 de novembro de 2023",
        "4 novembre 2023",
        "4 november 2023",
        "4. november 2023",
        "4 listopada 2023 r.",
        "4 ноября 2023 года",
        "4 листопада 2023 р.",
        "4 Kasım 2023",
        "4 November 2023",
        "4 نوفمبر 2023",
        "٤ نوفمبر ٢٠٢٣",
        "4 تشرين الثاني 2023",
        "۴ نوامبر ۲۰۲۳",
        "۱۳ آبان ۱۴۰۲",
        "4 نومبر 2023",
        "4 Νοεμβρίου 2023",
        "ב-4 בנובמבר 2023",
        "4 בנובמבר 2023",
        "4. marraskuuta 2023",
        "2023年11月4日",
        "令和5年11月4日",
        "2023년 11월 4일",
        "2023. november 4.",
        "2023 m. lapkričio 4 d.",
        "4 noiembrie 2023",
        "ngày 4 tháng 11 năm 2023",
        "4 พฤศจิกายน 2566",
        "4 नवंबर 2023",
        "2023-11-04",
        "4.11.2023",
    ] {
        let tokens = tokens(text);
        let found = (0..tokens.len())
            .find_map(|at| date_at(&tokens, at))
            .map(|(date, _)| date.form);
        let day = chrono::NaiveDate::from_ymd_opt(2023, 11, 4).unwrap();
        if text.contains("listopada") {
            assert!(
                matches!(found, Some(Form::Months { day: 4, .. })),
                "{text}: {found:?}"
            );
        } else {
            assert_eq!(found, Some(Form::Day(day)), "{text}");
        }
    }
}

#[test]
fn the_day_of_the_week_first_or_last_in_every_language() {
    for text in [
        "Saturday, November 4, 2023",
        "November 4, 2023 (Saturday)",
        "Samstag, den 4. November 2023",
        "Samstag – 4. November 2023",
        "samedi 4 novembre 2023",
        "SÁBADO | 4 de noviembre de 2023",
        "sábado, 4 de novembro de 2023",
        "Sabato 4 novembre 2023",
        "zaterdag 4 november 2023",
        "lördag den 4 november 2023",
        "lørdag den 4. november 2023",
        "lauantaina 4. marraskuuta 2023",
        "w sobotę 4 lipca 2026",
        "суббота, 4 ноября 2023",
        "субота, 4 листопада 2023",
        "4 Kasım 2023 Cumartesi",
        "Sabtu, 4 November 2023",
        "السبت 4 نوفمبر 2023",
        "شنبه 4 نوامبر 2023",
        "Σάββατο 4 Νοεμβρίου 2023",
        "יום שבת, 4 בנובמבר 2023",
        "2023年11月4日（土）",
        "2023年11月4日 土曜日",
        "2023년 11월 4일(토)",
        "2023年11月4日 星期六",
        "Thứ Bảy, ngày 4 tháng 11 năm 2023",
    ] {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| date_at(&tokens, at));
        let (date, to) = found.unwrap_or_else(|| panic!("{text}"));
        assert_eq!(date.weekday, Some(Weekday::Sat), "{text}: {date:?}");
        assert_eq!(to, tokens.len(), "{text}");
    }
}

#[test]
fn numbers_that_are_no_dates() {
    for text in [
        "04.11.22.33.44",
        "tel. 01.02.03.04.05",
        "v1.2.3.4",
        "14.30",
        "3.50 €",
        "10/12 people",
        "1402 people",
    ] {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| date_at(&tokens, at));
        assert_eq!(found, None, "{text}");
    }
}

#[test]
fn a_short_day_of_the_week_is_no_month_of_another_language() {
    check("lun. 6 au ven. 10/09", "none");
    check("mar 4", "3-4|");
}
