//! Plain decimal numbers, as coordinates are written: `48.8566`.

/// The finest step of degrees that is written: about a centimetre.
const STEPS_PER_UNIT: f64 = 1e7;

/// Reads `-48.8566`, `+2`, `.5`: digits with at most one point, and perhaps a sign; no exponent, no words. `None` for
/// more than a number can hold.
pub fn decimal(text: &str) -> Option<f64> {
    let is_plain = |byte: u8| byte.is_ascii_digit() || b"+-.".contains(&byte);
    // The standard library also reads `1e3` and `inf`.
    if !text.bytes().all(is_plain) {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The value to the nearest step that [`text`] can write, seven digits after the point.
pub fn rounded(value: f64) -> f64 {
    (value * STEPS_PER_UNIT).round() / STEPS_PER_UNIT
}

/// A [`rounded`] value as [`decimal`] reads it: `48.8566`, `-3`.
pub fn text(value: f64) -> String {
    // Without the sign of a negative zero.
    (rounded(value) + 0.0).to_string()
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
            ("nan", None),
            ("infinity", None),
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
        fn what_is_written_is_read_again(value in -400.0..400.0_f64) {
            let value = rounded(value);
            prop_assert_eq!(decimal(&text(value)), Some(value));
        }
    }
}
