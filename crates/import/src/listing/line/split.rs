//! A line with several entries, each with its city and hour, as a line for each: “Bonn: 14 Uhr, Markt; Köln: 16 Uhr, Dom”.

use super::Line;
use super::span::{Kind, Sign, Span};
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

impl Line {
    /// The entries of a line: one, or several that each begin with a city behind a semicolon or stroke and have an hour, or
    /// that share the hour before them.
    pub fn entries(self, is_city: impl Fn(&str) -> bool) -> Vec<Line> {
        if let Some(entries) = self.of_one_hour(&is_city) {
            return entries;
        }
        let starts = match self.hours_before_cities(&is_city) {
            starts if starts.is_empty() => self.starts(is_city),
            starts => starts,
        };
        match self.cut_at(&starts) {
            Some(entries) => entries,
            None => vec![self],
        }
    }

    /// “1pm: Exeter (Bedford Square), Plymouth (Sundial)”: an hour, and cities with a place in parentheses each.
    fn of_one_hour(&self, is_city: &impl Fn(&str) -> bool) -> Option<Vec<Line>> {
        // The day may stand before: “Mo 12.4. 18:00 Lübeck (Markt), Kiel (Platz)”.
        let (day, spans) = match self.spans.split_first()? {
            (first, rest) if matches!(first.kind, Kind::Days { .. }) => (Some(first), rest),
            _ => (None, &self.spans[..]),
        };
        let (hour, cities) = spans.split_first()?;
        let timed = matches!(hour.kind, Kind::Clock(_)) && cities.len() > 1;
        if !timed || self.status.is_some() || !self.links.is_empty() {
            return None;
        }
        let entries = cities.iter().map(|span| {
            let Kind::Text(text) = &span.kind else {
                return None;
            };
            let (city, place) = text.strip_suffix(')')?.split_once('(')?;
            let text = format!("{}: {}, {place}", city.trim(), hour.words);
            let text = match day {
                Some(day) => format!("{}: {text}", day.words),
                None => text,
            };
            is_city(city.trim()).then(|| Line {
                bullet: self.bullet,
                ..Line::new(self.number, &text)
            })
        });
        entries.collect()
    }

    /// “11 Uhr Wismar und 14 Uhr Güstrow”: the spans of the hours of a line, if there are several, each before a city.
    fn hours_before_cities(&self, is_city: &impl Fn(&str) -> bool) -> Vec<usize> {
        let is_hour = |at: &usize| matches!(self.spans[*at].kind, Kind::Clock(_));
        let hours: Vec<usize> = (0..self.spans.len()).filter(is_hour).collect();
        let heads = |at: &usize| {
            let behind = self.spans.get(at + 1);
            behind.is_some_and(|span| {
                // “11am Leeds (Briggate)”.
                let city = |text: &str| {
                    let text = text.split(" (").next().unwrap_or(text);
                    is_city(text) || is_city(without_and(text))
                };
                span.before == Sign::None && matches!(&span.kind, Kind::Text(text) if city(text))
            })
        };
        match hours.len() > 1 && hours.iter().all(heads) {
            true => hours,
            false => Vec::new(),
        }
    }

    /// The spans at which an entry begins.
    fn starts(&self, is_city: impl Fn(&str) -> bool) -> Vec<usize> {
        // Most lines have no second part.
        if self.spans.iter().all(|span| span.before != Sign::Stop) {
            return Vec::new();
        }
        let begins = |at: usize| {
            let [span, next, ..] = &self.spans[at..] else {
                return false;
            };
            let headed = matches!(next.before, Sign::Colon | Sign::Dash)
                || matches!(next.kind, Kind::Clock(_))
                    && matches!(next.before, Sign::None | Sign::Comma);
            headed
                && (at == 0 || span.before == Sign::Stop)
                && matches!(&span.kind, Kind::Text(text) if is_city(text))
        };
        (0..self.spans.len()).filter(|at| begins(*at)).collect()
    }

    /// The line cut before these spans, if each part has an hour of its own.
    fn cut_at(&self, starts: &[usize]) -> Option<Vec<Line>> {
        let is_day = |span: &Span| matches!(span.kind, Kind::Days { .. });
        // The day of all may stand first: “Saturday 20 March: 11am Leeds, 2pm Salford”.
        let first = usize::from(self.spans.first().is_some_and(is_day));
        let others: Vec<usize> = starts.iter().copied().filter(|at| *at > first).collect();
        if others.is_empty() || self.dotted || self.status.is_some() {
            return None;
        }
        // The first part may begin with a state: “BA – Salvador: 10h; Ilhéus: 8h”.
        let mut bounds = vec![0];
        bounds.extend(others);
        bounds.push(self.spans.len());
        let timed = bounds.windows(2).all(|bound| {
            let own = &self.spans[bound[0]..bound[1]];
            own.iter()
                .filter(|span| matches!(span.kind, Kind::Clock(_)))
                .count()
                == 1
        });
        timed.then_some(())?;
        // A day before the first city is that of all; one behind it is not certain to be.
        let day = self.spans.first().filter(|first| is_day(first));
        let mut dated = bounds
            .windows(2)
            .map(|bound| self.spans[bound[0]..bound[1]].iter().any(is_day));
        let first = dated.next()?;
        if day.is_none() && dated.any(|own| own != first) {
            return None;
        }
        let mut offsets = Vec::new();
        let mut from = 0;
        for span in &self.spans {
            let at = from + self.text.get(from..)?.find(&span.words)?;
            offsets.push(at);
            from = at + span.words.len();
        }
        let ends = |end: usize| offsets.get(end).copied().unwrap_or(self.text.len());
        let parts = bounds.windows(2).enumerate().map(|(number, bound)| {
            let from = if number == 0 { 0 } else { offsets[bound[0]] };
            let text =
                self.text[from..ends(bound[1])].trim_end_matches([';', '/', '|', '.', ',', ' ']);
            let text = without_and(text);
            let own = self.spans[bound[0]..bound[1]].iter().any(is_day);
            let text = match day.filter(|_| !own) {
                Some(day) => format!("{}: {text}", day.words),
                None => text.to_owned(),
            };
            Line {
                bullet: self.bullet,
                ..Line::new(self.number, &text)
            }
        });
        Some(parts.collect())
    }
}

/// A text without the “and” at its end.
fn without_and(text: &str) -> &str {
    match text.rsplit_once(' ') {
        Some((rest, last)) if Purpose::And.phrases().past(&tokens(last), 0) == Some(1) => {
            rest.trim_end_matches([',', ' '])
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let cities = ["Bonn", "Köln", "Salvador", "Ilhéus"];
        let entries = Line::new(1, line).entries(|text| cities.contains(&text));
        let texts: Vec<&str> = entries.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn cities_that_share_an_hour_are_an_entry_each() {
        check(
            "1pm: Bonn (Markt), Köln (Dom)",
            &["Bonn: 1pm, Markt", "Köln: 1pm, Dom"],
        );
        check("1pm: Bonn (Markt), Dom", &["1pm: Bonn (Markt), Dom"]);
        check(
            "4.11.2023 18:00 Bonn (Markt), Köln (Dom)",
            &[
                "4.11.2023: Bonn: 18:00, Markt",
                "4.11.2023: Köln: 18:00, Dom",
            ],
        );
    }

    #[test]
    fn cities_with_hours_of_their_own_are_an_entry_each() {
        check(
            "Bonn: 14 Uhr, Markt; Köln: 16 Uhr, Dom",
            &["Bonn: 14 Uhr, Markt", "Köln: 16 Uhr, Dom"],
        );
        check(
            "BA – Salvador: às 10h, praça / Ilhéus: 8h30, porto",
            &["BA – Salvador: às 10h, praça", "Ilhéus: 8h30, porto"],
        );
        check(
            "Bonn, 14 Uhr, Markt ; Köln, 16 Uhr, Dom",
            &["Bonn, 14 Uhr, Markt", "Köln, 16 Uhr, Dom"],
        );
        check(
            "4.11.2023: Bonn 14 Uhr Markt; Köln 16 Uhr Dom",
            &["4.11.2023: Bonn 14 Uhr Markt", "4.11.2023: Köln 16 Uhr Dom"],
        );
        check(
            "4.11.2023: 14 Uhr Bonn (Markt), 16 Uhr Köln, 17 Uhr Bonn",
            &[
                "4.11.2023: 14 Uhr Bonn (Markt)",
                "4.11.2023: 16 Uhr Köln",
                "4.11.2023: 17 Uhr Bonn",
            ],
        );
        check(
            "11 Uhr Bonn und 14 Uhr Köln, Dom",
            &["11 Uhr Bonn", "14 Uhr Köln, Dom"],
        );
        check(
            "10h Salvador, praça, 8h30 Ilhéus",
            &["10h Salvador, praça", "8h30 Ilhéus"],
        );
        // The way from one city to the other, a second hour at the same place, a city without an hour.
        for one in [
            "Bonn – Köln: 14 Uhr",
            "Bonn: 14 Uhr, Markt; 16 Uhr, Dom",
            "Bonn: 14 Uhr, Markt; Köln: Dom",
            "Bonn: 14 Uhr, Zug nach Köln 16 Uhr",
            "11 Uhr Bonn, 14 Uhr Markt",
            "Bonn: 4.11.2023, 14 Uhr, Markt; Köln: 16 Uhr, Dom",
        ] {
            check(one, &[one]);
        }
    }
}
