//! Kana and Hangul put together: a voiced kana and a syllable are letters of their own.
//!
//! Source: Unicode Standard, section 3.12 (Hangul) and UnicodeData.txt (Kana).

/// The letter that two stand for.
pub fn compose(first: char, second: char) -> Option<char> {
    match second {
        '\u{3099}' => voiced(first),
        '\u{309a}' if is_ha(first) => step(first, 2),
        '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' => syllable(first, second),
        _ => None,
    }
}

fn voiced(first: char) -> Option<char> {
    match first {
        'う' => Some('ゔ'),
        'ウ' => Some('ヴ'),
        'ワ' => Some('ヷ'),
        'ヰ' => Some('ヸ'),
        'ヱ' => Some('ヹ'),
        'ヲ' => Some('ヺ'),
        'か' | 'き' | 'く' | 'け' | 'こ' | 'さ' | 'し' | 'す' | 'せ' | 'そ' | 'た' | 'ち'
        | 'つ' | 'て' | 'と' | 'カ' | 'キ' | 'ク' | 'ケ' | 'コ' | 'サ' | 'シ' | 'ス' | 'セ'
        | 'ソ' | 'タ' | 'チ' | 'ツ' | 'テ' | 'ト' | 'ゝ' | 'ヽ' => step(first, 1),
        _ if is_ha(first) => step(first, 1),
        _ => None,
    }
}

fn is_ha(letter: char) -> bool {
    matches!(
        letter,
        'は' | 'ひ' | 'ふ' | 'へ' | 'ほ' | 'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ'
    )
}

fn step(letter: char, by: u32) -> Option<char> {
    char::from_u32(u32::from(letter) + by)
}

/// A leading consonant and a vowel, or a syllable without a final and a final.
fn syllable(first: char, second: char) -> Option<char> {
    const SYLLABLES: u32 = 0xac00;
    const FINALS: u32 = 28;
    let (before, after) = (u32::from(first), u32::from(second));
    match first {
        '\u{1100}'..='\u{1112}' if after <= 0x1175 => {
            char::from_u32(SYLLABLES + ((before - 0x1100) * 21 + (after - 0x1161)) * FINALS)
        }
        '가'..='힣' if after >= 0x11a8 && (before - SYLLABLES).is_multiple_of(FINALS) => {
            char::from_u32(before + (after - 0x11a7))
        }
        _ => None,
    }
}
