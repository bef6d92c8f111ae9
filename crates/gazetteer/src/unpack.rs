//! The compiled-in files, unpacked.

use std::io::Read as _;

use flate2::read::GzDecoder;

/// The text of a gzipped file; a test reads those compiled in.
pub fn text(packed: &[u8]) -> String {
    let mut text = String::new();
    // What is compiled in was written whole, so an error can't come.
    let _ = GzDecoder::new(packed).read_to_string(&mut text);
    text
}
