//! The scripts of a table: in all countries that write Greek, Cyrillic, Arabic, Hindi and the like, numbers of a date begin with
//! the day.

/// So many cells are looked at.
const LOOKED_AT: usize = 2000;

/// How many cells have letters of which script.
#[derive(Debug, Clone, Default)]
pub(super) struct Scripts {
    day_first: usize,
    others: usize,
}

impl Scripts {
    /// Takes a cell into account.
    pub(super) fn see(&mut self, cell: &str) {
        if self.day_first + self.others >= LOOKED_AT {
            return;
        }
        match cell.chars().take(100).find(|letter| letter.is_alphabetic()) {
            Some(letter) if is_day_first(letter) => self.day_first += 1,
            Some(_) => self.others += 1,
            None => {}
        }
    }

    /// Whether most of its words are of such scripts.
    pub(super) fn begin_with_day(&self) -> bool {
        self.day_first > self.others
    }
}

/// Greek, Cyrillic, Armenian, Hebrew, Arabic, the scripts of India and Sri Lanka, Thai, Georgian.
pub(crate) fn is_day_first(letter: char) -> bool {
    matches!(u32::from(letter), 0x0370..=0x06ff | 0x0900..=0x0dff | 0x0e00..=0x0e7f | 0x10a0..=0x10ff)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::options::Options;

    #[test]
    fn dates_begin_with_the_day_where_all_who_write_so_do() {
        for (row, expected) in [
            ("05-12-2026,दिल्ली,जंतर मंतर,धरना", "2026-12-05"),
            ("5/12/2026,София,площад,Протест", "2026-12-05"),
            ("5/12/2026,القاهرة,ميدان,مسيرة", "2026-12-05"),
            ("5/12/2026,Leeds,City Square,March", "-"),
            ("5/12/2026,Detroit,City Square,مسيرة", "-"),
        ] {
            let text = format!("Date,City,Place,Title\n{row}\n");
            let options = Options::new("2026-11-30".parse().unwrap());
            let read = read(&text, &"s.csv".into(), &options).unwrap();
            let start = read.drafts.first().and_then(|draft| draft.start);
            let start = start.map_or("-".to_owned(), |start| start.to_string());
            assert_eq!(start, expected, "{row}");
            let said = read.notes.iter().any(|note| note.contains("--date-order"));
            assert_eq!(said, expected != "-", "{row}");
        }
    }
}
