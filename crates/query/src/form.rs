//! `application/x-www-form-urlencoded`, read as the URL standard says and written to be readable.
//!
//! Source: <https://url.spec.whatwg.org/#application/x-www-form-urlencoded>.

/// The names and values of a query string without its `?`.
pub fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

/// Appends `name=value`, after a `&` where something is before it.
pub fn append(out: &mut String, name: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    encode(out, name);
    out.push('=');
    encode(out, value);
}

/// `+` and `%20` are spaces, a `%` without two hexadecimal digits is itself, and bytes that are no
/// UTF-8 become U+FFFD.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        bytes.push(match (first, after) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            (byte, _) => *byte,
        });
    }
    lossy(&bytes)
}

/// As [`String::from_utf8_lossy`], in less code: what reads the file is there anyway.
fn lossy(mut bytes: &[u8]) -> String {
    let mut text = String::new();
    loop {
        let Err(error) = str::from_utf8(bytes).map(|rest| text.push_str(rest)) else {
            return text;
        };
        let (good, bad) = bytes.split_at(error.valid_up_to());
        text.push_str(str::from_utf8(good).unwrap_or_default());
        text.push('\u{fffd}');
        let length = error.error_len().unwrap_or(bad.len());
        bytes = bad.get(length..).unwrap_or_default();
    }
}

/// Unreserved characters (RFC 3986, section 2.3) stay, and `/ : ,`, which a query may have as well:
/// a link is read by people too.
fn encode(out: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(byte.into()),
            b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b',' => out.push(byte.into()),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                out.push(DIGITS[usize::from(byte >> 4)].into());
                out.push(DIGITS[usize::from(byte & 15)].into());
            }
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|value| value.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_the_bytes_are(bytes in prop::collection::vec(prop_oneof![Just(0xe2), Just(0x82), Just(0xac), Just(0xf0), any::<u8>()], 0..9)) {
            prop_assert_eq!(lossy(&bytes), String::from_utf8_lossy(&bytes));
        }
    }
}
