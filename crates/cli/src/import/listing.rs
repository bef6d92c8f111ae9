//! The text of a listing, as people put it on their pages and into mails: headings for days, countries and cities, a line
//! or a few for each event.
//!
//! A line is cut into spans (`spans`), lines are read as headings, entries, labels or prose (here), the lines of an entry
//! make its events (`entry`, `location`). Every line ends in an event, is a heading, is prose that is reported as skipped,
//! or is rejected with the reason.

mod entry;
mod heading;
mod in_words;
mod line;
mod location;
mod months;
mod places;
mod spans;
mod surroundings;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Datelike as _;

use self::entry::Entry;
use self::heading::bare_year;
use self::line::Line;
use self::months::Months;
use self::places::{Places, country, name};
use self::spans::Kind;
use self::surroundings::{Heading, Hours, Surroundings};
use self::words::Label;
use super::cancelled;
use super::draft::{Origin, Reading, Reject};
use super::options::Options;
use super::when::days::Days;
use super::when::order::{Evidence, Reckoning};
use super::when::written::Form;

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 5000;

/// The most lines that stand before the one that says when.
const MOST_LEAD: usize = 4;

/// Reads a listing.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let places = Places::new();
    let lines: Vec<Option<Line>> = (1..)
        .zip(text.lines())
        .map(|(number, line)| (!line.trim().is_empty()).then(|| short(number, line)))
        .collect();
    let facts = Facts::of(&lines, options);
    let mut document = Document {
        reading: Reading::default(),
        source,
        places: &places,
        reckoning: facts.reckoning,
        months: Months::of(&lines),
        hours: facts.hours,
        loose: facts.loose,
        capitals: facts.capitals(&lines, &places),
        outer: None,
        inner: None,
        several: None,
        month: None,
        city: None,
        city_took_outer: false,
        city_is_block: false,
        list: false,
        country: None,
        country_is_inner: false,
        lead: Vec::new(),
        pending: None,
        taken: BTreeSet::new(),
        skipped: BTreeSet::new(),
    };
    for (at, line) in lines.iter().enumerate() {
        match line {
            None => document.blank(),
            Some(line) if line.text.len() > LONGEST => {
                document.finish();
                document.reject(line, "longer than any line of a listing");
            }
            Some(line) => {
                let next = lines[at + 1..].iter().flatten().next();
                let adjacent = facts.loose || lines.get(at + 1).is_some_and(Option::is_some);
                document.line(line, next, adjacent);
            }
        }
    }
    document.finish();
    let all = lines.iter().flatten().map(|line| line.number);
    document.report_skipped(all);
    document.reading
}

/// A line that is too long is not cut.
fn short(number: u64, line: &str) -> Line {
    match line.len() > LONGEST {
        true => Line {
            number,
            text: line.to_owned(),
            bullet: false,
            spans: Vec::new(),
            links: Vec::new(),
        },
        false => Line::new(number, line),
    }
}

/// What the lines say all together.
struct Facts {
    reckoning: Reckoning,
    hours: Hours,
    /// Blank lines stand between all lines, and part nothing.
    loose: bool,
}

impl Facts {
    fn of(lines: &[Option<Line>], options: &Options) -> Self {
        let mut evidence = Evidence::default();
        let mut hours = Hours::default();
        let (mut years, mut bare) = (BTreeSet::new(), BTreeSet::new());
        for line in lines.iter().flatten() {
            for span in &line.spans {
                match &span.kind {
                    Kind::Days { days, standing } => {
                        for date in days.written() {
                            evidence.see(date);
                            if let Form::Day(day) = date.form
                                && *standing
                            {
                                years.insert(day.year());
                            }
                        }
                    }
                    Kind::Clock(clock) => hours.see(clock),
                    _ => {}
                }
            }
            if !line.has_clock() {
                bare.extend(bare_year(line, options.today.year()));
            }
        }
        let only = |years: &BTreeSet<i32>| years.first().copied().filter(|_| years.len() == 1);
        let year = match years.is_empty() {
            true => only(&bare),
            false => only(&years),
        };
        let pairs = lines
            .windows(2)
            .filter(|pair| pair[0].is_some() && pair[1].is_some())
            .count();
        let count = lines.iter().flatten().count();
        Self {
            reckoning: Reckoning {
                order: options.order.or(evidence.order()),
                year: options.year.or(year),
            },
            hours,
            loose: count > 2 && pairs * 4 < count,
        }
    }

    /// Whether lines in capitals are cities in this listing: most that are known are.
    fn capitals(&self, lines: &[Option<Line>], places: &Places) -> bool {
        let all = lines
            .iter()
            .flatten()
            .filter(|line| line.is_bare() && line.is_capitals());
        let (known, others): (Vec<&Line>, Vec<&Line>) =
            all.partition(|line| places.is_city(&line.text, None));
        known.len() >= 2 && known.len() >= others.len()
    }
}

/// What is known on the way through a listing.
struct Document<'a> {
    reading: Reading,
    source: &'a Arc<str>,
    places: &'a Places,
    reckoning: Reckoning,
    months: Months,
    hours: Hours,
    loose: bool,
    capitals: bool,
    /// The day of the heading above.
    outer: Option<Heading>,
    /// The day of a heading below the one of the city.
    inner: Option<Heading>,
    /// The days that the title names.
    several: Option<Days>,
    /// The year and month of the heading above.
    month: Option<(i32, u32)>,
    /// The city of the heading above.
    city: Option<String>,
    /// Entries of the city took the day above it.
    city_took_outer: bool,
    /// The city's heading stands directly over its first entry.
    city_is_block: bool,
    /// Entries stand line by line: a line of words among them belongs to none.
    list: bool,
    country: Option<String>,
    /// Whether the country's heading stands under the one of the day.
    country_is_inner: bool,
    /// Lines that may be the title and the place of the entry that follows.
    lead: Vec<Line>,
    pending: Option<Entry>,
    /// The lines that are headings, or of an entry.
    taken: BTreeSet<u64>,
    /// The lines that are no events.
    skipped: BTreeSet<u64>,
}

impl Document<'_> {
    fn blank(&mut self) {
        if self.loose {
            return;
        }
        self.finish();
        self.list = false;
        // A city directly over its entries heads no more than these.
        if self.city_is_block {
            self.city = None;
            self.inner = None;
            self.city_is_block = false;
        }
    }

    fn line(&mut self, line: &Line, next: Option<&Line>, adjacent: bool) {
        if line.spans.is_empty() && line.links.is_empty() {
            self.skipped.insert(line.number);
            return;
        }
        let next = next.filter(|_| adjacent);
        if line.is_link() {
            match &mut self.pending {
                Some(pending) => pending.lines.push(line.clone()),
                None => self.lead(line),
            }
        } else if line.label().is_some() {
            self.labelled(line);
        } else if line.is_pure_when() {
            self.when_alone(line, next);
        } else if self.is_title_of(line, next) {
            self.finish();
            self.lead(line);
        } else if line.has_clock() {
            self.entry(line);
        } else if line.has_date() || line.says_when() {
            self.day_and_words(line, next);
        } else {
            self.words(line, next);
        }
    }

    /// A line whose date is not its own: the line behind it says when, by a label or alone.
    fn is_title_of(&self, line: &Line, next: Option<&Line>) -> bool {
        let said = |next: &Line| {
            matches!(next.label(), Some(Label::When | Label::Where)) && next.says_when()
        };
        let named = line.bullet || self.city.is_some();
        line.has_date() && !line.has_clock() && named && next.is_some_and(said)
    }

    /// “Tarih: 4 Mart”, “Yer: …”, “Convoca: …”.
    fn labelled(&mut self, line: &Line) {
        let again = |pending: &Entry| {
            let has = pending.lines.iter().any(Line::says_when);
            line.says_when()
                && has
                && line.has_date()
                && pending
                    .lines
                    .iter()
                    .any(|line| line.label().is_some() && line.has_date())
        };
        if self.pending.as_ref().is_some_and(again) {
            self.finish();
        }
        match &mut self.pending {
            Some(pending) => pending.lines.push(line.clone()),
            None => {
                let mut lines = std::mem::take(&mut self.lead);
                let lead = lines.len();
                lines.push(line.clone());
                self.pending = Some(Entry { lines, lead });
            }
        }
    }

    /// A date, an hour, or both, alone on a line.
    fn when_alone(&mut self, line: &Line, next: Option<&Line>) {
        let lacks = |pending: &Entry| {
            let has =
                |wanted: fn(&Line) -> bool| pending.lines.iter().skip(pending.lead).any(wanted);
            !(line.has_clock() && has(Line::has_clock) || line.has_date() && has(Line::has_date))
        };
        if line.has_clock() {
            match &mut self.pending {
                Some(pending) if lacks(pending) => pending.lines.push(line.clone()),
                _ => self.entry(line),
            }
            return;
        }
        if let Some(pending) = self
            .pending
            .as_mut()
            .filter(|pending| pending.lines.len() > pending.lead && lacks(pending))
            .filter(|pending| {
                // Behind an hour it belongs to the entry only where each thing has a line of its own.
                let when = pending.lines.iter().skip(pending.lead);
                let block = || pending.lead > 0 && when.clone().all(Line::is_pure_when);
                let headed = when.clone().any(|line| line.texts().head > 0);
                !headed && (block() || !pending.lines.iter().any(Line::has_clock))
            })
            && !self.loose
        {
            pending.lines.push(line.clone());
            return;
        }
        // A title, then its date: when what follows belongs to it as well.
        let own_place = |next: &Line| self.begins_with_city(next);
        let follows = next.is_some_and(|next| {
            !next.is_pure_day() && !own_place(next) && !self.is_place_heading(next, None)
        });
        if !self.lead.is_empty() && self.pending.is_none() && follows && !self.loose {
            let mut lines = std::mem::take(&mut self.lead);
            let lead = lines.len();
            lines.push(line.clone());
            self.pending = Some(Entry { lines, lead });
            return;
        }
        self.finish();
        self.day_heading(line);
    }

    fn day_heading(&mut self, line: &Line) {
        let Some(days) = line.days().or_else(|| line.any_days()) else {
            // “Every Monday” alone.
            self.lead(line);
            return;
        };
        if let Days::Through(..) = days {
            self.several = Some(days.clone());
        }
        let heading = Heading::Day(days.clone(), line.text.clone());
        self.set_day(line, heading);
    }

    fn set_day(&mut self, line: &Line, heading: Heading) {
        self.taken.insert(line.number);
        let of_city = self.city.is_some() && !self.city_took_outer;
        if of_city {
            self.inner = Some(heading);
            return;
        }
        self.outer = Some(heading);
        self.inner = None;
        self.city = None;
        if self.country_is_inner {
            self.country = None;
        }
    }

    /// A line with a date and words, without an hour.
    fn day_and_words(&mut self, line: &Line, next: Option<&Line>) {
        if self.begins_with_city(line)
            || self.city.is_some() && line.days().is_some() && !line.is_pure_day()
        {
            self.entry(line);
            return;
        }
        // “Klimaatmars zondag 12 november 2023” is a title with its day; a date in a sentence is none.
        let whole = line.has_whole_date() && self.city.is_none();
        if line.days().is_none() && !whole || line.is_sentence() {
            self.words(line, next);
            return;
        }
        let recurs = line
            .spans
            .iter()
            .any(|span| matches!(span.kind, Kind::Every(_)));
        let texts = line.texts();
        let named = texts
            .all
            .iter()
            .any(|text| self.places.is_city(text, self.country.as_deref()));
        if recurs || named {
            self.entry(line);
            return;
        }
        // “Protest 12 listopada w Krakowie” among entries is one of them.
        if self.pending.is_some() && heading::says_in(line) {
            self.entry(line);
            return;
        }
        self.finish();
        // A title of several days heads no entries itself; it says which days are meant by names below.
        if let Some(days @ Days::Through(..)) = line.days() {
            self.several = Some(days.clone());
        }
        let belongs = next.is_some_and(|next| {
            (next.label().is_some() || next.is_pure_when())
                && next.has_clock() | next.label().is_some()
        });
        match belongs && !self.loose {
            true => {
                self.pending = Some(Entry {
                    lines: vec![line.clone()],
                    lead: 0,
                });
            }
            false => self.day_heading(line),
        }
    }

    /// A line with an hour, or with its own place and day.
    fn entry(&mut self, line: &Line) {
        let own_city = self.begins_with_city(line);
        let own_place = own_city
            || line.texts().head > 0
                && self
                    .pending
                    .as_ref()
                    .is_some_and(|pending| pending.lines.iter().any(|line| line.texts().head > 0));
        if let Some(pending) = self.pending.as_mut()
            && !own_place
            && !line.bullet
            && pending.lines.iter().all(|line| !line.has_clock())
            && !(line.has_date() && pending.lines.iter().any(Line::has_date))
            && (!self.loose || pending.lines.iter().any(|line| line.label().is_some()))
        {
            pending.lines.push(line.clone());
            return;
        }
        let mut lines = match own_city || self.loose && self.city.is_none() {
            true => Vec::new(),
            false => std::mem::take(&mut self.lead),
        };
        self.list = self.pending.is_some() && lines.is_empty();
        self.finish();
        let lead = lines.len();
        lines.push(line.clone());
        self.pending = Some(Entry { lines, lead });
    }

    /// A line of words.
    fn words(&mut self, line: &Line, next: Option<&Line>) {
        if let Some(reason) = heading::unread(line) {
            self.finish();
            self.set_day(line, Heading::Unread(reason));
            return;
        }
        if let Some(month) = heading::month_and_year(line) {
            self.month = Some(month);
            self.taken.insert(line.number);
        }
        if let Some((weekday, number)) = heading::weekday(line) {
            self.finish();
            let day = heading::day_of(
                weekday,
                number,
                self.several.as_ref(),
                self.month,
                &self.reckoning,
            );
            let heading = match day {
                Some(days) => Heading::Day(days, line.text.clone()),
                None => Heading::Unread(format!(
                    "the heading above, “{}”, has a day of the week and no month",
                    line.text
                )),
            };
            self.set_day(line, heading);
            return;
        }
        if self.closes_paragraph(line, next) {
            if let Some(pending) = &mut self.pending {
                pending.lines.push(line.clone());
            }
            return;
        }
        if cancelled::status(&line.text).is_some() && line.texts().head == 0 {
            match (&mut self.pending, self.city.is_some()) {
                (Some(pending), _) => {
                    pending.lines.push(line.clone());
                    return;
                }
                (None, true) => {
                    self.entry(line);
                    return;
                }
                _ => {}
            }
        }
        if self.is_place_heading(line, next) {
            self.place_heading(line, next);
            self.city_is_block = self.city.is_some() && next.is_some() && !self.loose;
            return;
        }
        // A city and what is there, under the day of a heading: “القاهرة: شارع النصر”.
        if self.begins_with_place(line) {
            self.entry(line);
            return;
        }
        let complete = |pending: &Entry| pending.lines.iter().any(Line::says_when);
        // What the entry in hand does not have yet is its own.
        let lacking = |next: &Line| {
            let has = |wanted: fn(&Line) -> bool| {
                let pending = self.pending.as_ref();
                pending.is_some_and(|pending| pending.lines.iter().skip(pending.lead).any(wanted))
            };
            next.is_pure_when()
                && !(next.has_clock() && has(Line::has_clock))
                && !(next.has_date() && has(Line::has_date))
        };
        let starts_next = next
            .is_some_and(|next| next.says_when() && !self.begins_with_city(next) && !lacking(next));
        let open = self.pending.as_ref().is_some_and(|pending| {
            let lines = pending.lines.len() - pending.lead;
            complete(pending) && !(starts_next && (lines > 1 || pending.lead > 0)) && lines < 12
        });
        let headed = line.texts().head > 0;
        let inside = open
            && !line.bullet
            && !self.list
            && !headed
            && (!self.loose
                || self
                    .pending
                    .as_ref()
                    .is_some_and(|pending| pending.lead > 0 && !starts_next));
        match &mut self.pending {
            Some(pending) if inside => pending.lines.push(line.clone()),
            Some(pending) if !complete(pending) && !line.bullet && !headed => {
                pending.lines.push(line.clone())
            }
            _ => {
                if line.bullet || self.pending.is_some() {
                    self.finish();
                }
                self.lead(line);
            }
        }
    }

    /// Whether a line of words is the last one of a paragraph whose entry says when, and not where: “Chicago, IL”.
    fn closes_paragraph(&self, line: &Line, next: Option<&Line>) -> bool {
        let block = self.pending.as_ref().is_some_and(|pending| {
            let own = pending
                .lines
                .iter()
                .skip(pending.lead)
                .all(|line| line.texts().head == 0);
            own && pending.lead > 0 && pending.lines.iter().any(Line::says_when)
        });
        block && next.is_none() && !self.loose && !line.bullet && self.city.is_none()
    }

    /// Keeps a line for the entry that may follow.
    fn lead(&mut self, line: &Line) {
        if self.lead.len() >= MOST_LEAD {
            let first = self.lead.remove(0);
            self.skipped.insert(first.number);
        }
        self.lead.push(line.clone());
    }

    /// Whether a line begins with the name of a city and a sign or hour behind it.
    fn begins_with_city(&self, line: &Line) -> bool {
        let Some((head, _)) = line.head() else {
            return false;
        };
        let country = self.country.as_deref();
        head.iter().any(|part| self.places.is_city(part, country))
            || self.places.is_city(&head.join(", "), country)
    }

    /// Whether a line without a date is an entry: a city or unknown place, a colon or dash, and more.
    fn begins_with_place(&self, line: &Line) -> bool {
        let more = line.texts().all.len() > line.texts().head;
        let known = self.begins_with_city(line);
        let dated = self.outer.is_some() || self.inner.is_some();
        let plausible = line.head().is_some_and(|(head, _)| {
            head.len() < 3
                && head
                    .iter()
                    .all(|text| text.split_whitespace().count() <= 4 && !words::is_action(text))
        });
        let entries = !self.reading.drafts.is_empty() || self.pending.is_some();
        let headed = line.texts().head > 0;
        headed && more && dated && (known || plausible && entries && self.city.is_none())
    }

    /// Whether a line of words heads what follows: a country, a city, a region.
    fn is_place_heading(&self, line: &Line, next: Option<&Line>) -> bool {
        if !line.is_bare() || line.bullet || line.text.split_whitespace().count() > 6 {
            return false;
        }
        let colon = line.text.trim_end().ends_with([':', '：']);
        let name = name(&line.text);
        let texts = line.texts().all;
        let state =
            |text: &String| (2..4).contains(&text.len()) && text.chars().all(char::is_uppercase);
        let behind = country_behind(line) || texts.len() == 2 && texts.last().is_some_and(state);
        let first = texts.first().map_or("", String::as_str);
        let city = match texts.len() {
            1 => self.places.is_city(name, self.country.as_deref()),
            _ => behind && texts.len() < 4 && self.places.is_city(first, None),
        };
        let capitals = self.capitals && line.is_capitals() && cancelled::status(name).is_none();
        let region = colon
            && name.split_whitespace().count() <= 4
            && next.is_some_and(|next| self.begins_with_city(next));
        country(name).is_some() || city || capitals || region
    }

    fn place_heading(&mut self, line: &Line, next: Option<&Line>) {
        // “Frauenstreik” directly above “Hamburg” is the title of what follows.
        let title = match &self.lead[..] {
            [only] if !self.loose && self.pending.is_none() && words::is_action(&only.text) => {
                self.lead.pop()
            }
            _ => None,
        };
        self.finish();
        self.lead.extend(title);
        self.taken.insert(line.number);
        let name = name(&line.text).to_owned();
        self.inner = None;
        self.city = None;
        self.city_took_outer = false;
        let heads_cities = next.is_some_and(|next| self.begins_with_city(next));
        let is_city = self.places.is_city(&name, self.country.as_deref())
            || self.capitals && line.is_capitals()
            || country_behind(line)
            || line.texts().all.len() > 1;
        match country(&name) {
            Some(code) if heads_cities || !is_city => {
                self.country = Some(code);
                self.country_is_inner = self.outer.is_some();
            }
            // A region whose name is also a city's.
            _ if heads_cities => {}
            // “Luxembourg” over “14h, Place d'Armes” is the city.
            _ if is_city => self.city = Some(name),
            _ => {}
        }
    }

    /// Puts the entry in hand among the others; what stood before it and was not taken is skipped.
    fn finish(&mut self) {
        let skipped: Vec<u64> = self.lead.drain(..).map(|line| line.number).collect();
        self.skipped.extend(skipped);
        let Some(entry) = self.pending.take() else {
            return;
        };
        let Some(first) = entry.lines.first() else {
            return;
        };
        // Labels that say neither when nor where, such as “Contact:”, are no entry.
        let says = |line: &Line| {
            line.says_when() || line.has_date() || matches!(line.label(), Some(Label::When))
        };
        let own = entry.lines.iter().any(says);
        if !own
            && entry.lines.iter().any(|line| line.label().is_some())
            && entry
                .lines
                .iter()
                .all(|line| !matches!(line.label(), Some(Label::Where)))
        {
            self.skipped
                .extend(entry.lines.iter().map(|line| line.number));
            return;
        }
        self.taken
            .extend(entry.lines.iter().map(|line| line.number));
        let day = self.inner.as_ref().or(self.outer.as_ref());
        if self.city.is_some() && self.inner.is_none() && !entry.lines.iter().any(Line::has_date) {
            self.city_took_outer = true;
        }
        let around = Surroundings {
            places: self.places,
            reckoning: self.reckoning,
            months: &self.months,
            hours: self.hours,
            day,
            city: self.city.as_deref(),
            country: self.country.as_deref(),
        };
        let origin = self.origin(first);
        let events = entry.events(&origin, &around);
        // An entry is one, whatever number of events it gives.
        let mut drafts = Vec::new();
        let mut rejects = Vec::new();
        for event in events {
            match event {
                Ok(draft) => drafts.push(draft),
                Err(reject) => rejects.push(*reject),
            }
        }
        if !drafts.is_empty() {
            self.reading.entries += 1;
            self.reading.drafts.append(&mut drafts);
        }
        // What is rejected of an entry is one reject, with all reasons.
        let mut rejects = rejects.into_iter();
        if let Some(mut reject) = rejects.next() {
            for other in rejects {
                if !reject.reason.contains(&other.reason) {
                    reject.reason = format!("{}; {}", reject.reason, other.reason);
                }
            }
            self.reading.reject(reject);
        }
    }

    fn origin(&self, line: &Line) -> Origin {
        Origin {
            source: Arc::clone(self.source),
            unit: "line",
            number: line.number,
        }
    }

    fn reject(&mut self, line: &Line, reason: &str) {
        self.taken.insert(line.number);
        let reject = Reject::new(self.origin(line), &line.text, reason);
        self.reading.reject(reject);
    }

    /// Says which lines are no events.
    fn report_skipped(&mut self, all: impl Iterator<Item = u64>) {
        // Whatever became of a line: if it is neither heading nor entry, it is said.
        self.skipped
            .extend(all.filter(|line| !self.taken.contains(line)));
        let mut runs: Vec<(u64, u64)> = Vec::new();
        for number in &self.skipped {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == *number => *last = *number,
                _ => runs.push((*number, *number)),
            }
        }
        if runs.is_empty() {
            return;
        }
        let runs: Vec<String> = runs
            .into_iter()
            .map(|(first, last)| match first == last {
                true => first.to_string(),
                false => format!("{first}–{last}"),
            })
            .collect();
        let lines = if self.skipped.len() == 1 {
            "line"
        } else {
            "lines"
        };
        self.reading.notes.push(format!(
            "skipped as text without an event: {lines} {}",
            runs.join(", ")
        ));
    }
}

/// “MALMÖ, SWEDEN”: a city with its country behind it.
fn country_behind(line: &Line) -> bool {
    let texts = line.texts().all;
    texts.len() > 1 && texts.last().is_some_and(|last| country(last).is_some())
}

#[cfg(test)]
mod tests;
