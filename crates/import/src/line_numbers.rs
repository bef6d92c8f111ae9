//! Numbers of lines and rows in notes, as people write them: “lines 1, 3–6”.

/// “line 5”, “lines 1, 3–6”: numbers in rising order, those that follow one another as a range.
pub fn numbers(unit: &str, all: impl Iterator<Item = u64>) -> String {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for number in all {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            Some((_, last)) if *last == number => {}
            _ => runs.push((number, number)),
        }
    }
    let ending = match runs[..] {
        [(first, last)] if first == last => "",
        _ => "s",
    };
    let runs: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        })
        .collect();
    format!("{unit}{ending} {}", runs.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_one_another_are_a_range() {
        for (all, expected) in [
            (&[5][..], "line 5"),
            (&[5, 5], "line 5"),
            (&[5, 6], "lines 5–6"),
            (&[1, 3, 4, 5, 9], "lines 1, 3–5, 9"),
        ] {
            assert_eq!(numbers("line", all.iter().copied()), expected);
        }
    }
}
