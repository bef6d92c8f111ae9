//! Chats of WhatsApp as the program exports them: what was written, without stamps and names.
//!
//! `[3/11/23, 18:42:07] Name: text` on iPhones, `03/11/2023, 18:42 - Name: text` on Android; a message goes on in lines
//! without a stamp.

/// The most characters of a sender's name.
const LONGEST_NAME: usize = 60;

/// Whether a text is a chat: its first line has a stamp, and so has the second that is no continuation.
pub fn is(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .next()
        .is_some_and(|line| stamped(&bare(line)).is_some())
}

/// The lines of a chat, each with its number; messages are parted by empty lines.
pub fn lines(text: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = Vec::new();
    let mut is_said = true;
    for (number, line) in (1..).zip(text.lines()) {
        let is_system = line.contains('\u{200e}');
        let line = bare(line);
        match stamped(&line) {
            Some(rest) => {
                lines.push((number, String::new()));
                let said = said(rest).filter(|said| !is_placeholder(said, is_system));
                is_said = said.is_some();
                lines.extend(said.map(|said| (number, struck(said))));
            }
            None if is_said => lines.push((number, struck(&line))),
            None => {}
        }
    }
    lines
}

/// A line without marks of direction, and without the names of those who are mentioned.
fn bare(line: &str) -> String {
    let mut bare = String::with_capacity(line.len());
    let mut mentioned = false;
    for letter in line.chars() {
        match letter {
            '\u{2068}' => mentioned = true,
            '\u{2069}' => mentioned = false,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => {}
            '\u{202f}' | '\u{a0}' => bare.push(' '),
            letter if !mentioned => bare.push(letter),
            _ => {}
        }
    }
    bare
}

/// What follows the stamp of a message.
fn stamped(line: &str) -> Option<&str> {
    let (stamp, rest) = match line.strip_prefix('[') {
        Some(line) => line.split_once(']')?,
        None => line.split_once(" - ")?,
    };
    is_stamp(stamp).then_some(rest.trim_start())
}

/// Whether a text is a day and an hour in numbers, with no more letters than `a. m.`.
fn is_stamp(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let numbers = numbers.filter(|number| !number.is_empty()).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let day = text.split([',', ' ']).next().unwrap_or_default();
    let parts = day.split(['/', '.', '-']).filter(|part| !part.is_empty());
    let is_day = parts.clone().count() == 3
        && parts
            .clone()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    is_day && (5..=6).contains(&numbers) && letters <= 4 && text.contains([':', '.'])
}

/// What a message says; what the program itself says (“… joined”) has no name before it.
fn said(rest: &str) -> Option<&str> {
    let (name, said) = rest.split_once(':')?;
    let is_name = name.chars().count() <= LONGEST_NAME && !name.contains("http");
    is_name.then_some(said.trim_start())
}

/// Whether a message stands for a picture, a file, or one that was deleted.
fn is_placeholder(said: &str, is_system: bool) -> bool {
    let said = said.trim();
    let in_brackets = said.starts_with('<') && said.ends_with('>');
    in_brackets
        || said.is_empty()
        || is_system && !said.chars().any(|letter| letter.is_ascii_digit())
}

/// A line of which `~…~` strikes out a part, or all: cancelled.
fn struck(line: &str) -> String {
    let trimmed = line.trim();
    let inner = trimmed
        .strip_prefix('~')
        .and_then(|line| line.strip_suffix('~'));
    match inner.filter(|inner| !inner.contains('~') && !inner.is_empty()) {
        Some(inner) => format!("cancelled: {inner}"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert!(is(text), "{text}");
        let lines = lines(text);
        let lines: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn stamps_and_names_are_removed() {
        check(
            "[3/11/23, 18:42:07] Lupita Pérez: Sábado 4 de noviembre de 2023\n*Puebla*: 16:30, Paseo Bravo\n[3/11/23, 18:43:00] \u{200e}Grupo: \u{200e}imagen omitida",
            &[
                "",
                "Sábado 4 de noviembre de 2023",
                "*Puebla*: 16:30, Paseo Bravo",
                "",
            ],
        );
        check(
            "03/11/2023, 18:42 - Messages are end-to-end encrypted.\n03/11/2023, 18:42 - Eva: Leeds: 2 pm, City Square\n03/11/2023, 18:44 - +49 171 5550199: <Media omitted>",
            &["", "", "Leeds: 2 pm, City Square", ""],
        );
        check(
            "11/3/23, 6:42\u{202f}PM - Ann: ~York: 1 pm, Minster~",
            &["", "cancelled: York: 1 pm, Minster"],
        );
        check("03.11.23, 18:42 - Eva: Köln, 14 Uhr", &["", "Köln, 14 Uhr"]);
    }

    #[test]
    fn other_texts_are_no_chats() {
        for text in [
            "[1, 2, 3]",
            "4.11.2023, 14 Uhr - Köln: Heumarkt",
            "Leeds - 2 pm: City Square",
            "[{\"start\":\"2023-11-04\"}]",
            "",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
