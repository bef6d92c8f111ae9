//! How much of the event file has arrived.

use super::Language;

/// “Loading the calendar, 120 of 480 KB”; kilobytes of 1,000 bytes.
pub fn progress(received: u64, total: Option<u64>, language: &Language) -> String {
    let kilobytes = |bytes: u64| language.locale.number(bytes.div_ceil(1000));
    match (received, total) {
        (0, _) => language.text("loading.started", &[]),
        (_, Some(total)) if total >= received => language.text(
            "loading.part",
            &[
                ("received", &kilobytes(received)),
                ("total", &kilobytes(total)),
            ],
        ),
        _ => language.text("loading.some", &[("received", &kilobytes(received))]),
    }
}
