//! The names of months and days of the week, in the languages listings are written in.
//!
//! Source: Unicode CLDR, wide and abbreviated forms.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::Weekday;
use fold::fold;

/// January first. English, French, Spanish, German, Portuguese, Italian, Dutch, Arabic.
const MONTHS: [&str; 12] = [
    "january jan janvier janv enero ene januar jänner jän janeiro gennaio gen januari يناير",
    "february feb februar febr février févr fév febrero fevereiro fev febbraio februari فبراير",
    "march mar mars marzo märz mär mrz maerz março maart mrt مارس",
    "april apr avril avr abril abr aprile أبريل إبريل",
    "may mai mayo maio maggio mag mei مايو",
    "june jun juin junio juni junho giugno giu يونيو",
    "july jul juillet juil julio juli julho luglio lug يوليو",
    "august aug août aoû agosto ago augustus أغسطس",
    "september sep sept septembre septiembre setiembre setembro set settembre سبتمبر",
    "october oct oktober okt octobre octubre outubro out ottobre ott أكتوبر",
    "november nov novembre noviembre novembro نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre ديسمبر",
];

/// Monday first, in the same languages.
const DAYS: [&str; 7] = [
    "monday mon lundi lun lunes montag segunda lunedì maandag الاثنين الإثنين",
    "tuesday tue tues mardi mar martes dienstag terça martedì dinsdag الثلاثاء",
    "wednesday wed mercredi mer miércoles mié mittwoch quarta mercoledì woensdag الأربعاء",
    "thursday thu thur thurs jeudi jeu jueves jue donnerstag quinta giovedì donderdag الخميس",
    "friday fri vendredi ven viernes vie freitag sexta venerdì vrijdag الجمعة",
    "saturday sat samedi sam sábado sáb samstag sonnabend sabato zaterdag السبت",
    "sunday sun dimanche dim domingo dom sonntag domenica zondag الأحد",
];

/// Two letters that mean one day in every language here.
const SHORT_DAYS: [&str; 7] = ["mo lu", "tu", "we mi", "th ju", "fr vi", "sa", "su so"];

/// Two letters that are a day, but not the same one everywhere.
const UNSURE_DAYS: [&str; 4] = ["di", "do", "ma", "me"];

type Names = HashMap<String, u32>;

static MONTH: LazyLock<Names> = LazyLock::new(|| folded(&[&MONTHS]));
static DAY: LazyLock<Names> = LazyLock::new(|| folded(&[&DAYS, &SHORT_DAYS]));

/// The month of a folded name, January 1.
pub fn month(word: &str) -> Option<u32> {
    MONTH.get(word).copied()
}

/// The day of the week of a folded name.
pub fn weekday(word: &str) -> Option<Weekday> {
    let number = DAY.get(word)?;
    Weekday::try_from(u8::try_from(number.checked_sub(1)?).ok()?).ok()
}

/// Whether a folded word stands for a day of the week, whichever it is.
pub fn is_day(word: &str) -> bool {
    DAY.contains_key(word) || UNSURE_DAYS.contains(&word)
}

/// A month's English name.
pub fn english(month: u32) -> &'static str {
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    ENGLISH
        .get(month.wrapping_sub(1) as usize)
        .copied()
        .unwrap_or_default()
}

fn folded(lists: &[&[&str]]) -> Names {
    let mut names = Names::new();
    for list in lists {
        for (number, of_one) in (1..).zip(*list) {
            names.extend(of_one.split(' ').map(|name| (fold(name), number)));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_folded() {
        assert_eq!(month(&fold("AOÛT")), Some(8));
        assert_eq!(month(&fold("نوفمبر")), Some(11));
        assert_eq!(month("sat"), None);
        assert_eq!(weekday(&fold("Sábado")), Some(Weekday::Sat));
        assert_eq!(weekday("so"), Some(Weekday::Sun));
        assert_eq!(english(11), "November");
    }
}
