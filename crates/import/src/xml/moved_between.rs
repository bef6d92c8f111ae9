//! An item of a feed that moves an event from one day to another names two days, and is one event.

use crate::cancelled;
use crate::when::date::date_at;
use crate::when::tokens::tokens;

/// “Die Kundgebung am 30.01. wird auf den 06.02. verschoben”: why a text is not read that moves an event between two days.
pub(super) fn moved_between(text: &str) -> Option<String> {
    let mut lines = text.lines();
    lines.find_map(|line| {
        let tokens = tokens(line.get(..2000).unwrap_or(line));
        let days = (0..tokens.len()).filter(|at| date_at(&tokens, *at).is_some());
        let moved = (days.count() > 1).then(|| cancelled::moved(line))??;
        Some(format!(
            "it says “{moved}” and names two days: write only the one on which it takes place"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_move_between_two_days() {
        for (text, expected) in [
            (
                "Die Kundgebung am 11.11.2023 um 11 Uhr in Celle wird auf den 18.11.2023, 11 Uhr, verschoben.",
                true,
            ),
            (
                "The rally in Leeds on 11 November 2023, 2 pm has been moved to 18 November 2023, 2 pm.",
                true,
            ),
            ("Demo am 11.11.2023 und am 18.11.2023", false),
            ("11.11.2023 Demo\n18.11.2023 Demo, verschoben", false),
        ] {
            assert_eq!(moved_between(text).is_some(), expected, "{text}");
        }
    }
}
