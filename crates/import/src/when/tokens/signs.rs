//! Single signs of any script: digits, marks, and those that are not seen.

/// Marks that only say in which direction a text runs, or how a symbol is drawn.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}')
}

/// The ASCII counterpart of a mark.
pub(super) fn plain(mark: char) -> char {
    match mark {
        // The Armenian “but” stands behind a city as a colon does.
        '：' | '﹕' | '∶' | '՝' => ':',
        '，' | '、' | '،' => ',',
        '．' | '。' | '۔' => '.',
        '；' | '؛' => ';',
        '（' | '［' | '【' => '(',
        '）' | '］' | '】' => ')',
        '／' | '⁄' => '/',
        '～' | '〜' | '∼' => '~',
        '－' | '‐' | '‑' | '−' => '-',
        '—' | '―' | '─' | '‒' => '–',
        '｜' | '│' => '|',
        '’' | '‘' | 'ʼ' | '´' => '\'',
        '？' | '؟' => '?',
        '！' => '!',
        other => other,
    }
}

pub(super) fn is_digit(letter: char) -> bool {
    digit(letter).is_some()
}

/// The digits of all scripts that count by ten and are in use (Unicode's category Nd).
pub(super) fn digit(letter: char) -> Option<u32> {
    // Nearly all letters of a large table.
    if letter.is_ascii() {
        return letter.to_digit(10);
    }
    let zeros = [
        '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０',
    ];
    let values = zeros
        .into_iter()
        .filter_map(|zero| u32::from(letter).checked_sub(u32::from(zero)));
    values.filter(|value| *value < 10).min()
}

/// Marks that belong to the letter before them: accents, and vowel signs from Devanagari to Burmese.
pub(super) fn is_joined(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{200d}')
        || matches!(letter, '\u{900}'..='\u{963}' | '\u{966}'..='\u{109f}') && !is_digit(letter)
}
