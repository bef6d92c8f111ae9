//! Blocks whose lines begin with pictograms in the place of labels.

use super::line::Line;
use super::line::leftover::without_links;
use super::line::span::Dates;
use super::line::spans::spans;
use super::line::words::Label;

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
