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
            Form::TwoNumbers(parts) => parts.map(|part| part.value.to_string()).join("?"),
            Form::NoDay => "no day".to_owned(),
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
    check("11月4日 14:00", "11-4|14:00");
}

#[test]
fn dates_by_names() {
    check("4 November 2023", "2023-11-04|");
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
