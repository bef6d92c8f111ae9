//! Where words begin: letters of scripts with spaces between words, letters of those without, and the rest.

use std::sync::atomic::{AtomicU8, Ordering};

/// How a folded letter takes part in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// No part of a word: spaces, punctuation, symbols.
    None,
    /// A letter, digit or vowel sign of a script that parts words by spaces.
    Spaced,
    /// A letter of a script written without spaces, or with spaces that readers leave out.
    Unspaced,
}

/// Han, Kana, Bopomofo, Hangul, Thai, Lao, Khmer and Burmese.
///
/// Source: Unicode, Blocks.txt.
const UNSPACED: [(u32, u32); 19] = [
    (0x0e00, 0x0eff),   // Thai, Lao
    (0x1000, 0x109f),   // Myanmar
    (0x1100, 0x11ff),   // Hangul Jamo
    (0x1780, 0x17ff),   // Khmer
    (0x19e0, 0x19ff),   // Khmer Symbols
    (0x2e80, 0x2fdf),   // CJK and Kangxi Radicals
    (0x3005, 0x3007),   // 々 〆 〇
    (0x3040, 0x30ff),   // Hiragana, Katakana
    (0x3100, 0x312f),   // Bopomofo
    (0x3130, 0x318f),   // Hangul Compatibility Jamo
    (0x31a0, 0x31ff),   // Bopomofo and Katakana extensions
    (0x3400, 0x4dbf),   // Han Extension A
    (0x4e00, 0x9fff),   // Han
    (0xa960, 0xa97f),   // Hangul Jamo Extended-A
    (0xa9e0, 0xa9ff),   // Myanmar Extended-B
    (0xaa60, 0xaa7f),   // Myanmar Extended-A
    (0xac00, 0xd7ff),   // Hangul
    (0xf900, 0xfaff),   // Han, compatibility
    (0x1b000, 0x3ffff), // Kana supplements, Han Extensions B and later
];

/// Virama, nukta and the like, which belong to the word but are not alphabetic:
/// Devanagari to Sinhala, Tibetan.
const SIGNS: [(u32, u32); 2] = [(0x0900, 0x0dff), (0x0f18, 0x0fbf)];

/// Vowel signs, tone marks and stackers of the scripts without spaces that are not alphabetic.
const UNSPACED_SIGNS: [(u32, u32); 7] = [
    (0x0e31, 0x0e3a),
    (0x0e47, 0x0e4e),
    (0x0eb1, 0x0ebc),
    (0x0ec8, 0x0ece),
    (0x102b, 0x103e),
    (0x17b4, 0x17d3),
    (0x3099, 0x309a),
];

/// Whether `letter` is one of a script without spaces, or comes after the first of them: most others come before.
pub fn may_be_unspaced(letter: char) -> bool {
    UNSPACED
        .first()
        .is_some_and(|(first, _)| u32::from(letter) >= *first)
}

/// What was found of each of the first 65,536 letters, and 0 for those that nobody has asked about: tables that are
/// quick to look up are too much to download.
static KNOWN: [AtomicU8; 0x1_0000] = [const { AtomicU8::new(0) }; 0x1_0000];

impl Script {
    /// Of one folded letter.
    pub fn of(letter: char) -> Self {
        if letter.is_ascii() {
            return match letter.is_ascii_alphanumeric() {
                true => Self::Spaced,
                false => Self::None,
            };
        }
        let Some(known) = KNOWN.get(letter as usize) else {
            return Self::found(letter);
        };
        let script = match known.load(Ordering::Relaxed) {
            0 => Self::found(letter),
            1 => return Self::None,
            2 => return Self::Spaced,
            _ => return Self::Unspaced,
        };
        known.store(script as u8 + 1, Ordering::Relaxed);
        script
    }

    fn found(letter: char) -> Self {
        let within = |ranges: &[(u32, u32)]| {
            let code = u32::from(letter);
            ranges
                .iter()
                .any(|(from, to)| (*from..=*to).contains(&code))
        };
        let alphanumeric = letter.is_alphanumeric();
        if within(&UNSPACED) {
            match alphanumeric || within(&UNSPACED_SIGNS) {
                true => Self::Unspaced,
                false => Self::None,
            }
        } else if alphanumeric || (within(&SIGNS) && !matches!(letter, '।' | '॥' | '॰' | '෴'))
        {
            Self::Spaced
        } else {
            Self::None
        }
    }
}
