//! Plain decimal numbers, as coordinates are written: `48.8566`.
//!
//! The standard library reads and writes any number exactly to the last bit, for which it brings tables
//! of 12 KB. Up to 15 digits, a thousandth of a millimetre on the Earth, the few lines here are as exact.

/// The finest step of degrees that is written: about a centimetre.
const STEPS_PER_UNIT: f64 = 1e7;

/// Reads `-48.8566`, `+2`, `.5`: digits with at most one point, and perhaps a sign; no exponent.
///
/// Exact for up to 15 digits, by the quotient of two numbers that are exact themselves (Clinger, “How to
/// Read Floating Point Numbers Accurately”, 1990); beyond that the last bits may differ.
pub fn decimal(text: &str) -> Option<f64> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let (mut whole, mut unit, mut after_point, mut any) = (0.0, 1.0, false, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                any = true;
                // What more digits would add is below what such a number can hold.
                if !after_point || unit < 1e18 {
                    whole = whole * 10.0 + f64::from(byte - b'0');
                    if after_point {
                        unit *= 10.0;
                    }
                }
            }
            b'.' if !after_point => after_point = true,
            _ => return None,
        }
    }
    let value: f64 = whole / unit;
    (any && value.is_finite()).then_some(if negative { -value } else { value })
}

/// The value to the nearest step that [`text`] can write, seven digits after the point.
pub fn rounded(value: f64) -> f64 {
    (value * STEPS_PER_UNIT).round() / STEPS_PER_UNIT
}

/// A [`rounded`] value as [`decimal`] reads it: `48.8566`, `-3`.
pub fn text(value: f64) -> String {
    // Degrees and zooms are far smaller than what the whole number could not hold.
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    let steps = (value * STEPS_PER_UNIT).round() as i64;
    let sign = if steps < 0 { "-" } else { "" };
    let (units, part) = (
        steps.unsigned_abs() / 10_000_000,
        steps.unsigned_abs() % 10_000_000,
    );
    let written = format!("{sign}{units}.{part:07}");
    written
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_numbers_are_read() {
        for (text, expected) in [
            ("48.8566", Some(48.8566)),
            ("-0.5", Some(-0.5)),
            ("+2", Some(2.0)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("007", Some(7.0)),
            ("179.999999999999999999999999", Some(180.0)),
            ("", None),
            (".", None),
            ("-", None),
            ("1e3", None),
            ("inf", None),
            ("1.2.3", None),
            ("4-8", None),
        ] {
            assert_eq!(decimal(text), expected, "{text}");
        }
        assert_eq!(
            decimal(&"9".repeat(400)),
            None,
            "more than a number can hold"
        );
    }

    #[test]
    fn numbers_are_written_without_needless_digits() {
        for (value, expected) in [
            (48.8566, "48.8566"),
            (-3.0, "-3"),
            (0.0, "0"),
            (-0.000_000_01, "0"),
            (1e-7, "0.0000001"),
            (120.0, "120"),
        ] {
            assert_eq!(text(value), expected);
        }
    }

    proptest! {
        #[test]
        fn up_to_fifteen_digits_are_exact(digits in 0_u64..1_000_000_000_000_000, places in 0_usize..15) {
            let digits = format!("{digits:015}");
            let written = format!("{}.{}", &digits[..15 - places], &digits[15 - places..]);
            prop_assert_eq!(decimal(&written), written.parse().ok());
        }

        #[test]
        fn what_is_written_is_read_again(value in -400.0..400.0_f64) {
            let value = rounded(value);
            prop_assert_eq!(decimal(&text(value)), Some(value));
        }
    }
}
