//! Names of months, days and parts of the day.

use super::super::tokens::tokens;
use super::*;

#[track_caller]
fn check_month(name: &str, expected: &[u32]) {
    let found = months_at(&tokens(name), 0)
        .map(|(months, _)| months)
        .unwrap_or_default();
    let found: Vec<u32> = found.into_iter().map(|(month, _)| month).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn a_month_is_known_in_every_language() {
    for november in [
        "NOVEMBER",
        "noviembre",
        "novembre",
        "novembro",
        "نوفمبر",
        "تشرين الثاني",
        "نونبر",
        "نوامبر",
        "Kasım",
        "ноября",
        "ноябрь",
        "листопада",
        "נובמבר",
        "בנובמבר",
        "Νοεμβρίου",
        "marraskuuta",
        "noiembrie",
        "lapkričio",
        "नवंबर",
        "พฤศจิกายน",
        "نومبر",
        "Nov.",
        "нояб.",
    ] {
        check_month(november, &[11]);
    }
    check_month("AOÛT", &[8]);
    check_month("listopada", &[10, 11]);
    check_month("sat", &[]);
}

#[track_caller]
fn check_day(name: &str, expected: Option<Weekday>) {
    let found = weekday_at(&tokens(name), 0).map(|(day, _)| day);
    assert_eq!(found.unwrap_or_default(), expected, "{name}");
    assert!(found.is_some(), "{name}");
}

#[test]
fn a_day_of_the_week_is_known_in_every_language() {
    for saturday in [
        "Saturday",
        "Samstag",
        "Sonnabend",
        "samedi",
        "sábado",
        "sabato",
        "zaterdag",
        "lördag",
        "sobota",
        "sobotę",
        "суббота",
        "субботу",
        "субота",
        "السبت",
        "شنبه",
        "Cumartesi",
        "Sabtu",
        "σάββατο",
        "lauantaina",
        "יום שבת",
        "토요일",
        "토요일에",
        "土曜日",
        "星期六",
        "周六",
        "szombat",
    ] {
        check_day(saturday, Some(Weekday::Sat));
    }
    check_day("do", Some(Weekday::Thu));
}
