//! A column of descriptions that holds what the events are called, in a table without titles: “Опис”, 内容.

use super::seen::Seen;
use crate::table::columns::{Column, meaning};
use crate::words::plain;

/// Headings over what an event is about, folded; those of remarks are none.
const SUBJECTS: [&str; 33] = [
    "description",
    "beschreibung",
    "inhalt",
    "descripcion",
    "descricao",
    "descrizione",
    "beschrijving",
    "omschrijving",
    "beskrivning",
    "beskrivelse",
    "kuvaus",
    "kirjeldus",
    "opis",
    "popis",
    "опис",
    "описание",
    "leiras",
    "descriere",
    "περιγραφη",
    "aciklama",
    "الوصف",
    "وصف",
    "شرح",
    "תיאור",
    "विवरण",
    "বিবরণ",
    "内容",
    "概要",
    "내용",
    "설명",
    "描述",
    "deskripsi",
    "mo ta",
];

/// What was seen of the column of descriptions.
#[derive(Debug, Default)]
pub(super) struct Described {
    seen: Option<Seen>,
    /// A cell is no title: it has several lines, or a sentence.
    is_prose: bool,
}

impl Described {
    /// Takes a cell into account.
    pub(super) fn see(&mut self, heading: &str, cell: &str) {
        self.is_prose |= cell.contains('\n') || cell.ends_with(['.', '。', ':', '।']);
        let seen = self.seen.get_or_insert_with(|| Seen::new(heading));
        seen.see(cell);
    }

    /// The heading, if its cells are titles.
    pub(super) fn subject(&self) -> Option<&str> {
        let seen = self.seen.as_ref().filter(|_| !self.is_prose)?;
        let heading = plain(&seen.heading);
        let is_subject = SUBJECTS.iter().any(|own| plain(own) == heading);
        let differing = seen.texts.len();
        (is_subject && seen.dates == 0 && differing > 0 && differing * 5 >= seen.cells * 4)
            .then_some(seen.heading.as_str())
    }
}

/// Takes the column of descriptions for that of titles, and another one that means the same for the descriptions.
pub(super) fn take(columns: &mut [(&str, &mut Column)], subject: &str, taken: &mut Vec<String>) {
    let description = Column::Known("description");
    let is = |heading: &str, column: &Column| heading == subject && *column == description;
    if let Some((_, column)) = columns.iter_mut().find(|(own, column)| is(own, column)) {
        **column = Column::Known("title");
        taken.push(format!("“{}” for the title", subject.trim()));
        let mut others = columns.iter_mut();
        let other = others.find(|(own, column)| {
            matches!(**column, Column::Other(_)) && meaning(own) == Some(description.clone())
        });
        if let Some((_, column)) = other {
            **column = description;
        }
    }
}
