//! Lines that are nothing but a day and a month with a dot between, over entries with hours of their own: “19.12:”, “11.01”.

use std::borrow::Cow;

use super::super::line::Line;

/// The lines, each with its number; such a line with a dot behind the month, so that it is a date and no hour.
///
/// That is so where each of them stands over a line with an hour, and they are days of the calendar that ascend, or one of them can be no
/// hour.
pub fn with_dates<'a>(lines: Vec<(u64, Cow<'a, str>)>) -> Vec<(u64, Cow<'a, str>)> {
    let found: Vec<Option<(u32, u32)>> = lines.iter().map(|(_, line)| day_alone(line)).collect();
    let days: Vec<(usize, (u32, u32))> = (0..lines.len())
        .filter_map(|at| Some((at, found[at]?)))
        .collect();
    let heads = |at: usize| {
        let mut below = lines[at + 1..].iter();
        let next = below.find(|(_, line)| !line.trim().is_empty());
        next.is_some_and(|(number, line)| {
            day_alone(line).is_none() && Line::short(*number, line, 500).has_clock()
        })
    };
    let ascend = days.windows(2).all(|pair| {
        let [(_, (day, month)), (_, (next, of_next))] = pair else {
            return false;
        };
        (month, day) < (of_next, next)
    });
    let can_be_no_hour = |(_, (day, month)): &(usize, (u32, u32))| {
        *day > 24 || ends_with_colon(&lines, *day, *month) || !month.is_multiple_of(5)
    };
    let are_days = !days.is_empty()
        && days.iter().all(|(at, _)| heads(*at))
        && (days.len() > 1 && ascend || days.iter().all(can_be_no_hour));
    if !are_days {
        return lines;
    }
    let mut lines = lines;
    for (at, (day, month)) in days {
        lines[at].1 = Cow::Owned(format!("{day}.{month}."));
    }
    lines
}

/// Whether the line of a day ends with a colon, as one that heads others does.
fn ends_with_colon(lines: &[(u64, Cow<'_, str>)], day: u32, month: u32) -> bool {
    lines.iter().any(|(_, line)| {
        day_alone(line) == Some((day, month)) && line.trim_end().ends_with([':', '：'])
    })
}

/// The day and the month of a line that is nothing else.
fn day_alone(line: &str) -> Option<(u32, u32)> {
    let text = line
        .trim()
        .trim_start_matches(|sign: char| sign.is_whitespace() || "•*-–·▪#".contains(sign))
        .trim_end_matches([':', '：', '-', '–', ' ']);
    let (day, month) = text.split_once('.')?;
    let number = |text: &str| {
        let short = (1..=2).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit());
        short.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (day, month) = (number(day)?, number(month)?);
    ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((day, month))
}
