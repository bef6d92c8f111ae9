//! Columns that must not be published: who sent an entry in, and how to reach them, by their headings and their cells.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::column::Column;
use crate::contact::contacts;
use crate::words::list::in_sections;
use crate::words::{plain, value};

/// Words of headings, folded.
static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = in_sections(include_str!("../../words/personal.txt"));
    words.map(|(.., word)| plain(word)).collect()
});

/// The most words of a phrase among them.
const LONGEST: usize = 4;

/// The most bytes of a cell that are looked at.
const LOOKED_AT: usize = 300;

/// Whether a heading of no known meaning asks for what must not be published: “Your e-mail”, “Phone (won't be published)”.
pub fn is_personal(heading: &str) -> bool {
    if is_withheld(heading) {
        return true;
    }
    let plain = plain(heading);
    let words: Vec<&str> = plain.split(' ').collect();
    (1..=LONGEST).any(|length| {
        let mut phrases = words.windows(length);
        phrases.any(|phrase| WORDS.contains(&phrase.join(" ")))
    })
}

/// “Organizer name (not public)”: what is asked for, and that it is not shown.
fn is_withheld(heading: &str) -> bool {
    let parts = heading.split(['(', ')', '（', '）', '[', ']', '–', '—', ':', ',', ';', '|']);
    let parts: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.len() > 1 && parts.iter().any(|part| value(part) == Some("private"))
}

/// Leaves a column of no known meaning out when a cell of it holds a telephone number, an address of mail or an IBAN.
pub fn see(column: &mut Column, cell: &str) {
    if let Column::Flag(flag) = column {
        flag.see(cell);
    }
    if let Column::Other(name) = column
        && reaches_someone(cell)
    {
        *column = Column::Personal(std::mem::take(name));
    }
}

/// Whether a text holds a telephone number, an address of mail or an IBAN.
pub fn reaches_someone(text: &str) -> bool {
    let end = (0..=LOOKED_AT.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let text = &text[..end.unwrap_or(0)];
    let may = text.contains('@') || text.bytes().filter(u8::is_ascii_digit).count() > 6;
    may && !contacts(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_reaches_someone() {
        for cell in [
            "Eva Muster 0171 5550199",
            "+49 30 5550-1234",
            "(617) 555-0123",
            "617-555-0123",
            "06 12 34 56 78",
            "eva@a.example",
            "<eva@a.example>",
            "DE89 3704 0044 0532 0130 00",
        ] {
            assert!(reaches_someone(cell), "{cell}");
        }
        for cell in [
            "",
            "04.11.2023",
            "2023-11-04 14:00",
            "04/11/2023 14:00",
            "https://a.example/0171/5550199",
            "https://mastodon.example/@eva",
            "@eva",
            "20231104",
            "1200",
            "12345678",
            "48.8566, 2.3522",
            "-22.9068, -43.1729",
            "0.7291666",
        ] {
            assert!(!reaches_someone(cell), "{cell}");
        }
    }

    #[test]
    fn headings_in_many_languages() {
        for heading in [
            "Telefonnummer",
            "Contact (person)",
            "Ansprechpartner",
            "No. HP",
            "連絡先",
            "رقم الهاتف",
            "Điện thoại",
            "Your phone number *",
            "Notizen intern",
            "Τηλέφωνο",
            "Date of birth",
            "WhatsApp",
            "Submission IP",
            "ip",
            "edit_token",
            "Edit Link",
            "User Agent",
            "Submitter",
            "Legal name",
            "Zoom passcode",
            "Moderator comment",
            "admin_notes",
            "privateNotes",
            "Police liaison",
            "Assigned to",
            "Home address",
            "Anything else for the organizers? (not published)",
            "Anmelder:in",
            "Notas privadas",
            "Adresse IP",
            "Пароль",
            "氏名",
            "Organizer name (not public)",
            "Veranstalter (nicht öffentlich)",
            "Organisateur (ne pas publier)",
            "Организатор (не публиковать)",
            "Organizador – no publicar",
            "Seu nome",
            "Votre nom",
        ] {
            assert!(is_personal(heading), "{heading}");
        }
        for heading in [
            "Bus",
            "Facebook",
            "Aktenzeichen",
            "Mobilität",
            "International",
        ] {
            assert!(!is_personal(heading), "{heading}");
        }
    }
}
