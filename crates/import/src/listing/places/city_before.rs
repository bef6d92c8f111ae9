//! A city and a street, square or building behind it, with nothing between.

use gazetteer::Gazetteer;

use crate::when::streets;
use crate::when::tokens::tokens;

/// The city at the beginning of a text, and the street, square or building behind it: “Lyon place Bellecour”, “Ulm
/// Münsterplatz”, “札幌市 大通西4”.
pub fn city_before<'t>(
    text: &'t str,
    is_city: &impl Fn(&str) -> bool,
) -> Option<(&'t str, &'t str)> {
    const MOST_WORDS: usize = 4;
    let gaps: Vec<usize> = text.match_indices(' ').map(|(gap, _)| gap).collect();
    let gap = gaps.iter().take(MOST_WORDS).rev().find(|gap| {
        let (city, rest) = (&text[..**gap], text[**gap..].trim());
        // In “Lincoln Memorial” and “Washington Square” the name is that of the square.
        let named = rest.contains(' ') && streets::is_first(&tokens(rest), 0);
        is_city(city)
            && (named
                || streets::ends_like_square(rest)
                || is_east_asian(city)
                || is_locative(city))
    })?;
    Some((&text[..*gap], text[*gap..].trim()))
}

/// Whether a name says by its ending that what stands behind is there: “Tartus Raekoja platsil”.
pub fn is_locative(name: &str) -> bool {
    Gazetteer::embedded().is_locative(name, None)
}

/// Whether a name is written in Thai or a script of East Asia, where addresses go from the large to the small.
pub fn is_east_asian(name: &str) -> bool {
    name.chars().next().is_some_and(|first| {
        u32::from(first) >= 0x2e80 || ('\u{0e00}'..='\u{0e7f}').contains(&first)
    })
}
