//! Text that is struck through: a line of its own is cancelled, a part of a line is removed.

use scraper::node::Element;

use crate::import::cancelled;
use crate::import::table::shape::says_hour;

/// Before a line that is struck through as a whole.
pub const CANCELLED: &str = "cancelled: ";

/// Around text that is struck through, until it is known what else is on its line.
pub const STRUCK: char = '\u{e000}';
/// The end of such text.
pub const END_OF_STRUCK: char = '\u{e001}';

/// Whether an element is struck through: by its name, its style, or a class that says so.
pub fn is_struck(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default();
    matches!(element.name(), "s" | "del" | "strike")
        || style.contains("line-through")
        || element.classes().any(|class| {
            let class = class.to_ascii_lowercase();
            let names = [
                "cancelled",
                "canceled",
                "abgesagt",
                "annule",
                "cancelado",
                "annullato",
                "line-through",
                "strikethrough",
            ];
            names.iter().any(|name| {
                class
                    .split("__")
                    .any(|part| part.trim_start_matches("is-") == *name)
            })
        })
}

/// Marks a line as cancelled that is struck through as a whole, or but for a word that says so: “~~Leeds: 2 pm~~ (cancelled)”.
/// From other lines, what is struck through is removed: the rest of the line replaces it.
pub fn struck(text: &str) -> String {
    if !text.contains(STRUCK) {
        return text.to_owned();
    }
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let (mut left, mut depth) = (String::new(), 0_usize);
            for letter in line.chars() {
                match letter {
                    STRUCK => depth += 1,
                    END_OF_STRUCK => depth = depth.saturating_sub(1),
                    letter if depth == 0 => left.push(letter),
                    _ => {}
                }
            }
            let all = line.replace([STRUCK, END_OF_STRUCK], "");
            let said = left.trim_matches(|letter: char| !letter.is_alphanumeric());
            // “Jena: ~~18 Uhr, Holzmarkt~~”: without its hour it does not take place.
            let hour_is_struck =
                says_hour(&all) && !says_hour(&left) && cancelled::status(said).is_none();
            let whole = said.is_empty() || cancelled::status(said).is_some() || hour_is_struck;
            match (line.contains(STRUCK), whole && !all.trim().is_empty()) {
                (false, _) => all,
                (true, true) if said.is_empty() || hour_is_struck => {
                    format!("{CANCELLED}{}", all.trim())
                }
                // The word itself says what became of it.
                (true, true) => all.trim().to_owned(),
                (true, false) => left,
            }
        })
        .collect();
    lines.join("\n")
}

/// A text without what pairs of a mark strike through, as Markdown does with `~~`; cancelled when that is all.
pub fn without_struck(text: &str, mark: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    for (number, part) in text.split(mark).enumerate() {
        if number > 0 {
            marked.push(if number % 2 == 1 {
                STRUCK
            } else {
                END_OF_STRUCK
            });
        }
        marked.push_str(part);
    }
    struck(&marked)
}
