//! Plain decimal numbers, as coordinates are written: `48.8566`.

/// The finest step of degrees that is written: about a centimetre.
const STEPS_PER_UNIT: f64 = 1e7;

/// Digits after the point of such a step.
const DIGITS: usize = 7;

/// Reads `-48.8566`, `+2`, `.5`: digits with at most one point, and perhaps a sign; no exponent, no words. `None` for
/// more than a number can hold. Of more than 17 digits the result may be off by its last bit.
///
/// `serde_json` reads it, as it reads the event file's numbers: one reader of numbers in the page, and not the 13 KB of
/// the standard library's besides.
pub fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1.0, &text[1..]),
        b'+' => (1.0, &text[1..]),
        _ => (1.0, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let has_digits = !whole.is_empty() || !fraction.is_empty();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !has_digits || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let json = format!("{:0>1}.{fraction:0<1}", whole.trim_start_matches('0'));
    let value: f64 = serde_json::from_str(&json).ok()?;
    Some(sign * value)
}

/// The value to the nearest step that [`text`] can write, seven digits after the point.
pub fn rounded(value: f64) -> f64 {
    (value * STEPS_PER_UNIT).round() / STEPS_PER_UNIT
}

/// A [`rounded`] value as [`decimal`] reads it: `48.8566`, `-3`.
pub fn text(value: f64) -> String {
    let steps = (value * STEPS_PER_UNIT).round() as i64;
    let sign = if steps < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", steps.unsigned_abs(), width = DIGITS + 1);
    let (whole, fraction) = digits.split_at(digits.len() - DIGITS);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
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
