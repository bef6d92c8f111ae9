//! Signs that adorn the beginning of a line, or strike it out.

/// What stands before an item of a list.
const BULLETS: [char; 9] = ['•', '*', '-', '–', '—', '·', '‣', '#', '>'];

/// Signs that may say that something does not take place.
pub const OFF: [char; 5] = ['❌', '🚫', '✖', '⛔', '❎'];

/// Whether a sign before a line only adorns it: a mark of a list, or any symbol or pictogram but those that strike it out.
pub fn is_bullet(sign: char) -> bool {
    let symbol = matches!(sign, '\u{2190}'..='\u{2bff}' | '\u{200d}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
        || is_flag(sign);
    BULLETS.contains(&sign) || symbol && !OFF.contains(&sign)
}

/// Half of a country's flag (Unicode regional indicator symbols).
pub fn is_flag(sign: char) -> bool {
    matches!(sign, '\u{1f1e6}'..='\u{1f1ff}')
}
