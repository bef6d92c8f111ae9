//! The reader of tables of words: the `*.txt` files beside the modules. They are written in one of two ways.
//!
//! **Lists in sections**, for words that people write with spaces in them:
//!
//! ```text
//! # A comment: what the table is for, how its words are compared, what its sections are.
//! [made]
//! en: updated, as of, last update
//! de: stand, stand vom
//! ```
//!
//! `[made]` opens a section; each line below it is a language (BCP 47; `und` for all) and its words, parted by commas. A
//! table with one list has no sections; in `zones.txt` the words are of a time zone instead of a language.
//!
//! **Lines with their purpose**, for tables of many purposes with a few words each:
//!
//! ```text
//! # A comment.
//! hour de um ab
//! undated en date+to+follow
//! ```
//!
//! Each line is a purpose, a language and its words, parted by spaces; `+` joins words that follow each other.
//!
//! Comments begin with `#`; empty lines say nothing. What else stands in words (`*` for any ending) is each table's own.

/// The words of a table of lists in sections, as they are written: section, language, word.
pub fn in_sections(
    table: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let mut section = "";
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let lists = lines.filter_map(move |line| {
        match line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            Some(name) => {
                section = name;
                None
            }
            None => {
                let (language, words) = line.split_once(':')?;
                Some((section, language, words))
            }
        }
    });
    lists.flat_map(|(section, language, words)| {
        let words = words.split(',').map(str::trim);
        let words = words.filter(|word| !word.is_empty());
        words.map(move |word| (section, language, word))
    })
}

/// The words of a table of lines with their purpose, each `+` a space: purpose, language, words.
pub fn in_lines(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, String)> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| {
        let mut fields = line.split_whitespace();
        let purpose = fields.next().unwrap_or_default();
        let language = fields.next().unwrap_or_default();
        fields.map(move |words| (purpose, language, words.replace('+', " ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats_are_read() {
        let table = "# de: no\n[one]\nde: ja, nun ja ,\n\n[two three]\nen: yes\n";
        let words: Vec<_> = in_sections(table).collect();
        assert_eq!(
            words,
            [
                ("one", "de", "ja"),
                ("one", "de", "nun ja"),
                ("two three", "en", "yes"),
            ]
        );
        let words: Vec<_> = in_lines("# a b c\non de am\n\nto-day en this+day\n").collect();
        let expected = [("on", "de", "am"), ("to-day", "en", "this day")];
        assert!(
            words
                .iter()
                .map(|(of, language, words)| (*of, *language, words.as_str()))
                .eq(expected)
        );
    }
}
