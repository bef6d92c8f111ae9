//! Times of day in the forms people write.

use chrono::NaiveTime;

use super::super::tokens::tokens;
use super::*;

#[track_caller]
fn check(text: &str, alone: bool, expected: &str) {
    let tokens = tokens(text);
    let found = time_at(&tokens, 0, alone).map(|(clock, to)| {
        let rest = tokens.get(to).map_or("", |token| &text[token.at.start..]);
        let short = |time: NaiveTime| time.to_string()[..5].to_owned();
        let to = clock
            .to
            .map_or(String::new(), |to| format!("-{}", short(to)));
        format!("{}{to}|{rest}", short(clock.from))
    });
    assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
}

#[test]
fn a_time() {
    check("2 pm, Square", false, "14:00|, Square");
    check("2pm", false, "14:00|");
    check("2:30 p.m. at", false, "14:30|at");
    check("12 pm", false, "12:00|");
    check("12 am", false, "00:00|");
    check("12:00 noon, here", false, "12:00|, here");
    check("14:00 Uhr, Platz", false, "14:00|, Platz");
    check("14.30 Uhr", false, "14:30|");
    check("14.30", false, "none");
    check("14h", false, "14:00|");
    check("14h30 - Place", false, "14:30|- Place");
    check("17:30ean, Arriaga", false, "17:30|, Arriaga");
    check("14h30m, Praça", false, "14:30|, Praça");
    check("14h30 M. Dupont", false, "14:30|M. Dupont");
    check("2/4 de 6 de la vesprada, plaça", false, "17:30|, plaça");
    check("3/4 d'11 del matí", false, "10:45|");
    check("1/4 d'1 del migdia", false, "12:15|");
    check("1: 02.02.2027 Kassel", false, "none");
    check("3: 04-02-2027", false, "none");
    check("14: 30, Square", false, "14:30|, Square");
    check("18 hs", false, "18:00|");
    check("1400hrs", false, "14:00|");
    check("kl 1730", false, "17:30|");
    check("kl. 2000, Torvet", false, "20:00|, Torvet");
    check("klo 1730", false, "17:30|");
    check("godz. 1730", false, "17:30|");
    check("Beginn 2030", false, "none");
    check("kl 1775", false, "none");
    check("7 de la tarde", false, "19:00|");
    check("15 Rue de la Paix", false, "none");
    check("14", true, "14:00|");
    check("25:00", true, "none");
    check("14:00:30", false, "14:00|");
    check("13 am", false, "none");
}

#[test]
fn a_time_with_an_end() {
    check("11 am – 2 pm, Plaza", false, "11:00-14:00|, Plaza");
    check("2-4 pm", false, "14:00-16:00|");
    check("11-2 pm", false, "11:00-14:00|");
    check("12–2 pm", false, "12:00-14:00|");
    check("14h-17h", false, "14:00-17:00|");
    check("14:00 bis 17:00 Uhr", false, "14:00-17:00|");
    check("18:00 a las 20:00", false, "18:00-20:00|");
    check("22:00-24:00", true, "22:00-00:00|");
    check("14h à 17h", false, "14:00-17:00|");
    check("12 - 14 people", false, "none");
}

#[test]
fn an_hour_in_every_language() {
    for text in [
        "ore 14.30",
        "alle ore 14:30",
        "alle 14.30",
        "um 14.30 Uhr",
        "14 Uhr 30",
        "kl. 14.30",
        "kl 14:30",
        "klo 14.30",
        "godz. 14.30",
        "o godz. 14:30",
        "o godzinie 14.30",
        "à 14h30",
        "14 h 30",
        "14H30",
        "a las 14:30",
        "a las 14.30 h",
        "a partir de las 14:30",
        "às 14h30",
        "2:30 pm",
        "2.30pm",
        "2:30 p.m.",
        "saat 14.30",
        "saat: 14:30",
        "в 14:30",
        "в 14.30",
        "о 14:30",
        "о 14.30",
        "om 14.30 uur",
        "14.30 uur",
        "14時30分",
        "午後2時30分",
        "午後2時半",
        "14:30〜",
        "오후 2시 30분",
        "오후2시반",
        "14시 30분",
        "下午2点半",
        "下午2:30",
        "14时30分",
        "الساعة 14:30",
        "الساعة ٢:٣٠ م",
        "الساعة 2:30 ظهرًا",
        "ساعت ۱۴:۳۰",
        "בשעה 14:30",
        "pukul 14.30",
        "jam 14.30",
        "ώρα 14:30",
        "2:30 μ.μ.",
        "στις 14.30",
        "ora 14:30",
        "v 14.30 hod.",
        "14.30 hod",
        "lúc 14h30",
        "14.30 น.",
        "14:30 EST",
        "2:30pm EST",
        "Uhrzeit: 14.30",
        "h 14.30",
        "h14:30",
        "1430 hrs",
        "de 2:30 de la tarde",
        "Time: 14.30",
    ] {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| time_at(&tokens, at, false));
        let found = found.map(|(clock, _)| clock.from.to_string());
        assert_eq!(found.as_deref(), Some("14:30:00"), "{text}");
    }
}

#[test]
fn an_hour_without_minutes() {
    for text in [
        "ore 18",
        "kl. 18",
        "klo 18",
        "h18",
        "h 18",
        "godz. 18",
        "18 Uhr",
        "18h",
        "18 hs",
        "18 uur",
        "18時",
        "18点",
        "18시",
        "午後6時",
        "오후 6시",
        "下午6点",
        "6pm",
        "6 pm EST onwards",
        "saat 18",
        "الساعة 6 مساءً",
        "٦ م",
        "6 de la tarde",
        "a las 6 de la tarde",
        "6 da tarde",
        "6 вечера",
        "в 18 часов",
        "18 годин",
        "6 abends",
        "6 Uhr abends",
        "6 heures du soir",
        "pukul 18",
        "בשעה 18",
        "18 часов",
        "ساعت ۱۸",
    ] {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| time_at(&tokens, at, false));
        let found = found.map(|(clock, _)| clock.from.to_string());
        assert_eq!(found.as_deref(), Some("18:00:00"), "{text}");
    }
}

#[test]
fn hours_from_to() {
    for text in [
        "с 11:00 до 12:00",
        "с 11.00 до 12.00",
        "von 11 bis 12 Uhr",
        "de 11h à 12h",
        "dalle 11:00 alle 12:00",
        "dalle ore 11 alle ore 12",
        "de 11:00 a 12:00",
        "das 11h às 12h",
        "11:00-12:00",
        "11.00–12.00 Uhr",
        "11h-12h",
        "11 am to noon",
        "om 11.00 tot 12.00 uur",
        "kl. 11-12",
        "kl. 11.00–12.00",
        "klo 11–12",
        "godz. 11-12",
        "11:00 do 12:00",
        "11時から12時まで",
        "11時～12時",
        "오전 11시부터 12시까지",
        "11:00 - 12:00",
        "من 11:00 إلى 12:00",
        "saat 11.00-12.00",
        "pukul 11.00 - 12.00",
    ] {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| time_at(&tokens, at, false));
        let found = found.map(|(clock, _)| {
            format!(
                "{}-{}",
                clock.from,
                clock.to.map_or(String::new(), |to| to.to_string())
            )
        });
        assert_eq!(found.as_deref(), Some("11:00:00-12:00:00"), "{text}");
    }
}

#[test]
fn what_is_no_hour() {
    for text in [
        "Gare du Midi",
        "Route 66",
        "12 rue de la Paix",
        "No. 14",
        "300 people",
        "14.30",
        "8M",
        "3 days",
        "3 дня",
        "Apollo 11",
        "Place 14",
        "24 Juli",
        "7 de mayo",
        "in 14 cities",
        "à 10 km",
    ] {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| time_at(&tokens, at, false));
        assert_eq!(found, None, "{text}");
    }
}

#[test]
fn the_end_of_a_day() {
    check("20:00-24:00", false, "20:00-00:00|");
    let tokens = tokens("24:00");
    let (clock, _) = time_at(&tokens, 0, false).unwrap();
    assert!(clock.next_day && clock.from == NaiveTime::MIN);
    check("3 de la madrugada", false, "03:00|");
    check("14h 18 rue de la Paix", false, "14:00|18 rue de la Paix");
}

#[test]
fn an_hour_with_its_part_of_the_day_in_more_languages() {
    check("délután 5 óra", false, "17:00|");
    check("evening 7:30, Park", false, "19:30|, Park");
    check("evening 7:30 am", false, "none");
    check("morning 12:00", false, "none");
    check("۵ بعد از ظهر", false, "17:00|");
    check("5 โมงเย็น", false, "17:00|");
    check("সকাল ১০টায়", false, "10:00|");
    check("বিকাল ৪টা", false, "16:00|");
    check("下午三時", false, "15:00|");
    check("上午十一点半", false, "11:30|");
    check("晚上八點", false, "20:00|");
    check("三重点", false, "none");
}
