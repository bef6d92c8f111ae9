//! Filling values into a text: `{{name}}`, as i18next writes it.

use std::borrow::Cow;

use super::Direction;

/// `text` with each `{{name}}` replaced by the value of that name; one without a value stays as written.
///
/// A value that holds letters of the other direction is put between U+2068 and U+2069, so that an
/// English title in an Arabic sentence does not reorder what stands around it (UAX #9, section 2.4). Where such a value
/// stands first, a mark of the direction (U+200E or U+200F) stands before it.
pub(super) fn fill(text: &str, values: &[(&str, &str)], direction: Direction) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = pair(rest, b'{') {
        let Some(length) = pair(&rest[start..], b'}') else {
            break;
        };
        let end = start + length + 2;
        let name = rest[start + 2..end - 2].trim();
        filled.push_str(&rest[..start]);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) if turns(value, direction) => {
                filled.push('\u{2068}');
                filled.push_str(value);
                filled.push('\u{2069}');
            }
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&rest[start..end]),
        }
        rest = &rest[end..];
    }
    filled.push_str(rest);
    // A browser that finds the direction by the first letter (HTML, `dir=auto`) looks into an isolated value as well.
    if filled.starts_with('\u{2068}') {
        filled.insert(0, direction.mark());
    }
    filled
}

/// A text to be put among letters of `direction`: between U+2068 and U+2069 where it would be put out of order, or put
/// its surroundings out of order (UAX #9, section 2.4).
pub fn isolated(text: &str, direction: Direction) -> Cow<'_, str> {
    match turns(text, direction) {
        true => Cow::Owned(format!("\u{2068}{text}\u{2069}")),
        false => Cow::Borrowed(text),
    }
}

/// Where a mark first stands twice; texts are short, and looking for longer ones wants preparing.
fn pair(text: &str, mark: u8) -> Option<usize> {
    text.as_bytes().windows(2).position(|two| two == [mark; 2])
}

/// Whether `value` would be put out of order, or put its surroundings out of order: it holds a
/// letter that runs against `direction`, or it is figures with signs, like `-95` or `[48.8, 2.3]`,
/// whose signs follow the direction around them.
fn turns(value: &str, direction: Direction) -> bool {
    let mut letters = value
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .peekable();
    match direction {
        Direction::LeftToRight => letters.any(runs_right_to_left),
        Direction::RightToLeft if letters.peek().is_none() => value.contains(is_sign),
        Direction::RightToLeft => letters.any(|letter| !runs_right_to_left(letter)),
    }
}

/// A full stop, comma or colon between figures stays where it is (UAX #9, rule W4).
fn is_sign(letter: char) -> bool {
    letter.is_ascii_punctuation() && !matches!(letter, '.' | ',' | ':')
}

/// The blocks Unicode keeps for scripts from right to left (UAX #9, table 4: bidi classes R and AL).
fn runs_right_to_left(letter: char) -> bool {
    matches!(u32::from(letter), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight, RightToLeft};

    fn check(text: &str, direction: Direction, expected: &str) {
        let values = [
            ("lat", "-95"),
            ("count", "1,234.5"),
            ("city", "Köln"),
            ("place", "رام الله"),
        ];
        assert_eq!(fill(text, &values, direction), expected);
    }

    #[test]
    fn names_are_replaced() {
        check("", LeftToRight, "");
        check("{{count}} events", LeftToRight, "1,234.5 events");
        check("{{ city }}: {{count}}", LeftToRight, "Köln: 1,234.5");
        check("{{city}}{{city}}", LeftToRight, "KölnKöln");
    }

    #[test]
    fn what_has_no_value_stays() {
        check("{{who}} in {{city}}", LeftToRight, "{{who}} in Köln");
        check("{{count", LeftToRight, "{{count");
        check("}} {{city}}", LeftToRight, "}} Köln");
        check("{{}}", LeftToRight, "{{}}");
    }

    #[test]
    fn a_value_of_the_other_direction_is_isolated() {
        check("in {{place}}!", LeftToRight, "in \u{2068}رام الله\u{2069}!");
        check("في {{city}}", RightToLeft, "في \u{2068}Köln\u{2069}");
        check(
            "{{city}} میں",
            RightToLeft,
            "\u{200f}\u{2068}Köln\u{2069} میں",
        );
        check(
            "{{place}}: 3",
            LeftToRight,
            "\u{200e}\u{2068}رام الله\u{2069}: 3",
        );
        check(
            "{{lat}}: هنا",
            RightToLeft,
            "\u{200f}\u{2068}-95\u{2069}: هنا",
        );
        check("{{lat}}", LeftToRight, "-95");
        check("في {{place}}", RightToLeft, "في رام الله");
        check("{{count}} فعاليات", RightToLeft, "1,234.5 فعاليات");
    }

    #[test]
    fn a_value_is_not_filled_in_again() {
        assert_eq!(
            fill("{{a}}", &[("a", "{{b}}"), ("b", "x")], LeftToRight),
            "{{b}}"
        );
    }
}
