//! How long a query string may be.

/// The longest query string that is read, in bytes: about as much as web servers take in an address.
pub const LONGEST: usize = 8_000;

/// What is read of a query string: of one that is longer than [`LONGEST`] the first pairs, as many as fit.
pub fn readable(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let start = text.floor_char_boundary(LONGEST + 1);
    text[..start]
        .rsplit_once('&')
        .map_or("", |(pairs, _)| pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(readable(text), expected);
    }

    #[test]
    fn of_too_long_a_query_the_pairs_that_fit_are_read() {
        let long = |count: usize| "é".repeat(count);
        check("", "");
        check("?country=DE", "?country=DE");
        check(&format!("country=DE&q={}", long(5_000)), "country=DE");
        check(&format!("q={}", long(5_000)), "");
        let fits = format!("q={}", long(3_999));
        assert_eq!(fits.len(), LONGEST);
        check(&fits, &fits);
        check(&format!("{fits}&country=DE"), &fits);
        check(&format!("{fits}é&country=DE"), "");
    }
}
