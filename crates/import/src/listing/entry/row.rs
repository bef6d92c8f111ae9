//! Entries without an hour, known by the list in which they stand.

use super::super::Document;
use super::super::doubts::unread_hour::may_be_hour;
use super::super::line::Line;
use super::super::line::span::{Kind, Sign};
use super::super::places::place_line::country_behind;
use super::super::surroundings::Heading;
use crate::when::names::{Named, part_at};
use crate::when::tokens::tokens;

impl Document<'_> {
    /// “Taunton, outside Market House” below “Truro, Lemon Quay, 5.30pm”: an entry like the one above, without an hour.
    pub fn is_in_list(&self, line: &Line) -> bool {
        let country = self.country.as_deref();
        let begins = |line: &Line| match &line.spans[..] {
            [first, second, ..] => {
                matches!((&first.kind, second.before), (Kind::Text(city), Sign::Comma) if self.places.is_city(city, country))
            }
            _ => false,
        };
        let like = |line: &Line| begins(line) || self.begins_with_city(line);
        let above = self.pending.as_ref().is_some_and(|pending| {
            pending.lead == 0 && pending.lines.len() == 1 && pending.lines.iter().all(like)
        });
        let hour = |heading: &Option<Heading>| {
            matches!(heading, Some(Heading::Day { clock: Some(_), .. }))
        };
        let dated = self.is_dated();
        let in_list = above || hour(&self.outer) || hour(&self.inner);
        dated && in_list && begins(line) && !country_behind(line)
    }

    /// “Köln, 5 vor 12, Domplatte”: an entry whose hour may be one that is not read.
    pub fn has_odd_hour(&self, line: &Line) -> bool {
        let texts = line.texts().all;
        let country = self.country.as_deref();
        let dated = self.is_dated();
        let is_city = texts
            .first()
            .is_some_and(|first| self.places.is_city(first, country));
        dated && is_city && texts[1..].iter().any(|text| may_be_hour(text))
    }

    /// “Київ, Майдан” directly below a date, over “Львів, Ринок: 18:00”: the first entry of a list, without an hour.
    pub fn begins_list(&self, line: &Line, next: Option<&Line>) -> bool {
        let country = self.country.as_deref();
        let is_city = |text: &str| self.places.is_city(text, country);
        let [city, place, ..] = &line.texts().all[..] else {
            return false;
        };
        let parted = line
            .spans
            .get(1)
            .is_some_and(|span| span.before == Sign::Comma);
        let dated = self.is_dated();
        let bare = !line.is_sentence() && !line.text.trim_end().ends_with(['!', '?', ':']);
        let alone = self.pending.is_none() && self.lead.is_empty() && self.city.is_none();
        let over = next.is_some_and(|next| {
            let first = next.texts().all.first().is_some_and(|first| is_city(first));
            first && (self.begins_with_city(next) || next.texts().all.len() > 1)
        });
        dated
            && alone
            && parted
            && bare
            && over
            && is_city(city)
            && !is_city(place)
            && !country_behind(line)
    }

    /// “花蓮 | 取消” below “台南 | 10:30 | 公園”: a row of the same table, whatever its first column says.
    pub fn is_row(&self, line: &Line) -> bool {
        let dated = self.is_dated();
        let above = self.pending.as_ref().is_some_and(|pending| {
            pending.lead == 0
                && pending
                    .lines
                    .iter()
                    .all(|line| line.first_column().is_some())
        });
        dated && above && line.first_column().is_some()
    }

    /// “Hull Victoria Square” below “Leeds 11am City Square”: the city it begins with, as the entry above does, and the rest.
    pub fn city_like_above<'l>(&self, line: &'l Line) -> Option<(&'l str, &'l str)> {
        const MOST_WORDS: usize = 4;
        let country = self.country.as_deref();
        let is_city = |text: &str| self.places.is_city(text, country);
        let pending = self.pending.as_ref()?;
        let ([above], 0) = (&pending.lines[..], pending.lead) else {
            return None;
        };
        let [city, clock, ..] = &above.spans[..] else {
            return None;
        };
        let is_like = matches!((&city.kind, &clock.kind), (Kind::Text(name), Kind::Clock(_)) if is_city(name));
        let gaps = line
            .text
            .char_indices()
            .filter(|(_, letter)| letter.is_whitespace());
        let gaps: Vec<usize> = gaps.map(|(gap, _)| gap).take(MOST_WORDS).collect();
        let (city, rest) = gaps
            .into_iter()
            .rev()
            .map(|gap| (&line.text[..gap], line.text[gap..].trim()))
            // “神奈川県・横浜市 正午 桜木町駅前”.
            .find(|(city, rest)| {
                let last = city.rsplit('・').next().unwrap_or(city);
                (is_city(city) || is_city(last)) && !rest.is_empty()
            })?;
        let close = matches!(clock.before, Sign::None) || noon_apart(rest).is_some();
        let whole = line.is_bare() && line.texts().all.len() == 1 && !line.is_sentence();
        (is_like && close && whole).then_some((city, rest))
    }
}

/// “noon Victoria Square”: noon in words, and what stands behind it.
pub fn noon_apart(text: &str) -> Option<(&str, &str)> {
    let tokens = tokens(text);
    let (_, to) = part_at(&tokens, 0).filter(|(part, _)| *part == Named::Noon)?;
    let end = tokens[to - 1].at.end;
    Some((&text[..end], text[end..].trim()))
}
