//! Reading what a command is given: a file, or standard input for `-`, up to a size that fits in memory.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::failure::Failure;

/// The most bytes read of one source: a million events of 500 bytes, twice.
pub const LARGEST: u64 = 1 << 30;

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
/// It cannot be read, or has more than [`LARGEST`] bytes.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: &io::Error| Failure::file("read", path, error);
    let read = if path == Path::new("-") {
        up_to(io::stdin().lock(), LARGEST)
    } else {
        let file = File::open(path).map_err(|error| failed(&error))?;
        up_to(file, LARGEST)
    };
    read.map_err(|error| failed(&error))?.ok_or_else(|| {
        Failure::new(format!(
            "{} is larger than {} MiB",
            name(path),
            LARGEST >> 20
        ))
        .help("split it into parts")
    })
}

/// What a source is called in messages.
pub fn name(path: &Path) -> String {
    match path == Path::new("-") {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    }
}

/// Everything a stream has; `None` when that is more than `largest` bytes.
fn up_to(stream: impl Read, largest: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    stream.take(largest + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= largest).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_without_an_end_is_refused() {
        assert_eq!(up_to(io::repeat(b' '), 1000).unwrap(), None);
        assert_eq!(up_to(&b"12345"[..], 5).unwrap().unwrap(), b"12345");
        assert_eq!(up_to(&b"123456"[..], 5).unwrap(), None);
    }
}
