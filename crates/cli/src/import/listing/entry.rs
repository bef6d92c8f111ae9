//! An entry of a listing: its lines, and the events that they make.

use super::line::{Line, Texts};
use super::location::{Location, locate};
use super::spans::{Kind, Sign};
use super::surroundings::{Heading, Surroundings};
use super::words::{self, Label, is_action, is_label};
use crate::import::cancelled;
use crate::import::draft::{Draft, Origin, Reject};
use crate::import::when::days::Days;
use crate::import::when::names::{Named, part_at};
use crate::import::when::on;
use crate::import::when::time::Clock;
use crate::import::when::tokens::{Token, tokens};
use crate::import::when::words::Purpose;
use chrono::{Datelike as _, Duration, NaiveDate, Weekday};

/// The longest text that may be the name of a place, in characters.
const LONGEST_PLACE: usize = 100;

/// The most events that one recurring entry may give.
const MOST_WEEKS: i64 = 200;

/// Lines that belong together.
#[derive(Debug)]
pub struct Entry {
    /// Its lines; the first names it in reports.
    pub lines: Vec<Line>,
    /// The first so many lines stood before the one that says when: title and place.
    pub lead: usize,
}

/// What an entry says, by label.
#[derive(Debug, Default)]
struct Said {
    groups: Vec<Group>,
    title: Option<String>,
    city: Option<String>,
    place: Vec<String>,
    who: Vec<String>,
    notes: Vec<String>,
    every: Option<Option<Weekday>>,
    /// What is said of later hours of the same event.
    stages: Vec<String>,
    /// A date amid words, for want of another.
    amid: Option<Days>,
    open: bool,
    /// Texts of the lines before the one that says when.
    lead: Vec<Vec<String>>,
}

/// A time and what is said of it.
#[derive(Debug, Default, Clone)]
struct Group {
    days: Option<Days>,
    clock: Option<Clock>,
    texts: Vec<(String, Sign)>,
}

impl Entry {
    /// The entry's lines as written.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.text.as_str()).collect();
        lines.join("\n")
    }

    /// The events of an entry.
    pub fn events(
        &self,
        origin: &Origin,
        around: &Surroundings<'_>,
    ) -> Vec<Result<Draft, Box<Reject>>> {
        let text = self.text();
        // Where the day is known, a date amid words is one of the words.
        let amid = self
            .lines
            .iter()
            .skip(self.lead)
            .find_map(|line| match line.days() {
                Some(_) => None,
                None => line.any_days(),
            });
        let known = around.day.is_some() || self.lines.iter().any(|line| line.days().is_some());
        let whole = known.then(|| Self {
            lines: self.lines.iter().map(Line::without_amid).collect(),
            lead: self.lead,
        });
        let entry = whole.as_ref().unwrap_or(self);
        let mut said = entry.said();
        said.amid = said.amid.or(amid.cloned());
        let location = locate(&entry.texts(), said.city.as_deref(), &said.place, around);
        let links: Vec<String> = self
            .lines
            .iter()
            .flat_map(|line| line.links.clone())
            .collect();
        let mut events = Vec::new();
        let groups = said.groups();
        for group in &groups {
            let mut draft = Draft::new(origin.clone(), &text);
            put_links(&mut draft, &links);
            let texts = match groups.len() {
                1 => said.all_texts(),
                _ => said.texts_of(group),
            };
            if let Some(title) = &said.title {
                draft.put("title", title);
            }
            put_location(&mut draft, &location, around);
            put_texts(&mut draft, &said, &location, texts);
            if let Location::Several { cities, .. } = &location {
                events.extend(cities.iter().flat_map(|city| {
                    let mut draft = draft.clone();
                    draft.location = Some(city.clone());
                    dated(draft, group, &said, &text, around)
                }));
                continue;
            }
            if let Location::Doubtful(reason) = &location {
                events.push(Err(Box::new(draft.rejected(reason.clone()))));
                continue;
            }
            events.extend(dated(draft, group, &said, &text, around));
        }
        events
    }

    /// The texts of each line that no label introduces, those of the line that says when first: what stands before it
    /// is a title more often than a place.
    fn texts(&self) -> Vec<Texts> {
        let mut lines: Vec<Texts> = self.lines.iter().map(Line::texts).collect();
        lines.rotate_left(self.lead.min(self.lines.len()));
        lines
    }

    fn said(&self) -> Said {
        let mut said = Said::default();
        let mut label: Option<Label> = None;
        let pure: Option<&Days> = self.best_days();
        for (at, line) in self.lines.iter().enumerate() {
            // A label at the end of a line introduces the next one.
            if !matches!(
                line.spans.first().map(|span| &span.kind),
                Some(Kind::Label(_))
            ) && at > 0
            {
                let ended = matches!(
                    self.lines[at - 1].spans.last().map(|span| &span.kind),
                    Some(Kind::Label(_))
                );
                label = label.filter(|_| ended);
            }
            if at < self.lead {
                // A date in a title is part of it.
                said.lead.push(match line.has_date() {
                    true => vec![line.text.clone()],
                    false => line.texts().all,
                });
                label = None;
                continue;
            }
            for (place, span) in line.spans.iter().enumerate() {
                if let Kind::Clock(clock) = &span.kind
                    && let Some(stage) = stage(line, place)
                    && said
                        .groups
                        .last()
                        .is_some_and(|group| group.clock.is_some())
                {
                    said.put_stage(stage, *clock);
                    continue;
                }
                match (&span.kind, label) {
                    (Kind::Label(found), _) => label = Some(*found),
                    (Kind::Days { days, standing }, _) => match pure {
                        Some(pure) if pure != days => {}
                        _ => said.put_days(days, *standing || pure.is_some()),
                    },
                    (Kind::Clock(clock), _) => said.put_clock(*clock),
                    (Kind::Open, _) => said.open = true,
                    (Kind::Every(day), _) => said.every = Some(*day),
                    (Kind::Text(text), Some(Label::Where)) => said.place.push(text.clone()),
                    (Kind::Text(text), Some(Label::City)) => said.city = Some(text.clone()),
                    (Kind::Text(text), Some(Label::Who)) => said.who.push(text.clone()),
                    (Kind::Text(text), Some(Label::Title)) => said.title = Some(text.clone()),
                    (Kind::Text(text), Some(Label::Note | Label::Info | Label::When)) => {
                        said.notes.push(text.clone())
                    }
                    (Kind::Text(text), None) if said.stages.contains(text) => {}
                    (Kind::Text(text), None) => {
                        said.group().texts.push((text.clone(), span.before))
                    }
                }
            }
            if line.label().is_none() {
                label = label.filter(|_| {
                    matches!(
                        line.spans.last().map(|span| &span.kind),
                        Some(Kind::Label(_))
                    )
                });
            }
        }
        said
    }

    /// The days of the entry, when a label introduces them or they stand on a line of their own: other dates of the
    /// entry are then part of what it says.
    fn best_days(&self) -> Option<&Days> {
        let labelled = self.lines.iter().find_map(|line| {
            let mut label = None;
            line.spans.iter().find_map(|span| match &span.kind {
                Kind::Label(found) => {
                    label = Some(*found);
                    None
                }
                Kind::Days { days, .. } if label == Some(Label::When) => Some(days),
                _ => None,
            })
        });
        let alone = || {
            self.lines
                .iter()
                .filter(|line| line.is_pure_when())
                .find_map(Line::days)
        };
        labelled.or_else(alone)
    }
}

/// What says that an hour is a stage of an event and no event of its own: “départ à 15h”, “14:00 Start”.
fn stage(line: &Line, at: usize) -> Option<&str> {
    let before = at.checked_sub(1).and_then(|before| line.spans.get(before));
    let before = before.filter(|_| line.spans[at].before == Sign::None);
    let after = line
        .spans
        .get(at + 1)
        .filter(|span| span.before == Sign::None);
    [before, after]
        .into_iter()
        .flatten()
        .find_map(|span| match &span.kind {
            Kind::Text(text) if is_label(text) => Some(text.as_str()),
            _ => None,
        })
}

impl Said {
    fn group(&mut self) -> &mut Group {
        if self.groups.is_empty() {
            self.groups.push(Group::default());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn put_days(&mut self, days: &Days, standing: bool) {
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
            _ => {}
        }
    }

    fn put_clock(&mut self, clock: Clock) {
        let group = self.group();
        match group.clock {
            None => group.clock = Some(clock),
            Some(_) => {
                let days = group.days.clone();
                self.groups.push(Group {
                    days,
                    clock: Some(clock),
                    texts: Vec::new(),
                });
            }
        }
    }

    /// A later stage of the same event, such as its departure.
    fn put_stage(&mut self, stage: &str, clock: Clock) {
        let group = self.group();
        group.texts.retain(|(text, _)| text != stage);
        self.stages.push(stage.to_owned());
        self.notes
            .push(format!("{stage} {}", clock.from.format("%H:%M")));
    }

    /// The times, each with the texts that belong to it.
    fn groups(&self) -> Vec<Group> {
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

    fn all_texts(&self) -> Vec<String> {
        let lead = self.lead.iter().flatten().cloned();
        let texts = self
            .groups
            .iter()
            .flat_map(|group| &group.texts)
            .map(|(text, _)| text.clone());
        lead.chain(texts).collect()
    }

    fn texts_of(&self, group: &Group) -> Vec<String> {
        group.texts.iter().map(|(text, _)| text.clone()).collect()
    }
}

fn put_links(draft: &mut Draft, links: &[String]) {
    if let Some((first, rest)) = links.split_first() {
        draft.put("url", first);
        let links: Vec<serde_json::Value> = rest
            .iter()
            .map(|url| serde_json::json!({ "url": url }))
            .collect();
        if !links.is_empty() {
            draft.fields.insert("links".to_owned(), links.into());
        }
    }
}

fn put_location(draft: &mut Draft, location: &Location, around: &Surroundings<'_>) {
    match location {
        Location::At { text, .. } => {
            if let Some(country) = around.country.filter(|_| !text.contains(',')) {
                draft.put("country", country);
            }
            draft.location = Some(text.clone());
        }
        Location::Several { .. } | Location::Doubtful(_) | Location::None => {
            if let Some(country) = around.country {
                draft.put("country", country);
            }
        }
    }
}

/// Puts texts where they belong: what names an action is the title, the first of the others the place, the next the
/// address, and the rest the description.
fn put_texts(draft: &mut Draft, said: &Said, location: &Location, texts: Vec<String>) {
    let mut more = Vec::new();
    let used = location.used();
    if !said.place.is_empty() {
        let place = said.place.join(", ");
        match used.iter().any(|used| said.place.contains(used)) {
            true => {
                let rest: Vec<String> = said
                    .place
                    .iter()
                    .filter(|part| !used.contains(part))
                    .cloned()
                    .collect();
                draft.put("place", rest.first().map_or("", String::as_str));
                draft.put("address", &rest.get(1..).unwrap_or_default().join(", "));
            }
            false => draft.put("place", &place),
        }
    }
    if !said.who.is_empty() {
        let who: Vec<serde_json::Value> = said.who.iter().map(|who| who.as_str().into()).collect();
        draft.fields.insert("organizers".to_owned(), who.into());
    }
    let leads: Vec<String> = said.lead.iter().flatten().cloned().collect();
    for piece in texts {
        if used.contains(&piece) {
            continue;
        }
        let (piece, remark) = remark(&piece);
        if let Some(remark) = remark {
            if let Some(status) = cancelled::status(&remark) {
                draft.put("status", status.name());
            }
            more.push(remark);
        }
        if piece.is_empty() {
            continue;
        }
        let has = |field: &str| draft.text_of(field).is_some();
        let status = cancelled::status(&piece)
            .filter(|_| piece.chars().count() <= 25 && !leads.contains(&piece));
        if let Some(status) = status {
            draft.put("status", status.name());
        } else if !has("title") && (leads.first() == Some(&piece) || is_action(&piece)) {
            match cancelled::in_title(&piece) {
                Some((status, title)) => {
                    draft.put("status", status.name());
                    draft.put("title", &title);
                }
                None => draft.put("title", &piece),
            }
        } else if piece.starts_with('@')
            || piece.ends_with("to follow")
            || has("place") && has("address")
            || piece.chars().count() > LONGEST_PLACE
        {
            more.push(piece);
        } else if !has("place") {
            draft.put("place", words::place(&piece));
        } else if said.place.is_empty() {
            draft.put("address", &piece);
        } else {
            more.push(piece);
        }
    }
    more.extend(said.notes.iter().filter(|note| !is_label(note)).cloned());
    draft.put("description", &more.join("\n"));
}

/// A remark in parentheses that says whether it takes place, apart from the piece it stands in.
fn remark(piece: &str) -> (String, Option<String>) {
    if let (Some(from), Some(to)) = (piece.find('('), piece.rfind(')'))
        && from < to
        && cancelled::status(&piece[from + 1..to]).is_some()
    {
        let rest = format!("{}{}", piece[..from].trim(), &piece[to + 1..]);
        return (rest.trim().to_owned(), Some(piece[from + 1..to].to_owned()));
    }
    (piece.to_owned(), None)
}

/// Puts start and end to a draft; several days give several events.
fn dated(
    draft: Draft,
    group: &Group,
    said: &Said,
    text: &str,
    around: &Surroundings<'_>,
) -> Vec<Result<Draft, Box<Reject>>> {
    let refuse = |draft: Draft, reason: String| vec![Err(Box::new(draft.rejected(reason)))];
    if let Some(doubt) = group.clock.and_then(|clock| around.hours.doubt(&clock)) {
        return refuse(draft, doubt);
    }
    if group.clock.is_none()
        && !said.open
        && let Some((hour, _)) = group.texts.iter().find(|(text, _)| may_be_hour(text))
    {
        return refuse(
            draft,
            format!("“{hour}” may be an hour that is not read; write it as 17:00"),
        );
    }
    let own = group.days.as_ref();
    // “Every Monday” under a heading that names the first and the last day.
    let above = match around.day {
        Some(Heading::Day(above @ Days::Through(..), _)) if said.every.is_some() => Some(above),
        _ => None,
    };
    let own = own.or(above);
    let own = own.or(said.amid.as_ref().filter(|_| around.day.is_none()));
    let days = match (own, around.day) {
        (Some(own), _) => settled(own, text, around),
        (None, Some(Heading::Day(above @ Days::One(_), written))) => {
            settled(above, written, around)
        }
        (None, Some(Heading::Day(_, written))) => Err(format!(
            "no day: none in the entry, and the heading above, “{written}”, names several"
        )),
        (None, Some(Heading::Unread(reason))) => Err(reason.clone()),
        (None, None) => Err("no day: none in the entry, and no heading above".to_owned()),
    };
    let days = match days {
        Ok(days) => days,
        Err(reason) => return refuse(draft, reason),
    };
    if let Some(every) = said.every {
        return weekly(draft, group.clock, own, every, &days);
    }
    let mut draft = draft;
    if let (Some(_), Some(Heading::Day(above, written)), [day]) =
        (&group.days, around.day, &days[..])
        && settled(above, written, around).is_ok_and(|above| !above.contains(day))
    {
        draft.notes.push(format!(
            "its own day, {day}, is not that of the heading “{written}”"
        ));
    }
    if let (None, Some(amid), Some(_)) = (&group.days, &said.amid, around.day)
        && let Ok(other) = settled(amid, text, around)
        && other != days
    {
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
            let span = on(*first, group.clock);
            draft.start = Some(span.start);
            draft.end = Some(crate::import::draft::Stamp::Wall(
                event_file::WallTime::day(*last),
            ));
            vec![Ok(draft)]
        }
        Some(Days::Each(_)) if !consecutive(&days) => series(draft, group.clock, &days),
        Some(Days::Each(_)) if group.clock.is_some() => series(draft, group.clock, &days),
        _ => {
            let Some(first) = days.first() else {
                return refuse(draft, "no day".to_owned());
            };
            let span = on(*first, group.clock);
            draft.start = Some(span.start);
            draft.end = match days.last().filter(|last| *last > first) {
                Some(last) => Some(crate::import::draft::Stamp::Wall(
                    event_file::WallTime::day(*last),
                )),
                None => span.end,
            };
            vec![Ok(draft)]
        }
    }
}

/// Whether a text may be an hour that is not read: a number alone, or words such as “cinq heures du soir”.
fn may_be_hour(text: &str) -> bool {
    let tokens = tokens(text);
    let number = |token: &Token| {
        token.digits() > 0 && token.number(2).is_some_and(|hour| (1..=24).contains(&hour))
    };
    if let [token] = &tokens[..]
        && number(token)
    {
        return true;
    }
    let short =
        (2..=5).contains(&tokens.len()) && tokens.iter().all(|token| token.word().is_some());
    let ends = |at: usize| {
        let part = part_at(&tokens, at)
            .filter(|(part, _)| *part != Named::Noon)
            .map(|(_, to)| to);
        let clock = Purpose::Counted
            .phrases()
            .past(&tokens, at)
            .or_else(|| Purpose::Clock.phrases().past(&tokens, at));
        part.or(clock) == Some(tokens.len())
    };
    short && (1..tokens.len()).any(ends)
}

fn list(days: &[NaiveDate]) -> String {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    days.join(", ")
}

fn consecutive(days: &[NaiveDate]) -> bool {
    days.windows(2)
        .all(|pair| pair[1] - pair[0] == Duration::days(1))
}

/// The days that are written, by the calendar.
fn settled(days: &Days, text: &str, around: &Surroundings<'_>) -> Result<Vec<NaiveDate>, String> {
    let days: Result<Vec<NaiveDate>, String> = days
        .written()
        .into_iter()
        .map(|day| around.reckoning.day(&around.months.read(day), text))
        .collect();
    let days = days?;
    match days.windows(2).all(|pair| pair[0] < pair[1]) {
        true => Ok(days),
        false => Err(format!("its days, {}, are not in order", list(&days))),
    }
}

/// The same event on several days: an event each, with one series.
fn series(
    draft: Draft,
    clock: Option<Clock>,
    days: &[NaiveDate],
) -> Vec<Result<Draft, Box<Reject>>> {
    let named = [
        draft.text_of("title"),
        draft.location.as_deref(),
        draft.text_of("place"),
    ];
    let name = named.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let hour = clock.map_or(String::new(), |clock| {
        clock.from.format(", %H:%M").to_string()
    });
    let events = days.iter().map(|day| {
        let mut draft = draft.clone();
        let span = on(*day, clock);
        draft.start = Some(span.start);
        draft.end = span.end;
        draft.put("series", &format!("{name}{hour}"));
        Ok(draft)
    });
    events.collect()
}

/// “Every Monday”, from the first to the last day that is written.
fn weekly(
    draft: Draft,
    clock: Option<Clock>,
    own: Option<&Days>,
    every: Option<Weekday>,
    days: &[NaiveDate],
) -> Vec<Result<Draft, Box<Reject>>> {
    let refuse = |draft: Draft, reason: &str| vec![Err(Box::new(draft.rejected(reason)))];
    let Some(every) = every else {
        return refuse(
            draft,
            "of each week, but its day is not certain; write the day out",
        );
    };
    match (own, days) {
        (Some(Days::Through(..)), [first, last])
            if (*last - *first).num_days() <= MOST_WEEKS * 7 =>
        {
            let all = first.iter_days().take_while(|day| day <= last);
            let all: Vec<NaiveDate> = all.filter(|day| day.weekday() == every).collect();
            match all.is_empty() {
                true => refuse(draft, "none of its days is the day of the week it names"),
                false => series(draft, clock, &all),
            }
        }
        (Some(Days::Each(_)), days) if days.iter().all(|day| day.weekday() == every) => {
            series(draft, clock, days)
        }
        _ => refuse(
            draft,
            "recurs each week without a last day; write its first and last day, or each day",
        ),
    }
}
