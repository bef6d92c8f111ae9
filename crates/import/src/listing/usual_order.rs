//! The order of day and month that is usual where people write as the lines of a listing are written, for numbers such as
//! 04/11/2027 that no other date decides.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use fold::fold;

use super::line::Line;
use crate::table::scripts::is_day_first;
use crate::when::order::Order;
use crate::words::list::in_sections;

/// So many lines are looked at.
const LOOKED_AT: usize = 400;

/// As many words of a language tell it.
const LEAST: usize = 2;

/// Small words, folded, and whether those who write them all write the day first; `None` where some do.
static SMALL: LazyLock<HashMap<String, Option<bool>>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for (order, _, word) in in_sections(include_str!("../words/small_words.txt")) {
        let is_day_first = order == "day first";
        let known = all.entry(fold(word)).or_insert(Some(is_day_first));
        *known = known.filter(|known| *known == is_day_first);
    }
    all
});

/// The order by the script of a listing, else by its small words: the day first, or in Chinese, Japanese and Korean the month.
pub fn usual_order<'l>(lines: impl Iterator<Item = &'l Line>) -> Option<Order> {
    let (mut eastern, mut day_first, mut latin) = (0_usize, 0_usize, 0_usize);
    let (mut for_day, mut others) = (0, 0);
    let mut seen = HashSet::new();
    for line in lines.take(LOOKED_AT) {
        for letter in line.text.chars().filter(|letter| letter.is_alphabetic()) {
            match u32::from(letter) {
                0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af => eastern += 1,
                _ if is_day_first(letter) => day_first += 1,
                _ => latin += 1,
            }
        }
        let words = fold(&line.text);
        for word in words.split(|letter: char| !letter.is_alphanumeric()) {
            match SMALL.get(word) {
                // Each word once: a square in each line says no more than one.
                Some(Some(is_for_day)) if seen.insert(word.to_owned()) => match is_for_day {
                    true => for_day += 1,
                    false => others += 1,
                },
                _ => {}
            }
        }
    }
    if eastern > day_first + latin {
        return Some(Order::Ymd);
    }
    let by_words = for_day >= LEAST && for_day > others * 2;
    (day_first > latin + eastern || latin > 0 && by_words).then_some(Order::Dmy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_listing_tells_the_order_of_its_numbers() {
        for (text, expected) in [
            (
                "Manifestation pour les retraites – 06/03/2027\nRennes : 14h, place de la Mairie",
                Some(Order::Dmy),
            ),
            (
                "Concentración por la sanidad\nSevilla, 14 h, Plaza Nueva",
                Some(Order::Dmy),
            ),
            ("Митинг за свободу – 06/03/2027", Some(Order::Dmy)),
            ("反核遊行 3/6", Some(Order::Ymd)),
            (
                "Rally for the hospitals – 06/03/2027\nLeeds, in front of the Town Hall",
                None,
            ),
            ("March in Plaza de la Raza with the union, 3/6", None),
            ("06/03/2027 Berlin", None),
        ] {
            let lines: Vec<Line> = text.lines().map(|text| Line::new(1, text)).collect();
            assert_eq!(usual_order(lines.iter()), expected, "{text}");
        }
    }
}
