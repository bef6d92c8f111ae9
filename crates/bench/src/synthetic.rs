//! Made-up calendars: real cities, zones and scripts, the same for the same seed, and labelled as made up.

mod dice;
mod places;
mod shape;
mod tongues;

use serde_json::{Value, json};

use dice::Dice;
use places::{Place, Places};
pub use shape::Shape;
use tongues::Tongue;

/// The seed of every calendar that is measured.
pub const SEED: u64 = 20_231_104;

/// The moment at which they are looked at: two months into the year they are of.
pub const NOW: &str = "2031-03-01T12:00:00Z";

/// What is said of all of them.
const TITLE: &str = "Synthetic calendar for measuring: no event in it is real";

/// An event file of so many events in the year 2031. `gazetteer` is the text of the gazetteer's places.
pub fn calendar(gazetteer: &str, events: usize, seed: u64) -> String {
    shaped(gazetteer, events, seed, Shape::Numbered)
}

/// The same events, written in another shape.
pub fn shaped(gazetteer: &str, events: usize, seed: u64, shape: Shape) -> String {
    let places = Places::read(gazetteer);
    let mut dice = Dice::new(seed);
    let about = json!({
        "title": TITLE,
        "language": "en",
        "updated": "2031-03-01T00:00:00Z",
        "credits": [
            { "text": "Made up by `cargo xtask bench`; no event in it is real" },
            { "text": "Places from GeoNames, CC BY 4.0", "url": "https://www.geonames.org/" }
        ]
    });
    let mut text = shape.head(&about);
    for number in 0..events {
        text.push_str(shape.between(number == 0));
        let place = places.by_size(dice.share());
        let event = event(number, place, &mut dice);
        text.push_str(&shape.entry(event, number, events));
    }
    text.push_str(shape.foot());
    text
}

/// One event: what nearly every entry of a real calendar has, and now and then what only some have.
fn event(number: usize, place: &Place, dice: &mut Dice) -> Value {
    let tongue = Tongue::of(place.country);
    let city = place.called_in(tongue);
    let cause = *dice.one_of(tongue.causes);
    let (kind, title) = *dice.one_of(tongue.titles);
    let day = day(dice);
    let start = match dice.one_in(20) {
        true => day.clone(),
        false => format!("{day}T{:02}:{:02}", 9 + dice.below(12), 15 * dice.below(4)),
    };
    let mut event = json!({
        "id": format!("synthetic-{number}"),
        "title": title.replace("{cause}", cause).replace("{city}", city),
        "kind": kind,
        "start": start,
        "timezone": place.zone,
        "place": dice.one_of(tongue.squares),
        "city": city,
        "country": place.country,
        "organizers": [format!("{} {city}", dice.one_of(tongue.callers))],
        "tags": [cause],
        "campaign": format!("Week {}", 1 + dice.below(52)),
        "source": format!("https://example.org/{number}"),
        "language": tongue.language,
        "description": tongue.words.replace("{city}", city)
    });
    if !dice.one_in(100) {
        event["lat"] = near(place.lat, dice);
        event["lon"] = near(place.lon, dice);
    }
    if dice.one_in(40) {
        event["status"] = (*dice.one_of(&["cancelled", "postponed", "tentative"])).into();
    }
    if dice.one_in(50) {
        event["end"] = format!("{}-31", &day[..7]).into();
        if !"01 03 05 07 08 10 12".contains(&day[5..7]) {
            event["end"] = format!("{}-28", &day[..7]).into();
        }
        if event["end"].as_str() < Some(&day) {
            event["end"] = day.into();
        }
    }
    event
}

/// A day of 2031, three times in four a Saturday or Sunday.
fn day(dice: &mut Dice) -> String {
    // The first Saturday is the 4th of January.
    let of_year = match dice.below(4) {
        0 => dice.below(365),
        _ => (3 + 7 * dice.below(52) + dice.below(2)).min(364),
    };
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (mut month, mut rest) = (0, of_year);
    while rest >= lengths[month] {
        rest -= lengths[month];
        month += 1;
    }
    format!("2031-{:02}-{:02}", month + 1, rest + 1)
}

/// A coordinate within some kilometres, in degrees with four decimals; none is past the antimeridian.
fn near(degrees: f64, dice: &mut Dice) -> Value {
    let moved = degrees + (dice.share() - 0.5) * 0.08;
    // Nothing is written as `-0.0`, which no editor's tool does.
    ((moved.clamp(-180.0, 180.0) * 1e4).round() / 1e4 + 0.0).into()
}

#[cfg(test)]
mod tests;
