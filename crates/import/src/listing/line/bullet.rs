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

/// The country (ISO 3166-1 alpha-2) whose flag stands at the beginning of a line, before its first word.
pub fn flag(written: &str) -> Option<String> {
    let signs = written.chars().take_while(|sign| !sign.is_alphanumeric());
    let halves = signs.filter(|sign| is_flag(*sign)).take(2);
    let letter = |half: char| char::from_u32(u32::from('A') + u32::from(half) - 0x1f1e6);
    let code: String = halves.filter_map(letter).collect();
    (code.len() == 2).then_some(code)
}

/// Half of a country's flag (Unicode regional indicator symbols).
pub fn is_flag(sign: char) -> bool {
    matches!(sign, '\u{1f1e6}'..='\u{1f1ff}')
}
