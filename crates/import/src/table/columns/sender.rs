//! The name of the person who sent an entry in, beside that of the event.

use super::column::Column;
use super::personal::is_personal;
use crate::words::plain;

/// Headings over names, of people as well as of events, folded.
const NAMES: [&str; 34] = [
    "name",
    "names",
    "nombre",
    "nom",
    "nome",
    "naam",
    "navn",
    "namn",
    "nimi",
    "nume",
    "имя",
    "название",
    "імʼя",
    "імя",
    "nama",
    "ad",
    "adi",
    "isim",
    "jina",
    "ime",
    "jmeno",
    "meno",
    "nev",
    "imie",
    "ονομα",
    "الاسم",
    "اسم",
    "نام",
    "שם",
    "नाम",
    "নাম",
    "名前",
    "이름",
    "名称",
];

/// Which columns that seem to hold titles hold the names of senders: where others hold titles as well, and a column of
/// e-mail addresses or telephone numbers is there.
pub fn names(headings: &[&str], meanings: &[Option<Column>]) -> Vec<usize> {
    let title = Some(Column::Known("title"));
    let titles: Vec<usize> = (0..headings.len())
        .filter(|at| meanings[*at] == title)
        .collect();
    if titles.len() < 2 || !headings.iter().any(|heading| is_personal(heading)) {
        return Vec::new();
    }
    let is_name = |at: &usize| NAMES.contains(&plain(headings[*at]).as_str());
    let names: Vec<usize> = titles.iter().copied().filter(is_name).collect();
    if names.len() < titles.len() {
        return names;
    }
    // “Name, Email, Name”: the first of a pair with the address, else the first of all.
    let paired = |at: &&usize| {
        let next = headings.get(**at + 1);
        next.is_some_and(|next| is_personal(next))
    };
    let sender = names.iter().find(paired).or(names.first());
    sender.copied().into_iter().collect()
}
