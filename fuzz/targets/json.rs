//! Any bytes, taken for the JSON of each program, and for what they seem to be.

#![no_main]

use libfuzzer_sys::fuzz_target;
use import::format::Format;

fuzz_target!(|bytes: &[u8]| {
    fuzz::import(bytes, None);
    for format in [
        Format::Geojson,
        Format::Jsonld,
        Format::Mobilizon,
        Format::Gancio,
        Format::Mobilize,
        Format::Actionnetwork,
        Format::Tribe,
        Format::Calendar,
    ] {
        fuzz::import(bytes, Some(format));
    }
});
