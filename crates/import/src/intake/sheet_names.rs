//! What programs call a sheet that nobody has named: “Sheet1”, “Blad1”, “Form Responses 1”.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::words::list::in_sections;
use crate::words::plain;

/// The names, folded.
static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = in_sections(include_str!("sheet_names.txt"));
    names.map(|(.., name)| plain(name)).collect()
});

/// Whether a text is such a name, with a number behind it or none.
pub fn is_default(text: &str) -> bool {
    let behind = |letter: char| letter.is_numeric() || " _-()（）".contains(letter);
    let name = plain(text.trim().trim_end_matches(behind));
    NAMES.contains(&name.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_nobody_has_given() {
        for name in [
            "Sheet1",
            "Sheet 2",
            "Blad1",
            "Tabelle3",
            "Feuil1",
            "Foglio1",
            "Arkusz1",
            "Лист1",
            "גיליון1",
            "シート1",
            "工作表1",
            "Trang_tính1",
            "Form Responses 1",
            "Ответы на форму (1)",
            "Sheet1 (2)",
            "ورقة1",
        ] {
            assert!(is_default(name), "{name}");
        }
        for name in [
            "Sheet metal workers' strike",
            "1 May",
            "Climate strike 2027",
            "",
            "Bla1",
        ] {
            assert!(!is_default(name), "{name}");
        }
    }
}
