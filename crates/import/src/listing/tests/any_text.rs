//! No text makes the reader panic or lose a line with an hour.

use proptest::prelude::*;

use super::*;

const PIECES: [&str; 40] = [
    "Lyon",
    "Berlin: ",
    "MADRID",
    "4 November 2023",
    "Samstag",
    "8 de marzo",
    "14h",
    "ore 18.30",
    "٢ ظهرًا",
    "午後2時",
    "(",
    ")",
    "“",
    "”",
    " – ",
    ": ",
    ", ",
    "، ",
    ". ",
    "/",
    "\n",
    "\n\n",
    "- ",
    "Tarih: ",
    "Convoca: ",
    "https://a.example/x",
    "jeden Montag",
    "24:00",
    "abgesagt",
    "Plaza 25 de Mayo",
    "و",
    "\u{200f}",
    "\u{301}",
    "99999999999",
    "’",
    "'",
    "年",
    "시",
    "1er",
    "№",
];

fn anything() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40);
    prop_oneof![
        "\\PC{0,80}(\n\\PC{0,80}){0,4}",
        pieces.prop_map(|pieces| pieces.concat())
    ]
}

/// The numbers in a note about skipped lines: `3, 5–7`.
fn numbers(note: &str) -> Vec<u64> {
    let list = note
        .rsplit_once("line")
        .map_or("", |(_, list)| list.trim_start_matches('s'));
    let runs = list.split(',').filter_map(|run| {
        let (first, last) = run
            .trim()
            .split_once('–')
            .unwrap_or((run.trim(), run.trim()));
        Some(first.parse::<u64>().ok()?..=last.parse::<u64>().ok()?)
    });
    runs.flatten().collect()
}

proptest! {
    #[test]
    fn no_text_panics_and_an_entry_gives_something(text in anything()) {
        let reading = listed(&text);
        let given = reading.drafts.len() + reading.rejects.len();
        prop_assert!(given >= reading.entries, "{} of {}", given, reading.entries);
        prop_assert!(reading.rejects.len() <= reading.entries);
    }

    #[test]
    fn a_line_with_an_hour_is_never_skipped(text in anything()) {
        let reading = listed(&text);
        let skipped: Vec<u64> = reading.notes.iter().flat_map(|note| numbers(note)).collect();
        for (number, line) in (1..).zip(text.lines()) {
            if line.len() <= LONGEST && Line::new(number, line).has_clock() && Line::new(number, line).label().is_none() {
                prop_assert!(!skipped.contains(&number), "line {}: {}", number, line);
            }
        }
    }
}
