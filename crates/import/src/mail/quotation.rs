//! What a mail quotes of the one that it answers.

use std::ops::RangeInclusive;

use super::text::is_introduction;

/// The text with what it quotes made empty, and the quoted lines, counted from 1: lines marked with `>` below one that says
/// who wrote them. `None` if it quotes nothing, or nothing else is in it.
pub fn without_quotations(text: &str) -> Option<(String, Vec<RangeInclusive<usize>>)> {
    let mut quoted: Vec<RangeInclusive<usize>> = Vec::new();
    let mut own = Vec::new();
    let (mut introduced, mut has_own) = (false, false);
    for (number, line) in (1..).zip(text.lines()) {
        let is_marked = line.trim_start().starts_with('>');
        if introduced && is_marked {
            match quoted.last_mut() {
                Some(last) if *last.end() + 1 == number => *last = *last.start()..=number,
                _ => quoted.push(number..=number),
            }
            own.push("");
            continue;
        }
        let is_blank = line.trim().is_empty();
        let introduces = is_introduction(line);
        introduced = introduces || introduced && is_blank;
        has_own |= !is_blank && !introduces;
        own.push(line);
    }
    (has_own && !quoted.is_empty()).then(|| (own.join("\n"), quoted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let own = without_quotations(text).map(|(own, _)| own);
        assert_eq!(own.as_deref(), expected, "{text}");
    }

    #[test]
    fn what_is_quoted_is_not_of_the_mail() {
        check(
            "Bonn: 16 Uhr\n\nAm 11.04.2027 um 18:30 schrieb Eva:\n> Bonn: 15 Uhr\n>\n> Ulm: 12 Uhr",
            Some("Bonn: 16 Uhr\n\nAm 11.04.2027 um 18:30 schrieb Eva:\n\n\n"),
        );
        check(
            "On 2 Nov 2023, at 10:15, Eva <eva@a.example> wrote:\n\n> York: 1 pm\n\nHull: 2 pm",
            Some("On 2 Nov 2023, at 10:15, Eva <eva@a.example> wrote:\n\n\n\nHull: 2 pm"),
        );
        // A list whose items are marked so, and a mail that is nothing but the quotation.
        check("Saturday 4 November\n> York: 1 pm\n> Hull: 2 pm", None);
        check("On 2 Nov 2023, Eva wrote:\n> York: 1 pm", None);
    }

    #[test]
    fn quoted_lines_are_counted() {
        let text = "Hull: 2 pm\nOn 2 Nov 2023, Eva wrote:\n> York: 1 pm\n> Leeds: 3 pm";
        let lines = without_quotations(text).map(|(_, lines)| lines);
        assert_eq!(lines, Some(vec![3..=4]));
    }
}
