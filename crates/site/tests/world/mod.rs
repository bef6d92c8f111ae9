//! What the tests make sites of.

use chrono::{NaiveDateTime, Offset as _, TimeZone as _};
use event_file::Calendar;
use event_file::zone::{Zones, wall_offset};
use export::Reader;
use listing::now::Now;
use site::{Files, Input, SiteUrl, site};
use texts::{PlaceNames, Words};

/// The rules of the tz database.
pub struct World;

impl Zones for World {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.parse().ok()?;
        wall_offset(local, |utc| {
            Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc() / 60)
        })
    }
}

/// The app's page, as far as the site fills it in.
pub const PAGE: &str = "<!doctype html>\n<html lang=\"en\" dir=\"ltr\" data-marchmap=\"loading\"><head><title>Marchmap</title><script src=\"./app-1/first.js\"></script></head><body>\
    <h1><span class=\"bone title\"></span></h1><div class=\"column\"><p class=\"loading-note\">Loading</p><noscript>x</noscript><!--list--><div class=\"skeleton\"></div><!--/list--></div></body></html>";

/// The app's manifest, as far as the site fills it in.
pub const MANIFEST: &str = r#"{ "name": "Marchmap", "start_url": "./" }"#;

/// What French calls a city.
const PLACES: &str = r#"{"DE berlin": "Berlín"}"#;

/// The texts of a language, in which they are fetched.
pub fn words(language: &str) -> Words {
    let file = format!(
        "{}/../../public/lang/{language}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    Words::with(language, &std::fs::read_to_string(file).unwrap()).unwrap()
}

/// An event file, read.
pub fn calendar(file: &[u8]) -> Calendar {
    event_file::read(file.to_vec(), &World).unwrap().0
}

/// A site of an event file at a moment.
pub fn made(file: &[u8], moment: &str, language: &str, before: Option<&Calendar>) -> Files {
    let calendar = calendar(file);
    let url = SiteUrl::read("https://example.org/map/").unwrap();
    let words = words(language);
    site(Input {
        calendar: &calendar,
        file,
        now: Now::from(chrono::DateTime::parse_from_rfc3339(moment).unwrap()),
        url: &url,
        reader: Reader {
            words: &words,
            country: &|code| (code == "FR").then(|| "France".to_owned()),
            zones: &World,
        },
        places: &PlaceNames::read(PLACES).unwrap(),
        before,
        app: Some(PAGE),
        manifest: Some(MANIFEST),
        changes: &[],
    })
}
