//! What is certain of a position: its country and its time zone.

use crate::borders::{BLUR, countries, countries_within, zones, zones_within};
use crate::countries::{Code, belongs};
use crate::{Gazetteer, kilometres};

/// As near a place must be to settle what polygons leave open, in kilometres.
const NEAR: f64 = 50.0;

impl Gazetteer {
    /// The country a position lies in, when nothing speaks against it: no border near, nobody else's claim.
    pub fn country_at(&self, lat: f64, lon: f64) -> Option<Code> {
        let inside = countries(lat, lon);
        let own = *inside.first()?;
        let others = countries_within(lat, lon, BLUR);
        let alone = |code: &Code| inside.contains(code) || belongs(code.as_str(), own.as_str());
        let whole = inside[1..]
            .iter()
            .all(|outer| belongs(own.as_str(), outer.as_str()));
        let nearest = self.nearest(lat, lon)?;
        let agrees = *nearest.country == *own.as_str();
        let near = kilometres(lat, lon, nearest.lat, nearest.lon) <= NEAR;
        let certain = whole && (agrees || others.iter().all(alone) && !near);
        certain.then_some(own)
    }

    /// Whether a position lies in a country or within some kilometres of it; territories count as the country's.
    pub fn is_in_country(&self, lat: f64, lon: f64, country: &str, km: f64) -> bool {
        let fits = |code: &Code| {
            let code = code.as_str();
            code == country || belongs(code, country) || belongs(country, code)
        };
        // What polygons give to one side, the places there may give to the other.
        let place = || {
            let nearest = self.nearest_in(lat, lon, country);
            nearest.is_some_and(|place| kilometres(lat, lon, place.lat, place.lon) <= km)
        };
        countries_within(lat, lon, km).iter().any(fits) || place()
    }

    /// The time zone at a position, when it is certain: by its polygon; near a border or where people disagree, by the
    /// country if it is known, or by the nearest place.
    pub fn zone_at(&self, lat: f64, lon: f64, country: Option<&str>) -> Option<&'static str> {
        let here = zones(lat, lon);
        let mut around = zones_within(lat, lon, BLUR);
        if let ([zone], [_]) = (&here[..], &around[..]) {
            return Some(zone);
        }
        if let Some(country) = country {
            let own = self.zones(country);
            let fits = |zone: &&str| own.iter().any(|own| **own == **zone);
            match here.iter().copied().filter(fits).collect::<Vec<_>>()[..] {
                [zone] => return Some(zone),
                [] => around.retain(|zone| fits(zone)),
                _ => {}
            }
            if let [zone] = around[..] {
                return Some(zone);
            }
        }
        let nearest = match country {
            Some(country) => self.nearest_in(lat, lon, country),
            None => self.nearest(lat, lon),
        };
        let nearest = nearest.filter(|place| kilometres(lat, lon, place.lat, place.lon) <= NEAR)?;
        around.into_iter().find(|zone| **zone == *nearest.timezone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        (lat, lon): (f64, f64),
        country: Option<&str>,
        expected: (Option<&str>, Option<&str>),
    ) {
        let all = Gazetteer::embedded();
        let found = all.country_at(lat, lon).map(|code| code.to_string());
        let zone = all.zone_at(lat, lon, country);
        assert_eq!((found.as_deref(), zone), expected, "{lat} {lon}");
    }

    #[test]
    fn what_is_certain_of_a_position() {
        check((48.85, 2.35), None, (Some("FR"), Some("Europe/Paris")));
        check((22.28, 114.17), None, (Some("HK"), Some("Asia/Hong_Kong")));
        check(
            (-43.9536, -176.5597),
            Some("NZ"),
            (Some("NZ"), Some("Pacific/Chatham")),
        );
        check(
            (18.46, -66.1),
            Some("US"),
            (Some("PR"), Some("America/Puerto_Rico")),
        );
        // Two clocks are kept in Urumqi; the nearest place's is taken.
        check((43.8, 87.6), None, (Some("CN"), Some("Asia/Urumqi")));
        // Disputed: nobody is taken for right.
        check((44.95, 34.1), None, (None, Some("Europe/Simferopol")));
        check((0.0, -140.0), None, (None, None));
    }

    #[test]
    fn near_a_border_the_country_decides_the_clock() {
        let (lat, lon) = (47.6603, 9.1758);
        let all = Gazetteer::embedded();
        assert_eq!(all.zone_at(lat, lon, Some("DE")), Some("Europe/Berlin"));
        assert_eq!(all.zone_at(lat, lon, Some("CH")), Some("Europe/Zurich"));
    }

    #[test]
    fn territories_and_claims() {
        let all = Gazetteer::embedded();
        assert!(all.is_in_country(18.46, -66.1, "US", 5.0));
        assert!(
            all.is_in_country(44.95, 34.1, "UA", 5.0) && all.is_in_country(44.95, 34.1, "RU", 5.0)
        );
        assert!(
            all.is_in_country(31.78, 35.23, "PS", 15.0)
                && all.is_in_country(31.78, 35.23, "IL", 15.0)
        );
        assert!(all.is_in_country(27.15, -13.2, "EH", 15.0));
        assert!(!all.is_in_country(4.832, 45.7578, "FR", 100.0));
    }
}
