//! The accent colour of an embed, and what becomes of it so that it can be read.

use std::fmt;

/// A colour of sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The colours that take the place of the page's own accent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Links, and the ground of what is chosen.
    pub accent: Colour,
    /// Text on that ground.
    pub ink: Colour,
    /// The ground of what is pointed at, under text of any colour.
    pub soft: Colour,
}

/// The least contrast of text and its ground (WCAG 2.2, 1.4.3, level AA), and a little more for rounding.
const CONTRAST: f64 = 4.55;

/// The darkest ground of a light page, and the lightest of a dark one (style/tokens.css, `--paper` and `--raised`).
const LIGHT: Colour = Colour([0xfb, 0xfa, 0xf7]);
const DARK: Colour = Colour([0x20, 0x1f, 0x1b]);

/// White, and the paper of a dark page.
const WHITE: Colour = Colour([0xff; 3]);
const NIGHT: Colour = Colour([0x0c, 0x0d, 0x0c]);

impl Colour {
    /// Reads six hexadecimal digits, `0f5b57`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 6 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u32::from_str_radix(text, 16).ok().filter(|_| digits)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// This colour as the accent of a light page or of a dark one: as it is where it can be read there, else so much
    /// darker or lighter.
    pub fn palette(self, dark: bool) -> Palette {
        let (paper, to, ink, share) = match dark {
            false => (LIGHT, Colour([0; 3]), WHITE, 0.12),
            true => (DARK, WHITE, NIGHT, 0.18),
        };
        let soft = paper.mixed(self, share);
        let reads = |accent: &Colour| {
            let grounds = [paper, soft, ink];
            grounds
                .into_iter()
                .all(|ground| accent.contrast(ground) >= CONTRAST)
        };
        let steps = (0..=64).map(|step| self.mixed(to, f64::from(step) / 64.0));
        Palette {
            accent: steps.into_iter().find(reads).unwrap_or(to),
            ink,
            soft,
        }
    }

    /// So much of another colour in this one, from 0 to 1.
    fn mixed(self, other: Self, share: f64) -> Self {
        let mut mixed = self.0;
        for (one, other) in mixed.iter_mut().zip(other.0) {
            *one = (f64::from(*one) * (1.0 - share) + f64::from(other) * share).round() as u8;
        }
        Self(mixed)
    }

    /// The contrast ratio of two colours (WCAG 2.2), 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance (WCAG 2.2), 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn six_digits_are_a_colour() {
        let check = |text: &str, expected: Option<&str>| {
            let colour = Colour::parse(text).map(|colour| colour.to_string());
            assert_eq!(colour.as_deref(), expected, "{text}");
        };
        check("0f5b57", Some("0f5b57"));
        check("C8102E", Some("c8102e"));
        for none in ["", "fff", "#0f5b57", "0f5b5", "0f5b5g", "+f5b57", "red"] {
            check(none, None);
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays() {
        let red = Colour([0xb0, 0x10, 0x2e]);
        assert_eq!(red.palette(false).accent, red);
        assert_ne!(red.palette(true).accent, red);
    }

    proptest! {
        #[test]
        fn text_in_and_on_any_accent_can_be_read(colour: [u8; 3], dark: bool) {
            let palette = Colour(colour).palette(dark);
            let paper = if dark { DARK } else { LIGHT };
            for (text, ground) in [
                (palette.accent, paper),
                (palette.accent, palette.soft),
                (palette.ink, palette.accent),
            ] {
                prop_assert!(text.contrast(ground) >= 4.5, "{text} on {ground}");
            }
        }
    }
}
