//! What the lines of an entry say, by label: its times, each with the texts that belong to it.

use chrono::{Duration, NaiveTime, Weekday};

use event_file::event::Status;

use super::super::line::span::Sign;
use super::piece::promises_details;
use crate::cancelled;
use crate::when::days::Days;
use crate::when::time::{Clock, Half};
use crate::when::tokens::{as_written, tokens};
use crate::when::words::Purpose;
use crate::when::written::{Form, NAMED_AFTER};

/// What an entry says, by label.
#[derive(Debug, Default)]
pub struct Said {
    pub groups: Vec<Group>,
    pub title: Option<String>,
    /// Whether it takes place, as a label says.
    pub status: Option<Status>,
    pub city: Option<String>,
    pub place: Vec<String>,
    /// Where its way begins, as a label says: “Recorrido: Puerta del Sol – Plaza de Neptuno”.
    pub route: Option<String>,
    pub who: Vec<String>,
    pub notes: Vec<String>,
    pub every: Option<Option<Weekday>>,
    /// What is said of later hours of the same event.
    pub stages: Vec<String>,
    /// A date amid words, for want of another.
    pub amid: Option<Days>,
    pub open: bool,
    /// Words that say so do not speak of its hour.
    pub unconfirmed: bool,
    /// Its day stands behind its hour or its place, as a remark does.
    pub late_day: bool,
    /// Words that say that its day is not known yet.
    pub undated: Option<String>,
    /// The last thing it says is the day to which it was moved.
    pub is_moved: bool,
    /// Words that say that its day is the one to which it was moved: “moved to”.
    pub moved: Option<String>,
    /// The day it was announced for before it was moved.
    pub previously: Option<Days>,
    /// Words with another hour beside the one at which it begins.
    pub asides: Vec<String>,
    /// A second hour of which it is not clear what it is.
    pub second: Option<Clock>,
    /// A second day of which it is not clear what it is.
    pub second_days: Option<Days>,
    /// Times without an hour, in words.
    pub loosely: Vec<String>,
    /// Texts of the lines before the one that says when.
    pub lead: Vec<Vec<String>>,
}

/// A time and what is said of it.
#[derive(Debug, Default, Clone)]
pub struct Group {
    pub days: Option<Days>,
    pub clock: Option<Clock>,
    pub texts: Vec<(String, Sign)>,
    /// The words that say when.
    pub words: Vec<String>,
}

impl Said {
    pub fn group(&mut self) -> &mut Group {
        if self.groups.is_empty() {
            self.groups.push(Group::default());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    /// Whether days behind the day and hour of an entry are the same once more, or one that events on other days are called
    /// after: “Gegužės 1-osios eitynės”, “8 Mart Mitingi”.
    pub fn is_named_after(&self, days: &Days) -> bool {
        let month_and_day = |days: &Days| match days {
            Days::One(written) => written.month_and_day(),
            _ => None,
        };
        let whole = matches!(days, Days::One(written) if matches!(written.form, Form::Day(_)));
        let known = self.groups.last().filter(|group| group.clock.is_some());
        let known = known.and_then(|group| group.days.as_ref());
        let (Some(own), Some(named)) = (known.and_then(month_and_day), month_and_day(days)) else {
            return false;
        };
        !whole && (own == named || NAMED_AFTER.contains(&named))
    }

    pub fn put_days(&mut self, days: &Days, standing: bool) {
        if !standing {
            self.amid.get_or_insert_with(|| days.clone());
            return;
        }
        let group = self.group();
        match (&group.days, group.clock) {
            (None, _) => group.days = Some(days.clone()),
            (Some(known), Some(_)) if known != days => self.groups.push(Group {
                days: Some(days.clone()),
                ..Group::default()
            }),
            (Some(Days::One(known)), None)
                if let Days::One(own) = days
                    && let Some(both) = known.with(own) =>
            {
                group.days = Some(Days::One(both));
            }
            (Some(known), None) if known != days => {
                self.second_days.get_or_insert_with(|| days.clone());
            }
            _ => {}
        }
    }

    /// The day to which it was moved, in place of the one it was announced for; an hour of its own may follow.
    pub fn move_to(&mut self, days: &Days) {
        let before = self.group().days.replace(days.clone());
        if let Some(before) = before.filter(|before| before != days) {
            self.is_moved = true;
            self.previously = Some(before);
        }
    }

    /// Takes the last day of an event whose first day and hour are known; `words`, its day and hour as written, go to the notes.
    pub fn last_on(&mut self, last: &Days, words: String) {
        let group = self.group();
        if let (Some(Days::One(first)), Days::One(last)) = (&group.days, last) {
            group.days = Some(Days::Through(first.clone(), last.clone()));
            self.notes.push(words);
        }
    }

    pub fn put_clock(&mut self, clock: Clock) {
        let is_moved = std::mem::take(&mut self.is_moved);
        let group = self.group();
        match group.clock {
            Some(_) if is_moved => group.clock = Some(clock),
            None => group.clock = Some(clock),
            Some(_) => {
                let days = group.days.clone();
                self.groups.push(Group {
                    days,
                    clock: Some(clock),
                    texts: Vec::new(),
                    words: Vec::new(),
                });
            }
        }
    }

    /// When it ends; what began at no known hour has that in its description.
    pub fn put_end(&mut self, end: Clock) {
        let Some(clock) = self
            .group()
            .clock
            .as_mut()
            .filter(|clock| clock.to.is_none())
        else {
            self.notes.push(format!("– {}", end.from.format("%H:%M")));
            return;
        };
        clock.to = Some(later(clock.from, end));
    }

    /// A later stage of the same event, such as its departure.
    pub fn put_stage(&mut self, stage: &str, clock: Clock) {
        let group = self.group();
        group.texts.retain(|(text, _)| text != stage);
        let hour = group
            .clock
            .map_or(clock.from, |first| later(first.from, clock));
        self.stages.push(stage.to_owned());
        self.notes.push(format!("{stage} {}", hour.format("%H:%M")));
    }

    /// The times, each with the texts that belong to it.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups = self.groups.clone();
        if groups.is_empty() {
            groups.push(Group::default());
        }
        // “10:00 and 17:00, Piazza”: both at what is named behind.
        for at in (0..groups.len().saturating_sub(1)).rev() {
            let named = groups[at]
                .texts
                .iter()
                .any(|(_, sign)| !matches!(sign, Sign::Colon))
                && at > 0;
            let only_head = at == 0 && groups[0].texts.len() < 2;
            if !named && only_head || groups[at].texts.is_empty() {
                let next = groups[at + 1].texts.clone();
                groups[at].texts.extend(next);
            }
        }
        groups
    }

    pub fn all_texts(&self) -> Vec<String> {
        let lead = self.lead.iter().flatten().cloned();
        let texts = self
            .groups
            .iter()
            .flat_map(|group| &group.texts)
            .map(|(text, _)| text.clone());
        lead.chain(texts).collect()
    }

    /// Whether it says nothing of where it is but these texts.
    pub fn names_only(&self, used: &[String]) -> bool {
        let texts = self.all_texts();
        self.place.is_empty()
            && texts
                .iter()
                .all(|text| used.contains(text) || promises_details(text))
    }

    /// Words that tell of something else in the stead of the entry, which is cancelled: “dafür”, “replaced by”.
    pub fn replaced(&self) -> Option<String> {
        let mut texts = self.all_texts();
        texts.extend(self.notes.iter().chain(&self.asides).cloned());
        let is_off = |text: &String| {
            let status = cancelled::status(text).or_else(|| cancelled::begins(text));
            status == Some(Status::Cancelled)
        };
        texts.iter().any(is_off).then_some(())?;
        texts.iter().find_map(|text| {
            let tokens = tokens(text);
            (0..tokens.len()).find_map(|from| {
                let to = Purpose::Replaced.phrases().past(&tokens, from)?;
                Some(as_written(text, &tokens[from..to]).to_owned())
            })
        })
    }

    pub fn texts_of(&self, group: &Group) -> Vec<String> {
        group.texts.iter().map(|(text, _)| text.clone()).collect()
    }
}

/// A later hour that does not say of which half of the day it is: “11 am, Square (till 3)”, “下午1點半集合，2點半出發”.
fn later(first: NaiveTime, next: Clock) -> NaiveTime {
    let half_a_day = Duration::hours(12);
    let open = next.half == Half::Unmarked && next.from <= first;
    let (afternoon, days) = next.from.overflowing_add_signed(half_a_day);
    match open && days == 0 && afternoon > first {
        true => afternoon,
        false => next.from,
    }
}
