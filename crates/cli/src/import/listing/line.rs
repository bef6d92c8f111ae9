//! A line of a listing, cut into place, day, time, addresses and what else it says.

use crate::import::when::date::{Written, date_at};
use crate::import::when::time::{Clock, time_at};
use crate::import::when::tokens::{Token, tokens};
use crate::import::when::unannounced;

/// What a line says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// What stands before the first “:” or “–”.
    pub place: Option<String>,
    /// Whether that may be several places.
    pub several: bool,
    /// The first date.
    pub date: Option<Written>,
    /// The first time.
    pub clock: Option<Clock>,
    /// It says that the time is not known yet.
    pub open: bool,
    /// The other pieces, in order: before and after the time.
    pub before: Vec<String>,
    /// What stands behind the time.
    pub after: Vec<String>,
    /// Web addresses.
    pub addresses: Vec<String>,
}

impl Line {
    /// Whether it says a day or a time.
    pub fn tells_when(&self) -> bool {
        self.date.is_some() || self.clock.is_some() || self.open
    }

    /// Whether it is a day and nothing else.
    pub fn is_day(&self) -> bool {
        self.date.is_some() && self.clock.is_none() && self.says_no_more()
    }

    /// Whether it is a time, perhaps with its day, and nothing else.
    pub fn is_time(&self) -> bool {
        (self.clock.is_some() || self.open) && self.says_no_more()
    }

    /// Whether it is an address and perhaps what it is called.
    pub fn is_address(&self) -> bool {
        !self.addresses.is_empty()
            && !self.tells_when()
            && self.place.is_none()
            && self.before.is_empty()
            && self.after.is_empty()
    }

    /// Whether an entry may begin with it: with its place, or with its time and then the place.
    pub fn may_begin(&self) -> bool {
        let time_first = self.tells_when() && self.before.is_empty() && !self.after.is_empty();
        self.place.is_some() || time_first
    }

    fn says_no_more(&self) -> bool {
        self.place.is_none()
            && self.before.is_empty()
            && self.after.is_empty()
            && self.addresses.is_empty()
    }
}

/// Cuts a line.
pub fn cut(line: &str) -> Line {
    let (line, addresses) = without_addresses(line);
    let (place, rest) = match head(&line) {
        Some((place, rest)) => (Some(place), rest),
        None => (None, line.as_str()),
    };
    let mut read = Line {
        addresses,
        ..Line::default()
    };
    let several =
        |place: &&str| place.contains(" – ") || place.contains(" - ") || place.contains(" / ");
    read.several = place.as_ref().is_some_and(several);
    read.place = place.map(|place| place.trim().to_owned());
    let mut from = 0;
    let tokens = tokens(rest);
    let mut at = 0;
    while at < tokens.len() {
        let found = if let Some((date, to)) = date_at(&tokens, at).filter(|_| read.date.is_none()) {
            read.date = Some(date);
            Some(to)
        } else if let Some((clock, to)) =
            time_at(&tokens, at, false).filter(|_| read.clock.is_none())
        {
            read.clock = Some(clock);
            Some(to)
        } else if let Some(to) = unannounced(&tokens, at) {
            read.open = true;
            Some(to)
        } else {
            None
        };
        match found {
            Some(to) => {
                let end = tokens.get(at).map_or(rest.len(), |token| token.at.start);
                let pieces = pieces(&rest[from..end]);
                if read.after.is_empty() && from == 0 {
                    read.before.extend(pieces)
                } else {
                    read.after.extend(pieces)
                }
                from = tokens.get(to - 1).map_or(rest.len(), |token| token.at.end);
                at = to;
            }
            None => at += 1,
        }
    }
    let pieces = pieces(&rest[from..]);
    if read.tells_when() {
        read.after.extend(pieces)
    } else {
        read.before.extend(pieces)
    }
    read
}

/// The place at the start of a line, and what follows. It ends with “: ”, or with a dash between spaces.
fn head(line: &str) -> Option<(&str, &str)> {
    let colon = line.match_indices(':').map(|(at, _)| at).find(|at| {
        let rest = &line[at + 1..];
        rest.is_empty() || rest.starts_with(' ')
    });
    let dash = [" – ", " - ", " — "]
        .iter()
        .filter_map(|dash| Some((line.find(dash)?, dash.len())))
        .min();
    let (end, length) = match (colon, dash) {
        // “City – Square, 2 pm. Info: …”: what stands between tells that the dash ends the place.
        (Some(colon), Some((at, length))) if at < colon && tells(&line[at + length..colon]) => {
            (at, length)
        }
        (Some(colon), _) => (colon, 1),
        (None, Some(dash)) => dash,
        (None, None) => return None,
    };
    let place = line[..end].trim();
    let sound = !place.is_empty()
        && place.chars().count() <= 80
        && !tells(place)
        && !super::words::is_label(place);
    sound.then(|| (place, &line[end + length..]))
}

/// Whether a text says a date or a time.
fn tells(text: &str) -> bool {
    let tokens = tokens(text);
    (0..tokens.len())
        .any(|at| date_at(&tokens, at).is_some() || time_at(&tokens, at, false).is_some())
}

/// The pieces of a text between commas, full stops, dashes and strokes, outside parentheses; labels before
/// addresses that were taken out say nothing.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0_usize;
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let space = |at: usize| letters.get(at).is_none_or(|letter| letter.is_whitespace());
        let stop = match letter {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            ',' | ';' | '|' => true,
            '.' => {
                space(at + 1)
                    && letters[..at]
                        .iter()
                        .rev()
                        .take_while(|letter| letter.is_alphanumeric())
                        .count()
                        > 2
            }
            '–' | '—' | '-' => at > 0 && space(at - 1) && space(at + 1),
            _ => false,
        };
        match pieces.last_mut() {
            Some(last) if !(stop && depth == 0) => last.push(*letter),
            _ => pieces.push(String::new()),
        }
    }
    let tidy = |piece: String| {
        let piece = piece.trim().trim_matches(['.', ':', '!']).trim();
        let said = piece
            .rsplit_once(':')
            .filter(|(label, _)| super::words::is_label(label))
            .map_or(piece, |(_, rest)| rest.trim());
        said.to_owned()
    };
    let pieces = pieces.into_iter().map(tidy);
    pieces
        .filter(|piece| !piece.is_empty() && !super::words::is_label(piece) && !false)
        .collect()
}

/// A line with its web addresses taken out.
pub fn without_addresses(line: &str) -> (String, Vec<String>) {
    let mut addresses = Vec::new();
    let words: Vec<&str> = line
        .split(' ')
        .filter(|word| {
            let start = word.find("https://").or_else(|| word.find("http://"));
            let Some(start) = start else { return true };
            let address = word[start..].trim_end_matches(['.', ',', ')', ';', '>', ']', '"', '!']);
            addresses.push(address.to_owned());
            false
        })
        .collect();
    (words.join(" "), addresses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let read = cut(line);
        let clock = read.clock.map_or(String::new(), |clock| {
            clock.from.to_string()[..5].to_owned()
        });
        let found = format!(
            "{}|{}{}|{}|{}|{}",
            read.place.clone().unwrap_or_default(),
            u8::from(read.date.is_some()),
            clock,
            read.before.join(" / "),
            read.after.join(" / "),
            read.addresses.len()
        );
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn lines_of_several_shapes() {
        check(
            "Lima, Peru: 2 pm, Plaza San Martín, Jirón de la Unión. Info: https://a.example/x",
            "Lima, Peru|014:00||Plaza San Martín / Jirón de la Unión|1",
        );
        check("Oslo – Stortinget, 18:00", "Oslo|018:00|Stortinget||0");
        check(
            "Lyon, France - 15h - Place Bellecour",
            "Lyon, France|015:00||Place Bellecour|0",
        );
        check(
            "Boston, MA: Saturday, November 4, 12 pm, Common. Great march. More info: https://a.example",
            "Boston, MA|112:00||Common / Great march|1",
        );
        check(
            "Lima: 11 am – 2 pm, Plaza (north side, by the arch)",
            "Lima|011:00||Plaza (north side, by the arch)|0",
        );
        check("Facebook: https://a.example", "|0|||1");
        check("Saturday, November 4", "|1|||0");
        check(
            "Lyon – Nice – Brest: details to follow",
            "Lyon – Nice – Brest|0|details to follow||0",
        );
        check("14 Uhr: Köln, Neumarkt", "|014:00||Köln / Neumarkt|0");
        check(
            "Bern - 14.30 Uhr, Bundesplatz",
            "Bern|014:30||Bundesplatz|0",
        );
    }
}
