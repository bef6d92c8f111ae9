//! Any bytes, taken for a mail, a feed, a chat and a spreadsheet.

#![no_main]

use libfuzzer_sys::fuzz_target;
use import::format::Format;

fuzz_target!(|bytes: &[u8]| {
    for format in [
        Format::Mail,
        Format::Feed,
        Format::Whatsapp,
        Format::Spreadsheet,
    ] {
        fuzz::import(bytes, Some(format));
    }
});
