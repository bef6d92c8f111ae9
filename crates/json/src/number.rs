//! Numbers, to the last bit.

use serde_json::Number;

use crate::Json;

/// Every whole number up to this one is an `f64` itself.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

impl Json<'_> {
    /// A number, to the last bit.
    pub fn number(&mut self) -> Option<Number> {
        let negative = self.peek() == b'-';
        self.at += usize::from(negative);
        let first = self.at;
        let whole = self.digits(0)?;
        // Nothing stands before a number's first digit, not even a zero.
        if self.text.as_bytes().get(first) == Some(&b'0') && self.at > first + 1 {
            return None;
        }
        if self.byte() != b'.' {
            let number = whole.0;
            if matches!(self.byte(), b'e' | b'E') || negative && number == 0 {
                return None;
            }
            return Some(if negative {
                Number::from(0_i64.checked_sub_unsigned(number)?)
            } else {
                Number::from(number)
            });
        }
        self.at += 1;
        let (digits, places) = self.digits(whole.0)?;
        if matches!(self.byte(), b'e' | b'E') {
            return None;
        }
        let value = quotient(digits, places)?;
        Number::from_f64(if negative { -value } else { value })
    }

    /// At least one digit, after those of `number`; and how many.
    fn digits(&mut self, mut number: u64) -> Option<(u64, u8)> {
        let mut count = 0;
        while let digit @ b'0'..=b'9' = self.byte() {
            let digit = u64::from(digit - b'0');
            number = match number {
                // Whatever the digit, it fits; the check is slow.
                0..1_000_000_000_000_000_000 => number * 10 + digit,
                _ => number.checked_mul(10)?.checked_add(digit)?,
            };
            (self.at, count) = (self.at + 1, count + 1);
        }
        (count > 0).then_some((number, count))
    }
}

/// `digits` divided by ten to the power of `places`, rounded to the nearest number there is, and of two that are
/// as near to the even one; `None` for more than 19 places.
///
/// Divided bit by bit, as by hand, until there are more bits than the quotient can hold; what is left over counts as
/// one more bit (Clinger, “How to Read Floating Point Numbers Accurately”, 1990, section 3).
#[expect(clippy::cast_precision_loss, reason = "the rounding that is wanted")]
fn quotient(digits: u64, places: u8) -> Option<f64> {
    let unit = 10_u64.checked_pow(places.into())?;
    if digits < EXACT && unit < EXACT {
        // Both are numbers that there are, and a quotient of two such is rounded once.
        return Some(digits as f64 / unit as f64);
    }
    if digits == 0 {
        return Some(0.0);
    }
    let (mut bits, mut rest, mut shift) = (digits / unit, digits % unit, 0);
    while bits >> 62 == 0 {
        let carried = rest >> 63 != 0;
        rest <<= 1;
        let fits = carried || rest >= unit;
        if fits {
            rest = rest.wrapping_sub(unit);
        }
        bits = bits << 1 | u64::from(fits);
        shift += 1;
    }
    bits |= u64::from(rest != 0);
    // What it is multiplied with, at least 2^-126, is far from the smallest numbers.
    Some(bits as f64 * f64::from_bits((1023 - shift) << 52))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn quotients_are_exact(digits in any::<u64>(), fewer in 0_u32..64, places in 0_u8..20) {
            let digits = digits >> fewer;
            prop_assert_eq!(quotient(digits, places), format!("{digits}e-{places}").parse().ok());
        }
    }
}
