//! What is known of an event, in words of the site's language.

use chrono::NaiveTime;
use event_file::event::{Kind, Precision, Status};
use event_file::localized::{Localized, same_language};
use event_file::{Event, WallTime};

use crate::context::Context;

impl Context<'_> {
    /// What an event is called.
    pub(crate) fn name<'e>(&self, event: &'e Event) -> Option<Localized<'e>> {
        let title = event.title_in(self.language());
        (!title.text.trim().is_empty()).then_some(title)
    }

    /// The same as plain text.
    pub(crate) fn plain_name(&self, event: &Event) -> String {
        match self.name(event) {
            Some(title) => title.text.trim().to_owned(),
            None => self.say("event.untitled"),
        }
    }

    /// The same, marked when the event does not take place as announced: “Cancelled: March”.
    pub(crate) fn marked_name(&self, event: &Event) -> String {
        let title = self.plain_name(event);
        match event.status {
            Status::Scheduled | Status::Rescheduled => title,
            status => {
                let status = self.say(&format!("status.{}", status.name()));
                self.fill("export.marked", &[("status", &status), ("title", &title)])
            }
        }
    }

    /// Day and time by the venue's clock: “Saturday, November 4, 2023, 2:00 PM – 5:00 PM”.
    pub(crate) fn when(&self, event: &Event) -> String {
        match event.start {
            Some(start) => self.times(start, event.sound_end()),
            None => self.say("time.date_unknown"),
        }
    }

    /// A time of day that stands by itself: “2:00 PM” stays in this order in a page from right to left.
    pub(crate) fn time(&self, time: NaiveTime) -> String {
        let words = self.input.reader.words;
        texts::isolated(&self.locale.time(time), words.direction()).into_owned()
    }

    /// A start, and an end if there is one.
    pub(crate) fn times(&self, start: WallTime, end: Option<WallTime>) -> String {
        let one = |time: WallTime| {
            let day = self.locale.day(time.date);
            match time.time {
                Some(clock) => {
                    let time = self.locale.time(clock);
                    self.fill("time.day_and_time", &[("day", &day), ("time", &time)])
                }
                None => day,
            }
        };
        let first = one(start);
        let last = match end {
            Some(end) if end.date != start.date => one(end),
            Some(WallTime {
                time: Some(clock), ..
            }) => self.locale.time(clock),
            _ => return first,
        };
        self.fill("time.range", &[("start", &first), ("end", &last)])
    }

    /// Whose time it is: “Local time: Europe/Paris, UTC+01:00”. `None` where no time was announced.
    pub(crate) fn zone(&self, event: &Event) -> Option<String> {
        let start = event.start?;
        let clock = start.clock()?;
        let offset = self.offset(start, event).map(|offset| {
            let sign = if offset < 0 { '−' } else { '+' };
            format!("UTC{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
        });
        debug_assert_eq!(clock.date(), start.date);
        let known: Vec<String> = event
            .timezone
            .iter()
            .map(ToString::to_string)
            .chain(offset)
            .collect();
        Some(match known.is_empty() {
            true => self.say("time.zone_unknown"),
            false => self.fill("time.zone", &[("zone", &known.join(", "))]),
        })
    }

    /// Minutes east of UTC in force at the venue at a time; `None` where nothing tells it.
    pub(crate) fn offset(&self, time: WallTime, event: &Event) -> Option<i32> {
        let of_zone = || {
            let zones = self.input.reader.zones;
            zones.offset(event.timezone.as_deref()?, time.clock()?)
        };
        time.time?;
        time.offset.or_else(of_zone)
    }

    /// A time as HTML and schema.org take it: a date, or a date and time with the offset where it is known.
    pub(crate) fn machine(&self, time: WallTime, event: &Event) -> String {
        let Some(clock) = time.time else {
            return time.date.to_string();
        };
        let offset = match self.offset(time, event) {
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
            None => String::new(),
        };
        format!("{}T{}{offset}", time.date, clock.format("%H:%M:%S"))
    }

    /// The country's name.
    pub(crate) fn country(&self, event: &Event) -> Option<String> {
        let code = event.country.as_deref()?;
        Some((self.input.reader.country)(code).unwrap_or_else(|| code.to_owned()))
    }

    /// The city's name: as the event file has it in the site's language, else as that language is known to call it, else
    /// as written. The app calls it the same.
    pub(crate) fn city<'e>(&'e self, event: &'e Event) -> Option<&'e str> {
        let written = event.city_in(self.language())?;
        let is_own = |own| same_language(own, self.language());
        let is_own = written.language.is_some_and(is_own);
        let country = event.country.as_deref();
        Some(self.input.places.called(written.text, is_own, country))
    }

    /// City, region and country in one line; empty when none is known.
    pub(crate) fn town(&self, event: &Event) -> String {
        let city = self.city(event);
        let region = event
            .region
            .as_deref()
            .filter(|region| city != Some(region));
        let country = self.country(event);
        self.in_order(&[city, region, country.as_deref()])
    }

    /// Place, city and country in one line, to be displayed; empty when nothing is known.
    pub(crate) fn place_line(&self, event: &Event) -> String {
        let country = self.country(event);
        let parts = self.place_parts(event, country.as_deref());
        match self.is_online(event, &parts) {
            true => self.say("event.online"),
            false => self.in_order(&parts),
        }
    }

    /// The same for programs, without marks of direction.
    pub(crate) fn place(&self, event: &Event) -> String {
        let country = self.country(event);
        let parts = self.place_parts(event, country.as_deref());
        match self.is_online(event, &parts) {
            true => self.say("event.online"),
            false => known(&parts).join(&self.say("event.separator")),
        }
    }

    fn place_parts<'b>(
        &'b self,
        event: &'b Event,
        country: Option<&'b str>,
    ) -> [Option<&'b str>; 3] {
        [
            event.place_in(self.language()).map(|place| place.text),
            self.city(event).or(event.region.as_deref()),
            country,
        ]
    }

    fn is_online(&self, event: &Event, parts: &[Option<&str>]) -> bool {
        let is_said = event.online.is_some() || event.status == Status::MovedOnline;
        is_said && known(parts).is_empty()
    }

    /// Names in one line, in this order whatever the direction of their letters.
    pub(crate) fn in_order(&self, parts: &[Option<&str>]) -> String {
        let words = self.input.reader.words;
        let separator = self.say("event.separator");
        texts::line(&known(parts), &separator, words.direction())
    }

    /// How exactly the place is known, where that is less than exact.
    pub(crate) fn precision(&self, event: &Event) -> Option<String> {
        let key = match (event.position, event.precision) {
            (None, _) | (Some(_), Precision::Place) => return None,
            (Some(_), precision) => format!("precision.{}", precision.name()),
        };
        Some(self.say(&key))
    }

    /// What one must know before going; `None` when the event takes place as announced.
    pub(crate) fn warning(&self, event: &Event) -> Option<String> {
        let status = event.status;
        (status != Status::Scheduled)
            .then(|| self.say(&format!("status.sentence.{}", status.name())))
    }

    /// A kind's name; one that this version does not know as it is written.
    pub(crate) fn kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::Unknown(text) => text.to_string(),
            known => self.say(&format!("kind.{}", known.name())),
        }
    }

    /// What, when and where in one sentence, for previews.
    pub(crate) fn summary(&self, event: &Event) -> String {
        let mut parts = vec![self.when(event)];
        let place = self.place(event);
        if !place.is_empty() {
            parts.push(place);
        }
        parts.extend(self.warning(event));
        parts.join(" · ")
    }
}

/// What is known of these.
fn known<'b>(parts: &[Option<&'b str>]) -> Vec<&'b str> {
    let parts = parts.iter().copied().flatten();
    parts.filter(|part| !part.trim().is_empty()).collect()
}
