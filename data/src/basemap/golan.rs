//! The line to the west of the Golan, which the package has not: it has only the one to the east.

/// From Lebanon to the Yarmuk, degrees east and north, from Natural Earth 5.1.1 (public domain, 1:10 million), Israel in
/// `ne_10m_admin_0_countries_deu`. Its ends are corners of the package's own lines.
pub const WEST: [[f64; 2]; 30] = [
    [35.6028, 33.2407],
    [35.62, 33.244],
    [35.635, 33.249],
    [35.65, 33.246],
    [35.666, 33.247],
    [35.66, 33.236],
    [35.661, 33.213],
    [35.666, 33.18],
    [35.672, 33.15],
    [35.656, 33.125],
    [35.637, 33.077],
    [35.634, 33.052],
    [35.621, 33.05],
    [35.588, 33.018],
    [35.62, 32.984],
    [35.615, 32.921],
    [35.602, 32.909],
    [35.614, 32.896],
    [35.631, 32.882],
    [35.638, 32.875],
    [35.641, 32.865],
    [35.638, 32.84],
    [35.641, 32.82],
    [35.635, 32.794],
    [35.641, 32.772],
    [35.634, 32.752],
    [35.6, 32.717],
    [35.595, 32.707],
    [35.607, 32.694],
    [35.6111, 32.682],
];

/// What lies on its two sides, as the package would call them.
pub const SIDES: [&str; 2] = ["ISR", "GOLAN"];
