//! The days and hours of an entry, put into its events.

use chrono::NaiveDate;
use event_file::WallTime;
use event_file::event::Status;

use super::super::entry::moved_round::moved_onto;
use super::super::entry::said::{Group, Said};
use super::super::surroundings::{Heading, Surroundings};
use super::contradicted::contradicted;
use super::day_by_name::day_by_name;
use super::day_or_name::may_be_name;
use super::hour_doubt::hour_doubt;
use super::series::{series, weekly};
use super::settled::{consecutive, list, settled};
use super::which::which;
use crate::cancelled;
use crate::draft::{Draft, Reject, Stamp};
use crate::table::several::LONGEST;
use crate::when::days::Days;
use crate::when::on;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// What takes place daily over a longer time is one event of several days.
const MOST_DAYS: i64 = 62;

/// Whether words say that it takes place on each of several days.
fn is_daily(text: &str) -> bool {
    let tokens = tokens(text);
    Purpose::Daily.phrases().within(&tokens)
}

/// Puts start and end to a draft; several days give several events.
pub fn dated(
    mut draft: Draft,
    group: &Group,
    said: &Said,
    text: &str,
    around: &Surroundings<'_>,
) -> Vec<Result<Draft, Box<Reject>>> {
    let refuse = |draft: Draft, reason: String| vec![Err(Box::new(draft.rejected(reason)))];
    let above = match around.day {
        Some(Heading::Day { clock, .. }) => *clock,
        _ => None,
    };
    let in_words = said.open || !said.loosely.is_empty();
    draft.hour_is_open = said.open;
    let clock = group
        .clock
        .or(above.filter(|_| !in_words && group.days.is_none()))
        .or(around.hour_for_all.filter(|_| !in_words));
    if let Some(doubt) = hour_doubt(group, said, clock, around) {
        return refuse(draft, doubt);
    }
    let every_above = match around.day {
        Some(Heading::Day { every, .. }) if group.days.is_none() => *every,
        _ => None,
    };
    let every = said.every.or(every_above);
    if let Some(words) = &said.undated {
        return refuse(
            draft,
            format!("“{words}”: its day is not known yet; write the day once there is one"),
        );
    }
    let own = group.days.as_ref();
    // “Every Monday” under a heading that names the first and the last day.
    let above = match around.day {
        Some(Heading::Day {
            days: above @ Days::Through(..),
            ..
        }) if every.is_some() => Some(above),
        _ => None,
    };
    let own = own.or(above);
    let own = own.or(said.amid.as_ref().filter(|_| around.day.is_none()));
    // “تأجلت إلى السبت ١٩ كانون الأول”: the day is known on which it takes place.
    if draft.text_of("status") == Some(Status::Postponed.name())
        && own.is_some()
        && moved_onto(text)
    {
        draft.put("status", Status::Rescheduled.name());
    }
    let days = which(own, every.is_some(), text, around);
    if let Some(second) = &said.second_days {
        let second =
            settled(second, text, around).map_or_else(|_| "another".to_owned(), |days| list(&days));
        return refuse(
            draft,
            format!(
                "two days, one of them {second}: write only the one on which it takes place, or a line for each event"
            ),
        );
    }
    let days = match days {
        Ok(days) => days,
        Err(reason) => return refuse(draft, reason),
    };
    if let Some(reason) = contradicted(&draft, group, said, &days) {
        return refuse(draft, reason);
    }
    if group.days.is_none()
        && every.is_none()
        && let Some(reason) = day_by_name(text, &days)
    {
        return refuse(draft, reason);
    }
    if let Some(before) = &said.previously
        && let Ok([day]) = settled(before, text, around).as_deref()
    {
        draft.put("previously", &on(*day, clock).start.to_string());
    }
    if let (None, Some(Days::Through(..)), Some(clock), [first, last]) =
        (every, own, clock, &days[..])
        && is_daily(text)
        && (*last - *first).num_days() < MOST_DAYS
    {
        let all: Vec<NaiveDate> = first.iter_days().take_while(|day| day <= last).collect();
        return series(draft, Some(clock), &all);
    }
    if let Some(every) = every {
        return weekly(draft, clock, own, every, &days);
    }
    if clock.is_none()
        && let Some(words) = hour_in_words(&mut draft, group, said, around)
    {
        draft.notes.push(format!(
            "its hour is in words, “{words}”: it has only its day"
        ));
    }
    if let (
        Some(_),
        Some(Heading::Day {
            days: above,
            line: written,
            ..
        }),
        [day],
    ) = (&group.days, around.day, &days[..])
        && let Ok(headed) = settled(above, written, around)
        && !headed.contains(day)
    {
        let moved = draft.text_of("status") == Some(Status::Rescheduled.name());
        let own = group.days.as_ref().filter(|_| !moved);
        if let Some(reason) = own.and_then(|own| may_be_name(own, *day, &headed, text)) {
            return refuse(draft, reason);
        }
        if said.late_day && said.previously.is_none() {
            let reason = format!(
                "its last words name {day}, the heading “{written}” another day: write the day before its hour, or leave it out"
            );
            return refuse(draft, reason);
        }
        let is_whole = matches!(&group.days, Some(Days::One(own)) if own.is_whole());
        if !is_whole && !moved {
            draft.notes.push(format!(
                "its own day, {day}, is not that of the heading “{written}”"
            ));
        }
        // “moved to Sunday 5 November” below Saturday: announced for the day of the heading, at an hour that is not known.
        if moved
            && draft.text_of("previously").is_none()
            && let Ok([before]) = settled(above, written, around).as_deref()
        {
            draft.put("previously", &before.to_string());
        }
    }
    if let (None, Some(amid), Some(_)) = (&group.days, &said.amid, around.day)
        && let Ok(other) = settled(amid, text, around)
        && other != days
    {
        // “moved to Sunday 5 November” is no part of a name.
        if let Some(words) = cancelled::moved(text) {
            return refuse(
                draft,
                format!(
                    "“{words}” beside {}: write the day on which it takes place before its hour",
                    list(&other)
                ),
            );
        }
        draft.notes.push(format!(
            "{} amid its words is taken for part of them, not for its day",
            list(&other)
        ));
    }
    match own {
        Some(Days::Through(..)) => {
            let (Some(first), Some(last)) = (days.first(), days.last()) else {
                return refuse(draft, "no day".to_owned());
            };
            let count = (*last - *first).num_days();
            if count > LONGEST {
                return refuse(
                    draft,
                    format!("lasts {count} days; write the day on which it takes place"),
                );
            }
            let span = on(*first, clock);
            draft.start = Some(span.start);
            draft.end = Some(Stamp::Wall(WallTime::day(*last)));
            vec![Ok(draft)]
        }
        Some(Days::Each(_)) if !consecutive(&days) => series(draft, clock, &days),
        Some(Days::Each(_)) if clock.is_some() => series(draft, clock, &days),
        _ => {
            let Some(first) = days.first() else {
                return refuse(draft, "no day".to_owned());
            };
            let span = on(*first, clock);
            draft.start = Some(span.start);
            draft.end = match days.last().filter(|last| *last > first) {
                Some(last) => Some(Stamp::Wall(WallTime::day(*last))),
                None => span.end,
            };
            vec![Ok(draft)]
        }
    }
}

/// The words an entry has in the place of an hour: its own, else those of the heading above, which its description then
/// has as well.
fn hour_in_words(
    draft: &mut Draft,
    group: &Group,
    said: &Said,
    around: &Surroundings<'_>,
) -> Option<String> {
    if !said.loosely.is_empty() {
        return Some(said.loosely.join("”, “"));
    }
    let Some(Heading::Day {
        loosely: Some(above),
        ..
    }) = around.day.filter(|_| group.days.is_none() && !said.open)
    else {
        return None;
    };
    let own = draft.text_of("description").unwrap_or_default();
    let both = match own.is_empty() {
        true => above.clone(),
        false => format!("{above}\n{own}"),
    };
    draft.put("description", &both);
    Some(above.clone())
}
