//! Writing to what is no file: standard output and error, named pipes, devices.

use std::borrow::Cow;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use crate::failure::Failure;

/// How long to wait for someone who reads a named pipe.
const PATIENCE: Duration = Duration::from_secs(30);

/// Writes to standard output; a reader that has seen enough (`head`) is no failure.
///
/// # Errors
/// What the system says.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::file("write", Path::new("standard output"), &error))
        }
        _ => Ok(()),
    }
}

/// Writes a text for people to standard output.
///
/// # Errors
/// As [`print()`].
pub fn show(text: &str) -> Result<(), Failure> {
    print(printable(text).as_bytes())
}

/// Writes a remark to standard error. Where nobody can read it, the work goes on without.
pub fn note(text: &str) {
    let _ = io::stderr().lock().write_all(printable(text).as_bytes());
}

/// A text without characters that a terminal obeys (ECMA-48): posts and mails of strangers are quoted in what editors
/// read. They are written as JSON has them.
fn printable(text: &str) -> Cow<'_, str> {
    let is_obeyed = |c: char| c.is_control() && c != '\n' && c != '\t';
    if !text.contains(is_obeyed) {
        return text.into();
    }
    let written = text.chars().map(|c| match is_obeyed(c) {
        true => format!("\\u{:04x}", u32::from(c)),
        false => c.to_string(),
    });
    written.collect::<String>().into()
}

/// Opens a device for writing.
pub(super) fn device(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// Opens a named pipe for writing, which takes until someone reads it.
///
/// # Errors
/// Nobody does.
pub(super) fn pipe(path: &Path) -> io::Result<File> {
    pipe_within(path, PATIENCE)
}

fn pipe_within(path: &Path, patience: Duration) -> io::Result<File> {
    let owned = path.to_owned();
    let (opened, open) = mpsc::channel();
    // Opening it blocks; a thread that is still at it when the program ends does no harm.
    std::thread::spawn(move || opened.send(device(&owned)));
    let soon = Duration::from_secs(1).min(patience);
    if let Ok(file) = open.recv_timeout(soon) {
        return file;
    }
    note(&format!(
        "note: {} is a pipe that nobody reads yet; waiting for up to {} seconds\n",
        path.display(),
        patience.as_secs()
    ));
    open.recv_timeout(patience - soon)
        .unwrap_or_else(|_| Err(io::Error::other("nobody reads this pipe")))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_obeys_nothing_of_a_text() {
        let check = |text: &str, expected: &str| assert_eq!(printable(text), expected);
        check(
            "Lyon, Österreich ليون\n\tyes",
            "Lyon, Österreich ليون\n\tyes",
        );
        check("\u{1b}[2Jno", "\\u001b[2Jno");
        check(
            "no\r\u{7}\u{7f}\u{9b}31m",
            "no\\u000d\\u0007\\u007f\\u009b31m",
        );
    }

    #[test]
    fn a_pipe_without_a_reader_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let error = pipe_within(&pipe, Duration::from_millis(10)).unwrap_err();
        assert_eq!(error.to_string(), "nobody reads this pipe");
    }
}
