//! Pictograms that stand for labels: “📅 16 March” over “📍 Leeds, Briggate”.

use super::Line;
use super::leftover::without_links;
use super::span::Dates;
use super::spans::spans;
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

/// Takes pictograms for labels in blocks of lines that have them for when and for where.
pub fn take_fields(lines: &mut [Option<Line>]) {
    for block in lines.split_mut(Option::is_none) {
        let has = |field: Label| {
            let mut lines = block.iter().flatten();
            lines.any(|line| line.field == Some(field))
        };
        // “📍 Leeds, 2 pm” over “📍 York, 3 pm” is a list.
        let count = |field: Label| {
            let lines = block.iter().flatten();
            lines.filter(|line| line.field == Some(field)).count()
        };
        let mut places = block
            .iter()
            .flatten()
            .filter(|line| line.field == Some(Label::Where));
        let list = count(Label::Where) > count(Label::When) || places.any(Line::has_clock);
        if !has(Label::When) || !has(Label::Where) || list {
            continue;
        }
        for line in block.iter_mut().flatten() {
            let label = match line.field {
                Some(Label::When) => "when",
                Some(Label::Where) => "where",
                _ => continue,
            };
            if line.label().is_none() {
                let (rest, _) = without_links(&line.text);
                line.spans = spans(&format!("{label}: {rest}"), Dates::All, false);
            }
            line.bullet = false;
        }
    }
}
