//! A remark that moves the event of its row: “verschoben auf 12.3.”, “new time: 5 pm”. It is applied where it names one whole
//! day or one hour, or both, and no word of it is left unread.

use std::sync::LazyLock;

use chrono::{Datelike as _, Duration, NaiveDate};
use event_file::WallTime;
use event_file::event::Status;

use super::habits::Habits;
use crate::import::draft::{Draft, Stamp};
use crate::import::when;
use crate::import::when::date::{date_at, dotted_numbers_at, two_numbers_at};
use crate::import::when::order::Order;
use crate::import::when::reckoning::Reckoning;
use crate::import::when::time::{Clock, time_at};
use crate::import::when::tokens::{Token, tokens};
use crate::import::when::unannounced;
use crate::import::when::words::Purpose;
use crate::import::when::written::Written;
use crate::import::{cancelled, words};

/// A longer cell tells of the event, in bytes.
const LONGEST: usize = 120;

/// Where a remark moves an event.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Moved {
    day: Option<(Written, String)>,
    clock: Option<Clock>,
}

/// What the words of such remarks are.
struct Words {
    /// Folded; whether it is one of which one must be there.
    phrases: Vec<(String, bool)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    let mut moves = false;
    let lines = include_str!("../words/moves.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        match line {
            "[move]" => moves = true,
            "[with]" => moves = false,
            _ => {
                let words = line.split_once(':').map_or("", |(_, words)| words);
                let words = words.split(',').filter(|word| !word.trim().is_empty());
                phrases.extend(words.map(|word| {
                    let star = if word.ends_with('*') { "*" } else { "" };
                    (words::plain(word.trim_end_matches('*')) + star, moves)
                }));
            }
        }
    }
    phrases.sort_by_key(|(phrase, moves)| (std::cmp::Reverse(phrase.len()), !moves));
    Words { phrases }
});

/// Where a remark moves an event, if it does so in full.
pub(super) fn read(remark: &str) -> Option<Moved> {
    if remark.len() > LONGEST || remark.contains(['?', '？', '؟']) {
        return None;
    }
    let tokens = tokens(remark);
    let (mut day, mut clock, mut at) = (None, None, 0);
    let mut rest = String::new();
    let mut from = 0;
    while at < tokens.len() {
        let Some((found, to)) = when_at(&tokens, at)? else {
            at += 1;
            continue;
        };
        let range = tokens[at].at.start..tokens[to - 1].at.end;
        rest.push_str(&remark[from..range.start]);
        rest.push(' ');
        from = range.end;
        match found {
            When::Day(date) if day.is_none() => day = Some((date, remark[range].to_owned())),
            When::Hour(hour) if clock.is_none() => clock = Some(hour),
            _ => return None,
        }
        at = to;
    }
    rest.push_str(&remark[from..]);
    ((day.is_some() || clock.is_some()) && is_of_moves(&rest)).then_some(Moved { day, clock })
}

/// Whether a remark says no more than that the event is postponed, and that its new day is not known: “new date tbc”.
pub(super) fn is_open(remark: &str) -> bool {
    let tokens = tokens(remark);
    let pending = |at: usize| {
        let pending = Purpose::Pending.phrases().past(&tokens, at);
        pending.or_else(|| unannounced(&tokens, at))
    };
    let Some((from, to)) = (0..tokens.len()).find_map(|at| Some((at, pending(at)?))) else {
        return false;
    };
    let before = tokens[from].at.start;
    let rest = format!("{} {}", &remark[..before], &remark[tokens[to - 1].at.end..]);
    remark.len() <= LONGEST
        && is_of_moves(&rest)
        && cancelled::status(&rest) == Some(Status::Postponed)
}

enum When {
    Day(Written),
    Hour(Clock),
}

/// The day or the hour that begins at a token; `None` where it may be either.
fn when_at(tokens: &[Token], at: usize) -> Option<Option<(When, usize)>> {
    let day = date_at(tokens, at);
    let hour = time_at(tokens, at, false);
    Some(match (day, hour) {
        (Some((day, to)), Some((_, end))) if to > end => Some((When::Day(day), to)),
        (Some((_, to)), Some((hour, end))) if end > to => Some((When::Hour(hour), end)),
        (Some(_), Some(_)) => return None,
        (Some((day, to)), None) => Some((When::Day(day), to)),
        // “time: 5pm” begins with the number.
        (None, Some((hour, to)))
            if tokens[at].digits() == 0
                && (at + 1..to).any(|from| time_at(tokens, from, false) == Some((hour, to))) =>
        {
            None
        }
        (None, Some((hour, to))) => Some((When::Hour(hour), to)),
        (None, None) => {
            let numbers = two_numbers_at(tokens, at).or_else(|| dotted_numbers_at(tokens, at));
            let numbers = numbers.map(|(day, to)| (When::Day(day), to));
            numbers.or_else(|| {
                let (hour, to) = time_at(tokens, at, true).filter(|_| is_behind_at(tokens, at))?;
                Some((When::Hour(hour), to))
            })
        }
    })
}

/// Whether the word before a token stands before hours: “alle 16”.
fn is_behind_at(tokens: &[Token], at: usize) -> bool {
    let past = |purpose: Purpose| {
        let phrases = purpose.phrases();
        (at.saturating_sub(3)..at).any(|from| phrases.past(tokens, from) == Some(at))
    };
    past(Purpose::At) || past(Purpose::Before)
}

/// Whether a text consists of the words of such remarks, one at least that moves.
fn is_of_moves(text: &str) -> bool {
    let mut left = format!(" {} ", words::plain(text));
    let mut moves = false;
    for (phrase, own) in &WORDS.phrases {
        let unspaced = phrase.chars().all(|letter| u32::from(letter) >= 0x0e00);
        let found = match phrase.strip_suffix('*') {
            Some(stem) => begun(&left, stem),
            None if unspaced => left.find(phrase.as_str()).map(|at| at..at + phrase.len()),
            None => {
                let at = left.find(&format!(" {phrase} "));
                at.map(|at| at + 1..at + 1 + phrase.len())
            }
        };
        if let Some(range) = found {
            left.replace_range(range, " ");
            moves |= own;
        }
    }
    let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
    moves && left.split_whitespace().all(is_mark)
}

/// The word that begins with a stem.
fn begun(text: &str, stem: &str) -> Option<std::ops::Range<usize>> {
    let at = text.find(&format!(" {stem}"))? + 1;
    let end = text[at..].find(' ').map_or(text.len(), |end| at + end);
    Some(at..end)
}

impl Moved {
    /// Moves an entry; what is said of it. `None` where the new day is not certain.
    pub(super) fn apply(&self, draft: &mut Draft, remark: &str, habits: &Habits) -> Option<String> {
        let Some(Stamp::Wall(before)) = draft.start.filter(|_| draft.also.is_empty()) else {
            return None;
        };
        let day = match &self.day {
            Some((date, text)) => nearest(date, text, before.date, &habits.reckoning)?,
            None => before.date,
        };
        if self
            .clock
            .is_some_and(|clock| habits.hours.doubt(&clock).is_some())
        {
            return None;
        }
        let clock = self.clock.or(before.time.map(Clock::at));
        let span = when::on(day, clock);
        let Stamp::Wall(start) = span.start else {
            return None;
        };
        let start = WallTime {
            offset: before.offset,
            ..start
        };
        let mut note = format!("“{remark}”: moved from {before} to {start}");
        let end = draft.end.take();
        draft.end = match (end, self.clock) {
            (_, Some(_)) if span.end.is_some() => span.end,
            (Some(Stamp::Wall(end)), None) => later(end, day - before.date),
            (Some(_), _) => {
                note.push_str(", and its end is left out");
                None
            }
            (None, _) => None,
        };
        if start != before {
            draft.put("previously", &before.to_string());
        } else {
            note = format!("“{remark}” names its own day or hour: taken for the new one");
        }
        draft.start = Some(Stamp::Wall(start));
        if draft.text_of("status") != Some(Status::Cancelled.name()) {
            draft.put("status", Status::Rescheduled.name());
        }
        Some(note)
    }
}

fn later(at: WallTime, by: Duration) -> Option<Stamp> {
    let date = at.date.checked_add_signed(by)?;
    Some(Stamp::Wall(WallTime { date, ..at }))
}

/// The day that a date without a year means beside another one. Of two numbers in an order that is not known the one of two
/// days is meant that is near, where the other is not: “11/3” for an event of 10 March.
fn nearest(
    date: &Written,
    text: &str,
    before: NaiveDate,
    reckoning: &Reckoning,
) -> Option<NaiveDate> {
    /// As many days away is near.
    const NEAR: i64 = 45;
    /// As many days away is not.
    const FAR: i64 = 90;
    let any = Written {
        weekday: None,
        form: date.form.clone(),
    };
    let away = |day: &NaiveDate| (*day - before).num_days().abs();
    let read = |order: Option<Order>| {
        let years = [0, 1, -1].map(|more| before.year() + more);
        let days = years.into_iter().filter_map(|year| {
            let reckoning = Reckoning {
                year: Some(year),
                order,
                ..*reckoning
            };
            reckoning.day(&any, text).ok()
        });
        days.min_by_key(away)
    };
    let in_either = || {
        let [one, other] = [Order::Dmy, Order::Mdy].map(|order| read(Some(order)));
        let (one, other) = (one?, other?);
        let (near, far) = if away(&one) < away(&other) {
            (one, other)
        } else {
            (other, one)
        };
        (away(&near) <= NEAR && away(&far) >= FAR).then_some(near)
    };
    let nearest = read(reckoning.order).or_else(in_either);
    nearest.filter(|day| date.weekday.is_none_or(|name| name == day.weekday()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::options::Options;

    /// Where a remark moves an event, in the words of its day and the hour.
    #[track_caller]
    fn check(remark: &str, expected: Option<&str>) {
        let found = read(remark).map(|moved| {
            let day = moved.day.map(|(_, text)| text);
            let hour = moved
                .clock
                .map(|clock| clock.from.format("%H:%M").to_string());
            day.into_iter().chain(hour).collect::<Vec<_>>().join("; ")
        });
        assert_eq!(found.as_deref(), expected, "{remark}");
    }

    #[test]
    fn remarks_that_move_an_event() {
        for (remark, expected) in [
            ("verschoben auf 12.3.", "12.3."),
            ("moved to 20 March, 3pm", "20 March; 15:00"),
            ("new time: 5pm", "17:00"),
            ("reportée au 17 mars", "17 mars"),
            ("aplazada al 20 de marzo", "20 de marzo"),
            ("rinviata al 19/03", "19/03"),
            ("concentramento anticipato alle 16", "16:00"),
            ("adiado para 20 de março", "20 de março"),
            ("verplaatst naar 20 maart", "20 maart"),
            ("flyttet til 14. marts", "14. marts"),
            ("framflyttad till 14 mars", "14 mars"),
            ("siirretty 14.3.", "14.3."),
            ("przeniesione na 11 marca", "11 marca"),
            ("přesunuto na 18:00", "18:00"),
            ("změna času: 11:00", "11:00"),
            ("preložené na 20.3.", "20.3."),
            ("odgođeno za 20. 3.", "20. 3."),
            ("одложено за 20. март", "20. март"),
            ("áthelyezve március 20-ra", "március 20"),
            ("amânat pe 20 martie", "20 martie"),
            ("преместено на 20 март", "20 март"),
            ("перенесено на 28.02", "28.02"),
            ("перенесено на 20 березня", "20 березня"),
            ("αναβάλλεται για 11/3", "11/3"),
            ("saat 15.00'e alındı", "15:00"),
            ("20 Mart'a ertelendi", "20 Mart"),
            ("تأجلت إلى 20 مارس", "20 مارس"),
            ("נדחה ל-20 במרץ", "20 במרץ"),
            ("स्थगित - नई तारीख 27 मार्च", "27 मार्च"),
            ("เลื่อนเป็นวันที่ 20 มีนาคม", "20 มีนาคม"),
            ("hoãn đến 27/03", "27/03"),
            ("ditunda ke 25 Maret", "25 Maret"),
            ("延期至3月20日", "3月20日"),
            ("3月20日に延期", "3月20日"),
            ("改到下午4時", "16:00"),
            ("3월 21일로 변경", "3월 21일"),
        ] {
            check(remark, Some(expected));
        }
    }

    /// Start, end, `previously` and status of an event of the 6th of March at two with a remark, or why it is refused.
    #[track_caller]
    fn check_row(remark: &str, expected: &str) {
        let text = format!(
            "Datum;Zeit;Ende;Stadt;Titel;Bemerkung\n6.3.2027;14:00;16:00;Bonn;Demo;{remark}\n"
        );
        let options = Options::new(NaiveDate::MIN);
        let read = super::super::read(&text, &"sheet.csv".into(), &options).unwrap();
        let found = match (&read.drafts[..], &read.rejects[..]) {
            ([draft], []) => {
                let stamp =
                    |stamp: Option<Stamp>| stamp.map_or("-".to_owned(), |at| at.to_string());
                let text = |field: &str| draft.text_of(field).unwrap_or("-").to_owned();
                assert_eq!(draft.notes.len(), 1, "{remark}: {:?}", draft.notes);
                format!(
                    "{} {} {} {}",
                    stamp(draft.start),
                    stamp(draft.end),
                    text("previously"),
                    text("status")
                )
            }
            (_, rejects) => rejects[0].reason.clone(),
        };
        assert!(found.contains(expected), "{remark}: {found}");
    }

    #[test]
    fn a_moved_event_is_on_its_new_day() {
        check_row(
            "verschoben auf 12.3.",
            "2027-03-12T14:00 2027-03-12T16:00 2027-03-06T14:00 rescheduled",
        );
        check_row(
            "verschoben auf 12.3., 18 Uhr",
            "2027-03-12T18:00 - 2027-03-06T14:00 rescheduled",
        );
        check_row(
            "neue Uhrzeit: 17–19 Uhr",
            "2027-03-06T17:00 2027-03-06T19:00 2027-03-06T14:00 rescheduled",
        );
        check_row(
            "перенесено на 28.02",
            "2027-02-28T14:00 2027-02-28T16:00 2027-03-06T14:00",
        );
        check_row(
            "verschoben auf 6.3.",
            "2027-03-06T14:00 2027-03-06T16:00 - rescheduled",
        );
        check_row(
            "verschoben, neuer Termin folgt",
            "2027-03-06T14:00 2027-03-06T16:00 - postponed",
        );
        check_row(
            "αναβάλλεται για 11/3",
            "2027-03-11T14:00 2027-03-11T16:00 2027-03-06T14:00",
        );
        check_row("moved to 5/4", "changes its day");
        check_row("verschoben auf Fr, 13.3.", "changes its day");
        check_row("verschoben auf 12.3., andere Route", "changes its day");
    }

    #[test]
    fn other_remarks_are_not_applied() {
        for remark in [
            "moved to 20 March because of the strike in Leeds",
            "verschoben vom 13.3.",
            "verschoben vom 13.3. auf 20.3.",
            "verschoben auf 12.3.?",
            "moved to Buchanan Street steps",
            "jetzt auf dem Marktplatz, 15 Uhr",
            "Treffpunkt 15 Uhr",
            "bring 20 flags",
        ] {
            check(remark, None);
        }
        assert!(is_open("Postponed - new date tbc"));
        assert!(is_open("verschoben, neuer Termin folgt"));
        assert!(!is_open("new date tbc"));
        assert!(!is_open("moved to the park, tbc"));
    }
}
