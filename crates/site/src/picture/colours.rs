//! The colours of the pictures: those of the app's map and page, and what lies between them where edges are smooth.

/// A colour by its number in the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Colour {
    Sea = 0,
    Land = 1,
    Border = 2,
    Paper = 3,
    Ink = 4,
    Accent = 5,
    Alert = 6,
}

/// Red, green and blue of each number, as `style/tokens.css` has them.
pub(super) const PALETTE: [[u8; 3]; 16] = [
    [0xe3, 0xea, 0xec],
    [0xf7, 0xf5, 0xee],
    [0xaa, 0xa3, 0x94],
    [0xff, 0xff, 0xff],
    [0x1c, 0x1b, 0x19],
    [0x0f, 0x5b, 0x57],
    [0x9a, 0x26, 0x17],
    // Between sea and land.
    [0xed, 0xf0, 0xed],
    // Between border and land.
    [0xd0, 0xcc, 0xc1],
    [0xe4, 0xe0, 0xd8],
    // Between ink and paper.
    [0x55, 0x54, 0x53],
    [0x8e, 0x8d, 0x8c],
    [0xc6, 0xc6, 0xc5],
    // Between accent and paper.
    [0x57, 0x8c, 0x89],
    [0x9f, 0xbd, 0xbc],
    [0xd2, 0xe0, 0xdf],
];

impl Colour {
    /// Red, green and blue.
    pub(super) fn rgb(self) -> [u8; 3] {
        PALETTE[self as usize]
    }
}

/// The number of the colour nearest to another.
pub(super) fn nearest(rgb: [u8; 3]) -> u8 {
    let distance = |known: &[u8; 3]| -> u32 {
        let apart = known
            .iter()
            .zip(rgb)
            .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2));
        apart.sum()
    };
    let best = (0_u8..)
        .zip(&PALETTE)
        .min_by_key(|(_, known)| distance(known));
    best.map_or(0, |(number, _)| number)
}
