//! What is said of what a visitor takes along, and where the ways to a place lead.

use event_file::{
    Event,
    event::{Precision, Status},
    link::host,
};

use super::Language;

/// What came of taking something along.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A file was handed to the browser.
    Saved {
        /// How many events are in it.
        events: usize,
        /// How many are not, because they have no date.
        undated: usize,
        /// Whether a frame around the page may have kept it from being saved.
        doubtful: bool,
    },
    /// The browser takes no file from the page.
    NotSaved,
    /// The link is in the clipboard.
    Copied,
    /// The visitor has to copy this link.
    CopyIt(String),
}

/// The sentence that tells an outcome.
pub fn sentence(outcome: &Outcome, language: &Language) -> String {
    match outcome {
        Outcome::Saved {
            events,
            undated,
            doubtful,
        } => {
            let saved = language.count("take.saved", *events, &[]);
            let left = (*undated > 0).then(|| language.count("take.undated", *undated, &[]));
            let doubt = doubtful.then(|| language.text("take.perhaps_not", &[]));
            let parts: Vec<String> = [Some(saved), left, doubt].into_iter().flatten().collect();
            parts.join(" ")
        }
        Outcome::NotSaved => language.text("take.not_saved", &[]),
        Outcome::Copied => language.text("take.copied", &[]),
        Outcome::CopyIt(_) => language.text("take.copy_it", &[]),
    }
}

/// A way to a place, out of the page.
pub struct Way {
    /// The CSS class.
    pub name: &'static str,
    /// Its words.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// The host it leads to; the visitor's own maps app has none.
    pub host: Option<String>,
}

/// Ways to an event's place; none where it is not known to the street, or is online only.
pub fn ways(event: &Event, language: &Language) -> Vec<Way> {
    let exact = matches!(event.precision, Precision::Place | Precision::Street);
    let at = event.position;
    let Some(at) = at.filter(|_| exact && event.status != Status::MovedOnline) else {
        return Vec::new();
    };
    let (lat, lon) = (at.lat, at.lon);
    let way = |name: &'static str, href: String| Way {
        name,
        label: language.text(&format!("take.{name}"), &[]),
        host: host(&href).map(str::to_owned),
        href,
    };
    vec![
        // RFC 5870; the query is what Android's apps need to mark the place.
        way("maps_app", format!("geo:{lat},{lon}?q={lat},{lon}")),
        way(
            "osm",
            format!("https://www.openstreetmap.org/directions?to={lat}%2C{lon}#map=16/{lat}/{lon}"),
        ),
    ]
}
