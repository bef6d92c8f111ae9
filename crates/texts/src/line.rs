//! Names in one line, in the order they are given whatever the direction of their letters.

use super::{Direction, isolated};

/// The names with `separator` between them, to be read in `direction`.
///
/// Names of the other direction are isolated; a mark of the direction then stands first (U+200E or U+200F), by which
/// browsers know that of the line (HTML, `dir=auto`). Otherwise the names and the commas between them would change places.
pub fn line(names: &[&str], separator: &str, direction: Direction) -> String {
    let isolated: Vec<_> = names.iter().map(|name| isolated(name, direction)).collect();
    let mut line = String::new();
    if isolated
        .iter()
        .zip(names)
        .any(|(one, name)| **one != **name)
    {
        line.push(direction.mark());
    }
    for (at, name) in isolated.iter().enumerate() {
        if at > 0 {
            line.push_str(separator);
        }
        line.push_str(name);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight, RightToLeft};

    #[test]
    fn names_stay_in_their_order() {
        let check = |names: &[&str], direction, expected: &str| {
            assert_eq!(line(names, ", ", direction), expected);
        };
        check(&["Town hall", "Lyon"], LeftToRight, "Town hall, Lyon");
        check(
            &["ساحة الشهداء", "Beirut"],
            LeftToRight,
            "\u{200e}\u{2068}ساحة الشهداء\u{2069}, Beirut",
        );
        check(
            &["Recife", "البرازيل"],
            RightToLeft,
            "\u{200f}\u{2068}Recife\u{2069}, البرازيل",
        );
        check(&["بيروت", "لبنان"], RightToLeft, "بيروت, لبنان");
        check(&[], LeftToRight, "");
    }
}
