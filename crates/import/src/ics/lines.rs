//! Content lines of iCalendar: unfolding, names, parameters, values (RFC 5545, section 3.1).

use encoding_rs::{Encoding, UTF_8};
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

/// The most bytes of an unfolded line.
const LONGEST: usize = 1 << 20;

/// A content line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// In capitals.
    pub name: String,
    /// Names in capitals, values without quotes.
    pub parameters: Vec<(String, String)>,
    /// As written, not unescaped.
    pub value: String,
    /// Whether the value was longer than is read.
    pub cut: bool,
}

impl Property {
    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(found, _)| found == name)?;
        Some(found.1.as_str())
    }

    /// The value of type TEXT, unescaped (section 3.3.11); of vCalendar 1.0, decoded.
    pub fn text(&self) -> String {
        if let Some(text) = self.quoted_printable() {
            return text;
        }
        let mut text = String::with_capacity(self.value.len());
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(escaped @ ('\\' | ';' | ',' | ':' | '"')) => text.push(escaped),
                    Some(other) => text.extend(['\\', other]),
                    None => text.push('\\'),
                },
                other => text.push(other),
            }
        }
        text
    }

    /// The values of a list of texts.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut escaped = false;
        for letter in self.value.chars() {
            match letter {
                ',' if !escaped => texts.push(String::new()),
                letter => {
                    if let Some(last) = texts.last_mut() {
                        last.push(letter);
                    }
                }
            }
            escaped = letter == '\\' && !escaped;
        }
        let one = |value: String| {
            Property {
                value,
                ..Property::empty()
            }
            .text()
            .trim()
            .to_owned()
        };
        texts
            .into_iter()
            .map(one)
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// The text of a value that vCalendar 1.0 encodes (RFC 2045, section 6.7).
    fn quoted_printable(&self) -> Option<String> {
        let encoding = self.parameter("ENCODING")?;
        encoding
            .eq_ignore_ascii_case("QUOTED-PRINTABLE")
            .then_some(())?;
        let bytes = quoted_printable_decode(self.value.as_bytes())?;
        let charset = self.parameter("CHARSET").unwrap_or("UTF-8");
        let charset = Encoding::for_label(charset.as_bytes()).unwrap_or(UTF_8);
        Some(charset.decode_without_bom_handling(&bytes).0.into_owned())
    }

    fn empty() -> Self {
        Self {
            name: String::new(),
            parameters: Vec::new(),
            value: String::new(),
            cut: false,
        }
    }
}

/// The content lines of a calendar, each with the number of its first line.
///
/// Lines that are no content lines, which programs leave that break a long text without a space
/// behind the break, belong to the text before them.
pub fn properties(text: &str) -> Vec<(u64, Property)> {
    let mut found: Vec<(u64, Property)> = Vec::new();
    let mut whole = String::new();
    let mut cut = false;
    let mut first = 1;
    let mut finish = |line: u64, whole: &mut String, cut: &mut bool| {
        match parsed(whole) {
            Some(property) => found.push((
                line,
                Property {
                    cut: *cut,
                    ..property
                },
            )),
            None => {
                if let Some((_, before)) = found.last_mut()
                    && !whole.trim().is_empty()
                    && before.value.len() + whole.len() < LONGEST
                {
                    before.value.push_str("\\n");
                    before.value.push_str(whole.trim());
                }
            }
        }
        whole.clear();
        *cut = false;
    };
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let folded = match is_open(&whole) {
            true => {
                whole.pop();
                Some(line)
            }
            false => line.strip_prefix([' ', '\t']),
        };
        if folded.is_none() {
            finish(first, &mut whole, &mut cut);
            first = number;
        }
        let more = folded.unwrap_or(line);
        match whole.len() + more.len() <= LONGEST {
            true => whole.push_str(more),
            false => cut = true,
        }
    }
    finish(first, &mut whole, &mut cut);
    found
}

/// Whether a line of vCalendar 1.0 goes on in the next one.
fn is_open(line: &str) -> bool {
    line.ends_with('=')
        && line
            .split(':')
            .next()
            .is_some_and(|start| start.to_ascii_uppercase().contains("=QUOTED-PRINTABLE"))
}

fn parsed(line: &str) -> Option<Property> {
    let end = line.find([':', ';'])?;
    let name = line[..end].trim();
    let sound = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    // A group, as vCard has it, is no part of the name.
    let name = name
        .rsplit('.')
        .next()
        .filter(|_| sound)?
        .to_ascii_uppercase();
    let mut parameters = Vec::new();
    let mut rest = &line[end..];
    while let Some(after) = rest.strip_prefix(';') {
        let equals = after.find(['=', ':', ';'])?;
        let (parameter, value) = (&after[..equals], &after[equals..]);
        let Some(value) = value.strip_prefix('=') else {
            rest = value;
            continue;
        };
        let to = match value.strip_prefix('"') {
            Some(quoted) => quoted.find('"').map_or(value.len(), |end| end + 2),
            None => value.find([':', ';']).unwrap_or(value.len()),
        };
        // What stands between a quote and the next mark belongs to nothing.
        let next = value[to..]
            .find([':', ';'])
            .map_or(value.len(), |more| to + more);
        parameters.push((
            parameter.trim().to_ascii_uppercase(),
            value[..to].trim_matches('"').to_owned(),
        ));
        rest = &value[next..];
    }
    let value = rest.strip_prefix(':')?.to_owned();
    Some(Property {
        name,
        parameters,
        value,
        cut: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Property {
        properties(text).remove(0).1
    }

    #[test]
    fn folded_lines_are_one() {
        let found = properties(
            "SUMMARY:A ma\r\n rch\r\n\r\nX-A;B=\"c:d\";E=f:g,h\n\t,i\nbroken text\nEND:VEVENT",
        );
        let lines: Vec<u64> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 4, 7]);
        assert_eq!(found[0].1.value, "A march");
        assert_eq!(found[1].1.parameter("B"), Some("c:d"));
        assert_eq!(found[1].1.parameter("E"), Some("f"));
        assert_eq!(found[1].1.value, "g,h,i\\nbroken text");
    }

    #[test]
    fn texts_are_unescaped() {
        assert_eq!(one("A:a\\, b\\nc\\\\n\\x").text(), "a, b\nc\\n\\x");
        assert_eq!(one("A:a\\,b,c\\\\,,d").texts(), ["a,b", "c\\", "d"]);
    }

    #[test]
    fn texts_of_vcalendar_are_decoded() {
        let text = "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Demo f=C3=BCr=\r\n Frieden\r\nLOCATION:A=";
        assert_eq!(one(text).text(), "Demo für Frieden");
        assert_eq!(
            one("A;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:K=F6ln").text(),
            "Köln"
        );
        assert_eq!(one("A:K=F6ln").text(), "K=F6ln");
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let long = one(&format!("A:b\n {}\n c", "x".repeat(LONGEST)));
        assert!(long.cut && long.value.len() < 10, "{}", long.value.len());
    }
}
