//! Any bytes, taken for the text of a listing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use import::format::Format;

fuzz_target!(|bytes: &[u8]| fuzz::import(bytes, Some(Format::Text)));
