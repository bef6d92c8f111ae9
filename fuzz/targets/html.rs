//! Any bytes, taken for a page.

#![no_main]

use libfuzzer_sys::fuzz_target;
use import::format::Format;

fuzz_target!(|bytes: &[u8]| fuzz::import(bytes, Some(Format::Html)));
