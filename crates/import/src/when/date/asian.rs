//! East Asian and Vietnamese dates, whose year, month and day each have a word beside the number.

use super::super::calendars;
use super::super::tokens::Token;
use super::super::written::Form;

/// `2023年11月4日`, `116年5月1日`, `11月4日`, `令和5年11月4日`, `2023년 11월 4일`.
pub(super) fn east_asian(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let number = |at: usize, most: usize| tokens.get(at)?.number(most);
    let is = |at: usize, words: &[&str]| {
        tokens
            .get(at)?
            .word()
            .filter(|word| words.contains(word))
            .map(drop)
    };
    let era = tokens.get(at)?.word().and_then(calendars::era);
    let at = at + usize::from(era.is_some());
    let (year, at) = match is(at + 1, &["年", "년"]) {
        Some(()) => {
            // “116年5月1日”: of the calendar of Taiwan, whose first year is 1912.
            let minguo = era.is_none() && tokens[at].digits() == 3;
            let before = if minguo {
                calendars::MINGUO
            } else {
                era.unwrap_or(0)
            };
            (Some(number(at, 4)? + before), at + 2)
        }
        None => (None, at),
    };
    let month = number(at, 2)?;
    is(at + 1, &["月", "월"])?;
    let day = number(at + 2, 2)?;
    is(at + 3, &["日", "일", "号", "號"])?;
    Some((calendars::day_of(year, month, day), at + 4))
}

/// `ngày 4 tháng 11 năm 2023`.
pub(super) fn vietnamese(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let is = |at: usize, word: &str| {
        tokens
            .get(at)
            .is_some_and(|token| token.word() == Some(word))
    };
    let day = tokens.get(at)?.number(2)?;
    is(at + 1, "thang").then_some(())?;
    let month = tokens.get(at + 2)?.number(2)?;
    let year = tokens
        .get(at + 4)
        .filter(|_| is(at + 3, "nam"))
        .and_then(|token| token.number(4));
    let to = if year.is_some() { at + 5 } else { at + 3 };
    Some((calendars::day_of(year, month, day), to))
}
