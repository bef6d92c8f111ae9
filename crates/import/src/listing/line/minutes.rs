//! Minutes set above the line, as posters have them: “14°° Uhr”, “15³⁰ h”.

/// A text whose raised minutes are behind a colon.
pub fn with_minutes(text: String) -> String {
    if !text.contains(|sign| raised(sign).is_some()) {
        return text;
    }
    let signs: Vec<char> = text.chars().collect();
    let mut plain = String::new();
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        let behind_digit = at > 0 && signs[at - 1].is_ascii_digit();
        let pair = raised(*sign).zip(signs.get(at + 1).and_then(|sign| raised(*sign)));
        let ends = signs.get(at + 2).is_none_or(|next| raised(*next).is_none());
        match pair.filter(|(ten, _)| behind_digit && ends && *ten < 6) {
            Some((ten, one)) => {
                plain.push_str(&format!(":{ten}{one}"));
                at += 2;
            }
            None => {
                plain.push(*sign);
                at += 1;
            }
        }
    }
    plain
}

/// The digit that a raised sign stands for; “14°°” and “14ºº” are 14:00.
fn raised(sign: char) -> Option<u32> {
    match sign {
        '°' | 'º' | '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(u32::from(sign) - u32::from('⁰')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_minutes() {
        for (text, expected) in [
            ("Kassel, 14°° Uhr", "Kassel, 14:00 Uhr"),
            ("15³⁰ Uhr, 18⁰⁰", "15:30 Uhr, 18:00"),
            ("9ºº h", "9:00 h"),
            (
                "14° Nord, 5³ m, Demo¹², n°12",
                "14° Nord, 5³ m, Demo¹², n°12",
            ),
            ("14⁹⁹", "14⁹⁹"),
        ] {
            assert_eq!(with_minutes(text.to_owned()), expected);
        }
    }
}
