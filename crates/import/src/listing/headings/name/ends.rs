//! What stands around the name in a heading and is no part of it: numbers, marks, notices, the “on” before a day.

use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// Whether a text has a word for something.
pub fn has(purpose: Purpose, text: &str) -> bool {
    let tokens = tokens(text);
    (0..tokens.len()).any(|at| purpose.phrases().past(&tokens, at).is_some())
}

/// “【拡散希望】改憲反対”, “[Press release] March for the wards”: what stands behind such words in brackets.
pub fn without_notice(text: &str) -> &str {
    const BRACKETS: [(char, char); 3] = [('【', '】'), ('[', ']'), ('［', '］')];
    let behind = BRACKETS.iter().find_map(|(open, close)| {
        let (notice, rest) = text.trim_start().strip_prefix(*open)?.split_once(*close)?;
        has(Purpose::Letterhead, notice).then(|| rest.trim_start())
    });
    behind.unwrap_or(text)
}

/// A name without a number before it, the marks around it, a bracket that is open, and the “on” that stood before its day.
pub fn without_ends(name: &str) -> &str {
    without_marks(without_number(name))
}

/// “3. March for the wards”, in a list of lists.
fn without_number(name: &str) -> &str {
    let number = name.trim_start_matches(|letter: char| letter.is_ascii_digit());
    match number.strip_prefix(['.', ')']) {
        Some(rest) if rest.starts_with(' ') && number.len() < name.len() => rest,
        _ => name,
    }
}

/// The marks that stand in pairs around words.
const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('【', '】'), ('（', '）')];

fn opens(letter: char) -> bool {
    PAIRS.iter().any(|(open, _)| *open == letter)
}

/// “\[Info\] Rally”, but “Info rally” of “\[Info rally”: a bracket at the beginning stays only with the one that closes it.
fn without_torn(name: &str) -> &str {
    let torn = PAIRS.iter().find(|(open, _)| name.starts_with(*open));
    match torn.filter(|(_, close)| !name.contains(*close)) {
        Some((open, _)) => name.trim_start_matches(*open).trim_start(),
        None => name,
    }
}

pub fn without_marks(name: &str) -> &str {
    let name = match name.rfind(['(', '（', '[', '【']) {
        Some(open) if !name[open..].contains([')', '）', ']', '】']) => &name[..open],
        _ => name,
    };
    let is_mark = |letter: char| {
        let emoji = matches!(u32::from(letter), 0x200d | 0x2190..=0x2bff | 0xfe0f | 0x1f000..);
        emoji || letter.is_whitespace() || "-–—|:*_#•·,;/>".contains(letter)
    };
    let name = name.trim_start_matches(|letter: char| !letter.is_alphanumeric() && !opens(letter));
    let name = without_torn(name);
    let name = name.trim_end_matches(is_mark);
    let tokens = tokens(name);
    let is_on = |at: &usize| {
        let before = [
            Purpose::On,
            Purpose::Before,
            Purpose::Around,
            Purpose::Place,
        ];
        before
            .iter()
            .any(|purpose| purpose.phrases().past(&tokens, *at) == Some(tokens.len()))
    };
    let last = tokens.len().saturating_sub(2)..tokens.len();
    let on = last.filter(|at| *at > 0).find(is_on);
    on.map_or(name, |at| {
        name[..tokens[at].at.start].trim_end_matches(is_mark)
    })
}
