//! Rows of a table that are no entries: its sum (“Totale piazze: 6”), and what a colour in it means (“En rouge : annulé”).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::cancelled;
use crate::words::list::in_sections;
use crate::words::plain;

/// A longer text is none of these.
const MOST_WORDS: usize = 8;

/// What a word says of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Sum,
    Colour,
}

static WORDS: LazyLock<HashMap<String, Says>> = LazyLock::new(|| {
    let words = in_sections(include_str!("../words/asides.txt"));
    let words = words.map(|(of, _, word)| {
        let says = match of {
            "colour" => Says::Colour,
            _ => Says::Sum,
        };
        (plain(word), says)
    });
    words.collect()
});

/// What is said of a row that is no entry, by its cells.
pub fn said<'c>(cells: impl Iterator<Item = &'c str>) -> Option<String> {
    let mut filled = cells.map(str::trim).filter(|cell| !cell.is_empty());
    let (text, second) = (filled.next()?, filled.next());
    let is_number = |cell: &str| cell.chars().all(|letter| letter.is_ascii_digit());
    if filled.next().is_some() || second.is_some_and(|cell| !is_number(cell)) {
        return None;
    }
    let plain = plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let says = |word: &&str| WORDS.get(*word).copied();
    let counts = second.is_some() || text.chars().any(|letter| letter.is_ascii_digit());
    if counts && words.first().and_then(says) == Some(Says::Sum) {
        return Some(format!("“{text}” is a sum, and not read as an entry"));
    }
    // “En rouge : annulé”.
    let (before, behind) = text.rsplit_once([':', '=', '–', '-', '：'])?;
    let plain_before = crate::words::plain(before);
    let mut of_colour = plain_before.split(' ');
    let coloured = of_colour.any(|word| says(&word) == Some(Says::Colour));
    let status = cancelled::status(behind);
    (coloured && second.is_none() && status.is_some()).then(|| {
        format!(
            "“{text}” says what a colour means, and colours are not read: write it in a column of those rows"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_colours_are_no_entries() {
        for (cells, expected) in [
            (&["Summe", "6"][..], "sum"),
            (&["Totale piazze: 6"], "sum"),
            (&["", "Razem: 6 miast"], "sum"),
            (&["Total : 10 lieux"], "sum"),
            (&["Итого", "", "12"], "sum"),
            (&["合計", "4"], "sum"),
            (&["En rouge : annulé"], "colour"),
            (&["rot = abgesagt"], "colour"),
            (&["Red: cancelled"], "colour"),
            (&["красным – отменено"], "colour"),
        ] {
            let said = said(cells.iter().copied());
            let is = said.as_ref().is_some_and(|said| said.contains(expected));
            assert!(is, "{cells:?}: {said:?}");
        }
        for cells in [
            &["Total", "Leeds", "2027-03-06"][..],
            &["Red Square: march", "2027-03-06"],
            &["Red march cancelled"],
            &["Total strike 2027"][..0],
            &["Greens against the red line: rally"],
        ] {
            assert_eq!(said(cells.iter().copied()), None, "{cells:?}");
        }
    }
}
