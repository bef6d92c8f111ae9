//! How large a picture is.

/// Width and height in pixels, as Open Graph asks for.
pub const SIZE: [u32; 2] = [1200, 630];
