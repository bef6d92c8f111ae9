//! What a downloaded file is called.

use chrono::NaiveDate;

use fold::fold;

/// How much of a title a name shows, in characters.
const LONGEST: usize = 48;

/// A name every file system takes: the title's words in small ASCII letters, a day, the extension.
///
/// A title in another script gives `events`.
pub fn file_name(title: &str, day: NaiveDate, extension: &str) -> String {
    let folded = fold(title);
    let words = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() >= LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    if !name.contains(|c: char| c.is_ascii_alphabetic()) {
        name = "events".to_owned();
    }
    format!("{name}-{day}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, expected: &str) {
        let day = "2023-11-04".parse().unwrap();
        assert_eq!(file_name(title, day, "ics"), expected, "{title}");
    }

    #[test]
    fn a_title_becomes_a_name() {
        check(
            "Demonstrations, 3 to 5 November",
            "demonstrations-3-to-5-november-2023-11-04.ics",
        );
        check("Marche à Montréal", "marche-a-montreal-2023-11-04.ics");
        check("../../etc/passwd\0", "etc-passwd-2023-11-04.ics");
        check("مسيرة", "events-2023-11-04.ics");
        check("2023", "events-2023-11-04.ics");
        check("", "events-2023-11-04.ics");
        check(
            "a title that goes on and on until nobody wants to read it",
            "a-title-that-goes-on-and-on-until-nobody-wants-2023-11-04.ics",
        );
    }
}
