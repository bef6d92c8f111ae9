//! Text that is struck through: a line of its own is cancelled, a part of a line is removed.

use event_file::event::Status;
use scraper::node::Element;

use crate::cancelled;
use crate::table::shape::says_hour;
use crate::words;

/// Before a line that is struck through as a whole.
pub const CANCELLED: &str = "cancelled: ";

/// Around text that is struck through, until it is known what else is on its line.
pub const STRUCK: char = '\u{e000}';
/// The end of such text.
pub const END_OF_STRUCK: char = '\u{e001}';

/// The field that the label of a line names, as headings of tables do.
pub fn label(line: &str) -> Option<&'static str> {
    let (label, _) = line.split_once([':', '：'])?;
    words::heading(label)
}

/// Whether an element is struck through, or cancelled: by its name, its style, a class or an attribute that says so.
pub fn is_struck(element: &Element) -> bool {
    const STATUS: [&str; 4] = ["data-status", "data-event-status", "data-state", "status"];
    let style = element.attr("style").unwrap_or_default();
    matches!(element.name(), "s" | "del" | "strike")
        || style.contains("line-through")
        || element.classes().any(says_cancelled)
        || STATUS
            .iter()
            .filter_map(|name| element.attr(name))
            .any(|value| cancelled::status(value) == Some(Status::Cancelled))
}

/// Whether a class says that its element is cancelled: `cancelled`, `is-cancelled`, `event--abgesagt`; not `hide-cancelled`.
fn says_cancelled(class: &str) -> bool {
    const STRUCK: [&str; 2] = ["line-through", "strikethrough"];
    // Of what lists have cancelled events, or do with them, and of the word itself.
    const OTHERS: [&str; 14] = [
        "hide", "show", "filter", "no", "not", "non", "with", "without", "toggle", "button", "btn",
        "has", "label", "badge",
    ];
    let class = class.to_ascii_lowercase();
    let mut parts = class.split(['-', '_']).filter(|part| !part.is_empty());
    let is_said = |part: &str| cancelled::status(part) == Some(Status::Cancelled);
    STRUCK.contains(&class.as_str())
        || parts.clone().next_back().is_some_and(is_said)
            && !parts.any(|part| OTHERS.contains(&part))
}

/// Marks a line as cancelled that is struck through as a whole, or but for a word that says so: “~~Leeds: 2 pm~~ (cancelled)”.
/// From other lines, what is struck through is removed: the rest of the line replaces it.
///
/// Of several lines that are struck through together, those that begin with a label (“When: …”) belong to the one above.
pub fn struck(text: &str) -> String {
    if !text.contains(STRUCK) {
        return text.to_owned();
    }
    let mut depth = 0_usize;
    // Whether a line that is struck through together with this one is marked.
    let mut is_marked = false;
    let mut marked = |line: &str| {
        let is_touched = depth > 0 || line.contains(STRUCK);
        let mut left = String::new();
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
        let belongs = is_marked && label(&all).is_some();
        let line = match (is_touched, whole && !all.trim().is_empty()) {
            (false, _) => return all,
            (true, false) => left,
            (true, true) if belongs => all.trim().to_owned(),
            (true, true) if said.is_empty() || hour_is_struck => {
                is_marked = true;
                format!("{CANCELLED}{}", all.trim())
            }
            // The word itself says what became of it.
            (true, true) => all.trim().to_owned(),
        };
        is_marked &= depth > 0;
        line
    };
    let lines: Vec<String> = text.split('\n').map(&mut marked).collect();
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
