//! PNG with a palette, four bits a pixel.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

use super::base::Base;
use super::colours::PALETTE;
use super::size::SIZE;

/// zlib's level: the next ones take twice as long for a tenth less.
const LEVEL: u8 = 3;

/// A picture as a file; empty when that cannot be, which nothing of a fixed size causes.
pub(super) fn encode(base: &Base) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, SIZE[0], SIZE[1]);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(PALETTE.concat());
    encoder.set_deflate_compression(DeflateCompression::Level(LEVEL));
    encoder.set_filter(Filter::NoFilter);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&base.0));
    match written {
        Ok(()) => file,
        Err(_) => Vec::new(),
    }
}
