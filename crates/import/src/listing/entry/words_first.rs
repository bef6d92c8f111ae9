//! Entries of a list that begin with their hour in words: “abends Fulda, Uniplatz” below “10:00 Kassel, Königsplatz”.

use super::super::document::Document;
use super::super::line::Line;
use super::super::line::span::Kind;
use crate::when::names::part_at;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

impl Document<'_> {
    /// The words in which such a line says its hour: which hour they mean, or whether the day is all that is known, nobody can
    /// tell for all languages.
    pub fn hour_before_city<'l>(&self, line: &'l Line, next: Option<&Line>) -> Option<&'l str> {
        let above = self.pending.as_ref()?;
        let [only] = &above.lines[..] else {
            return None;
        };
        let listed = |line: &Line| {
            let hour_first = matches!(
                line.spans.first(),
                Some(span) if matches!(span.kind, Kind::Clock(_))
            );
            line.has_clock() && (hour_first || self.begins_with_city(line))
        };
        (listed(only) && next.is_none_or(listed) && !line.is_sentence()).then_some(())?;
        let first = line.text.split([',', ':', '(']).next()?.trim();
        let is_city = |text: &str| self.places.is_city(text, self.country.as_deref());
        let (words, _) = first
            .match_indices(' ')
            .map(|(gap, _)| (&first[..gap], &first[gap + 1..]))
            .find(|(_, city)| is_city(city))?;
        (says_hour(words) && !is_city(words)).then_some(words)
    }
}

/// Whether words say a part of the day, or a part of an hour.
fn says_hour(words: &str) -> bool {
    let tokens = tokens(words);
    let purposes = [
        Purpose::Fraction,
        Purpose::Daylight,
        Purpose::Occasion,
        Purpose::Daily,
    ];
    (0..tokens.len()).any(|at| {
        let by_purpose = |purpose: &Purpose| purpose.phrases().past(&tokens, at).is_some();
        part_at(&tokens, at).is_some() || purposes.iter().any(by_purpose)
    })
}
