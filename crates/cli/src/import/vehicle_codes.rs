//! Vehicle registration codes that stand for a country behind a city: “Wien (A)”, “Antwerpen (B)”.
//!
//! Source: the United Nations' distinguishing signs of vehicles in international traffic.

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

/// A city and the country of the code in parentheses behind it.
pub fn behind(text: &str) -> Option<(&str, &'static str)> {
    let (city, code) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    Some((city.trim_end(), country(code.trim())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_behind_cities() {
        assert_eq!(behind("Wien (A)"), Some(("Wien", "AT")));
        assert_eq!(behind("Liège (B)"), Some(("Liège", "BE")));
        assert_eq!(behind("Roma (RM)"), None);
        assert_eq!(behind("Wien A"), None);
        assert_eq!(behind("Plan (b)"), None);
    }
}
