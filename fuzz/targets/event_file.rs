//! Any bytes, taken for an event file: what could be read is still there once it was written and read again.

#![no_main]

use event_file::{read, write};
use libfuzzer_sys::fuzz_target;
use tz_database::TzDatabase;

fuzz_target!(|bytes: &[u8]| {
    let Ok((calendar, _)) = read(bytes, &TzDatabase) else {
        return;
    };
    let written = write(&calendar);
    let (again, _) = read(written.as_bytes(), &TzDatabase).expect("what was written is read");
    assert_eq!(calendar.events.len(), again.events.len());
    assert_eq!(written, write(&again));
});
