//! Times of day in the forms people write.

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
    check("18 hs", false, "18:00|");
    check("1400hrs", false, "14:00|");
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
