//! Vehicle registration codes that stand for a country behind a city: “Wien (A)”, “Antwerpen (B)”.
//!
//! Source: the United Nations' distinguishing signs of vehicles in international traffic.

use gazetteer::countries;

/// Codes that are not those of ISO 3166 as well, and the country's (ISO 3166-1 alpha-2).
const CODES: [(&str, &str); 26] = [
    ("A", "AT"),
    ("AUS", "AU"),
    ("B", "BE"),
    ("BIH", "BA"),
    ("CDN", "CA"),
    ("D", "DE"),
    ("E", "ES"),
    ("EST", "EE"),
    ("F", "FR"),
    ("FIN", "FI"),
    ("FL", "LI"),
    ("H", "HU"),
    ("I", "IT"),
    ("IRL", "IE"),
    ("L", "LU"),
    ("M", "MT"),
    ("MEX", "MX"),
    ("MNE", "ME"),
    ("N", "NO"),
    ("NMK", "MK"),
    ("P", "PT"),
    ("RUS", "RU"),
    ("S", "SE"),
    ("SLO", "SI"),
    ("SRB", "RS"),
    ("V", "VA"),
];

/// The country of a code, as it is written: in capitals.
pub fn country(name: &str) -> Option<&'static str> {
    let code = CODES.iter().find(|(code, _)| *code == name);
    code.map(|(_, country)| *country)
}

/// A city and the country in parentheses behind it, by its code or its name (ISO 3166-1 alpha-2).
pub fn behind(text: &str) -> Option<(&str, String)> {
    let (city, inside) = text
        .trim_end()
        .strip_suffix([')', '）'])?
        .rsplit_once(['(', '（'])?;
    let inside = inside.trim();
    let by_name = || {
        let code = countries::code(inside).filter(|_| inside.chars().count() > 3)?;
        Some(code.to_string())
    };
    let country = country(inside).map(str::to_owned).or_else(by_name)?;
    Some((city.trim_end(), country))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_behind_cities() {
        assert_eq!(behind("Wien (A)"), Some(("Wien", "AT".to_owned())));
        assert_eq!(behind("Liège (B)"), Some(("Liège", "BE".to_owned())));
        assert_eq!(
            behind("Берлин (Германия)"),
            Some(("Берлин", "DE".to_owned()))
        );
        assert_eq!(behind("Roma (RM)"), None);
        assert_eq!(behind("Wien A"), None);
        assert_eq!(behind("Plan (b)"), None);
    }
}
