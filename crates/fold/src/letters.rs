//! What single letters fold into: a table in `letters.txt`, and what can be counted out instead.
//!
//! The table covers Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic, their compatibility
//! forms and those of Kana and Han, and the vowel signs of Thai and Lao that are two in one; not
//! the squared words of 3200–33FF and the Arabic ligatures of FBEA–FDEF. It is 5 KB in a download,
//! where the tables of full normalisation are 80. `tests/query_fold.rs` writes it and tells how
//! each line comes about.
//!
//! A line of its first part is a letter and then, one by one, what that letter and those after it
//! fold into, [`AS_IT_IS`] standing for those that stay. A line of its second part is a text, a
//! tab, and the letters that fold into it.

use std::sync::OnceLock;

const TABLE: &str = include_str!("letters.txt");

/// In the table, a letter that folds into itself.
const AS_IT_IS: char = '~';

/// Numbers from here on are no letters but places in [`Letters::texts`].
const TEXTS: u32 = 0x11_0000;

/// What a letter folds into.
pub enum Folded {
    /// One letter.
    Letter(char),
    /// Several letters, or none.
    Text(&'static str),
}

/// The table, opened for looking up: 256 letters a page.
struct Letters {
    /// For each page of the first 65,536 letters its place in `cells`; the first is empty.
    pages: [u8; 256],
    /// For each letter of a page what it folds into; 0 where it stays.
    cells: Vec<[u32; 256]>,
    texts: Vec<&'static str>,
}

static LETTERS: OnceLock<Letters> = OnceLock::new();

/// What the table says of `letter`.
pub fn folded(letter: char) -> Option<Folded> {
    let letters = LETTERS.get_or_init(Letters::open);
    let code = u32::from(letter) as usize;
    let page = *letters.pages.get(code >> 8)?;
    match letters.cells[usize::from(page)][code & 255] {
        0 => None,
        text if text >= TEXTS => {
            let text = letters.texts.get((text - TEXTS) as usize)?;
            Some(Folded::Text(text))
        }
        letter => char::from_u32(letter).map(Folded::Letter),
    }
}

impl Letters {
    fn open() -> Self {
        let mut letters = Self {
            pages: [0; 256],
            cells: vec![[0; 256]],
            texts: Vec::new(),
        };
        let (runs, texts) = TABLE.split_once("\n\n").unwrap_or((TABLE, ""));
        for run in runs.lines() {
            let mut run = run.chars();
            let first = run.next().map_or(0, u32::from);
            for (code, letter) in (first..).zip(run) {
                if letter != AS_IT_IS {
                    letters.put(code, letter.into());
                }
            }
        }
        for (text, sources) in texts.lines().filter_map(|line| line.split_once('\t')) {
            let place = TEXTS + letters.texts.len() as u32;
            letters.texts.push(text);
            for source in sources.chars() {
                letters.put(source.into(), place);
            }
        }
        letters
    }

    fn put(&mut self, code: u32, value: u32) {
        let Some(page) = self.pages.get_mut((code >> 8) as usize) else {
            return;
        };
        if *page == 0 {
            *page = self.cells.len() as u8;
            self.cells.push([0; 256]);
        }
        self.cells[usize::from(*page)][(code & 255) as usize] = value;
    }
}

/// The zero of each script's decimal digits outside the table. Source: Unicode, DerivedNumericType.txt.
const ZEROS: [u32; 30] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa8d0, 0xabf0,
];

/// Digits, letters of full width, and the bold, italic and other letters of mathematics, which
/// posts on social media are decorated with: where they stand says what they are.
pub fn counted(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let digit = |value: u32| char::from_digit(value, 10);
    let latin = |place: u32| char::from_u32(u32::from('a') + place % 26);
    match code {
        0xff01..=0xff5e => char::from_u32(code - 0xfee0).map(|wide| wide.to_ascii_lowercase()),
        0x1d400..=0x1d6a3 => latin(code - 0x1d400),
        0x1d7ce..=0x1d7ff => digit((code - 0x1d7ce) % 10),
        0x1f130..=0x1f149 => latin(code - 0x1f130),
        _ => {
            let after = ZEROS.partition_point(|zero| *zero <= code);
            digit(code - ZEROS.get(after.checked_sub(1)?)?)
        }
    }
}
