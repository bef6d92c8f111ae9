//! A signal that ends the program removes its temporary files first.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The temporary files there are.
static TEMPORARY: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Does a piece of work on files that no signal may end half-way. It gets the list of temporary files, which
/// are removed when a signal arrives later.
pub(super) fn atomically<T>(work: impl FnOnce(&mut BTreeSet<PathBuf>) -> T) -> T {
    work(&mut TEMPORARY.lock().unwrap_or_else(PoisonError::into_inner))
}

/// From now on a signal that ends the program (Ctrl+C, `kill`, a closed terminal) removes the temporary files
/// before; and a write past the size limit of a file fails like one to a full disk, instead of ending the program.
///
/// Signals that the parent made it ignore (`nohup`, a job in the background) stay ignored.
#[cfg(unix)]
pub fn watch() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    // A handler that does nothing but be there: the write then gives EFBIG (setrlimit(2)).
    let seen = std::sync::Arc::default();
    let _ = signal_hook::flag::register(SIGXFSZ, seen);

    let ignored = ignored();
    let mut ending = vec![SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU];
    ending.retain(|signal| ignored >> (signal - 1) & 1 == 0);
    // Without handlers everything works but for the files that are left behind.
    let Ok(mut signals) = Signals::new(ending) else {
        return;
    };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            atomically(|files| {
                for file in files.iter() {
                    let _ = std::fs::remove_file(file);
                }
                // Ends the program by the same signal, so that the shell sees why.
                let _ = emulate_default_handler(signal);
            });
        }
    });
}

/// Elsewhere temporary files of a program that was ended stay.
#[cfg(not(unix))]
pub fn watch() {}

/// The signals that are ignored, a bit each, from the lowest; none where the system does not say (proc(5)).
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status
        .lines()
        .find_map(|line| line.strip_prefix("SigIgn:"))
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.unwrap_or_default()
}
