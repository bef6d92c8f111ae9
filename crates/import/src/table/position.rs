//! Positions in cells: degrees, two of them, a point in well-known text.

use serde_json::Value;

/// Degrees: `48.8566`, `48,8566`, `48.8566° N`, `-2.35`.
pub fn degrees(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    let (number, south_or_west) = match cell.char_indices().last()? {
        (at, 'N' | 'n' | 'E' | 'e') => (&cell[..at], false),
        (at, 'S' | 's' | 'W' | 'w') => (&cell[..at], true),
        _ => (cell, false),
    };
    let number = number.trim().trim_end_matches('°').trim().replace('−', "-");
    let number = match number.matches(',').count() {
        1 if !number.contains('.') => number.replace(',', "."),
        _ => number,
    };
    let simple = !number.is_empty()
        && number.len() < 40
        && number
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+'));
    let degrees: f64 = number.parse().ok().filter(|_| simple)?;
    Some(if south_or_west { -degrees } else { degrees })
}

/// `48.85, 2.35`: latitude first; `POINT (2.35 48.85)`: longitude first (OGC 06-103r4, well-known text); `{"lat": 48.85, "lon": 2.35}`.
pub fn position(cell: &str) -> Option<(f64, f64)> {
    if let Some(point) = well_known_text(cell) {
        return Some(point);
    }
    if let Ok(Value::Object(object)) = serde_json::from_str(cell) {
        let number = |names: &[&str]| names.iter().find_map(|name| object.get(*name)?.as_f64());
        let lat = number(&["lat", "latitude", "y"])?;
        return Some((lat, number(&["lon", "lng", "long", "longitude", "x"])?));
    }
    let cell = cell.trim_matches(['(', ')', '[', ']', ' ']);
    let (lat, lon) = cell
        .split_once(", ")
        .or_else(|| cell.split_once([';', ' ']))
        .or_else(|| cell.split_once(','))?;
    Some((degrees(lat)?, degrees(lon)?))
}

/// The latitude and longitude of a point in well-known text.
pub fn well_known_text(cell: &str) -> Option<(f64, f64)> {
    let cell = cell.trim();
    let cell = match cell.split_once(';') {
        Some((srid, rest)) if srid.starts_with("SRID=") => rest.trim_start(),
        _ => cell,
    };
    let named = cell
        .get(..5)
        .filter(|name| name.eq_ignore_ascii_case("point"))?;
    let rest = cell[named.len()..].trim_start_matches([' ', 'Z', 'M', 'z', 'm']);
    let inside = rest.strip_prefix('(')?.strip_suffix(')')?;
    let mut numbers = inside.split_whitespace().map(str::parse::<f64>);
    let (Some(Ok(lon)), Some(Ok(lat))) = (numbers.next(), numbers.next()) else {
        return None;
    };
    Some((lat, lon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_positions() {
        assert_eq!(degrees("48,8566"), Some(48.8566));
        assert_eq!(degrees("33.9° S"), Some(-33.9));
        assert_eq!(degrees("48°51'"), None);
        assert_eq!(degrees("NaN"), None);
        assert_eq!(position("48.85, 2.35"), Some((48.85, 2.35)));
        assert_eq!(position("(48.85,2.35)"), Some((48.85, 2.35)));
        assert_eq!(position("[48.85, 2.35]"), Some((48.85, 2.35)));
        assert_eq!(position("POINT (2.35 48.85)"), Some((48.85, 2.35)));
        assert_eq!(
            position("SRID=4326;POINT Z(2.35 48.85 12)"),
            Some((48.85, 2.35))
        );
        assert_eq!(
            position("{\"lon\": 2.35, \"lat\": 48.85}"),
            Some((48.85, 2.35))
        );
        assert_eq!(position("LINESTRING (2 48, 3 49)"), None);
    }
}
