//! What folding drops: marks, vowel points, the lengthening stroke and invisible characters.
//!
//! The vowel signs of Indic and South-East Asian scripts are marks too, but spell the word: they stay.

/// First and last of each range, in order. Source: Unicode, UnicodeData.txt.
const DROPPED: [(u32, u32); 33] = [
    (0x00ad, 0x00ad), // soft hyphen
    (0x02b9, 0x02bf), // ʹ ʻ ʼ ʾ ʿ in romanised names
    (0x0300, 0x036f), // Latin, Greek and Cyrillic accents
    (0x0483, 0x0489), // Cyrillic titlo and the like
    (0x0591, 0x05bd), // Hebrew accents and niqqud
    (0x05bf, 0x05bf),
    (0x05c1, 0x05c2),
    (0x05c4, 0x05c5),
    (0x05c7, 0x05c9),
    (0x0610, 0x061a), // Arabic honorifics
    (0x061c, 0x061c), // Arabic letter mark
    (0x0640, 0x0640), // tatweel
    (0x064b, 0x065f), // Arabic vowel marks, hamza and madda above
    (0x0670, 0x0670), // superscript alef
    (0x06d6, 0x06dc), // Quranic marks
    (0x06df, 0x06e4),
    (0x06e7, 0x06e8),
    (0x06ea, 0x06ed),
    (0x0897, 0x089f),
    (0x08ca, 0x08e1),
    (0x08e3, 0x08ff),
    (0x1ab0, 0x1aff), // more accents
    (0x1dc0, 0x1dff),
    (0x200b, 0x200f),   // spaces without width, joiners, direction marks
    (0x202a, 0x202e),   // embeddings of direction
    (0x2060, 0x2064),   // word joiner and the like
    (0x2066, 0x206f),   // isolates of direction
    (0x20d0, 0x20ff),   // marks around symbols
    (0xfb1e, 0xfb1e),   // Hebrew varika
    (0xfe00, 0xfe0f),   // variation selectors
    (0xfe20, 0xfe2f),   // half marks
    (0xfeff, 0xfeff),   // byte order mark
    (0xe0100, 0xe01ef), // variation selectors of Han
];

/// Whether folding drops `letter`.
pub fn is_dropped(letter: char) -> bool {
    let code = u32::from(letter);
    let after = DROPPED.partition_point(|(first, _)| *first <= code);
    after.checked_sub(1).is_some_and(|at| code <= DROPPED[at].1)
}
