//! Days in lines above a table that are not those of its rows: “Updated 28 November 2026”, “Send yours in by 20 February”.

use std::sync::LazyLock;

use crate::words::list::in_sections;
use crate::words::plain;

/// Phrases, folded, between spaces.
#[derive(Default)]
struct Tables {
    made: Vec<String>,
    by: Vec<String>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for (of, _, phrase) in in_sections(include_str!("../words/other_days.txt")) {
        let table = match of {
            "made" => &mut tables.made,
            _ => &mut tables.by,
        };
        table.push(plain(phrase));
    }
    tables
});

/// Whether the day of a line is of when the table was made, or of up to when something is to be done; `before` is what stands
/// before the day.
pub(super) fn is_other(line: &str, before: &str) -> bool {
    let padded = |text: &str| format!(" {} ", plain(text));
    let (line, before) = (padded(line), padded(before));
    let made = |phrase: &String| match phrase.chars().all(|letter| u32::from(letter) >= 0x2e80) {
        true => line.contains(phrase.as_str()),
        false => line.contains(&format!(" {phrase} ")),
    };
    let by = |phrase: &String| before.ends_with(&format!(" {phrase} "));
    TABLES.made.iter().any(made) || TABLES.by.iter().any(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_or_the_day_of_writing_is_another_day() {
        for (before, behind, expected) in [
            ("Stand: ", "28. November 2026", true),
            ("Lista aktualna, stan na ", "28.11.2026", true),
            ("", "2026年11月28日現在", true),
            ("Send your event by ", "20 February", true),
            ("Bitte eintragen bis ", "20. Februar", true),
            ("Inscrivez-vous avant le ", "20 février", true),
            ("Zgłoszenia do ", "20 lutego", true),
            ("Day of action, ", "27 February 2027", false),
            ("Mobilisation du ", "21 janvier 2027", false),
            ("", "27 February 2027 by the river", false),
        ] {
            let line = format!("{before}{behind}");
            assert_eq!(is_other(&line, before), expected, "{line}");
        }
    }
}
