//! In which country and time zone a position lies, by polygons of OpenStreetMap, compiled in.
//!
//! Sources: zones from timezone-boundary-builder through the crate tzf-rs, countries from the boundaries of JOSM
//! through the crate country-boundaries; both © OpenStreetMap contributors, ODbL. Lines are simplified, so near a border
//! an answer is only as certain as all answers around it.

use std::sync::OnceLock;

use country_boundaries::{BOUNDARIES_ODBL_360X180, CountryBoundaries, LatLon};
use tzf_rs::EmbeddedFinder;

use crate::countries::Code;

/// How far from a simplified line the true one may run, in kilometres.
pub const BLUR: f64 = 2.0;

/// Kilometres from one degree of latitude to the next.
const DEGREE: f64 = 111.2;

/// How many positions around one are looked at.
const AROUND: u32 = 12;

static ZONES: OnceLock<EmbeddedFinder> = OnceLock::new();
static COUNTRIES: OnceLock<Option<CountryBoundaries>> = OnceLock::new();

/// The time zones at a position, IANA ids; none on the high seas, several where people disagree.
pub fn zones(lat: f64, lon: f64) -> Vec<&'static str> {
    if !is_on_earth(lat, lon) {
        return Vec::new();
    }
    let finder = ZONES.get_or_init(EmbeddedFinder::new);
    let mut zones = finder.get_tz_names(lon, lat);
    // Zones of the sea are hours by the sun, which nobody on land keeps.
    zones.retain(|zone| !zone.is_empty() && !zone.starts_with("Etc/"));
    zones
}

/// The zones within some kilometres of a position, those of the position itself first.
pub fn zones_within(lat: f64, lon: f64, km: f64) -> Vec<&'static str> {
    let mut found = zones(lat, lon);
    for (lat, lon) in around(lat, lon, km) {
        for zone in zones(lat, lon) {
            if !found.contains(&zone) {
                found.push(zone);
            }
        }
    }
    found
}

/// The countries at a position, the innermost first (Hong Kong, then China); where it is disputed, each that claims it.
pub fn countries(lat: f64, lon: f64) -> Vec<Code> {
    let boundaries = COUNTRIES
        .get_or_init(|| CountryBoundaries::from_reader(BOUNDARIES_ODBL_360X180).ok())
        .as_ref();
    let (Some(boundaries), Ok(at)) = (boundaries, LatLon::new(lat, lon)) else {
        return Vec::new();
    };
    let mut found: Vec<Code> = Vec::new();
    for id in boundaries.ids(at) {
        // “UA-43”: a part of a country, which another may hold.
        let code = id.split('-').next().and_then(Code::new);
        // Ceuta and Melilla have a code that ISO 3166-1 only reserves.
        let code = code.filter(|code| code.as_str() != "EA" && !found.contains(code));
        if let Some(code) = code {
            found.push(code);
        }
    }
    found
}

/// The countries within some kilometres of a position, those of the position itself first.
pub fn countries_within(lat: f64, lon: f64, km: f64) -> Vec<Code> {
    let mut found = countries(lat, lon);
    for (lat, lon) in around(lat, lon, km) {
        for code in countries(lat, lon) {
            if !found.contains(&code) {
                found.push(code);
            }
        }
    }
    found
}

fn is_on_earth(lat: f64, lon: f64) -> bool {
    lat.abs() <= 90.0 && lon.abs() <= 180.0
}

/// Positions on a circle, and on one of half its size.
fn around(lat: f64, lon: f64, km: f64) -> impl Iterator<Item = (f64, f64)> {
    let circle = |km: f64| {
        (0..AROUND).map(move |step| {
            let angle = f64::from(step) * std::f64::consts::TAU / f64::from(AROUND);
            let up = km / DEGREE * angle.cos();
            let across = km / DEGREE * angle.sin() / lat.to_radians().cos().max(0.01);
            let east = (lon + across + 540.0).rem_euclid(360.0) - 180.0;
            ((lat + up).clamp(-90.0, 90.0), east)
        })
    };
    circle(km).chain(circle(km / 2.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(name: &str, (lat, lon): (f64, f64), zone: &[&str], country: &str) {
        assert_eq!(zones(lat, lon), zone, "{name}");
        let countries: Vec<String> = countries(lat, lon).iter().map(Code::to_string).collect();
        assert_eq!(countries.join(" "), country, "{name}");
    }

    #[test]
    fn remote_places_have_clocks_of_their_own() {
        check("Chatham", (-43.9536, -176.5597), &["Pacific/Chatham"], "NZ");
        check("Rapa Nui", (-27.15, -109.4333), &["Pacific/Easter"], "CL");
        check(
            "Kiritimati",
            (1.9833, -157.4833),
            &["Pacific/Kiritimati"],
            "KI",
        );
        check("Noronha", (-3.8544, -32.4297), &["America/Noronha"], "BR");
        check(
            "Lord Howe",
            (-31.55, 159.08),
            &["Australia/Lord_Howe"],
            "AU",
        );
        check("Eucla", (-31.68, 128.88), &["Australia/Eucla"], "AU");
        check("Azores", (37.7412, -25.6756), &["Atlantic/Azores"], "PT");
        check("Melilla", (35.2923, -2.9381), &["Africa/Ceuta"], "ES");
        check("Nain", (56.5422, -61.6928), &["America/Goose_Bay"], "CA");
        check("Nuuk", (64.1835, -51.7216), &["America/Nuuk"], "GL DK");
        check(
            "Broken Hill",
            (-31.96, 141.46),
            &["Australia/Broken_Hill"],
            "AU",
        );
        check(
            "Marquesas",
            (-8.91, -140.1),
            &["Pacific/Marquesas"],
            "PF FR",
        );
    }

    #[test]
    fn what_is_disputed_has_several_answers() {
        check(
            "Urumqi",
            (43.8, 87.6),
            &["Asia/Shanghai", "Asia/Urumqi"],
            "CN",
        );
        assert_eq!(countries(44.95, 34.1).len(), 2);
    }

    #[test]
    fn the_sea_has_none() {
        check("Null Island", (0.0, 0.0), &[], "");
        check("mid-Pacific", (0.0, -140.0), &[], "");
    }

    #[test]
    fn borders_are_seen_from_near() {
        // Konstanz, half a kilometre from Kreuzlingen.
        assert_eq!(
            zones_within(47.66, 9.175, BLUR),
            ["Europe/Berlin", "Europe/Zurich"]
        );
        let codes: Vec<String> = countries_within(47.66, 9.175, BLUR)
            .iter()
            .map(Code::to_string)
            .collect();
        assert_eq!(codes, ["DE", "CH"]);
        assert_eq!(zones_within(48.85, 2.35, 10.0), ["Europe/Paris"]);
    }

    proptest! {
        #[test]
        fn no_position_is_too_odd(lat in any::<f64>(), lon in any::<f64>()) {
            let _ = (zones_within(lat, lon, 5.0), countries_within(lat, lon, 5.0));
        }
    }
}
