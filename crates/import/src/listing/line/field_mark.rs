//! Pictograms that stand for labels: “📅 16 March” over “📍 Leeds, Briggate”.

use super::words::Label;

/// The field that the pictograms before a text mark, if it is the only one of the line.
pub fn field_of(before: &str, text: &str) -> Option<Label> {
    let mut found = before.chars().filter_map(field);
    let first = found.next()?;
    let several = found.next().is_some() || text.chars().any(|sign| field(sign).is_some());
    (!several).then_some(first)
}

fn field(sign: char) -> Option<Label> {
    match sign {
        '⌚' | '⏰'..='⏲' | '🕐'..='🕧' | '📅' | '📆' | '🗓' => Some(Label::When),
        '📌' | '📍' | '🗺' => Some(Label::Where),
        _ => None,
    }
}
