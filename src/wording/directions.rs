//! Links to directions to a place.

use event_file::{
    Event,
    event::{Precision, Status},
    link::host,
};

use super::Language;

/// A link out of the page to directions.
pub struct Link {
    /// The CSS class.
    pub name: &'static str,
    /// Its words.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// The host it leads to; the visitor's own maps app has none.
    pub host: Option<String>,
}

/// Links to an event's place; none where it is not known to the street, or is online only.
pub fn directions(event: &Event, language: &Language) -> Vec<Link> {
    let exact = matches!(event.precision, Precision::Place | Precision::Street);
    let at = event.position;
    let Some(at) = at.filter(|_| exact && event.status != Status::MovedOnline) else {
        return Vec::new();
    };
    let (lat, lon) = (at.lat, at.lon);
    let link = |name: &'static str, href: String| Link {
        name,
        label: language.text(&format!("directions.{name}"), &[]),
        host: host(&href).map(str::to_owned),
        href,
    };
    vec![
        // RFC 5870; the query is what Android's apps need to mark the place.
        link("maps_app", format!("geo:{lat},{lon}?q={lat},{lon}")),
        link(
            "osm",
            format!("https://www.openstreetmap.org/directions?to={lat}%2C{lon}#map=16/{lat}/{lon}"),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::samples::{english, event};

    #[test]
    fn directions_lead_to_places_known_to_the_street() {
        let check = |fields: &str, expected: &[&str]| {
            let links = directions(&event(fields), &english("en"));
            let found: Vec<&str> = links.iter().map(|link| link.href.as_str()).collect();
            assert_eq!(found, expected, "{fields}");
        };
        let position = r#""lat": 45.5, "lon": 4.25"#;
        check(
            position,
            &[
                "geo:45.5,4.25?q=45.5,4.25",
                "https://www.openstreetmap.org/directions?to=45.5%2C4.25#map=16/45.5/4.25",
            ],
        );
        check(&format!(r#"{position}, "precision": "city""#), &[]);
        check(&format!(r#"{position}, "status": "moved-online""#), &[]);
        check("", &[]);
    }
}
